// SPDX-License-Identifier: Apache-2.0
#include "registry/store/PullRecorder.h"

#include "registry/store/AccessKeys.h"
#include "registry/store/Artifacts.h"
#include "registry/store/WriterThread.h"

namespace berth {

void PullRecorder::record(const RepositoryName &name, const std::string &digest, const std::string &tag, const std::string &actor)
{
    const auto now = nowMs();
    const std::lock_guard guard(m_mutex);
    auto &count = m_counts[{name, digest, tag, actor}];
    ++count.pulls;
    count.last = now;
}

void PullRecorder::recordKey(const std::string &keyId)
{
    const auto now = nowMs();
    const std::lock_guard guard(m_mutex);
    m_keys[keyId] = now;
}

void PullRecorder::flush(WriterThread &writer)
{
    decltype(m_counts) counts;
    decltype(m_keys) keys;
    {
        const std::lock_guard guard(m_mutex);
        counts.swap(m_counts);
        keys.swap(m_keys);
    }
    if (counts.empty() && keys.empty())
        return;
    writer.post({Durability::ProcessEnd,
        [counts = std::move(counts), keys = std::move(keys)](Sql &sql) -> Result<void> {
            for (const auto &[key, when] : keys)
                accesskeys::setUsed(sql, key, when);
            for (const auto &[key, count] : counts)
                artifacts::recordPulls(sql, std::get<0>(key), std::get<1>(key), std::get<2>(key), count.pulls, count.last, std::get<3>(key));
            return {};
        },
        [](Result<void>) {}});
}

} // namespace berth
