// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <mutex>
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
    std::unique_ptr<BlobWriter> writer;
    bool busy = false; ///< Guarded by UploadSessions.
    TimeMs usedAt = 0;
};

/// The uploads that are under way. Thread-safe; find() may block on the disk.
class UploadSessions {
public:
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

    explicit UploadSessions(BlobStore &blobs)
        : m_blobs(blobs)
    {
    }

    Result<Lease> start(const RepositoryName &repository, DigestAlgorithm algorithm);

    /// Also takes up what an earlier process left. UploadUnknown in another repository; UploadInvalid while another request
    /// works on it.
    Result<Lease> find(const RepositoryName &repository, const std::string &id);

private:
    void dropIdle(TimeMs now);

    BlobStore &m_blobs;
    std::mutex m_mutex;
    std::unordered_map<std::string, std::shared_ptr<UploadSession>> m_sessions;
    TimeMs m_lastSweep = 0;
};

} // namespace berth
