// SPDX-License-Identifier: Apache-2.0
// Cleanup, protection and webhooks.
#include <QDialog>
#include <QLineEdit>

#include "Person.h"
#include "Shots.h"
#include "TestServers.h"
#include "desktop/browse/ContentPane.h"
#include "desktop/browse/ContentTable.h"
#include "desktop/browse/DetailsPane.h"
#include "desktop/cleanup/CleanupPage.h"
#include "desktop/cleanup/RunView.h"
#include "desktop/lists/RichList.h"
#include "desktop/lists/TableView.h"
#include "desktop/shell/BrowsePane.h"

namespace berth::test {

namespace {

const QString ncr = QStringLiteral("/ncr/v2.0/appkeys/local/registries/team-platform/");

void send(DesktopFixture &berth, const QByteArray &method, const QString &path, const QByteArray &body)
{
    const auto &key = berth.server().key();
    const auto reply = call({method, QUrl(QStringLiteral("http://") + berth.server().address() + path),
        {{"X-TC-AUTHENTICATION-ID", QByteArray::fromStdString(key.id)}, {"X-TC-AUTHENTICATION-SECRET", QByteArray::fromStdString(key.secret.reveal())},
            {"Content-Type", "application/json"}},
        body});
    if (!reply.body.contains("\"isSuccessful\":true"))
        qWarning("%s: %s", qPrintable(path), reply.body.constData());
}

void fill(DesktopFixture &berth)
{
    int seed = 9000;
    for (const char *image : {"api/gateway", "api/auth", "web/admin", "web/docs", "jobs/mailer"}) {
        const QString path = QStringLiteral("team-platform/") + QLatin1String(image);
        for (int i = 0; i < 6; ++i)
            berth.push(path, QStringLiteral("v%1.%2.0").arg(i / 3 + 1).arg(i % 3), makeImage(++seed));
        const auto latest = makeImage(++seed);
        berth.push(path, QStringLiteral("latest"), latest);
        berth.push(path, QStringLiteral("stable"), latest);
        const auto untagged = makeImage(++seed);
        berth.push(path, QString::fromUtf8(digestOf(untagged.manifest)), untagged);
    }
    for (const char *rule : {R"({"scope":{"include":true,"pattern":"**"},"tag":{"include":true,"pattern":"v1.0.*"}})",
             R"({"scope":{"include":true,"pattern":"web/*"},"tag":{"include":true,"pattern":"{stable,lts}"}})",
             R"({"scope":{"include":true,"pattern":"api/gateway"},"tag":{"include":true,"pattern":"**"}})"})
        send(berth, "POST", ncr + QStringLiteral("immutabletagrules"), rule);
    send(berth, "PUT", ncr + QStringLiteral("immutabletagrules/3"),
        R"({"disabled":true,"scope":{"include":true,"pattern":"api/gateway"},"tag":{"include":true,"pattern":"**"}})");
    for (const char *rule :
        {R"({"parameters":{"latest_pushed_n_images":3},"scope":{"include":true,"pattern":"**"},"tag":{"include":true,"pattern":"v*","untagged":false}})",
            R"({"parameters":{"n_days_since_last_pull":30},"scope":{"include":true,"pattern":"api/**"},"tag":{"include":true,"pattern":"**","untagged":true}})",
            R"({"parameters":{"always":-1},"scope":{"include":true,"pattern":"**"},"tag":{"include":true,"pattern":"{latest,stable}","untagged":false}})",
            R"({"disabled":true,"parameters":{"latest_pulled_n_images":3},"scope":{"include":true,"pattern":"web/*"},"tag":{"include":false,"pattern":"*-rc*","untagged":false}})"})
        send(berth, "POST", ncr + QStringLiteral("retentions"), rule);
    send(berth, "POST", ncr + QStringLiteral("retentions/schedule"), R"({"settings":{"cron":"0 18 * * *"}})");
}

void takeWebhooks(const Shots &shots, DesktopFixture &berth)
{
    auto &window = berth.window();
    auto &details = berth.browser().details();
    FixedServer good("HTTP/1.1 204 No Content\r\nX-Request-Id: 4f0c-77\r\nConnection: close\r\n\r\n");
    FixedServer bad("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 4\r\nConnection: close\r\n\r\nbusy");
    for (auto *server : {&good, &bad}) {
        const QString body = QStringLiteral(
            R"({"name":"%1","enabled":true,"event_types":["PUSH_ARTIFACT"%2],"targets":[{"type":"http","address":"http://%3/hooks/registry","auth_header":"Bearer secret"}]})");
        send(berth, "POST", ncr + QStringLiteral("webhook/policies"),
            body.arg(server == &good ? QStringLiteral("deploy-staging") : QStringLiteral("audit"),
                    server == &good ? QString() : QStringLiteral(",\"DELETE_ARTIFACT\""), server->address())
                .toUtf8());
    }
    send(berth, "POST", ncr + QStringLiteral("webhook/policies"),
        R"({"name":"#platform-images","enabled":false,"event_types":["PUSH_ARTIFACT","DELETE_ARTIFACT"],"targets":[{"type":"slack","address":"https://hooks.slack.com/services/T1/B2/c3"}]})");
    for (int i = 0; i < 3; ++i)
        berth.push(QStringLiteral("team-platform/api/gateway"), QStringLiteral("v3.%1.0").arg(i), makeImage(9800 + i));
    settle(1500);
    details.setWanted(QStringLiteral("webhooks"));
    settle(2500);
    shots.take(window, QStringLiteral("15-webhooks"));
    auto *list = details.page()->findChild<RichList *>();
    list->setCurrentIndex(list->model()->index(1, 0));
    settle(1500);
    shots.take(window, QStringLiteral("15-webhooks-failing"));
    shots.dialog(
        QStringLiteral("15b-webhook-create"), [&] { details.page()->findChild<QPushButton *>()->click(); },
        [&](QDialog &dialog) {
            dialog.findChild<QLineEdit *>(QStringLiteral("name"))->setText(QStringLiteral("deploy-staging"));
            dialog.findChild<QLineEdit *>(QStringLiteral("address"))->setText(QStringLiteral("ftp://deploy.example/hooks/registry"));
            dialog.findChild<QLineEdit *>(QStringLiteral("header"))->setText(QStringLiteral("Bearer secret"));
            settle(300);
        });
}

} // namespace

void takePolicies(const Shots &shots, DesktopFixture &berth)
{
    auto &window = berth.window();
    const QString id = berth.session().id();
    fill(berth);
    goTo(berth, {id, {}, {}});
    clickRow(berth.browser().table(), QStringLiteral("team-platform"));
    auto &details = berth.browser().details();
    const auto tab = [&](const QString &page) {
        details.setWanted(page);
        settle(1200);
    };
    tab(QStringLiteral("cleanup"));
    auto *page = static_cast<CleanupPage *>(details.page());
    auto *rules = page->findChild<RichList *>();
    settle(600);
    rules->setCurrentIndex(rules->model()->index(1, 0));
    rules->setFocus();
    shots.take(window, QStringLiteral("04-cleanup"));
    const auto clickNamed = [&](const QString &name) {
        for (auto *button : page->findChildren<QPushButton *>()) {
            if (button->isVisible() && (button->text() == name || button->accessibleName() == name)) {
                button->click();
                return;
            }
        }
        qWarning("no button %s", qPrintable(name));
    };
    shots.dialog(
        QStringLiteral("05-policy"), [&] { clickNamed(CleanupPage::tr("Add cleanup policy…")); },
        [&](QDialog &dialog) {
            dialog.findChild<QLineEdit *>(QStringLiteral("imagesPattern"))->setText(QStringLiteral("api/**"));
            dialog.findChild<QLineEdit *>(QStringLiteral("tagsPattern"))->setText(QStringLiteral("v[0-9]*"));
            settle(900);
            dialog.findChild<QLineEdit *>(QStringLiteral("number"))->clear();
            settle(900);
        });
    shots.dialog(
        QStringLiteral("17b-schedule"), [&] { clickNamed(CleanupPage::tr("Set schedule…")); },
        [&](QDialog &dialog) {
            dialog.findChild<QLineEdit *>(QStringLiteral("weekday"))->setText(QStringLiteral("MON,FRI"));
            dialog.findChild<QLineEdit *>(QStringLiteral("hour"))->setText(QStringLiteral("18,26"));
            settle(300);
        });
    shots.dialog(QStringLiteral("17c-run"), [&] { clickNamed(CleanupPage::tr("Run now…")); });
    clickNamed(CleanupPage::tr("Timeline"));
    settle(1200);
    shots.take(window, QStringLiteral("18-timeline"));
    clickNamed(CleanupPage::tr("Policy settings"));
    clickNamed(CleanupPage::tr("Test run"));
    settle(1500);
    send(berth, "POST", ncr + QStringLiteral("retentions/executions"), R"({"dry_run":false})");
    settle(1500);
    page->refresh();
    settle(2500);
    auto *run = page->findChild<RunView *>();
    auto *images = run->findChild<RichList *>();
    Q_EMIT images->rowActivated(images->rows().value(0).key);
    settle(600);
    shots.take(window, QStringLiteral("17-history"));
    clickNamed(CleanupPage::tr("Policy settings"));
    tab(QStringLiteral("protection"));
    auto *list = details.page()->findChild<RichList *>();
    list->setCurrentIndex(list->model()->index(1, 0));
    shots.take(window, QStringLiteral("16-protection"));
    shots.dialog(
        QStringLiteral("16b-protection-add"), [&] { details.page()->findChild<QPushButton *>()->click(); },
        [&](QDialog &dialog) {
            auto *pattern = dialog.findChild<QLineEdit *>(QStringLiteral("tagsPattern"));
            pattern->setText(QStringLiteral("v1.*"));
            settle(700);
            pattern->setText(QStringLiteral("{v1.*,v2.["));
            settle(700);
        });
    takeWebhooks(shots, berth);
    window.resize(900, 600);
    settle(500);
    shots.take(window, QStringLiteral("13-protection-900x600"));
    tab(QStringLiteral("cleanup"));
    shots.take(window, QStringLiteral("13-cleanup-900x600"));
    window.resize(1280, 800);
}

} // namespace berth::test
