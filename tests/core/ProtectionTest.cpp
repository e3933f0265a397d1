// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "core/Protection.h"

using namespace berth;

namespace {

ProtectionRule rule(NameSelector images, const std::string &tags, bool excludes = false)
{
    ProtectionRule rule;
    rule.images = std::move(images);
    rule.tags = {excludes, tags, false};
    return rule;
}

Protection of(const std::vector<ProtectionRule> &rules) { return Protection::of(rules).value(); }

} // namespace

/// Which tags and artifacts are protected.
class ProtectionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void imageAndTagBothHaveToBeChosen()
    {
        const auto protection = of({rule({false, "team/**"}, "v*")});
        QCOMPARE(protection.ofTag("team/web", "v1"), std::optional<std::size_t>(0));
        QCOMPARE(protection.ofTag("team/web", "latest"), std::nullopt);
        QCOMPARE(protection.ofTag("api", "v1"), std::nullopt);
        QCOMPARE(of({rule({true, "team/**"}, "v*")}).ofTag("api", "v1"), std::optional<std::size_t>(0));
        QCOMPARE(of({rule({}, "v*", true)}).ofTag("api", "latest"), std::optional<std::size_t>(0));
    }

    void anyRuleIsEnoughAndTheFirstIsNamed()
    {
        const auto protection = of({rule({}, "stable"), rule({false, "api"}, "v*"), rule({}, "**")});
        QCOMPARE(protection.ofTag("api", "v1"), std::optional<std::size_t>(1));
        QCOMPARE(protection.ofTag("web", "v1"), std::optional<std::size_t>(2));
        QCOMPARE(protection.ofTag("web", "stable"), std::optional<std::size_t>(0));
    }

    void aDisabledRuleProtectsNothingAndKeepsItsPlace() // R-093, I-17
    {
        auto off = rule({}, "**");
        off.isEnabled = false;
        QCOMPARE(of({off}).ofTag("api", "v1"), std::nullopt);
        QCOMPARE(of({off, rule({}, "v*")}).ofTag("api", "v1"), std::optional<std::size_t>(1));
    }

    void oneProtectedTagProtectsTheArtifact() // V-36
    {
        const auto protection = of({rule({}, "v1")});
        const auto hit = protection.ofArtifact("api", std::vector<std::string>{"x", "v1"});
        QVERIFY(hit);
        QCOMPARE(hit->tag, std::string("v1"));
        QVERIFY(!protection.ofArtifact("api", std::vector<std::string>{"x", "y"}));
    }

    /// An artifact without tags has none that a rule could name, and none that it could leave out.
    void anUntaggedArtifactIsProtectedOnlyWhereTagsAreExcluded() // V-29
    {
        QVERIFY(!of({rule({}, "**")}).ofArtifact("api", {}));
        QVERIFY(of({rule({}, "dev-*", true)}).ofArtifact("api", {}));
        auto asked = rule({}, "**");
        asked.tags.untagged = true; // means nothing here
        QVERIFY(!of({asked}).ofArtifact("api", {}));
    }

    void aBrokenPatternIsSaidEvenWhereTheRuleIsDisabled()
    {
        auto broken = rule({}, "{v1");
        broken.isEnabled = false;
        const auto read = Protection::of(std::vector{broken});
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::BadRequest);
    }

    void twinsAreTheSameBesideSwitchAndNumber()
    {
        auto one = rule({false, "a"}, "v*");
        auto other = one;
        other.id = 7;
        other.isEnabled = false;
        other.tags.untagged = true;
        QVERIFY(one.isTwinOf(other));
        other.tags.pattern = "v?";
        QVERIFY(!one.isTwinOf(other));
        other = one;
        other.images.excludes = true;
        QVERIFY(!one.isTwinOf(other));
    }
};

QTEST_APPLESS_MAIN(ProtectionTest)
#include "ProtectionTest.moc"
