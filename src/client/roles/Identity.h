// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <QCoroTask>

#include "core/Result.h"
#include "core/Rights.h"

namespace berth {

/// Whom the connection's key belongs to, and what it may do.
struct Me {
    QString keyId;
    QString user;
    QString version; ///< Of the server.
    Rights rights;
};

/// Who the person is to the server.
class Identity {
public:
    virtual ~Identity() = default;

    virtual QCoro::Task<Result<Me>> me() = 0;
};

} // namespace berth
