// SPDX-License-Identifier: Apache-2.0
#include <QRandomGenerator>
#include <QTest>

#include "transfer/TransferSlots.h"

using namespace berth;
using namespace Qt::StringLiterals;

namespace {

TransferLoad load(const QStringList &hosts, const QStringList &claims = {}) { return {hosts, claims}; }

} // namespace

/// Which of the waiting transfers begins next.
class TransferSlotsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theOldestBeginsFirst()
    {
        QCOMPARE(nextToBegin({}, {load({u"a"_s}), load({u"b"_s})}, {}), std::optional<qsizetype>(0));
        QCOMPARE(nextToBegin({}, {}, {}), std::nullopt);
    }

    void noMoreThanTheSlots()
    {
        const QList<TransferLoad> running{load({u"a"_s}), load({u"b"_s})};
        QCOMPARE(nextToBegin(running, {load({u"c"_s})}, {2, 2}), std::nullopt);
        QCOMPARE(nextToBegin(running, {load({u"c"_s})}, {3, 2}), std::optional<qsizetype>(0));
    }

    void oneForAnotherHostGoesBeforeOneWithoutASlot()
    {
        const QList<TransferLoad> running{load({u"a"_s})};
        QCOMPARE(nextToBegin(running, {load({u"a"_s}), load({u"b"_s})}, {4, 1}), std::optional<qsizetype>(1));
        QCOMPARE(nextToBegin(running, {load({u"a"_s}), load({u"b"_s})}, {4, 2}), std::optional<qsizetype>(0));
    }

    void aTransferBetweenTwoHostsNeedsASlotOfEach()
    {
        const QList<TransferLoad> running{load({u"b"_s})};
        QCOMPARE(nextToBegin(running, {load({u"a"_s, u"b"_s})}, {4, 1}), std::nullopt);
        QCOMPARE(nextToBegin({load({u"a"_s, u"b"_s})}, {load({u"b"_s}), load({u"c"_s})}, {4, 1}), std::optional<qsizetype>(1));
    }

    void aClaimGoesInTurn()
    {
        const QList<TransferLoad> running{load({u"a"_s}, {u"x"_s})};
        QCOMPARE(nextToBegin(running, {load({u"b"_s}, {u"x"_s}), load({u"b"_s}, {u"y"_s})}, {}), std::optional<qsizetype>(1));
        // The second waits for its turn after the first, which waits for a slot.
        QCOMPARE(nextToBegin(running, {load({u"a"_s}, {u"y"_s}), load({u"b"_s}, {u"y"_s}), load({u"b"_s}, {u"z"_s})}, {4, 1}), std::optional<qsizetype>(2));
    }

    void nobodyOvertakesOneThatWaitsForItsServer()
    {
        auto away = load({u"a"_s}, {u"x"_s});
        away.isAway = true;
        QCOMPARE(nextToBegin({}, {away}, {}), std::nullopt); // it begins by itself
        QCOMPARE(nextToBegin({}, {away, load({u"a"_s}, {u"x"_s}), load({u"a"_s}, {u"y"_s})}, {}), std::optional<qsizetype>(2));
    }

    /// By chance: limits and claims always hold, nobody overtakes within a claim, and all of them get their turn.
    void anyCrowdIsServed()
    {
        const quint32 seed = QRandomGenerator::global()->generate();
        QRandomGenerator random(seed);
        for (int round = 0; round < 200; ++round) {
            const TransferLimits limits{1 + int(random.bounded(5)), 1 + int(random.bounded(3))};
            struct Job {
                TransferLoad load;
                int number;
            };
            QList<Job> waiting, running;
            for (int i = 0; i < 30; ++i) {
                TransferLoad job{{QString::number(random.bounded(4))}, {QString::number(random.bounded(6))}};
                if (random.bounded(3) == 0)
                    job.hosts << u"other"_s;
                waiting << Job{job, i};
            }
            QHash<QString, int> lastOfClaim;
            int ended = 0;
            while (ended < 30) {
                QList<TransferLoad> now, then;
                for (const auto &job : running)
                    now << job.load;
                for (const auto &job : waiting)
                    then << job.load;
                const auto next = nextToBegin(now, then, limits);
                if (next) {
                    const auto job = waiting.takeAt(*next);
                    QVERIFY2(lastOfClaim.value(job.load.claims[0], -1) < job.number, QByteArray::number(seed).constData());
                    lastOfClaim[job.load.claims[0]] = job.number;
                    running << job;
                    QVERIFY(running.size() <= limits.atOnce);
                    QHash<QString, int> hosts;
                    QSet<QString> claims;
                    for (const auto &other : std::as_const(running)) {
                        for (const auto &host : other.load.hosts)
                            QVERIFY(++hosts[host] <= limits.aHost);
                        QVERIFY(!claims.contains(other.load.claims[0]));
                        claims << other.load.claims[0];
                    }
                } else {
                    QVERIFY2(!running.isEmpty(), QByteArray::number(seed).constData()); // else they would wait for ever
                    running.removeAt(random.bounded(running.size()));
                    ++ended;
                }
            }
        }
    }
};

QTEST_APPLESS_MAIN(TransferSlotsTest)
#include "TransferSlotsTest.moc"
