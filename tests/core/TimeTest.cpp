// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "core/Time.h"

using namespace berth;

class TimeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("TZ", "Asia/Seoul"); } // nothing may depend on where the computer stands

    void rfc3339IsReadInEveryForm_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<qint64>("time");
        const auto row = [](const char *text, qint64 time) { QTest::newRow(*text ? text : "(empty)") << QByteArray(text) << time; };
        row("2024-01-02T03:04:05Z", 1704164645000);
        row("2024-01-02T03:04:05.6Z", 1704164645600);
        row("2024-01-02T03:04:05.678Z", 1704164645678);
        row("2024-01-02T03:04:05.678901234Z", 1704164645678);
        row("2024-01-02T12:04:05+09:00", 1704164645000);
        row("2024-01-01T22:04:05.5-05:00", 1704164645500);
        row("1970-01-01T00:00:00.001Z", 1);
        row("0001-01-01T00:00:00Z", 0);
        row("", 0);
        row("never", 0);
        row("2024-13-01T00:00:00Z", 0);
        row("2024-01-02", 0);
        row("2024-01-02T03:04:05", 0);
    }
    void rfc3339IsReadInEveryForm()
    {
        QFETCH(QByteArray, text);
        QFETCH(qint64, time);
        QCOMPARE(qint64(fromRfc3339(text.toStdString())), time);
    }

    void timesAreWrittenInUtcWithMilliseconds()
    {
        QCOMPARE(toRfc3339(1704164645678), std::string("2024-01-02T03:04:05.678Z"));
        QCOMPARE(toRfc3339(1704164645000), std::string("2024-01-02T03:04:05.000Z"));
    }

    void neverIsYearOne() { QCOMPARE(toRfc3339(0), std::string("0001-01-01T00:00:00.000Z")); }

    void whatIsWrittenIsReadBack()
    {
        const auto now = nowMs();
        QCOMPARE(fromRfc3339(toRfc3339(now)), now);
    }
};

QTEST_GUILESS_MAIN(TimeTest)
#include "TimeTest.moc"
