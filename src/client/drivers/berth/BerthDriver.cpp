// SPDX-License-Identifier: Apache-2.0
#include "client/drivers/berth/BerthDriver.h"

#include "client/drivers/berth/BerthServer.h"

namespace berth {

Driver berthDriver()
{
    Driver row;
    row.id = ServerKind::Berth;
    row.name = QStringLiteral("Berth");
    row.letter = QStringLiteral("B");
    row.tileColour = 0x6A4FB3;
    row.glyph = "server";
    row.addressExample = QStringLiteral("http://192.0.2.10:5000");
    row.addressHint = QT_TRANSLATE_NOOP("Drivers", "Host and port. Write http:// before it if the server speaks plain HTTP.");
    row.keyLabel = QT_TRANSLATE_NOOP("Drivers", "Access key ID");
    row.keyHint = QT_TRANSLATE_NOOP("Drivers", "Made on the server by its administrator.");
    row.secretLabel = QT_TRANSLATE_NOOP("Drivers", "Secret key");
    row.secretHint = QT_TRANSLATE_NOOP("Drivers", "Shown once when it is made. Kept in the system keyring.");
    row.complete = [](Connection &connection) { connection.appKey = QStringLiteral("local"); };
    row.make = [](const Connection &connection, const std::shared_ptr<ServerLink> &link) {
        return connection.appKey.isEmpty() ? nullptr : std::make_unique<BerthServer>(connection, link);
    };
    return row;
}

} // namespace berth
