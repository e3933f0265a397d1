// SPDX-License-Identifier: Apache-2.0
#include <random>
#include <set>

#include "core/Cleanup.h"
#include "core/PolicyJson.h"
#include "registry/CleanupStage.h"

using namespace berth;
using namespace berth::test;

/// Random artifacts under random policies: what the preview, a test run and a real run say, what is there afterwards, and what the rules by
/// themselves say are one and the same. BERTH_SEED repeats a walk, BERTH_ROUNDS makes it longer.
class CleanupAgreementTest : public CleanupStage {
    Q_OBJECT

private:
    std::mt19937 m_random;
    int below(int bound) { return int(m_random() % unsigned(bound)); }
    template <class List> auto pick(const List &list) { return list[std::size_t(below(int(std::size(list))))]; }

    static inline const char *images[] = {"api", "team/web", "team/sub/job", "x"};
    static inline const char *imagePatterns[] = {"**", "api", "team/*", "team/**", "{api,x}", "**/job", "*", "none"};
    static inline const char *tagPatterns[] = {"**", "v*", "v1.*", "latest", "{latest,stable}", "dev-*", "no-such-tag", "v[0-9].?"};
    static inline const char *tags[] = {"v1.0", "v1.1", "v2.0", "v2.0-rc1", "latest", "stable", "dev-1", "dev-2", "prod"};

    NameSelector randomNames() { return {below(5) == 0, pick(imagePatterns)}; }
    CleanupRule randomRule()
    {
        CleanupRule rule;
        rule.isEnabled = below(6) != 0;
        rule.images = randomNames();
        rule.tags = {below(4) == 0, pick(tagPatterns), below(2) == 0};
        rule.keep = Keep(below(5));
        rule.number = rule.keep == Keep::Always ? 0 : rule.keep == Keep::LatestPushed || rule.keep == Keep::LatestPulled ? below(4) : below(60);
        return rule;
    }
    ProtectionRule randomShield()
    {
        ProtectionRule rule;
        rule.isEnabled = below(5) != 0;
        rule.images = randomNames();
        rule.tags = {below(5) == 0, pick(tagPatterns), false};
        return rule;
    }

    struct Made {
        CleanupCandidate value;
        QByteArray digest;
    };
    using Content = std::map<std::string, std::vector<Made>>; ///< By image.

    /// Pushes artifacts with times of their own, none two within a second. Empty if a push failed.
    Content fill(const QByteArray &in, int seed)
    {
        Content content;
        const auto now = nowMs();
        for (const auto *image : images) {
            const auto repository = in + "/" + image;
            std::set<std::string> left(std::begin(tags), std::end(tags));
            const int count = 1 + below(5);
            for (int i = 0; i < count; ++i) {
                const auto made = makeImage(seed++, 1, 50);
                CleanupCandidate value{made.digest().toStdString(), {}, now - (1 + below(50)) * dayMs - seed * 2000,
                    below(3) == 0 ? 0 : now - (1 + below(50)) * dayMs - seed * 2000};
                if (push(repository, made.digest(), made) != 201)
                    return {};
                for (int tag = below(4); tag > 0 && !left.empty(); --tag) {
                    const auto name = *std::next(left.begin(), below(int(left.size())));
                    left.erase(name);
                    value.tags.push_back(name);
                    if (putManifest(repository, QByteArray::fromStdString(name), made.manifest).status != 201)
                        return {};
                }
                std::ranges::sort(value.tags);
                setTimes(repository, made.digest(), value.pushed, value.pulled);
                content[image].push_back({value, made.digest()});
            }
        }
        return content;
    }

