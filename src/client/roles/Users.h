// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QMap>

#include <QCoroTask>

#include "client/roles/RowPage.h"
#include "core/Result.h"
#include "core/Rights.h"

namespace berth {

struct User {
    QString name;
    Role role = Role::None;        ///< For the whole server.
    QMap<QString, Role> registries; ///< Wins over `role` inside these.
    QDateTime created;
    QDateTime ends; ///< From then on the user's keys open nothing; invalid: never.
    QDateTime used;
    int keyCount = 0;
    int mostKeys = 5;
};

struct UserPage : RowPage<User> {
    qint64 total = 0; ///< Of all pages.
};

/// The users of a server and their roles.
class Users {
public:
    virtual ~Users() = default;

    /// By name.
    virtual QCoro::Task<Result<UserPage>> listUsers(QString cursor) = 0;
    virtual QCoro::Task<Result<User>> createUser(User user) = 0;
    virtual QCoro::Task<Result<User>> changeUser(User user) = 0;
    virtual QCoro::Task<Result<void>> deleteUser(QString name) = 0;
};

} // namespace berth
