// SPDX-License-Identifier: Apache-2.0
// The kinds of step that there are, and those that a person takes in the window itself.
#include <QAbstractButton>
#include <QApplication>
#include <QContextMenuEvent>
#include <QLineEdit>
#include <QMenu>
#include <QScrollBar>
#include <QTabBar>

#include "DropArchive.h"
#include "Person.h"
#include "desktop/browse/ContentTable.h"
#include "desktop/browse/DetailsPane.h"
#include "desktop/lists/TableView.h"
#include "desktop/search/SearchBox.h"
#include "desktop/sessions/ConnectionList.h"
#include "desktop/shell/SidebarView.h"
#include "walk/RandomWalk.h"

namespace berth::test {

namespace {

using namespace Qt::StringLiterals;

QModelIndex anyRow(const QAbstractItemView &view, Dice &dice)
{
    const auto *model = view.model();
    const auto top = model->index(dice.below(model->rowCount()), 0);
    const int children = model->rowCount(top);
    return children > 0 && dice.oneIn(3) ? model->index(dice.below(children), 0, top) : top;
}

/// Clicks into the row as a person does; false if it cannot be seen.
bool clickInto(QAbstractItemView &view, const QModelIndex &index, Qt::KeyboardModifiers modifiers, bool twice)
{
    view.scrollTo(index);
    const QRect rect = view.visualRect(index).intersected(view.viewport()->rect());
    if (!index.isValid() || rect.isEmpty())
        return false;
    const QPoint point(rect.left() + qMin(60, rect.width() / 2), rect.center().y());
    QTest::mouseClick(view.viewport(), Qt::LeftButton, modifiers, point);
    if (twice)
        QTest::mouseDClick(view.viewport(), Qt::LeftButton, modifiers, point);
    return true;
}

const QStringList filters{u"o"_s, u"v1"_s, u"latest"_s, u"one"_s, u"w"_s, u"sha"_s, u"no such row"_s, u"%"_s, u"한글"_s, u"0"_s, u"team"_s, u"registry"_s};

} // namespace

const QList<RandomWalk::Kind> &RandomWalk::table()
{
    static const QList<Kind> kinds{
        {"openRow", Where::Window, 14, &RandomWalk::openRow},
        {"clickRow", Where::Window, 6, &RandomWalk::clickRow},
        {"selectMore", Where::Window, 4, &RandomWalk::selectMore},
        {"selectAll", Where::Window, 2, &RandomWalk::selectAll},
        {"strikeInTable", Where::Window, 6, &RandomWalk::strikeInTable},
        {"filter", Where::Window, 6, &RandomWalk::filter},
        {"clearFilter", Where::Window, 2, &RandomWalk::clearFilter},
        {"sort", Where::Window, 4, &RandomWalk::sort},
        {"scroll", Where::Window, 6, &RandomWalk::scroll},
        {"switchView", Where::Window, 5, &RandomWalk::switchView},
        {"goBack", Where::Window, 5, &RandomWalk::goBack},
        {"goForward", Where::Window, 3, &RandomWalk::goForward},
        {"goUp", Where::Window, 4, &RandomWalk::goUp},
        {"jump", Where::Window, 8, &RandomWalk::jump},
        {"clickSidebar", Where::Window, 6, &RandomWalk::clickSidebar},
        {"sidebarMenu", Where::Window, 4, &RandomWalk::sidebarMenu},
        {"mainMenu", Where::Window, 4, &RandomWalk::mainMenu},
        {"openTool", Where::Window, 4, &RandomWalk::openTool},
        {"pressButton", Where::Window, 12, &RandomWalk::pressButton},
        {"clickTab", Where::Window, 5, &RandomWalk::clickTab},
        {"refresh", Where::Window, 4, &RandomWalk::refresh},
        {"search", Where::Window, 4, &RandomWalk::search},
        {"strikeShortcut", Where::Window, 5, &RandomWalk::strikeShortcut},
        {"resize", Where::Window, 2, &RandomWalk::resize},
        {"drop", Where::Window, 3, &RandomWalk::drop},
        {"typeInDialog", Where::Dialog, 8, &RandomWalk::typeInDialog},
        {"pressInDialog", Where::Dialog, 8, &RandomWalk::pressInDialog},
        {"escapeDialog", Where::Dialog, 3, &RandomWalk::escapeDialog},
        {"choose", Where::Popup, 8, &RandomWalk::choose},
        {"escapePopup", Where::Popup, 3, &RandomWalk::escapePopup},
        {"wait", Where::Anywhere, 6, &RandomWalk::wait},
        {"switchTheme", Where::Anywhere, 2, &RandomWalk::switchTheme},
        {"switchLanguage", Where::Window, 1, &RandomWalk::switchLanguage},
        {"addConnection", Where::Window, 3, &RandomWalk::addConnection},
        {"removeConnection", Where::Anywhere, 2, &RandomWalk::removeConnection},
        {"renameConnection", Where::Anywhere, 1, &RandomWalk::renameConnection},
        {"moveConnection", Where::Anywhere, 2, &RandomWalk::moveConnection},
        {"reconnect", Where::Anywhere, 2, &RandomWalk::reconnect},
        {"stopLocal", Where::Anywhere, 1, &RandomWalk::stopLocal},
        {"startLocal", Where::Anywhere, 3, &RandomWalk::startLocal},
        {"otherClient", Where::Anywhere, 8, &RandomWalk::otherClient},
        {"disturbServer", Where::Anywhere, 5, &RandomWalk::disturbServer},
        {"calmServers", Where::Anywhere, 2, &RandomWalk::calmServers},
        {"compare", Where::Window, 4, &RandomWalk::compare},
    };
    return kinds;
}

bool RandomWalk::openRow(Dice dice)
{
    auto &view = m_berth.browser().table();
    return view.isVisible() && view.model()->rowCount() > 0 && clickInto(view, anyRow(view, dice), {}, true);
}

bool RandomWalk::clickRow(Dice dice)
{
    auto &view = m_berth.browser().table();
    if (!view.isVisible()) { // that of a tool
        const auto views = m_berth.browser().findChildren<TableView *>();
        for (auto *other : views) {
            if (other->isVisible() && other->model()->rowCount() > 0)
                return clickInto(*other, anyRow(*other, dice), {}, dice.oneIn(4));
        }
    }
    return view.isVisible() && view.model()->rowCount() > 0 && clickInto(view, anyRow(view, dice), {}, false);
}

bool RandomWalk::selectMore(Dice dice)
{
    auto &view = m_berth.browser().table();
    return view.isVisible() && view.model()->rowCount() > 1
        && clickInto(view, anyRow(view, dice), dice.oneIn(2) ? Qt::ControlModifier : Qt::ShiftModifier, false);
}

bool RandomWalk::selectAll(Dice)
{
    auto &view = m_berth.browser().table();
    if (!view.isVisible() || view.model()->rowCount() == 0)
        return false;
    view.setFocus();
    QTest::keyClick(&view, Qt::Key_A, Qt::ControlModifier);
    return true;
}

bool RandomWalk::strikeInTable(Dice dice)
{
    auto &view = m_berth.browser().table();
    if (!view.isVisible())
        return false;
    view.setFocus();
    const QList<Qt::Key> keys{Qt::Key_Down, Qt::Key_Up, Qt::Key_End, Qt::Key_Home, Qt::Key_PageDown, Qt::Key_Right, Qt::Key_Left, Qt::Key_Return, Qt::Key_Space,
        Qt::Key_Backspace, Qt::Key_Delete, Qt::Key_L};
    for (int i = dice.below(3); i >= 0; --i)
        QTest::keyClick(&view, dice.of(keys), dice.oneIn(4) ? Qt::ShiftModifier : Qt::NoModifier);
    return true;
}

bool RandomWalk::filter(Dice dice)
{
    for (auto *field : m_berth.browser().findChildren<QLineEdit *>()) {
        if (!field->isVisible() || !field->property("quiet").toBool() || dice.oneIn(4))
            continue;
        field->setFocus();
        enter(*field, dice.of(filters));
        return true;
    }
    return false;
}

bool RandomWalk::clearFilter(Dice)
{
    bool any = false;
    for (auto *field : m_berth.browser().findChildren<QLineEdit *>()) {
        if (!field->isVisible() || field->text().isEmpty() || !field->property("quiet").toBool())
            continue;
        field->setFocus();
        QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(field, Qt::Key_Delete);
        any = true;
    }
    return any;
}

bool RandomWalk::sort(Dice dice)
{
    QList<QHeaderView *> headers;
    for (auto *header : m_berth.browser().findChildren<QHeaderView *>()) {
        if (header->isVisible() && header->count() > 0)
            headers << header;
    }
    if (headers.isEmpty())
        return false;
    auto *header = dice.of(headers);
    const int section = dice.below(header->count());
    const QPoint point(header->sectionViewportPosition(section) + header->sectionSize(section) / 2, header->height() / 2);
    if (header->isSectionHidden(section) || !header->viewport()->rect().contains(point))
        return false;
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, point);
    return true;
}

