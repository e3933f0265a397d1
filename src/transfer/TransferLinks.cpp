// SPDX-License-Identifier: Apache-2.0
#include "transfer/TransferLinks.h"

namespace berth {

std::shared_ptr<ServerLink> TransferLinks::to(const Connection &connection)
{
    std::erase_if(m_links, [](const auto &link) { return link.expired(); });
    for (const auto &known : m_links) {
        if (auto link = known.lock(); link && link->addresses() == connection.addresses() && link->access() == connection.network)
            return link;
    }
    auto link = std::make_shared<ServerLink>(connection.addresses(), connection.network);
    m_links.push_back(link);
    return link;
}

} // namespace berth
