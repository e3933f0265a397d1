// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/roles/Types.h"

namespace berth {

/// An artifact that someone wants to export.
struct ExportChoice {
    ImageSummary image;
    ArtifactSummary artifact;
    QString platformDigest; ///< One platform of it; empty: all of it.
};

} // namespace berth
