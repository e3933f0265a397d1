// SPDX-License-Identifier: Apache-2.0
#include <atomic>
#include <random>
#include <thread>

#include <QTemporaryDir>
#include <QTest>

#include "registry/jobs/Scheduler.h"
#include "registry/store/Database.h"

using namespace berth;

namespace {

constexpr TimeMs minuteMs = 60'000;
constexpr TimeMs hourMs = 60 * minuteMs;

/// What the test and its jobs, on another thread, say to each other.
struct Stage {
    std::atomic<TimeMs> now = 1'750'000'000'000 / hourMs * hourMs; ///< A full hour.
    std::atomic<bool> mayWork = true;
    std::atomic<int> begun = 0;
    std::atomic<int> steps = 0;
    std::atomic<int> stepsOfARun = 1;
    std::atomic<bool> isHeld = false; ///< Steps go on without getting nearer to the end.
    std::atomic<bool> fails = false;
};

class CountingJob : public Job {
public:
    CountingJob(Stage &stage, const JobStart &start)
        : m_stage(stage)
        , m_done(json::integer(start.facts, "done"))
    {
        ++m_stage.begun;
    }

    Result<Step> step(const Turn &) override
    {
        ++m_stage.steps;
        if (m_stage.fails)
            return fail(ErrorCode::Io, "The disk is gone");
        m_done += !m_stage.isHeld;
        return m_done < m_stage.stepsOfARun || m_stage.isHeld ? Step::More : Step::Done;
    }
    json::object facts() const override { return {{"done", m_done}}; }

private:
    Stage &m_stage;
    std::int64_t m_done;
};

} // namespace

