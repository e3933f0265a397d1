// SPDX-License-Identifier: Apache-2.0
#include <QElapsedTimer>
#include <QFile>
#include <QRandomGenerator>
#include <QTest>

#include "ModelRun.h"

using namespace berth::test;

/// Random sequences of everything that changes a store, against a model of what it must show.
///
/// By default some fixed seeds (BERTH_MODEL_SEEDS says how many) and a fresh one. BERTH_MODEL_SECONDS goes on with fresh ones for so long, BERTH_MODEL_SEED
/// takes one seed, BERTH_MODEL_REPLAY a file with the operations that a failure printed.
class StoreModelTest : public QObject {
    Q_OBJECT

private:
    static constexpr int length = 300;

    static void check(const ModelSteps &steps, const QByteArray &origin)
    {
        const auto failure = runSteps(steps);
        if (failure.text.empty())
            return;
        const auto fewer = shrunk(ModelSteps(steps.begin(), steps.begin() + long(failure.steps)), 30);
        const auto last = runSteps(fewer);
        QFAIL(qPrintable(QStringLiteral("%1 failed after %2 steps:\n%3\nThe shortest way there that was found (save as a file, BERTH_MODEL_REPLAY=file):\n%4%5")
                             .arg(QString::fromUtf8(origin))
                             .arg(failure.steps)
                             .arg(QString::fromStdString(failure.text), QString::fromUtf8(toText(fewer)), QString::fromStdString(last.text))));
    }

private Q_SLOTS:
    void theStoreShowsWhatTheModelSays_data()
    {
        QTest::addColumn<unsigned>("seed");
        if (qEnvironmentVariableIsSet("BERTH_MODEL_REPLAY"))
            return;
        if (qEnvironmentVariableIsSet("BERTH_MODEL_SEED")) {
            QTest::newRow("asked for") << unsigned(qEnvironmentVariable("BERTH_MODEL_SEED").toUInt());
            return;
        }
        const unsigned seeds = qEnvironmentVariableIsSet("BERTH_MODEL_SEEDS") ? unsigned(qEnvironmentVariableIntValue("BERTH_MODEL_SEEDS")) : 5;
        for (unsigned seed = 1; seed <= seeds; ++seed)
            QTest::addRow("seed %u", seed) << seed;
        QTest::newRow("fresh seed") << QRandomGenerator::system()->generate();
    }
    void theStoreShowsWhatTheModelSays()
    {
        if (qEnvironmentVariableIsSet("BERTH_MODEL_REPLAY"))
            QSKIP("A file is played instead");
        QFETCH(unsigned, seed);
        qInfo("BERTH_MODEL_SEED=%u", seed);
        check(randomSteps(seed, length), "seed " + QByteArray::number(seed));
    }

    /// What random sequences found once, as short as it became.
    void whatWasFoundOnce_data()
    {
        QTest::addColumn<QByteArray>("steps");
        QTest::newRow("a crash after a manifest's blob was found damaged")
            << QByteArray("upload-all-of 317 14 184\npush 517 729 320\nlose-file 984 939 86\ncrash 0 0 0");
        QTest::newRow("a known manifest pushed again over a damaged blob")
            << QByteArray("upload-all-of 187 38 373\npush 247 769 38\nlose-file 808 93 244\npush 991 824 436");
        QTest::newRow("a restore over a manifest that was pushed without its blobs")
            << QByteArray("upload-all-of 406 100 284\naccept-missing 968 55 704\npush 642 804 420\ndelete-image 238 836 551\nupload 630 974 741\n"
                          "push 842 893 732\nrestore-artifact 0 704 925");
        QTest::newRow("a blob of a deleted image that an artifact had waited for")
            << QByteArray("create-registry 554 837 267\naccept-missing 38 398 390\npush 606 38 672\ndelete-image 746 838 680\nupload 510 125 142\n"
                          "delete-image 586 230 232\ndelete-registry 632 685 914\nrestore 220 949 259\ndelete-image 6 327 810\nrestore-artifact 452 700 306\n"
                          "push 282 926 481");
    }
    void whatWasFoundOnce()
    {
        QFETCH(QByteArray, steps);
        check(stepsOf(steps), "it");
    }

    void aRecordedSequence()
    {
        if (!qEnvironmentVariableIsSet("BERTH_MODEL_REPLAY")) { // then one that was just written down
            const auto text = toText(randomSteps(7, length));
            QCOMPARE(toText(stepsOf(text)), text);
            check(stepsOf(text), "what was written down");
            return;
        }
        QFile file(qEnvironmentVariable("BERTH_MODEL_REPLAY"));
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.errorString()));
        check(stepsOf(file.readAll()), "the file");
    }

    void moreSeeds()
    {
        QElapsedTimer timer;
        timer.start();
        int count = 0;
        for (const int seconds = qEnvironmentVariableIntValue("BERTH_MODEL_SECONDS"); timer.elapsed() < seconds * 1000 && !QTest::currentTestFailed();
             ++count) {
            const auto seed = QRandomGenerator::system()->generate();
            check(randomSteps(seed, length), "seed " + QByteArray::number(seed));
        }
        qInfo("%d more seeds", count);
    }
};

QTEST_GUILESS_MAIN(StoreModelTest)
#include "StoreModelTest.moc"
