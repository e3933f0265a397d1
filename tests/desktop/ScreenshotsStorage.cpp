// SPDX-License-Identifier: Apache-2.0
// Undo, trash and storage.
#include "Person.h"
#include "Shots.h"
#include "desktop/browse/ContentTable.h"
#include "desktop/lists/TableView.h"
#include "desktop/panes/DeleteDialog.h"
#include "desktop/storage/StoragePane.h"
#include "desktop/storage/Treemap.h"
#include "desktop/trash/TrashPane.h"
#include "desktop/trash/UndoBanner.h"

namespace berth::test {

void takeTrashAndStorage(const Shots &shots, DesktopFixture &berth)
{
    auto &window = berth.window();
    auto &browser = berth.browser();
    const QString id = berth.session().id();
    const QString path = QStringLiteral("team-platform/api/scratch");
    for (int i = 1; i <= 4; ++i)
        berth.push(path, QStringLiteral("1.%1").arg(i), makeImage(7000 + i));
    const auto remove = [&](const QString &reference) { berth.send("DELETE", QStringLiteral("/v2/%1/manifests/%2").arg(path, reference)); };
    remove(QStringLiteral("1.4"));
    berth.push(path, QStringLiteral("1.4"), makeImage(7100));
    remove(QString::fromUtf8(digestOf(makeImage(7003).manifest)));
    goTo(berth, {id, QStringLiteral("team-platform"), QStringLiteral("api/scratch")});
    browser.table().setCurrentIndex(browser.table().model()->index(3, 0));
    settle();
    browser.deleteSelection();
    settle(500);
    if (auto *dialog = window.findChild<DeleteDialog *>()) {
        shots.takeOver(window, *dialog, QStringLiteral("06-delete-trash"));
        clickVerb(*dialog, "danger");
    }
    await([&] { return browser.undoBanner().isVisible(); }, "the undo banner");
    settle();
    shots.take(window, QStringLiteral("21b-undo"));

    browser.goTo({id, {}, {}, tool::trash});
    TableView *view = nullptr;
    for (auto *found : browser.findChild<TrashPane *>()->findChildren<TableView *>())
        view = found->accessibleName() == TrashPane::tr("Deletions") ? found : view;
    await([&] { return view && view->model()->rowCount() >= 3; }, "the trash");
    settle(400);
    shots.take(window, QStringLiteral("21-trash"));
    view->setCurrentIndex(view->model()->index(2, 0));
    settle(400);
    shots.take(window, QStringLiteral("21-trash-taken"));

    browser.goTo({id, {}, {}, tool::storage});
    await([&] { return browser.findChild<StoragePane *>()->treemap().currentId() >= 0; }, "the treemap");
    browser.findChild<StoragePane *>()->treemap().setFocus();
    settle(500);
    shots.take(window, QStringLiteral("09-storage"));
    window.resize(900, 600);
    settle(300);
    shots.take(window, QStringLiteral("13-storage-900x600"));
    window.resize(1280, 800);
    browser.goTo({id, {}, {}});
    settle();
}

} // namespace berth::test