bool RandomWalk::scroll(Dice dice)
{
    QList<QScrollBar *> bars;
    for (auto *bar : m_berth.browser().findChildren<QScrollBar *>()) {
        if (bar->isVisible() && bar->maximum() > 0)
            bars << bar;
    }
    if (bars.isEmpty())
        return false;
    auto *bar = dice.of(bars);
    bar->setValue(dice.oneIn(2) ? bar->maximum() : dice.below(bar->maximum()));
    return true;
}

bool RandomWalk::switchView(Dice dice)
{
    auto &content = m_berth.browser().content();
    if (!content.isVisible() || content.place().level() != Place::Level::Artifacts)
        return false;
    if (dice.oneIn(3))
        content.setHidesUntagged(!content.hidesUntagged());
    else
        content.setArtifactView(
            content.artifactView() == ContentTable::ArtifactView::ByTag ? ContentTable::ArtifactView::ByArtifact : ContentTable::ArtifactView::ByTag);
    return true;
}

bool RandomWalk::goBack(Dice)
{
    QTest::keyClick(&m_berth.window(), Qt::Key_Left, Qt::AltModifier);
    m_berth.browser().goBack();
    return true;
}

bool RandomWalk::goForward(Dice)
{
    m_berth.browser().goForward();
    return true;
}

