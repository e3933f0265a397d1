// SPDX-License-Identifier: Apache-2.0
#include <QTemporaryDir>
#include <QTest>

#include "core/Hasher.h"
#include "registry/store/ArtifactTaking.h"
#include "registry/store/Artifacts.h"
#include "registry/store/Blobs.h"
#include "registry/store/CleanupCandidates.h"
#include "registry/store/CleanupRules.h"
#include "registry/store/CleanupRuns.h"
#include "registry/store/Database.h"
#include "registry/store/Deletion.h"
#include "registry/store/Images.h"
#include "registry/store/Numbers.h"
#include "registry/store/ProtectionRules.h"
#include "registry/store/ReclaimSum.h"
#include "registry/store/Registries.h"
#include "registry/store/TrashRestore.h"
#include "registry/store/WebhookDeliveries.h"
#include "registry/store/WebhookRows.h"
#include "support/TestDatabase.h"
#include "support/TestImage.h"

using namespace berth;
using berth::test::makeImage;
using berth::test::TestImage;

/// What the tables of policies, runs and webhooks must keep, whichever database lies below.
class PolicyContractTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Sql> m_sql;

    Sql &sql() { return *m_sql; }
    static RepositoryName name(const char *path) { return *RepositoryName::parse(path); }
    std::int64_t image(const char *path) { return *images::ensure(sql(), name(path), images::CreateRegistry::Yes); }
    std::int64_t registry(const char *called) { return registries::byName(sql(), called)->id; }

    /// The row's number.
    std::int64_t push(const char *path, const TestImage &content, std::vector<std::string> tagNames = {})
    {
        const auto repository = image(path);
        for (const auto &blob : content.layers + QList<QByteArray>{content.config})
            blobs::link(sql(), repository, Hasher::of(blob.toStdString()), blob.size());
        const auto bytes = content.manifest.toStdString();
        if (!artifacts::put(sql(), {name(path), *Manifest::parse(bytes, ""), Hasher::of(bytes), bytes, std::move(tagNames), {}}))
            return 0;
        return artifacts::find(sql(), repository, content.digest().toStdString())->id;
    }
    CleanupRule keeps(Keep keep, std::int64_t number = 0) const
    {
        CleanupRule rule;
        rule.keep = keep;
        rule.number = number;
        return rule;
    }
    /// Takes artifacts of "team/app" in the name of the run.
    deletion::CleanupTaking take(std::int64_t run, const std::vector<std::int64_t> &manifests)
    {
        const auto repository = image("team/app");
        const auto taking = deletion::beginTaking(sql(), name("team/app"), repository, run, {});
        for (const auto manifest : manifests) {
            DeletionPlan plan;
            deletion::planWithSignatures(sql(), name("team/app"), repository, manifest, plan);
            const auto digest = candidates::now(sql(), repository, manifest)->value.digest;
            if (deletion::checkTaking(sql(), name("team/app"), repository, digest, plan))
                deletion::take(sql(), name("team/app"), digest, plan, taking, {});
        }
        return taking;
    }
    void finish(JobRun run)
    {
        run.state = JobRun::State::Done;
        run.finishedAt = run.startedAt + 1;
        jobruns::update(sql(), run);
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        const std::filesystem::path folder = m_folder->path().toStdString();
        const auto location = test::newDatabase(folder);
        QVERIFY(Database::prepare(folder, location).has_value());
        m_sql = std::move(*Sql::open(location, Sql::Sync::Normal));
    }
    void cleanup()
    {
        QVERIFY2(!m_sql->hasFailed(), m_sql->takeError().message.c_str());
        const auto faults = numbers::faults(sql());
        QVERIFY2(faults.empty(), faults.empty() ? "" : faults.front().c_str());
        m_sql.reset();
    }

    void rulesAndSchedules()
    {
        const auto id = registry("library");
        const auto first = cleanuprules::add(sql(), id, keeps(Keep::LatestPushed, 5));
        QVERIFY(first.has_value());
        QCOMPARE(cleanuprules::add(sql(), id, keeps(Keep::LatestPushed, 5)).error().code, ErrorCode::Conflict);
        auto changed = keeps(Keep::PulledWithin, 7);
        changed.id = *first;
        changed.images = {true, "team/**"};
        QVERIFY(cleanuprules::change(sql(), id, changed).has_value());
        QVERIFY(cleanuprules::list(sql(), id).front().isTwinOf(changed));
        QVERIFY(cleanuprules::setSchedule(sql(), id, "0 3 * * *").has_value());
        QCOMPARE(cleanuprules::schedules(sql()).at(id), std::string("0 3 * * *"));
        QCOMPARE(cleanuprules::setSchedule(sql(), id, "0 3").error().code, ErrorCode::BadRequest);
        QCOMPARE(cleanuprules::remove(sql(), id, 999).error().code, ErrorCode::NotFound);
        QVERIFY(cleanuprules::remove(sql(), id, *first).has_value());
    }

    void oneRunAtATime()
    {
        const auto id = registry("library");
        const auto run = cleanupruns::open(sql(), id, {"manual", true, "somebody"}, 1'000);
        QVERIFY(run.has_value());
        QCOMPARE(cleanupruns::open(sql(), id, {"manual"}, 1'001).error().code, ErrorCode::Conflict);
        QCOMPARE(cleanupruns::open(sql(), 999, {"manual"}, 1'001).error().code, ErrorCode::NotFound);
        finish(*run);
        QVERIFY(cleanupruns::open(sql(), id, {"schedule"}, 2'000).has_value());
        QCOMPARE(cleanupruns::list(sql(), id, {0, 10}).size(), 2U);
        QCOMPARE(cleanupruns::find(sql(), id, run->id)->actor, std::string("somebody"));
    }

    void aLogIsReadInPagesAndDroppedWhenThereIsTooMuch()
    {
        const auto run = cleanupruns::open(sql(), registry("library"), {"manual"}, 1'000);
        CleanupTask task{.image = "app", .total = 25, .startedAt = 1};
        task.id = cleanupruns::addTask(sql(), run->id, task);
        for (int part = 0; part < 5; ++part) {
            json::array entries;
            for (int i = 0; i < 5; ++i)
                entries.push_back(json::object{{"n", part * 5 + i}});
            cleanupruns::addEntries(sql(), task, entries);
        }
        const auto page = cleanupruns::entries(sql(), task.id, {7, 10});
        QCOMPARE(page.size(), 10U);
        QCOMPARE(json::integer(page.front(), "n"), 7);
        QCOMPARE(json::integer(page.back(), "n"), 16);
        QVERIFY(cleanupruns::entries(sql(), task.id, {25, 10}).empty());
        task.finishedAt = 2;
        task.state = CleanupTask::State::Done;
        cleanupruns::updateTask(sql(), task);
        while (cleanupruns::trim(sql(), 2, 10) > 0) { }
        QVERIFY(cleanupruns::entries(sql(), task.id, {0, 10}).empty());
        QCOMPARE(cleanupruns::findTask(sql(), run->id, task.id)->total, 25); // numbers stay
        QCOMPARE(sql().integer("SELECT cleanup_log_bytes FROM total", -1), 0);
    }

    void whatIsLeftOfRunsThatAreNotKeptGoes()
    {
        const auto id = registry("library");
        for (int i = 0; i < int(jobruns::keptRuns) + 3; ++i) {
            auto run = cleanupruns::open(sql(), id, {"manual"}, 1'000 + i);
            CleanupTask task{.image = "app", .total = 1, .startedAt = 1};
            task.id = cleanupruns::addTask(sql(), run->id, task);
            cleanupruns::addEntries(sql(), task, {json::object{{"n", i}}});
            finish(*run);
        }
        QCOMPARE(cleanupruns::count(sql(), id), jobruns::keptRuns);
        while (cleanupruns::trim(sql(), 3) > 0) { }
        QCOMPARE(sql().integer("SELECT count(*) FROM cleanup_task", 0), jobruns::keptRuns);
        QCOMPARE(sql().integer("SELECT count(*) FROM cleanup_log", 0), jobruns::keptRuns);
    }

    void aRunIsKeptWhileTheTrashHasWhatItTook()
    {
        const auto manifest = push("team/app", makeImage(1), {"1"});
        const auto id = registry("team");
        const auto first = cleanupruns::open(sql(), id, {"manual"}, 1'000);
        take(first->id, {manifest});
        finish(*first);
        for (int i = 0; i < int(jobruns::keptRuns) + 3; ++i)
            finish(*cleanupruns::open(sql(), id, {"manual"}, 2'000 + i));
        QVERIFY(cleanupruns::find(sql(), id, first->id).has_value());
        QCOMPARE(trash::restoreRun(sql(), first->id, {}, 10), 1);
        while (trash::restoreStep(sql(), sql().integer("SELECT id FROM trash_operation", 0), 100) == trash::Progress::More) { }
        finish(*cleanupruns::open(sql(), id, {"manual"}, 5'000));
        QVERIFY(!cleanupruns::find(sql(), id, first->id).has_value());
        QVERIFY(artifacts::find(sql(), image("team/app"), "1").has_value());
    }

    void candidatesAreWhatIsListedWithTheirLatestTimes()
    {
        const auto one = makeImage(1), two = makeImage(2), signature = makeImage(3);
        push("team/app", one, {"a", "b"});
        push("team/app", two);
        push("team/app", signature, {"sha256-" + one.digest().mid(7).toStdString() + ".sig"});
        sql().run("UPDATE manifest SET pushed_at = 1000, pulled_at = 0");
        sql().run("UPDATE tag SET pushed_at = 2000, pulled_at = 3000 WHERE name = 'b'");
        sql().run("UPDATE tag SET pushed_at = 1000 WHERE name = 'a'");
        const auto rows = candidates::of(sql(), image("team/app"));
        QCOMPARE(rows.size(), 2U);
        const auto &tagged = rows[0].value.tags.empty() ? rows[1] : rows[0];
        QCOMPARE(tagged.value.tags, (std::vector<std::string>{"a", "b"}));
        QCOMPARE(tagged.value.pushed, TimeMs(2000));
        QCOMPARE(tagged.value.pulled, TimeMs(3000));
        QCOMPARE(candidates::images(sql(), registry("team"), "", 10).front().name, std::string("app"));
        // The signature goes along with its artifact.
        const auto run = cleanupruns::open(sql(), registry("team"), {"manual"}, 1'000);
        const auto taking = take(run->id, {tagged.id});
        QVERIFY(deletion::isOpen(sql(), taking));
        QCOMPARE(trash::find(sql(), taking.operation)->artifactCount, 2);
        QCOMPARE(trash::find(sql(), taking.operation)->run, run->id);
        QVERIFY(trash::end(sql(), taking.operation).has_value());
        QVERIFY(!deletion::isOpen(sql(), taking));
    }

    void aPlatformThatWasTakenComesBackForAPush()
    {
        const auto platform = makeImage(1);
        const auto manifest = push("team/app", platform);
        const auto run = cleanupruns::open(sql(), registry("team"), {"manual"}, 1'000);
        take(run->id, {manifest});
        QVERIFY(!deletion::bringBack(sql(), name("team/other"), image("team/other"), platform.digest().toStdString()));
        QVERIFY(deletion::bringBack(sql(), name("team/app"), image("team/app"), platform.digest().toStdString()));
        QVERIFY(!deletion::bringBack(sql(), name("team/app"), image("team/app"), platform.digest().toStdString()));
        QVERIFY(artifacts::find(sql(), image("team/app"), platform.digest().toStdString()).has_value());
        QCOMPARE(trash::count(sql()), 0);
    }

    void reclaimIsAddedUpOverImages()
    {
        const auto shared = makeImage(1), kept = makeImage(2);
        const auto a = push("team/a", shared, {"1"});
        const auto b = push("team/b", shared, {"1"});
        push("team/c", kept, {"1"});
        const auto c = push("team/d", kept, {"1"});
        const auto sizeOf = [](const TestImage &content) {
            std::int64_t sum = content.config.size();
            for (const auto &layer : content.layers)
                sum += layer.size();
            return sum;
        };
        ReclaimSum sum;
        for (const auto &[path, manifest] : {std::pair("team/a", a), std::pair("team/b", b), std::pair("team/d", c)}) {
            sum.add(sql(), name(path), image(path), manifest);
            while (sum.settle(sql(), 1)) { }
        }
        QCOMPARE(sum.bytes().onlyHere, sizeOf(shared));
        QCOMPARE(sum.bytes().shared, sizeOf(kept));
        QVERIFY(!sum.bytes().isAtLeast);
    }

    void theTrashTakesPoliciesAndHistoryAlong()
    {
        const auto id = *registries::create(sql(), "gone", "{}");
        QVERIFY(cleanuprules::add(sql(), id, keeps(Keep::Always)).has_value());
        QVERIFY(cleanuprules::setSchedule(sql(), id, "0 3 * * *").has_value());
        QVERIFY(webhookrows::add(sql(), id, {0, "hook", true, {"PUSH_ARTIFACT"}, {}}).has_value());
        finish(*cleanupruns::open(sql(), id, {"manual"}, 1'000));
        const auto operation = deletion::deleteRegistry(sql(), "gone", {});
        QVERIFY(operation.has_value());
        QVERIFY(trash::restore(sql(), *operation, {}, {}).has_value());
        const auto back = registry("gone");
        QVERIFY(back != id);
        QCOMPARE(cleanuprules::list(sql(), back).size(), 1U);
        QCOMPARE(cleanuprules::schedule(sql(), back), std::string("0 3 * * *"));
        QCOMPARE(cleanupruns::count(sql(), back), 1);
        QCOMPARE(webhookrows::list(sql(), back, {0, 10}).front().name, std::string("hook"));
        const auto again = deletion::deleteRegistry(sql(), "gone", {});
        QVERIFY(again.has_value() && trash::end(sql(), *again).has_value());
        QCOMPARE(cleanupruns::count(sql(), back), 0); // for good
    }

    /// What kept something and cannot be read any more: then nothing is deleted by itself.
    void aRegistryWhosePoliciesCannotBeReadComesBackWithoutItsSchedule_data()
    {
        QTest::addColumn<QByteArray>("protection");
        QTest::addColumn<QByteArray>("rules");
        QTest::addColumn<bool>("runs");
        const QByteArray good = "[{\"keep\": \"always\"}]";
        QTest::newRow("good") << QByteArray("[{\"images\": \"**\", \"tags\": \"v1\"}]") << good << true;
        QTest::newRow("protection") << QByteArray("[{\"images\": \"**\", \"tags\": \"v[\"}]") << good << false;
        QTest::newRow("cleanup") << QByteArray("[]") << QByteArray("[{\"keep\": \"always\"}, {\"keep\": \"what later versions know\"}]") << false;
    }
    void aRegistryWhosePoliciesCannotBeReadComesBackWithoutItsSchedule()
    {
        QFETCH(QByteArray, protection);
        QFETCH(QByteArray, rules);
        QFETCH(bool, runs);
        const auto id = *registries::create(sql(), std::string("back-") + QTest::currentDataTag(), "{}");
        const auto shields = json::parseStrict(protection.toStdString());
        const auto kept = json::parseStrict(rules.toStdString());
        QVERIFY(shields && kept);
        const bool isProtected = protectionrules::putBack(sql(), id, shields->get_array());
        cleanuprules::putBack(sql(), id, json::object{{"cron", "0 3 * * *"}, {"rules", *kept}, {"registry", 0}}, isProtected);
        QCOMPARE(cleanuprules::schedule(sql(), id), std::string(runs ? "0 3 * * *" : ""));
        QCOMPARE(cleanuprules::list(sql(), id).size(), 1U);
    }

    void messagesWaitInTheirOrder()
    {
        const auto policy = webhookrows::add(sql(), registry("library"), {0, {}, true, {"PUSH_ARTIFACT", "PULL_ARTIFACT"}, {}});
        QVERIFY(policy.has_value());
        QCOMPARE(webhookrows::telling(sql(), "library", "PULL_ARTIFACT").size(), 1U);
        QVERIFY(webhookrows::telling(sql(), "library", "DELETE_ARTIFACT").empty());
        for (int i = 0; i < 3; ++i) {
            for (const int target : {0, 2})
                webhookdeliveries::add(
                    sql(), {.policy = *policy, .target = target, .event = "PUSH_ARTIFACT", .payload = std::to_string(i), .createdAt = nowMs()});
        }
        const auto waiting = webhookdeliveries::waitingTargets(sql());
        QCOMPARE(waiting, (std::vector<std::pair<std::int64_t, std::int64_t>>{{*policy, 0}, {*policy, 2}}));
        for (int i = 0; i < 3; ++i) {
            auto first = webhookdeliveries::firstDue(sql(), *policy, 2, nowMs());
            QCOMPARE(first->payload, std::to_string(i));
            first->state = WebhookDelivery::State::Delivered;
            first->attempts.push_back(json::object{{"status", 200}});
            webhookdeliveries::update(sql(), *first);
        }
        QVERIFY(!webhookdeliveries::firstDue(sql(), *policy, 2, nowMs()));
        QCOMPARE(webhookdeliveries::count(sql(), *policy), 6);
        QVERIFY(webhookrows::remove(sql(), registry("library"), *policy).has_value());
        while (webhookdeliveries::trim(sql(), nowMs(), 2) > 0) { }
        QCOMPARE(webhookdeliveries::count(sql(), *policy), 0);
        webhookrows::setCursor(sql(), {7, 9});
        QCOMPARE(webhookrows::cursor(sql()).manifest, 9);
    }
};

QTEST_GUILESS_MAIN(PolicyContractTest)
#include "PolicyContractTest.moc"
