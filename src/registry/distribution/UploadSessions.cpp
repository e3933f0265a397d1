// SPDX-License-Identifier: Apache-2.0
#include "registry/distribution/UploadSessions.h"

#include <algorithm>

#include <QUuid>

namespace berth {

namespace {
constexpr TimeMs idleMs = 2LL * 60 * 60 * 1000; ///< In memory; the file stays a day, so that resuming works.
constexpr TimeMs sweepMs = 10LL * 60 * 1000;

bool isUploadId(const std::string &id)
{
    return id.size() == 36 && std::ranges::all_of(id, [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || c == '-';
    });
}
} // namespace

UploadSessions::Lease::~Lease()
{
    if (!m_session)
        return;
    const std::lock_guard guard(m_sessions->m_mutex);
    m_session->busy = false;
    m_session->usedAt = nowMs();
}

void UploadSessions::Lease::end()
{
    const std::lock_guard guard(m_sessions->m_mutex);
    m_sessions->m_sessions.erase(m_session->id);
}

Result<UploadSessions::Lease> UploadSessions::start(
    const RepositoryName &repository, DigestAlgorithm algorithm)
{
    const auto id = QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString();
    auto writer = m_blobs.startUpload(id, repository.toString(), algorithm);
    if (!writer)
        return tl::unexpected(writer.error());
    auto session = std::make_shared<UploadSession>(UploadSession{id, repository, std::move(*writer), true, nowMs()});
    const std::lock_guard guard(m_mutex);
    dropIdle(session->usedAt);
    m_sessions.emplace(id, session);
    return Lease(*this, std::move(session));
}

Result<UploadSessions::Lease> UploadSessions::find(const RepositoryName &repository, const std::string &id)
{
    const auto unknown = fail(ErrorCode::UploadUnknown, "There is no such upload in this repository");
    if (!isUploadId(id))
        return unknown;
    const std::lock_guard guard(m_mutex);
    auto it = m_sessions.find(id);
    if (it == m_sessions.end()) {
        auto writer = m_blobs.resumeUpload(id, repository.toString(), DigestAlgorithm::Sha256);
        if (!writer)
            return tl::unexpected(writer.error());
        it = m_sessions
                 .emplace(id, std::make_shared<UploadSession>(UploadSession{id, repository, std::move(*writer), false, nowMs()}))
                 .first;
    }
    auto &session = it->second;
    if (session->repository != repository)
        return unknown;
    if (session->busy)
        return fail(ErrorCode::UploadInvalid, "Another request is working on this upload");
    session->busy = true;
    return Lease(*this, session);
}

void UploadSessions::dropIdle(TimeMs now)
{
    if (now - m_lastSweep < sweepMs)
        return;
    m_lastSweep = now;
    std::erase_if(m_sessions, [&](const auto &entry) { return !entry.second->busy && now - entry.second->usedAt > idleMs; });
}

} // namespace berth
