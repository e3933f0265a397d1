// SPDX-License-Identifier: Apache-2.0
#include "walk/RandomWalk.h"

#include <cstdio>

#include <QAbstractButton>
#include <QApplication>
#include <QDialog>
#include <QLineEdit>
#include <QMenu>
#include <QTextStream>

#include "Person.h"
#include "archive/ImageBuilder.h"
#include "desktop/browse/ContentTable.h"
#include "desktop/browse/ListModels.h"
#include "desktop/lists/TableView.h"
#include "desktop/settings/Preferences.h"
#include "walk/WalkChecks.h"

namespace berth::test {

namespace {

using namespace Qt::StringLiterals;

constexpr int longestBlockMs = 20'000; ///< Without the event loop; a sanitizer makes all of it slow.
constexpr int mostNewWidgets = 1500;
constexpr int longestWaitForStepMs = 1500; ///< The steps left out before it had given the window the time to show its rows.
constexpr qint64 mostNewMemoryKb = 300'000;

} // namespace

QList<WalkStep> WalkStep::read(const QString &file)
{
    QFile lines(file);
    QList<WalkStep> steps;
    if (!lines.open(QIODevice::ReadOnly | QIODevice::Text))
        return steps;
    while (!lines.atEnd()) {
        const QString line = QString::fromUtf8(lines.readLine()).trimmed();
        if (!line.isEmpty())
            steps << WalkStep{line.section(u' ', 0, 0), line.section(u' ', 1, 1).toUInt()};
    }
    return steps;
}

RandomWalk::RandomWalk(const QString &trace)
    : m_berth(0, &m_scheme)
    , m_servers(m_berth)
    , m_trace(trace)
{
}

RandomWalk::~RandomWalk() = default;

QString RandomWalk::prepare(WalkServers::Extent extent)
{
    if (!m_trace.open(QIODevice::WriteOnly | QIODevice::Truncate | QIODevice::Unbuffered))
        return m_trace.errorString();
    m_scheme.setChoice(ColourScheme::Choice::Light);
    m_berth.desktop().preferences().setLanguage(u"en"_s);
    if (!m_berth.start())
        return u"The local registry did not start"_s;
    if (const QString failed = m_servers.start(extent); !failed.isEmpty())
        return failed;
    const auto archive = [this](const QString &name, const QByteArray &content) {
        m_archives << m_berth.folder() + u'/' + name;
        writeFile(m_archives.last(), content);
    };
    const auto parts = makeParts(40, 2, {"library/dropped:1.0"});
    archive(u"old.tar"_s, oldDockerLayout({parts}).toTar());
    archive(u"new.tar"_s, newDockerLayout({makeParts(50, 3, {"team/dropped:2"}), makeParts(60, 1)}).toTar());
    archive(u"한글.tar"_s, newDockerLayout({makeParts(70, 1)}).toTar());
    archive(u"cut.tar"_s, oldDockerLayout({parts}).toTar().left(2000));
    archive(u"no-archive.txt"_s, "nothing of the kind\n");
    return {};
}

QStringList RandomWalk::kinds()
{
    QStringList names;
    for (const auto &kind : table())
        names << QLatin1String(kind.name);
    return names;
}

RandomWalk::Where RandomWalk::here() const
{
    return QApplication::activePopupWidget() ? Where::Popup : QApplication::activeModalWidget() ? Where::Dialog : Where::Window;
}

bool RandomWalk::walk(quint32 seed, int steps)
{
    Dice dice(seed);
    int taken = 0;
    for (int tries = 0; taken < steps && tries < steps * 20 && m_fault.isEmpty(); ++tries) {
        const auto where = here();
        QList<const Kind *> possible;
        for (const auto &kind : table()) {
            // Where a dialog or a menu is open, most of what happens is in it.
            const int weight = kind.where == where ? kind.weight * (where == Where::Window ? 1 : 6) : kind.where == Where::Anywhere ? kind.weight : 0;
            for (int i = 0; i < weight; ++i)
                possible << &kind;
        }
        taken += take(*dice.of(possible), dice.number());
    }
    if (m_fault.isEmpty() && !compare(dice))
        see(u"The walk could not be compared at its end"_s);
    std::printf("%d steps, compared %d times, held against a server %d times\n", taken, m_compared, m_held);
    return m_fault.isEmpty();
}

bool RandomWalk::replay(const QList<WalkStep> &steps)
{
    for (const auto &step : steps) {
        for (const auto &kind : table()) {
            const bool isHere = kind.where == here() || kind.where == Where::Anywhere;
            if (step.kind == QLatin1String(kind.name) && isHere && m_fault.isEmpty())
                (void)QTest::qWaitFor([&] { return take(kind, step.number); }, longestWaitForStepMs); // what cannot be done then is left out
        }
    }
    return m_fault.isEmpty();
}

bool RandomWalk::take(const Kind &kind, quint32 number)
{
    const WalkStep step{QLatin1String(kind.name), number};
    const qint64 before = m_trace.pos();
    m_trace.write(step.toLine().toUtf8() + '\n');
    m_step = step.toLine();
    QElapsedTimer clock;
    clock.start();
    const bool done = (this->*kind.act)(Dice(number));
    QApplication::processEvents();
    if (!done) { // it was no step
        m_trace.resize(before);
        m_trace.seek(before);
        return false;
    }
    if (clock.elapsed() > longestBlockMs && qstrcmp(kind.name, "compare") != 0)
        see(u"The step took %1 s"_s.arg(clock.elapsed() / 1000));
    lookAround();
    springTrap(step.kind);
    return true;
}

void RandomWalk::see(const QString &what)
{
    if (m_fault.isEmpty())
        m_fault = u"After the step “%1”, at %2: %3"_s.arg(m_step,
            QStringList{m_berth.browser().place().connectionId, m_berth.browser().place().registry, m_berth.browser().place().image}.join(u" › "),
            what.trimmed());
}

void RandomWalk::settle(int ms)
{
    QApplication::processEvents();
    if (ms > 0)
        QTest::qWait(ms);
}

void RandomWalk::lookAround()
{
    if (const QString warned = takeWarnings(); !warned.isEmpty())
        see(u"Qt warns: "_s + warned);
    if (!m_berth.window().isVisible())
        m_berth.window().show();
    watchModels(m_berth.window());
    if (const QString fault = detailsFault(m_berth.browser()); !fault.isEmpty())
        see(fault);
    if (const QString fault = foreignRowFault(m_berth.browser()); !fault.isEmpty())
        see(fault);
    if (const QString fault = sidebarFault(m_berth.window()); !fault.isEmpty())
        see(fault);
    // What the keyboard and the menus read of the selection.
    m_berth.browser().contentPane().selectedReferences();
    m_berth.browser().contentPane().selectedDigest();
}

void RandomWalk::springTrap(const QString &kind)
{
    if (!m_trap.isEmpty() && m_trap.first() == kind) {
        m_trap.removeFirst();
        if (m_trap.isEmpty())
            see(u"The trap that was laid"_s);
    }
}

void RandomWalk::closeAll()
{
    for (int i = 0; i < 20 && here() != Where::Window; ++i) {
        QWidget *front = QApplication::activePopupWidget() ? QApplication::activePopupWidget() : QApplication::activeModalWidget();
        QTest::keyClick(front, Qt::Key_Escape);
        settle();
        if (front == QApplication::activePopupWidget() || front == QApplication::activeModalWidget())
            front->close();
        settle();
    }
}

QString RandomWalk::difference()
{
    auto &browser = m_berth.browser();
    auto &content = browser.content();
    // The servers are well by now, so a connection comes to rest and reaches its own; an address that the walk typed itself leads nowhere.
    const auto *session = browser.session();
    const bool isWell =
        browser.place().connectionId != u"silent"_s && browser.place().connectionId != u"wrong"_s && session->connection().url.host() == u"127.0.0.1"_s;
    if (isWell && (session->state() == Session::State::Loading || session->state() == Session::State::ReadingKey))
        return u"The connection does not come to rest"_s;
    if (isWell && session->state() == Session::State::Failed && session->error().code == ErrorCode::Unreachable)
        return u"The connection says that its server is away: "_s + QString::fromStdString(session->error().message) + u" ("_s + m_servers.stateOfOther()
            + u")"_s;
    if (!browser.place().tool.isEmpty() || !excuseOf(browser).isEmpty())
        return {};
    const bool byTag = content.rows() == ContentTable::Rows::Tags;
    const auto names = m_servers.namesAt(browser.place(), byTag, !content.hidesUntagged());
    if (!names)
        return {};
    ++m_held;
    QSet<QString> shown;
    if (content.rows() == ContentTable::Rows::Registries || byTag) {
        for (const auto &text : textsOf(content.view()))
            shown << (text == RegistryTableModel::tr("(no registry)") ? topLevel : text);
    } else if (content.rows() == ContentTable::Rows::Images) {
        for (const auto &text : textsOf(content.view()))
            shown << text;
    } else {
        for (const auto &artifact : content.loadedArtifacts())
            shown << artifact.digest;
    }
    const auto list = [](QSet<QString> set) {
        auto sorted = set.values();
        sorted.sort();
        return sorted.size() > 12 ? sorted.mid(0, 12).join(u", ") + u" …"_s : sorted.join(u", ");
    };
    const auto foreign = shown - *names;
    const auto missing = shown.size() >= 100 ? QSet<QString>() : *names - shown; // a longer list comes as it is scrolled
    if (foreign.isEmpty() && missing.isEmpty())
        return {};
    return u"The table shows what the server has not (%1), or lacks what it has (%2)"_s.arg(list(foreign), list(missing));
}

bool RandomWalk::compare(Dice)
{
    closeAll();
    m_servers.calm();
    if (!m_berth.server().isRunning())
        m_berth.server().start();
    auto *filter = m_berth.browser().content().findChild<QLineEdit *>();
    if (filter && !filter->text().isEmpty())
        filter->clear();
    settle(20);
    m_berth.browser().refresh();
    QString found;
    const bool agrees = QTest::qWaitFor([&] { return (found = difference()).isEmpty(); }, 15000);
    if (!agrees) {
        m_berth.browser().refresh(); // a key that was renewed, a list that was on its way
        if (!QTest::qWaitFor([&] { return (found = difference()).isEmpty(); }, 35000))
            see(found);
    }
    const int widgets = int(QApplication::allWidgets().size());
    const qint64 memory = memoryKb();
    if (++m_compared == 2) {
        m_widgets = widgets;
        m_memoryKb = memory;
    } else if (m_compared > 2 && widgets > m_widgets + mostNewWidgets) {
        see(u"There are %1 widgets, %2 when it was warm"_s.arg(widgets).arg(m_widgets));
    } else if (m_compared > 2 && memory > m_memoryKb + mostNewMemoryKb && qEnvironmentVariableIsEmpty("BERTH_WALK_SANITIZED")) {
        see(u"%1 kB are in use, %2 when it was warm"_s.arg(memory).arg(m_memoryKb));
    }
    return true;
}

} // namespace berth::test
