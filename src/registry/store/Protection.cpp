// SPDX-License-Identifier: Apache-2.0
#include "registry/store/Protection.h"

namespace berth::protection {

Result<void> mayMoveTag(Sql &, const RepositoryName &, const std::string &) { return {}; }

Result<void> mayDeleteTag(Sql &, const RepositoryName &, const std::string &) { return {}; }

Result<void> mayDeleteImage(Sql &, const RepositoryName &) { return {}; }

} // namespace berth::protection
