// SPDX-License-Identifier: Apache-2.0
#include <random>

#include <QTimer>

#include "registry/CleanupStage.h"

using namespace berth;
using namespace berth::test;

/// Cleanup policies and schedules of the server: what is stored and what is refused.
class CleanupRulesTest : public CleanupStage {
    Q_OBJECT

private:
    QByteArray newRegistry()
    {
        const auto name = "rules" + QByteArray::number(++m_count);
        return code(ncr("POST", "", "{\"project_name\":\"" + name + "\"}").jsonBody()) == 200 ? name : QByteArray();
    }
    static QByteArray shown(const json::value &rule) { return QByteArray::fromStdString(json::serialize(rule)); }
    json::value schedule(const QByteArray &in) const { return envelope("GET", in + "/retentions/schedule"); }
    QByteArray cron(const QByteArray &in) const
    {
        const auto reply = schedule(in);
        const auto *trigger = json::find(reply, "trigger");
        const auto *settings = trigger ? json::find(*trigger, "settings") : nullptr;
        return settings ? text(*settings, "cron") : QByteArray("(none)");
    }
    int setCron(const QByteArray &in, const QByteArray &fields) const
    {
        return code(envelope("POST", in + "/retentions/schedule", "{\"settings\":{\"cron\":\"" + fields + "\"}}"));
    }

    int m_count = 0;

private Q_SLOTS:
    void aPolicyIsMadeListedChangedAndDeleted()
    {
        const auto name = newRegistry();
        QCOMPARE(addRule(name, quoted("{'scope':{'include':true,'pattern':'team/**'},'parameters':{'latest_pushed_n_images':5}}")), 200);
        const auto id = idOf(rulesOf(name).front());
        // Made enabled, for all tags and artifacts without one, where it names none.
        QCOMPARE(shown(rulesOf(name).front()),
            "{\"id\":" + id
                + quoted(",'disabled':false,'scope':{'include':true,'pattern':'team/**'},'tag':{'include':true,'pattern':'**','untagged':true},"
                         "'parameters':{'latest_pushed_n_images':5}}"));
        const auto changed = quoted("'disabled':true,'scope':{'include':false,'pattern':'x'},'tag':{'include':false,'pattern':'dev-*','untagged':true},"
                                    "'parameters':{'always':-1}}");
        QCOMPARE(code(envelope("PUT", name + "/retentions/" + id, "{" + changed)), 200);
        QCOMPARE(shown(rulesOf(name).front()), "{\"id\":" + id + "," + changed);
        QCOMPARE(code(envelope("DELETE", name + "/retentions?id=" + id)), 200);
        QVERIFY(rulesOf(name).empty());
        QCOMPARE(code(envelope("DELETE", name + "/retentions?id=" + id)), 10404);
        QCOMPARE(code(envelope("DELETE", name + "/retentions")), 10400);
        QCOMPARE(code(envelope("PUT", name + "/retentions/" + id, "{" + changed)), 10404);
        QCOMPARE(addRule(name, rule("**", "**", true, "always")), 200);
        QCOMPARE(code(envelope("DELETE", name + "/retentions/" + idOf(rulesOf(name).front()))), 200); // by the path, too
    }

    void aRegistryIsNamedByItsNumberToo()
    {
        const auto name = newRegistry();
        QCOMPARE(addRule(QByteArray::number(registryId(name)), rule("**", "**", true, "always")), 200);
        QCOMPARE(rulesOf(name).size(), 1u);
        QCOMPARE(code(envelope("GET", "no-such-registry/retentions")), 10404);
        QCOMPARE(code(envelope("GET", "no-such-registry/retentions/executions")), 10404);
    }

    void withoutAWordOnUntaggedTheyAreChosenEitherWay()
    {
        const auto name = newRegistry();
        QCOMPARE(addRule(name, quoted("{'tag':{'include':true,'pattern':'a'},'parameters':{'always':0}}")), 200);
        QCOMPARE(addRule(name, quoted("{'tag':{'include':false,'pattern':'a'},'parameters':{'always':0}}")), 200);
        const auto rules = rulesOf(name);
        QVERIFY(json::boolean(*json::find(rules[0], "tag"), "untagged"));   // matching: chosen
        QVERIFY(!json::boolean(*json::find(rules[1], "tag"), "untagged", true)); // excluding: the flag would take them out
    }

