// SPDX-License-Identifier: Apache-2.0
#include "registry/jobs/CleanupJob.h"

#include <cstdlib>

#include "core/PolicyJson.h"
#include "registry/store/Registries.h"

namespace berth {

CleanupJob::CleanupJob(Parts parts, const JobStart &start)
    : m_parts(std::move(parts))
    , m_registry(std::strtoll(start.subject.c_str(), nullptr, 10))
    , m_run{start.run, m_registry, json::boolean(start.facts, "dry_run"), start.startedAt}
{
    for (const char *kept : {"trigger", "dry_run", "rules", "protection"}) {
        if (const auto *value = json::find(start.facts, kept))
            m_start[kept] = *value;
    }
}

json::object CleanupJob::facts() const
{
    auto facts = m_start;
    auto total = m_total;
    auto neverPulled = m_neverPulled;
    if (m_image) {
        const auto &now = m_image->task();
        total.total += now.total;
        total.deleted += now.deleted;
        total.shielded += now.shielded;
        total.failed += now.failed;
        neverPulled += m_image->neverPulled();
    }
    const auto bytes = m_sum.bytes();
    facts["images"] = m_imageCount;
    facts["total"] = total.total;
    facts["deleted"] = total.deleted;
    facts["protected"] = total.shielded;
    facts["failed"] = total.failed;
    facts["never_pulled"] = neverPulled;
    facts["only_here_bytes"] = bytes.onlyHere;
    facts["shared_bytes"] = bytes.shared;
    facts["at_least"] = bytes.isAtLeast;
    return facts;
}

Result<void> CleanupJob::begin(const Turn &turn)
{
    const json::value start = m_start;
    const auto rules = policyjson::cleanupListFrom(start, "rules");
    if (!rules)
        return tl::unexpected(rules.error());
    const auto protection = policyjson::protectionListFrom(start, "protection");
    if (!protection)
        return tl::unexpected(protection.error());
    auto cleanup = Cleanup::of(*rules, *protection);
    if (!cleanup)
        return tl::unexpected(cleanup.error());
    m_cleanup = std::move(*cleanup);
    if (const auto registry = registries::byId(turn.reader, m_registry))
        m_name = registry->name;
    return {};
}

Result<Job::Step> CleanupJob::step(const Turn &turn)
{
    if (!m_cleanup) {
        const auto begun = begin(turn);
        return begun ? Result<Step>(Step::More) : tl::unexpected(begun.error());
    }
    if (!m_image)
        return nextImage(turn, *m_cleanup);
    const auto more = m_image->step(turn);
    if (!more)
        return tl::unexpected(more.error());
    if (!*more)
        endImage();
    return Step::More;
}

/// The next one that a policy is for, or the end of what one step looks at.
Result<Job::Step> CleanupJob::nextImage(const Turn &turn, const Cleanup &cleanup)
{
    constexpr std::int64_t looked = 500;
    if (m_images.empty()) {
        const auto images = candidates::images(turn.reader, m_registry, m_last, looked);
        if (images.empty())
            return Step::Done;
        m_last = images.back().name;
        m_images.assign(images.begin(), images.end());
    }
    while (!m_images.empty() && !m_image) {
        const auto image = std::move(m_images.front());
        m_images.pop_front();
        const auto name = RepositoryName::of(m_name, image.name);
        if (!name || !cleanup.chooses(image.name))
            continue;
        m_image =
            std::make_unique<CleanupImage>(CleanupImage::Parts{m_parts.writer, m_parts.forget, m_parts.flushPulls, m_sum}, m_run, cleanup, *name, image.id);
        ++m_imageCount;
    }
    return Step::More;
}

void CleanupJob::endImage()
{
    const auto &task = m_image->task();
    m_total.total += task.total;
    m_total.deleted += task.deleted;
    m_total.shielded += task.shielded;
    m_total.failed += task.failed;
    m_neverPulled += m_image->neverPulled();
    m_image.reset();
}

} // namespace berth
