// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <atomic>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>

#include "core/Names.h"
#include "core/Time.h"
#include "registry/store/BlobStore.h"

namespace berth {

/// One upload between its requests. At most one request works on it at a time.
struct UploadSession {
    std::string id;
    RepositoryName repository;
    std::string actor; ///< The key that began it; empty for anybody.
    std::unique_ptr<BlobWriter> writer; ///< Null while an earlier process's upload is taken up.
    bool busy = false; ///< Guarded by UploadSessions.
    TimeMs usedAt = 0;
    std::shared_ptr<std::atomic<std::int64_t>> expectedBytes =
        std::make_shared<std::atomic<std::int64_t>>(0); ///< What it will hold once the request under way has ended.

    /// Bytes that count for a quota.
    std::int64_t countedBytes() const { return writer ? std::max(writer->receivedBytes(), expectedBytes->load()) : 0; }

    /// Lets announced bytes count until it goes.
    class Announcement {
    public:
        Announcement(UploadSession &session, std::int64_t bytes)
            : m_expected(session.expectedBytes)
        {
            *m_expected = session.writer->receivedBytes() + bytes;
        }
        Announcement(const Announcement &) = delete;
        Announcement &operator=(const Announcement &) = delete;
        ~Announcement() { *m_expected = 0; }

    private:
        std::shared_ptr<std::atomic<std::int64_t>> m_expected;
    };
};

/// The uploads that are under way, within bounds: so many of one key, so many at all. Between two requests none holds a file open.
/// Thread-safe.
class UploadSessions {
public:
    static constexpr std::size_t mostOfOne = 1000;
    static constexpr std::size_t mostOfAnonymous = 500;
    static constexpr std::size_t mostAtAll = 5000;

    /// Holds a session for one request, and gives it back when destroyed.
    class Lease {
    public:
        Lease(UploadSessions &sessions, std::shared_ptr<UploadSession> session)
            : m_sessions(&sessions)
            , m_session(std::move(session))
        {
        }
        Lease(Lease &&other) noexcept = default;
        Lease &operator=(Lease &&) = delete;
        ~Lease();

        UploadSession &operator*() const { return *m_session; }
        UploadSession *operator->() const { return m_session.get(); }

        /// The upload is over: it will not be found again.
        void end();

    private:
        UploadSessions *m_sessions;
        std::shared_ptr<UploadSession> m_session; ///< Shared with the table until end().
    };

    /// Uploads of earlier processes count for their registries, too, till they are taken up or too old.
    explicit UploadSessions(BlobStore &blobs);

    /// TooManyRequests if that key, or all together, have too many under way.
    Result<Lease> start(const RepositoryName &repository, const std::string &actor, DigestAlgorithm algorithm);

    /// UploadUnknown in another repository or if there is none in memory: then takeUp() may know it. UploadInvalid while another request
    /// works on it.
    Result<Lease> find(const RepositoryName &repository, const std::string &id);

    /// Takes up what an earlier process, or an eviction, left on the disk. Reads and hashes all of it, without standing in anybody's way;
    /// others find the session busy meanwhile.
    Result<Lease> takeUp(const RepositoryName &repository, const std::string &id, const std::string &actor);

    /// Bytes of the upload that are safe, whoever works on it. UploadUnknown.
    Result<std::int64_t> receivedBytes(const RepositoryName &repository, const std::string &id) const;

    /// Bytes that uploads into this registry have written and not published.
    std::int64_t bytesInto(const std::string &registry) const;

private:
    Result<void> makeRoom(const std::string &actor, TimeMs now);

    BlobStore &m_blobs;
    mutable std::mutex m_mutex;
    std::unordered_map<std::string, std::shared_ptr<UploadSession>> m_sessions;
    std::unordered_map<std::string, LeftUpload> m_left; ///< By ID; nobody has taken them up.
};

} // namespace berth
