// SPDX-License-Identifier: Apache-2.0
#include "desktop/sessions/ConnectionStore.h"

#include <array>

#include <QUuid>

namespace berth {

namespace {

constexpr std::array proxyNames{"system", "none", "manual"};

const QString optionPrefix = QStringLiteral("option-");
const QStringList knownNames{QStringLiteral("id"), QStringLiteral("name"), QStringLiteral("kind"), QStringLiteral("url"), QStringLiteral("api"),
    QStringLiteral("appKey"), QStringLiteral("encodesOnce"), QStringLiteral("keyId"), QStringLiteral("proxy"), QStringLiteral("proxyHost"),
    QStringLiteral("proxyPort"), QStringLiteral("trustedCertificate"), QStringLiteral("trustedAuthority"), QStringLiteral("keyStored")};

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
        connection.kind = text("kind").isEmpty() ? ServerKind::Registry : text("kind");
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
        const auto names = m_settings.childKeys();
        for (const auto &name : names) {
            if (name.startsWith(optionPrefix))
                connection.options.insert(name.mid(optionPrefix.size()), m_settings.value(name).toString());
            else if (!knownNames.contains(name))
                stored.others.insert(name, m_settings.value(name));
        }
        if (!connection.id.isEmpty())
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
        const auto &[connection, keyStored, others] = connections.at(i);
        for (auto it = others.cbegin(); it != others.cend(); ++it)
            m_settings.setValue(it.key(), it.value());
        for (auto it = connection.options.cbegin(); it != connection.options.cend(); ++it)
            m_settings.setValue(optionPrefix + it.key(), it.value());
        put("id", connection.id);
        put("name", connection.name);
        put("kind", connection.kind);
        put("url", connection.url.toString());
        put("api", connection.managementUrl.toString());
        put("appKey", connection.appKey);
        if (connection.encodesOnce)
            m_settings.setValue(QStringLiteral("encodesOnce"), true);
        put("keyId", connection.keyId);
        if (connection.network.proxy != NetworkAccess::Proxy::System)
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
