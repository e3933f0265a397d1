// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "core/Names.h"
#include "core/Protection.h"
#include "core/Result.h"
#include "registry/store/Sql.h"

namespace berth {

/// What keeps tags from being moved or deleted: the rules of ProtectionRules.h, asked by whoever is about to (Tags.h).
namespace protection {

/// The rules of a registry as they are now. A registry whose rules cannot be read, which no call lets happen, protects nothing.
Protection of(Sql &sql, std::string_view registry);

/// Precondition with a sentence that names the rule, if one protects the tag, which exists: also where it would stay on its artifact.
Result<void> mayMoveTag(Sql &sql, const RepositoryName &name, const std::string &tag);
Result<void> mayDeleteTag(Sql &sql, const RepositoryName &name, const std::string &tag);

/// For an artifact with all its tags.
Result<void> mayDeleteArtifact(Sql &sql, const RepositoryName &name, std::int64_t manifest);

/// For a whole image, and so for all of its tags. Costs as much as it has tags where a rule is for it, otherwise nothing.
Result<void> mayDeleteImage(Sql &sql, const RepositoryName &name, std::int64_t repository);

} // namespace protection

} // namespace berth
