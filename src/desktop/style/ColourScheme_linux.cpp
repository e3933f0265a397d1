// SPDX-License-Identifier: Apache-2.0
#include "desktop/style/ColourScheme.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

#include "desktop/style/Theme.h"

namespace berth {

namespace {
const QString service = QStringLiteral("org.freedesktop.portal.Desktop");
const QString path = QStringLiteral("/org/freedesktop/portal/desktop");
const QString interface = QStringLiteral("org.freedesktop.portal.Settings");
const QString group = QStringLiteral("org.freedesktop.appearance");
const QString key = QStringLiteral("color-scheme");
}// namespace

ColourScheme::ColourScheme(QObject *parent)
    : QObject(parent)
    , m_startedDark(QApplication::palette().color(QPalette::Window).lightness() < 128)
{
}

void ColourScheme::follow()
{
    apply(m_startedDark);
    QDBusConnection::sessionBus().connect(service, path, interface, QStringLiteral("SettingChanged"), this, SLOT(settingChanged(QString, QString)));
    ask();
}

void ColourScheme::settingChanged(const QString &changedGroup, const QString &changedKey)
{
    if (changedGroup == group && changedKey == key)
        ask();
}

void ColourScheme::ask()
{
    auto message = QDBusMessage::createMethodCall(service, path, interface, QStringLiteral("Read"));
    message << group << key;
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(message, 2000), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<QVariant> reply = *watcher;
        if (reply.isError())
            return;
        QVariant value = reply.value();
        while (value.canConvert<QDBusVariant>())
            value = value.value<QDBusVariant>().variant();
        const uint preference = value.toUInt(); // 1 dark, 2 light, 0 none
        apply(preference == 1 || (preference == 0 && m_startedDark));
    });
}

} // namespace berth
