// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

/// What servers tell about their content, the same for every kind of server. Times are UTC; an invalid one means never or unknown;
/// numbers of -1 mean that the server does not tell.
namespace berth {

/// Stands for the images of a plain registry whose names have one component only; no registry can have this name.
inline const QString topLevel = QStringLiteral("_");

/// An image's name on the wire, "registry/image".
inline QString repositoryPath(const QString &registry, const QString &image) { return registry == topLevel ? image : registry + QLatin1Char('/') + image; }

struct RegistrySummary {
    qint64 id = 0;
    QString name;
    QString address; ///< "host/registry".
    qint64 imageCount = -1;
    qint64 usedBytes = -1;
    bool isCache = false;
    QDateTime created;
};

struct ImageSummary {
    QString registry;
    QString name; ///< Without the registry.
    qint64 artifactCount = -1;
    qint64 tagCount = -1;
    qint64 pullCount = -1;
    qint64 usedBytes = -1;
    QDateTime pushed;

    QString path() const { return repositoryPath(registry, name); }
};

/// A platform below an index.
struct ReferenceSummary {
    QString digest;
    QString platform;
    qint64 sizeBytes = -1;
    QDateTime pulled;
};

struct ArtifactSummary {
    QString digest;
    QString mediaType;
    QString kind; ///< "IMAGE", "CHART", …
    QString platform;
    QString author;
    qint64 sizeBytes = -1;
    qint64 pullCount = -1;
    qint64 tagCount = -1;
    QDateTime built;
    QDateTime pushed;
    QDateTime pulled;
    QStringList tags; ///< Newest first; perhaps not all.
    QList<ReferenceSummary> references;

    bool isIndex() const { return !references.isEmpty(); }
    QString shortDigest() const { return digest.section(QLatin1Char(':'), 1).left(12); }
};

struct TagSummary {
    QString name;
    QDateTime pushed;
    QDateTime pulled;
};

/// A tag that a search found.
struct FoundTag {
    QString registry;
    QString image;
    QString name;
    QString digest;
    QDateTime pushed;
};

/// What a search over one server found, the first hits of each kind.
struct SearchResult {
    QList<ImageSummary> images;
    QList<FoundTag> tags;
    bool tagsSearched = true; ///< False where the server has no call for it.
    bool isWhole = true;      ///< False: the server's time was over after lookedAt names.
    qint64 lookedAt = 0;
};

/// What a deletion would take along.
struct DeletionForecast {
    QStringList tags; ///< The first thousand.
    qint64 tagCount = 0;
    qint64 artifactCount = 0;
    qint64 onlyHereBytes = 0;
    qint64 sharedBytes = 0;
    bool isAtLeast = false; ///< onlyHereBytes leaves out what several large images share among themselves.
    QDateTime returns; ///< When the bytes are free if nobody empties the trash before; invalid: at once, or unknown.
};

/// What a server says of a deletion that it made.
struct Deletion {
    qint64 trashId = 0; ///< By which Upkeep restores it; 0: the server has no trash.
};

} // namespace berth

// Their members may be moved as bytes, and lists of 100,000 of them grow.
Q_DECLARE_TYPEINFO(berth::RegistrySummary, Q_RELOCATABLE_TYPE);
Q_DECLARE_TYPEINFO(berth::ImageSummary, Q_RELOCATABLE_TYPE);
Q_DECLARE_TYPEINFO(berth::ReferenceSummary, Q_RELOCATABLE_TYPE);
Q_DECLARE_TYPEINFO(berth::ArtifactSummary, Q_RELOCATABLE_TYPE);
Q_DECLARE_TYPEINFO(berth::TagSummary, Q_RELOCATABLE_TYPE);
