// SPDX-License-Identifier: Apache-2.0
// The main menu of a MainWindow, its keys, and what it opens.
#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QShortcut>

#include "desktop/browse/ContentPane.h"
#include "desktop/browse/ContentTable.h"
#include "desktop/browse/DetailsPane.h"
#include "desktop/lists/TableView.h"
#include "desktop/parts/Parts.h"
#include "desktop/preferences/NetworkPage.h"
#include "desktop/preferences/Pages.h"
#include "desktop/preferences/PreferencesDialog.h"
#include "desktop/preferences/TransfersPage.h"
#include "desktop/sessions/ConnectionList.h"
#include "desktop/sessions/Session.h"
#include "desktop/settings/Preferences.h"
#include "desktop/shell/BrowsePane.h"
#include "desktop/shell/Features.h"
#include "desktop/shell/MainWindow.h"
#include "desktop/shell/SidebarModel.h"
#include "desktop/shell/SidebarView.h"
#include "desktop/transfers/TransfersPanel.h"
#include "desktop/trash/UndoBanner.h"

namespace berth {

void MainWindow::updateToolbar()
{
    auto *session = target();
    const QString away = session == m_local ? tr("The local registry is not running") : tr("%1 is not connected").arg(session->name());
    m_toolbar->setReason(m_import, session->isConnected() ? session->refusal(Deed::Push, m_browser->place().registry) : away);
    for (int i = 0; i < m_tools.size(); ++i) {
        const auto &tool = m_features.tools().at(i);
        const QString refused = tool.whyNot(*ownerOf(tool));
        m_tools.at(i)->setEnabled(refused.isEmpty());
        m_tools.at(i)->setToolTip(refused.isEmpty() ? m_tools.at(i)->text() : refused);
    }
    m_toolbar->setReason(m_createRegistry, session->isConnected() ? session->refusal(Deed::CreateRegistry) : away);
}

void MainWindow::buildMenu()
{
    const auto add = [this](const char *glyph, const QString &text, const QList<QKeySequence> &keys, auto act) {
        auto *action = m_menu->addAction(glyph ? icon(glyph) : QIcon(), text);
        action->setShortcuts(keys);
        addAction(action);
        connect(action, &QAction::triggered, this, act);
        return action;
    };
    add("plug", tr("Connect…"), {QKeySequence(Qt::CTRL | Qt::Key_N)}, [this] { connectServer(); });
    add("plus", tr("Create registry…"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N)}, [this] { m_browser->createRegistry(); });
    add("import", tr("Import…"), {QKeySequence::Open}, [this] { chooseFiles(); });
    add("refresh", tr("Refresh"), {QKeySequence(Qt::Key_F5)}, [this] { m_browser->refresh(); });
    add("export", tr("Export…"), {QKeySequence(Qt::CTRL | Qt::Key_E)}, [this] { m_browser->contentPane().exportSelection(); });
    m_menu->addSeparator();
    add("tag", tr("Create tag…"), {QKeySequence(Qt::CTRL | Qt::Key_T)}, [this] { m_browser->contentPane().createTag(); });
    add("edit", tr("Edit connection, move tag…"), {QKeySequence(Qt::Key_F2)}, [this] {
        const QString id = m_sidebarModel->placeAt(m_sidebar->currentIndex()).connectionId;
        if (!m_sidebar->hasFocus())
            m_browser->contentPane().moveSelectedTag();
        else if (id == m_local->id())
            showPreferences(localRegistryPage);
        else
            editConnection(id);
    });
    add("copy", tr("Copy pull reference"), {QKeySequence::Copy}, [this] {
        if (const QString reference = m_browser->contentPane().selectedReferences(); !reference.isEmpty())
            QGuiApplication::clipboard()->setText(reference);
    });
    add("copy", tr("Copy digest"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C)}, [this] {
        if (const QString digest = m_browser->contentPane().selectedDigest(); !digest.isEmpty())
            QGuiApplication::clipboard()->setText(digest);
    });
    add("trash", tr("Delete…"), {QKeySequence::Delete}, [this] { m_browser->deleteSelection(); });
    add("undo", tr("Undo deletion"), {QKeySequence::Undo}, [this] { m_browser->undoBanner().undo(); });
    m_menu->addSeparator();
    for (const auto &tool : m_features.tools())
        m_tools << add(tool.glyph, tool.text(), {}, [this, id = tool.id] { openTool(id); });
    m_menu->setToolTipsVisible(true);
    m_menu->addSeparator();
    add("filter", tr("Filter this list"), {QKeySequence::Find}, [this] { m_browser->focusFilter(); });
    add("panel", tr("Details pane"), {QKeySequence(Qt::CTRL | Qt::Key_I)}, [this] { m_browser->details().setOpen(!m_browser->details().isOpen()); });
    add("transfers", tr("Transfers panel"), {QKeySequence(Qt::CTRL | Qt::Key_J)}, [this] { m_panel->setOpen(!m_panel->isOpen()); });
    m_menu->addSeparator();
    add("gear", tr("Preferences…"), {QKeySequence(Qt::CTRL | Qt::Key_Comma)}, [this] { showPreferences(); });
    add(nullptr, tr("Quit Berth"), {QKeySequence::Quit}, [this] { Q_EMIT quitRequested(); });

    const auto shortcut = [this](const QKeySequence &keys, auto act) { connect(new QShortcut(keys, this), &QShortcut::activated, this, act); };
    shortcut(Qt::Key_F10, [this] { m_menuButton->click(); });
    shortcut(Qt::ALT | Qt::Key_Left, [this] { m_browser->goBack(); });
    shortcut(Qt::ALT | Qt::Key_Right, [this] { m_browser->goForward(); });
    shortcut(Qt::CTRL | Qt::Key_Tab, [this] { m_browser->details().nextTab(1); });
    shortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_Tab, [this] { m_browser->details().nextTab(-1); });
    for (int i = 1; i <= 9; ++i) {
        shortcut(Qt::CTRL | Qt::Key(Qt::Key_0 + i), [this, i] {
            if (i <= m_connections.sessions().size())
                m_browser->goTo({m_connections.sessions().at(i - 1)->id(), {}, {}});
        });
    }
    shortcut(Qt::Key_F6, [this] { turnFocus(1); });
    shortcut(Qt::SHIFT | Qt::Key_F6, [this] { turnFocus(-1); });
    auto *up = new QShortcut(Qt::Key_Backspace, &m_browser->table());
    up->setContext(Qt::WidgetShortcut);
    connect(up, &QShortcut::activated, m_browser, &BrowsePane::goUp);
}

