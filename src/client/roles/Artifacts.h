// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCoroTask>

#include "client/roles/RowPage.h"
#include "client/roles/Types.h"
#include "core/Result.h"

namespace berth {

/// The artifacts of an image.
class Artifacts {
public:
    virtual ~Artifacts() = default;

    virtual QCoro::Task<Result<RowPage<ArtifactSummary>>> listArtifacts(QString registry, QString image, QString cursor) = 0;
    virtual QCoro::Task<Result<Deletion>> deleteArtifact(QString registry, QString image, QString digest) = 0;
};

} // namespace berth
