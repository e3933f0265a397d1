// SPDX-License-Identifier: Apache-2.0
// The pictures of what comes between a person and the rows: slow servers, missing rights, a locked keyring, words that are too long.
#include <QApplication>
#include <QDialog>
#include <QDragEnterEvent>
#include <QFile>
#include <QMimeData>
#include <QPushButton>

#include "LongerTexts.h"
#include "Person.h"
#include "Shots.h"
#include "desktop/browse/ContentTable.h"
#include "desktop/browse/DetailsPane.h"
#include "desktop/lists/TableView.h"
#include "desktop/parts/ActionBar.h"
#include "desktop/parts/Banner.h"
#include "desktop/search/SearchBox.h"
#include "desktop/sessions/ConnectionList.h"
#include "desktop/shell/SidebarView.h"
#include "desktop/transfers/TransfersPanel.h"
#include "desktop/tray/Tray.h"
#include "transfer/ImportTask.h"
#include "transfer/TransferQueue.h"

namespace berth::test {

namespace {

const char *const ncrContent = R"({"registries": [
  {"name": "prod", "images": [
    {"name": "checkout", "artifacts": [
      {"tags": ["24.04", "noble", "latest"], "size": 142600000, "platforms": ["linux/amd64", "linux/arm64"], "pushed": "2026-11-04T05:32:00Z"},
      {"tags": ["22.04", "jammy"], "size": 138900000, "platforms": ["linux/amd64", "linux/arm64"], "pushed": "2026-11-02T00:14:00Z"},
      {"tags": ["20.04", "focal"], "size": 112300000, "pushed": "2026-10-20T08:05:00Z"},
      {"tags": [{"name": "18.04", "immutable": true}], "size": 26600000, "pushed": "2026-09-03T01:30:00Z"},
      {"size": 29500000, "pushed": "2026-09-03T01:12:00Z"}]},
    {"name": "api/gateway", "artifacts": [{"tags": ["v2.13.2"], "size": 96000000}]},
    {"name": "web/admin", "artifacts": [{"tags": ["v1.8.0"], "size": 48000000}]}]},
  {"name": "ml", "images": [{"name": "base-os", "synthetic": {"artifacts": 2400, "tags": 2400}}]},
  {"name": "sandbox", "images": [{"name": "try", "artifacts": [{"tags": ["1"]}]}]}]})";

void startNcr(FakeNcr &fake, const QString &folder, const QStringList &options)
{
    QFile content(folder + QStringLiteral("/ncr.json"));
    if (!content.open(QIODevice::WriteOnly) || content.write(ncrContent) < 0)
        qFatal("%s could not be written", qPrintable(content.fileName()));
    content.close();
    if (!fake.start(QStringList{QStringLiteral("--absent"), QStringLiteral("0"), QStringLiteral("--seed-data"), content.fileName()} + options))
        qFatal("%s", qPrintable(fake.errorOutput()));
}

QPushButton &action(QWidget &bar, int fromTheRight)
{
    QList<QPushButton *> shown;
    for (auto *button : bar.findChildren<QPushButton *>(QString(), Qt::FindDirectChildrenOnly)) {
        if (button->isVisible())
            shown << button;
    }
    std::sort(shown.begin(), shown.end(), [](const QPushButton *a, const QPushButton *b) { return a->x() > b->x(); });
    return *shown.at(fromTheRight);
}

} // namespace

