// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "client/auth/Connection.h"
#include "client/http/ServerLink.h"

namespace berth {

/// A link for all that talk to that server in one session and thread.
inline std::shared_ptr<ServerLink> linkTo(const Connection &connection) { return std::make_shared<ServerLink>(connection.addresses(), connection.network); }

} // namespace berth
