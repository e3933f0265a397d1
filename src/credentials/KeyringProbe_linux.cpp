// SPDX-License-Identifier: Apache-2.0
#include "credentials/KeyringProbe.h"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QTimer>

/// Asks the Secret Service (freedesktop.org Secret Service API 0.2) over D-Bus.
namespace berth {

namespace {

constexpr int timeoutMs = 3000;
const QString serviceName = QStringLiteral("org.freedesktop.secrets");

void askWhetherDefaultIsLocked(QObject *context, std::function<void(KeyringFinding)> done)
{
    auto message = QDBusMessage::createMethodCall(
        serviceName, QStringLiteral("/org/freedesktop/secrets/aliases/default"), QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("Get"));
    message << QStringLiteral("org.freedesktop.Secret.Collection") << QStringLiteral("Locked");
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(message, timeoutMs), context);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, context, [watcher, done = std::move(done)] {
        watcher->deleteLater();
        const QDBusPendingReply<QVariant> reply = *watcher;
        if (reply.isError())
            done(KeyringFinding::NoCollection);
        else
            done(reply.value().toBool() ? KeyringFinding::AbsentLocked : KeyringFinding::Absent);
    });
}

} // namespace

void probeKeyring(const QString &service, const QString &user, QObject *context, std::function<void(KeyringFinding)> done)
{
    using Attributes = QMap<QString, QString>;
    qDBusRegisterMetaType<Attributes>();
    const auto bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) {
        QTimer::singleShot(0, context, [done = std::move(done)] { done(KeyringFinding::NoService); });
        return;
    }
    auto message = QDBusMessage::createMethodCall(
        serviceName, QStringLiteral("/org/freedesktop/secrets"), QStringLiteral("org.freedesktop.Secret.Service"), QStringLiteral("SearchItems"));
    message << QVariant::fromValue(Attributes{{QStringLiteral("user"), user}, {QStringLiteral("server"), service}});
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(message, timeoutMs), context);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, context, [watcher, context, done = std::move(done)] {
        watcher->deleteLater();
        const QDBusPendingReply<QList<QDBusObjectPath>, QList<QDBusObjectPath>> reply = *watcher;
        if (reply.isError())
            done(KeyringFinding::NoService);
        else if (!reply.argumentAt<0>().isEmpty())
            done(KeyringFinding::Unlocked);
        else if (!reply.argumentAt<1>().isEmpty())
            done(KeyringFinding::EntryLocked);
        else
            askWhetherDefaultIsLocked(context, done);
    });
}

} // namespace berth