/// A server whose lists come slowly: first nothing, then a part.
void takeLoading(const Shots &shots, DesktopFixture &berth)
{
    auto &window = berth.window();
    auto &browser = berth.browser();
    FakeNcr fake;
    startNcr(fake, berth.folder(), {});
    const QString id = QStringLiteral("slow");
    const auto online = [&] { await([&] { return browser.session()->state() == Session::State::Online; }, "the registries"); };
    fake.fault(R"({"kind": "slow", "delay": 2})");
    connectTo(berth, fake, id, QStringLiteral("NCR KR1"));
    shots.take(window, QStringLiteral("24-loading-registries"));
    online();
    browser.goTo({id, QStringLiteral("prod"), {}});
    shots.take(window, QStringLiteral("24-loading-images"));
    browser.goTo({id, QStringLiteral("ml"), QStringLiteral("base-os")});
    shots.take(window, QStringLiteral("24-loading-artifacts"));
    fake.clearFaults();
    fake.fault(R"({"kind": "slow", "delay": 2, "path": "page=[4-9]"})");
    goTo(berth, {id, {}, {}});
    goTo(berth, {id, QStringLiteral("ml"), QStringLiteral("base-os")});
    browser.content().filterFor(QStringLiteral("t0001"));
    settle(800);
    shots.take(window, QStringLiteral("24-loading-rest"));
    browser.content().filterFor({});
    fake.clearFaults();
    fake.fault(R"({"kind": "slow", "delay": 2, "path": "^/v2/"})");
    goTo(berth, {id, QStringLiteral("prod"), QStringLiteral("checkout")});
    browser.details().selectTab(2);
    shots.take(window, QStringLiteral("24-loading-details"));
    browser.details().selectTab(0);
    fake.clearFaults();
    berth.desktop().connections().remove(id);
}

/// The key of a member: what was refused is grey with its reason; what cannot be read says so in its place.
void takeUnfinishedRun(const Shots &shots, DesktopFixture &berth)
{
    berth.window().tellOfUnfinishedRun(
        {QStringLiteral("ubuntu-18.04.tar → Local › library › ubuntu:18.04"), QStringLiteral("checkout.tar.zst → Local › prod › checkout:24.04")}, true,
        QString());
    settle();
    shots.take(berth.window(), QStringLiteral("28-ended-unexpectedly"));
    berth.window().resize(900, 600);
    settle();
    shots.take(berth.window(), QStringLiteral("28-ended-unexpectedly-small"));
    berth.window().resize(1280, 800);
    if (auto *close = buttonIn(berth.window(), Banner::tr("Close this notice")))
        close->click();
    settle();
}

void takeNoRights(const Shots &shots, DesktopFixture &berth)
{
    auto &window = berth.window();
    auto &browser = berth.browser();
    FakeNcr fake;
    startNcr(fake, berth.folder(), {QStringLiteral("--role"), QStringLiteral("member")});
    const QString id = QStringLiteral("member");
    connectTo(berth, fake, id, QStringLiteral("NCR KR1"));
    await([&] { return browser.session()->state() == Session::State::Online; }, "the registries");
    goTo(berth, {id, QStringLiteral("prod"), QStringLiteral("checkout")});
    browser.table().setFocus();
    browser.table().setCurrentIndex(browser.table().model()->index(1, 0));
    shots.dialog(
        QStringLiteral("24-refused-delete"), [&] { browser.deleteSelection(); },
        [](QDialog &open) {
            clickVerb(open, "danger");
            settle(600);
        });
    shots.dialog(
        QStringLiteral("24-refused-tag"), [&] { browser.contentPane().createTag(); },
        [](QDialog &open) {
            open.findChild<QLineEdit *>()->setText(QStringLiteral("stable"));
            settle(900);
            clickVerb(open, "primary");
            settle(600);
        });
    shots.takeWithTip(window, action(browser.content().bar(), 0), QStringLiteral("24-no-rights"));
    fake.fault(R"({"kind": "http403", "path": "^/v2/", "message": "the role member may not pull from prod"})");
    browser.table().setCurrentIndex(browser.table().model()->index(2, 0));
    browser.details().selectTab(2);
    settle(600);
    shots.take(window, QStringLiteral("24-no-rights-details"));
    browser.details().selectTab(0);
    fake.fault(R"({"kind": "http403", "path": "images", "message": "the role member may not list images"})");
    browser.goTo({id, QStringLiteral("ml"), {}});
    settle(600);
    shots.take(window, QStringLiteral("24-no-rights-pane"));
    berth.desktop().connections().remove(id);
}

