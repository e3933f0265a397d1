// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <QCoroTask>

#include "core/Result.h"

namespace berth {

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

/// What administrators set, for the server and for a registry.
class ServerConfiguration {
public:
    virtual ~ServerConfiguration() = default;

    virtual QCoro::Task<Result<ServerSettings>> settings() = 0;
    /// Sends what differs; gives what holds then.
    virtual QCoro::Task<Result<ServerSettings>> changeSettings(ServerSettings from, ServerSettings to) = 0;

    virtual QCoro::Task<Result<RegistryOptions>> registryOptions(QString registry) = 0;
    virtual QCoro::Task<Result<RegistryOptions>> changeRegistryOptions(RegistryOptions options) = 0;
};

} // namespace berth
