// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

#include "archive/ImageArchive.h"

namespace berth {

/// A manifest ready to be pushed.
struct MadeManifest {
    QByteArray bytes;
    QString mediaType;
    QString digest;
};

/// The OCI image manifest over a config and layers as they are in the registry now.
MadeManifest makeManifest(const Descriptor &config, const std::vector<Descriptor> &layers);

/// An OCI index over these manifests, each with its platform.
MadeManifest makeIndex(const std::vector<std::pair<MadeManifest, Platform>> &manifests);

} // namespace berth
