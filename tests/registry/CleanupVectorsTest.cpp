// SPDX-License-Identifier: Apache-2.0
#include "registry/CleanupStage.h"

using namespace berth;
using namespace berth::test;

namespace {

/// One rule of a vector, as in the table: images | tags | untagged | what is kept.
struct Row {
    QByteArray images;
    QByteArray tags;
    bool untagged = false;
    QByteArray keep = "always";
    int number = -1;
    bool disabled = false;
};
using Rows = QList<Row>;

const QByteArray pushedLast = "latest_pushed_n_images", pulledLast = "latest_pulled_n_images", pushDays = "n_days_since_last_push",
                 pullDays = "n_days_since_last_pull";

} // namespace

Q_DECLARE_METATYPE(Rows)

/// The vectors V-01 to V-32 on a real server: a test run of each says what the rules say, some are run for real.
class CleanupVectorsTest : public CleanupStage {
    Q_OBJECT

private:
    /// "api" a1 … a6, "team/web" w1 and w2, "team/sub/job" j1; days before now, 0: never pulled.
    struct Artifact {
        const char *name;
        const char *image;
        QByteArrayList tags;
        double pushed;
        double pulled;
    };
    static QList<Artifact> artifacts()
    {
        constexpr double second = 1.0 / 86'400;
        return {{"a1", "api", {"v1.0", "stable"}, 40, 2}, {"a2", "api", {"v1.1"}, 30, 0}, {"a3", "api", {"v2.0-rc1"}, 10, 8},
            {"a4", "api", {"v2.0", "latest"}, 5, 1}, {"a5", "api", {}, 20, 15}, {"a6", "api", {"dev-7"}, 1, 0},
            // "exactly 7 days": a run begins some seconds later.
            {"w1", "team/web", {"prod"}, 100, 7 - 120 * second}, {"w2", "team/web", {}, 3, 0},
            {"j1", "team/sub/job", {"nightly"}, 7 - 120 * second, 7 + second}};
    }

    bool fill(const QByteArray &in)
    {
        int seed = m_seed;
        m_seed += 100;
        const auto now = nowMs();
        m_digests.clear();
        for (const auto &artifact : artifacts()) {
            const auto image = makeImage(seed++);
            const auto repository = in + "/" + artifact.image;
            if (push(repository, image.digest(), image) != 201)
                return false;
            for (const auto &tag : artifact.tags) {
                if (putManifest(repository, tag, image.manifest).status != 201)
                    return false;
            }
            const auto ago = [now](double days) { return days == 0 ? 0 : now - TimeMs(days * dayMs); };
            setTimes(repository, image.digest(), ago(artifact.pushed), ago(artifact.pulled));
            m_digests[artifact.name] = image.digest();
        }
        return true;
    }

    /// Those of the letter; "-" for none.
    static QByteArrayList split(const QByteArray &names) { return names == "-" ? QByteArrayList() : names.split(' '); }

    QMap<QByteArray, QByteArray> m_digests;
    int m_seed = 1;

private Q_SLOTS:
    void theRegistryIsFilled() { QVERIFY(keepQuiet() && fill("vectors")); }

