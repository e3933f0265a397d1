// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <mutex>
#include <string>
#include <unordered_map>

#include "core/Digest.h"
#include "core/Names.h"
#include "core/Time.h"

namespace berth {

/// For how long collection leaves alone what an upload, a mount or a HEAD has relied on.
inline constexpr TimeMs relianceMs = 2LL * 60 * 60 * 1000;

/// Remembers which blobs got their stamp in the database a short while ago, so that a client that asks for the same layer again costs
/// no write. Thread-safe; forgetting is always right.
class Reliance {
public:
    /// True if the stamp is fresh enough to answer without writing.
    bool isFresh(const RepositoryName &name, const Digest &digest, TimeMs now) const
    {
        const std::lock_guard guard(m_mutex);
        const auto it = m_stamps.find(keyOf(name, digest));
        return it != m_stamps.end() && now >= it->second && now - it->second < relianceMs / 4;
    }

    /// After the stamp was committed.
    void note(const RepositoryName &name, const Digest &digest, TimeMs now)
    {
        const std::lock_guard guard(m_mutex);
        if (m_stamps.size() >= most)
            m_stamps.clear();
        m_stamps[keyOf(name, digest)] = now;
    }

    /// After blobs were taken out of sight.
    void forgetAll()
    {
        const std::lock_guard guard(m_mutex);
        m_stamps.clear();
    }

private:
    static constexpr std::size_t most = 100'000;
    static std::string keyOf(const RepositoryName &name, const Digest &digest) { return name.toString() + "@" + digest.toString(); }

    mutable std::mutex m_mutex;
    std::unordered_map<std::string, TimeMs> m_stamps;
};

} // namespace berth
