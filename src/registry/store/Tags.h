// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "core/Names.h"
#include "core/Time.h"
#include "registry/store/Outbox.h"
#include "registry/store/Page.h"
#include "registry/store/Sql.h"

namespace berth {

struct TagRow {
    std::int64_t id = 0;
    std::int64_t repositoryId = 0;
    std::int64_t artifactId = 0;
    std::string name;
    std::string digest;
    std::string repository; ///< "registry/image"; filled by Search.h only.
    TimeMs pushedAt = 0;
    TimeMs pulledAt = 0;
};

/// One change of a tag.
struct TagChange {
    TimeMs at = 0;
    Author by;
    std::string digest;       ///< Empty: the tag was deleted.
    std::string formerDigest; ///< Empty: it was new.
};

/// Where tags are read, and the only place that writes one: it asks Protection.h first, tells Outbox.h, and keeps the history of each tag.
namespace tags {

/// Tags of one artifact, newest first.
std::vector<TagRow> list(Sql &sql, std::int64_t artifactId, Page page);

/// Names after `last` in byte order. NameUnknown if the repository is absent.
Result<std::vector<std::string>> names(Sql &sql, const RepositoryName &name, const std::string &last, std::int64_t limit);

/// What happened to the tag, newest first. A whole image that was deleted, or came back, is an event of the image (Outbox.h), not of each tag.
std::vector<TagChange> history(Sql &sql, const RepositoryName &name, const std::string &tag, Page page);

/// The artifact that a tag is to name.
struct Target {
    const RepositoryName &name;
    std::int64_t repository = 0;
    std::int64_t manifest = 0;
    const std::string &digest;
};

/// Names the artifact, also where the tag named another one (a push). Precondition if the tag exists and is protected.
Result<void> set(Sql &sql, const Target &target, const std::string &tag, TimeMs now, const Author &by);

/// Names an artifact. TagInvalid; Conflict if the tag exists, on this artifact or another: creating never moves one.
Result<void> create(Sql &sql, const Target &target, const std::string &tag, const Author &by);

/// What a deletion remembers of a tag.
struct Former {
    std::string name;
    std::string digest;
    TimeMs pushedAt = 0;
    TimeMs pulledAt = 0;
};

/// Puts a tag back from the trash; one that names the same artifact already stays as it is. Conflict if it names another one.
Result<void> restore(Sql &sql, const Target &target, const std::string &tag, const Former &former, const Author &by);

/// A tag of a deletion as a former format had it; nobody's deed.
void bring(Sql &sql, std::int64_t repository, std::int64_t manifest, const Former &tag);

/// Takes the tag away. NotFound; Precondition if it is protected.
Result<Former> remove(Sql &sql, const RepositoryName &name, std::int64_t repository, const std::string &tag, const Author &by);

/// An artifact goes to the trash with its tags, none of which is protected (Protection.h, mayDeleteArtifact(), was asked before).
void leaving(Sql &sql, const RepositoryName &name, std::int64_t manifest, const Author &by);

/// The tags of an artifact go with it to another repository.
void follow(Sql &sql, std::int64_t manifest, std::int64_t repository);

/// Takes a tag off that a deletion keeps; its artifact keeps the others.
void forget(Sql &sql, std::int64_t repository, const std::string &tag);

/// Takes every tag off an artifact of a deletion that ends, or whose tags go elsewhere. At most `limit`; how many.
std::int64_t forget(Sql &sql, std::int64_t manifest, std::int64_t limit);

void pulled(Sql &sql, std::int64_t repository, const std::string &tag, TimeMs when);

/// Drops the entries of the history from before then, and the oldest beyond the number that is kept, at most `limit`. How many.
std::int64_t trimHistory(Sql &sql, TimeMs before, std::int64_t limit);

/// How many entries a tag has.
std::int64_t countHistory(Sql &sql, const RepositoryName &name, const std::string &tag);

} // namespace tags

} // namespace berth
