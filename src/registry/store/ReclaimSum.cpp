// SPDX-License-Identifier: Apache-2.0
#include "registry/store/ReclaimSum.h"

#include "registry/store/ArtifactTaking.h"

namespace berth {

namespace {
constexpr std::size_t mostRemembered = 500'000; ///< Blobs, of each of the two kinds.
}

void ReclaimSum::add(Sql &sql, const RepositoryName &name, std::int64_t repository, std::int64_t artifact)
{
    m_repository = repository;
    DeletionPlan more;
    more.named.swap(m_plan.named); // how often indexes that go name a platform counts over all of them
    deletion::planWithSignatures(sql, name, repository, artifact, more);
    m_plan.named.swap(more.named);
    for (const auto id : more.manifests) {
        if (!m_plan.manifests.insert(id).second)
            continue;
        auto rows = sql.select("SELECT digest FROM manifest_blob WHERE manifest_id = ?", id);
        while (rows.next()) {
            if (m_named.size() < mostRemembered)
                ++m_named[rows.text(0)];
            else if (const auto known = m_named.find(rows.text(0)); known != m_named.end())
                ++known->second;
            else
                m_bytes.isAtLeast = true;
        }
    }
}

bool ReclaimSum::settle(Sql &sql, std::int64_t limit)
{
    while (!m_named.empty() && limit-- > 0) {
        const auto [digest, named] = *m_named.begin();
        m_named.erase(m_named.begin());
        std::int64_t size = 0;
        std::int64_t holders = 0;
        {
            auto rows = sql.select("SELECT size, holders FROM blob WHERE digest = ?", digest);
            if (!rows.next())
                continue;
            size = rows.integer(0);
            holders = rows.integer(1);
        }
        const bool staysHere = sql.integer("SELECT refs FROM repository_blob WHERE repository_id = ? AND digest = ?", 0, m_repository, digest) > named;
        // It goes when the last of its images lets it go, as many as there were before the first of them did.
        auto known = m_shared.find(digest);
        if (known == m_shared.end() && holders <= 1) {
            (staysHere ? m_bytes.shared : m_bytes.onlyHere) += size;
            continue;
        }
        if (known == m_shared.end()) {
            if (m_shared.size() >= mostRemembered) {
                m_bytes.isAtLeast = true;
                continue;
            }
            known = m_shared.emplace(digest, Shared{holders}).first;
            m_bytes.shared += size;
        }
        if (!staysHere && --known->second.holders == 0) {
            m_bytes.shared -= size;
            m_bytes.onlyHere += size;
        }
    }
    if (!m_named.empty())
        return true;
    m_plan = {};
    return false;
}

} // namespace berth
