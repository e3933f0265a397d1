// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <functional>
#include <optional>

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

#include "core/Glob.h"

using namespace berth;

namespace {

bool matches(const std::string &pattern, const std::string &text)
{
    const auto glob = Glob::parse(pattern);
    return glob && glob->matches(text);
}

/// The same language, slowly and plainly: the rest of the pattern is a text, in which the alternative that was taken stands in the place of all. For
/// patterns of a, b, x, "/", "*", "?", "{", ",", "}" and "[…]" of such letters.
namespace oracle {

/// The texts of the alternatives that begin at 0, and how far they go.
std::pair<std::vector<std::string>, std::size_t> options(const std::string &pattern)
{
    int depth = 0;
    std::vector<std::string> texts(1);
    for (std::size_t at = 0; at < pattern.size(); ++at) {
        const char c = pattern[at];
        depth += c == '{' ? 1 : c == '}' ? -1 : 0;
        if (depth == 0)
            return {texts, at + 1};
        if (c == ',' && depth == 1)
            texts.emplace_back();
        else if (at > 0)
            texts.back() += c;
    }
    return {{}, pattern.size()};
}

bool mayBeEmpty(const std::string &pattern)
{
    if (pattern.empty() || pattern == "*" || pattern == "**")
        return true;
    if (pattern.front() != '{')
        return false;
    const auto [texts, length] = options(pattern);
    return mayBeEmpty(pattern.substr(length)) && std::ranges::any_of(texts, mayBeEmpty);
}

/// What of the pattern is left for the next segment, by alternatives; none where it is over.
std::optional<std::vector<std::string>> segment(const std::string &pattern, const std::string &text)
{
    using Texts = std::vector<std::string>;
    if (text.empty()) {
        const auto slash = pattern.find('/');
        const auto here = pattern.substr(0, slash);
        if (!mayBeEmpty(here))
            return {};
        return slash == std::string::npos ? Texts() : Texts{pattern.substr(slash + 1)};
    }
    if (pattern.empty())
        return {};
    const auto rest = pattern.substr(1);
    switch (pattern.front()) {
    case '*':
        if (rest.empty())
            return Texts();
        if (rest.front() == '/')
            return Texts{rest.substr(1)};
        for (std::size_t taken = 0; taken < text.size(); ++taken) {
            if (auto found = segment(rest, text.substr(taken)))
                return found;
        }
        return {};
    case '{': {
        const auto [texts, length] = options(pattern);
        std::optional<Texts> all;
        for (const auto &option : texts) {
            if (const auto found = segment(option + pattern.substr(length), text)) {
                if (!all)
                    all.emplace();
                all->insert(all->end(), found->begin(), found->end());
            }
        }
        return all;
    }
    case '[': {
        const auto end = pattern.find(']');
        auto set = pattern.substr(1, end - 1);
        const bool isNegated = set.starts_with('^');
        if ((set.find(text.front(), isNegated ? 1 : 0) != std::string::npos) == isNegated)
            return {};
        return segment(pattern.substr(end + 1), text.substr(1));
    }
    default: break;
    }
    return pattern.front() == '/' || (pattern.front() != '?' && pattern.front() != text.front()) ? std::nullopt : segment(rest, text.substr(1));
}

bool matches(const std::string &pattern, const std::vector<std::string> &text)
{
    const auto slash = pattern.find('/');
    if (pattern.substr(0, slash) == "**") {
        if (slash == std::string::npos)
            return true;
        for (auto at = text.begin(); at != text.end(); ++at) {
            if (matches(pattern.substr(slash + 1), {at, text.end()}))
                return true;
        }
        return false;
    }
    const auto rests = segment(pattern, text.front());
    if (!rests || text.size() == 1)
        return rests && rests->empty();
    return std::ranges::any_of(*rests, [&](const std::string &rest) { return matches(rest, {text.begin() + 1, text.end()}); });
}

bool matches(const std::string &pattern, const std::string &text)
{
    std::vector<std::string> segments(1);
    for (const char c : text) {
        if (c == '/')
            segments.emplace_back();
        else
            segments.back() += c;
    }
    return matches(pattern, segments);
}

} // namespace oracle

QString sentence(const std::string &pattern)
{
    const auto glob = Glob::parse(pattern);
    return glob ? QString() : QString::fromStdString(glob.error().message);
}

} // namespace