    void whatIsNoPolicyIsRefused_data()
    {
        QTest::addColumn<QByteArray>("sent");
        QTest::addColumn<QByteArray>("words");
        const auto row = [](const char *sent, const char *words) { QTest::newRow(sent) << quoted(sent) << QByteArray(words); };
        row("{}", "exactly one");
        row("{'parameters':{}}", "exactly one");
        row("{'parameters':{'always':-1,'latest_pushed_n_images':1}}", "exactly one");
        row("{'parameters':[1]}", "exactly one");
        row("{'parameters':{'latestPushedK':1}}", "latestPushedK");
        row("{'parameters':{'latest_pushed_n_images':-1}}", "0-32766");
        row("{'parameters':{'latest_pulled_n_images':32767}}", "0-32766");
        row("{'parameters':{'latest_pushed_n_images':'3'}}", "whole number");
        row("{'parameters':{'latest_pushed_n_images':1.5}}", "whole number");
        row("{'parameters':{'latest_pushed_n_images':null}}", "whole number");
        row("{'parameters':{'n_days_since_last_push':36501}}", "0-36500");
        row("{'parameters':{'n_days_since_last_pull':-1}}", "0-36500");
        row("{'parameters':{'n_days_since_last_pull':99999999999999999999}}", "whole number");
        row("{'scope':{'include':true,'pattern':'['},'parameters':{'always':-1}}", "[ at character 1");
        row("{'tag':{'include':true,'pattern':'{a'},'parameters':{'always':-1}}", "{ at character 1");
        row("{'tag':{'include':1,'pattern':'a'},'parameters':{'always':-1}}", "include");
        row("{'tag':{'untagged':1},'parameters':{'always':-1}}", "untagged");
        row("{'disabled':'no','parameters':{'always':-1}}", "disabled");
        row("[]", "object");
    }
    void whatIsNoPolicyIsRefused()
    {
        QFETCH(const QByteArray, sent);
        QFETCH(const QByteArray, words);
        const auto reply = envelope("POST", "library/retentions", sent);
        QCOMPARE(code(reply), 10400);
        QVERIFY2(message(reply).contains(words), message(reply).constData());
        QVERIFY(rulesOf("library").empty());
    }

    void aPolicyThatChangesIsGivenWhole()
    {
        const auto name = newRegistry();
        QCOMPARE(addRule(name, rule("**", "**", true, "always")), 200);
        const auto at = name + "/retentions/" + idOf(rulesOf(name).front());
        QCOMPARE(code(envelope("PUT", at, quoted("{'disabled':true}"))), 10400);
        QCOMPARE(code(envelope("PUT", at, quoted("{'scope':{},'tag':{}}"))), 10400);
        QVERIFY(!json::boolean(rulesOf(name).front(), "disabled"));
    }

    void fifteenPoliciesAreTheMost()
    {
        const auto name = newRegistry();
        for (int i = 0; i < 15; ++i)
            QCOMPARE(addRule(name, rule("**", "**", true, "latest_pushed_n_images", i, i % 2 == 0)), 200);
        const auto reply = envelope("POST", name + "/retentions", rule("**", "**", true, "always"));
        QCOMPARE(code(reply), 10400);
        QVERIFY(message(reply).contains("only 15 policies are allowed"));
        QCOMPARE(code(envelope("PUT", name + "/retentions/" + idOf(rulesOf(name).front()), rule("**", "**", true, "always"))), 200);
    }

    void twinsAreRefused()
    {
        const auto name = newRegistry();
        const auto five = rule("api", "v*", true, "latest_pushed_n_images", 5);
        QCOMPARE(addRule(name, five), 200);
        QCOMPARE(addRule(name, five), 10409);
        QCOMPARE(addRule(name, rule("api", "v*", true, "latest_pushed_n_images", 5, true)), 10409); // a disabled twin, too
        QCOMPARE(addRule(name, rule("api", "v*", true, "latest_pushed_n_images", 6)), 200);
        QCOMPARE(addRule(name, rule("api", "v*", false, "latest_pushed_n_images", 5)), 200);
        QCOMPARE(addRule(name, rule("api", "v*", true, "always", -1)), 200);
        QCOMPARE(addRule(name, rule("api", "v*", true, "always", 7)), 10409); // the number means nothing there
        QCOMPARE(code(envelope("PUT", name + "/retentions/" + idOf(rulesOf(name).back()), five)), 10409);
    }

