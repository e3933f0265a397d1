// SPDX-License-Identifier: Apache-2.0
#include <QElapsedTimer>
#include <QHash>
#include <QRandomGenerator>
#include <QTest>

#include "core/Cleanup.h"

using namespace berth;
using Outcome = CleanupVerdict::Outcome;

namespace {

constexpr TimeMs second = 1000, day = 86'400 * second;
constexpr TimeMs now = 1'800'000'000'000;

CleanupCandidate artifact(const char *digest, std::vector<std::string> tags, TimeMs pushedAgo, TimeMs pulledAgo = -1)
{
    return {digest, std::move(tags), now - pushedAgo, pulledAgo < 0 ? 0 : now - pulledAgo};
}

using Images = std::vector<std::pair<std::string, std::vector<CleanupCandidate>>>;

/// Ages in days, as the vectors have them.
const Images &images()
{
    static const Images all{
        {"api",
            {artifact("a1", {"v1.0", "stable"}, 40 * day, 2 * day), artifact("a2", {"v1.1"}, 30 * day), artifact("a3", {"v2.0-rc1"}, 10 * day, 8 * day),
                artifact("a4", {"v2.0", "latest"}, 5 * day, 1 * day), artifact("a5", {}, 20 * day, 15 * day), artifact("a6", {"dev-7"}, 1 * day)}},
        {"team/web", {artifact("w1", {"prod"}, 100 * day, 7 * day), artifact("w2", {}, 3 * day)}},
        {"team/sub/job", {artifact("j1", {"nightly"}, 7 * day, 7 * day + second)}},
    };
    return all;
}

/// "!team/** | v* | T | pushed 2"; a leading "-" is a rule that is switched off.
CleanupRule rule(const QString &text)
{
    const auto parts = text.split(QLatin1Char('|'));
    const auto selector = [](QString name, auto &into) {
        into.excludes = name.startsWith(QLatin1Char('!'));
        into.pattern = name.mid(into.excludes ? 1 : 0).toStdString();
    };
    CleanupRule rule;
    QString scope = parts.at(0).trimmed();
    rule.isEnabled = !scope.startsWith(QLatin1Char('-'));
    selector(scope.mid(rule.isEnabled ? 0 : 1), rule.images);
    selector(parts.at(1).trimmed(), rule.tags);
    rule.tags.untagged = parts.at(2).trimmed() == QLatin1String("T");
    const auto keep = parts.at(3).trimmed().split(QLatin1Char(' '));
    const QHash<QString, Keep> words{{QStringLiteral("always"), Keep::Always}, {QStringLiteral("pushed"), Keep::LatestPushed},
        {QStringLiteral("pulled"), Keep::LatestPulled}, {QStringLiteral("push-days"), Keep::PushedWithin}, {QStringLiteral("pull-days"), Keep::PulledWithin}};
    rule.keep = words.value(keep.at(0));
    rule.number = keep.value(1).toLongLong();
    return rule;
}

std::vector<CleanupRule> rules(const QString &text)
{
    std::vector<CleanupRule> rules;
    for (const auto &one : text.split(QLatin1Char('+')))
        rules.push_back(rule(one));
    return rules;
}

ProtectionRule protection(const char *tags, bool excludes = false)
{
    ProtectionRule rule;
    rule.tags = {excludes, tags, false};
    return rule;
}

/// "a1 a4", "none", "all" or "untouched", with those that protection kept in brackets.
QString outcome(const Cleanup &cleanup, const std::string &image, const std::vector<CleanupCandidate> &artifacts)
{
    if (!cleanup.chooses(image))
        return QStringLiteral("untouched");
    QStringList kept;
    const auto verdicts = cleanup.decide(image, artifacts, now);
    for (std::size_t i = 0; i < artifacts.size(); ++i) {
        const auto name = QString::fromStdString(artifacts[i].digest);
        if (verdicts[i].outcome == Outcome::Kept)
            kept << name;
        else if (verdicts[i].outcome == Outcome::Protected)
            kept << QLatin1Char('(') + name + QLatin1Char(')');
    }
    return kept.isEmpty() ? QStringLiteral("none") : kept.join(QLatin1Char(' '));
}

Cleanup of(const std::vector<CleanupRule> &rules, const std::vector<ProtectionRule> &protection = {}) { return Cleanup::of(rules, protection).value(); }

} // namespace

