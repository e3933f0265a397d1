// SPDX-License-Identifier: Apache-2.0
#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include "DesktopFixture.h"
#include "PrivateBus.h"
#include "StatusNotifier.h"
#include "XServer.h"
#include "support/HttpCall.h"

using namespace berth;
using namespace berth::test;
using namespace Qt::StringLiterals;

namespace {

/// The real program with a home of its own, on the display and the session bus of the test.
class RunningBerth {
public:
    explicit RunningBerth(const QStringList &arguments = {})
        : m_port(DesktopFixture::freePort())
        , m_environment(privateEnvironment(m_folder.path()))
    {
        m_environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, qEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS"));
        m_environment.insert(u"XDG_CACHE_HOME"_s, m_folder.filePath(u"home/.cache"_s));
        m_environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
        QDir(m_folder.path()).mkpath(u"home/.config/berth"_s);
        QSettings(m_folder.filePath(u"home/.config/berth/berth.ini"_s), QSettings::IniFormat).setValue(u"local/port"_s, m_port);
        start(m_process, arguments);
    }

    ~RunningBerth()
    {
        m_process.terminate();
        if (!m_process.waitForFinished(10000))
            m_process.kill();
        m_process.waitForFinished(5000);
    }

    QString address() const { return u"127.0.0.1:%1"_s.arg(m_port); }
    bool isRunning() const { return m_process.state() == QProcess::Running; }
    bool hasQuit() { return m_process.state() == QProcess::NotRunning && m_process.exitStatus() == QProcess::NormalExit && m_process.exitCode() == 0; }
    /// Whether the local registry answers: it asks for a key.
    bool serves() const { return call({"GET", QUrl("http://"_L1 + address() + "/v2/"_L1), {}, {}}).status == 401; }

    /// Starts the program again, which must end by itself.
    bool startAgain()
    {
        QProcess second;
        start(second, {});
        return QTest::qWaitFor([&] { return second.state() == QProcess::NotRunning; }, 20000) && second.exitCode() == 0;
    }

private:
    void start(QProcess &process, const QStringList &arguments)
    {
        endWithThisProcess(process);
        process.setProcessEnvironment(m_environment);
        process.setProcessChannelMode(QProcess::ForwardedChannels);
        process.start(QStringLiteral(BERTH_PROGRAM), arguments);
        process.waitForStarted();
    }

    QTemporaryDir m_folder;
    int m_port;
    QProcessEnvironment m_environment;
    QProcess m_process;
};

const QString mainWindow = u"^Berth$"_s;
const QString explanation = u"^Berth keeps running in the tray"_s;

/// The window on the screen with such a title; empty if there is none.
QString window(const QString &title)
{
    QByteArray found;
    xdotool({u"search"_s, u"--onlyvisible"_s, u"--name"_s, title}, &found);
    return QString::fromLatin1(found).section(u'\n', 0, 0);
}

bool appears(const QString &title)
{
    return QTest::qWaitFor([&] { return !window(title).isEmpty(); }, 15000);
}

bool disappears(const QString &title)
{
    return QTest::qWaitFor([&] { return window(title).isEmpty(); }, 15000);
}

/// Brings the window in front and strikes a key.
bool strike(const QString &title, const QString &key)
{
    return appears(title) && xdotool({u"windowactivate"_s, u"--sync"_s, window(title)}) && xdotool({u"key"_s, u"--clearmodifiers"_s, key});
}

/// As a click on its cross: the window manager asks the window to close.
bool close(const QString &title) { return strike(title, u"alt+F4"_s); }

} // namespace

/// The real program, with a pointer and a window manager, where a tray host is, is not, goes away and comes.
class StatusNotifierTest : public QObject {
    Q_OBJECT

public:
    StatusNotifierTest(const PrivateBus &bus, QByteArray problem)
        : m_bus(bus)
        , m_problem(std::move(problem))
    {
    }

private Q_SLOTS:
    void initTestCase();
    void init() { QVERIFY(m_keyring->empty()); }
    void cleanup()
    {
        if (m_panel)
            m_panel->stop();
    }
    void cleanupTestCase()
    {
        m_windowManager.terminate();
        m_windowManager.waitForFinished(5000);
    }
    void theItemSaysTheStateAndItsMenuStartsAndStops();
    void theFirstCloseIsExplainedAndTheIconBringsTheWindowBack();
    void theMenuOfTheIconCopiesTheAddress();
    void theMenuOpensTheWindowAndQuits();
    void withoutAHostClosingEndsTheProgram();
    void aHostThatGoesAwayLeavesTheHiddenWindowReachable();
    void aHostThatComesBackHasTheIconAgain();
    void aHostThatStartsLaterHasTheIconToo();

private:
    bool click(const QString &button)
    {
        QRect icons;
        if (!QTest::qWaitFor([&] { return !(icons = m_panel->icons()).isNull(); }, 10000))
            return false;
        const QPoint at = icons.center();
        return xdotool({u"mousemove"_s, QString::number(at.x()), QString::number(at.y())}) && xdotool({u"click"_s, button});
    }

