// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "registry/routes/Errors.h"
#include "registry/routes/Routes.h"

using namespace berth;

namespace {

std::vector<std::string> componentsOf(const QString &path)
{
    std::vector<std::string> components;
    for (const auto &part : path.split(QLatin1Char('/')))
        components.push_back(part.toStdString());
    return components;
}

struct Nothing { };
boost::asio::awaitable<http::Response> answer(Nothing &) { co_return http::Response(); }

} // namespace

/// Addresses and the tables of calls; words for errors.
class RoutesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPatternTakesItsAddressesOnly_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("name"); // of {name} or {name...}; "-" if the address is another's
        const auto row = [](const char *pattern, const char *path, const char *name) {
            QTest::addRow("%s of %s", path, pattern) << QString::fromLatin1(pattern) << QString::fromLatin1(path) << QString::fromLatin1(name);
        };
        row("me", "me", "");
        row("me", "you", "-");
        row("me", "me/more", "-");
        row("me", "", "-");
        row("keys/{name}", "keys/k1", "k1");
        row("keys/{name}", "keys", "-");
        row("keys/{name}", "keys/k1/secret", "-");
        row("keys/{name}/secret", "keys/k1/secret", "k1");
        row("v2/{name...}/tags/list", "v2/a/tags/list", "a");
        row("v2/{name...}/tags/list", "v2/a/b/c/tags/list", "a/b/c");
        row("v2/{name...}/tags/list", "v2/tags/list", "-");
        row("v2/{name...}/tags/list", "v2/tags/list/tags/list", "tags/list");
        row("v2/{name...}/blobs/uploads/", "v2/a/b/blobs/uploads/", "a/b");
        row("v2/{name...}/blobs/uploads/", "v2/a/b/blobs/uploads", "-");
        row("v2/{name...}/blobs/uploads/", "v2/a/b/blobs/uploads/x", "-");
        row("v2/", "v2/", "");
        row("v2/", "v2", "-");
        row("v2/", "v2/x", "-");
        row("{name...}", "a/b", "a/b");
    }
    void aPatternTakesItsAddressesOnly()
    {
        QFETCH(QString, pattern);
        QFETCH(QString, path);
        QFETCH(QString, name);
        const auto text = pattern.toStdString();
        const auto components = componentsOf(path);
        Parameters parameters;
        const bool taken = matches(text, components, parameters);
        QCOMPARE(taken, name != QLatin1String("-"));
        if (taken)
            QCOMPARE(QString::fromStdString(parameters["name"]), name);
    }

    void theFirstPatternThatFitsDecides()
    {
        using enum http::Method;
        static constexpr Route<Nothing> rows[] = {
            {Get, "a/{x...}/end", right::see, &answer},
            {Put, "a/{x...}/end", right::push, &answer},
            {Get, "a/{x...}", right::anyKey, &answer},
            {Delete, "a/{x...}", right::remove, &answer},
        };
        const auto find = [](http::Method method, const char *path) {
            return findRoute(std::span<const Route<Nothing>>(rows), method, componentsOf(QString::fromLatin1(path)));
        };
        QCOMPARE(find(Put, "a/b/end").route, &rows[1]);
        QCOMPARE(find(Get, "a/b/more").route, &rows[2]);
        QCOMPARE(find(Get, "a/end").route, &rows[2]); // nothing stands for x
        const auto other = find(Delete, "a/b/end");
        QCOMPARE(other.route, nullptr);
        QCOMPARE(other.allowed, std::string("GET, PUT"));
        QCOMPARE(find(Get, "b").allowed, std::string());
    }

    void everyErrorHasItsWords()
    {
        QCOMPARE(wordsOf(ErrorCode::NoSpace).protocolStatus, 413);
        QCOMPARE(wordsOf(ErrorCode::BlobInUse).status, 412);
        for (int code = 0; code <= int(ErrorCode::Internal); ++code) {
            const auto &words = wordsOf(ErrorCode(code));
            QVERIFY(words.status >= 400 && words.protocolStatus >= 400 && *words.protocolCode);
            QCOMPARE(words.status == 500, words.protocolStatus == 500);
            QCOMPARE(QByteArray(wordOf(words.status)) == "UNKNOWN", words.status == 500);
        }
    }
};

QTEST_GUILESS_MAIN(RoutesTest)
#include "RoutesTest.moc"
