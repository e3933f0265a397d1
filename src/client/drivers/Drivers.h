// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "client/auth/Connection.h"
#include "client/http/ServerLink.h"
#include "client/roles/Management.h"

namespace berth {

/// The driver for that kind of server, over a link that others use as well; belongs to the caller.
std::unique_ptr<Management> makeManagement(const Connection &connection, const std::shared_ptr<ServerLink> &link);

} // namespace berth
