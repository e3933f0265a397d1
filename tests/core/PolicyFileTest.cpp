// SPDX-License-Identifier: Apache-2.0
#include <random>

#include <QTest>

#include "core/PolicyFile.h"
#include "core/PolicyJson.h"

using namespace berth;

namespace {

CleanupRule cleanup(const char *images, Keep keep = Keep::Always, std::int64_t number = 0, bool isEnabled = true)
{
    CleanupRule rule;
    rule.images.pattern = images;
    rule.keep = keep;
    rule.number = number;
    rule.isEnabled = isEnabled;
    return rule;
}

ProtectionRule protection(const char *tags, bool isEnabled = true)
{
    ProtectionRule rule;
    rule.tags.pattern = tags;
    rule.isEnabled = isEnabled;
    return rule;
}

constexpr const char *wrongSchedule = "{\"berth_policies\": 1, \"cleanup\": {\"schedule\": \"0 26 * * *\"}}";
constexpr const char *numericSchedule = "{\"berth_policies\": 1, \"cleanup\": {\"schedule\": 5}}";
constexpr const char *wrongPattern = "{\"berth_policies\": 1, \"cleanup\": {\"rules\": [{\"keep\": \"always\", \"tags\": {\"pattern\": \"v[\"}}]}}";
constexpr const char *wrongKeep = "{\"berth_policies\": 1, \"cleanup\": {\"rules\": [{\"keep\": \"everything\"}]}}";
constexpr const char *wrongNumber = "{\"berth_policies\": 1, \"cleanup\": {\"rules\": [{\"keep\": \"latest_pushed_n_images\", \"number\": -1}]}}";
constexpr const char *missingNumber = "{\"berth_policies\": 1, \"cleanup\": {\"rules\": [{\"keep\": \"latest_pushed_n_images\"}]}}";
constexpr const char *wrongRules = "{\"berth_policies\": 1, \"protection\": {\"rules\": {}}}";
constexpr const char *twinRules = "{\"berth_policies\": 1, \"protection\": {\"rules\": [{}, {\"disabled\": true}]}}";
constexpr const char *manyBegin = "{\"berth_policies\": 1, \"protection\": {\"rules\": [";
constexpr const char *manyRule = "{\"tags\": {\"pattern\": \"v";

std::string sentence(const Result<PolicyFile> &file) { return file ? "good" : file.error().message; }

} // namespace

