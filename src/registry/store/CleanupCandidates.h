// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/Cleanup.h"
#include "registry/store/Sql.h"

namespace berth {

/// An artifact that a cleanup judges, and what its log tells of it.
struct CandidateRow {
    std::int64_t id = 0; ///< Of the manifest.
    bool isPlatform = false; ///< An index names it: it goes after that.
    std::int64_t totalBytes = 0;
    bool isCandidate = true; ///< False for what an index has taken in since.
    CleanupCandidate value;
};

/// What of a registry a cleanup judges. Reads only.
namespace candidates {

struct Image {
    std::int64_t id = 0;
    std::string name; ///< Without the registry's.
    std::int64_t artifacts = 0; ///< That are listed.
};

/// Images of the registry after that name, in byte order.
std::vector<Image> images(Sql &sql, std::int64_t registry, const std::string &after, std::int64_t limit);

/// Every artifact of an image that is judged, newest push first: what belongs to another one is left out, which is platforms without tags,
/// what names a subject, and what is tagged as the signature of an artifact that is there. An index was pulled when a platform of it was.
std::vector<CandidateRow> of(Sql &sql, std::int64_t repository);

/// The artifact as it is now, if it is there still.
std::optional<CandidateRow> now(Sql &sql, std::int64_t repository, std::int64_t id);

} // namespace candidates

} // namespace berth
