// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCoroTask>

#include "client/roles/Types.h"
#include "core/Result.h"

namespace berth {

/// Making and removing registries; only where they are more than the first part of an image's name.
class RegistryLifecycle {
public:
    virtual ~RegistryLifecycle() = default;

    virtual QCoro::Task<Result<void>> createRegistry(QString name) = 0;
    virtual QCoro::Task<Result<Deletion>> deleteRegistry(QString name) = 0;
};

} // namespace berth
