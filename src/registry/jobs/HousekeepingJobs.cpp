// SPDX-License-Identifier: Apache-2.0
#include <cstdlib>

#include "registry/jobs/CleanupJob.h"
#include "registry/jobs/CollectionJob.h"
#include "registry/jobs/CopyJob.h"
#include "registry/jobs/ExpiryJob.h"
#include "registry/jobs/HistoryJob.h"
#include "registry/jobs/Housekeeping.h"
#include "registry/jobs/ScrubJob.h"
#include "registry/jobs/StaleUploadsJob.h"
#include "registry/jobs/TrashJob.h"
#include "registry/store/CleanupRuns.h"

namespace berth {

namespace {

constexpr TimeMs hourMs = 60LL * 60 * 1000;
constexpr TimeMs dayMs = 24 * hourMs;

/// Unless it is switched off or was done within the hour.
bool isCollectionDue(const Settings &settings, Sql &reader, const JobRun *last, TimeMs now)
{
    const bool isKnown = last && last->finishedAt <= now; // what a wrong clock dated ahead was long ago
    if (!settings.collectsByItself || (isKnown && now - last->finishedAt < hourMs))
        return false;
    if (last && (last->state == JobRun::State::Failed || last->state == JobRun::State::Interrupted))
        return true; // it may have left files behind whose rows are gone
    return collection::measure(reader, now).blobs > 0 || collection::hasLeftLinks(reader, now);
}

/// Every so many days; what failed, a day later.
bool isScrubDue(const Settings &settings, const JobRun *last, TimeMs now)
{
    const auto days = last && last->state == JobRun::State::Failed ? 1 : settings.scrubDays;
    return settings.scrubDays > 0 && (!last || last->finishedAt > now || now - last->finishedAt > days * dayMs);
}

Result<JobRun> openScheduled(Store &store, const std::string &registry, TimeMs now)
{
    JobRun run;
    const auto written = store.writer().postAndWait({Durability::ProcessEnd,
        [&](Sql &sql) -> Result<void> {
            auto opened = cleanupruns::open(sql, std::strtoll(registry.c_str(), nullptr, 10), {"schedule"}, now);
            if (!opened)
                return tl::unexpected(opened.error());
            run = std::move(*opened);
            return {};
        },
        {}});
    return written ? Result<JobRun>(std::move(run)) : tl::unexpected(written.error());
}

} // namespace

std::vector<JobKind> housekeepingJobs(Store &store)
{
    const auto forget = [&store] { store.forgetBlobs(); };
    std::vector<JobKind> jobs;
    jobs.push_back({.name = Housekeeping::expiry, .repeats = true, .beginsAtStart = true, .times = "*/10 * * * *", .make = [&store](const JobStart &) {
                        return std::make_unique<ExpiryJob>(store.writer(), store.settings());
                    }});
    jobs.push_back({.name = Housekeeping::trash,
        .after = Housekeeping::expiry,
        .repeats = true,
        .beginsAtStart = true,
        .times = "*/10 * * * *",
        .isDue = [](Sql &reader, const JobRun *, TimeMs) { return TrashWork::isAny(reader); },
        .make = [&store](const JobStart &) { return std::make_unique<TrashJob>(store.writer()); }});
    jobs.push_back({.name = Housekeeping::collection,
        .after = Housekeeping::trash,
        .repeats = true,
        .beginsAtStart = true,
        .times = "*/10 * * * *",
        .isDue = [&store](Sql &reader, const JobRun *last, TimeMs now) { return isCollectionDue(*store.settings().get(), reader, last, now); },
        .make =
            [&store, forget](const JobStart &) {
                return std::make_unique<CollectionJob>(CollectionJob::Parts{store.writer(), store.blobs(), store.locks(), forget});
            }});
    jobs.push_back({.name = "history", .beginsAtStart = true, .times = "*/10 * * * *", .make = [&store](const JobStart &) {
                        return std::make_unique<HistoryJob>(store.writer(), store.settings());
                    }});
    jobs.push_back({.name = "uploads", .beginsAtStart = true, .times = "5 * * * *", .make = [&store](const JobStart &) {
                        return std::make_unique<StaleUploadsJob>(store.blobs());
                    }});
    jobs.push_back({.name = "copy", .lane = JobLane::Reading, .beginsAtStart = true, .times = "5 * * * *", .make = [&store](const JobStart &) {
                        return std::make_unique<CopyJob>(store.folder());
                    }});
    jobs.push_back({.name = Housekeeping::scrubbing,
        .lane = JobLane::Reading,
        .goesOn = true,
        .beginsAtStart = true,
        .times = "*/10 * * * *",
        .isDue = [&store](Sql &, const JobRun *last, TimeMs now) { return isScrubDue(*store.settings().get(), last, now); },
        .make =
            [&store, forget](const JobStart &start) {
                return std::make_unique<ScrubJob>(ScrubJob::Parts{store.writer(), store.blobs(), store.locks(), forget}, start);
            }});
    jobs.push_back({.name = cleanupruns::job,
        .lane = JobLane::Policies,
        .notesSkipped = true,
        .make =
            [&store](const JobStart &start) {
                return std::make_unique<CleanupJob>(CleanupJob::Parts{store.writer(), [&store](const RepositoryName &name) { store.cache().forget(name); },
                                                        [&store] { store.pulls().flush(store.writer()); }},
                    start);
            },
        .open = [&store](const std::string &subject, TimeMs now) { return openScheduled(store, subject, now); }});
    return jobs;
}

} // namespace berth
