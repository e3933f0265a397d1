// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "registry/access/Authenticator.h"
#include "registry/jobs/Housekeeping.h"
#include "registry/jobs/Webhooks.h"
#include "registry/routes/Routes.h"
#include "registry/store/Store.h"

namespace berth {

/// One call of NCR's API on its way to its handler; all borrowed.
struct NcrCall {
    Store &store;
    Housekeeping &housekeeping;
    Webhooks &webhooks;
    Authenticator &authenticator;
    const Access &access;
    http::Request &request;
    Parameters parameters; ///< Of the address.
};

} // namespace berth
