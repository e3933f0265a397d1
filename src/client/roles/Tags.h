// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCoroTask>

#include "client/roles/RowPage.h"
#include "client/roles/Types.h"
#include "core/Result.h"

namespace berth {

/// The tags of an artifact.
class Tags {
public:
    virtual ~Tags() = default;

    virtual QCoro::Task<Result<RowPage<TagSummary>>> listTags(QString registry, QString image, QString digest, QString cursor) = 0;
    /// Never moves a tag: Conflict where it exists.
    virtual QCoro::Task<Result<void>> createTag(QString registry, QString image, QString digest, QString tag) = 0;
    virtual QCoro::Task<Result<Deletion>> deleteTag(QString registry, QString image, QString digest, QString tag) = 0;
};

} // namespace berth
