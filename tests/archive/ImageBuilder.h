// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QJsonArray>
#include <QJsonObject>

#include "archive/FileList.h"

namespace berth::test {

/// "sha256:…" of bytes.
QByteArray sha256Of(const QByteArray &bytes);

/// The hex digits of the same.
QByteArray hexOf(const QByteArray &bytes);

/// A small layer, an unpacked tar with one file; different seeds give different bytes.
QByteArray makeLayer(int seed);

/// An image before it has a form: unpacked layers and what its configuration says.
struct ImageParts {
    QByteArrayList layers;
    QByteArrayList tags; ///< "shop/web:1.4"
    QByteArray architecture = QByteArrayLiteral("amd64");
    QByteArray author = QByteArrayLiteral("test");

    QByteArray config() const;
};

/// Parts with layers of the seeds `firstSeed`, `firstSeed` + 1, …
ImageParts makeParts(int firstSeed, int layerCount, const QByteArrayList &tags = {});

/// docker up to 24: a folder a layer, repeated layers as links to the first of them.
FileList oldDockerLayout(const QList<ImageParts> &images);

/// docker from 25: blobs named by digest, layers unpacked. An untagged image that follows a tagged one is missing from index.json,
/// as docker itself leaves it out.
FileList newDockerLayout(const QList<ImageParts> &images);

/// An OCI layout, blob by blob.
class OciBuilder {
public:
    /// Adds a blob and returns its descriptor.
    QJsonObject blob(const QByteArray &content, const QString &mediaType);

    /// Adds config, layers packed with that program ("" leaves them as they are) and manifest; the manifest's descriptor, with platform.
    QJsonObject image(const ImageParts &parts, const QString &program = QStringLiteral("gzip"));

    /// Adds an index over those descriptors; the index's descriptor.
    QJsonObject index(const QJsonArray &children);

    /// Takes the content of a descriptor out again, as sparse layouts lack it.
    void forget(const QJsonObject &descriptor);

    /// The layout whose index.json lists those descriptors.
    FileList layout(const QJsonArray &entries) const;

    /// The blobs so far, and whatever else a test puts beside them.
    FileList files;
};

/// The descriptor with an annotation more.
QJsonObject annotated(QJsonObject descriptor, const QString &key, const QString &value);

/// The descriptor under a name, by the annotation that OCI tools write.
QJsonObject named(const QJsonObject &descriptor, const QString &refName);

QByteArray toJson(const QJsonObject &object);
QByteArray toJson(const QJsonArray &array);

/// "blobs/sha256/…" of a descriptor.
QByteArray blobName(const QJsonObject &descriptor);

} // namespace berth::test