    /// Outcome by image and digest, as the rules by themselves say.
    QMap<QByteArray, QByteArray> expectedOf(const Content &content, const std::vector<CleanupRule> &rules, const std::vector<ProtectionRule> &shields) const
    {
        QMap<QByteArray, QByteArray> expected;
        const auto cleanup = Cleanup::of(rules, shields);
        for (const auto &[image, artifacts] : content) {
            if (!cleanup || !cleanup->chooses(image))
                continue;
            std::vector<CleanupCandidate> values;
            for (const auto &artifact : artifacts)
                values.push_back(artifact.value);
            const auto verdicts = cleanup->decide(image, values, nowMs());
            for (std::size_t i = 0; i < verdicts.size(); ++i)
                expected[artifacts[i].digest] = verdicts[i].outcome == CleanupVerdict::Outcome::Kept ? "kept"
                    : verdicts[i].outcome == CleanupVerdict::Outcome::Protected                      ? "protected"
                                                                                                     : "deleted";
        }
        return expected;
    }
    QMap<QByteArray, QByteArray> previewOf(const QByteArray &in) const
    {
        QMap<QByteArray, QByteArray> outcomes;
        const auto reply = berthCall("POST", "registries/" + in + "/cleanup/preview", "{}").jsonBody();
        for (const auto &entry : json::list(reply, "entries"))
            outcomes[text(entry, "digest")] = text(entry, "outcome");
        return outcomes;
    }
    QMap<QByteArray, QByteArray> outcomesOf(const QByteArray &in, const json::value &run) const
    {
        QMap<QByteArray, QByteArray> outcomes;
        const auto at = "registries/" + in + "/cleanup/runs/" + idOf(run) + "/images";
        const auto list = asked(at);
        for (const auto &image : json::list(list, "images")) {
            const auto artifacts = asked(at + "/" + idOf(image) + "?page_size=100");
            for (const auto &entry : json::list(artifacts, "artifacts"))
                outcomes[text(entry, "digest")] = text(entry, "outcome");
        }
        return outcomes;
    }
    static QByteArray ncrRule(const CleanupRule &one)
    {
        const auto sign = [](bool excludes) { return QByteArray(excludes ? "!" : ""); };
        return rule(sign(one.images.excludes) + QByteArray::fromStdString(one.images.pattern),
            sign(one.tags.excludes) + QByteArray::fromStdString(one.tags.pattern), one.tags.untagged, wordOf(one.keep), int(one.number), !one.isEnabled);
    }

private Q_SLOTS:
    void allSayTheSame()
    {
        const auto seed = qEnvironmentVariableIsSet("BERTH_SEED") ? unsigned(qEnvironmentVariableIntValue("BERTH_SEED")) : std::random_device()();
        const int rounds = qEnvironmentVariableIsSet("BERTH_ROUNDS") ? qEnvironmentVariableIntValue("BERTH_ROUNDS") : 25;
        qInfo("BERTH_SEED=%d", int(seed));
        m_random.seed(seed);
        QVERIFY(keepQuiet());
        for (int round = 0; round < rounds; ++round) {
            const auto in = "agree" + QByteArray::number(round);
            const auto content = fill(in, 10'000 + round * 100);
            QVERIFY(!content.empty());
            std::vector<CleanupRule> rules;
            std::vector<ProtectionRule> shields;
            for (int i = 1 + below(3); i > 0; --i) {
                const auto one = randomRule();
                if (addRule(in, ncrRule(one)) == 200)
                    rules.push_back(one);
            }
            for (int i = below(3); i > 0; --i) {
                const auto one = randomShield();
                const auto sign = [](bool excludes) { return QByteArray(excludes ? "!" : ""); };
                if (code(envelope("POST", in + "/immutabletagrules",
                        "{\"scope\":" + scope(sign(one.images.excludes) + QByteArray::fromStdString(one.images.pattern))
                            + ",\"tag\":" + scope(sign(one.tags.excludes) + QByteArray::fromStdString(one.tags.pattern)) + "}"))
                    == 200) {
                    shields.push_back(one);
                    shields.back().isEnabled = true;
                }
            }
            const auto expected = expectedOf(content, rules, shields);
            QCOMPARE(previewOf(in), expected);
            const auto dry = clean(in, true);
            QCOMPARE(text(dry, "status"), QByteArray("Success"));
            QCOMPARE(outcomesOf(in, dry), expected);
            const auto real = clean(in);
            QCOMPARE(text(real, "status"), QByteArray("Success"));
            QCOMPARE(outcomesOf(in, real), expected);
            for (const auto &[image, artifacts] : content) {
                for (const auto &artifact : artifacts) {
                    const auto repository = in + "/" + QByteArray::fromStdString(image);
                    const bool isGone = expected.value(artifact.digest) == "deleted";
                    QCOMPARE(send("HEAD", "/v2/" + repository + "/manifests/" + artifact.digest).status, isGone ? 404 : 200);
                    for (const auto &tag : artifact.value.tags)
                        QCOMPARE(send("HEAD", "/v2/" + repository + "/manifests/" + QByteArray::fromStdString(tag)).status, isGone ? 404 : 200);
                }
            }
        }
    }
};

QTEST_GUILESS_MAIN(CleanupAgreementTest)
#include "CleanupAgreementTest.moc"
