// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>

#include "registry/store/Outbox.h"
#include "registry/store/Trash.h"

namespace berth {

/// What to take out of one operation; everything unless said otherwise.
struct RestoreWishes {
    std::optional<std::set<std::string>> artifacts;  ///< Digests; an index brings its platforms along.
    std::optional<std::set<std::string>> tags;       ///< Beside those of the artifacts named.
    std::map<std::string, std::string> tagNames;     ///< Old name to new one, where the old one is taken.
};

struct RestoreOutcome {
    std::int64_t artifacts = 0;
    std::int64_t tags = 0;
    bool madeRegistry = false; ///< Its registry had gone as well and was made again.
    bool isUnfinished = false; ///< The rest comes back in steps.
};

namespace trash {

/// Puts back what the operation took. Nothing that is there now is overwritten: Conflict if a tag's name is taken by another artifact or
/// a registry's name is taken, TagInvalid for a bad new name, NotFound for an operation or item that is not in the trash, Precondition for
/// a tag whose artifact is gone. On failure the caller's transaction is to be undone.
///
/// A whole image whose name is free comes back at once, however large it is. One of thousands of artifacts whose name is taken comes back
/// in steps into the image that is there: a tag whose name is taken on the way stays in the trash.
Result<RestoreOutcome> restore(Sql &sql, std::int64_t id, const RestoreWishes &wishes, const Author &by);

/// All that a run of a cleanup has in the trash comes back, in steps. A tag whose name is taken on the way stays there. At
/// most so many images a call; how many.
std::int64_t restoreRun(Sql &sql, std::int64_t run, const Author &by, std::int64_t limit);

/// One more step for an operation that is being restored.
Progress restoreStep(Sql &sql, std::int64_t id, std::int64_t rows);

} // namespace trash

} // namespace berth
