// SPDX-License-Identifier: Apache-2.0
// Cleanup, protection and webhooks.
#include <QDialog>
#include <QLineEdit>

#include "Person.h"
#include "Shots.h"
#include "desktop/browse/DetailsPane.h"
#include "desktop/cleanup/CleanupPage.h"
#include "desktop/cleanup/RunView.h"
#include "desktop/browse/ContentTable.h"
#include "desktop/lists/RichList.h"
#include "desktop/lists/TableView.h"
#include "desktop/shell/BrowsePane.h"
#include "desktop/browse/ContentPane.h"

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
    rules->setCurrentIndex(rules->model()->index(1, 0));
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
    shots.dialog(QStringLiteral("05-policy"), [&] { clickNamed(CleanupPage::tr("Add cleanup policy…")); },
        [&](QDialog &dialog) {
            dialog.findChild<QLineEdit *>(QStringLiteral("imagesPattern"))->setText(QStringLiteral("api/**"));
            dialog.findChild<QLineEdit *>(QStringLiteral("tagsPattern"))->setText(QStringLiteral("v[0-9]*"));
            settle(900);
            dialog.findChild<QLineEdit *>(QStringLiteral("number"))->clear();
            settle(900);
        });
    shots.dialog(QStringLiteral("17b-schedule"), [&] { clickNamed(CleanupPage::tr("Set schedule…")); },
        [&](QDialog &dialog) {
            dialog.findChild<QLineEdit *>(QStringLiteral("weekday"))->setText(QStringLiteral("MON,FRI"));
            dialog.findChild<QLineEdit *>(QStringLiteral("hour"))->setText(QStringLiteral("18,26"));
            settle(300);
        });
    shots.dialog(QStringLiteral("17c-run"), [&] { clickNamed(CleanupPage::tr("Run now…")); });
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
    clickNamed(CleanupPage::tr("Timeline"));
    settle(1200);
    shots.take(window, QStringLiteral("18-timeline"));
    clickNamed(CleanupPage::tr("Policy settings"));
    tab(QStringLiteral("protection"));
    auto *list = details.page()->findChild<RichList *>();
    list->setCurrentIndex(list->model()->index(1, 0));
    shots.take(window, QStringLiteral("16-protection"));
    shots.dialog(QStringLiteral("16b-protection-add"), [&] { details.page()->findChild<QPushButton *>()->click(); },
        [&](QDialog &dialog) {
            auto *pattern = dialog.findChild<QLineEdit *>(QStringLiteral("tagsPattern"));
            pattern->setText(QStringLiteral("v1.*"));
            settle(700);
            pattern->setText(QStringLiteral("{v1.*,v2.["));
            settle(700);
        });
    window.resize(900, 600);
    settle(500);
    shots.take(window, QStringLiteral("13-protection-900x600"));
    tab(QStringLiteral("cleanup"));
    shots.take(window, QStringLiteral("13-cleanup-900x600"));
    window.resize(1280, 800);
}

} // namespace berth::test
