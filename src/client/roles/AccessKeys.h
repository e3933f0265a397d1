// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <QDateTime>
#include <QStringList>

#include <QCoroTask>

#include "core/Result.h"
#include "core/Rights.h"
#include "core/Secret.h"

namespace berth {

/// An access key without its secret, which no call tells again.
struct AccessKey {
    QString id;
    QString owner; ///< A user's name.
    QString note;  ///< Who or what uses it.
    std::optional<Role> limit; ///< It may do no more than this role.
    QStringList registries;    ///< It counts in these alone; empty: in all.
    bool isDisabled = false;
    bool changeAdvised = false; ///< Its secret is 90 days old.
    QDateTime created;
    QDateTime secretMade;
    QDateTime used;
};

struct AccessKeyList {
    QString owner;
    QList<AccessKey> keys; ///< Oldest first.
    int most = 5;
};

/// A key whose secret was made just now: the only time that it is told.
struct MadeAccessKey {
    AccessKey key;
    Secret secret;
};

/// The access keys of users.
class AccessKeys {
public:
    virtual ~AccessKeys() = default;

    /// Of the key's own user for an empty owner.
    virtual QCoro::Task<Result<AccessKeyList>> keys(QString owner) = 0;
    /// Takes owner, note, limit and registries.
    virtual QCoro::Task<Result<MadeAccessKey>> createKey(AccessKey key) = 0;
    /// Stores note, limit and registries of the key with that id.
    virtual QCoro::Task<Result<AccessKey>> changeKey(AccessKey key) = 0;
    virtual QCoro::Task<Result<AccessKey>> switchKey(QString id, bool disabled) = 0;
    /// The id stays; the old secret and the tokens made with it end at once.
    virtual QCoro::Task<Result<MadeAccessKey>> renewSecret(QString id) = 0;
    virtual QCoro::Task<Result<void>> deleteKey(QString id) = 0;
};

} // namespace berth
