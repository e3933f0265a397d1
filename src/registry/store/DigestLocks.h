// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <map>
#include <mutex>
#include <optional>
#include <utility>

#include "core/Digest.h"

namespace berth {

/// Keeps the removal of a blob's file apart from uploads of the same content. Thread-safe.
///
/// An upload holds its digest from before its file is put in place until its row is written; a removal holds it from before its row
/// is deleted until its file is gone. Several uploads may hold one digest at once; a removal is alone.
class DigestLocks {
public:
    /// Gives the digest back when destroyed; on any thread.
    class Hold {
    public:
        Hold(DigestLocks &locks, Digest digest)
            : m_locks(&locks)
            , m_digest(std::move(digest))
        {
        }
        Hold(Hold &&other) noexcept
            : m_locks(std::exchange(other.m_locks, nullptr))
            , m_digest(std::move(other.m_digest))
        {
        }
        Hold(const Hold &) = delete;
        Hold &operator=(const Hold &) = delete;
        Hold &operator=(Hold &&) = delete;
        ~Hold()
        {
            if (m_locks)
                m_locks->release(m_digest);
        }

    private:
        DigestLocks *m_locks;
        Digest m_digest;
    };

    /// For an upload. Waits while the content is being removed, which takes a moment; so not on a network thread.
    Hold share(const Digest &digest)
    {
        std::unique_lock lock(m_mutex);
        m_released.wait(lock, [&] { return !isRemoving(digest); });
        ++m_holders[digest];
        return {*this, digest};
    }

    /// For a removal. Never waits: empty if anybody holds the digest.
    std::optional<Hold> tryRemove(const Digest &digest)
    {
        const std::lock_guard guard(m_mutex);
        if (!m_holders.emplace(digest, removing).second)
            return std::nullopt;
        return std::make_optional<Hold>(*this, digest);
    }

private:
    static constexpr int removing = -1;

    bool isRemoving(const Digest &digest) const
    {
        const auto it = m_holders.find(digest);
        return it != m_holders.end() && it->second == removing;
    }

    void release(const Digest &digest)
    {
        {
            const std::lock_guard guard(m_mutex);
            const auto it = m_holders.find(digest);
            if (it->second == removing || --it->second == 0)
                m_holders.erase(it);
        }
        m_released.notify_all();
    }

    std::mutex m_mutex;
    std::condition_variable m_released;
    std::map<Digest, int> m_holders; ///< Number of uploads, or `removing`. Guarded by m_mutex.
};

} // namespace berth
