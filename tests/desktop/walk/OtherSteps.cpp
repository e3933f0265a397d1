// SPDX-License-Identifier: Apache-2.0
// Steps in dialogs and menus, and what happens beside the person: connections, servers, other clients, the look.
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QFileDialog>
#include <QInputMethodEvent>
#include <QLineEdit>
#include <QMenu>
#include <QSpinBox>

#include "desktop/sessions/ConnectionList.h"
#include "desktop/settings/Preferences.h"
#include "walk/RandomWalk.h"

namespace berth::test {

namespace {

using namespace Qt::StringLiterals;

const QStringList texts{u"v1.2.3"_s, u"a"_s, u"library"_s, u"fresh"_s, u"한글 이름"_s, u"../up"_s, u"127.0.0.1:1"_s, u"w1"_s, u"<b>x</b> & y"_s,
    QString(300, u'x'), u"latest"_s, u"7"_s};

/// Qt's own dialog for files asks back in a loop of its own, in which a walk would stand still: it is opened and left again.
bool isOfFiles(const QWidget *widget)
{
    for (; widget; widget = widget->parentWidget()) {
        if (qobject_cast<const QFileDialog *>(widget))
            return true;
    }
    return false;
}

} // namespace

void RandomWalk::enter(QWidget &field, const QString &text)
{
    const bool hasKeys = std::all_of(text.begin(), text.end(), [](QChar character) { return character.unicode() < 128; });
    if (hasKeys) {
        QTest::keyClicks(&field, text);
        return;
    }
    QInputMethodEvent event;
    event.setCommitString(text);
    QApplication::sendEvent(&field, &event);
}

bool RandomWalk::typeInDialog(Dice dice)
{
    QList<QWidget *> fields;
    auto *dialog = QApplication::activeModalWidget();
    if (isOfFiles(dialog))
        return false;
    for (auto *field : dialog->findChildren<QWidget *>()) {
        const bool isField = qobject_cast<QLineEdit *>(field) || qobject_cast<QComboBox *>(field) || qobject_cast<QAbstractSpinBox *>(field);
        if (isField && field->isVisible() && field->isEnabled() && field->window() == dialog)
            fields << field;
    }
    if (fields.isEmpty())
        return false;
    auto *field = dice.of(fields);
    field->setFocus();
    if (qobject_cast<QLineEdit *>(field) && dice.oneIn(2))
        QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
    if (qobject_cast<QComboBox *>(field))
        QTest::keyClick(field, dice.oneIn(2) ? Qt::Key_Down : Qt::Key_Up);
    else
        enter(*field, dice.of(texts));
    settle(dice.oneIn(4) ? 350 : 0); // what a dialog asks once the typing rests
    return true;
}

bool RandomWalk::pressInDialog(Dice dice) { return !isOfFiles(QApplication::activeModalWidget()) && pressOneOf(*QApplication::activeModalWidget(), dice); }

bool RandomWalk::escapeDialog(Dice)
{
    QTest::keyClick(QApplication::activeModalWidget(), Qt::Key_Escape);
    return true;
}

bool RandomWalk::choose(Dice dice)
{
    auto *popup = QApplication::activePopupWidget();
    if (isOfFiles(popup))
        return false;
    auto *menu = qobject_cast<QMenu *>(popup);
    if (!menu) { // the list of a combo box
        QTest::keyClick(popup->focusWidget() ? popup->focusWidget() : popup, dice.oneIn(2) ? Qt::Key_Down : Qt::Key_Return);
        return true;
    }
    QList<QAction *> actions;
    for (auto *action : menu->actions()) {
        if (action->isEnabled() && !action->isSeparator() && action->shortcut() != QKeySequence(QKeySequence::Quit))
            actions << action;
    }
    if (actions.isEmpty())
        return false;
    menu->setActiveAction(dice.of(actions));
    QTest::keyClick(menu, Qt::Key_Return);
    return true;
}

bool RandomWalk::escapePopup(Dice)
{
    QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Escape);
    return true;
}

bool RandomWalk::wait(Dice dice)
{
    settle(20 + dice.below(dice.oneIn(6) ? 900 : 120));
    return true;
}

bool RandomWalk::switchTheme(Dice dice)
{
    m_berth.desktop().preferences().setTheme(dice.oneIn(2) ? Preferences::Theme::Dark : Preferences::Theme::Light);
    return true;
}

bool RandomWalk::switchLanguage(Dice)
{
    auto &preferences = m_berth.desktop().preferences();
    preferences.setLanguage(preferences.language() == u"ko"_s ? u"en"_s : u"ko"_s);
    return true;
}

bool RandomWalk::addConnection(Dice dice)
{
    if (m_servers.connections().isEmpty())
        return false;
    const auto connection = dice.of(m_servers.connections());
    if (m_berth.desktop().connections().find(connection.id))
        return false;
    m_berth.desktop().connections().save(connection);
    return true;
}

bool RandomWalk::removeConnection(Dice dice)
{
    auto &connections = m_berth.desktop().connections();
    if (connections.sessions().size() < 4)
        return false;
    connections.remove(connections.sessions().at(1 + dice.below(connections.sessions().size() - 1))->id());
    return true;
}

bool RandomWalk::renameConnection(Dice dice)
{
    auto &connections = m_berth.desktop().connections();
    if (connections.sessions().size() < 2)
        return false;
    Connection connection = connections.sessions().at(1 + dice.below(connections.sessions().size() - 1))->connection();
    connection.name = u"%1 %2"_s.arg(connection.id).arg(dice.below(100));
    connection.secret = {};
    connections.save(connection);
    return true;
}

bool RandomWalk::moveConnection(Dice dice)
{
    auto &connections = m_berth.desktop().connections();
    connections.move(dice.of(connections.sessions())->id(), dice.oneIn(2) ? 1 : -1);
    return true;
}

bool RandomWalk::reconnect(Dice dice)
{
    auto &connections = m_berth.desktop().connections();
    connections.reopen(*dice.of(connections.sessions()));
    return true;
}

bool RandomWalk::stopLocal(Dice)
{
    if (!m_berth.server().isRunning())
        return false;
    m_servers.awaitOtherClient();
    m_berth.server().stop();
    return true;
}

bool RandomWalk::startLocal(Dice)
{
    if (m_berth.server().isRunning())
        return false;
    m_berth.server().start();
    return true;
}

bool RandomWalk::otherClient(Dice dice)
{
    m_servers.letOtherClientWork(dice);
    return true;
}

bool RandomWalk::disturbServer(Dice dice)
{
    m_servers.disturb(dice);
    return true;
}

bool RandomWalk::calmServers(Dice)
{
    m_servers.calm();
    return true;
}

} // namespace berth::test
