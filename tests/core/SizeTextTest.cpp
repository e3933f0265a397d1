// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "core/SizeText.h"

using namespace berth;

class SizeTextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sizesAreSiUnitsWithOneDecimalFromMegabytesUp_data()
    {
        QTest::addColumn<qint64>("bytes");
        QTest::addColumn<QString>("text");
        const auto row = [](qint64 bytes, const char *text) { QTest::addRow("%lld", static_cast<long long>(bytes)) << bytes << QString::fromUtf8(text); };
        row(0, "0 B");
        row(999, "999 B");
        row(1000, "1 kB");
        row(1499, "1 kB");
        row(999'499, "999 kB");
        row(999'999, "1.0 MB"); // never "1000 kB"
        row(1'000'000, "1.0 MB");
        row(28'240'000, "28.2 MB");
        row(999'940'000, "999.9 MB");
        row(999'960'000, "1.0 GB");
        row(3'400'000'000, "3.4 GB");
        row(5'000'000'000'000, "5.0 TB");
        row(9'223'372'036'854'775'807, "9,223.4 PB");
    }
    void sizesAreSiUnitsWithOneDecimalFromMegabytesUp()
    {
        QFETCH(qint64, bytes);
        QFETCH(QString, text);
        QCOMPARE(sizeText(bytes, QLocale(QLocale::English, QLocale::UnitedStates)).replace(QChar(0x00A0), QLatin1Char(' ')), text);
    }

    void kilobytesNeverReadAsAThousand()
    {
        for (qint64 bytes = 999'400; bytes < 1'000'000; bytes += 50)
            QVERIFY2(!sizeText(bytes, QLocale::c()).startsWith(QLatin1String("1000")), qPrintable(QString::number(bytes)));
    }

    void theUnitIsBoundByANoBreakSpace() { QVERIFY(sizeText(5, QLocale::c()).contains(QChar(0x00A0))); }
};

QTEST_GUILESS_MAIN(SizeTextTest)
#include "SizeTextTest.moc"