    void aScheduleIsSetAndCleared()
    {
        const auto name = newRegistry();
        QCOMPARE(cron(name), QByteArray());
        QCOMPARE(setCron(name, "0 3 * * *"), 200);
        QCOMPARE(cron(name), QByteArray("0 3 * * *"));
        QCOMPARE(json::text(*json::find(schedule(name), "trigger"), "kind"), std::string("Schedule"));
        const auto shownToo = asked("registries/" + name + "/cleanup");
        QCOMPARE(text(shownToo, "cron"), QByteArray("0 3 * * *"));
        QCOMPARE(json::list(shownToo, "next_runs").size(), 5u);
        QVERIFY(strings(shownToo, "next_runs").front().contains("T03:00:00"));
        QCOMPARE(setCron(name, ""), 200);
        QCOMPARE(cron(name), QByteArray());
        QVERIFY(json::list(asked("registries/" + name + "/cleanup"), "next_runs").empty());
    }

    void aScheduleThatIsNoneIsRefusedAndTheOldOneStays_data()
    {
        QTest::addColumn<QByteArray>("fields");
        QTest::addColumn<QByteArray>("words");
        const auto row = [](const char *fields, const char *words) { QTest::newRow(fields) << QByteArray(fields) << QByteArray(words); };
        row("0 0 0 * * *", "five");
        row("@daily", "five");
        row("0 0 * * 1-5", "1,2,3,4,5");
        row("? 0 * * *", "minute");
        row("*/0 * * * *", "minute");
        row("0 24 * * *", "hour must be 0-23");
        row("0 0 31 2 *", "");
        row("0 0 * * 7", "day of week");
    }
    void aScheduleThatIsNoneIsRefusedAndTheOldOneStays()
    {
        QFETCH(const QByteArray, fields);
        QFETCH(const QByteArray, words);
        QCOMPARE(setCron("library", "5 4 * * *"), 200);
        const auto reply = envelope("POST", "library/retentions/schedule", "{\"settings\":{\"cron\":\"" + fields + "\"}}");
        QCOMPARE(code(reply), 10400);
        QVERIFY2(message(reply).contains(words), message(reply).constData());
        QCOMPARE(cron("library"), QByteArray("5 4 * * *"));
        QCOMPARE(setCron("library", ""), 200);
    }
    void aScheduleIsAText()
    {
        QCOMPARE(code(envelope("POST", "library/retentions/schedule", "{}")), 10400);
        QCOMPARE(code(envelope("POST", "library/retentions/schedule", quoted("{'settings':{'cron':5}}"))), 10400);
        QCOMPARE(code(envelope("POST", "library/retentions/schedule", quoted("{'settings':null}"))), 10400);
    }

    void theTrashGivesARegistryBackWithPoliciesScheduleAndHistory()
    {
        const auto name = newRegistry();
        QCOMPARE(addRule(name, rule("!team/**", "dev-*", false, "n_days_since_last_pull", 9, true)), 200);
        QCOMPARE(setCron(name, "1 2 3 4 *"), 200);
        QVERIFY(!clean(name).is_null());
        auto before = rulesOf(name);
        const auto run = shown(lastRun(name));
        const auto deletion = deletionOf(ncr("DELETE", "/" + name));
        QVERIFY(deletion > 0);
        QCOMPARE(code(envelope("GET", name + "/retentions")), 10404);
        QCOMPARE(restore(deletion).status, 200);
        auto after = rulesOf(name);
        QCOMPARE(after.size(), 1u);
        for (auto *rules : {&before, &after})
            rules->front().as_object().erase("id");
        QCOMPARE(shown(after.front()), shown(before.front()));
        QCOMPARE(cron(name), QByteArray("1 2 3 4 *"));
        QCOMPARE(shown(lastRun(name)), run);
    }

