// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "core/Names.h"
#include "core/Result.h"
#include "registry/store/Sql.h"

namespace berth {

/// What keeps tags from being moved or deleted. Asked by whoever is about to (Tags.h); there are no rules yet, so all is allowed.
namespace protection {

/// Precondition with a sentence if a rule protects the tag.
Result<void> mayMoveTag(Sql &sql, const RepositoryName &name, const std::string &tag);
Result<void> mayDeleteTag(Sql &sql, const RepositoryName &name, const std::string &tag);

/// For a whole image, and so for all of its tags.
Result<void> mayDeleteImage(Sql &sql, const RepositoryName &name);

} // namespace protection

} // namespace berth
