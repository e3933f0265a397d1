// SPDX-License-Identifier: Apache-2.0
#include "StatusNotifier.h"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusReply>
#include <QDBusVariant>
#include <QDir>
#include <QFile>
#include <QTest>

#include "XServer.h"

using namespace Qt::StringLiterals;

namespace berth::test {

namespace {

const QString watcher = u"org.kde.StatusNotifierWatcher"_s;

QVariantList ask(const QString &service, const QString &path, const QString &interface, const QString &method, const QVariantList &arguments)
{
    auto message = QDBusMessage::createMethodCall(service, path, interface, method);
    message.setArguments(arguments);
    return QDBusConnection::sessionBus().call(message, QDBus::Block, 5000).arguments();
}

QVariant propertyOf(const QString &service, const QString &path, const QString &interface, const QString &name)
{
    const auto answer = ask(service, path, u"org.freedesktop.DBus.Properties"_s, u"Get"_s, {interface, name});
    return answer.value(0).value<QDBusVariant>().variant();
}

/// The bytes of an a(iiay).
QByteArray picturesIn(const QDBusArgument &argument)
{
    QByteArray all;
    argument.beginArray();
    while (!argument.atEnd()) {
        int width = 0, height = 0;
        QByteArray bytes;
        argument.beginStructure();
        argument >> width >> height >> bytes;
        argument.endStructure();
        all += bytes;
    }
    argument.endArray();
    return all;
}

/// An (ia{sv}av) of com.canonical.dbusmenu, with those below it.
void collect(const QDBusArgument &argument, QList<TrayItem::Entry> &entries)
{
    TrayItem::Entry entry;
    QVariantMap properties;
    QVariantList children;
    argument.beginStructure();
    argument >> entry.id >> properties >> children;
    argument.endStructure();
    entry.label = properties.value(u"label"_s).toString();
    entry.isEnabled = properties.value(u"enabled"_s, true).toBool();
    if (!entry.label.isEmpty())
        entries << entry;
    for (const auto &child : std::as_const(children))
        collect(child.value<QDBusArgument>(), entries);
}

} // namespace

TrayPanel::TrayPanel(QProcessEnvironment environment)
    : m_environment(std::move(environment))
{
    m_environment.insert(u"NO_AT_BRIDGE"_s, u"1"_s);
    const QString folder = m_environment.value(u"XDG_CONFIG_HOME"_s) + "/xfce4/xfconf/xfce-perchannel-xml"_L1;
    QDir().mkpath(folder);
    QFile file(folder + "/xfce4-panel.xml"_L1);
    if (!file.open(QIODevice::WriteOnly))
        return;
    file.write(R"(<?xml version="1.0" encoding="UTF-8"?>
<channel name="xfce4-panel" version="1.0">
  <property name="configver" type="int" value="2"/>
  <property name="panels" type="array"><value type="int" value="1"/>
    <property name="panel-1" type="empty">
      <property name="position" type="string" value="p=4;x=0;y=0"/>
      <property name="position-locked" type="bool" value="true"/>
      <property name="length" type="uint" value="20"/>
      <property name="size" type="uint" value="32"/>
      <property name="plugin-ids" type="array"><value type="int" value="1"/></property>
    </property>
  </property>
  <property name="plugins" type="empty"><property name="plugin-1" type="string" value="systray"/></property>
</channel>
)");
}

bool TrayPanel::start()
{
    endWithThisProcess(m_process);
    m_process.setProcessEnvironment(m_environment);
    m_process.setStandardOutputFile(QProcess::nullDevice());
    m_process.setStandardErrorFile(QProcess::nullDevice());
    m_process.start(findProgram(u"xfce4-panel"_s), {u"--disable-wm-check"_s});
    return QTest::qWaitFor(hasTrayHost, 15000);
}

void TrayPanel::stop()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    m_process.waitForFinished(5000);
    (void)QTest::qWaitFor([] { return !hasTrayHost(); }, 5000);
}

QRect TrayPanel::icons() const
{
    QByteArray output;
    xdotool({u"search"_s, u"--onlyvisible"_s, u"--name"_s, u"^wrapper-2.0$"_s}, &output);
    for (const auto &window : output.split('\n')) {
        QByteArray shell;
        QHash<QByteArray, int> values;
        if (window.isEmpty() || !xdotool({u"getwindowgeometry"_s, u"--shell"_s, QString::fromLatin1(window)}, &shell))
            continue;
        for (const auto &line : shell.split('\n'))
            values.insert(line.left(line.indexOf('=')), line.mid(line.indexOf('=') + 1).toInt());
        if (const QRect rect(values.value("X"), values.value("Y"), values.value("WIDTH"), values.value("HEIGHT")); rect.width() >= 16 && rect.height() >= 24)
            return rect;
    }
    return {};
}

bool hasTrayHost()
{
    return QDBusConnection::sessionBus().interface()->isServiceRegistered(watcher).value()
        && propertyOf(watcher, u"/StatusNotifierWatcher"_s, watcher, u"IsStatusNotifierHostRegistered"_s).toBool();
}

QString TrayItem::service()
{
    const auto items = propertyOf(watcher, u"/StatusNotifierWatcher"_s, watcher, u"RegisteredStatusNotifierItems"_s).toStringList();
    return items.size() == 1 ? items.first().section(u'/', 0, 0) : QString();
}

QVariant TrayItem::property(const QString &name) { return propertyOf(service(), u"/StatusNotifierItem"_s, u"org.kde.StatusNotifierItem"_s, name); }

QString TrayItem::toolTip()
{
    const auto value = property(u"ToolTip"_s);
    if (!value.canConvert<QDBusArgument>())
        return {};
    const auto argument = value.value<QDBusArgument>();
    QString icon, title, text;
    argument.beginStructure();
    argument >> icon;
    picturesIn(argument);
    argument >> title >> text;
    argument.endStructure();
    return (title + u'\n' + text).trimmed();
}

QByteArray TrayItem::icon()
{
    const auto value = property(u"IconPixmap"_s);
    return value.canConvert<QDBusArgument>() ? picturesIn(value.value<QDBusArgument>()) : QByteArray();
}

QList<TrayItem::Entry> TrayItem::menu()
{
    const auto path = property(u"Menu"_s).value<QDBusObjectPath>().path();
    const auto answer = ask(service(), path, u"com.canonical.dbusmenu"_s, u"GetLayout"_s, {0, -1, QStringList()});
    QList<Entry> entries;
    if (answer.size() == 2)
        collect(answer.at(1).value<QDBusArgument>(), entries);
    return entries;
}

QStringList TrayItem::labels()
{
    QStringList labels;
    for (const auto &entry : menu())
        labels << entry.label;
    return labels;
}

bool TrayItem::choose(const QString &label)
{
    for (const auto &entry : menu()) {
        if (entry.label != label || !entry.isEnabled)
            continue;
        const auto path = property(u"Menu"_s).value<QDBusObjectPath>().path();
        auto message = QDBusMessage::createMethodCall(service(), path, u"com.canonical.dbusmenu"_s, u"Event"_s);
        message.setArguments({entry.id, u"clicked"_s, QVariant::fromValue(QDBusVariant(0)), 0U});
        return QDBusConnection::sessionBus().call(message, QDBus::Block, 5000).type() == QDBusMessage::ReplyMessage;
    }
    return false;
}

} // namespace berth::test
