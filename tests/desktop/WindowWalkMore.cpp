// SPDX-License-Identifier: Apache-2.0
// The walk beyond the lists: connections, imports, transfers, preferences and menus.
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QDir>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QSslCertificate>

#include "Person.h"
#include "TestServers.h"
#include "WindowWalk.h"
#include "archive/ImageBuilder.h"
#include "desktop/connections/CertificateCard.h"
#include "desktop/connections/ConnectDialog.h"
#include "desktop/importing/ImportCard.h"
#include "desktop/parts/Parts.h"
#include "desktop/search/SearchBox.h"
#include "desktop/sessions/ConnectionList.h"
#include "desktop/shell/LocalCard.h"
#include "desktop/shell/SidebarView.h"
#include "desktop/transfers/TransfersPanel.h"
#include "desktop/tray/Tray.h"
#include "transfer/ImportTask.h"
#include "transfer/TransferQueue.h"

namespace berth::test {

namespace {

QMenu *openMenu()
{
    QTest::qWait(30);
    return qobject_cast<QMenu *>(QApplication::activePopupWidget());
}

QPushButton *verbOf(const QWidget &widget, const char *kind)
{
    for (auto *button : widget.findChildren<QPushButton *>()) {
        if (button->isVisible() && button->property("kind") == QLatin1String(kind))
            return button;
    }
    return nullptr;
}

void click(const QWidget &widget, const char *kind)
{
    if (auto *button = verbOf(widget, kind))
        button->click();
    QTest::qWait(50);
}

/// Everything behind "Network and API", and trust in a certificate.
void openAll(ConnectDialog &dialog)
{
    for (auto *button : dialog.findChildren<QPushButton *>()) {
        if (button->isVisible() && button->property("kind") == QLatin1String("flat") && button->property("mini").toBool())
            button->click();
    }
    QTest::qWait(30);
}

} // namespace

void WindowWalk::connections()
{
    auto &list = m_berth.desktop().connections();
    auto &browser = m_berth.browser();
    const auto add = [&](const QString &id, const QString &name, const QString &address, const QString &kind) {
        Connection connection;
        connection.id = id;
        connection.name = name;
        connection.kind = kind;
        connection.url = QUrl(QStringLiteral("http://") + address);
        if (kind != ServerKind::Registry) {
            connection.keyId = QStringLiteral("0123456789abcdef");
            connection.secret = Secret("wrong");
            connection.appKey = QStringLiteral("local");
            connection.managementUrl = connection.url;
        }
        list.save(connection);
        browser.goTo({id, {}, {}});
    };
    const auto reached = [&](const QString &id, Session::State state) {
        mustBe(QTest::qWaitFor([&] { return list.find(id)->state() == state; }, 15000), id + QStringLiteral(" in its state"));
        settle(60);
    };
    add(QStringLiteral("wrong"), QStringLiteral("Team registry in Pangyo"), m_berth.server().address(), ServerKind::Berth);
    reached(QStringLiteral("wrong"), Session::State::Failed);
    lookAtWindow(QStringLiteral("not signed in"));
    add(QStringLiteral("gone"), QStringLiteral("Old Harbor"), QStringLiteral("127.0.0.1:1"), ServerKind::Registry);
    reached(QStringLiteral("gone"), Session::State::Failed);
    lookAtWindow(QStringLiteral("unreachable"));
    FixedServer silent{{}};
    add(QStringLiteral("silent"), QStringLiteral("Silent"), silent.address(), ServerKind::Registry);
    reached(QStringLiteral("silent"), Session::State::Loading);
    lookAtWindow(QStringLiteral("loading"));
    for (const auto mood : {KeychainState::Locked, KeychainState::Dismissed, KeychainState::NoService, KeychainState::NotStored, KeychainState::Failed}) {
        m_berth.keychain().mood = mood;
        browser.goTo({QStringLiteral("wrong"), {}, {}});
        browser.refresh();
        reached(QStringLiteral("wrong"), Session::State::NoKey);
        lookAtWindow(QStringLiteral("a key in a keyring of state %1").arg(int(mood)));
    }
    m_berth.keychain().mood = KeychainState::Ok;
    list.remove(QStringLiteral("silent"));
}

void WindowWalk::connectDialogs()
{
    auto &window = m_berth.window();
    const auto kindOf = [](int row) { return [row](QWidget &open) { open.findChild<QListWidget *>()->setCurrentRow(row); }; };
    const auto all = [](QWidget &open) { openAll(static_cast<ConnectDialog &>(open)); };
    const auto manual = [](QWidget &open) { open.findChild<QComboBox *>()->setCurrentIndex(2); };
    const auto test = [](QWidget &open) {
        static_cast<ConnectDialog &>(open).test();
        QTest::qWait(100);
    };
    const auto showCertificate = [this](QWidget &open) {
        const auto chain = QSslCertificate::fromPath(m_certificate);
        mustBe(!chain.isEmpty(), QStringLiteral("a certificate"));
        open.findChild<CertificateCard *>()->show({chain.first(), chain.last()});
    };
    dialog(QStringLiteral("connect"), [&] { window.connectServer(); },
        {{QStringLiteral("Berth"), kindOf(1)}, {QStringLiteral("Docker Registry"), kindOf(2)}, {QStringLiteral("everything"), all},
            {QStringLiteral("NCR with everything"), kindOf(0)}, {QStringLiteral("a proxy"), manual}, {QStringLiteral("empty fields"), test}});
    const auto failed = [&](const QString &id) {
        dialog(QStringLiteral("edit ") + id, [&] { window.editConnection(id); },
            {{QStringLiteral("failed test"),
                 [this, test](QWidget &open) {
                     test(open);
                     mustBe(QTest::qWaitFor(
                                [&] {
                                    const auto *banner = open.findChild<Banner *>();
                                    return banner && banner->isVisible();
                                },
                                15000),
                         QStringLiteral("the end of the test"));
                 }},
                {QStringLiteral("certificate"), showCertificate}});
    };
    failed(QStringLiteral("wrong"));
    failed(QStringLiteral("gone"));
    dialog(QStringLiteral("the key of the local registry"), [&] { window.editConnection(QStringLiteral("local")); },
        {{QStringLiteral("wrong key"), [](QWidget &open) {
              for (auto *field : open.findChildren<QLineEdit *>())
                  field->setText(QStringLiteral("wrong"));
              click(open, "primary");
              QTest::qWait(300);
          }}});
}

void WindowWalk::imports()
{
    m_berth.browser().goTo({QStringLiteral("local"), QStringLiteral("library"), QStringLiteral("ubuntu")});
    const QDir folder(m_berth.folder());
    const auto write = [&](const QString &name, const QByteArray &bytes) {
        writeFile(folder.filePath(name), bytes);
        return folder.filePath(name);
    };
    OciBuilder oci;
    auto arm = makeParts(40, 2);
    arm.architecture = "arm64";
    const auto both = oci.index({oci.image(makeParts(30, 3)), oci.image(arm)});
    const QStringList files{write(QStringLiteral("ubuntu-18.04-server-cloudimg.tar"), newDockerLayout({makeParts(10, 4, {"library/ubuntu:18.04"})}).toTar()),
        write(QStringLiteral("한글 이미지.tar"), newDockerLayout({makeParts(20, 2)}).toTar()),
        write(QStringLiteral("two.tar"), oci.layout({named(both, QStringLiteral("two:1.0"))}).toTar()),
        write(QStringLiteral("broken.tar"), "no archive at all")};
    dialog(QStringLiteral("import"), [&] { m_berth.window().importFiles(files); },
        {{QStringLiteral("read"),
             [this](QWidget &open) {
                 mustBe(QTest::qWaitFor([&] { return open.findChildren<ImportCard *>().size() == 3; }, 10000), QStringLiteral("three archives"));
                 QTest::qWait(500); // the target is asked once the typing rests
             }},
            {QStringLiteral("bad names"), [](QWidget &open) {
                 for (auto *card : open.findChildren<ImportCard *>())
                     card->findChildren<QLineEdit *>().last()->setText(QStringLiteral("a tag"));
             }}});
    dialog(QStringLiteral("import of nothing"), [&] { m_berth.window().importFiles({files.last()}); });
}

void WindowWalk::transfers()
{
    using State = Transfer::State;
    auto &queue = m_berth.desktop().transfers();
    auto *panel = m_berth.window().findChild<TransfersPanel *>();
    const QList<State> states{State::Done, State::Failed, State::Paused, State::Away, State::Sending, State::Reading, State::Waiting, State::Cancelled};
    ImportRequest request;
    request.target.name = QStringLiteral("Team registry in Pangyo");
    request.registry = QStringLiteral("library");
    request.imageName = QStringLiteral("ubuntu");
    request.tag = QStringLiteral("24.04");
    for (int i = 0; i < states.size(); ++i)
        queue.add(std::make_unique<ImportTask>(request, QStringLiteral("ubuntu-24.04-server-cloudimg-amd64.tar")));
    mustBe(QTest::qWaitFor([&] { return !queue.isBusy(); }, 15000), QStringLiteral("the end of the transfers"));
    QStringList failures;
    for (const auto *transfer : queue.transfers())
        failures << transfer->failure;
    for (int i = 0; i < states.size(); ++i) {
        auto *transfer = queue.transfers().at(i);
        transfer->state = states.at(i);
        transfer->totalBytes = 3'400'000'000;
        transfer->doneBytes = 1'200'000'000;
        transfer->bytesPerSecond = 11'400'000;
        transfer->sentBytes = 1'200'000'000;
        transfer->skippedBytes = 640'000'000;
        transfer->durationMs = 32'000;
        Q_EMIT transfer->changed();
    }
    Q_EMIT queue.changed();
    for (const QSize &size : {QSize(900, 600), QSize(1280, 800)}) {
        m_berth.window().resize(size);
        settle();
        panel->setOpen(true);
        look(m_berth.window(), QStringLiteral("transfers, %1 × %2").arg(size.width()).arg(size.height()));
        panel->setOpen(false);
        look(m_berth.window(), QStringLiteral("transfers in one line, %1 × %2").arg(size.width()).arg(size.height()));
    }
    dialog(QStringLiteral("quit while one runs"), [&] { Q_EMIT m_berth.desktop().tray().quitRequested(); });
    for (auto *transfer : QList<Transfer *>(queue.transfers())) {
        transfer->state = State::Cancelled;
        queue.remove(transfer);
    }
}

void WindowWalk::preferencesAndMenus()
{
    auto &window = m_berth.window();
    auto &search = window.search();
    const auto found = [&](const QString &text) {
        search.begin();
        search.setText(text);
        mustBe(QTest::qWaitFor([&] { return search.popup()->isVisible(); }, 5000), QStringLiteral("what was found"));
        settle(300);
        look(window, QStringLiteral("search for ") + text, Keys::Left);
        search.clear();
        settle();
    };
    for (const QSize &size : {QSize(900, 600), QSize(1280, 800)}) {
        window.resize(size);
        found(QStringLiteral("a"));
        found(QStringLiteral("zzz"));
    }
    int pages = 1;
    for (int page = 0; page < pages; ++page)
        dialog(QStringLiteral("preferences %1").arg(page + 1), [&] {
            window.showPreferences(page);
            pages = window.findChild<QDialog *>()->findChild<QListWidget *>()->count();
        });

    auto *sidebar = window.findChild<SidebarView *>();
    const auto sidebarMenu = [&](const QString &id) {
        const auto row = m_berth.desktop().connections().rowOf(m_berth.desktop().connections().find(id));
        Q_EMIT sidebar->customContextMenuRequested(sidebar->visualRect(sidebar->model()->index(row, 0)).center());
        return openMenu();
    };
    look(sidebarMenu(QStringLiteral("local")), QStringLiteral("menu of the local registry's row"));
    look(sidebarMenu(QStringLiteral("gone")), QStringLiteral("menu of a connection's row"));
    dialog(QStringLiteral("the first close"), [&] { m_berth.desktop().explainClosing(); });
    dialog(QStringLiteral("remove connection"), [&] {
        if (auto *menu = sidebarMenu(QStringLiteral("gone"))) {
            menu->actions().last()->trigger();
            menu->close();
        }
    });
    strike(window, Qt::Key_F10);
    look(openMenu(), QStringLiteral("main menu"));
    const auto cardMenu = [&] {
        for (auto *button : window.findChild<LocalCard *>()->findChildren<QPushButton *>()) {
            if (button->isVisible() && button->text().isEmpty())
                button->click();
        }
        return openMenu();
    };
    const auto trayMenu = [&] {
        m_berth.desktop().tray().menu()->popup({20, 20});
        return openMenu();
    };
    look(cardMenu(), QStringLiteral("menu of the local registry"));
    look(trayMenu(), QStringLiteral("tray menu"));
    m_berth.browser().goTo({QStringLiteral("local"), {}, {}});
    m_berth.server().stop();
    mustBe(QTest::qWaitFor([&] { return m_berth.server().state() == LocalServer::State::Stopped; }, 15000), QStringLiteral("stopped"));
    lookAtWindow(QStringLiteral("stopped"));
    window.importFiles({QDir::tempPath()});
    lookAtWindow(QStringLiteral("nothing was imported"));
    look(cardMenu(), QStringLiteral("menu of the stopped registry"));
    look(trayMenu(), QStringLiteral("tray menu while stopped"));
    dialog(QStringLiteral("preferences while stopped"), [&] { window.showPreferences(1); });
}

void WindowWalk::withoutItsKey()
{
    m_berth.keychain().entries.clear();
    m_berth.restart();
    m_berth.desktop().start(false, {});
    mustBe(QTest::qWaitFor([&] { return m_berth.server().state() == LocalServer::State::KeyMissing; }, 15000), QStringLiteral("a folder without its key"));
    lookAtWindow(QStringLiteral("key missing"));
    dialog(QStringLiteral("make a new key"), [&] { click(m_berth.browser(), "secondary"); });
}

} // namespace berth::test