/// Patterns of policies.
class GlobTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theseMatchAndThoseDoNot_data()
    {
        QTest::addColumn<QByteArray>("pattern");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("does");
        const auto row = [](const char *name, const char *pattern, const char *text, bool does) {
            QTest::addRow("%s %s on %s", name, pattern, text) << QByteArray(pattern) << QByteArray(text) << does;
        };
        row("P-01", "**", "a/b/c", true);
        row("P-02", "*", "a/b", false);
        row("P-03", "a/**", "a", false);
        row("P-04", "a/**", "a/b/c", true);
        row("P-05", "**/nginx", "nginx", true);
        row("P-06", "**/nginx", "x/y/nginx", true);
        row("P-07", "team/*", "team/app", true);
        row("P-08", "team/*", "team/sub/app", false);
        row("P-09", "v?", "v1", true);
        row("P-10", "v?", "v10", false);
        row("P-11", "1.?", "1.0", true);
        row("P-12", "1.?", "1.01", false);
        row("P-13", "{dev,qa}", "qa", true);
        row("P-14", "{dev,qa}/**", "dev/x/y", true);
        row("P-15", "release-{1,2}.*", "release-2.4", true);
        row("P-16", "release-{1,2}.*", "release-3.0", false);
        row("P-17", "{a,b/c}", "b/c", true);
        row("P-18", "{,x}", "x", true);
        row("P-19", "v[0-9]*", "v3-rc", true);
        row("P-20", "v[0-9]*", "vx", false);
        row("P-21", "v[^0-9]*", "vx", true);
        row("P-22", "**-rc", "1-rc", true);
        row("P-23", "**-rc", "x/1-rc", false);
        row("P-24", "v*", "v", true);
        row("P-25", "v**", "v1/2", false);
        row("P-26", "latest", "Latest", false);
        row("P-27", "v1.*", "v1.", true);
        row("P-28", "a/*/c", "a/b/c", true);
        row("P-29", "{dev,qa}-*", "qa-7", true);
        row("P-30", "a/**", "a/", true);
        row("nested", "{a,{b,c}}", "c", true);
        row("nested", "{a/{b,c},abc}", "a/c", true);
        row("nested", "{a/{b,c},abc}", "a/b/c", false);
        row("only ^ negates", "[!a]", "!", true);
        row("only ^ negates", "[!a]", "a", true);
        row("only ^ negates", "[!a]", "b", false);
        row("empty set of names", "{}", "x", false);
        row("three stars", "***", "a/b", false);
        row("three stars", "***", "a", true);
        row("everything", "", "a/b", true);
        row("one character", "a?b", "a한b", true);
        row("one character", "a??b", "a한b", false);
        row("backwards", "[z-a]", "m", false);
        row("escaped", "a\\*", "a*", true);
        row("escaped", "a\\*", "ab", false);
        row("escaped", "\\{a,b}", "{a,b}", true);
        row("escaped in a set", "[\\]a]", "]", true);
        row("escaped in a set", "[x\\-]", "-", true);
        row("range of letters", "[a-ζ]*", "α", true);
        row("slash is in no set", "a[/]b", "a/b", false);
        row("slash is in no set", "a[^x]b", "a/b", false);
        row("optional", "v1{,-rc}", "v1", true);
        row("optional", "v1{,-rc}", "v1-rc", true);
        row("stars", "a*b?c*x", "abxbbxdbxebxczzx", true);
        row("stars", "a*b?c*x", "abxbbxdbxebxczzy", false);
        row("in the middle", "a/**/b", "a/b", true);
        row("in the middle", "a/**/b", "a/x/y/b", true);
        row("in the middle", "a/**/b/**/c", "a/b/x/b/c", true);
        row("in the middle", "a/**/b/**/c", "a/x/c", false);
        row("in an alternative", "{dev/**,qa}", "dev/x/y", true);
        row("in an alternative", "{dev/**,qa}", "dev", false);
        row("begins an alternative", "{**,x}/a", "p/q/a", false);
        row("begins an alternative", "{**,x}/a", "p/a", true);
        row("begins an alternative", "a/{**,b}", "a/p/q", false);
        row("one ends and one does not", "{a,a/**}", "a", false);
        row("one ends and one does not", "{a,a/**}", "a/b", true);
        row("a star takes all", "v*{,-rc}", "v1", false);
        row("a star takes all", "v*{,-rc}", "v1-rc", true);
        row("after an alternative", "{a/,}**", "a/p/q", true);
        row("after an alternative", "{a/,}**", "p/q", false);
        row("before an alternative", "**{/a,/b}", "p/q/a", false);
        row("closing alone", "a}", "a}", true);
        row("comma alone", "a,b", "a,b", true);
        row("names as they are", "{a,b,c}", "b", true);
        row("names as they are", "{a,b,c}", "a,b", false);
        row("leading slash", "/*", "/a", true);
        row("two slashes", "a//b", "a/b", false);
    }
    void theseMatchAndThoseDoNot()
    {
        QFETCH(const QByteArray, pattern);
        QFETCH(const QByteArray, text);
        QFETCH(const bool, does);
        QVERIFY2(Glob::parse(pattern.toStdString()), qPrintable(sentence(pattern.toStdString())));
        QCOMPARE(matches(pattern.toStdString(), text.toStdString()), does);
    }

    void whatIsNoPatternIsSaidWithItsPlace_data()
    {
        QTest::addColumn<QByteArray>("pattern");
        QTest::addColumn<QByteArray>("words");
        const auto row = [](const char *pattern, const char *words) { QTest::newRow(pattern) << QByteArray(pattern) << QByteArray(words); };
        row("[", "[ at character 1");
        row("ab[c", "[ at character 3");
        row("[^", "[ at character 1");
        row("[a-", "[ at character 1");
        row("{a", "{ at character 1");
        row("x{a,{b}", "{ at character 2");
        row("한{a", "{ at character 2");
        row("{a,[b}", "[ at character 4");
        row("a\\", "\\ at character 2");
        row("[a\\", "\\ at character 3");
        row("[]", "empty set at character 1");
        row("[-a]", "- at character 2");
        row("[a-]", "- at character");
        row("[a-b-c]", "- at character 5");
    }
    void whatIsNoPatternIsSaidWithItsPlace()
    {
        QFETCH(const QByteArray, pattern);
        QFETCH(const QByteArray, words);
        const auto glob = Glob::parse(pattern.toStdString());
        QVERIFY(!glob);
        QCOMPARE(glob.error().code, ErrorCode::BadRequest);
        QVERIFY2(glob.error().message.find(words.toStdString()) != std::string::npos, glob.error().message.c_str());
    }

    void aPatternIsBounded()
    {
        QVERIFY(Glob::parse(std::string(Glob::longest, 'a')));
        QVERIFY(!Glob::parse(std::string(Glob::longest + 1, 'a')));
        QVERIFY(!Glob::parse(std::string(200, '{') + std::string(200, '}')));
        std::string names = "{";
        for (int i = 0; i < 200; ++i)
            names += "a" + std::to_string(i) + ",";
        const auto many = Glob::parse(names + "z}");
        QVERIFY(many && many->matches("a199") && many->matches("z") && !many->matches("a200"));
    }

    /// No pattern makes matching slow.
    void aHostilePatternIsQuick()
    {
        QElapsedTimer clock;
        clock.start();
        const std::string text(128, 'a');
        std::string stars, deep, path, doubling;
        for (int i = 0; i < 200; ++i)
            stars += "*a";
        for (int i = 0; i < 60; ++i) {
            doubling += "{a,a,aa,*}";
            deep += "**/a/";
            path += "a/a/";
        }
        QVERIFY(!matches(stars + "b", text));
        QVERIFY(!matches(deep + "b", path + "a"));
        QVERIFY(!matches(doubling + "b", text));
        QVERIFY(!matches(doubling + "{/a,/b}", text + "/c"));
        QVERIFY2(clock.elapsed() < 2000, QByteArray::number(clock.elapsed()).constData());
    }

    void whatIsTypedAsAListIsAnyOfThem()
    {
        QCOMPARE(patternOf("dev, qa"), std::string("{dev,qa}"));
        QCOMPARE(patternOf(" v1.* "), std::string("v1.*"));
        QCOMPARE(patternOf("{a, b}"), std::string("{a,b}"));
        QCOMPARE(patternOf(""), std::string());
    }

    /// By chance, against the plain reading above.
    void itAgreesWithThePlainReading()
    {
        const quint32 seed = QRandomGenerator::global()->generate();
        QRandomGenerator random(seed);
        const auto pick = [&](std::initializer_list<const char *> list) { return std::string(list.begin()[random.bounded(int(list.size()))]); };
        const std::function<std::string(int)> part = [&](int depth) {
            std::string text;
            for (int i = random.bounded(5); i > 0; --i) {
                if (depth < 2 && random.bounded(6) == 0) {
                    text += "{" + part(depth + 1);
                    for (int k = random.bounded(3); k > 0; --k)
                        text += "," + part(depth + 1);
                    text += "}";
                } else {
                    text += pick({"a", "b", "x", "a", "b", "/", "*", "?", "/**/", "[ab]", "[^a]"});
                }
            }
            return text;
        };
        int hits = 0;
        for (int i = 0; i < 60'000; ++i) {
            std::string pattern = random.bounded(8) == 0 ? "**/" : "";
            pattern += part(0) + (random.bounded(8) == 0 ? "/**" : "");
            if (pattern.empty())
                continue;
            std::string text;
            for (int k = 1 + random.bounded(7); k > 0; --k)
                text += pick({"a", "b", "x", "/"});
            const bool does = matches(pattern, text);
            hits += does;
            QVERIFY2(does == oracle::matches(pattern, text), qPrintable(QStringLiteral("%1 on %2, seed %3").arg(pattern.c_str(), text.c_str()).arg(seed)));
        }
        QVERIFY(hits > 1000);
    }
};

QTEST_APPLESS_MAIN(GlobTest)
#include "GlobTest.moc"