/// A connection whose key lies in a keyring that nobody has opened.
void takeLockedKey(const Shots &shots, DesktopFixture &berth)
{
    FakeNcr fake;
    startNcr(fake, berth.folder(), {});
    const QString id = QStringLiteral("locked");
    connectTo(berth, fake, id, QStringLiteral("NCR KR1"));
    await([&] { return berth.browser().session()->state() == Session::State::Online; }, "the registries");
    berth.keychain().mood = KeychainState::Locked;
    berth.desktop().connections().reopen(*berth.browser().session());
    settle(400);
    shots.take(berth.window(), QStringLiteral("24-locked-connection"));
    berth.keychain().mood = KeychainState::Ok;
    berth.desktop().connections().remove(id);
}

/// Archives held over a registry of the sidebar.
void takeDrop(const Shots &shots, DesktopFixture &berth)
{
    auto &window = berth.window();
    window.findChild<TransfersPanel *>()->setOpen(false);
    goTo(berth, {QStringLiteral("local"), QStringLiteral("team-platform"), {}});
    auto *sidebar = window.findChild<SidebarView *>();
    const QModelIndex shop = sidebar->model()->index(2, 0, sidebar->model()->index(0, 0));
    const QPoint over = sidebar->viewport()->mapTo(&window, sidebar->visualRect(shop).center());
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(dockerArchive(berth.folder(), QStringLiteral("checkout.tar"), "checkout:2.9.0", 7)),
        QUrl::fromLocalFile(dockerArchive(berth.folder(), QStringLiteral("cart.tar"), "cart:1.0", 9))});
    QDragEnterEvent enter(over, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window, &enter);
    QDragMoveEvent move(over, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window, &move);
    shots.take(window, QStringLiteral("24b-drop"));
    QDragLeaveEvent leave;
    QApplication::sendEvent(&window, &leave);
}

/// A transfer of every state, and the question at the end while one runs.
void takeTransfers(const Shots &shots, DesktopFixture &berth)
{
    using State = Transfer::State;
    auto &window = berth.window();
    auto &queue = berth.desktop().transfers();
    for (auto *transfer : QList<Transfer *>(queue.transfers()))
        queue.remove(transfer);
    const QList<std::pair<State, const char *>> states{{State::Done, "ubuntu-24.04.tar"}, {State::Failed, "legacy-erp.tar"},
        {State::Paused, "nightly-etl.tar.zst"}, {State::Away, "gateway-2.14.0.tar.gz"}, {State::Reading, "checkout.tar"}, {State::Sending, "base-os.tar"}};
    ImportRequest request;
    request.target.name = QStringLiteral("Local");
    request.registry = QStringLiteral("library");
    request.tag = QStringLiteral("24.04");
    for (const auto &[state, title] : states) {
        request.imageName = QString::fromLatin1(title).left(8);
        queue.add(std::make_unique<ImportTask>(request, QString::fromLatin1(title)));
    }
    await([&] { return !queue.isBusy(); }, "the transfers");
    for (qsizetype i = 0; i < states.size(); ++i) {
        auto *transfer = queue.transfers().at(i);
        transfer->state = states.at(states.size() - 1 - i).first;
        transfer->totalBytes = 3'400'000'000;
        transfer->doneBytes = transfer->state == State::Done ? transfer->totalBytes : 1'200'000'000;
        transfer->bytesPerSecond = transfer->isRunning() ? 11'400'000 : 0;
        transfer->sentBytes = 1'200'000'000;
        transfer->skippedBytes = 640'000'000;
        transfer->durationMs = 32'000;
        transfer->failure = transfer->state == State::Away ? QStringLiteral("Nothing accepts connections at 127.0.0.1:5000.") : transfer->failure;
        Q_EMIT transfer->changed();
    }
    Q_EMIT queue.changed();
    window.findChild<TransfersPanel *>()->setOpen(true);
    shots.take(window, QStringLiteral("11-transfers-states"));
    Q_EMIT berth.desktop().tray().quitRequested();
    auto *quit = openDialog();
    shots.takeOver(window, *quit, QStringLiteral("27-quit"));
    quit->close();
    noDialog();
    for (auto *transfer : QList<Transfer *>(queue.transfers())) {
        transfer->state = State::Cancelled;
        queue.remove(transfer);
    }
    window.findChild<TransfersPanel *>()->setOpen(false);
}

