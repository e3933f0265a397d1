// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCoroTask>

#include "client/roles/Types.h"
#include "core/Result.h"

namespace berth {

/// Looking for names over a whole server.
class ContentSearch {
public:
    virtual ~ContentSearch() = default;

    /// Images and, where the server can, tags whose names contain the text. Servers without a search of their own are read through once,
    /// their image names kept for a while.
    virtual QCoro::Task<Result<SearchResult>> search(QString text) = 0;
};

} // namespace berth
