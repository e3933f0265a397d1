// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/Time.h"
#include "registry/store/Page.h"
#include "registry/store/Sql.h"

namespace berth {

/// A registry as stored.
struct RegistryRow {
    std::int64_t id = 0;
    std::string name;
    std::int64_t sourceId = 0; ///< 0: a normal registry.
    std::string metadata;      ///< JSON object of strings.
    TimeMs createdAt = 0;
    TimeMs updatedAt = 0;
    std::int64_t imageCount = 0;
    std::int64_t usedBytes = 0; ///< Every blob and manifest in it, counted once.
    std::int64_t quotaBytes = 0; ///< What its blobs may use together; 0: no limit.
    bool acceptsMissing = false; ///< A manifest may name blobs and platforms that are not here.
};

/// Reading and changing registries. Failures of the database are Sql's sticky error.
namespace registries {

/// By name.
std::vector<RegistryRow> list(Sql &sql, Page page);

std::optional<RegistryRow> byName(Sql &sql, std::string_view name);
std::optional<RegistryRow> byId(Sql &sql, std::int64_t id);

/// As byName(); NotFound.
Result<RegistryRow> need(Sql &sql, std::string_view name);

/// NameInvalid, or Conflict if the name is taken (R-020…R-022).
Result<std::int64_t> create(Sql &sql, std::string_view name, const std::string &metadata);

void setMetadata(Sql &sql, std::int64_t id, const std::string &metadata);

/// 0 takes the limit away. What is stored already stays, also above it.
void setQuota(Sql &sql, std::int64_t id, std::int64_t bytes);

void setAcceptsMissing(Sql &sql, std::int64_t id, bool accepts);

/// Whether `more` bytes fit into the registry's quota. Denied with the numbers otherwise; an unknown registry has none.
Result<void> checkQuota(Sql &sql, std::string_view name, std::int64_t more);

/// Bytes until the quota is reached (negative beyond it); empty without one.
std::optional<std::int64_t> quotaLeft(Sql &sql, std::string_view name);

/// For good, without the trash. NotFound; Precondition if images are in it or it is the default registry.
Result<void> remove(Sql &sql, std::string_view name);

} // namespace registries

} // namespace berth
