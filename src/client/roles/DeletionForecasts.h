// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

#include <QCoroTask>

#include "client/roles/Types.h"
#include "core/Result.h"

namespace berth {

/// What a deletion would take along, told before it is made.
class DeletionForecasts {
public:
    virtual ~DeletionForecasts() = default;

    /// Of these: "registry", "registry/image", "registry/image@digest" or "registry/image:tag".
    virtual QCoro::Task<Result<DeletionForecast>> forecastDeletion(QStringList registries, QStringList images, QStringList artifacts, QStringList tags) = 0;
};

} // namespace berth