    void aTestRunSaysWhatTheRulesSay_data()
    {
        QTest::addColumn<Rows>("rules");
        QTest::addColumn<QByteArray>("shield");
        QTest::addColumn<bool>("shieldIsOn");
        QTest::addColumn<QByteArray>("api"); // what stays; "untouched"
        QTest::addColumn<QByteArray>("web");
        QTest::addColumn<QByteArray>("job");
        const auto row = [](const char *name, const Rows &rules, const char *api, const char *web, const char *job, const char *shield = "", bool isOn = true) {
            QTest::newRow(name) << rules << QByteArray(shield) << isOn << QByteArray(api) << QByteArray(web) << QByteArray(job);
        };
        const char *all = "a1 a2 a3 a4 a5 a6";
        const char *no = "untouched";
        row("V-01", {{"**", "**", true}}, all, "w1 w2", "j1");
        row("V-02", {{"**", "no-such-tag", false}}, "-", "-", "-");
        row("V-03", {{"**", "no-such-tag", true}}, "a5", "w2", "-");
        row("V-04", {{"api", "**", true, pushedLast, 2}}, "a4 a6", no, no);
        row("V-05", {{"api", "**", true, pushedLast, 4}}, "a3 a4 a5 a6", no, no);
        row("V-06", {{"api", "**", false, pushedLast, 4}}, "a2 a3 a4 a6", no, no);
        row("V-07", {{"**", "**", true, pushedLast, 3}}, "a3 a4 a6", "w1 w2", "j1");
        row("V-08", {{"api", "**", true, pushedLast, 0}}, "-", no, no);
        row("V-09", {{"api", "**", true, pulledLast, 2}}, "a1 a4", no, no);
        row("V-10", {{"api", "**", true, pulledLast, 5}}, "a1 a3 a4 a5 a6", no, no);
        row("V-11", {{"**", "**", true, pushDays, 7}}, "a4 a6", "w2", "j1");
        row("V-12", {{"**", "**", true, pullDays, 7}}, "a1 a4", "w1", "-");
        row("V-13", {{"**", "**", true, pushDays, 0}}, "-", "-", "-");
        row("V-14", {{"api", "v*", false}}, "a1 a2 a3 a4", no, no);
        row("V-15", {{"api", "v*", true}}, "a1 a2 a3 a4 a5", no, no);
        row("V-16", {{"api", "!v*", false}}, "a1 a4 a5 a6", no, no);
        row("V-17", {{"api", "!v*", true}}, "a1 a4 a6", no, no);
        row("V-18", {{"api", "!{v*,stable}", true}}, "a4 a6", no, no);
        row("V-19", {{"api", "!**", true}}, "-", no, no);
        row("V-20", {{"api", "v*", false, pushedLast, 1}}, "a4", no, no);
        row("V-21", {{"api", "v*", false, pushedLast, 1}, {"**", "{stable,latest}", false}}, "a1 a4", "-", "-");
        row("V-22", {{"**", "**", true, "always", -1, true}, {"api", "**", true, pushedLast, 1}}, "a6", no, no);
        row("V-23", {{"**", "**", true, "always", -1, true}}, no, no, no);
        row("V-24", {{"!team/**", "**", true, pushedLast, 1}}, "a6", no, no);
        row("V-25", {{"team/*", "**", true, pushedLast, 1}}, no, "w2", no);
        row("V-26", {{"**/job", "**", true, pushDays, 6}}, no, no, "-");
        row("V-27", {{"{api,team/web}", "**", true, pushedLast, 1}}, "a6", "w2", no);
        row("V-28", {{"api", "no-such-tag", false}}, "a1* a2* a3* a4*", no, no, "v*");
        row("V-29", {{"api", "no-such-tag", false}}, "a1* a2* a3* a4* a5*", no, no, "!dev-*");
        row("V-30", {{"**", "no-such-tag", false}}, "a1* a2* a3* a4* a6*", "w1*", "j1*", "**");
        row("V-31", {{"api", "no-such-tag", false}}, "-", no, no, "v*", false);
        row("V-32", {{"api", "Latest", false}}, "-", no, no);
    }
    void aTestRunSaysWhatTheRulesSay()
    {
        QFETCH(const Rows, rules);
        QFETCH(const QByteArray, shield);
        QFETCH(const bool, shieldIsOn);
        QVERIFY(dropRules("vectors"));
        for (const auto &row : rules)
            QCOMPARE(addRule("vectors", rule(row.images, row.tags, row.untagged, row.keep, row.number, row.disabled)), 200);
        if (!shield.isEmpty()) {
            QCOMPARE(code(envelope("POST", "vectors/immutabletagrules", "{\"scope\":" + scope("**") + ",\"tag\":" + scope(shield) + "}")), 200);
            const auto made = json::list(envelope("GET", "vectors/immutabletagrules"), "immutable_tag_rules");
            if (!shieldIsOn)
                QCOMPARE(code(envelope("PUT", "vectors/immutabletagrules/" + idOf(made.front()),
                             "{\"disabled\":true,\"scope\":" + scope("**") + ",\"tag\":" + scope(shield) + "}")),
                    200);
        }
        const auto run = clean("vectors", true);
        QCOMPARE(text(run, "status"), QByteArray("Success"));
        QVERIFY(json::boolean(run, "dry_run"));
        QCOMPARE(text(run, "trigger"), QByteArray("MANUAL"));

        QMap<QByteArray, QByteArray> expected;
        QByteArrayList images;
        qint64 kept = 0;
        const auto expect = [&](const char *column, const QByteArray &image, char letter) {
            const auto value = *static_cast<const QByteArray *>(QTest::qData(column, qMetaTypeId<QByteArray>()));
            if (value == "untouched")
                return;
            images << image;
            for (const auto &artifact : artifacts()) {
                if (artifact.name[0] != letter)
                    continue;
                const QByteArray name = artifact.name;
                const auto mark = split(value).contains(name) ? "RETAIN" : split(value).contains(name + "*") ? "IMMUTABLE" : "DEL";
                kept += QByteArray(mark) != "DEL";
                expected[m_digests[name]] = mark;
            }
        };
        expect("api", "api", 'a');
        expect("job", "team/sub/job", 'j');
        expect("web", "team/web", 'w');
        QCOMPARE(marksOf("vectors", run), expected);
        QByteArrayList seen;
        qint64 retained = 0;
        qint64 total = 0;
        for (const auto &task : tasksOf("vectors", run)) {
            seen << text(task, "repository");
            retained += json::integer(task, "retained");
            total += json::integer(task, "total");
            QCOMPARE(text(task, "status"), QByteArray("Success"));
        }
        QCOMPARE(seen, images); // an image that no policy is for is not listed
        QCOMPARE(retained, kept);
        QCOMPARE(total, expected.size());

        // The preview by the same rules says the same.
        const auto preview = berthCall("POST", "registries/vectors/cleanup/preview", "{}").jsonBody();
        QMap<QByteArray, QByteArray> previewed;
        for (const auto &entry : json::list(preview, "entries"))
            previewed[text(entry, "digest")] = text(entry, "outcome") == "kept" ? "RETAIN" : text(entry, "outcome") == "protected" ? "IMMUTABLE" : "DEL";
        QCOMPARE(previewed, expected);
        QCOMPARE(number(preview, "deleted"), expected.size() - kept);
        // Nothing is gone; a HEAD is no pull.
        for (const auto &artifact : artifacts())
            QCOMPARE(send("HEAD", QByteArray("/v2/vectors/") + artifact.image + "/manifests/" + m_digests[artifact.name]).status, 200);
    }