/// Policies as a file, and what is to be done so that a registry has those of one.
class PolicyFileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenIsReadAgain()
    {
        PolicyFile file{"team", "0 18 * * *", {cleanup("**", Keep::LatestPushed, 10), cleanup("api/**", Keep::PulledWithin, 30, false)},
            {protection("v1.*"), protection("{a,b}", false)}};
        file.cleanup[0].tags = {true, "dev-*", false};
        file.protection[0].images = {true, "web/*"};
        const auto read = PolicyFile::read(file.text());
        QVERIFY2(read.has_value(), sentence(read).c_str());
        QCOMPARE(read->text(), file.text());
        QCOMPARE(read->registry, std::string("team"));
        QVERIFY(read->schedule == file.schedule);
        QCOMPARE(read->cleanup[0].tags.pattern, std::string("dev-*"));
        QVERIFY(!read->cleanup[1].isEnabled && !read->protection[1].isEnabled);
    }

    void whatIsNoFileIsSaidToBeNone_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("says");
        const QByteArray none = "This is no file of policies.";
        QTest::newRow("empty") << QByteArray() << none;
        QTest::newRow("another JSON") << QByteArray("{\"rules\": []}") << none;
        QTest::newRow("a list") << QByteArray("[1]") << none;
        QTest::newRow("cut") << QByteArray("{\"berth_policies\": 1") << none;
        QTest::newRow("newer") << QByteArray("{\"berth_policies\": 2}") << QByteArray("The file is of version 2 and was made by a newer Berth.");
        QTest::newRow("schedule") << QByteArray(wrongSchedule) << QByteArray("hour must be 0-23, not 26");
        QTest::newRow("schedule of another kind") << QByteArray(numericSchedule) << QByteArray("The schedule in the file is no text.");
        QTest::newRow("pattern") << QByteArray(wrongPattern) << QByteArray("opens a [");
        QTest::newRow("keep") << QByteArray(wrongKeep) << QByteArray("keep");
        QTest::newRow("number") << QByteArray(wrongNumber) << QByteArray("0");
        QTest::newRow("no number") << QByteArray(missingNumber) << QByteArray("number");
        QTest::newRow("rules of another kind") << QByteArray(wrongRules) << QByteArray("a list");
        QTest::newRow("twins") << QByteArray(twinRules) << QByteArray("Two policies in the file say the same.");
        QByteArray many = manyBegin;
        for (int i = 0; i < 16; ++i)
            many += (i ? "," : "") + QByteArray(manyRule) + QByteArray::number(i) + "\"}}";
        QTest::newRow("too many") << many + "]}}" << QByteArray("more policies of a kind than the 15");
        QTest::newRow("large") << QByteArray(int(PolicyFile::mostBytes) + 1, ' ') << QByteArray("too large");
    }
    void whatIsNoFileIsSaidToBeNone()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, says);
        const auto read = PolicyFile::read(text.toStdString());
        QVERIFY(!read);
        auto said = QByteArray::fromStdString(read.error().message);
        QVERIFY2(said.contains(says), said.constData());
    }

    void aPlanSaysWhatIsMissingAndWhatIsMore()
    {
        PolicyFile now{"a", "0 1 * * *", {cleanup("x"), cleanup("y"), cleanup("z")}, {protection("v1")}};
        for (std::size_t i = 0; i < now.cleanup.size(); ++i)
            now.cleanup[i].id = std::int64_t(i) + 7;
        const PolicyFile wanted{"b", "0 2 * * *", {cleanup("y"), cleanup("z", Keep::Always, 0, false), cleanup("new")}, {protection("v1")}};
        const auto plan = PolicyPlan::of(now, wanted);
        QCOMPARE(plan.cleanup.added.size(), 1U);
        QCOMPARE(plan.cleanup.kept.size(), 1U);
        QCOMPARE(plan.cleanup.switched.size(), 1U);
        QCOMPARE(plan.cleanup.switched[0].id, std::int64_t(9)); // the registry's own, changed
        QVERIFY(!plan.cleanup.switched[0].isEnabled);
        QCOMPARE(plan.cleanup.others.size(), 1U);
        QCOMPARE(plan.cleanup.others[0].images.pattern, std::string("x"));
        QVERIFY(plan.schedule == std::optional<std::string>("0 2 * * *"));
        QCOMPARE(plan.changes(false), 3U);
        QCOMPARE(plan.changes(true), 4U);
        QCOMPARE(plan.cleanupAfter(false).size(), 4U);
        QCOMPARE(plan.cleanupAfter(true).size(), 3U);
        const PolicyFile silent{"b", std::nullopt, {}, {}};
        QVERIFY(!PolicyPlan::of(now, silent).schedule);
        QCOMPARE(PolicyPlan::of(now, now).changes(true), 0U);
    }

    /// Random policies on both sides: what is there after the plan is what was wanted, and what else was there unless it is removed.
    void afterAPlanThereIsWhatWasWanted()
    {
        const unsigned seed = qEnvironmentVariableIntValue("BERTH_SEED") > 0 ? unsigned(qEnvironmentVariableIntValue("BERTH_SEED")) : std::random_device()();
        qInfo("BERTH_SEED=%u", seed);
        std::mt19937 chance(seed);
        const auto make = [&] {
            PolicyFile file;
            for (int i = 0; i < 8; ++i) {
                if (chance() % 2)
                    file.cleanup.push_back(
                        cleanup(std::to_string(i).c_str(), i % 2 ? Keep::LatestPulled : Keep::PushedWithin, std::int64_t(chance() % 2), chance() % 3 > 0));
                if (chance() % 2)
                    file.protection.push_back(protection(std::to_string(i).c_str(), chance() % 3 > 0));
            }
            file.schedule = chance() % 2 ? "0 1 * * *" : "";
            return file;
        };
        const auto sorted = [](std::vector<CleanupRule> rules) {
            std::vector<std::string> texts;
            for (const auto &rule : rules)
                texts.push_back(json::serialize(policyjson::of(rule)));
            std::sort(texts.begin(), texts.end());
            return texts;
        };
        for (int round = 0; round < 300; ++round) {
            const auto now = make();
            const auto wanted = make();
            const auto plan = PolicyPlan::of(now, wanted);
            QVERIFY(sorted(plan.cleanupAfter(true)) == sorted(wanted.cleanup));
            QCOMPARE(plan.protectionAfter(true).size(), wanted.protection.size());
            PolicyFile after = wanted;
            after.cleanup = plan.cleanupAfter(false);
            after.protection = plan.protectionAfter(false);
            QCOMPARE(PolicyPlan::of(after, wanted).changes(false), 0U);
        }
    }
};

QTEST_APPLESS_MAIN(PolicyFileTest)
#include "PolicyFileTest.moc"
