// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "core/Json.h"

using namespace berth;

class JsonTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void onlyOneWholeValueWithoutDoubleKeysIsRead_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("valid");
        const auto row = [](const char *name, const QByteArray &text, bool valid) { QTest::newRow(name) << text << valid; };
        row("object", R"({"a":1,"b":[true,null,"x"]})", true);
        row("scalar", "3", true);
        row("white space around", " {} \n", true);
        row("same key in different objects", R"({"a":{"k":1},"b":{"k":2}})", true);
        row("key twice", R"({"a":1,"a":2})", false);
        row("key twice deep down", R"({"x":[{"a":1,"b":2,"a":3}]})", false);
        row("key twice, once escaped", R"({"a":1,"\u0061":2})", false);
        row("empty key twice", R"({"":1,"":2})", false);
        row("100 levels", QByteArray(100, '[') + QByteArray(100, ']'), true);
        row("101 levels", QByteArray(101, '[') + QByteArray(101, ']'), false);
        row("100,000 levels", QByteArray(100'000, '['), false);
        row("empty", "", false);
        row("cut short", R"({"a":)", false);
        row("a second value", "{} {}", false);
        row("comma too much", "[1,]", false);
        row("comment", "{/* */}", false);
        row("single quotes", "{'a':1}", false);
        row("NaN", "NaN", false);
        row("broken UTF-8", "\"\xff\"", false);
        row("overlong UTF-8", "\"\xc0\xaf\"", false);
        row("UTF-8 cut short", "\"\xe2\x82\"", false);
        row("surrogate alone", R"("\ud800")", false);
        row("control character", QByteArray("\"a\nb\""), false);
        row("byte order mark", "\xEF\xBB\xBF{}", false);
    }
    void onlyOneWholeValueWithoutDoubleKeysIsRead()
    {
        QFETCH(QByteArray, text);
        QFETCH(bool, valid);
        const auto value = json::parseStrict(text.toStdString());
        QCOMPARE(value.has_value(), valid);
        if (!valid) {
            QCOMPARE(value.error().code, ErrorCode::BadRequest);
            QVERIFY(!value.error().message.empty());
        }
    }

    void theDoubleKeyIsNamed() { QVERIFY(json::parseStrict(R"({"layers":1,"layers":2})").error().message.find("layers") != std::string::npos); }

    void membersOfAnotherTypeCountAsAbsent()
    {
        const auto value = *json::parseStrict(R"({"s":1,"n":"x","b":"true","l":{}})");
        QCOMPARE(json::text(value, "s", "none"), std::string("none"));
        QCOMPARE(json::integer(value, "n", 7), std::int64_t(7));
        QCOMPARE(json::boolean(value, "b", true), true);
        QVERIFY(json::list(value, "l").empty());
        QVERIFY(json::find(json::value(3), "a") == nullptr);
    }

    void membersAreRead()
    {
        const auto value = *json::parseStrict(R"({"s":"x","n":-9007199254740993,"b":true,"l":[1,2]})");
        QCOMPARE(json::text(value, "s"), std::string("x"));
        QCOMPARE(json::integer(value, "n"), std::int64_t(-9007199254740993));
        QCOMPARE(json::boolean(value, "b"), true);
        QCOMPARE(json::list(value, "l").size(), std::size_t(2));
    }
};

QTEST_GUILESS_MAIN(JsonTest)
#include "JsonTest.moc"
