// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace berth::test {

class RegistryProcess;

/// "sha256:…" of bytes.
QByteArray digestOf(const QByteArray &bytes);

/// A small real image in memory: config, layers, manifest. Different seeds give different bytes everywhere.
struct TestImage {
    QByteArray config;
    QList<QByteArray> layers; ///< gzip'd tars
    QByteArray manifest;      ///< OCI image manifest
    QByteArray digest() const { return digestOf(manifest); }
};

TestImage makeImage(int seed, int layerCount = 2, int layerBytes = 1000, const QByteArray &architecture = "amd64");

/// Pushes blobs (monolithic) and manifest under the tag; the status of the manifest PUT, or of the first call that failed.
int pushImage(const RegistryProcess &registry, const QString &repository, const QString &tag, const TestImage &image);

/// Uploads one blob; the status of the PUT.
int pushBlob(const RegistryProcess &registry, const QString &repository, const QByteArray &blob);

} // namespace berth::test
