// SPDX-License-Identifier: Apache-2.0
#include "PrivateBus.h"

#include <optional>

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusReply>
#include <QDBusVariant>
#include <QDir>
#include <QFile>
#include <QLibrary>
#include <QTest>

#include "e2e/Program.h"

using namespace Qt::StringLiterals;

namespace berth::test {

/// A secret as the Secret Service takes it: (oayays).
struct BusSecret {
    QDBusObjectPath session;
    QByteArray parameters;
    QByteArray value;
    QString type;
};

static QDBusArgument &operator<<(QDBusArgument &argument, const BusSecret &secret)
{
    argument.beginStructure();
    argument << secret.session << secret.parameters << secret.value << secret.type;
    argument.endStructure();
    return argument;
}

static const QDBusArgument &operator>>(const QDBusArgument &argument, BusSecret &secret)
{
    argument.beginStructure();
    argument >> secret.session >> secret.parameters >> secret.value >> secret.type;
    argument.endStructure();
    return argument;
}

} // namespace berth::test

Q_DECLARE_METATYPE(berth::test::BusSecret)

namespace berth::test {

namespace {

const QString service = u"org.freedesktop.secrets"_s;
const QString servicePath = u"/org/freedesktop/secrets"_s;
const QString login = u"/org/freedesktop/secrets/collection/login"_s;
const QByteArray password = "password of the test";

QDBusMessage ask(const QString &path, const QString &interface, const QString &method, const QVariantList &arguments)
{
    auto message = QDBusMessage::createMethodCall(service, path, interface, method);
    message.setArguments(arguments);
    return QDBusConnection::sessionBus().call(message, QDBus::Block, 5000);
}

/// Whether the keyring of the login is open; nothing if there is none.
std::optional<bool> isLocked()
{
    const auto reply = ask(login, u"org.freedesktop.DBus.Properties"_s, u"Get"_s, {u"org.freedesktop.Secret.Collection"_s, u"Locked"_s});
    if (reply.type() != QDBusMessage::ReplyMessage)
        return {};
    return reply.arguments().constFirst().value<QDBusVariant>().variant().toBool();
}

} // namespace

QByteArray missingForKeyring()
{
    QByteArray sentences;
    for (const auto &[program, package] : {std::pair{u"dbus-daemon"_s, "dbus-daemon"}, std::pair{u"gnome-keyring-daemon"_s, "gnome-keyring"}}) {
        if (findProgram(program).isEmpty())
            sentences += "The program " + program.toUtf8() + " is not installed; the Debian package " + package + " brings it. ";
    }
    if (!QLibrary(u"secret-1"_s, 0).load())
        sentences += "The library libsecret is not installed; the Debian package libsecret-1-0 brings it.";
    return sentences.trimmed();
}

PrivateBus::PrivateBus(const QString &folder, Services services)
    : m_folder(folder)
    , m_environment(privateEnvironment(folder))
{
    for (const auto &name : {u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"GNOME_KEYRING_CONTROL"_s, u"XDG_CACHE_HOME"_s})
        m_environment.remove(name);
    QString choice = u"--session"_s;
    if (services == Services::None) {
        QFile file(folder + "/bus.conf"_L1);
        if (!file.open(QIODevice::WriteOnly))
            return;
        file.write(R"(<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy></busconfig>)");
        choice = "--config-file="_L1 + file.fileName();
    }
    endWithThisProcess(m_process);
    m_process.setProcessEnvironment(m_environment);
    m_process.setStandardErrorFile(QProcess::nullDevice());
    m_process.start(findProgram(u"dbus-daemon"_s), {choice, u"--nofork"_s, u"--nopidfile"_s, u"--print-address"_s});
    while (!m_process.canReadLine()) {
        if (!m_process.waitForReadyRead(10000))
            return;
    }
    m_address = QString::fromUtf8(m_process.readLine().trimmed());
    m_environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, m_address);
}

PrivateBus::~PrivateBus()
{
    m_process.terminate();
    m_process.waitForFinished(5000);
}

Keyring::Keyring(const PrivateBus &bus)
{
    qDBusRegisterMetaType<BusSecret>();
    endWithThisProcess(m_process);
    m_process.setProcessEnvironment(bus.environment());
    m_process.setStandardOutputFile(QProcess::nullDevice());
    m_process.setStandardErrorFile(QProcess::nullDevice());
}

Keyring::~Keyring()
{
    m_process.terminate();
    m_process.waitForFinished(5000);
}

bool Keyring::start()
{
    m_process.start(findProgram(u"gnome-keyring-daemon"_s), {u"--foreground"_s, u"--unlock"_s, u"--components=secrets"_s});
    m_process.write(password);
    m_process.closeWriteChannel();
    // Asked too early, the bus would start a second daemon.
    const auto isThere = [] { return QDBusConnection::sessionBus().interface()->isServiceRegistered(service).value(); };
    return QTest::qWaitFor(isThere, 10000) && QTest::qWaitFor([] { return isLocked() == false; }, 10000);
}

bool Keyring::lock()
{
    ask(servicePath, u"org.freedesktop.Secret.Service"_s, u"Lock"_s, {QVariant::fromValue(QList{QDBusObjectPath(login)})});
    return isLocked() == true;
}

bool Keyring::unlock()
{
    const auto session = ask(servicePath, u"org.freedesktop.Secret.Service"_s, u"OpenSession"_s, {u"plain"_s, QVariant::fromValue(QDBusVariant(QString()))});
    if (session.arguments().size() != 2)
        return false;
    const BusSecret secret{session.arguments().at(1).value<QDBusObjectPath>(), {}, password, u"text/plain"_s};
    ask(servicePath, u"org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface"_s, u"UnlockWithMasterPassword"_s,
        {QVariant::fromValue(QDBusObjectPath(login)), QVariant::fromValue(secret)});
    return isLocked() == false;
}

bool Keyring::empty()
{
    const auto items = [] {
        const auto reply = ask(login, u"org.freedesktop.DBus.Properties"_s, u"Get"_s, {u"org.freedesktop.Secret.Collection"_s, u"Items"_s});
        return qdbus_cast<QList<QDBusObjectPath>>(reply.arguments().value(0).value<QDBusVariant>().variant());
    };
    for (const auto &item : items())
        ask(item.path(), u"org.freedesktop.Secret.Item"_s, u"Delete"_s, {});
    return items().isEmpty();
}

} // namespace berth::test
