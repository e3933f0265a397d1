// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <QTemporaryDir>
#include <QTest>

#include "registry/jobs/Housekeeping.h"
#include "registry/store/BlobLinks.h"

using namespace berth;

namespace {

constexpr TimeMs hourMs = 60LL * 60 * 1000;
constexpr TimeMs dayMs = 24 * hourMs;
constexpr TimeMs yearMs = 365 * dayMs;

} // namespace

/// When the server's own jobs find something to do.
class HousekeepingTest : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Store> m_store;
    std::vector<JobKind> m_jobs;

    bool isDue(const char *job, std::optional<JobRun> last) const
    {
        const auto kind = std::ranges::find(m_jobs, job, &JobKind::name);
        const auto sql = Sql::open(m_store->database(), Sql::Sync::Normal).value();
        return kind->isDue(*sql, last ? &*last : nullptr, nowMs());
    }
    static JobRun ended(TimeMs ago, JobRun::State state = JobRun::State::Done)
    {
        return {.id = 1, .state = state, .startedAt = nowMs() - ago - 1, .finishedAt = nowMs() - ago};
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_store = Store::open(m_folder.filePath(QStringLiteral("data")).toStdString()).value();
        m_jobs = housekeepingJobs(*m_store);
    }
    void cleanupTestCase()
    {
        m_jobs.clear();
        m_store.reset();
    }

    void everyRowCanBegin()
    {
        for (const auto &job : m_jobs) {
            QVERIFY2(Cron::parse(job.times).has_value() || (job.times.empty() && job.open), job.name.c_str()); // or its times are data
            QVERIFY2(job.make({}) != nullptr, job.name.c_str());
            const auto before = std::ranges::find(m_jobs, job.after, &JobKind::name);
            QVERIFY2(job.after.empty() || (before != m_jobs.end() && before->lane == job.lane), job.name.c_str());
        }
    }

    void scrubbingComesAfterItsDays()
    {
        QVERIFY(isDue("scrub", std::nullopt));
        QVERIFY(!isDue("scrub", ended(dayMs)));
        QVERIFY(isDue("scrub", ended(31 * dayMs)));
        QVERIFY(!isDue("scrub", ended(hourMs, JobRun::State::Failed)));
        QVERIFY(isDue("scrub", ended(2 * dayMs, JobRun::State::Failed)));
        QVERIFY(isDue("scrub", ended(-2 * yearMs))); // by a clock that was wrong
    }

    void collectionComesWithinTheHourWhereThereIsSomething()
    {
        QVERIFY(!isDue("collection", std::nullopt)); // nothing is unused
        QVERIFY(!isDue("collection", ended(2 * hourMs)));
        // What broke off may have left files that no row names.
        QVERIFY(isDue("collection", ended(2 * hourMs, JobRun::State::Failed)));
        QVERIFY(isDue("collection", ended(2 * hourMs, JobRun::State::Interrupted)));
        QVERIFY(!isDue("collection", ended(hourMs / 2, JobRun::State::Failed)));

        const auto sql = Sql::open(m_store->database(), Sql::Sync::Full).value();
        bloblinks::addBlob(*sql, "sha256:" + std::string(64, 'a'), 10);
        sql->run("UPDATE blob SET relied_at = 1");
        QVERIFY(!sql->hasFailed());
        QVERIFY(isDue("collection", std::nullopt));
        QVERIFY(isDue("collection", ended(2 * hourMs)));
        QVERIFY(!isDue("collection", ended(hourMs / 2)));
        QVERIFY(isDue("collection", ended(-2 * yearMs)));
        auto settings = *m_store->settings().get();
        settings.collectsByItself = false;
        m_store->settings().set(settings);
        QVERIFY(!isDue("collection", std::nullopt));
    }
};

QTEST_GUILESS_MAIN(HousekeepingTest)
#include "HousekeepingTest.moc"
