// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <QCache>
#include <QObject>
#include <QPointer>

#include <QCoroTask>

#include "core/ImageDetails.h"
#include "core/Manifest.h"

namespace berth {

class Session;

/// What one artifact holds: its manifest, and the configuration of one platform. Fetched when it is first asked for, and kept by digest.
///
/// Belongs to the GUI thread. Nothing of an earlier artifact is shown for a later one.
class ArtifactContent : public QObject {
    Q_OBJECT

public:
    explicit ArtifactContent(QObject *parent);

    /// `session` is borrowed; null: nothing. `platformDigest` empty: for an index, its first platform.
    void setArtifact(Session *session, const QString &repository, const QString &digest, const QString &platformDigest);
    void setPlatform(const QString &digest);
    /// Fetches what has not been fetched, or failed before.
    void need();

    QString digest() const { return m_digest; }
    QString platformDigest() const { return m_platformDigest; }
    const QByteArray &bytes() const { return m_bytes; }
    const std::optional<Manifest> &manifest() const { return m_manifest; }
    /// Of the platform, or of the artifact itself if it is no index.
    const std::optional<Manifest> &imageManifest() const { return m_imageManifest; }
    const std::optional<ImageDetails> &details() const { return m_details; }
    bool isLoading() const { return m_loading; }
    const std::optional<Error> &error() const { return m_error; }

Q_SIGNALS:
    void changed();

private:
    QCoro::Task<> fetch(quint64 generation);
    /// Fetches a manifest and checks it against its digest.
    QCoro::Task<Result<QByteArray>> manifestBytes(QString digest, QString *mediaType);
    void clearPlatform();

    QPointer<Session> m_session;
    QString m_repository;
    QString m_digest;
    QString m_platformDigest;
    QByteArray m_bytes;
    std::optional<Manifest> m_manifest;
    std::optional<Manifest> m_imageManifest;
    std::optional<ImageDetails> m_details;
    std::optional<Error> m_error;
    struct Kept {
        QByteArray bytes;
        QString mediaType;
    };
    QCache<QString, Kept> m_kept; ///< By digest; costs are bytes.
    quint64 m_generation = 0;
    bool m_loading = false;
};

} // namespace berth