/// What cleanup keeps, and why.
class CleanupTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theseAreKept_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("kept");
        const auto row = [](const char *name, const char *text, const char *api, const char *web, const char *job) {
            QTest::newRow(name) << QString::fromLatin1(text) << QStringList{QString::fromLatin1(api), QString::fromLatin1(web), QString::fromLatin1(job)};
        };
        row("V-01", "** | ** | T | always", "a1 a2 a3 a4 a5 a6", "w1 w2", "j1");
        row("V-02", "** | no-such-tag | F | always", "none", "none", "none");
        row("V-03", "** | no-such-tag | T | always", "a5", "w2", "none");
        row("V-04", "api | ** | T | pushed 2", "a4 a6", "untouched", "untouched");
        row("V-05", "api | ** | T | pushed 4", "a3 a4 a5 a6", "untouched", "untouched");
        row("V-06", "api | ** | F | pushed 4", "a2 a3 a4 a6", "untouched", "untouched");
        row("V-07", "** | ** | T | pushed 3", "a3 a4 a6", "w1 w2", "j1");
        row("V-08", "api | ** | T | pushed 0", "none", "untouched", "untouched");
        row("V-09", "api | ** | T | pulled 2", "a1 a4", "untouched", "untouched");
        row("V-10", "api | ** | T | pulled 5", "a1 a3 a4 a5 a6", "untouched", "untouched");
        row("V-11", "** | ** | T | push-days 7", "a4 a6", "w2", "j1");
        row("V-12", "** | ** | T | pull-days 7", "a1 a4", "w1", "none");
        row("V-13", "** | ** | T | push-days 0", "none", "none", "none");
        row("V-14", "api | v* | F | always", "a1 a2 a3 a4", "untouched", "untouched");
        row("V-15", "api | v* | T | always", "a1 a2 a3 a4 a5", "untouched", "untouched");
        row("V-16", "api | !v* | F | always", "a1 a4 a5 a6", "untouched", "untouched");
        row("V-17", "api | !v* | T | always", "a1 a4 a6", "untouched", "untouched");
        row("V-18", "api | !{v*,stable} | T | always", "a4 a6", "untouched", "untouched");
        row("V-19", "api | !** | T | always", "none", "untouched", "untouched");
        row("V-20", "api | v* | F | pushed 1", "a4", "untouched", "untouched");
        row("V-21", "api | v* | F | pushed 1 + ** | {stable,latest} | F | always", "a1 a4", "none", "none");
        row("V-22", "-** | ** | T | always + api | ** | T | pushed 1", "a6", "untouched", "untouched");
        row("V-23", "-** | ** | T | always", "untouched", "untouched", "untouched");
        row("V-24", "!team/** | ** | T | pushed 1", "a6", "untouched", "untouched");
        row("V-25", "team/* | ** | T | pushed 1", "untouched", "w2", "untouched");
        row("V-26", "**/job | ** | T | push-days 6", "untouched", "untouched", "none");
        row("V-27", "{api,team/web} | ** | T | pushed 1", "a6", "w2", "untouched");
        row("V-32", "api | Latest | F | always", "none", "untouched", "untouched");
        row("everything by an empty pattern", " |  | T | always", "a1 a2 a3 a4 a5 a6", "w1 w2", "j1");
        row("more than there are", "** | ** | T | pulled 32766", "a1 a2 a3 a4 a5 a6", "w1 w2", "j1");
        row("the longest time", "** | ** | T | push-days 36500", "a1 a2 a3 a4 a5 a6", "w1 w2", "j1"); // never more than it says
        row("the longest time", "** | ** | T | pull-days 36500", "a1 a3 a4 a5", "w1", "j1");
    }
    void theseAreKept()
    {
        QFETCH(const QString, text);
        QFETCH(const QStringList, kept);
        const auto cleanup = of(rules(text));
        QStringList outcomes;
        for (const auto &[image, artifacts] : images())
            outcomes << outcome(cleanup, image, artifacts);
        QCOMPARE(outcomes, kept);
    }

    void protectionWins()
    {
        const auto &[image, api] = images().at(0);
        const auto deletesAll = rules(QStringLiteral("api | no-such-tag | F | always"));
        QCOMPARE(outcome(of(deletesAll, {protection("v*")}), image, api), QStringLiteral("(a1) (a2) (a3) (a4)")); // V-28
        QCOMPARE(outcome(of(deletesAll, {protection("dev-*", true)}), image, api), QStringLiteral("(a1) (a2) (a3) (a4) (a5)")); // V-29
        auto off = protection("v*");
        off.isEnabled = false;
        QCOMPARE(outcome(of(deletesAll, {off}), image, api), QStringLiteral("none")); // V-31
        const auto everything = of(rules(QStringLiteral("** | no-such-tag | F | always")), {protection("**")}); // V-30
        QCOMPARE(outcome(everything, image, api), QStringLiteral("(a1) (a2) (a3) (a4) (a6)"));
        QCOMPARE(outcome(everything, images().at(1).first, images().at(1).second), QStringLiteral("(w1)"));
        QCOMPARE(outcome(everything, images().at(2).first, images().at(2).second), QStringLiteral("(j1)"));
        const auto verdicts = of(deletesAll, {off, protection("stable")}).decide(image, api, now);
        QCOMPARE(verdicts[0].rule, 1u);
        QCOMPARE(verdicts[0].protectedTag, std::string("stable"));
    }

    /// What a rule of days keeps now would go later, were it not protected by then.
    void whatIsProtectedNeverFallsOut()
    {
        const auto &[image, api] = images().at(0);
        const auto byDays = rules(QStringLiteral("api | ** | T | push-days 60"));
        const auto alone = of(byDays, {}).decide(image, api, now);
        const auto shielded = of(byDays, {protection("v1.*")}).decide(image, api, now);
        QVERIFY(alone[0].until.has_value() && alone[3].until.has_value());
        QVERIFY(!shielded[0].until.has_value()); // v1.0
        QVERIFY(shielded[0].outcome == CleanupVerdict::Outcome::Kept);
        QCOMPARE(*shielded[3].until, *alone[3].until); // v2.0
    }

    void whatIsKeptAnywayIsNotCalledProtected()
    {
        const auto &[image, api] = images().at(0);
        QCOMPARE(outcome(of(rules(QStringLiteral("api | v2.0 | F | always")), {protection("**")}), image, api), QStringLiteral("(a1) (a2) (a3) a4 (a6)"));
    }

    void theFirstRuleThatKeepsIsNamed()
    {
        const auto &[image, api] = images().at(0);
        const auto verdicts = of(rules(QStringLiteral("-** | ** | T | always + api | ** | T | pushed 1 + api | v* | F | always"))).decide(image, api, now);
        QCOMPARE(verdicts[5].rule, 1u);
        QCOMPARE(verdicts[0].rule, 2u);
    }

    void timesCountInWholeSeconds()
    {
        const auto sevenDays = of(rules(QStringLiteral("** | ** | T | push-days 7")));
        const auto kept = [&](TimeMs pushed, TimeMs at) {
            return sevenDays.decide("i", std::vector{CleanupCandidate{"d", {}, pushed, 0}}, at).front().outcome == Outcome::Kept;
        };
        QVERIFY(kept(now - 7 * day, now));
        QVERIFY(kept(now - 7 * day, now + 999));
        QVERIFY(!kept(now - 7 * day, now + 1000));
        QVERIFY(kept(now + day, now)); // by a clock that went ahead
    }

    /// Newer pushes first, then by digest; those that were never pulled by their pushes.
    void equalTimesHaveAnOrder()
    {
        const std::vector<CleanupCandidate> same{artifact("c", {}, day, day), artifact("a", {}, day + 400, day), artifact("b", {}, day, day),
            artifact("e", {}, 3 * day), artifact("d", {}, 2 * day)};
        QCOMPARE(outcome(of(rules(QStringLiteral("** | ** | T | pushed 2"))), "i", same), QStringLiteral("c b")); // "a" a second earlier
        QCOMPARE(outcome(of(rules(QStringLiteral("** | ** | T | pulled 2"))), "i", same), QStringLiteral("c b"));
        QCOMPARE(outcome(of(rules(QStringLiteral("** | ** | T | pulled 4"))), "i", same), QStringLiteral("c a b d"));
    }

    void whenAnArtifactFallsOutIsKnown()
    {
        const auto &[image, api] = images().at(0);
        const auto until = [&](const char *text, std::size_t which) { return of(rules(QString::fromLatin1(text))).decide(image, api, now).at(which).until; };
        QCOMPARE(until("** | ** | T | always", 0), std::nullopt);
        QCOMPARE(until("** | ** | T | push-days 7", 3), std::optional(now + 2 * day + second));
        QCOMPARE(until("** | ** | T | pull-days 7", 3), std::optional(now + 6 * day + second));
        // The rule that keeps it longest counts, whichever comes first.
        QCOMPARE(until("** | ** | T | push-days 7 + ** | ** | T | pull-days 7", 3), std::optional(now + 6 * day + second));
        QCOMPARE(until("** | ** | T | pull-days 7 + ** | ** | T | push-days 7", 3), std::optional(now + 6 * day + second));
        QCOMPARE(until("** | ** | T | push-days 7 + ** | latest | F | always", 3), std::nullopt);
        QCOMPARE(until("** | latest | F | always + ** | ** | T | push-days 7", 3), std::nullopt);
        // At that moment it goes, and not a second before.
        const auto cleanup = of(rules(QStringLiteral("** | ** | T | push-days 7")));
        const auto end = cleanup.decide(image, api, now).at(3).until.value();
        QCOMPARE(cleanup.decide(image, api, end - second).at(3).outcome, Outcome::Kept);
        QCOMPARE(cleanup.decide(image, api, end).at(3).outcome, Outcome::Deleted);
    }

    void badRulesAreRefusedAndDeleteNothing_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"** | ** | T | pushed -1", "** | ** | T | pushed 32767", "** | ** | T | pulled 32767", "** | ** | T | push-days -1",
                 "** | ** | T | push-days 36501", "** | ** | T | pull-days 106752", "[ | ** | T | always", "** | {a | T | always", "-** | {a | T | always"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }
    void badRulesAreRefusedAndDeleteNothing()
    {
        QFETCH(const QString, text);
        const auto broken = rules(text);
        QVERIFY(!broken.front().check());
        const auto read = Cleanup::of(broken, {});
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::BadRequest);
    }

    void aBadProtectionDeletesNothingEither() { QVERIFY(!Cleanup::of(rules(QStringLiteral("** | ** | T | always")), std::vector{protection("{a")})); }

    void twinsAreTheSameBesideSwitchAndNumber()
    {
        const auto one = rule(QStringLiteral("a | v* | T | pushed 3"));
        auto other = one;
        other.id = 9;
        other.isEnabled = false;
        QVERIFY(one.isTwinOf(other));
        for (const char *text : {"a | v* | T | pushed 4", "a | v* | F | pushed 3", "a | !v* | T | pushed 3", "!a | v* | T | pushed 3", "b | v* | T | pushed 3",
                 "a | v? | T | pushed 3", "a | v* | T | pulled 3"})
            QVERIFY2(!one.isTwinOf(rule(QString::fromLatin1(text))), text);
        auto always = rule(QStringLiteral("a | v* | T | always"));
        always.number = 5; // means nothing
        QVERIFY(always.isTwinOf(rule(QStringLiteral("a | v* | T | always"))));
        QVERIFY(!rule(QStringLiteral("{a,b} | ** | T | always")).isTwinOf(rule(QStringLiteral("{b,a} | ** | T | always"))));
    }

    /// By chance, against a plain reading: for each artifact and rule, how many of the chosen ones come before it?
    void itAgreesWithThePlainReading()
    {
        const quint32 seed = QRandomGenerator::global()->generate();
        QRandomGenerator random(seed);
        const std::vector<std::string> names{"api", "team/web", "team/sub/job", "x"};
        const std::vector<std::string> tags{"v1", "v2", "latest", "stable", "dev-1", "dev-2"};
        const QStringList patterns{QStringLiteral("**"), QStringLiteral("v*"), QStringLiteral("{latest,stable}"), QStringLiteral("dev-?"),
            QStringLiteral("team/**"), QStringLiteral("*"), QStringLiteral("api"), QStringLiteral("**/job"), QStringLiteral("none")};
        const QStringList keeps{
            QStringLiteral("always"), QStringLiteral("pushed"), QStringLiteral("pulled"), QStringLiteral("push-days"), QStringLiteral("pull-days")};
        const auto any = [&](const auto &list) { return list[random.bounded(int(list.size()))]; };
        int deleted = 0, kept = 0, shielded = 0;
        for (int round = 0; round < 3000; ++round) {
            std::vector<CleanupRule> some;
            for (int i = random.bounded(4); i >= 0; --i)
                some.push_back(rule(QStringLiteral("%1%2%3 | %4%5 | %6 | %7 %8")
                                        .arg(random.bounded(6) ? QString() : QStringLiteral("-"), random.bounded(4) ? QString() : QStringLiteral("!"),
                                            any(patterns), random.bounded(4) ? QString() : QStringLiteral("!"), any(patterns),
                                            random.bounded(2) ? QStringLiteral("T") : QStringLiteral("F"), any(keeps), QString::number(random.bounded(6)))));
            std::vector<ProtectionRule> shields;
            if (random.bounded(2))
                shields.push_back(protection(qPrintable(any(patterns)), random.bounded(3) == 0));
            const auto image = any(names);
            std::vector<CleanupCandidate> artifacts;
            for (int i = random.bounded(9); i > 0; --i) {
                CleanupCandidate one{"d" + std::to_string(100 - i), {}, now - random.bounded(6) * day - random.bounded(3) * second,
                    random.bounded(3) ? now - random.bounded(6) * day : 0};
                for (const auto &tag : tags) {
                    if (random.bounded(4) == 0)
                        one.tags.push_back(tag);
                }
                artifacts.push_back(one);
            }
            const auto cleanup = of(some, shields);
            const auto name = [](const NameSelector &selector, const std::string &text) {
                return Glob::parse(selector.pattern)->matches(text) != selector.excludes;
            };
            const auto chooses = [](const TagSelector &selector, const CleanupCandidate &one) {
                if (one.tags.empty())
                    return selector.excludes ? !selector.untagged : selector.untagged;
                for (const auto &tag : one.tags) {
                    if (Glob::parse(selector.pattern)->matches(tag) != selector.excludes)
                        return true;
                }
                return false;
            };
            bool isTouched = false;
            for (const auto &each : some)
                isTouched = isTouched || (each.isEnabled && name(each.images, image));
            QCOMPARE(cleanup.chooses(image), isTouched);
            if (!isTouched)
                continue;
            const auto verdicts = cleanup.decide(image, artifacts, now);
            QCOMPARE(verdicts.size(), artifacts.size());
            for (std::size_t i = 0; i < artifacts.size(); ++i) {
                const auto &one = artifacts[i];
                bool isKept = false;
                for (const auto &each : some) {
                    if (!each.isEnabled || !name(each.images, image) || !chooses(each.tags, one))
                        continue;
                    const bool byPull = each.keep == Keep::LatestPulled || each.keep == Keep::PulledWithin;
                    if (each.keep == Keep::Always) {
                        isKept = true;
                    } else if (each.keep == Keep::PushedWithin || each.keep == Keep::PulledWithin) {
                        const auto time = byPull ? one.pulled : one.pushed;
                        isKept = isKept || (!(byPull && time == 0) && now / second - time / second <= each.number * 86'400);
                    } else {
                        int before = 0;
                        for (const auto &other : artifacts) {
                            const bool isLaterPull = byPull && other.pulled / second > one.pulled / second;
                            const bool isSamePull = !byPull || other.pulled / second == one.pulled / second;
                            const bool isLaterPush = other.pushed / second > one.pushed / second;
                            const bool isSamePush = other.pushed / second == one.pushed / second;
                            before += chooses(each.tags, other) && (isLaterPull || (isSamePull && (isLaterPush || (isSamePush && other.digest < one.digest))));
                        }
                        isKept = isKept || before < each.number;
                    }
                }
                bool isShielded = false;
                for (const auto &shield : shields)
                    isShielded = isShielded || chooses({shield.tags.excludes, shield.tags.pattern, false}, one);
                const auto expected = isKept ? Outcome::Kept : isShielded ? Outcome::Protected : Outcome::Deleted;
                QVERIFY2(verdicts[i].outcome == expected, qPrintable(QStringLiteral("round %1, seed %2").arg(round).arg(seed)));
                kept += expected == Outcome::Kept;
                shielded += expected == Outcome::Protected;
                deleted += expected == Outcome::Deleted;
            }
        }
        QVERIFY(kept > 500 && shielded > 100 && deleted > 500);
    }
};

QTEST_APPLESS_MAIN(CleanupTest)
#include "CleanupTest.moc"