    void aRealRunDeletesWhatATestRunSays_data()
    {
        QTest::addColumn<QByteArray>("shield");
        QTest::addColumn<QByteArray>("stays");
        QTest::newRow("V-02") << QByteArray() << QByteArray();
        QTest::newRow("V-28") << QByteArray("v*") << QByteArray("a1 a2 a3 a4");
        QTest::newRow("V-30") << QByteArray("**") << QByteArray("a1 a2 a3 a4 a6 w1 j1");
    }
    void aRealRunDeletesWhatATestRunSays()
    {
        QFETCH(const QByteArray, shield);
        QFETCH(const QByteArray, stays);
        const auto name = "real" + QByteArray::number(m_seed);
        const auto digests = m_digests;
        QVERIFY(fill(name));
        QCOMPARE(addRule(name, rule("**", "no-such-tag", false, "always")), 200);
        if (!shield.isEmpty())
            QCOMPARE(code(envelope("POST", name + "/immutabletagrules", "{\"scope\":" + scope("**") + ",\"tag\":" + scope(shield) + "}")), 200);
        const auto run = clean(name);
        QCOMPARE(text(run, "status"), QByteArray("Success"));
        QVERIFY(!json::boolean(run, "dry_run"));
        for (const auto &artifact : artifacts()) {
            const bool isThere = stays.split(' ').contains(artifact.name);
            QCOMPARE(manifestStatus(name + "/" + artifact.image, m_digests[artifact.name]), isThere ? 200 : 404);
            for (const auto &tag : artifact.tags)
                QCOMPARE(digestAt(name + "/" + artifact.image, tag), isThere ? m_digests[artifact.name] : QByteArray());
        }
        m_digests = digests;
    }
};

QTEST_GUILESS_MAIN(CleanupVectorsTest)
#include "CleanupVectorsTest.moc"
