// SPDX-License-Identifier: Apache-2.0
#include <QTest>
#include <QTranslator>

#include "core/ErrorText.h"

using namespace berth;

namespace {

/// Knows two sentences, with their numbers in another order. Installed while it lives.
class Translator : public QTranslator {
public:
    Translator() { QCoreApplication::installTranslator(this); }
    QString translate(const char *context, const char *source, const char *, int) const override
    {
        if (QByteArrayView(context) != "Error")
            return {};
        if (QByteArrayView(source) == "The file %1 is not in %2")
            return QStringLiteral("%2 lacks %1");
        if (QByteArrayView(source) == "%1 cannot be read: %2")
            return QStringLiteral("%2, so unread is %1");
        return {};
    }
    bool isEmpty() const override { return false; }
};

Error errorOf(const tl::unexpected<Error> &failure) { return failure.value(); }

} // namespace

class ErrorTextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theMessageIsThePatternFilledIn()
    {
        const auto error = errorOf(fail(ErrorCode::NotFound, "The file %1 is not in %2", {"a", "b"}));
        QCOMPARE(error.message, "The file a is not in b");
        QCOMPARE(errorText(error), QStringLiteral("The file a is not in b"));
    }

    void aNumberWithoutAValueStays()
    {
        const auto error = errorOf(fail(ErrorCode::NotFound, "%1 of 100% and %2 and %", {"a"}));
        QCOMPARE(error.message, "a of 100% and %2 and %");
        QCOMPARE(errorText(error), QStringLiteral("a of 100% and %2 and %"));
    }

    void aValueIsNeverReadAsAPattern()
    {
        const auto error = errorOf(fail(ErrorCode::NotFound, "The file %1 is not in %2", {"%2", "%1"}));
        QCOMPARE(error.message, "The file %2 is not in %1");
        QCOMPARE(errorText(error), QStringLiteral("The file %2 is not in %1"));
    }

    void theTextIsTheTranslatedPattern()
    {
        const Translator installed;
        const auto error = errorOf(fail(ErrorCode::NotFound, "The file %1 is not in %2", {"한글", "%1"}));
        QCOMPARE(errorText(error), QStringLiteral("%1 lacks 한글"));
        QCOMPARE(error.message, "The file 한글 is not in %1");
    }

    void aReasonIsTranslatedToo()
    {
        const auto reason = errorOf(fail(ErrorCode::NotFound, "The file %1 is not in %2", {"a", "b"}));
        const auto error = errorOf(fail(ErrorCode::Io, "%1 cannot be read: %2", {"c"}, reason));
        QCOMPARE(error.message, "c cannot be read: The file a is not in b");
        QCOMPARE(errorText(error), QStringLiteral("c cannot be read: The file a is not in b"));
        const Translator installed;
        QCOMPARE(errorText(error), QStringLiteral("b lacks a, so unread is c"));
    }

    void whatHasNoPatternIsSaidAsItIs()
    {
        const Translator installed;
        const auto error = errorOf(fail(ErrorCode::Internal, std::string("The file %1 is not in %2")));
        QVERIFY(!error.pattern);
        QCOMPARE(errorText(error), QStringLiteral("The file %1 is not in %2"));
    }

    void whatHasNoTranslationIsEnglish()
    {
        const Translator installed;
        QCOMPARE(errorText(errorOf(fail(ErrorCode::Io, "%1 is full", {"x"}))), QStringLiteral("x is full"));
    }
};

QTEST_GUILESS_MAIN(ErrorTextTest)
#include "ErrorTextTest.moc"
