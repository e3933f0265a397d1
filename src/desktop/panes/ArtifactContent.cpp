// SPDX-License-Identifier: Apache-2.0
#include "desktop/panes/ArtifactContent.h"

#include <QCoreApplication>

#include "core/Hasher.h"
#include "core/MediaTypes.h"
#include "desktop/sessions/Session.h"

namespace berth {

namespace {

constexpr int keptBytes = 16 << 20;

std::string_view viewOf(const QByteArray &bytes) { return {bytes.constData(), std::size_t(bytes.size())}; }

} // namespace

ArtifactContent::ArtifactContent(QObject *parent)
    : QObject(parent)
    , m_kept(keptBytes)
{
}

void ArtifactContent::clearPlatform()
{
    ++m_generation;
    m_loading = false;
    m_imageManifest.reset();
    m_details.reset();
    m_error.reset();
}

void ArtifactContent::setArtifact(Session *session, const QString &repository, const QString &digest, const QString &platformDigest)
{
    if (session == m_session && repository == m_repository && digest == m_digest) {
        if (!platformDigest.isEmpty())
            setPlatform(platformDigest);
        return;
    }
    clearPlatform();
    m_session = session;
    m_repository = repository;
    m_digest = digest;
    m_platformDigest = platformDigest;
    m_bytes.clear();
    m_manifest.reset();
    Q_EMIT changed();
}

void ArtifactContent::setPlatform(const QString &digest)
{
    if (digest == m_platformDigest)
        return;
    clearPlatform();
    m_platformDigest = digest;
    Q_EMIT changed();
}

void ArtifactContent::need()
{
    if (m_loading || m_details || !m_session || !m_session->registryClient() || m_digest.isEmpty())
        return;
    if (m_imageManifest && !m_imageManifest->config)
        return; // an artifact without a configuration has been read whole
    m_loading = true;
    m_error.reset();
    fetch(++m_generation);
}

QCoro::Task<Result<QByteArray>> ArtifactContent::manifestBytes(QString digest, QString *mediaType)
{
    if (const auto *kept = m_kept.object(digest)) {
        *mediaType = kept->mediaType;
        co_return kept->bytes;
    }
    const QPointer<ArtifactContent> self(this);
    const auto fetched = co_await m_session->registryClient()->fetchManifest(m_repository, digest);
    if (!self)
        co_return fail(ErrorCode::Cancelled, "Cancelled");
    if (!fetched)
        co_return tl::unexpected(fetched.error());
    const auto wanted = Digest::parse(digest.toStdString());
    if (!wanted || Hasher::of(viewOf(fetched->bytes), wanted->algorithm()) != *wanted)
        co_return fail(ErrorCode::Damaged, QT_TRANSLATE_NOOP("Error", "The server sent something else than the manifest %1"), {digest.toStdString()});
    m_kept.insert(digest, new Kept{fetched->bytes, fetched->mediaType}, fetched->bytes.size());
    *mediaType = fetched->mediaType;
    co_return fetched->bytes;
}

QCoro::Task<> ArtifactContent::fetch(quint64 generation)
{
    const QPointer<ArtifactContent> self(this);
    const auto isOld = [&self, generation] { return !self || self->m_generation != generation; };
    const auto end = [&self](std::optional<Error> error) {
        self->m_loading = false;
        self->m_error = std::move(error);
        Q_EMIT self->changed();
    };
    // A connection that was taken down meanwhile is a failure like any other, or Retry would wait for ever.
    const auto reason = [](const Error &error) {
        return error.code == ErrorCode::Cancelled ? Error{ErrorCode::Unreachable, tr("The connection was closed meanwhile.").toStdString()} : error;
    };
    QString type;
    const auto bytes = co_await manifestBytes(m_digest, &type);
    if (isOld())
        co_return;
    if (!bytes) {
        end(reason(bytes.error()));
        co_return;
    }
    m_bytes = *bytes;
    auto manifest = Manifest::parse(viewOf(m_bytes), type.toStdString());
    if (!manifest) {
        end(manifest.error());
        co_return;
    }
    m_manifest = std::move(*manifest);
    if (m_manifest->isIndex()) {
        if (m_platformDigest.isEmpty() && !m_manifest->manifests.empty())
            m_platformDigest = QString::fromStdString(m_manifest->manifests.front().digest.toString());
        const auto platform = co_await manifestBytes(m_platformDigest, &type);
        if (isOld())
            co_return;
        if (!platform) {
            end(reason(platform.error()));
            co_return;
        }
        auto child = Manifest::parse(viewOf(*platform), type.toStdString());
        if (!child) {
            end(child.error());
            co_return;
        }
        m_imageManifest = std::move(*child);
    } else {
        m_imageManifest = m_manifest;
    }
    const auto &config = m_imageManifest->config;
    if (!config || (config->mediaType != media::ociConfig && config->mediaType != media::dockerConfig)) {
        m_details = ImageDetails(); // a chart or another artifact: it has layers, and no configuration of an image
        end({});
        co_return;
    }
    const Digest digest = config->digest;
    const auto content = co_await m_session->registryClient()->fetchBlob(m_repository, digest);
    if (isOld())
        co_return;
    if (!content) {
        end(reason(content.error()));
        co_return;
    }
    auto details = ImageDetails::parse(viewOf(*content), *m_imageManifest);
    if (!details) {
        end(details.error());
        co_return;
    }
    m_details = std::move(*details);
    end({});
}

} // namespace berth
