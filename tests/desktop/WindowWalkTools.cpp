// SPDX-License-Identifier: Apache-2.0
// The walk through what a connection offers beside its content: undo, trash, storage.
#include "Person.h"
#include "WindowWalk.h"
#include "desktop/browse/DeleteDialog.h"
#include "desktop/browse/TableView.h"
#include "desktop/parts/Buttons.h"
#include "desktop/storage/StoragePane.h"
#include "desktop/storage/Treemap.h"
#include "desktop/trash/TrashPane.h"
#include "desktop/trash/UndoBanner.h"

namespace berth::test {

void WindowWalk::tools()
{
    auto &browser = m_berth.browser();
    const QString local = m_berth.session().id();
    const QString path = QStringLiteral("library/walked-scratch");
    const auto remove = [&](const QString &reference) { m_berth.send("DELETE", QStringLiteral("/v2/%1/manifests/%2").arg(path, reference)); };
    for (int i = 1; i <= 3; ++i)
        m_berth.push(path, QStringLiteral("1.%1").arg(i), makeImage(8800 + i));
    remove(QStringLiteral("1.3"));
    m_berth.push(path, QStringLiteral("1.3"), makeImage(8900));
    remove(QString::fromUtf8(digestOf(makeImage(8802).manifest)));
    m_berth.send("DELETE", QStringLiteral("/v2/%1/manifests/%2").arg(path, QString::fromUtf8(digestOf(makeImage(8803).manifest))));
    browser.undoBanner().offer(m_berth.session(), {QStringLiteral("artifact"), {QStringLiteral("0c1f2ab9d3e4"), QStringLiteral("8d5e71ca09f2")}, {1, 2}, 1'200'000'000, QDateTime::currentDateTimeUtc().addDays(7)});
    lookAtWindow(QStringLiteral("undo"));
    browser.undoBanner().hide();

    browser.goTo({local, {}, {}, Tool::Trash});
    auto *pane = browser.findChild<TrashPane *>();
    TableView *deletions = nullptr;
    for (auto *view : pane->findChildren<TableView *>())
        deletions = view->accessibleName() == TrashPane::tr("Deletions") ? view : deletions;
    mustBe(deletions && QTest::qWaitFor([&] { return deletions->model()->rowCount() >= 3; }, 10000), QStringLiteral("the trash"));
    for (int row = 0; row < deletions->model()->rowCount(); ++row) {
        deletions->setCurrentIndex(deletions->model()->index(row, 0));
        settle(150);
        lookAtWindow(QStringLiteral("trash, row %1").arg(row), row == 0 ? Keys::Walked : Keys::Left);
    }
    dialog(QStringLiteral("delete for good"), [&] { pane->deleteSelection(); });

    browser.goTo({local, {}, {}, Tool::Storage});
    auto *storage = browser.findChild<StoragePane *>();
    mustBe(QTest::qWaitFor([&] { return storage->treemap().currentId() >= 0; }, 10000), QStringLiteral("the treemap"));
    settle(300);
    lookAtWindow(QStringLiteral("storage"));
    browser.goTo({local, {}, {}});
    settle();
}

} // namespace berth::test
