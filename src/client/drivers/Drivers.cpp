// SPDX-License-Identifier: Apache-2.0
#include "client/drivers/Drivers.h"

#include <algorithm>

#include "client/drivers/berth/BerthDriver.h"
#include "client/drivers/ncr/NcrDriver.h"
#include "client/drivers/plain/PlainDriver.h"
#include "client/drivers/plain/PlainServer.h"

namespace berth {

const QList<Driver> &drivers()
{
    static const QList<Driver> rows{ncrDriver(), berthDriver(), plainDriver()};
    return rows;
}

const Driver *driverOf(const QString &kind)
{
    const auto &rows = drivers();
    const auto at = std::find_if(rows.begin(), rows.end(), [&](const Driver &row) { return row.id == kind; });
    return at == rows.end() ? nullptr : &*at;
}

std::unique_ptr<RemoteServer> makeServer(const Connection &connection, const std::shared_ptr<ServerLink> &link)
{
    const auto *driver = driverOf(connection.kind);
    if (!driver)
        return nullptr;
    auto server = driver->make(connection, link);
    return server ? std::move(server) : std::make_unique<PlainServer>(connection, link);
}

} // namespace berth