/// Names as long as they come; in English with words 40 % longer too.
void takeLongTexts(const Shots &shots)
{
    LongerTexts longer;
    if (shots.isEnglish)
        QApplication::installTranslator(&longer);
    {
        DesktopFixture berth;
        auto &window = berth.window();
        window.resize(1280, 800);
        if (!berth.start())
            qFatal("the registry did not start");
        shots.take(window, QStringLiteral("24c-long-first-start"));
        const QString registry = QStringLiteral("registry-mirror-for-the-payment-reconciliation-service-eu-central-1");
        const QString image = QStringLiteral("backend/services/payment-reconciliation/settlement-report-generator-worker");
        int seed = 60;
        for (const auto &name :
            {image, QStringLiteral("frontend/customer-self-service-portal"), QStringLiteral("jobs/nightly-data-warehouse-export-to-object-storage")}) {
            for (const char *tag : {"v3.1.7", "feature-PAY-18342-new-reconciliation-run-with-the-name-of-its-branch-2026-11-24.1", "v3.2.0"})
                berth.push(registry + QLatin1Char('/') + name, QLatin1String(tag), makeImage(++seed, 3, 40'000));
        }
        berth.push(QStringLiteral("team-platform/api/gateway"), QStringLiteral("v1"), makeImage(++seed));
        Connection named = berth.server().connection();
        named.id = QStringLiteral("named");
        named.name = QStringLiteral("결제 정산 서비스 레지스트리 미러 (eu-central-1)");
        berth.desktop().connections().save(named);
        berth.session().refresh();
        goTo(berth, {QStringLiteral("local"), {}, {}});
        shots.take(window, QStringLiteral("24c-long-registries"));
        goTo(berth, {QStringLiteral("local"), registry, {}});
        berth.browser().table().setCurrentIndex(berth.browser().table().model()->index(0, 0));
        shots.take(window, QStringLiteral("24c-long-images"));
        goTo(berth, {QStringLiteral("local"), registry, image});
        shots.take(window, QStringLiteral("24c-long-artifacts"));
        berth.browser().details().selectTab(1);
        window.resize(900, 600);
        shots.take(window, QStringLiteral("24c-long-small"));
        window.resize(1280, 800);
        berth.browser().details().selectTab(0);
        shots.dialog(QStringLiteral("24c-long-delete"), [&] { berth.browser().deleteSelection(); });
        shots.dialog(
            QStringLiteral("24c-long-tag"), [&] { berth.browser().contentPane().createTag(); },
            [](QDialog &open) {
                open.findChild<QLineEdit *>()->setText(QStringLiteral("v3.1.7"));
                settle(900);
            });
        shots.dialog(QStringLiteral("24c-long-export"), [&] { berth.browser().contentPane().exportSelection(); });
        shots.dialog(
            QStringLiteral("24c-long-import"),
            [&] {
                window.importFiles(
                    {dockerArchive(berth.folder(), QStringLiteral("settlement-report-generator-worker-2026-11-24-with-the-name-of-its-branch.tar"),
                        (image + QStringLiteral(":v3.1.7")).toUtf8(), 3)});
            },
            [](QDialog &) { settle(900); });
        shots.dialog(QStringLiteral("24c-long-connect"), [&] { window.editConnection(named.id); });
        for (int page = 0; page < 6; ++page)
            shots.dialog(QStringLiteral("24c-long-preferences-%1").arg(page + 1), [&] { window.showPreferences(page); });
        window.search().begin();
        window.search().setText(QStringLiteral("settlement"));
        settle(900);
        shots.take(window, QStringLiteral("24c-long-search"));
        window.search().clear();
        takeTransfers({shots.folder, QStringLiteral("-long") + shots.suffix, shots.isEnglish}, berth);
    }
    QApplication::removeTranslator(&longer);
}

} // namespace berth::test
