// SPDX-License-Identifier: Apache-2.0
// Access keys, users, settings and health of a server.
#include <QComboBox>
#include <QDialog>
#include <QLineEdit>
#include <QPushButton>

#include "Person.h"
#include "Shots.h"
#include "desktop/access/KeysPane.h"
#include "desktop/access/UsersPane.h"
#include "desktop/browse/ContentTable.h"
#include "desktop/lists/TableView.h"
#include "registry/store/Database.h"

namespace berth::test {

namespace {

void fillWithUsers(DesktopFixture &berth)
{
    berth.sendOwn("POST", QStringLiteral("users"), R"({"name": "ci", "role": "none", "registries": {"team-platform": "uploader", "web-shop": "uploader"}})");
    berth.sendOwn("POST", QStringLiteral("users"), R"({"name": "jihoon.park", "role": "member"})");
    berth.sendOwn("POST", QStringLiteral("users"), R"({"name": "external-audit", "role": "member", "ends_at": "2026-12-31T15:00:00Z"})");
    berth.sendOwn("POST", QStringLiteral("keys"), R"({"note": "ci-runner-03", "role": "uploader", "registries": ["team-platform"]})");
    berth.sendOwn("POST", QStringLiteral("keys"), R"({"note": "staging cluster", "role": "member"})");
    berth.sendOwn("POST", QStringLiteral("keys"), R"({"note": "old laptop", "disabled": true})");
    berth.sendOwn("POST", QStringLiteral("keys"), R"({"owner": "ci", "note": "nightly build"})");
    const auto sql = std::move(*Sql::open(Database::file(berth.dataFolder().toStdString()), Sql::Sync::Normal));
    constexpr std::int64_t day = 24LL * 60 * 60 * 1000;
    sql->run("UPDATE access_key SET secret_at = secret_at - ?, created_at = created_at - ? WHERE note = 'staging cluster'", 97 * day, 97 * day);
}

TableView *tableOf(DesktopFixture &berth)
{
    for (auto *view : berth.browser().tool()->findChildren<TableView *>()) {
        if (view->isVisible())
            return view;
    }
    return nullptr;
}

/// Goes to the tool and waits for its rows.
void openTool(DesktopFixture &berth, const QString &tool)
{
    berth.browser().goTo({berth.session().id(), {}, {}, tool});
    await([&] { return berth.browser().tool() && tableOf(berth) && tableOf(berth)->model()->rowCount() > 0; }, "the tool's rows");
    settle(400);
}

void press(DesktopFixture &berth, const QString &words)
{
    if (auto *button = buttonIn(berth.browser(), words))
        button->click();
    settle(300);
}

} // namespace

void takeAccess(const Shots &shots, DesktopFixture &berth)
{
    auto &window = berth.window();
    fillWithUsers(berth);
    openTool(berth, tool::keys);
    shots.take(window, QStringLiteral("20-keys"));
    shots.dialog(
        QStringLiteral("20-key-create"), [&] { press(berth, KeysPane::tr("Create key…")); },
        [](QDialog &dialog) {
            if (auto *combo = dialog.findChildren<QComboBox *>().value(1)) {
                combo->setCurrentIndex(1);
                Q_EMIT combo->activated(1);
            }
        });
    press(berth, KeysPane::tr("Create key…"));
    if (auto *form = openDialog()) {
        form->findChild<QLineEdit *>()->setText(QStringLiteral("staging-2"));
        clickVerb(*form, "primary");
        settle(900);
    }
    if (auto *secret = openDialog()) {
        shots.takeOver(window, *secret, QStringLiteral("20b-key-created"));
        secret->close();
        settle(200);
        shots.takeOver(window, *secret, QStringLiteral("20b-key-not-kept"));
        secret->close();
    }
    settle(300);
    shots.dialog(QStringLiteral("20-key-new-secret"), [&] { press(berth, KeysPane::tr("New secret…")); });

    openTool(berth, tool::users);
    tableOf(berth)->setCurrentIndex(rowWith(*tableOf(berth), QStringLiteral("ci")));
    settle();
    shots.take(window, QStringLiteral("20c-users"));
    shots.dialog(QStringLiteral("20c-user-edit"), [&] { press(berth, UsersPane::tr("Edit…")); });
    shots.dialog(QStringLiteral("20c-user-create"), [&] { press(berth, UsersPane::tr("Create user…")); });
    window.resize(900, 600);
    shots.take(window, QStringLiteral("13-users-900x600"));
    openTool(berth, tool::keys);
    shots.take(window, QStringLiteral("13-keys-900x600"));
    window.resize(1280, 800);

    berth.browser().goTo({berth.session().id(), {}, {}, tool::settings});
    settle(700);
    shots.take(window, QStringLiteral("22-server-settings"));
    berth.browser().goTo({berth.session().id(), {}, {}, tool::health});
    settle(700);
    shots.take(window, QStringLiteral("23-health"));
    berth.sendOwn("PUT", QStringLiteral("settings"), R"({"free_floor_bytes": 1125899906842624})");
    berth.browser().refresh();
    settle(700);
    shots.take(window, QStringLiteral("23-health-problem"));
    berth.sendOwn("PUT", QStringLiteral("settings"), R"({"free_floor_bytes": 268435456})");
    goTo(berth, {berth.session().id(), {}, {}});
    berth.browser().table().setCurrentIndex(berth.browser().table().model()->index(0, 0));
    settle();
    shots.dialog(QStringLiteral("27-registry-settings"), [&] { press(berth, ContentPane::tr("Registry settings…")); });
}

} // namespace berth::test