    /// Random edits of policies and schedule while the program is killed: what was acknowledged is there, the edit under way wholly or not at all.
    void killsAmidEditsKeepWhatWasAcknowledged()
    {
        const unsigned seed = qEnvironmentVariableIntValue("BERTH_SEED") > 0 ? unsigned(qEnvironmentVariableIntValue("BERTH_SEED")) : std::random_device()();
        qInfo("BERTH_SEED=%u", seed);
        std::mt19937 chance(seed);
        const auto name = newRegistry();
        Policies known;
        int kills = 0;
        for (int round = 0; round < 10; ++round) {
            bool isKilled = false;
            QTimer::singleShot(int(chance() % 80), this, [&] {
                registry.kill();
                isKilled = true;
            });
            for (int edits = 0; !isKilled && edits < 500; ++edits) {
                auto wished = known;
                const auto reply = code(edit(name, wished, chance));
                if (reply == 200) {
                    known = wished;
                    continue;
                }
                QVERIFY2(isKilled || reply == 0, QByteArray::number(reply).constData());
                QTRY_VERIFY(isKilled);
                ++kills;
                QVERIFY(registry.start(arguments()));
                const auto now = policiesOf(name);
                QVERIFY2(now == known || now == wished, "an edit is there by half, or one that was acknowledged is not");
                known = now;
            }
            QTRY_VERIFY(isKilled);
            if (!registry.isRunning())
                QVERIFY(registry.start(arguments()));
            QVERIFY(policiesOf(name) == known);
        }
        QVERIFY(kills > 0);
        QVERIFY(clean(name, true).is_object()); // and it still works
    }

private:
    /// Tags by their policies, each with whether it is disabled, and the schedule.
    struct Policies {
        QMap<QByteArray, bool> cleanup, protection;
        QByteArray cron;
        friend bool operator==(const Policies &, const Policies &) = default;
    };
    static QByteArray tagOf(const json::value &rule) { return text(*json::find(rule, "tag"), "pattern"); }
    Policies policiesOf(const QByteArray &in) const
    {
        Policies policies;
        for (const auto &rule : rulesOf(in))
            policies.cleanup.insert(tagOf(rule), json::boolean(rule, "disabled"));
        const auto shields = envelope("GET", in + "/immutabletagrules?page_size=100");
        for (const auto &rule : json::list(shields, "immutable_tag_rules"))
            policies.protection.insert(tagOf(rule), json::boolean(rule, "disabled"));
        policies.cron = cron(in);
        return policies;
    }
    QByteArray idOfTag(const QByteArray &in, bool isCleanup, const QByteArray &tag) const
    {
        const auto reply = envelope("GET", in + (isCleanup ? "/retentions" : "/immutabletagrules") + "?page_size=100");
        for (const auto &rule : json::list(reply, isCleanup ? "retention_rules" : "immutable_tag_rules")) {
            if (tagOf(rule) == tag)
                return idOf(rule);
        }
        return "0";
    }
    /// Makes one, and says in `policies` what is there if it succeeds; null where the program was gone before.
    json::value edit(const QByteArray &in, Policies &policies, std::mt19937 &chance) const
    {
        if (chance() % 5 == 0) {
            policies.cron = QByteArray::number(chance() % 60) + " 3 * * *";
            return envelope("POST", in + "/retentions/schedule", "{\"settings\":{\"cron\":\"" + policies.cron + "\"}}");
        }
        const bool isCleanup = chance() % 2;
        auto &rules = isCleanup ? policies.cleanup : policies.protection;
        const QByteArray path = in + (isCleanup ? "/retentions" : "/immutabletagrules");
        const QByteArray tag = "t" + QByteArray::number(chance() % 6);
        const auto body = [&](bool isDisabled) {
            return "{\"disabled\":" + QByteArray(isDisabled ? "true" : "false") + ",\"scope\":" + scope("**") + ",\"tag\":" + scope(tag)
                + (isCleanup ? ",\"parameters\":{\"always\":-1}}" : "}");
        };
        if (!rules.contains(tag)) {
            rules.insert(tag, false);
            return envelope("POST", path, body(false));
        }
        const auto id = idOfTag(in, isCleanup, tag);
        if (id == "0")
            return {}; // the question met the kill
        if (chance() % 2) {
            rules[tag] = !rules[tag];
            return envelope("PUT", path + "/" + id, body(rules[tag]));
        }
        rules.remove(tag);
        return envelope("DELETE", isCleanup ? path + "?id=" + id : path + "/" + id);
    }
};

QTEST_GUILESS_MAIN(CleanupRulesTest)
#include "CleanupRulesTest.moc"
