// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "core/Names.h"

using namespace berth;

namespace {

void addNames(bool valid, std::initializer_list<const char *> names)
{
    for (const char *name : names)
        QTest::newRow(*name ? name : "(empty)") << QByteArray(name) << valid;
}

void addColumns()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<bool>("valid");
}

} // namespace

class NamesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void registryNamesFollowR021AndR022_data()
    {
        addColumns();
        addNames(true, {"a", "0", "0a", "a.b-c_d", "library", "v2a", "api2", "apis", "123", "a.b.c"});
        addNames(false,
            {"", "A", "aB", "-a", "a-", ".a", "a.", "_a", "a_", "a..b", "a--b", "a__b", "a._b", "a/b", "a b", "a%2fb", "a:b", "\xEA\xB0\x80", "v2", "api",
                "service", "ncr", "c", ".", ".."});
        QTest::newRow("255 characters") << QByteArray(255, 'a') << true;
        QTest::newRow("256 characters") << QByteArray(256, 'a') << false;
    }
    void registryNamesFollowR021AndR022()
    {
        QFETCH(QByteArray, name);
        QFETCH(bool, valid);
        const auto result = checkRegistryName(name.toStdString());
        QCOMPARE(result.has_value(), valid);
        if (!valid)
            QCOMPARE(result.error().code, ErrorCode::NameInvalid);
    }

    void imageNamesFollowR025_data()
    {
        addColumns();
        addNames(true, {"a", "api/web-1", "a__b", "a--b", "a---b", "a.b", "a_b", "0/1/2/3", "a/b/c/d/e"});
        addNames(false,
            {"", "Api", "a//b", "/a", "a/", "a._b", "a___b", "a..b", "a.-b", "-a", "a-", "a/-b", "a/b-", "a b", "a\tb", "a:b", "a@b", "a/../b", "./a",
                "\xC3\xA9", "a%b", "a\\b", "/"});
        QTest::newRow("255 characters") << QByteArray(255, 'a') << true;
        QTest::newRow("256 characters") << QByteArray(256, 'a') << false;
    }
    void imageNamesFollowR025()
    {
        QFETCH(QByteArray, name);
        QFETCH(bool, valid);
        const auto result = checkImageName(name.toStdString());
        QCOMPARE(result.has_value(), valid);
        if (!valid)
            QCOMPARE(result.error().code, ErrorCode::NameInvalid);
    }

    void tagsFollowR027_data()
    {
        addColumns();
        addNames(true, {"latest", "1.0", "V1.0-RC_2", "_a", "A", "0", "a..b", "a--", "a."});
        addNames(false, {"", ".a", "-a", "a b", "a/b", "a:b", "a+b", "a@b", "\xEA\xB0\x80", "a\n"});
        QTest::newRow("128 characters") << QByteArray(128, 'T') << true;
        QTest::newRow("129 characters") << QByteArray(129, 'T') << false;
    }
    void tagsFollowR027()
    {
        QFETCH(QByteArray, name);
        QFETCH(bool, valid);
        const auto result = checkTag(name.toStdString());
        QCOMPARE(result.has_value(), valid);
        if (!valid)
            QCOMPARE(result.error().code, ErrorCode::TagInvalid);
    }

    void aTagWithANullByteIsRefused() { QVERIFY(!checkTag(std::string_view("a\0b", 3))); }

    void aNameOfOneComponentBelongsToTheLibrary()
    {
        const auto name = RepositoryName::parse("ubuntu");
        QVERIFY(name.has_value());
        QCOMPARE(name->registry(), std::string("library"));
        QCOMPARE(name->image(), std::string("ubuntu"));
        QVERIFY(*name == *RepositoryName::parse("library/ubuntu"));
    }

    void theFirstComponentIsTheRegistry()
    {
        const auto name = RepositoryName::parse("shop/api/web");
        QCOMPARE(name->registry(), std::string("shop"));
        QCOMPARE(name->image(), std::string("api/web"));
        QCOMPARE(name->toString(), std::string("shop/api/web"));
    }

    void partsOfANameAreCheckedEach()
    {
        QVERIFY(RepositoryName::of("shop", "api/web").has_value());
        QVERIFY(!RepositoryName::of("sh--op", "web"));
        QVERIFY(!RepositoryName::of("shop", ""));
        QVERIFY(!RepositoryName::of("shop", "Web"));
        QVERIFY(!RepositoryName::of("a/b", "web"));
    }

    void aSuggestedNameIsLegalAndRecognisable_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("name");
        QTest::newRow("plain") << QByteArray("ubuntu") << QByteArray("ubuntu");
        QTest::newRow("upper case and spaces") << QByteArray("My Image (1)") << QByteArray("my-image-1");
        QTest::newRow("runs of separators") << QByteArray("a..__--b") << QByteArray("a.b");
        QTest::newRow("Hangul") << QByteArray("\xEC\x84\x9C\xEC\x9A\xB8") << QByteArray("seoul");
        QTest::newRow("nothing left") << QByteArray("___") << QByteArray("image");
        QTest::newRow("empty") << QByteArray() << QByteArray("image");
        QTest::newRow("broken UTF-8") << QByteArray("a\xff\xfe"
                                                    "b")
                                      << QByteArray("a-b");
    }
    void aSuggestedNameIsLegalAndRecognisable()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, name);
        QCOMPARE(QByteArray::fromStdString(suggestImageName(text.toStdString())), name);
    }

    void aLongSuggestionThatIsCutIsStillLegal()
    {
        for (int length = 98; length < 103; ++length)
            QVERIFY(checkImageName(suggestImageName(std::string(std::size_t(length), 'a') + "-bcd")).has_value());
    }
};

QTEST_GUILESS_MAIN(NamesTest)
#include "NamesTest.moc"
