// SPDX-License-Identifier: Apache-2.0
// The pictures of the controls, of every dialog and of every menu.
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QTabBar>

#include "Person.h"
#include "Shots.h"
#include "TestServers.h"
#include "desktop/browse/ContentTable.h"
#include "desktop/connections/CertificateCard.h"
#include "desktop/connections/ConnectDialog.h"
#include "desktop/importing/ImportCard.h"
#include "desktop/lists/TableView.h"
#include "desktop/parts/Parts.h"
#include "desktop/sessions/ConnectionList.h"
#include "desktop/shell/LocalCard.h"
#include "desktop/shell/SidebarView.h"
#include "desktop/style/Icons.h"
#include "desktop/style/Theme.h"
#include "desktop/tray/Tray.h"
#include "transfer/TransferQueue.h"

namespace berth::test {

void takeControls(const Shots &shots)
{
    // The controls and their states beside each other.
    QWidget page;
    page.resize(680, 420);
    page.setAutoFillBackground(true);
    QPalette own = page.palette();
    own.setColor(QPalette::Window, Theme::current().surface);
    page.setPalette(own);
    int y = 20;
    for (const char *kind : {"primary", "secondary", "tonal", "flat", "danger"}) {
        int x = 20;
        for (const bool enabled : {true, false}) {
            auto *button = new QPushButton(QStringLiteral("Import"), &page);
            button->setProperty("kind", QLatin1String(kind));
            button->setIcon(icon("import", qstrcmp(kind, "primary") == 0 ? Tint::OnAccent : qstrcmp(kind, "danger") == 0 ? Tint::OnDanger : Tint::Text2));
            button->setEnabled(enabled);
            button->move(x, y);
            x += 130;
        }
        y += 44;
    }
    auto *field = new QLineEdit(QStringLiteral("ubuntu"), &page);
    field->move(320, 20);
    auto *bad = new QLineEdit(QStringLiteral("Ubuntu"), &page);
    bad->setProperty("bad", true);
    bad->move(320, 64);
    auto *off = new QLineEdit(QStringLiteral("ubuntu"), &page);
    off->setEnabled(false);
    off->move(320, 108);
    auto *tabs = new QTabBar(&page);
    tabs->addTab(QStringLiteral("Information"));
    tabs->addTab(QStringLiteral("Tags\t4"));
    tabs->setDrawBase(false);
    tabs->move(320, 152);
    tabs->resize(tabs->sizeHint());
    page.show();
    shots.take(page, QStringLiteral("12-components"));
}

namespace {

QMenu &openMenu()
{
    await([] { return qobject_cast<QMenu *>(QApplication::activePopupWidget()); }, "a menu");
    return *qobject_cast<QMenu *>(QApplication::activePopupWidget());
}

QMenu &sidebarMenu(DesktopFixture &berth, const QString &id)
{
    auto *sidebar = berth.window().findChild<SidebarView *>();
    auto &list = berth.desktop().connections();
    Q_EMIT sidebar->customContextMenuRequested(sidebar->visualRect(sidebar->model()->index(list.rowOf(list.find(id)), 0)).center());
    return openMenu();
}

std::function<void(QDialog &)> enter(const QString &text, int waitMs = 900)
{
    return [text, waitMs](QDialog &open) {
        open.findChild<QLineEdit *>()->setText(text);
        settle(waitMs); // the registry is asked once the typing rests
    };
}

} // namespace

/// Over the artifacts of an image, one of them selected.
void takeDialogs(const Shots &shots, DesktopFixture &berth)
{
    auto &browser = berth.browser();
    shots.dialog(QStringLiteral("06-delete"), [&] { browser.deleteSelection(); });
    shots.dialog(QStringLiteral("25-export"), [&] { browser.contentPane().exportSelection(); });
    shots.dialog(
        QStringLiteral("25-export-docker"), [&] { browser.contentPane().exportSelection(); },
        [](QDialog &open) { open.findChild<Segments *>()->setCurrent(1); });
    shots.dialog(
        QStringLiteral("27-create-tag"), [&] { browser.contentPane().createTag(); }, enter(QStringLiteral("stable")));
    shots.dialog(
        QStringLiteral("27-create-tag-bad"), [&] { browser.contentPane().createTag(); }, enter(QStringLiteral("a tag")));
    shots.dialog(
        QStringLiteral("27-move-tag"), [&] { browser.contentPane().createTag(); }, enter(QStringLiteral("22.04")));
    browser.table().selectAll();
    shots.dialog(QStringLiteral("06-delete-artifacts"), [&] { browser.deleteSelection(); });
    shots.dialog(QStringLiteral("25-export-artifacts"), [&] { browser.contentPane().exportSelection(); });
    browser.content().setArtifactView(ContentTable::ArtifactView::ByTag);
    settle();
    browser.table().setCurrentIndex(browser.table().model()->index(1, 0));
    shots.dialog(QStringLiteral("06-delete-tag"), [&] { browser.deleteSelection(); });
    shots.dialog(
        QStringLiteral("27-move-to"), [&] { browser.contentPane().moveSelectedTag(); }, enter(QStringLiteral("18.04")));
    shots.dialog(
        QStringLiteral("27-move-to-nothing"), [&] { browser.contentPane().moveSelectedTag(); }, enter(QStringLiteral("26.04")));
    browser.content().setArtifactView(ContentTable::ArtifactView::ByArtifact);
    goTo(berth, {QStringLiteral("local"), QStringLiteral("team-platform"), {}});
    browser.table().selectAll();
    shots.dialog(QStringLiteral("06-delete-images"), [&] { browser.deleteSelection(); });
    goTo(berth, {QStringLiteral("local"), {}, {}});
    browser.table().setCurrentIndex(browser.table().model()->index(0, 0));
    shots.dialog(
        QStringLiteral("06-delete-refused"), [&] { browser.deleteSelection(); },
        [](QDialog &open) {
            clickVerb(open, "danger");
            settle(400);
        });
    shots.dialog(
        QStringLiteral("27-create"), [&] { browser.createRegistry(); }, enter(QStringLiteral("Team"), 100));
    shots.dialog(QStringLiteral("27-key"), [&] { berth.window().editConnection(QStringLiteral("local")); });
    berth.desktop().explainClosing();
    auto *first = openDialog();
    shots.takeOver(berth.window(), *first, QStringLiteral("27-first-close"));
    first->close();
    noDialog();
    goTo(berth, {QStringLiteral("local"), QStringLiteral("library"), QStringLiteral("ubuntu")});
}

void takeConnectDialogs(const Shots &shots, DesktopFixture &berth)
{
    const auto kind = [](QDialog &open, int row) { open.findChild<QListWidget *>()->setCurrentRow(row); };
    const auto connect = [&] { berth.window().connectServer(); };
    shots.dialog(QStringLiteral("08-connect"), connect);
    shots.dialog(QStringLiteral("08-connect-berth"), connect, [&](QDialog &open) { kind(open, 1); });
    shots.dialog(QStringLiteral("08-connect-registry"), connect, [&](QDialog &open) { kind(open, 2); });
    shots.dialog(QStringLiteral("08-connect-network"), connect, [](QDialog &open) {
        for (auto *button : open.findChildren<QPushButton *>()) {
            if (button->isVisible() && button->property("kind") == QLatin1String("flat") && button->property("mini").toBool())
                button->click();
        }
        open.findChild<QComboBox *>()->setCurrentIndex(2);
    });
    shots.dialog(QStringLiteral("08-connect-empty"), connect, [](QDialog &open) { static_cast<ConnectDialog &>(open).test(); });

    TestAuthority authority(QStringLiteral("Harbour Office CA"));
    FakeNcr fake;
    if (!fake.start(QStringList{QStringLiteral("--tls")} + authority.issue(QStringLiteral("registry.example.com"))))
        qFatal("%s %s", qPrintable(authority.errorOutput()), qPrintable(fake.errorOutput()));
    connectTo(berth, fake, QStringLiteral("tls"), QStringLiteral("Harbour office"));
    settle(600);
    shots.take(berth.window(), QStringLiteral("07-certificate"));
    shots.dialog(
        QStringLiteral("08-connect-certificate"), [&] { berth.window().editConnection(QStringLiteral("tls")); },
        [](QDialog &open) {
            static_cast<ConnectDialog &>(open).test();
            await([&] { return open.findChild<CertificateCard *>()->isVisible(); }, "a certificate");
            settle(400);
        });
    berth.desktop().connections().remove(QStringLiteral("tls"));
}

void takeImports(const Shots &shots, DesktopFixture &berth)
{
    auto &window = berth.window();
    const QString folder = berth.folder();
    const QString ubuntu = dockerArchive(folder, QStringLiteral("ubuntu-18.04.tar"), "ubuntu:18.04", 3);
    const QString hangul = dockerArchive(folder, QStringLiteral("한글.tar"), {}, 40);
    QFile broken(folder + QStringLiteral("/broken.tar"));
    if (!broken.open(QIODevice::WriteOnly) || broken.write("no archive at all") < 0)
        qFatal("%s could not be written", qPrintable(broken.fileName()));
    broken.close();
    shots.dialog(QStringLiteral("03-import-nothing"), [&] { window.importFiles({broken.fileName()}); });
    shots.dialog(
        QStringLiteral("03-import-bad-names"),
        [&] {
            window.importFiles({ubuntu, hangul});
        },
        [](QDialog &open) {
            settle(900);
            for (auto *card : open.findChildren<ImportCard *>())
                card->findChildren<QLineEdit *>().last()->setText(QStringLiteral("a tag"));
        });
    shots.dialog(
        QStringLiteral("03-import"),
        [&] {
            window.importFiles({ubuntu, hangul, broken.fileName()});
        },
        [](QDialog &) { settle(900); });
    window.importFiles({ubuntu, hangul});
    auto *dialog = openDialog();
    settle(900);
    clickVerb(*dialog, "primary");
    await([&] { return !berth.desktop().transfers().transfers().isEmpty() && !berth.desktop().transfers().isBusy(); }, "the imports");
    settle(600);
    shots.take(window, QStringLiteral("11-transfers"));
}

void takeMenus(const Shots &shots, DesktopFixture &berth)
{
    auto &window = berth.window();
    const auto take = [&](QMenu &menu, const QString &name) {
        shots.takeOver(window, menu, name);
        menu.close();
        settle(50);
    };
    strike(window, Qt::Key_F10);
    take(openMenu(), QStringLiteral("10-main-menu"));
    take(sidebarMenu(berth, QStringLiteral("gone")), QStringLiteral("10-connection-menu"));
    for (auto *button : window.findChild<LocalCard *>()->findChildren<QPushButton *>()) {
        if (button->isVisible() && button->text().isEmpty() && !QApplication::activePopupWidget())
            button->click();
    }
    take(openMenu(), QStringLiteral("10-local-menu"));
    auto &tray = *berth.desktop().tray().menu();
    tray.popup(QPoint(20, 20));
    shots.take(tray, QStringLiteral("10-tray-menu"));
    tray.close();
    shots.dialog(QStringLiteral("27-remove-connection"), [&] {
        auto &menu = sidebarMenu(berth, QStringLiteral("gone"));
        menu.actions().last()->trigger();
        menu.close();
    });
}

/// Ends the program and starts it without its key; nothing that needs the registry can follow.
void takeLostKey(const Shots &shots, DesktopFixture &berth)
{
    berth.keychain().entries.clear();
    berth.restart();
    berth.window().resize(1280, 800);
    berth.desktop().start(false, {});
    await([&] { return berth.server().state() == LocalServer::State::KeyMissing; }, "a folder without its key");
    berth.browser().goTo({QStringLiteral("local"), {}, {}});
    shots.take(berth.window(), QStringLiteral("24-key-missing"));
    shots.dialog(QStringLiteral("27-new-key"), [&] { clickVerb(berth.browser(), "secondary"); });
}

} // namespace berth::test
