// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "core/Cron.h"

using namespace berth;

/// Schedules of five fields.
class CronTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theNextRunsAreThese_data()
    {
        QTest::addColumn<QByteArray>("cron");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QByteArrayList>("runs");
        const auto row = [](const char *cron, const char *after, QByteArrayList runs) {
            QTest::addRow("%s after %s", cron, after) << QByteArray(cron) << QByteArray(after) << runs;
        };
        row("0 0 * * *", "2026-11-30T00:00:00.000Z", {"2026-12-01T00:00", "2026-12-02T00:00"}); // after, not at
        row("0 0 * * *", "2026-11-29T23:59:59.999Z", {"2026-11-30T00:00"});
        row("  0   0  *  *  * ", "2026-11-30T12:00:00.000Z", {"2026-12-01T00:00"}); // any number of spaces
        row("*/15 * * * *", "2026-11-30T10:50:00.000Z", {"2026-11-30T11:00", "2026-11-30T11:15"});
        row("5/20 * * * *", "2026-11-30T10:00:00.000Z", {"2026-11-30T10:05", "2026-11-30T10:25", "2026-11-30T10:45", "2026-11-30T11:05"});
        row("0 9-17/4 * * *", "2026-11-30T00:00:00.000Z", {"2026-11-30T09:00", "2026-11-30T13:00", "2026-11-30T17:00", "2026-12-01T09:00"});
        row("30 23 31 12 *", "2026-11-30T00:00:00.000Z", {"2026-12-31T23:30", "2027-12-31T23:30"});
        row("0 0 ? * 1", "2026-11-30T00:00:00.000Z", {"2026-12-07T00:00"}); // a Monday
        row("0 0 * * mon", "2026-11-29T00:00:00.000Z", {"2026-11-30T00:00"});
        row("0 0 * * SUN", "2026-11-30T00:00:00.000Z", {"2026-12-06T00:00"});
        row("0 0 1 JAN-mar *", "2026-11-30T00:00:00.000Z", {"2027-01-01T00:00", "2027-02-01T00:00", "2027-03-01T00:00", "2028-01-01T00:00"});
        row("0 0 13 * 5", "2026-11-01T00:00:00.000Z", {"2026-11-06T00:00", "2026-11-13T00:00", "2026-11-20T00:00"}); // either
        row("0 0 13 * *", "2026-11-01T00:00:00.000Z", {"2026-11-13T00:00", "2026-12-13T00:00"});
        row("0 0 */2 * 1", "2026-11-28T00:00:00.000Z", {"2026-11-29T00:00", "2026-11-30T00:00", "2026-12-01T00:00"}); // a step restricts
        row("0 0 29 2 *", "2026-11-30T00:00:00.000Z", {"2028-02-29T00:00", "2032-02-29T00:00"});
        row("0 0 29 2 *", "2096-03-01T00:00:00.000Z", {"2104-02-29T00:00"}); // 2100 is no leap year
        row("0 0 31 2 1", "2026-11-28T00:00:00.000Z", {"2027-02-01T00:00"}); // the weekday is enough
        row("59 23 31 * *", "2026-11-30T00:00:00.000Z", {"2026-12-31T23:59", "2027-01-31T23:59", "2027-03-31T23:59"});
        row("1,5,59 0 * * *", "2026-11-30T00:01:00.000Z", {"2026-11-30T00:05", "2026-11-30T00:59"});
        row("0 00 01 * *", "2026-11-30T00:00:00.000Z", {"2026-12-01T00:00"});
    }
    void theNextRunsAreThese()
    {
        QFETCH(QByteArray, cron);
        QFETCH(QByteArray, after);
        QFETCH(QByteArrayList, runs);
        const auto parsed = Cron::parse(cron.toStdString());
        QVERIFY2(parsed.has_value(), parsed ? "" : parsed.error().message.c_str());
        QByteArrayList got;
        for (const auto time : parsed->next(fromRfc3339(after.toStdString()), int(runs.size())))
            got << QByteArray::fromStdString(toRfc3339(time)).left(16);
        QCOMPARE(got, runs);
    }

    void whatIsNoScheduleIsRefusedByField_data()
    {
        QTest::addColumn<QByteArray>("cron");
        QTest::addColumn<QByteArray>("said");
        const auto row = [](const char *cron, const char *said) { QTest::newRow(cron) << QByteArray(cron) << QByteArray(said); };
        for (const char *count : {"", "0", "0 0 * *", "0 0 0 * * *", "@daily", "TZ=UTC 0 0 * * *"})
            row(count, "five fields");
        row("60 * * * *", "minute must be 0-59, not 60");
        row("-1 * * * *", "minute");
        row("1.5 * * * *", "minute");
        row("0 24 * * *", "hour must be 0-23, not 24"); // the guide's 0-59 is a misprint
        row("0 59 * * *", "hour must be 0-23");
        row("0 0 0 * *", "day of month must be 1-31");
        row("0 0 32 * *", "day of month must be 1-31");
        row("0 0 L * *", "day of month");
        row("0 0 15W * *", "day of month");
        row("0 0 * 13 *", "month must be 1-12");
        row("0 0 * JANUARY *", "month");
        row("0 0 * * 7", "day of week must be 0-6");
        row("0 0 * * 5#2", "day of week");
        row("0 0 * * 1-5", "write 1,2,3,4,5 instead of 1-5");
        row("0 0 1-3 * *", "write 1,2,3 instead of 1-3");
        row("? 0 * * *", "minute");
        row("0 ? * * *", "hour");
        row("0 0 * ? *", "month");
        row("0 0 ?,1 * *", "day of month");
        row("*/0 * * * *", "minute");
        row("*/61 * * * *", "minute");
        row("*/ * * * *", "minute");
        row("9-3 * * * *", "minute");
        row(",5 * * * *", "minute");
        row("5, * * * *", "minute");
        row("5,,6 * * * *", "minute");
        row("99999999999999999999 * * * *", "minute");
        row("0 0 31 2 *", "never comes");
        row("0 0 30,31 FEB ?", "never comes");
        row("0 0 31 4,6,9,11 *", "never comes");
    }
    void whatIsNoScheduleIsRefusedByField()
    {
        QFETCH(QByteArray, cron);
        QFETCH(QByteArray, said);
        const auto parsed = Cron::parse(cron.toStdString());
        QVERIFY(!parsed);
        QCOMPARE(parsed.error().code, ErrorCode::BadRequest);
        QVERIFY2(parsed.error().message.find(said.toStdString()) != std::string::npos, parsed.error().message.c_str());
    }

    /// Against looking at every minute of four months.
    void noMinuteThatFitsIsPassedOver()
    {
        const auto cron = Cron::parse("*/7 */5 1,15,31 */3 2").value(); // those days, or Tuesdays, of January and October
        const auto fits = [](const QDateTime &time) {
            const auto date = time.date();
            const bool day = date.day() == 1 || date.day() == 15 || date.day() == 31 || date.dayOfWeek() == 2;
            return time.time().minute() % 7 == 0 && time.time().hour() % 5 == 0 && (date.month() - 1) % 3 == 0 && day;
        };
        const auto start = fromRfc3339("2026-09-20T00:00:00.000Z");
        auto next = cron.next(start - 1);
        int runs = 0;
        for (TimeMs at = start; at < start + 130LL * 24 * 60 * 60'000; at += 60'000) {
            QCOMPARE(at == next, fits(toDateTime(at)));
            if (at == next) {
                next = cron.next(at);
                ++runs;
            }
        }
        QVERIFY(runs > 500);
    }
};

QTEST_APPLESS_MAIN(CronTest)
#include "CronTest.moc"
