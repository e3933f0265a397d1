// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "core/Names.h"
#include "core/Time.h"
#include "registry/store/Page.h"
#include "registry/store/Sql.h"

namespace berth {

struct TagRow {
    std::int64_t id = 0;
    std::int64_t repositoryId = 0;
    std::int64_t artifactId = 0;
    std::string name;
    std::string digest;
    std::string repository; ///< "registry/image"; filled by search() only.
    TimeMs pushedAt = 0;
    TimeMs pulledAt = 0;
};

namespace tags {

/// Tags of one artifact, newest first.
std::vector<TagRow> list(Sql &sql, std::int64_t artifactId, Page page);

/// Names after `last` in byte order. NameUnknown if the repository is absent.
Result<std::vector<std::string>> names(
    Sql &sql, const RepositoryName &name, const std::string &last, std::int64_t limit);

/// Names an artifact. TagInvalid; Conflict if the tag exists, on this artifact or another: creating never moves one.
Result<void> create(Sql &sql, std::int64_t repositoryId, std::int64_t artifactId, const std::string &tag);

/// Tags of all repositories whose names contain `text`, literally, by repository and name.
std::vector<TagRow> search(Sql &sql, const std::string &text, Page page);

} // namespace tags

} // namespace berth
