// SPDX-License-Identifier: Apache-2.0
#include "registry/management/berth/CleanupPreview.h"

#include <array>

#include "core/PolicyJson.h"
#include "core/Time.h"
#include "registry/jobs/CleanupJudgement.h"
#include "registry/management/berth/BerthReply.h"
#include "registry/store/CleanupRules.h"
#include "registry/store/ReclaimSum.h"

namespace berth::cleanuppreview {

namespace {

using Outcome = CleanupJudgement::Outcome;

constexpr std::int64_t mostJudged = 200'000; ///< Artifacts of a preview,
constexpr TimeMs longestMs = 15'000;         ///< and how long it may go on to the next image.
constexpr std::size_t mostEntries = 1'000;
constexpr std::size_t mostImages = 1'000;

class Preview {
public:
    Preview(Sql &sql, const RegistryRow &registry, const Cleanup &cleanup, const std::optional<std::string> &image)
        : m_sql(sql)
        , m_registry(registry)
        , m_cleanup(cleanup)
        , m_image(image)
    {
    }

    json::object make()
    {
        constexpr std::int64_t atOnce = 500;
        std::string last;
        for (bool more = true; more && !m_isPartial;) {
            const auto images = candidates::images(m_sql, m_registry.id, last, atOnce);
            more = std::int64_t(images.size()) == atOnce;
            for (const auto &image : images) {
                last = image.name;
                if (!m_cleanup.chooses(image.name))
                    continue;
                if (m_isPartial = m_judged + image.artifacts > mostJudged || nowMs() - m_now > longestMs; m_isPartial)
                    break;
                judge(image);
            }
        }
        const auto bytes = m_sum.bytes();
        json::object object{{"images", std::move(m_images)}, {"image_count", m_imageCount}, {"total", m_judged}, {"kept", m_counts[0]},
            {"protected", m_counts[1]}, {"deleted", m_counts[2]}, {"failed", m_counts[3]}, {"never_pulled", m_neverPulled}, {"only_here_bytes", bytes.onlyHere},
            {"shared_bytes", bytes.shared}, {"at_least", bytes.isAtLeast || m_isPartial}, {"entries", std::move(m_entries)}};
        return object;
    }

private:
    void judge(const candidates::Image &image)
    {
        const auto name = RepositoryName::of(m_registry.name, image.name);
        if (!name)
            return;
        const auto judgement = CleanupJudgement::of(m_sql, m_cleanup, image.id, *name, m_now);
        json::object object{{"image", image.name}, {"total", judgement.rows().size()}};
        constexpr std::array words{"kept", "protected", "deleted", "failed"};
        for (std::size_t i = 0; i < words.size(); ++i) {
            const auto count = judgement.count(Outcome(i));
            object[words[i]] = count;
            m_counts[i] += count;
        }
        const bool isWanted = !m_image || *m_image == image.name;
        for (std::size_t i = 0; i < judgement.rows().size(); ++i) {
            if (judgement.goes(i))
                m_sum.add(m_sql, *name, image.id, judgement.rows()[i].id);
            if (isWanted && m_entries.size() < mostEntries)
                addEntry(image.name, judgement, i);
        }
        while (m_sum.settle(m_sql, std::int64_t(mostEntries))) { }
        ++m_imageCount;
        m_judged += std::int64_t(judgement.rows().size());
        m_neverPulled += judgement.neverPulled();
        if (m_images.size() < mostImages)
            m_images.push_back(std::move(object));
    }

    void addEntry(const std::string &image, const CleanupJudgement &judgement, std::size_t place)
    {
        auto entry = judgement.entry(place);
        entry["image"] = image;
        if (judgement.outcome(place) == Outcome::Kept)
            entry["until"] = timeOrNull(judgement.verdict(place).until.value_or(0));
        m_entries.push_back(std::move(entry));
    }

    Sql &m_sql;
    const RegistryRow &m_registry;
    const Cleanup &m_cleanup;
    const std::optional<std::string> &m_image;
    const TimeMs m_now = nowMs();
    ReclaimSum m_sum;
    json::array m_images;
    json::array m_entries;
    std::array<std::int64_t, 4> m_counts{};
    std::int64_t m_imageCount = 0;
    std::int64_t m_judged = 0;
    std::int64_t m_neverPulled = 0;
    bool m_isPartial = false;
};

} // namespace

Result<Wish> readWish(const json::value &body)
{
    Wish wish;
    if (json::find(body, "rules")) {
        auto rules = policyjson::cleanupListFrom(body, "rules");
        if (!rules)
            return tl::unexpected(rules.error());
        if (rules->size() > mostPolicies)
            return fail(ErrorCode::BadRequest, "There are at most 15 rules");
        wish.rules = std::move(*rules);
    }
    if (json::find(body, "protection")) {
        auto rules = policyjson::protectionListFrom(body, "protection");
        if (!rules)
            return tl::unexpected(rules.error());
        if (rules->size() > mostPolicies)
            return fail(ErrorCode::BadRequest, "There are at most 15 protection rules");
        wish.protection = std::move(*rules);
    }
    if (const auto *image = json::find(body, "image")) {
        if (!image->is_string())
            return fail(ErrorCode::BadRequest, "image is a text");
        wish.image = std::string(image->get_string());
    }
    return wish;
}

json::object make(Sql &sql, const RegistryRow &registry, const Cleanup &cleanup, const std::optional<std::string> &image)
{
    return Preview(sql, registry, cleanup, image).make();
}

} // namespace berth::cleanuppreview
