// SPDX-License-Identifier: Apache-2.0
#include "client/drivers/Drivers.h"

#include "client/drivers/berth/BerthManagement.h"
#include "client/drivers/ncr/NcrManagement.h"
#include "client/drivers/plain/ProtocolManagement.h"

namespace berth {

std::unique_ptr<Management> makeManagement(const Connection &connection, const std::shared_ptr<ServerLink> &link)
{
    if (connection.kind == ServerKind::Registry || connection.appKey.isEmpty())
        return std::make_unique<ProtocolManagement>(connection, link);
    if (connection.kind == ServerKind::Berth)
        return std::make_unique<BerthManagement>(connection, link);
    return std::make_unique<NcrManagement>(connection, link);
}

} // namespace berth
