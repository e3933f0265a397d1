// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCoroTask>

#include "client/roles/RowPage.h"
#include "client/roles/Types.h"
#include "core/Result.h"

namespace berth {

/// The images of a registry.
class Images {
public:
    virtual ~Images() = default;

    virtual QCoro::Task<Result<RowPage<ImageSummary>>> listImages(QString registry, QString cursor) = 0;
    virtual QCoro::Task<Result<Deletion>> deleteImage(QString registry, QString image) = 0;
};

} // namespace berth