bool RandomWalk::goUp(Dice)
{
    m_berth.browser().goUp();
    return true;
}

bool RandomWalk::jump(Dice dice)
{
    const auto id = dice.of(m_berth.desktop().connections().sessions())->id();
    if (id == u"team-ncr"_s && !dice.oneIn(3)) { // the one that gets slow
        const QString registry = u"registry-0000%1"_s.arg(dice.below(3));
        m_berth.browser().goTo({id, registry, dice.oneIn(3) ? u"batch-000002"_s : QString()});
        return true;
    }
    const QList<Place> places{{id, {}, {}}, {id, u"library"_s, {}}, {id, u"library"_s, u"one"_s}, {id, u"library"_s, u"two"_s}, {id, u"team"_s, u"many"_s},
        {id, u"team"_s, u"deep/name"_s}, {id, u"no-such"_s, u"image"_s}};
    m_berth.browser().goTo(dice.of(places));
    return true;
}

bool RandomWalk::clickSidebar(Dice dice)
{
    auto *view = m_berth.window().findChild<SidebarView *>();
    return view && clickInto(*view, anyRow(*view, dice), {}, dice.oneIn(5));
}

bool RandomWalk::sidebarMenu(Dice dice)
{
    auto *view = m_berth.window().findChild<SidebarView *>();
    const auto index = anyRow(*view, dice);
    view->scrollTo(index);
    const QPoint point = view->visualRect(index).center();
    if (!view->viewport()->rect().contains(point))
        return false;
    QContextMenuEvent event(QContextMenuEvent::Mouse, point, view->viewport()->mapToGlobal(point));
    QApplication::sendEvent(view->viewport(), &event);
    return true;
}

