// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "client/roles/CleanupTypes.h"
#include "client/roles/Types.h"
#include "core/Cleanup.h"

namespace berth {

/// An image and its artifacts, for servers that only give lists.
struct ListedImage {
    QString name; ///< Without the registry.
    QList<ArtifactSummary> artifacts;
};

/// What a cleanup at `now` would do to them. Layers that several artifacts hold are not known from lists: what returns to the disk is
/// something between nothing and the size of all that goes.
CleanupPreview previewOf(const Cleanup &cleanup, const std::vector<ListedImage> &images, const QString &onlyEntriesOf, TimeMs now);

/// What a run did otherwise than these policies would have, had they been judged at the moment it began.
struct CleanupDifference {
    CleanupEntry entry; ///< As the server judged it.
    CleanupEntry::Outcome expected;
};
QList<CleanupDifference> differencesOf(const Cleanup &cleanup, const QString &image, const QList<CleanupEntry> &entries, TimeMs begin);

} // namespace berth
