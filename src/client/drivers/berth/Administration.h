// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QMap>
#include <QObject>

#include <QCoroTask>

#include "client/drivers/berth/BerthHttp.h"
#include "client/drivers/berth/Upkeep.h"
#include "core/Rights.h"

namespace berth {

/// Whom the connection's key belongs to, and what it may do.
struct Me {
    QString keyId;
    QString user;
    QString version; ///< Of the server.
    Rights rights;
};

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

struct UserList {
    QList<User> users;
    qint64 total = 0; ///< Of all pages.
};

/// What an administrator may set while the server runs.
struct ServerSettings {
    qint64 trashDays = 0; ///< 0: deletions are for good.
    qint64 freeFloorBytes = 0;
    qint64 tokenMinutes = 0;
    qint64 scrubDays = 0; ///< 0: only when asked.
    bool createsRegistries = false;
    bool collectsByItself = false;
    QString anonymous; ///< "off", "pull" or "push".
    QString publicUrl; ///< What clients are told instead of the address they used; empty: that address.

    friend bool operator==(const ServerSettings &, const ServerSettings &) = default;
};

struct RegistryOptions {
    QString name;
    qint64 quotaBytes = 0; ///< 0: none.
    qint64 usedBytes = 0;
    bool acceptsMissing = false; ///< Manifests may name content that the registry does not hold.
};

/// One thing that is wrong with a server.
struct HealthProblem {
    QString kind;    ///< "disk", "clock", "connections", "database", or a job: "collection", "scrub", "trash", "copy"; others may come.
    QString message; ///< The server's sentence.
};

struct Health {
    bool isHealthy = false;
    QString version;
    qint64 freeBytes = -1;
    QList<HealthProblem> problems;
    QList<DamagedContent> damaged;
    QDateTime started;
};

/// Berth's own calls to a Berth server for who may do what and how it runs: keys, users, settings, health.
///
/// Belongs to one thread. Errors carry a sentence ready to show. Destroying it ends its calls with Cancelled.
class Administration final : public QObject {
    Q_OBJECT

public:
    Administration(Connection connection, std::shared_ptr<ServerLink> link, QObject *parent = nullptr);

    QCoro::Task<Result<Me>> me();

    /// Of the key's own user for an empty owner.
    QCoro::Task<Result<AccessKeyList>> keys(QString owner);
    /// Takes owner, note, limit and registries.
    QCoro::Task<Result<MadeAccessKey>> createKey(AccessKey key);
    /// Stores note, limit and registries of the key with that id.
    QCoro::Task<Result<AccessKey>> changeKey(AccessKey key);
    QCoro::Task<Result<AccessKey>> switchKey(QString id, bool disabled);
    /// The id stays; the old secret and the tokens made with it end at once.
    QCoro::Task<Result<MadeAccessKey>> renewSecret(QString id);
    QCoro::Task<Result<void>> deleteKey(QString id);

    /// By name; pages are numbered from 1.
    QCoro::Task<Result<UserList>> users(int page);
    QCoro::Task<Result<User>> createUser(User user);
    QCoro::Task<Result<User>> changeUser(User user);
    QCoro::Task<Result<void>> deleteUser(QString name);

    QCoro::Task<Result<ServerSettings>> settings();
    /// Sends what differs; gives what holds then.
    QCoro::Task<Result<ServerSettings>> changeSettings(ServerSettings from, ServerSettings to);

    QCoro::Task<Result<RegistryOptions>> registryOptions(QString registry);
    QCoro::Task<Result<RegistryOptions>> changeRegistryOptions(RegistryOptions options);

    QCoro::Task<Result<Health>> health();
    /// Says that the time is right after the clock of the server's computer had jumped.
    QCoro::Task<Result<void>> confirmClock();

private:
    BerthHttp m_http;
};

} // namespace berth
