// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <QTest>

#include "core/TagOrder.h"

using namespace berth;

class TagOrderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void versionsStandInTheirOrder_data()
    {
        QTest::addColumn<QStringList>("order");
        QTest::newRow("numbers by value") << QStringList{QStringLiteral("v1.9"), QStringLiteral("v1.10"), QStringLiteral("v1.11"), QStringLiteral("v2.0")};
        QTest::newRow("with and without v") << QStringList{QStringLiteral("1.2"), QStringLiteral("v1.3"), QStringLiteral("1.4")};
        QTest::newRow("candidates before the release") << QStringList{QStringLiteral("1.0-alpha"), QStringLiteral("1.0-beta2"), QStringLiteral("1.0-rc1"),
            QStringLiteral("1.0-rc10"), QStringLiteral("1.0"), QStringLiteral("1.0-slim"), QStringLiteral("1.0.1")};
        QTest::newRow("a word that only begins like one") << QStringList{QStringLiteral("1.0"), QStringLiteral("1.0-prefix"), QStringLiteral("1.0-rcx")};
        QTest::newRow("leading zeros") << QStringList{QStringLiteral("2024.01.9"), QStringLiteral("2024.1.10"), QStringLiteral("2024.02.01")};
        QTest::newRow("numbers that no integer holds")
            << QStringList{QStringLiteral("9"), QStringLiteral("99999999999999999999999"), QStringLiteral("100000000000000000000000")};
        QTest::newRow("letters") << QStringList{QStringLiteral("alpine"), QStringLiteral("Bookworm"), QStringLiteral("latest")};
    }

    void versionsStandInTheirOrder()
    {
        QFETCH(const QStringList, order);
        for (int i = 0; i + 1 < order.size(); ++i) {
            QVERIFY2(compareTags(order.at(i).toStdString(), order.at(i + 1).toStdString()) < 0, qPrintable(order.at(i)));
            QVERIFY2(compareTags(order.at(i + 1).toStdString(), order.at(i).toStdString()) > 0, qPrintable(order.at(i)));
        }
    }

    void theOrderIsTotal()
    {
        // Every three of them: less is transitive, and only the same text is equal. A sort over anything else may run out of its bounds.
        const std::vector<std::string> tags{"", "1", "v1", "01", "1.0", "1.0-rc1", "1.0-rc", "1.0.rc1", "1.0-", "1.0-slim", "v1.0", "V1.0", "rc", "-rc1", "a",
            "A", "a1", "a01", "10", "9", "v", "vv1", "1_0", "1.0_beta", "1.0-beta-slim"};
        for (const auto &a : tags) {
            for (const auto &b : tags) {
                QCOMPARE(compareTags(a, b) == 0, a == b);
                QCOMPARE(compareTags(a, b) < 0, compareTags(b, a) > 0);
                for (const auto &c : tags) {
                    if (compareTags(a, b) < 0 && compareTags(b, c) < 0)
                        QVERIFY2(compareTags(a, c) < 0, (a + " < " + b + " < " + c).c_str());
                }
            }
        }
    }
};

QTEST_APPLESS_MAIN(TagOrderTest)
#include "TagOrderTest.moc"
