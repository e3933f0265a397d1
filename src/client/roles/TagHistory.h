// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>

#include <QCoroTask>

#include "client/roles/RowPage.h"
#include "core/Result.h"

namespace berth {

/// What a tag named, from when on.
struct TagHistoryEntry {
    QDateTime at;
    QString actor;  ///< Empty: the server itself.
    QString source; ///< The client's address; empty: not told.
    QString digest; ///< Empty: it was deleted.
    QString formerDigest; ///< Empty: it was new.
};

/// Who moved which tag from what to what.
class TagHistory {
public:
    virtual ~TagHistory() = default;

    /// Newest first.
    virtual QCoro::Task<Result<RowPage<TagHistoryEntry>>> tagHistory(QString registry, QString image, QString tag, QString cursor) = 0;
};

} // namespace berth
