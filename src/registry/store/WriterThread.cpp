// SPDX-License-Identifier: Apache-2.0
#include "registry/store/WriterThread.h"

#include <algorithm>
#include <future>

namespace berth {

Result<std::unique_ptr<WriterThread>> WriterThread::start(const DatabaseLocation &database, std::function<bool()> makeRoom)
{
    std::unique_ptr<WriterThread> writer(new WriterThread);
    writer->m_database = database;
    writer->m_makeRoom = std::move(makeRoom);
    std::promise<Result<void>> opened;
    auto outcome = opened.get_future();
    writer->m_thread = std::thread([self = writer.get(), &opened] {
        // A connection belongs to the thread that opened it.
        auto normal = Sql::open(self->m_database, Sql::Sync::Normal);
        auto full = Sql::open(self->m_database, Sql::Sync::Full);
        if (!normal || !full) {
            opened.set_value(tl::unexpected(normal ? full.error() : normal.error()));
            return;
        }
        self->m_normal = std::move(*normal);
        self->m_full = std::move(*full);
        opened.set_value({});
        self->run();
        self->m_normal.reset();
        self->m_full.reset();
    });
    if (auto result = outcome.get(); !result) {
        writer->m_thread.join();
        return tl::unexpected(result.error());
    }
    return writer;
}

WriterThread::~WriterThread()
{
    {
        const std::lock_guard guard(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_one();
    if (m_thread.joinable())
        m_thread.join();
}

void WriterThread::post(Job job)
{
    {
        const std::lock_guard guard(m_mutex);
        m_jobs.push_back(std::move(job));
    }
    m_wake.notify_one();
}

Result<void> WriterThread::postAndWait(Job job)
{
    std::promise<Result<void>> outcome;
    auto result = outcome.get_future();
    post({job.durability, std::move(job.work),
        [&, done = std::move(job.done)](Result<void> value) {
            if (done)
                done(value);
            outcome.set_value(std::move(value));
        },
        job.shrinksLog});
    return result.get();
}

void WriterThread::run()
{
    while (true) {
        std::vector<Job> jobs;
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, [&] { return m_stopping || !m_jobs.empty(); });
            if (m_jobs.empty())
                return;
            jobs.swap(m_jobs);
        }
        commit(jobs);
    }
}

void WriterThread::commit(std::vector<Job> &jobs)
{
    std::vector<Result<void>> results(jobs.size());
    bool done = tryCommit(jobs, results);
    for (int round = 0; round < 2 && !done; ++round) {
        if (round == 1 && !(m_makeRoom && m_makeRoom()))
            break;
        recycleLog();
        results.assign(jobs.size(), {});
        done = tryCommit(jobs, results);
    }
    if (std::ranges::any_of(jobs, &Job::shrinksLog))
        recycleLog();
    for (std::size_t i = 0; i < jobs.size(); ++i)
        jobs[i].done(std::move(results[i]));
}

/// Lets the log begin anew where it lies, so that the next changes need no more room than it has.
void WriterThread::recycleLog()
{
    if (m_full->isServer())
        return;
    m_full->run("PRAGMA wal_checkpoint(TRUNCATE)");
    if (m_full->hasFailed())
        (void)m_full->takeError(); // what it was for will fail, and say why
}

/// False if the disk was full for one of them or for all.
bool WriterThread::tryCommit(const std::vector<Job> &jobs, std::vector<Result<void>> &results)
{
    const bool full = std::ranges::any_of(jobs, [](const Job &job) { return job.durability == Durability::PowerCut; });
    Sql &sql = full ? *m_full : *m_normal;

    sql.begin();
    for (std::size_t i = 0; i < jobs.size() && !sql.hasFailed(); ++i) {
        sql.run("SAVEPOINT job");
        results[i] = jobs[i].work(sql);
        if (sql.hasFailed())
            results[i] = tl::unexpected(sql.takeError());
        if (!results[i])
            sql.run("ROLLBACK TO job");
        sql.run("RELEASE job");
    }
    sql.run("COMMIT");
    if (sql.hasFailed()) {
        const Error error = sql.takeError();
        sql.run("ROLLBACK");
        if (sql.hasFailed())
            (void)sql.takeError(); // the failure had ended the transaction already
        for (auto &result : results) {
            if (result)
                result = tl::unexpected(error);
        }
    }
    const bool committed = std::ranges::any_of(results, [](const auto &result) { return result.has_value(); });
    return committed || std::ranges::none_of(results, [](const auto &result) { return result.error().code == ErrorCode::NoSpace; });
}

} // namespace berth
