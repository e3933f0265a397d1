// SPDX-License-Identifier: Apache-2.0
#include "desktop/sessions/ConnectionStore.h"

#include <array>

#include <QUuid>

namespace berth {

namespace {

constexpr std::array kindNames{"berth", "ncr", "registry"};
constexpr std::array proxyNames{"system", "none", "manual"};

template <class Names> int indexOf(const Names &names, const QString &name, int fallback)
{
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (name == QLatin1String(names[i]))
            return int(i);
    }
    return fallback;
}

} // namespace

QList<StoredConnection> ConnectionStore::read() const
{
    QList<StoredConnection> list;
    const int count = m_settings.beginReadArray(QStringLiteral("connections"));
    for (int i = 0; i < count; ++i) {
        m_settings.setArrayIndex(i);
        const auto text = [this](const char *key) { return m_settings.value(QLatin1String(key)).toString(); };
        StoredConnection stored;
        auto &connection = stored.connection;
        connection.id = text("id");
        connection.name = text("name");
        connection.kind = ServerKind(indexOf(kindNames, text("kind"), int(ServerKind::Registry)));
        connection.url = QUrl(text("url"));
        connection.managementUrl = QUrl(text("api"));
        connection.appKey = text("appKey");
        connection.encodesOnce = m_settings.value(QStringLiteral("encodesOnce")).toBool();
        connection.keyId = text("keyId");
        connection.network.proxy = NetworkAccess::Proxy(indexOf(proxyNames, text("proxy"), int(NetworkAccess::Proxy::System)));
        connection.network.proxyHost = text("proxyHost");
        connection.network.proxyPort = quint16(m_settings.value(QStringLiteral("proxyPort")).toUInt());
        connection.network.trustedCertificate = text("trustedCertificate").toLatin1();
        connection.network.trustedAuthority = text("trustedAuthority").toLatin1();
        stored.keyStored = QDate::fromString(text("keyStored"), Qt::ISODate);
        if (!connection.id.isEmpty() && connection.url.isValid())
            list << stored;
    }
    m_settings.endArray();
    return list;
}

void ConnectionStore::write(const QList<StoredConnection> &connections)
{
    m_settings.remove(QStringLiteral("connections"));
    m_settings.beginWriteArray(QStringLiteral("connections"), int(connections.size()));
    for (int i = 0; i < connections.size(); ++i) {
        m_settings.setArrayIndex(i);
        const auto put = [this](const char *key, const QString &value) {
            if (!value.isEmpty())
                m_settings.setValue(QLatin1String(key), value);
        };
        const auto &[connection, keyStored] = connections.at(i);
        put("id", connection.id);
        put("name", connection.name);
        put("kind", QLatin1String(kindNames[std::size_t(connection.kind)]));
        put("url", connection.url.toString());
        put("api", connection.managementUrl.toString());
        put("appKey", connection.appKey);
        if (connection.encodesOnce)
            m_settings.setValue(QStringLiteral("encodesOnce"), true);
        put("keyId", connection.keyId);
        put("proxy", QLatin1String(proxyNames[std::size_t(connection.network.proxy)]));
        put("proxyHost", connection.network.proxyHost);
        if (connection.network.proxyPort)
            m_settings.setValue(QStringLiteral("proxyPort"), connection.network.proxyPort);
        put("trustedCertificate", QString::fromLatin1(connection.network.trustedCertificate));
        put("trustedAuthority", QString::fromLatin1(connection.network.trustedAuthority));
        put("keyStored", keyStored.toString(Qt::ISODate));
    }
    m_settings.endArray();
    m_settings.sync();
}

QString ConnectionStore::newId() { return QUuid::createUuid().toString(QUuid::WithoutBraces); }

} // namespace berth
