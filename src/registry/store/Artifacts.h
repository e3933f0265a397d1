// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/Manifest.h"
#include "core/Names.h"
#include "core/Time.h"
#include "registry/store/Outbox.h"
#include "registry/store/Page.h"
#include "registry/store/Sql.h"

namespace berth {

/// A manifest in one repository, as stored.
struct ArtifactRow {
    std::int64_t id = 0;
    std::int64_t repositoryId = 0;
    std::string digest;
    std::string mediaType;
    std::string artifactType;
    std::string configType;
    std::string annotations; ///< JSON object.
    std::int64_t manifestBytes = 0;
    std::int64_t totalBytes = 0; ///< With config and layers; of an index, with its platforms.
    Platform platform;
    std::string author;
    std::string builtAt; ///< As the image configuration has it.
    TimeMs pushedAt = 0;
    TimeMs pulledAt = 0;
    std::int64_t pullCount = 0;
    std::int64_t tagCount = 0;
};

/// A platform of an index.
struct ChildRow {
    std::string digest;
    std::string mediaType;
    std::int64_t manifestBytes = 0;
    Platform platform;
    std::int64_t totalBytes = 0; ///< 0 if the child is not here.
    TimeMs pulledAt = 0;
};

/// What a manifest GET needs.
struct ManifestContent {
    std::string digest;
    std::string mediaType;
    std::string bytes;
};

/// A manifest on its way in, checked as far as that goes without the database.
struct ManifestPush {
    RepositoryName repository;
    Manifest manifest;
    Digest digest; ///< As pushed: sha256 unless the request named a sha512 digest.
    std::string bytes;
    std::vector<std::string> tags;
    ImageConfig config; ///< Empty unless its config blob could be read as one.
    bool createRegistry = false; ///< A registry that is not there is made; else NameUnknown.
    Author by = {};
};

namespace artifacts {

/// Newest first; platforms of an index are left out unless they have tags. Annotations of more than 64 KiB are left out.
std::vector<ArtifactRow> list(Sql &sql, std::int64_t repositoryId, Page page);

/// By digest or tag.
std::optional<ArtifactRow> find(Sql &sql, std::int64_t repositoryId, const std::string &reference);

/// In their order, at most `limit`.
std::vector<ChildRow> children(Sql &sql, const ArtifactRow &index, std::int64_t limit = 100'000);

/// Artifacts whose subject is this digest, by digest, those after `last`; of one artifact type unless `type` is empty. `visit` says whether
/// to go on.
void referrers(Sql &sql, const RepositoryName &name, const std::string &subject, const std::string &last, const std::string &type,
    const std::function<bool(const ArtifactRow &)> &visit);

/// The digest that a tag names; empty if there is none.
std::string digestOfTag(Sql &sql, const RepositoryName &name, const std::string &tag);

std::optional<ManifestContent> content(Sql &sql, const RepositoryName &name, const std::string &digest);

/// Every blob digest that the manifest needs in its repository, foreign layers left out.
std::vector<Digest> neededBlobs(const Manifest &manifest);

/// Stores manifest and tags; the caller has synced its blobs. Pushing the same again refreshes its push time.
///
/// The image is made if it is not there, as an upload would. NameUnknown if its registry is absent; ManifestBlobUnknown naming everything that is missing in
/// this repository, unless its registry accepts that; ManifestInvalid if a size differs from the stored blob's.
Result<void> put(Sql &sql, const ManifestPush &push);

/// Adds to pull counts and sets pull times.
void recordPulls(
    Sql &sql, const RepositoryName &name, const std::string &digest, const std::string &tag, std::int64_t count, TimeMs when, const std::string &actor = {});

} // namespace artifacts

} // namespace berth
