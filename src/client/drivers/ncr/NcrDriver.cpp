// SPDX-License-Identifier: Apache-2.0
#include "client/drivers/ncr/NcrDriver.h"

#include <QRegularExpression>

#include "client/auth/AddressText.h"
#include "client/drivers/ncr/NcrServer.h"

namespace berth {

namespace {

/// The management API of an NCR registry, from the region in its address; invalid if that names none.
QUrl apiOf(const QUrl &registry)
{
    // <id>-kr1-registry.container.nhncloud.com, and the government cloud's twin of it.
    static const QRegularExpression pattern(QStringLiteral(R"(-([a-z]{2}\d)-registry\.container\.(gov-)?nhncloud\.com$)"));
    const auto match = pattern.match(registry.host());
    if (!match.hasMatch())
        return {};
    return QUrl(QStringLiteral("https://%1-ncr.api.%2nhncloudservice.com").arg(match.captured(1), match.captured(2)));
}

} // namespace

Driver ncrDriver()
{
    Driver row;
    row.id = ServerKind::Ncr;
    row.name = QStringLiteral("NHN Container Registry");
    row.letter = QStringLiteral("N");
    row.tileColour = 0x0B6A88;
    row.glyph = "cloud";
    row.addressExample = QStringLiteral("4f1c9a27-kr1-registry.container.nhncloud.com");
    row.addressHint = QT_TRANSLATE_NOOP("Drivers", "In the console under Container > NCR > Management, without the registry's name.");
    row.keyLabel = QT_TRANSLATE_NOOP("Drivers", "Access key ID");
    row.keyHint = QT_TRANSLATE_NOOP("Drivers", "Made in the console: account > API security settings.");
    row.secretLabel = QT_TRANSLATE_NOOP("Drivers", "Secret key");
    row.secretHint = QT_TRANSLATE_NOOP("Drivers", "Shown once when it is made. Kept in the system keyring.");
    FormField appKey{QStringLiteral("appKey"), FormField::Kind::Code, false, QT_TRANSLATE_NOOP("Drivers", "App key"),
        QT_TRANSLATE_NOOP("Drivers", "Lets Berth show registries and their policies. Pull and push work without it."),
        [](const Connection &connection) { return connection.appKey; }, [](Connection &connection, const QString &text) { connection.appKey = text; }};
    FormField api{QStringLiteral("api"), FormField::Kind::Code, true, QT_TRANSLATE_NOOP("Drivers", "API address"),
        QT_TRANSLATE_NOOP("Drivers", "Found from the region in the address; enter it for another service that speaks NCR's API."),
        [](const Connection &connection) { return connection.managementUrl.toString(); },
        [](Connection &connection, const QString &text) { connection.managementUrl = addressFromText(text); },
        [](const Connection &connection) { return connection.url.isValid() ? apiOf(connection.url).toString() : QString(); }};
    FormField encodesOnce{QStringLiteral("encodesOnce"), FormField::Kind::Check, true, QT_TRANSLATE_NOOP("Drivers", "Write / in image names as %2F"),
        QT_TRANSLATE_NOOP("Drivers", "For gateways that decode an address only once: try it when images with / in their names are not found"),
        [](const Connection &connection) { return connection.encodesOnce ? QStringLiteral("1") : QString(); },
        [](Connection &connection, const QString &text) { connection.encodesOnce = !text.isEmpty(); }};
    row.fields = {appKey, api, encodesOnce};
    row.complete = [](Connection &connection) {
        if (connection.appKey.isEmpty())
            connection.managementUrl = QUrl();
        else if (connection.managementUrl.isEmpty())
            connection.managementUrl = apiOf(connection.url);
    };
    row.check = [](const Connection &connection) -> FormFault {
        if (!connection.appKey.isEmpty() && !connection.managementUrl.isValid())
            return {QStringLiteral("api"), QT_TRANSLATE_NOOP("Drivers", "The address names no region of NCR; enter the API's address")};
        return {};
    };
    row.make = [](const Connection &connection, const std::shared_ptr<ServerLink> &link) {
        return connection.appKey.isEmpty() ? nullptr : std::make_unique<NcrServer>(connection, link);
    };
    return row;
}

} // namespace berth
