// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <vector>

#include "client/auth/Connection.h"
#include "client/http/ServerLink.h"

namespace berth {

/// One link to a server for all transfers that go there at the same time, so that they share its slots and its wish to be left alone.
///
/// Belongs to the transfers' thread.
class TransferLinks {
public:
    std::shared_ptr<ServerLink> to(const Connection &connection);

private:
    std::vector<std::weak_ptr<ServerLink>> m_links; ///< Those whose transfers have ended are gone.
};

} // namespace berth
