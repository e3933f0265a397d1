// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "core/SizeSum.h"

using namespace berth;

class SizeSumTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void takesWhatOthersTell_data()
    {
        constexpr auto most = std::numeric_limits<qint64>::max();
        constexpr auto least = std::numeric_limits<qint64>::min();
        QTest::addColumn<qint64>("a");
        QTest::addColumn<qint64>("b");
        QTest::addColumn<qint64>("sum");
        QTest::newRow("two sizes") << qint64(3) << qint64(4) << qint64(7);
        QTest::newRow("one unknown") << qint64(-1) << qint64(4) << qint64(4);
        QTest::newRow("both unknown") << qint64(-1) << qint64(-1) << qint64(0);
        QTest::newRow("just not too much") << most - 1 << qint64(1) << most;
        QTest::newRow("too much") << most << qint64(1) << most;
        QTest::newRow("far too much") << most << most << most;
        QTest::newRow("the least there is") << least << most << most;
    }

    void takesWhatOthersTell()
    {
        QFETCH(const qint64, a);
        QFETCH(const qint64, b);
        QTEST(qint64(sizeSum(a, b)), "sum");
        QTEST(qint64(sizeSum(b, a)), "sum");
    }
};

QTEST_GUILESS_MAIN(SizeSumTest)
#include "SizeSumTest.moc"