    const PrivateBus &m_bus;
    QByteArray m_problem;
    std::unique_ptr<Keyring> m_keyring;
    std::unique_ptr<TrayPanel> m_panel;
    QProcess m_windowManager;
};

void StatusNotifierTest::initTestCase()
{
    QVERIFY2(m_problem.isEmpty(), m_problem.constData());
    m_keyring = std::make_unique<Keyring>(m_bus);
    QVERIFY2(m_keyring->start(), "The keyring daemon did not start.");
    auto environment = m_bus.environment();
    environment.insert(u"DISPLAY"_s, qEnvironmentVariable("DISPLAY"));
    m_panel = std::make_unique<TrayPanel>(environment);
    endWithThisProcess(m_windowManager);
    m_windowManager.setProcessEnvironment(environment);
    m_windowManager.setStandardErrorFile(QProcess::nullDevice());
    m_windowManager.start(findProgram(u"openbox"_s), {});
    QTRY_VERIFY2_WITH_TIMEOUT(xdotool({u"getactivewindow"_s}) || xdotool({u"get_desktop"_s}), "The window manager did not start.", 10000);
}

void StatusNotifierTest::theItemSaysTheStateAndItsMenuStartsAndStops()
{
    QVERIFY(m_panel->start());
    RunningBerth berth;
    const QString running = u"Local registry is running"_s, stopped = u"Local registry is stopped"_s;
    QTRY_COMPARE_WITH_TIMEOUT(TrayItem::toolTip(), running + u" · "_s + berth.address(), 20000);
    QVERIFY(berth.serves());
    QCOMPARE(TrayItem::property(u"Status"_s).toString(), u"Active"_s);
    QCOMPARE(TrayItem::property(u"Title"_s).toString().toLower(), u"berth"_s);
    QVERIFY(!m_panel->icons().isNull());
    const auto icon = TrayItem::icon();
    QVERIFY(!icon.isEmpty());
    const QString copy = u"Copy address\t"_s + berth.address();
    QCOMPARE(TrayItem::labels(), (QStringList{running, copy, u"Open Berth"_s, u"Import…"_s, u"Stop local registry"_s, u"Quit Berth"_s}));

    QVERIFY(TrayItem::choose(u"Stop local registry"_s));
    QTRY_VERIFY_WITH_TIMEOUT(TrayItem::toolTip().startsWith(stopped), 15000);
    QVERIFY(!berth.serves());
    QTRY_COMPARE(TrayItem::labels().value(0), stopped);
    QVERIFY(TrayItem::icon() != icon);
    QVERIFY(!TrayItem::choose(copy)); // there is none to copy

    QVERIFY(TrayItem::choose(u"Start local registry"_s));
    QTRY_VERIFY_WITH_TIMEOUT(TrayItem::toolTip().startsWith(running), 15000);
    QVERIFY(berth.serves());
    QTRY_COMPARE(TrayItem::icon(), icon);
}

void StatusNotifierTest::theFirstCloseIsExplainedAndTheIconBringsTheWindowBack()
{
    QVERIFY(m_panel->start());
    RunningBerth berth;
    QVERIFY(close(mainWindow));
    QVERIFY(strike(explanation, u"Escape"_s));
    QVERIFY(disappears(explanation));
    QVERIFY(!window(mainWindow).isEmpty());
    QVERIFY(close(mainWindow));
    QVERIFY(strike(explanation, u"Return"_s));
    QVERIFY(disappears(mainWindow));
    QTRY_VERIFY_WITH_TIMEOUT(berth.serves(), 15000);
    QVERIFY(click(u"1"_s));
    QVERIFY(appears(mainWindow));
    for (int again = 0; again < 2; ++again) { // not explained any more
        QVERIFY(close(mainWindow));
        QVERIFY(disappears(mainWindow));
        QVERIFY(window(explanation).isEmpty());
        QVERIFY(berth.isRunning());
        QVERIFY(click(u"1"_s));
        QVERIFY(appears(mainWindow));
    }
}

