// SPDX-License-Identifier: Apache-2.0
// The walk through a registry's webhooks, cleanup and protection.
#include <QLineEdit>

#include "Person.h"
#include "TestServers.h"
#include "WindowWalk.h"
#include "core/PolicyFile.h"
#include "desktop/browse/ContentTable.h"
#include "desktop/browse/DetailsPane.h"
#include "desktop/cleanup/CleanupPage.h"
#include "desktop/lists/RichList.h"
#include "desktop/lists/TableView.h"
#include "desktop/policies/PolicyApplyDialog.h"
#include "desktop/protection/ProtectionPage.h"
#include "desktop/webhooks/WebhooksPage.h"

namespace berth::test {

namespace {

void typeInto(QWidget &dialog, const char *field, const char *text)
{
    if (auto *edit = dialog.findChild<QLineEdit *>(QLatin1String(field)))
        edit->setText(QLatin1String(text));
    QTest::qWait(500); // the server is asked once the typing rests
}

} // namespace

void WindowWalk::policies()
{
    auto &browser = m_berth.browser();
    auto &pane = browser.details();
    FixedServer receiver("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 4\r\nConnection: close\r\n\r\nbusy");
    const auto add = [&](const char *path, const QByteArray &body) {
        const auto &key = m_berth.server().key();
        call({"POST", QUrl(QStringLiteral("http://%1/ncr/v2.0/appkeys/local/registries/library/%2").arg(m_berth.server().address(), QLatin1String(path))),
            {{"X-TC-AUTHENTICATION-ID", QByteArray::fromStdString(key.id)}, {"X-TC-AUTHENTICATION-SECRET", QByteArray::fromStdString(key.secret.reveal())},
                {"Content-Type", "application/json"}},
            body});
    };
    add("retentions", R"({"parameters":{"latest_pushed_n_images":1},"tag":{"include":true,"pattern":"{v*,release-[0-9]*}","untagged":false}})");
    add("retentions",
        R"({"parameters":{"n_days_since_last_push":30},"scope":{"include":false,"pattern":"a-long-image-name/that-has/many-parts/**"},"tag":{"include":false,"pattern":"*-rc*","untagged":false}})");
    add("retentions/schedule", R"({"settings":{"cron":"0 18 * * *"}})");
    add("immutabletagrules", R"({"tag":{"include":true,"pattern":"24.04"}})");
    add("webhook/policies",
        R"({"name":"walked","enabled":true,"event_types":["PUSH_ARTIFACT"],"targets":[{"type":"http","address":"http://)" + receiver.address().toUtf8()
            + R"(/hooks/registry","auth_header":"Bearer secret"}]})");
    m_berth.push(QStringLiteral("library/walked-hook"), QStringLiteral("1"), makeImage(8950));
    browser.goTo({m_berth.session().id(), {}, {}});
    settle();
    browser.table().setCurrentIndex(rowWith(browser.table(), QStringLiteral("library")));
    const auto press = [&](const QString &words) {
        if (auto *button = buttonIn(pane, words))
            button->click();
    };
    const auto select = [&] {
        for (auto *list : pane.page()->findChildren<RichList *>()) {
            if (list->isVisible() && list->model()->rowCount() > 0)
                list->setCurrentIndex(list->model()->index(0, 0));
        }
    };
    const auto open = [&](const char *id) {
        m_berth.window().resize(1280, 800);
        pane.setOpen(true);
        pane.setWanted(QLatin1String(id));
        settle(900);
        select();
    };
    const auto lookAtBoth = [&](const QString &where) {
        m_berth.window().resize(1280, 800);
        pane.setOpen(true);
        settle(50);
        look(m_berth.window(), where + QStringLiteral(", 1280 × 800"));
        m_berth.window().resize(900, 600);
        settle(50);
        pane.setOpen(true);
        look(m_berth.window(), where + QStringLiteral(", 900 × 600"));
        m_berth.window().resize(1280, 800);
        settle(50);
    };

    open("webhooks");
    lookAtBoth(QStringLiteral("webhooks"));
    dialog(QStringLiteral("create webhook"), [&] { press(WebhooksPage::tr("Create webhook…")); },
        {{QStringLiteral("a wrong address"), [](QWidget &shown) { typeInto(shown, "address", "ftp://nowhere.example/hooks/registry"); }}});
    dialog(QStringLiteral("edit webhook"), [&] { press(WebhooksPage::tr("Edit…")); },
        {{QStringLiteral("another address"), [](QWidget &shown) { typeInto(shown, "address", "http://127.0.0.1:1/other"); }}});
    dialog(QStringLiteral("send a test"), [&] { press(WebhooksPage::tr("Send a test…")); });
    dialog(QStringLiteral("delete webhook"), [&] { press(WebhooksPage::tr("Delete webhook…")); });

    open("protection");
    lookAtBoth(QStringLiteral("protection"));
    dialog(QStringLiteral("add protection policy"), [&] { press(ProtectionPage::tr("Add protection policy…")); },
        {{QStringLiteral("a pattern"), [](QWidget &shown) { typeInto(shown, "tagsPattern", "v1.*, 22.*"); }},
            {QStringLiteral("half a pattern"), [](QWidget &shown) { typeInto(shown, "tagsPattern", "{v1.*,v2.["); }}});
    dialog(QStringLiteral("try a tag"), [&] { press(ProtectionPage::tr("Try a tag…")); },
        {{QStringLiteral("protected"), [](QWidget &shown) { typeInto(shown, "tag", "ubuntu:24.04"); }},
            {QStringLiteral("no name"), [](QWidget &shown) { typeInto(shown, "tag", "Ubuntu"); }}});

    open("cleanup");
    press(CleanupPage::tr("Policy settings"));
    settle(300);
    select();
    lookAtBoth(QStringLiteral("cleanup"));
    dialog(QStringLiteral("add cleanup policy"), [&] { press(CleanupPage::tr("Add cleanup policy…")); },
        {{QStringLiteral("without a number"), [](QWidget &shown) { typeInto(shown, "number", ""); }}});
    dialog(QStringLiteral("edit cleanup policy"), [&] { press(CleanupPage::tr("Edit…")); });
    dialog(QStringLiteral("schedule"), [&] { press(CleanupPage::tr("Set schedule…")); },
        {{QStringLiteral("a wrong hour"), [](QWidget &shown) { typeInto(shown, "hour", "18,26"); }},
            {QStringLiteral("a wrong weekday"), [](QWidget &shown) { typeInto(shown, "weekday", "1-5"); }}});
    dialog(QStringLiteral("run now"), [&] { press(CleanupPage::tr("Run now…")); });
    PolicyFile wanted{"elsewhere", "0 3 * * *", {{}, {}}, {{}}};
    wanted.cleanup[1].images.pattern = "team/**";
    dialog(QStringLiteral("apply policies"), [&] {
        (new PolicyApplyDialog(m_berth.session(), QStringLiteral("library"), wanted, QStringLiteral("the file policies.json"), &m_berth.window()))->open();
        settle(600);
    });
    press(CleanupPage::tr("Test run"));
    settle(2500);
    lookAtBoth(QStringLiteral("cleanup history"));
    press(CleanupPage::tr("Timeline"));
    settle(900);
    lookAtBoth(QStringLiteral("timeline"));
    press(CleanupPage::tr("Policy settings"));
    pane.selectTab(0);
    browser.goTo({m_berth.session().id(), {}, {}});
    settle();
}

} // namespace berth::test