Session *MainWindow::ownerOf(const ToolFeature &tool) const { return tool.offered(*target()) ? target() : m_local; }

void MainWindow::openTool(const QString &id)
{
    if (const auto *tool = m_features.tool(id))
        m_browser->goTo({ownerOf(*tool)->id(), {}, {}, id});
}

void MainWindow::showPreferences(int page)
{
    auto *dialog = new PreferencesDialog(this);
    dialog->addPage(new GeneralPage(m_preferences, m_diagnostics, dialog));
    auto *registry = new LocalRegistryPage(m_server, m_features.tools(), *m_local, dialog);
    connect(registry, &LocalRegistryPage::toolRequested, this, [this, dialog](const QString &id) {
        dialog->close();
        m_browser->goTo({m_local->id(), {}, {}, id});
    });
    dialog->addPage(registry);
    auto *network = new NetworkPage(m_connections, dialog);
    connect(network, &NetworkPage::editRequested, this, [this, dialog](const QString &id) {
        dialog->close();
        editConnection(id);
    });
    dialog->addPage(network);
    dialog->addPage(new TransfersPage(m_preferences, dialog));
    using View = ContentTable::ArtifactView;
    auto &content = m_browser->content();
    const ListChoices lists{content.artifactView() == View::ByTag, content.hidesUntagged(),
        [&content](bool byTag) { content.setArtifactView(byTag ? View::ByTag : View::ByArtifact); },
        [&content](bool hides) { content.setHidesUntagged(hides); }};
    dialog->addPage(new LookPage(m_preferences, lists, dialog));
    dialog->addPage(new KeyboardPage(m_menu->actions(), dialog));
    dialog->showPage(page);
    dialog->open();
}

} // namespace berth
