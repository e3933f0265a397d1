// SPDX-License-Identifier: Apache-2.0
#include "registry/jobs/Scheduler.h"

#include <algorithm>

namespace berth {

Scheduler::Scheduler(Parts parts, std::vector<JobKind> kinds)
    : m_kinds(std::move(kinds))
{
    for (const auto lane : {JobLane::Writing, JobLane::Reading, JobLane::Policies}) {
        std::vector<const JobKind *> own;
        for (const auto &kind : m_kinds) {
            if (kind.lane == lane)
                own.push_back(&kind);
        }
        m_lanes[std::size_t(lane)] =
            std::make_unique<Lane>(Lane::Parts{parts.database, parts.writer, parts.now, parts.mayWork, lane == JobLane::Policies ? 1.5 : 1}, own);
    }
}

Scheduler::~Scheduler() { stop(); }

void Scheduler::stop(const std::function<void()> &interrupt)
{
    for (auto &lane : m_lanes)
        lane->requestStop();
    interrupt();
    for (auto &lane : m_lanes)
        lane->stop();
}

Scheduler::Place Scheduler::placeOf(const std::string &job) const
{
    const auto it = std::ranges::find(m_kinds, job, &JobKind::name);
    return it == m_kinds.end() ? Place() : Place{&*it, m_lanes[std::size_t(it->lane)].get()};
}

Result<void> Scheduler::ask(const std::string &job, const std::string &subject, const std::string &actor)
{
    const auto place = placeOf(job);
    if (!place.kind)
        return fail(ErrorCode::NotFound, "There is no job \"" + job + "\"");
    place.lane->ask(*place.kind, subject, actor);
    return {};
}

void Scheduler::waitUntilReady()
{
    for (auto &lane : m_lanes)
        lane->waitUntilReady();
}

bool Scheduler::take(const JobRun &run)
{
    const auto place = placeOf(run.job);
    return place.kind && place.lane->take(*place.kind, run);
}

void Scheduler::pause(const std::string &job, const std::string &subject)
{
    if (const auto place = placeOf(job); place.kind)
        place.lane->pause(*place.kind, subject);
}

void Scheduler::cancel(const std::string &job, const std::string &subject)
{
    if (const auto place = placeOf(job); place.kind)
        place.lane->cancel(*place.kind, subject);
}

void Scheduler::setTimes(const std::string &job, const std::string &subject, const std::optional<Cron> &times)
{
    if (const auto place = placeOf(job); place.kind)
        place.lane->setTimes(*place.kind, subject, times);
}

JobStatus Scheduler::status(const std::string &job, const std::string &subject) const
{
    const auto place = placeOf(job);
    return place.kind ? place.lane->status(*place.kind, subject) : JobStatus();
}

std::vector<std::string> Scheduler::jobs() const
{
    std::vector<std::string> names;
    for (const auto &kind : m_kinds)
        names.push_back(kind.name);
    return names;
}

void Scheduler::wake()
{
    for (auto &lane : m_lanes)
        lane->wake();
}

} // namespace berth
