// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCoroTask>

#include "client/roles/RowPage.h"
#include "client/roles/Types.h"
#include "core/Result.h"

namespace berth {

/// The registries of a server.
class Registries {
public:
    virtual ~Registries() = default;

    /// The first rows for an empty cursor.
    virtual QCoro::Task<Result<RowPage<RegistrySummary>>> listRegistries(QString cursor) = 0;
};

} // namespace berth
