// SPDX-License-Identifier: Apache-2.0
#include <atomic>
#include <future>
#include <optional>

#include <QTemporaryDir>
#include <QTest>

#include "registry/store/Database.h"
#include "registry/store/WriterThread.h"

using namespace berth;

class WriterThreadTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<WriterThread> m_writer;

    std::filesystem::path file() const { return Database::file(m_folder->path().toStdString()); }

    static WriterThread::Job insert(const char *key, std::function<void(Result<void>)> done)
    {
        return {Durability::ProcessEnd,
            [key](Sql &sql) -> Result<void> {
                sql.run("INSERT INTO setting (name, value) VALUES (?, 'x')", key);
                return {};
            },
            std::move(done)};
    }
    /// Holds the writer until release() so that what is posted meanwhile shares one transaction.
    struct Gate {
        std::promise<void> entered;
        std::promise<void> open;
    };
    void hold(Gate &gate)
    {
        m_writer->post({Durability::ProcessEnd,
            [&gate](Sql &) -> Result<void> {
                gate.entered.set_value();
                gate.open.get_future().wait();
                return {};
            },
            [](Result<void>) {}});
        gate.entered.get_future().wait();
    }
    std::int64_t rows() const { return (*Sql::open(file(), Sql::Sync::Normal))->integer("SELECT count(*) FROM setting", -1); }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(Database::prepare(m_folder->path().toStdString()).has_value());
        m_writer = std::move(*WriterThread::start(file()));
    }
    void cleanup() { m_writer.reset(); }

    void oneFailingJobSparesTheRest_data()
    {
        QTest::addColumn<bool>("inTheDatabase");
        QTest::newRow("its statement fails") << true;
        QTest::newRow("it says no after it has written") << false;
    }
    void oneFailingJobSparesTheRest()
    {
        QFETCH(bool, inTheDatabase);
        std::array<std::optional<Result<void>>, 3> outcomes;
        Gate gate;
        hold(gate);
        m_writer->post(insert("a", [&](Result<void> result) { outcomes[0] = std::move(result); }));
        m_writer->post({Durability::PowerCut,
            [inTheDatabase](Sql &sql) -> Result<void> {
                sql.run("INSERT INTO setting (name, value) VALUES ('half', 'x')");
                if (inTheDatabase)
                    sql.run("INSERT INTO setting (name) VALUES ('no value')");
                return inTheDatabase ? Result<void>() : fail(ErrorCode::Conflict, "no");
            },
            [&](Result<void> result) { outcomes[1] = std::move(result); }});
        m_writer->post(insert("b", [&](Result<void> result) { outcomes[2] = std::move(result); }));
        gate.open.set_value();
        m_writer.reset(); // finishes what was posted
        QVERIFY(outcomes[0]->has_value());
        QVERIFY(!outcomes[1]->has_value());
        QVERIFY(outcomes[2]->has_value());
        QCOMPARE(rows(), std::int64_t(2));
    }

    void outcomesComeInTheOrderOfArrival()
    {
        std::vector<int> order;
        Gate gate;
        hold(gate);
        for (int i = 0; i < 50; ++i)
            m_writer->post({Durability::ProcessEnd, [](Sql &) -> Result<void> { return {}; }, [&order, i](Result<void>) { order.push_back(i); }});
        gate.open.set_value();
        m_writer.reset();
        QCOMPARE(order.size(), std::size_t(50));
        QVERIFY(std::ranges::is_sorted(order));
    }

    void whatIsAcknowledgedIsVisibleToReaders()
    {
        std::promise<std::int64_t> seen;
        m_writer->post(insert("a", [&](Result<void>) { seen.set_value(rows()); }));
        QCOMPARE(seen.get_future().get(), std::int64_t(1));
    }

    void manyThreadsMayPost()
    {
        std::atomic<int> done = 0;
        std::vector<std::thread> threads;
        for (int t = 0; t < 4; ++t) {
            threads.emplace_back([&] {
                for (int i = 0; i < 100; ++i)
                    m_writer->post({i % 10 ? Durability::ProcessEnd : Durability::PowerCut,
                        [](Sql &sql) -> Result<void> {
                            sql.run("INSERT INTO setting (name, value) SELECT 'k' || count(*), 'x' FROM setting");
                            return {};
                        },
                        [&](Result<void> result) { done += result.has_value(); }});
            });
        }
        for (auto &thread : threads)
            thread.join();
        m_writer.reset();
        QCOMPARE(done.load(), 400);
        QCOMPARE(rows(), std::int64_t(400));
    }
};

QTEST_GUILESS_MAIN(WriterThreadTest)
#include "WriterThreadTest.moc"
