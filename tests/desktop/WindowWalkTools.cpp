// SPDX-License-Identifier: Apache-2.0
// The walk through what a connection offers beside its content: undo, trash, storage.
#include "Person.h"
#include "WindowWalk.h"
#include "desktop/access/KeysPane.h"
#include "desktop/access/SecretDialog.h"
#include "desktop/access/UsersPane.h"
#include "desktop/lists/TableView.h"
#include "desktop/panes/DeleteDialog.h"
#include "desktop/parts/Buttons.h"
#include "desktop/storage/StoragePane.h"
#include "desktop/storage/Treemap.h"
#include "desktop/trash/TrashPane.h"
#include "desktop/trash/UndoBanner.h"

namespace berth::test {

namespace {

/// A key like that of the row in front, for a dialog that shows one.
AccessKey likeTheSelected(const TableView &keys)
{
    AccessKey key;
    key.id = keys.currentIndex().siblingAtColumn(0).data().toString();
    key.note = QStringLiteral("a computer somewhere");
    return key;
}

} // namespace

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
    browser.undoBanner().offer(m_berth.session(),
        {QStringLiteral("artifact"), {QStringLiteral("0c1f2ab9d3e4"), QStringLiteral("8d5e71ca09f2")}, {1, 2}, 1'200'000'000,
            QDateTime::currentDateTimeUtc().addDays(7)});
    lookAtWindow(QStringLiteral("undo"));
    browser.undoBanner().hide();

    browser.goTo({local, {}, {}, tool::trash});
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

    browser.goTo({local, {}, {}, tool::storage});
    auto *storage = browser.findChild<StoragePane *>();
    mustBe(QTest::qWaitFor([&] { return storage->treemap().currentId() >= 0; }, 10000), QStringLiteral("the treemap"));
    settle(300);
    lookAtWindow(QStringLiteral("storage"));
    access();
    policies();
    browser.goTo({local, {}, {}});
    settle();
}

void WindowWalk::access()
{
    auto &browser = m_berth.browser();
    const QString local = m_berth.session().id();
    m_berth.sendOwn(
        "POST", QStringLiteral("users"), R"({"name": "walker", "role": "member", "registries": {"library": "uploader"}, "ends_at": "2099-12-31T00:00:00Z"})");
    m_berth.sendOwn("POST", QStringLiteral("keys"), R"({"note": "a computer somewhere", "role": "uploader", "registries": ["library"]})");
    const auto open = [&](const QString &tool, const QString &what) {
        browser.goTo({local, {}, {}, tool});
        mustBe(QTest::qWaitFor([&] { return browser.tool() && browser.tool()->isVisible(); }, 10000), what);
        settle(400);
    };
    const auto press = [&](const QString &words) {
        if (auto *button = buttonIn(browser, words))
            button->click();
    };
    const auto rows = [&](const QString &name) {
        for (auto *view : browser.tool()->findChildren<TableView *>()) {
            if (view->accessibleName() == name && QTest::qWaitFor([view] { return view->model()->rowCount() > 1; }, 10000))
                return view;
        }
        return static_cast<TableView *>(nullptr);
    };
    open(tool::keys, QStringLiteral("the keys"));
    auto *keys = rows(KeysPane::tr("Access keys"));
    mustBe(keys, QStringLiteral("keys"));
    for (int row = 0; row < keys->model()->rowCount(); ++row) {
        keys->setCurrentIndex(keys->model()->index(row, 0));
        settle(100);
        lookAtWindow(QStringLiteral("keys, row %1").arg(row), row == 0 ? Keys::Walked : Keys::Left);
    }
    dialog(QStringLiteral("create key"), [&] { press(KeysPane::tr("Create key…")); });
    dialog(QStringLiteral("edit key"), [&] { press(KeysPane::tr("Edit…")); });
    dialog(QStringLiteral("new secret"), [&] { press(KeysPane::tr("New secret…")); });
    dialog(QStringLiteral("delete key"), [&] { browser.tool()->deleteSelection(); });
    dialog(QStringLiteral("a secret"), [&] {
        (new SecretDialog({likeTheSelected(*keys), Secret("a secret that opens nothing at all")}, QStringLiteral("127.0.0.1:5000"), true, browser.tool()))
            ->open();
    });

    open(tool::users, QStringLiteral("the users"));
    auto *users = rows(UsersPane::tr("Users"));
    mustBe(users, QStringLiteral("users"));
    for (int row = 0; row < users->model()->rowCount(); ++row) {
        users->setCurrentIndex(users->model()->index(row, 0));
        settle(100);
        lookAtWindow(QStringLiteral("users, row %1").arg(row), row == 0 ? Keys::Walked : Keys::Left);
    }
    dialog(QStringLiteral("create user"), [&] { press(UsersPane::tr("Create user…")); });
    users->setCurrentIndex(rowWith(*users, QStringLiteral("walker")));
    dialog(QStringLiteral("edit user"), [&] { press(UsersPane::tr("Edit…")); });
    dialog(QStringLiteral("delete user"), [&] { browser.tool()->deleteSelection(); });
    open(tool::settings, QStringLiteral("the server's settings"));
    lookAtWindow(QStringLiteral("server settings"));
    open(tool::health, QStringLiteral("health"));
    lookAtWindow(QStringLiteral("health"));
    browser.goTo({local, {}, {}});
    settle();
    browser.table().setCurrentIndex(browser.table().model()->index(0, 0));
    dialog(QStringLiteral("registry settings"), [&] { press(ContentPane::tr("Registry settings…")); });
}

} // namespace berth::test