void StatusNotifierTest::theMenuOfTheIconCopiesTheAddress()
{
    QVERIFY(m_panel->start());
    RunningBerth berth;
    QTRY_VERIFY_WITH_TIMEOUT(TrayItem::toolTip().startsWith(u"Local registry is running"_s), 20000);
    QVERIFY(click(u"3"_s));
    QTest::qWait(500); // the panel's menu has no name to wait for
    for (const auto &key : {u"Down"_s, u"Down"_s, u"Return"_s})
        QVERIFY(xdotool({u"key"_s, key}));
    QTRY_COMPARE_WITH_TIMEOUT(QApplication::clipboard()->text(), berth.address(), 10000);
}

void StatusNotifierTest::theMenuOpensTheWindowAndQuits()
{
    QVERIFY(m_panel->start());
    RunningBerth berth({u"--minimized"_s});
    QTRY_VERIFY_WITH_TIMEOUT(TrayItem::toolTip().startsWith(u"Local registry is running"_s), 20000);
    QVERIFY(window(mainWindow).isEmpty());
    QVERIFY(TrayItem::choose(u"Open Berth"_s));
    QVERIFY(appears(mainWindow));
    QVERIFY(TrayItem::choose(u"Quit Berth"_s));
    QTRY_VERIFY_WITH_TIMEOUT(berth.hasQuit(), 20000);
    QVERIFY(!berth.serves());
    QTRY_COMPARE(TrayItem::service(), QString());
}

void StatusNotifierTest::withoutAHostClosingEndsTheProgram()
{
    RunningBerth berth({u"--minimized"_s}); // there is nothing to be minimised into
    QVERIFY(appears(mainWindow));
    QTRY_VERIFY_WITH_TIMEOUT(berth.serves(), 15000);
    QVERIFY(close(mainWindow));
    QTRY_VERIFY_WITH_TIMEOUT(berth.hasQuit(), 20000);
    QVERIFY(!berth.serves());
}

void StatusNotifierTest::aHostThatGoesAwayLeavesTheHiddenWindowReachable()
{
    QVERIFY(m_panel->start());
    RunningBerth berth;
    QVERIFY(close(mainWindow));
    QVERIFY(strike(explanation, u"Return"_s));
    QVERIFY(disappears(mainWindow));
    m_panel->stop();
    QVERIFY(!hasTrayHost());
    QTRY_VERIFY_WITH_TIMEOUT(berth.serves(), 15000);
    QVERIFY(berth.startAgain());
    QVERIFY(appears(mainWindow));
    QVERIFY(close(mainWindow));
    QTRY_VERIFY_WITH_TIMEOUT(berth.hasQuit(), 20000);
}

void StatusNotifierTest::aHostThatComesBackHasTheIconAgain()
{
    QVERIFY(m_panel->start());
    RunningBerth berth({u"--minimized"_s});
    QTRY_VERIFY_WITH_TIMEOUT(TrayItem::toolTip().startsWith(u"Local registry is running"_s), 20000);
    m_panel->stop();
    QVERIFY(m_panel->start());
    QTRY_VERIFY_WITH_TIMEOUT(TrayItem::toolTip().startsWith(u"Local registry is running"_s), 20000);
    QVERIFY(click(u"1"_s));
    QVERIFY(appears(mainWindow));
}

void StatusNotifierTest::aHostThatStartsLaterHasTheIconToo()
{
    RunningBerth berth;
    QVERIFY(appears(mainWindow));
    QVERIFY(m_panel->start());
    QVERIFY(click(u"1"_s)); // the icon is there
    QVERIFY(close(mainWindow));
    QVERIFY(strike(explanation, u"Return"_s));
    QVERIFY(disappears(mainWindow));
    QVERIFY(click(u"1"_s));
    QVERIFY(appears(mainWindow));
}

int main(int argc, char *argv[])
{
    QByteArray problem = missingPrograms({u"xdotool"_s, u"openbox"_s, u"xfce4-panel"_s}) + missingForKeyring();
    if (findProgram(u"Xvfb"_s).isEmpty())
        problem += "The program Xvfb is not installed; the Debian package xvfb brings it.";
    QTemporaryDir folder;
    const PrivateBus bus(folder.path());
    if (problem.isEmpty() && bus.address().isEmpty())
        problem = "The test's session bus did not start.";
    const XServer server;
    if (problem.isEmpty() && server.display().isEmpty())
        problem = "The X server of the test did not start.";
    if (problem.isEmpty()) {
        qputenv("DBUS_SESSION_BUS_ADDRESS", bus.address().toUtf8());
        qputenv("DISPLAY", server.display());
        qputenv("QT_QPA_PLATFORM", "xcb");
        qunsetenv("WAYLAND_DISPLAY");
    }
    QApplication app(argc, argv);
    StatusNotifierTest test(bus, problem);
    return QTest::qExec(&test, argc, argv);
}

#include "StatusNotifierTest.moc"
