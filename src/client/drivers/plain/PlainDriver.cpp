// SPDX-License-Identifier: Apache-2.0
#include "client/drivers/plain/PlainDriver.h"

#include "client/drivers/plain/PlainServer.h"

namespace berth {

Driver plainDriver()
{
    Driver row;
    row.id = ServerKind::Registry;
    row.name = QStringLiteral("Docker Registry");
    row.letter = QStringLiteral("R");
    row.tileColour = 0x4B5964;
    row.glyph = "globe";
    row.addressExample = QStringLiteral("registry.example.com:5000");
    row.addressHint = QT_TRANSLATE_NOOP("Drivers", "Host and port. Write http:// before it if the server speaks plain HTTP.");
    row.keyLabel = QT_TRANSLATE_NOOP("Drivers", "User name");
    row.keyHint = QT_TRANSLATE_NOOP("Drivers", "User name; leave it empty to connect without signing in.");
    row.secretLabel = QT_TRANSLATE_NOOP("Drivers", "Password");
    row.secretHint = QT_TRANSLATE_NOOP("Drivers", "Password or access token. Kept in the system keyring.");
    row.needsKey = false;
    row.make = [](const Connection &connection, const std::shared_ptr<ServerLink> &link) { return std::make_unique<PlainServer>(connection, link); };
    return row;
}

} // namespace berth
