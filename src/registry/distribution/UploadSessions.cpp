// SPDX-License-Identifier: Apache-2.0
#include "registry/distribution/UploadSessions.h"

#include <algorithm>

#include <QUuid>

namespace berth {

namespace {

constexpr TimeMs idleMs = 24LL * 60 * 60 * 1000; ///< As long as its file stays: what it holds counts.
constexpr TimeMs evictableMs = 60LL * 1000;      ///< Idle for so long, a session that has hardly begun gives way to a new one.
constexpr std::int64_t smallBytes = 1 << 20;

bool isUploadId(const std::string &id)
{
    return id.size() == 36 && std::ranges::all_of(id, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || c == '-'; });
}

tl::unexpected<Error> unknown() { return fail(ErrorCode::UploadUnknown, "There is no such upload in this repository"); }
tl::unexpected<Error> busy() { return fail(ErrorCode::UploadInvalid, "Another request is working on this upload"); }

} // namespace

UploadSessions::UploadSessions(BlobStore &blobs)
    : m_blobs(blobs)
{
    for (auto &upload : blobs.leftUploads())
        m_left.emplace(upload.id, std::move(upload));
}

UploadSessions::Lease::~Lease()
{
    if (!m_session)
        return;
    if (m_session->writer)
        m_session->writer->rest();
    const std::lock_guard guard(m_sessions->m_mutex);
    m_session->busy = false;
    m_session->usedAt = nowMs();
}

void UploadSessions::Lease::end()
{
    const std::lock_guard guard(m_sessions->m_mutex);
    m_sessions->m_sessions.erase(m_session->id);
}

/// Called with the mutex held. Forgets sessions that have been idle for a day, and, where one must go, those that had hardly begun and were for a minute.
Result<void> UploadSessions::makeRoom(const std::string &actor, TimeMs now)
{
    const auto most = actor.empty() ? mostOfAnonymous : mostOfOne;
    const auto ofActor = [&] { return std::size_t(std::ranges::count_if(m_sessions, [&](const auto &entry) { return entry.second->actor == actor; })); };
    const auto forgetIdle = [&](TimeMs longerThan, bool ofThisActor) {
        std::erase_if(m_sessions, [&](const auto &entry) {
            const auto &session = *entry.second;
            const bool isSmall = session.writer && session.writer->receivedBytes() < smallBytes;
            const bool goes =
                !session.busy && now - session.usedAt > longerThan && (isSmall || longerThan == idleMs) && (!ofThisActor || session.actor == actor);
            if (goes && isSmall)
                session.writer->discard(); // else many that were begun and left would lie there for a day
            return goes;
        });
    };
    if (m_sessions.size() < most) // nobody can have too many
        return {};
    forgetIdle(idleMs, false);
    if (ofActor() >= most)
        forgetIdle(evictableMs, true);
    if (m_sessions.size() >= mostAtAll)
        forgetIdle(evictableMs, false);
    if (ofActor() < most && m_sessions.size() < mostAtAll)
        return {};
    return fail(ErrorCode::TooManyRequests, "Too many uploads are under way; end some, or try again in a minute");
}

Result<UploadSessions::Lease> UploadSessions::start(const RepositoryName &repository, const std::string &actor, DigestAlgorithm algorithm)
{
    const auto id = QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString();
    const auto now = nowMs();
    const std::lock_guard guard(m_mutex);
    if (auto room = makeRoom(actor, now); !room)
        return tl::unexpected(room.error());
    auto writer = m_blobs.startUpload(id, repository.toString(), algorithm); // touches no disk before the first byte
    if (!writer)
        return tl::unexpected(writer.error());
    auto session = std::make_shared<UploadSession>(UploadSession{id, repository, actor, std::move(*writer), true, now});
    m_sessions.emplace(id, session);
    return Lease(*this, std::move(session));
}

Result<UploadSessions::Lease> UploadSessions::find(const RepositoryName &repository, const std::string &id)
{
    const std::lock_guard guard(m_mutex);
    const auto it = m_sessions.find(id);
    if (it == m_sessions.end() || it->second->repository != repository)
        return unknown();
    if (it->second->busy)
        return busy();
    it->second->busy = true;
    return Lease(*this, it->second);
}

Result<UploadSessions::Lease> UploadSessions::takeUp(const RepositoryName &repository, const std::string &id, const std::string &actor)
{
    if (!isUploadId(id))
        return unknown();
    std::optional<Lease> lease;
    {
        const auto now = nowMs();
        const std::lock_guard guard(m_mutex);
        if (const auto it = m_sessions.find(id); it != m_sessions.end())
            return it->second->repository == repository ? busy() : unknown();
        if (auto room = makeRoom(actor, now); !room)
            return tl::unexpected(room.error());
        auto session = std::make_shared<UploadSession>(UploadSession{id, repository, actor, nullptr, true, now});
        m_sessions.emplace(id, session);
        lease.emplace(*this, std::move(session));
    }
    auto writer = m_blobs.resumeUpload(id, repository.toString(), DigestAlgorithm::Sha256);
    if (!writer) {
        lease->end();
        if (const std::lock_guard guard(m_mutex); writer.error().code == ErrorCode::UploadUnknown)
            m_left.erase(id);
        return tl::unexpected(writer.error());
    }
    {
        const std::lock_guard guard(m_mutex);
        (*lease)->writer = std::move(*writer);
        m_left.erase(id);
    }
    return std::move(*lease);
}

Result<std::int64_t> UploadSessions::receivedBytes(const RepositoryName &repository, const std::string &id) const
{
    if (!isUploadId(id))
        return unknown();
    {
        const std::lock_guard guard(m_mutex);
        const auto it = m_sessions.find(id);
        if (it != m_sessions.end() && it->second->repository != repository)
            return unknown();
        if (it != m_sessions.end() && it->second->writer)
            return it->second->writer->receivedBytes();
    }
    return m_blobs.uploadBytes(id, repository.toString());
}

std::int64_t UploadSessions::bytesInto(const std::string &registry) const
{
    std::int64_t bytes = 0;
    const auto oldest = nowMs() - idleMs; // the store removes what is older
    const std::lock_guard guard(m_mutex);
    for (const auto &[id, upload] : m_left) {
        if (upload.touchedAt >= oldest && upload.scope.starts_with(registry) && upload.scope.substr(registry.size()).starts_with('/'))
            bytes += upload.bytes;
    }
    for (const auto &[id, session] : m_sessions) {
        if (session->repository.registry() == registry)
            bytes += session->countedBytes();
    }
    return bytes;
}

} // namespace berth