bool RandomWalk::mainMenu(Dice)
{
    QTest::keyClick(&m_berth.window(), Qt::Key_F10);
    return true;
}

bool RandomWalk::openTool(Dice dice)
{
    m_berth.browser().openTool(dice.of(QStringList{tool::trash, tool::storage, tool::keys, tool::users, tool::settings, tool::health}));
    return true;
}

bool RandomWalk::pressButton(Dice dice) { return pressOneOf(m_berth.window(), dice); }

bool RandomWalk::pressOneOf(QWidget &within, Dice &dice)
{
    QList<QAbstractButton *> buttons;
    for (auto *button : within.findChildren<QAbstractButton *>()) {
        if (button->isVisible() && button->isEnabled() && button->window() == within.window())
            buttons << button;
    }
    if (buttons.isEmpty())
        return false;
    QTest::mouseClick(dice.of(buttons), Qt::LeftButton);
    return true;
}

bool RandomWalk::clickTab(Dice dice)
{
    for (auto *bar : m_berth.browser().findChildren<QTabBar *>()) {
        if (!bar->isVisible() || bar->count() == 0)
            continue;
        QTest::mouseClick(bar, Qt::LeftButton, {}, bar->tabRect(dice.below(bar->count())).center());
        return true;
    }
    return false;
}

bool RandomWalk::refresh(Dice)
{
    m_berth.browser().refresh();
    return true;
}

bool RandomWalk::search(Dice dice)
{
    auto &box = m_berth.window().search();
    box.begin();
    QTest::keyClicks(
        &box, dice.of(QStringList{u"one"_s, u"v1"_s, u"team"_s, u"trash"_s, u"a"_s, u"library/two"_s, u"storage"_s, u"nothing like it"_s, u"batch"_s}));
    settle(dice.oneIn(2) ? 250 : 0);
    for (int i = dice.below(4); i > 0; --i)
        QTest::keyClick(&box, Qt::Key_Down);
    QTest::keyClick(&box, dice.oneIn(3) ? Qt::Key_Escape : Qt::Key_Return);
    return true;
}

bool RandomWalk::strikeShortcut(Dice dice)
{
    struct Keys {
        Qt::Key key;
        Qt::KeyboardModifiers modifiers;
    };
    const QList<Keys> keys{{Qt::Key_Delete, {}}, {Qt::Key_Z, Qt::ControlModifier}, {Qt::Key_C, Qt::ControlModifier},
        {Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier}, {Qt::Key_F, Qt::ControlModifier}, {Qt::Key_T, Qt::ControlModifier},
        {Qt::Key_E, Qt::ControlModifier}, {Qt::Key_F2, {}}, {Qt::Key_F6, {}}, {Qt::Key_I, Qt::ControlModifier}, {Qt::Key_J, Qt::ControlModifier},
        {Qt::Key_Tab, Qt::ControlModifier}, {Qt::Key_1, Qt::ControlModifier}, {Qt::Key_2, Qt::ControlModifier}, {Qt::Key_Tab, {}}, {Qt::Key_Escape, {}}};
    const auto chosen = dice.of(keys);
    auto &window = m_berth.window();
    window.activateWindow();
    QWidget *focused = window.focusWidget();
    QTest::keyClick(focused ? focused : &window, chosen.key, chosen.modifiers);
    return true;
}

bool RandomWalk::resize(Dice dice)
{
    m_berth.window().resize(900 + dice.below(700), 600 + dice.below(400));
    return true;
}

bool RandomWalk::drop(Dice dice)
{
    QStringList files;
    for (int i = dice.below(2); i >= 0; --i)
        files << dice.of(m_archives);
    return dropFiles(m_berth.window(), files);
}

} // namespace berth::test