/// Jobs: when they begin, how they are held, ended and taken up again, and what is kept of them.
class SchedulerTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<WriterThread> m_writer;
    std::unique_ptr<Scheduler> m_scheduler;
    std::unique_ptr<Stage> m_stage;
    std::unique_ptr<Stage> m_other;

    std::filesystem::path folder() const { return m_folder->path().toStdString(); }
    JobKind kind(const char *name, Stage &stage) const
    {
        JobKind kind{.name = name};
        kind.make = [&stage](const JobStart &start) { return std::make_unique<CountingJob>(stage, start); };
        return kind;
    }
    void start(std::vector<JobKind> kinds)
    {
        auto &stage = *m_stage;
        m_scheduler = std::make_unique<Scheduler>(
            Scheduler::Parts{Database::file(folder()), *m_writer, [&stage] { return stage.now.load(); }, [&stage] { return stage.mayWork.load(); }},
            std::move(kinds));
    }
    void startNightly()
    {
        auto nightly = kind("nightly", *m_stage);
        nightly.times = "0 3 * * *";
        nightly.notesSkipped = true;
        start({nightly});
    }
    void moveBy(TimeMs ms)
    {
        m_stage->now += ms;
        m_scheduler->wake();
    }
    /// To the next time of the job, or a little beyond it.
    void moveToTime(const char *job, TimeMs beyond = 0) { moveBy(m_scheduler->status(job).next - m_stage->now + beyond); }

    JobStatus status(const char *job, const std::string &subject = {}) const { return m_scheduler->status(job, subject); }
    bool isIdle(const char *job) const { return status(job).state == JobStatus::State::Idle; }
    JobRun::State lastState(const char *job) const { return status(job).run.value_or(JobRun()).state; }
    /// Of the database, newest first; waits for what is on its way.
    std::vector<JobRun> kept(const char *job) const
    {
        if (!m_writer->postAndWait({Durability::ProcessEnd, [](Sql &) -> Result<void> { return {}; }, {}}))
            return {};
        const auto sql = Sql::open(Database::file(folder()), Sql::Sync::Normal).value();
        return jobruns::list(*sql, job, {0, 1000});
    }
    /// The scheduler has looked at everything at least once more.
    void settle()
    {
        for (int i = 0; i < 5; ++i) {
            m_scheduler->wake();
            QTest::qWait(10);
        }
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_stage = std::make_unique<Stage>();
        m_other = std::make_unique<Stage>();
        QVERIFY(Database::prepare(folder()).has_value());
        m_writer = WriterThread::start(Database::file(folder())).value();
    }
    void cleanup()
    {
        m_scheduler.reset();
        m_writer.reset();
    }

    void aTimeBeginsOneRun()
    {
        startNightly();
        const auto first = status("nightly").next;
        QCOMPARE(toDateTime(first).toString(QStringLiteral("HH:mm:ss")), QStringLiteral("03:00:00"));
        QVERIFY(first > m_stage->now && first - m_stage->now <= 24 * hourMs);
        moveToTime("nightly", -1);
        settle();
        QCOMPARE(m_stage->begun.load(), 0);
        moveBy(1);
        QTRY_COMPARE(m_stage->begun.load(), 1);
        QTRY_VERIFY(isIdle("nightly"));
        settle();
        QCOMPARE(m_stage->begun.load(), 1);
        QCOMPARE(status("nightly").next, first + 24 * hourMs);
        QCOMPARE(kept("nightly").size(), 1U);
    }

    void aTimeThatPassedInSleepIsNotCaughtUp()
    {
        startNightly();
        const auto first = status("nightly").next;
        moveToTime("nightly", 5 * hourMs);
        QTRY_COMPARE(status("nightly").next, first + 24 * hourMs);
        moveBy(40 * 24 * hourMs);
        QTRY_COMPARE(status("nightly").next, first + 41 * 24 * hourMs);
        QCOMPARE(m_stage->begun.load(), 0);
        moveToTime("nightly", 3 * minuteMs); // a little late is not missed
        QTRY_COMPARE(m_stage->begun.load(), 1);
    }

    void aClockThatGoesBackBringsTheTimeBack()
    {
        startNightly();
        const auto first = status("nightly").next;
        moveBy(-30 * 24 * hourMs);
        QTRY_COMPARE(status("nightly").next, first - 30 * 24 * hourMs);
        moveToTime("nightly");
        QTRY_COMPARE(m_stage->begun.load(), 1);
    }

    void aTimeDuringTheRunIsSkippedAndNoted()
    {
        m_stage->isHeld = true;
        startNightly();
        moveToTime("nightly");
        QTRY_COMPARE(m_stage->begun.load(), 1);
        QTRY_COMPARE(status("nightly").next - m_stage->now, 24 * hourMs);
        moveToTime("nightly");
        QTRY_VERIFY(!kept("nightly").empty() && kept("nightly").front().state == JobRun::State::Skipped);
        QCOMPARE(m_stage->begun.load(), 1);
        m_stage->isHeld = false;
        QTRY_VERIFY(isIdle("nightly"));
        const auto runs = kept("nightly");
        QCOMPARE(runs.size(), 2U);
        QCOMPARE(runs.back().state, JobRun::State::Done);
        QCOMPARE(lastState("nightly"), JobRun::State::Done); // what was skipped is no run that was
    }

    void timesOfASubjectAreDataAndCanBeTakenBack()
    {
        start({kind("policy", *m_stage)});
        m_scheduler->setTimes("policy", "a", *Cron::parse("30 * * * *"));
        m_scheduler->setTimes("policy", "b", *Cron::parse("30 * * * *"));
        m_scheduler->setTimes("policy", "b", std::nullopt);
        QCOMPARE(status("policy", "a").next, m_stage->now + 30 * minuteMs);
        QCOMPARE(status("policy", "b").next, TimeMs(0));
        moveBy(30 * minuteMs);
        QTRY_COMPARE(m_stage->begun.load(), 1);
        QTRY_COMPARE(kept("policy").size(), 1U);
        QCOMPARE(kept("policy").front().subject, std::string("a"));
    }

    void runsThatAreKeptBeforeTheyBegin()
    {
        auto policy = kind("policy", *m_stage);
        policy.lane = JobLane::Policies;
        policy.notesSkipped = true;
        std::atomic<bool> isTaken = false; // somebody else's is under way
        const auto open = [&](const std::string &subject, const char *actor) -> Result<JobRun> {
            if (isTaken)
                return fail(ErrorCode::Conflict, "One is under way");
            JobRun run{0, "policy", subject, actor, JobRun::State::Running, m_stage->now};
            const auto written = m_writer->postAndWait({Durability::ProcessEnd,
                [&](Sql &sql) -> Result<void> {
                    run.id = jobruns::add(sql, run);
                    return {};
                },
                {}});
            return written ? Result<JobRun>(run) : tl::unexpected(written.error());
        };
        policy.open = [&](const std::string &subject, TimeMs) { return open(subject, ""); };
        start({policy});
        m_scheduler->waitUntilReady();
        m_scheduler->setTimes("policy", "7", *Cron::parse("30 * * * *"));
        moveBy(30 * minuteMs);
        QTRY_COMPARE(m_stage->begun.load(), 1);
        QTRY_VERIFY(kept("policy").size() == 1 && kept("policy").front().state == JobRun::State::Done);
        QCOMPARE(kept("policy").front().subject, std::string("7"));

        m_stage->isHeld = true;
        const auto own = open("7", "somebody");
        m_scheduler->take(*own);
        QTRY_COMPARE(m_stage->begun.load(), 2);
        m_scheduler->take({999, "policy", "7", "another", JobRun::State::Running, m_stage->now}); // one at a time
        moveBy(60 * minuteMs);
        QTRY_COMPARE(kept("policy").size(), 3U);
        QCOMPARE(kept("policy").front().state, JobRun::State::Skipped);
        m_stage->isHeld = false;
        QTRY_VERIFY(kept("policy")[1].state == JobRun::State::Done);
        QCOMPARE(kept("policy")[1].id, own->id);
        QCOMPARE(kept("policy")[1].actor, std::string("somebody"));
        QCOMPARE(m_stage->begun.load(), 2);

        isTaken = true; // kept by somebody who has not handed it over yet
        moveBy(60 * minuteMs);
        QTRY_COMPARE(kept("policy").size(), 4U);
        QCOMPARE(kept("policy").front().state, JobRun::State::Skipped);
        QCOMPARE(m_stage->begun.load(), 2);
    }

    void whatIsAskedForBeginsAtOnceAndSaysBywhom()
    {
        m_stage->stepsOfARun = 3;
        start({kind("work", *m_stage)});
        QCOMPARE(m_scheduler->ask("play").error().code, ErrorCode::NotFound);
        QVERIFY(m_scheduler->ask("work", {}, "somebody").has_value());
        QTRY_COMPARE(m_stage->steps.load(), 3);
        QTRY_VERIFY(isIdle("work"));
        const auto runs = kept("work");
        QCOMPARE(runs.size(), 1U);
        QCOMPARE(runs[0].actor, std::string("somebody"));
        QCOMPARE(runs[0].state, JobRun::State::Done);
        QCOMPARE(json::integer(runs[0].facts, "done"), 3);
        QVERIFY(runs[0].startedAt > 0 && runs[0].finishedAt >= runs[0].startedAt);
    }

    void askingTwiceRunsTwiceOnlyWhereThatIsMeant()
    {
        m_stage->isHeld = m_other->isHeld = true;
        auto again = kind("again", *m_other);
        again.repeats = true;
        start({kind("once", *m_stage), again});
        for (const char *job : {"once", "again"})
            QVERIFY(m_scheduler->ask(job).has_value());
        QTRY_VERIFY(m_stage->begun == 1 && m_other->begun == 1);
        for (const char *job : {"once", "once", "again", "again"})
            QVERIFY(m_scheduler->ask(job).has_value());
        m_stage->isHeld = m_other->isHeld = false;
        QTRY_COMPARE(m_other->begun.load(), 2);
        QTRY_VERIFY(isIdle("once") && isIdle("again"));
        settle();
        QCOMPARE(m_stage->begun.load(), 1);
        QCOMPARE(m_other->begun.load(), 2);
    }

    void aJobWaitsForTheOneBeforeIt()
    {
        m_stage->isHeld = true;
        auto second = kind("second", *m_other);
        second.after = "first";
        start({kind("first", *m_stage), second});
        QVERIFY(m_scheduler->ask("first").has_value() && m_scheduler->ask("second").has_value());
        QTRY_VERIFY(m_stage->steps > 20);
        QCOMPARE(m_other->begun.load(), 0);
        QCOMPARE(status("second").state, JobStatus::State::Waiting);
        m_stage->fails = true; // whatever becomes of it
        QTRY_COMPARE(m_other->begun.load(), 1);
    }

    void aFailureIsKeptAndTheNextRunIsNew()
    {
        m_stage->fails = true;
        start({kind("work", *m_stage)});
        QVERIFY(m_scheduler->ask("work").has_value());
        QTRY_COMPARE(lastState("work"), JobRun::State::Failed);
        QCOMPARE(status("work").run->failure, std::string("The disk is gone"));
        QTRY_COMPARE(kept("work").size(), 1U);
        QCOMPARE(kept("work")[0].failure, std::string("The disk is gone"));
        m_stage->fails = false;
        QVERIFY(m_scheduler->ask("work").has_value());
        QTRY_COMPARE(lastState("work"), JobRun::State::Done);
        QCOMPARE(status("work").run->failure, std::string());
    }

    void aPausedRunStandsStillAndGoesOn()
    {
        m_stage->isHeld = true;
        start({kind("work", *m_stage)});
        QVERIFY(m_scheduler->ask("work").has_value());
        QTRY_VERIFY(m_stage->steps > 3);
        m_scheduler->pause("work");
        QCOMPARE(status("work").state, JobStatus::State::Paused);
        settle();
        const int steps = m_stage->steps;
        settle();
        QCOMPARE(m_stage->steps.load(), steps);
        QCOMPARE(kept("work").front().state, JobRun::State::Paused);
        m_stage->isHeld = false;
        QVERIFY(m_scheduler->ask("work").has_value());
        QTRY_VERIFY(isIdle("work"));
        QCOMPARE(m_stage->begun.load(), 1);
        QCOMPARE(kept("work").front().state, JobRun::State::Done);
    }

    void whatHasNotBegunIsGivenUpByAPause()
    {
        m_stage->mayWork = false;
        start({kind("work", *m_stage)});
        QVERIFY(m_scheduler->ask("work").has_value());
        QCOMPARE(status("work").state, JobStatus::State::Waiting);
        m_scheduler->pause("work");
        QCOMPARE(status("work").state, JobStatus::State::Idle);
        m_stage->mayWork = true;
        settle();
        QCOMPARE(m_stage->begun.load(), 0);
    }

    void aRunCanBeEnded_data()
    {
        QTest::addColumn<bool>("isPaused");
        QTest::newRow("under way") << false;
        QTest::newRow("paused") << true;
    }
    void aRunCanBeEnded()
    {
        QFETCH(bool, isPaused);
        m_stage->isHeld = true;
        start({kind("work", *m_stage)});
        QVERIFY(m_scheduler->ask("work").has_value());
        QTRY_VERIFY(m_stage->steps > 3);
        if (isPaused)
            m_scheduler->pause("work");
        m_scheduler->cancel("work");
        QTRY_VERIFY(isIdle("work"));
        QCOMPARE(lastState("work"), JobRun::State::Stopped);
        QTRY_COMPARE(kept("work").front().state, JobRun::State::Stopped);
        m_stage->isHeld = false;
        QVERIFY(m_scheduler->ask("work").has_value());
        QTRY_COMPARE(lastState("work"), JobRun::State::Done);
    }

    void aRestartTakesUpOrInterrupts_data()
    {
        QTest::addColumn<bool>("goesOn");
        QTest::addColumn<bool>("isPaused");
        QTest::newRow("goes on") << true << false;
        QTest::newRow("goes on, paused") << true << true;
        QTest::newRow("interrupted") << false << false;
        QTest::newRow("paused, begins anew") << false << true;
    }
    void aRestartTakesUpOrInterrupts()
    {
        QFETCH(bool, goesOn);
        QFETCH(bool, isPaused);
        auto work = kind("work", *m_stage);
        work.goesOn = goesOn;
        m_stage->stepsOfARun = 1'000'000;
        start({work});
        QVERIFY(m_scheduler->ask("work").has_value());
        QTRY_VERIFY(m_stage->steps > 3);
        if (isPaused)
            m_scheduler->pause("work");
        m_scheduler->stop();
        const auto before = kept("work");
        QCOMPARE(before.size(), 1U);
        QCOMPARE(before[0].finishedAt, TimeMs(0));
        QCOMPARE(json::integer(before[0].facts, "done"), m_stage->steps.load()); // a clean end keeps all of it
        const int steps = m_stage->steps;
        m_stage->stepsOfARun = steps + 5;
        start({work});
        if (!goesOn && !isPaused) {
            QTRY_COMPARE(lastState("work"), JobRun::State::Interrupted);
            QVERIFY(isIdle("work"));
            QTRY_COMPARE(kept("work").front().state, JobRun::State::Interrupted);
            QVERIFY(kept("work").front().finishedAt > 0);
            QCOMPARE(m_stage->steps.load(), steps);
            return;
        }
        if (isPaused) {
            QTRY_COMPARE(status("work").state, JobStatus::State::Paused);
            settle();
            QCOMPARE(m_stage->steps.load(), steps);
            QVERIFY(m_scheduler->ask("work").has_value());
        }
        QTRY_VERIFY(m_stage->steps > steps && isIdle("work"));
        QCOMPARE(m_stage->steps.load(), steps + 5); // none done twice
        QCOMPARE(kept("work").size(), 1U);
        QCOMPARE(kept("work")[0].state, JobRun::State::Done);
    }

    /// The lane opens its database after the scheduler is there: whoever is quicker is obeyed all the same.
    void whatIsAskedAtOnceCountsForARunThatWasLeft_data()
    {
        QTest::addColumn<bool>("wasPaused");
        QTest::addColumn<QByteArray>("asked");
        QTest::addColumn<JobStatus::State>("state");
        QTest::newRow("ask, of a paused one") << true << QByteArray("ask") << JobStatus::State::Running;
        QTest::newRow("ask, of a running one") << false << QByteArray("ask") << JobStatus::State::Running;
        QTest::newRow("pause") << false << QByteArray("pause") << JobStatus::State::Paused;
        QTest::newRow("cancel") << false << QByteArray("cancel") << JobStatus::State::Idle;
        QTest::newRow("cancel, of a paused one") << true << QByteArray("cancel") << JobStatus::State::Idle;
    }
    void whatIsAskedAtOnceCountsForARunThatWasLeft()
    {
        QFETCH(bool, wasPaused);
        QFETCH(QByteArray, asked);
        QFETCH(JobStatus::State, state);
        auto work = kind("work", *m_stage);
        work.goesOn = true;
        m_stage->isHeld = true;
        for (int i = 0; i < 10; ++i) {
            start({work});
            m_scheduler->waitUntilReady();
            QVERIFY(m_scheduler->ask("work").has_value());
            const int steps = m_stage->steps;
            QTRY_VERIFY(m_stage->steps > steps);
            if (wasPaused)
                m_scheduler->pause("work");
            m_scheduler->stop();
            start({work});
            if (asked == "ask")
                QVERIFY(m_scheduler->ask("work").has_value());
            else if (asked == "pause")
                m_scheduler->pause("work");
            else
                m_scheduler->cancel("work");
            m_scheduler->waitUntilReady();
            QTRY_COMPARE(status("work").state, state);
            settle();
            QCOMPARE(status("work").state, state);
            m_scheduler->cancel("work");
            QTRY_VERIFY(isIdle("work"));
            QCOMPARE(lastState("work"), JobRun::State::Stopped);
            m_scheduler.reset();
        }
    }

    void nothingWorksWhileNothingMay()
    {
        m_stage->mayWork = false;
        startNightly();
        QVERIFY(m_scheduler->ask("nightly").has_value());
        moveToTime("nightly");
        settle();
        QCOMPARE(m_stage->begun.load(), 0);
        m_stage->mayWork = true;
        m_scheduler->wake();
        QTRY_COMPARE(m_stage->begun.load(), 1);
    }

    void soManyRunsAreKept()
    {
        start({kind("work", *m_stage)});
        const auto written = m_writer->postAndWait({Durability::ProcessEnd,
            [](Sql &sql) -> Result<void> {
                for (int i = 0; i < jobruns::keptRuns + 5; ++i)
                    jobruns::add(sql, {.job = "work", .state = JobRun::State::Done, .startedAt = 1, .finishedAt = 2});
                jobruns::add(sql, {.job = "other", .state = JobRun::State::Done, .startedAt = 1, .finishedAt = 2});
                return {};
            },
            {}});
        QVERIFY(written.has_value());
        QCOMPARE(std::int64_t(kept("work").size()), jobruns::keptRuns);
        QVERIFY(m_scheduler->ask("work").has_value());
        QTRY_VERIFY(isIdle("work") && m_stage->begun == 1);
        QCOMPARE(std::int64_t(kept("work").size()), jobruns::keptRuns);
        QVERIFY(kept("work").front().finishedAt > 2);
        QCOMPARE(kept("other").size(), 1U);
    }

    /// Whatever comes in whatever order: nothing is lost, nothing hangs, and every run that began has an end.
    void whateverIsAskedInWhateverOrder()
    {
        const unsigned seed = qEnvironmentVariableIntValue("BERTH_SEED") > 0 ? unsigned(qEnvironmentVariableIntValue("BERTH_SEED")) : std::random_device()();
        qInfo("BERTH_SEED=%u", seed);
        auto first = kind("first", *m_stage);
        first.repeats = true;
        first.times = "*/5 * * * *";
        first.notesSkipped = true;
        auto second = kind("second", *m_other);
        second.after = "first";
        second.goesOn = true;
        auto third = kind("third", *m_other);
        third.lane = JobLane::Reading;
        const std::vector<JobKind> kinds{first, second, third};
        m_stage->stepsOfARun = m_other->stepsOfARun = 4;
        std::mt19937 chance(seed);
        for (int round = 0; round < 6; ++round) {
            start(kinds);
            std::atomic<int> wrong = 0;
            std::vector<std::thread> askers;
            for (int i = 0; i < 3; ++i) {
                askers.emplace_back([this, &wrong, own = std::mt19937(chance())]() mutable {
                    static const std::array jobs{"first", "second", "third"};
                    for (int step = 0; step < 60; ++step) {
                        const char *job = jobs[own() % jobs.size()];
                        const std::string subject = own() % 3 == 0 ? "subject" : "";
                        switch (own() % 8) {
                        case 0: m_scheduler->pause(job, subject); break;
                        case 1: m_scheduler->cancel(job, subject); break;
                        case 2:
                            m_stage->now += TimeMs(own() % 20) * minuteMs;
                            m_scheduler->wake();
                            break;
                        case 3:
                            m_stage->mayWork = own() % 2;
                            m_scheduler->wake();
                            break;
                        case 4: m_stage->fails = own() % 4 == 0; break;
                        case 5: m_scheduler->status(job, subject); break;
                        default: wrong += !m_scheduler->ask(job, subject);
                        }
                        std::this_thread::sleep_for(std::chrono::microseconds(own() % 2000));
                    }
                });
            }
            for (auto &asker : askers)
                asker.join();
            QCOMPARE(wrong.load(), 0);
            m_scheduler.reset();
        }
        m_stage->mayWork = true;
        m_stage->fails = m_other->fails = false;
        start(kinds);
        for (const char *job : {"first", "second", "third"}) {
            for (const std::string subject : {"", "subject"}) {
                QVERIFY(m_scheduler->ask(job, subject).has_value());
                QTRY_VERIFY2(status(job, subject).state == JobStatus::State::Idle, job);
            }
        }
        m_scheduler.reset();
        for (const char *job : {"first", "second", "third"}) {
            for (const auto &run : kept(job))
                QVERIFY2(run.finishedAt > 0 && run.state != JobRun::State::Running, job);
        }
    }
};

QTEST_GUILESS_MAIN(SchedulerTest)
#include "SchedulerTest.moc"
