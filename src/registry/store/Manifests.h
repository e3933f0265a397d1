// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>

#include "core/Manifest.h"
#include "core/Time.h"
#include "registry/store/Sql.h"

namespace berth {

/// The rows of manifests and their edges to blobs and platforms: the only code that writes them, so that the numbers beside them stay
/// right. Works inside the caller's transaction.
namespace manifests {

struct NewManifest {
    const Manifest &content;
    std::string digest;
    std::int64_t sizeBytes = 0;
    std::int64_t totalBytes = 0;
    ImageConfig config; ///< Platform, author and date.
    TimeMs pushedAt = 0;
    TimeMs pulledAt = 0;
    std::int64_t pullCount = 0;
};

/// The bytes are stored once, whoever has the manifest.
void keepBytes(Sql &sql, const std::string &digest, std::string_view bytes);

/// Stores the manifest, which the repository does not have, with an edge to each blob that the repository has; the others are noted as
/// missing. Its bytes are there. Row id.
std::int64_t insert(Sql &sql, std::int64_t repository, const NewManifest &manifest);

/// It holds a blob that the repository has, whatever its content says (a deletion of a former format).
void hold(Sql &sql, std::int64_t manifest, std::int64_t repository, const std::string &digest);

/// Moves it with its tags to another repository, which does not have it. What it lacked and finds there is missing no more.
void move(Sql &sql, std::int64_t manifest, std::int64_t from, std::int64_t to);

/// Removes it for good, and its bytes with the last repository that has it; it has no tags any more.
void remove(Sql &sql, std::int64_t manifest, std::int64_t repository);

/// The blobs that it holds.
std::set<std::string> blobsOf(Sql &sql, std::int64_t manifest);

void pushedAgain(Sql &sql, std::int64_t manifest, std::int64_t repository, TimeMs when);

/// `count` more pulls, the last of them then.
void pulled(Sql &sql, std::int64_t repository, const std::string &digest, std::int64_t count, TimeMs when);

/// It has so many tags more (fewer if negative).
void tagged(Sql &sql, std::int64_t manifest, std::int64_t more);

/// The repository has the blob now: its manifests that had named it before hold it. True if one had.
bool fillMissing(Sql &sql, std::int64_t repository, const std::string &digest);

} // namespace manifests

} // namespace berth
