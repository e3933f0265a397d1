// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <QElapsedTimer>
#include <QHash>
#include <QSignalSpy>
#include <QTimer>

#include "transfer/FakeRegistry.h"
#include "transfer/SlowLine.h"
#include "transfer/Transfers.h"

using namespace berth;
using namespace berth::test;
using namespace Qt::StringLiterals;
using State = Transfer::State;

namespace {

constexpr int layerBytes = 3'000'000;

} // namespace

/// Transfers in turn and side by side: paused, away, cancelled, destroyed, taken up by the next run.
class TransferQueueTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_queue = std::make_unique<TransferQueue>(m_folder->path());
        m_registry = std::make_unique<RegistryProcess>();
        QVERIFY2(m_registry->start(), qPrintable(m_registry->errorOutput()));
        m_line = std::make_unique<SlowLine>(m_registry->host());
    }
    void cleanup()
    {
        m_queue.reset();
        m_line.reset();
        m_registry.reset();
        m_folder.reset();
    }

    void aPausedImportGoesOnWithoutSendingAgainWhatWasSentWhole()
    {
        const auto image = makeImage(1, 4, layerBytes);
        m_line->limitUp(2 * layerBytes + 1'000'000);
        auto *transfer = import(image, u"1.0"_s);
        QTRY_COMPARE_WITH_TIMEOUT(m_line->upBytes(), 2 * layerBytes + 1'000'000, 10000);

        m_queue->pause(transfer);
        QVERIFY(comesTo(*transfer, State::Paused, 2000));
        m_line->cut();
        m_line->limitUp(-1);
        const auto sentBefore = m_line->upBytes();
        QTest::qWait(1500);
        QCOMPARE(transfer->state, State::Paused);
        QVERIFY(transfer->isActive());
        QCOMPARE(m_line->upBytes(), sentBefore);
        QCOMPARE(tagged(u"1.0"_s), QByteArray());

        m_queue->resume(transfer);
        QVERIFY(endsAs(*transfer, State::Done));
        QCOMPARE(tagged(u"1.0"_s), image.digest());
        QCOMPARE(transfer->digest.toUtf8(), image.digest());
        QVERIFY(transfer->failure.isEmpty());
        QCOMPARE(uploadsOf(image.layers[0]), 1);
        QCOMPARE(uploadsOf(image.layers[1]), 1);
        QCOMPARE(uploadsOf(image.layers[2]), 2); // it was cut off
        QCOMPARE(uploadsOf(image.layers[3]), 1);
        QCOMPARE(transfer->sentBytes, 2 * layerBytes);
        QCOMPARE(transfer->skippedBytes, 2 * layerBytes + image.config.size());
    }

    void aPausedImportGoesOnWithTheConnectionOfNow()
    {
        const auto image = makeImage(21, 3, layerBytes);
        Connection now = connectionTo(m_line->host());
        m_queue->setResolver([&](const QString &) -> Result<Connection> { return now; });
        m_line->limitUp(layerBytes + 500'000);
        auto *transfer = import(image, u"1.0"_s);
        QVERIFY(transfer->task().servers().at(0).secret.isEmpty()); // nothing of it is kept
        QTRY_COMPARE_WITH_TIMEOUT(m_line->upBytes(), layerBytes + 500'000, 10000);
        m_queue->pause(transfer);
        QVERIFY(comesTo(*transfer, State::Paused, 2000));
        m_line->cut();
        now = connectionTo(m_registry->host()); // it has another port from now on
        m_queue->resume(transfer);
        QVERIFY(endsAs(*transfer, State::Done));
        QCOMPARE(tagged(u"1.0"_s), image.digest());
        QCOMPARE(m_line->upBytes(), layerBytes + 500'000);
    }

    void anImportIsTriedAgainWithARenewedSecret()
    {
        const auto image = makeImage(22, 1, 1000);
        Connection now = connectionTo(m_registry->host());
        const Secret right = now.secret;
        now.secret = Secret("of yesterday");
        m_queue->setResolver([&](const QString &) -> Result<Connection> { return now; });
        auto *transfer = import(image, u"1.0"_s);
        QVERIFY(endsAs(*transfer, State::Failed));
        now.secret = right;
        m_queue->retry(transfer);
        QVERIFY(endsAs(*transfer, State::Done));
        QCOMPARE(tagged(u"1.0"_s), image.digest());
    }

    void aConnectionThatIsGoneOrDownIsSaid()
    {
        const auto image = makeImage(23, 1, 1000);
        Result<Connection> now = fail(ErrorCode::NotFound, "It was removed");
        m_queue->setResolver([&](const QString &) { return now; });
        auto *transfer = import(image, u"1.0"_s);
        QVERIFY(endsAs(*transfer, State::Failed));
        QCOMPARE(transfer->failure, u"It was removed"_s);
        QVERIFY(!m_queue->isRunning());
        now = fail(ErrorCode::Unreachable, "It is down");
        m_queue->retry(transfer);
        QVERIFY(comesTo(*transfer, State::Away));
        now = connectionTo(m_registry->host());
        QVERIFY(endsAs(*transfer, State::Done)); // by itself
        QCOMPARE(tagged(u"1.0"_s), image.digest());
    }

    void aPausedImportCanBeCancelled()
    {
        m_line->limitUp(layerBytes + 100'000);
        auto *transfer = import(makeImage(2, 2, layerBytes), u"1.0"_s);
        QTRY_COMPARE_WITH_TIMEOUT(m_line->upBytes(), layerBytes + 100'000, 10000);
        m_queue->pause(transfer);
        QVERIFY(comesTo(*transfer, State::Paused, 2000));
        QList<Transfer *> finished;
        connect(m_queue.get(), &TransferQueue::finished, this, [&](Transfer *ended) { finished << ended; });

        m_queue->cancel(transfer);

        QCOMPARE(transfer->state, State::Cancelled);
        QCOMPARE(finished, QList<Transfer *>{transfer});
        QVERIFY(!m_queue->isBusy());
        m_line->limitUp(-1);
        m_queue->resume(transfer); // means nothing any more
        QTest::qWait(300);
        QCOMPARE(transfer->state, State::Cancelled);
        QCOMPARE(tagged(u"1.0"_s), QByteArray());
        m_queue->remove(transfer);
        QVERIFY(m_queue->transfers().isEmpty());
    }

    void aCancelledImportEndsAtOnce()
    {
        m_line->limitUp(layerBytes + 100'000);
        auto *transfer = import(makeImage(3, 4, layerBytes), u"1.0"_s);
        QTRY_COMPARE_WITH_TIMEOUT(m_line->upBytes(), layerBytes + 100'000, 10000);
        QElapsedTimer clock;
        clock.start();
        m_queue->cancel(transfer);
        QVERIFY(endsAs(*transfer, State::Cancelled, 3000));
        QVERIFY2(clock.elapsed() < 1500, QByteArray::number(clock.elapsed()).constData());
    }

    void anImportWhoseServerComesBackFinishesByItself()
    {
        const auto image = makeImage(4, 3, layerBytes);
        m_line->limitUp(layerBytes + 1'000'000);
        const auto *transfer = import(image, u"1.0"_s);
        QTRY_COMPARE_WITH_TIMEOUT(m_line->upBytes(), layerBytes + 1'000'000, 10000);

        m_registry->kill();
        QVERIFY(comesTo(*transfer, State::Away, 5000));
        QVERIFY(!transfer->failure.isEmpty());
        QVERIFY(m_queue->isBusy());
        QVERIFY(m_registry->start({u"--listen"_s, m_registry->host()}));
        m_line->limitUp(-1);

        QVERIFY(endsAs(*transfer, State::Done));
        QCOMPARE(tagged(u"1.0"_s), image.digest());
        QVERIFY(transfer->failure.isEmpty());
        QCOMPARE(uploadsOf(image.layers[2]), 1);
    }

    void aPauseWhileTheServerIsAwayIsKept()
    {
        const auto image = makeImage(5, 1, 1000);
        const QString host = m_registry->host();
        m_registry->kill();
        auto *transfer = import(image, u"1.0"_s);
        QVERIFY(comesTo(*transfer, State::Away, 5000));
        m_queue->pause(transfer);
        QCOMPARE(transfer->state, State::Paused);
        QVERIFY(m_registry->start({u"--listen"_s, host}));
        QTest::qWait(1500);
        QCOMPARE(transfer->state, State::Paused);
        m_queue->resume(transfer);
        QVERIFY(endsAs(*transfer, State::Done));
        QCOMPARE(tagged(u"1.0"_s), image.digest());
    }

    void anEarlierWaitForTheServerCountsNoMore()
    {
        m_registry->kill();
        auto *transfer = import(makeImage(6, 1, 1000), u"1.0"_s);
        QVERIFY(comesTo(*transfer, State::Away, 5000)); // for a second
        QTRY_COMPARE_WITH_TIMEOUT(transfer->ownRetries, 2, 5000); // for four
        QVERIFY(comesTo(*transfer, State::Away, 5000));
        QTest::qWait(3500);
        m_queue->cancel(transfer);
        m_queue->retry(transfer);
        QCOMPARE(transfer->ownRetries, 0);
        QVERIFY(comesTo(*transfer, State::Away, 5000)); // for a second, in which the four would be over
        QCOMPARE(transfer->ownRetries, 1);
        QTest::qWait(700);
        QCOMPARE(transfer->ownRetries, 1);
        QCOMPARE(transfer->state, State::Away);
        m_queue->cancel(transfer);
        QCOMPARE(transfer->state, State::Cancelled);
    }

    void transfersRunInTheOrderInWhichTheyCame()
    {
        m_queue = std::make_unique<TransferQueue>(m_folder->path(), TransferLimits{1, 1});
        const auto image = makeImage(7, 1, 100'000);
        FakeRegistry server;
        server.add(image);
        server.tamper = [&](const auto &request, auto &answer) {
            if (request.digest() == digestOf(image.layers[0]) && server.requests().size() < 3)
                answer.holdAt = 1000;
        };
        QList<Transfer *> finished;
        connect(m_queue.get(), &TransferQueue::finished, this, [&](Transfer *ended) { finished << ended; });
        QList<Transfer *> transfers;
        for (int i = 0; i < 5; ++i)
            transfers << exportTo(server.host(), image, u"%1.tar"_s.arg(i));
        QTRY_VERIFY_WITH_TIMEOUT(server.isHolding(), 5000);
        QVERIFY(comesTo(*transfers[0], State::Sending, 2000));
        for (int i = 1; i < 5; ++i)
            QCOMPARE(transfers[i]->state, State::Waiting);

        m_queue->cancel(transfers[2]);
        QCOMPARE(transfers[2]->state, State::Cancelled);
        server.release();

        QVERIFY(endsAs(*transfers[4], State::Done));
        QCOMPARE(finished, (QList<Transfer *>{transfers[2], transfers[0], transfers[1], transfers[3], transfers[4]}));
        QCOMPARE(listOf(m_folder->filePath(u"target"_s)), (QStringList{u"0.tar"_s, u"1.tar"_s, u"3.tar"_s, u"4.tar"_s}));
    }

    void severalRunAtOnceAsFarAsTheHostsHaveSlots()
    {
        const auto image = makeImage(31, 1, 100'000);
        FakeRegistry one, other;
        int under = 0, most = 0;
        for (auto *server : {&one, &other}) {
            server->add(image);
            server->tamper = [&](const auto &request, auto &answer) {
                if (request.digest() == digestOf(image.layers[0]))
                    answer.holdAt = 1000;
            };
        }
        QList<Transfer *> transfers;
        for (int i = 0; i < 4; ++i)
            transfers << exportTo(one.host(), image, u"one%1.tar"_s.arg(i));
        for (int i = 0; i < 3; ++i)
            transfers << exportTo(other.host(), image, u"other%1.tar"_s.arg(i));
        const auto count = [&] { return int(std::ranges::count_if(transfers, [](const Transfer *each) { return each->isRunning(); })); };
        connect(m_queue.get(), &TransferQueue::changed, this, [&] { most = std::max(most, under = count()); });
        QTRY_COMPARE_WITH_TIMEOUT(under, 4, 5000);
        for (int i = 0; i < 7; ++i)
            QCOMPARE(transfers[i]->isRunning(), i < 2 || i == 4 || i == 5);
        QTest::qWait(300);
        QCOMPARE(one.requests().size() + other.requests().size() <= 4 * 3, true);

        QTimer releasing;
        connect(&releasing, &QTimer::timeout, this, [&] { one.release(), other.release(); });
        releasing.start(50);
        for (auto *transfer : std::as_const(transfers))
            QVERIFY(endsAs(*transfer, State::Done));
        QCOMPARE(most, 4);
        QVERIFY(!m_queue->isRunning());
    }

    void cancellingOneLeavesThoseBesideItAlone()
    {
        const auto image = makeImage(32, 2, layerBytes);
        const auto other = makeImage(33, 2, layerBytes);
        m_line->limitUp(layerBytes + 100'000);
        auto *slow = import(image, u"1.0"_s);
        QTRY_COMPARE_WITH_TIMEOUT(m_line->upBytes(), layerBytes + 100'000, 10000);
        auto *beside = import(other, u"2.0"_s, m_registry->host());
        QVERIFY(endsAs(*beside, State::Done)); // while the first stands still
        QVERIFY(slow->isRunning());
        m_queue->cancel(slow);
        QVERIFY(endsAs(*slow, State::Cancelled, 3000));
        QCOMPARE(tagged(u"2.0"_s), other.digest());
    }

    void importsIntoOneRepositoryGoInTurnAndSendSharedLayersOnce()
    {
        const auto image = makeImage(34, 2, layerBytes);
        QList<Transfer *> transfers;
        for (const auto &tag : {u"1.0"_s, u"2.0"_s, u"3.0"_s})
            transfers << import(image, tag);
        for (auto *transfer : std::as_const(transfers))
            QVERIFY(endsAs(*transfer, State::Done));
        for (const auto &layer : image.layers)
            QCOMPARE(uploadsOf(layer), 1);
        QCOMPARE(tagged(u"3.0"_s), image.digest());
    }

    void whatWasCancelledIsNotTakenUpAgainHoweverItEnds()
    {
        const QString kept = m_folder->filePath(u"transfers.json"_s);
        m_queue->keepIn(kept);
        m_line->limitUp(layerBytes + 100'000);
        auto *transfer = import(makeImage(40, 2, layerBytes), u"1.0"_s);
        QTRY_COMPARE_WITH_TIMEOUT(m_line->upBytes(), layerBytes + 100'000, 10000);
        m_queue->cancel(transfer);
        m_queue->pause(transfer); // too late
        m_queue->stopAll();       // the person quits before it has ended
        QVERIFY(endsAs(*transfer, State::Cancelled, 3000));
        m_queue.reset();
        QVERIFY(!QFile::exists(kept));
    }

    void aFileThatCameMeanwhileIsNotReplaced()
    {
        const auto image = makeImage(41);
        QVERIFY(pushImage(*m_registry, u"team/web"_s, u"other"_s, image) == 201);
        QDir(m_folder->path()).mkdir(u"target"_s);
        const QString target = m_folder->filePath(u"target/a.tar"_s);
        auto request = exportOf(m_registry->host(), {itemOf(u"team/web"_s, {u"1.0"_s}, image.digest())}, target);
        request.replaces = false;
        QFile other(target);
        QVERIFY(other.open(QIODevice::WriteOnly) && other.write("mine") == 4);
        other.close();
        auto *transfer = m_queue->add(taskOf(request));
        QVERIFY(endsAs(*transfer, State::Failed));
        QVERIFY(transfer->failure.contains(u"a file of this name"_s));
        QCOMPARE(fileContent(target), QByteArray("mine"));
        QVERIFY(QFile::remove(target));
        m_queue->retry(transfer);
        QVERIFY(endsAs(*transfer, State::Done));
    }

    /// Two that claim one repository once their connection has another address.
    void aChangedAddressCountsBeforeTheNextOneBegins()
    {
        const auto image = makeImage(42, 2, layerBytes);
        QHash<QString, Connection> connections{{u"127.0.0.1:1"_s, connectionTo(m_line->host())}, {u"127.0.0.1:2"_s, connectionTo(m_line->host())}};
        for (auto it = connections.begin(); it != connections.end(); ++it)
            it->id = it.key();
        m_queue->setResolver([&](const QString &id) -> Result<Connection> { return connections.value(id); });
        QList<Transfer *> transfers{import(image, u"1.0"_s, u"127.0.0.1:1"_s), import(image, u"2.0"_s, u"127.0.0.1:2"_s)};
        for (auto *transfer : std::as_const(transfers))
            QVERIFY(endsAs(*transfer, State::Done));
        for (const auto &layer : image.layers)
            QCOMPARE(uploadsOf(layer), 1);
    }

    void theNextRunTakesUpWhatWasNotDone()
    {
        const auto image = makeImage(35, 4, layerBytes);
        const QString kept = m_folder->filePath(u"transfers.json"_s);
        Connection now = connectionTo(m_line->host());
        const auto resolver = [&](const QString &id) -> Result<Connection> { return id == m_line->host() ? now : connectionTo(id); };
        m_queue->setResolver(resolver);
        m_queue->keepIn(kept);
        QVERIFY(endsAs(*import(makeImage(36, 1, 1000), u"done"_s, m_registry->host()), State::Done));
        QVERIFY(endsAs(*exportTo(m_registry->host(), makeImage(37), u"failed.tar"_s), State::Failed)); // there is no such image
        m_line->limitUp(2 * layerBytes + 1'000'000);
        import(image, u"1.0"_s);
        QTRY_COMPARE_WITH_TIMEOUT(m_line->upBytes(), 2 * layerBytes + 1'000'000, 10000);
        import(image, u"2.0"_s);
        QTRY_VERIFY_WITH_TIMEOUT(fileContent(kept).contains("2.0"), 2000); // a crash from here on loses nothing
        QVERIFY(!fileContent(kept).contains(RegistryProcess::secret));
        m_queue->stopAll();
        QVERIFY(QTest::qWaitFor([this] { return !m_queue->isRunning(); }, 3000));
        m_queue.reset();
        m_line->cut();
        m_line->limitUp(-1);

        m_queue = std::make_unique<TransferQueue>(m_folder->path());
        m_queue->setResolver(resolver);
        QSignalSpy added(m_queue.get(), &TransferQueue::added);
        m_queue->keepIn(kept);
        QCOMPARE(added.size(), 3);
        const auto transfers = m_queue->transfers();
        QCOMPARE(transfers.size(), 3);
        auto *second = transfers[0], *first = transfers[1], *failed = transfers[2];
        QCOMPARE(failed->state, State::Failed);
        QVERIFY(!failed->failure.isEmpty());
        QCOMPARE(first->state, State::Paused);
        QCOMPARE(second->state, State::Paused);
        QVERIFY(first->percent() > 20);
        QVERIFY(first->target.endsWith(u"team › web:1.0"_s));
        QVERIFY(!m_queue->isBusy()); // nothing begins unasked
        QCOMPARE(tagged(u"1.0"_s), QByteArray());

        m_queue->resume(first);
        m_queue->resume(second);
        QVERIFY(endsAs(*first, State::Done));
        QVERIFY(endsAs(*second, State::Done));
        QCOMPARE(tagged(u"1.0"_s), image.digest());
        QCOMPARE(tagged(u"2.0"_s), image.digest());
        QCOMPARE(uploadsOf(image.layers[0]), 1);
        QCOMPARE(uploadsOf(image.layers[1]), 1);
        m_queue->remove(failed);
        QTRY_VERIFY_WITH_TIMEOUT(!QFile::exists(kept), 2000);
    }

    void theNextRunSaysWhenTheFileIsAnotherOne()
    {
        const QString kept = m_folder->filePath(u"transfers.json"_s);
        m_queue->keepIn(kept);
        m_line->limitUp(1000);
        import(makeImage(38, 1, layerBytes), u"1.0"_s);
        QTRY_VERIFY_WITH_TIMEOUT(m_line->upBytes() > 0, 5000);
        m_queue.reset(); // as a crash would, but for the list, which a crash finds written
        QVERIFY(QFile::exists(kept));
        QVERIFY(writeArchive(m_folder->filePath(u"1.0.tar"_s), makeImage(39, 2, 2000), "1.0"));
        m_queue = std::make_unique<TransferQueue>(m_folder->path());
        m_queue->keepIn(kept);
        auto *transfer = m_queue->transfers().value(0);
        QVERIFY(transfer);
        m_queue->resume(transfer);
        QVERIFY(endsAs(*transfer, State::Failed));
        QCOMPARE(transfer->failure, u"The file has changed since it was read, or is gone. Import it again"_s);
    }

    void oneThatIsPausedOrAwayLetsTheNextOnesRun()
    {
        const auto image = makeImage(8, 1, layerBytes);
        m_line->limitUp(1'000'000);
        auto *paused = import(image, u"1.0"_s);
        auto *waiting = import(image, u"2.0"_s);
        FakeRegistry server;
        server.add(image);
        const QString host = server.host();
        server.stop();
        const auto *away = exportTo(host, image, u"away.tar"_s);
        QTRY_COMPARE_WITH_TIMEOUT(m_line->upBytes(), 1'000'000, 10000);
        m_queue->pause(waiting); // before it began
        QCOMPARE(waiting->state, State::Paused);

        m_queue->pause(paused);
        QVERIFY(comesTo(*paused, State::Paused, 2000));
        QVERIFY(comesTo(*away, State::Away, 5000));
        const auto *last = exportFromRegistry(makeImage(9, 1), u"last.tar"_s);
        QVERIFY(endsAs(*last, State::Done));
        QVERIFY(server.start());
        QVERIFY(endsAs(*away, State::Done));
        m_line->limitUp(-1);

        m_queue->resume(waiting);
        m_queue->resume(paused);
        QVERIFY(endsAs(*waiting, State::Done));
        QVERIFY(endsAs(*paused, State::Done));
        QCOMPARE(tagged(u"1.0"_s), image.digest());
        QCOMPARE(tagged(u"2.0"_s), image.digest());
    }

    void anExportIsNotPaused()
    {
        const auto image = makeImage(10, 1, 100'000);
        FakeRegistry server;
        server.add(image);
        server.tamper = [&](const auto &request, auto &answer) {
            if (request.digest() == digestOf(image.layers[0]))
                answer.holdAt = 1000;
        };
        auto *transfer = exportTo(server.host(), image, u"a.tar"_s);
        QTRY_VERIFY_WITH_TIMEOUT(server.isHolding(), 5000);
        m_queue->pause(transfer);
        server.release();
        QVERIFY(endsAs(*transfer, State::Done));
    }

    void aPauseThatComesTooLateIsForgotten()
    {
        auto *first = import(makeImage(11, 1, 1000), u"1.0"_s, m_registry->host());
        QTest::qSleep(1000); // it ends, and nobody has heard of it
        m_queue->pause(first);
        QVERIFY(endsAs(*first, State::Done));
        m_line->limitUp(1000);
        auto *second = import(makeImage(12, 1, layerBytes), u"2.0"_s);
        QTRY_COMPARE_WITH_TIMEOUT(m_line->upBytes() > 0, true, 5000);
        m_queue->cancel(second);
        QVERIFY(endsAs(*second, State::Cancelled, 3000));
    }

    void destroyingTheQueueEndsWhatIsUnderWay_data()
    {
        QTest::addColumn<QString>("what");
        for (const char *what : {"an export inside a layer", "an import inside a layer", "one that has not begun", "one between two tries",
                 "one whose server is away", "a paused one", "one that ended unheard"})
            QTest::newRow(what) << QString::fromLatin1(what);
    }
    void destroyingTheQueueEndsWhatIsUnderWay()
    {
        QFETCH(const QString, what);
        const auto image = makeImage(13, 2, layerBytes);
        FakeRegistry server;
        server.add(image);
        server.tamper = [&](const auto &request, auto &answer) {
            if (request.digest() == digestOf(image.layers[1]))
                answer.holdAt = 2'000'000;
        };
        if (what.contains("import"_L1) || what.contains("paused"_L1)) {
            m_line->limitUp(layerBytes + 100'000);
            auto *transfer = import(image, u"1.0"_s);
            QTRY_COMPARE_WITH_TIMEOUT(m_line->upBytes(), layerBytes + 100'000, 10000);
            if (what.contains("paused"_L1)) {
                m_queue->pause(transfer);
                QVERIFY(comesTo(*transfer, State::Paused, 2000));
            }
        } else if (what.contains("unheard"_L1)) {
            exportFromRegistry(makeImage(14, 1), u"a.tar"_s);
            QTest::qSleep(800);
        } else if (what.contains("away"_L1)) {
            const QString host = server.host();
            server.stop();
            QVERIFY(comesTo(*exportTo(host, image, u"a.tar"_s), State::Away));
        } else {
            const auto *transfer = exportTo(server.host(), image, u"a.tar"_s);
            if (!what.contains("begun"_L1)) {
                QTRY_VERIFY_WITH_TIMEOUT(server.isHolding(), 5000);
                QTRY_VERIFY_WITH_TIMEOUT(transfer->doneBytes > layerBytes, 5000);
            }
            if (what.contains("tries"_L1)) {
                server.stop();
                QTest::qWait(200);
            }
        }
        QElapsedTimer clock;
        clock.start();

        m_queue.reset();

        QVERIFY2(clock.elapsed() < 2000, QByteArray::number(clock.elapsed()).constData());
        QCOMPARE(listOf(m_folder->filePath(u"target"_s)), what.contains("unheard"_L1) ? QStringList{u"a.tar"_s} : QStringList());
        QTest::qWait(what.contains("away"_L1) ? 1300 : 100); // nothing comes after it
    }

private:
    Transfer *import(const TestImage &image, const QString &tag, const QString &host = {})
    {
        const QString path = m_folder->filePath(u"%1.tar"_s.arg(tag));
        if (!writeArchive(path, image, tag.toUtf8()))
            qFatal("No archive could be written");
        const auto archive = readImageArchive(path.toStdU16String(), [](auto) { return true; });
        if (!archive)
            qFatal("%s", archive.error().message.c_str());
        return m_queue->add(taskOf(importOf(path.toStdU16String(), *archive, 0, host.isEmpty() ? m_line->host() : host, u"team/web"_s, tag)));
    }

    Transfer *exportTo(const QString &host, const TestImage &image, const QString &name)
    {
        QDir(m_folder->path()).mkdir(u"target"_s);
        return m_queue->add(taskOf(exportOf(host, {itemOf(u"team/web"_s, {u"1.0"_s}, image.digest())}, m_folder->filePath(u"target/"_s + name))));
    }

    Transfer *exportFromRegistry(const TestImage &image, const QString &name)
    {
        if (pushImage(*m_registry, u"team/web"_s, u"other"_s, image) != 201)
            qFatal("The image could not be pushed");
        return exportTo(m_registry->host(), image, name);
    }

    /// The digest under that tag; empty if there is none.
    QByteArray tagged(const QString &tag) const
    {
        const auto reply = m_registry->send("GET", u"/v2/team/web/manifests/"_s + tag);
        return reply.status == 200 ? digestOf(reply.body) : QByteArray();
    }

    /// How often its upload began.
    int uploadsOf(const QByteArray &blob) const
    {
        int count = 0;
        for (const auto &request : m_line->requests())
            count += request.startsWith("PUT ") && request.contains(digestOf(blob).mid(7));
        return count;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<TransferQueue> m_queue;
    std::unique_ptr<RegistryProcess> m_registry;
    std::unique_ptr<SlowLine> m_line;
};

QTEST_GUILESS_MAIN(TransferQueueTest)
#include "TransferQueueTest.moc"
