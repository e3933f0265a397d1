// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <string>

#include "core/Json.h"
#include "core/Result.h"
#include "registry/store/Sql.h"

namespace berth {

/// What an administrator may set while the server runs.
struct Settings {
    std::int64_t trashDays = 7;                      ///< Deletions end by themselves after so many days; 0 keeps nothing.
    std::int64_t freeFloorBytes = 256LL << 20;       ///< With less free disk than this, pushes are refused.
    std::int64_t tokenMinutes = 60;                  ///< Life of a token, 30 min to 12 h (R-031).
    bool createsRegistries = true;                   ///< The first push into an unknown registry makes it (R-024).
    std::string anonymous = "off";                   ///< "off", "pull" or "push".
    std::string publicUrl;                           ///< What clients are told instead of the name they used; empty: that name.
    bool collectsByItself = true;                    ///< Unused blobs go without being asked.
    std::string webhookPorts = "any";                ///< Or "80,88,443,8443": webhooks go to these alone (R-051, R-052).
    std::string webhookTargets = "any";              ///< Or "guarded": not to this computer, link-local addresses and metadata services.
    std::int64_t tagHistoryDays = 90;                ///< Who moved which tag is kept so long.
    std::int64_t scrubDays = 30;                     ///< Every blob is read and checked once in so many days; 0: only when asked.
};

/// Reads what is stored over the defaults.
Settings readSettings(Sql &sql);

json::object toJson(const Settings &settings);

/// Lays the members of an object over the settings. BadRequest names a member that is unknown, of the wrong type or out of range.
Result<Settings> changed(Settings settings, const json::value &wishes);

/// Stores them.
void writeSettings(Sql &sql, const Settings &settings);

/// The settings in force, for all threads.
class CurrentSettings {
public:
    std::shared_ptr<const Settings> get() const
    {
        const std::lock_guard guard(m_mutex);
        return m_settings;
    }
    void set(Settings settings)
    {
        auto shared = std::make_shared<const Settings>(std::move(settings));
        const std::lock_guard guard(m_mutex);
        m_settings = std::move(shared);
    }

private:
    mutable std::mutex m_mutex;
    std::shared_ptr<const Settings> m_settings = std::make_shared<const Settings>();
};

} // namespace berth
