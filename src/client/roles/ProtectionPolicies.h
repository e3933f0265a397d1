// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QString>

#include <QCoroTask>

#include "core/Protection.h"
#include "core/Result.h"

namespace berth {

/// Which tags of a registry can be neither moved nor deleted.
class ProtectionPolicies {
public:
    virtual ~ProtectionPolicies() = default;

    /// All of them, in the server's order; there are at most 15.
    virtual QCoro::Task<Result<std::vector<ProtectionRule>>> protectionRules(QString registry) = 0;
    /// Conflict if there is such a policy; its number is the server's.
    virtual QCoro::Task<Result<void>> addProtectionRule(QString registry, ProtectionRule rule) = 0;
    virtual QCoro::Task<Result<void>> changeProtectionRule(QString registry, ProtectionRule rule) = 0;
    virtual QCoro::Task<Result<void>> deleteProtectionRule(QString registry, qint64 id) = 0;
};

} // namespace berth
