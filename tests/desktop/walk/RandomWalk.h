// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include <QElapsedTimer>
#include <QFile>
#include <QStringList>

#include "DesktopFixture.h"
#include "desktop/style/ColourScheme.h"
#include "walk/Dice.h"
#include "walk/WalkServers.h"

class QAbstractButton;
class QMenu;

namespace berth::test {

/// One step of a walk: a kind of action and the number that all its choices follow from. A line of a trace: "openRow 123456".
struct WalkStep {
    QString kind;
    quint32 number = 0;

    QString toLine() const { return kind + QLatin1Char(' ') + QString::number(number); }
    static QList<WalkStep> read(const QString &file);
};

/// A person without a plan at the real window, while other clients and servers do what they do. After each step the window is looked at.
///
/// Everything that is chosen follows from numbers, so that a walk can be made again from its seed or from its trace; what the network brings
/// first may differ. A step of a trace that cannot be taken is passed over, so that any part of a trace is a walk, too.
class RandomWalk {
public:
    /// Steps are written to `trace` before they are taken, so that the last line is the one that ended the program.
    explicit RandomWalk(const QString &trace);
    ~RandomWalk();

    /// Why the walk could not begin; empty if it could.
    QString prepare(WalkServers::Extent extent);

    /// `steps` steps that follow from the seed. False at the first fault.
    bool walk(quint32 seed, int steps);
    bool replay(const QList<WalkStep> &steps);

    /// What was seen first, with the step after which it was seen; empty if all was well.
    QString fault() const { return m_fault; }

    /// All kinds of step that there are.
    static QStringList kinds();

    /// The kinds that are to be called a fault when they are taken in this order, with anything between: a fault put in by hand.
    void setTrap(const QStringList &kinds) { m_trap = kinds; }

private:
    /// Where a step can be taken: a dialog or a menu that is open takes what a person does.
    enum class Where { Window, Dialog, Popup, Anywhere };
    struct Kind {
        const char *name;
        Where where;
        int weight;
        bool (RandomWalk::*act)(Dice dice); ///< False if it could not be done.
    };
    static const QList<Kind> &table();

    bool take(const Kind &kind, quint32 number);
    Where here() const;
    void see(const QString &what);
    void lookAround();
    void settle(int ms = 0);
    void springTrap(const QString &kind);

    // In the window.
    bool openRow(Dice dice);
    bool clickRow(Dice dice);
    bool selectMore(Dice dice);
    bool selectAll(Dice dice);
    bool strikeInTable(Dice dice);
    bool filter(Dice dice);
    bool clearFilter(Dice dice);
    bool sort(Dice dice);
    bool scroll(Dice dice);
    bool switchView(Dice dice);
    bool goBack(Dice dice);
    bool goForward(Dice dice);
    bool goUp(Dice dice);
    bool jump(Dice dice);
    bool clickSidebar(Dice dice);
    bool sidebarMenu(Dice dice);
    bool mainMenu(Dice dice);
    bool openTool(Dice dice);
    bool pressButton(Dice dice);
    bool clickTab(Dice dice);
    bool refresh(Dice dice);
    bool search(Dice dice);
    bool strikeShortcut(Dice dice);
    bool resize(Dice dice);
    bool drop(Dice dice);
    bool compare(Dice dice);
    // In a dialog or a menu.
    bool typeInDialog(Dice dice);
    bool pressInDialog(Dice dice);
    bool escapeDialog(Dice dice);
    bool choose(Dice dice);
    bool escapePopup(Dice dice);
    // Beside the person.
    bool wait(Dice dice);
    bool switchTheme(Dice dice);
    bool switchLanguage(Dice dice);
    bool addConnection(Dice dice);
    bool removeConnection(Dice dice);
    bool renameConnection(Dice dice);
    bool moveConnection(Dice dice);
    bool reconnect(Dice dice);
    bool stopLocal(Dice dice);
    bool startLocal(Dice dice);
    bool otherClient(Dice dice);
    bool disturbServer(Dice dice);
    bool calmServers(Dice dice);

    bool pressOneOf(QWidget &within, Dice &dice);
    /// Types it; what no key of this keyboard has comes from an input method.
    static void enter(QWidget &field, const QString &text);
    void closeAll();
    /// Empty if the table has what the server has, or says why not.
    QString difference();

    ColourScheme m_scheme;
    DesktopFixture m_berth;
    WalkServers m_servers;
    QStringList m_archives;
    QFile m_trace;
    QString m_step; ///< Under way, or the last one.
    QString m_fault;
    QStringList m_trap;
    int m_compared = 0;
    int m_held = 0; ///< Against what a server said.
    int m_widgets = 0; ///< When it was compared first.
    qint64 m_memoryKb = 0;
};

} // namespace berth::test
