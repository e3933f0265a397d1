// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>

#include "core/Names.h"
#include "registry/store/Artifacts.h"

namespace berth {

/// Answers of the database that the next request will want again: tag → digest, digest → manifest, blob → size.
///
/// Thread-safe, bounded in bytes. Only what exists is kept, never "absent". A change of a repository empties its part before the
/// change is acknowledged; an answer read from the database before that cannot slip in afterwards, because remembering takes the
/// generation that was current when the reading began.
class ReadCache {
public:
    explicit ReadCache(std::size_t maxBytes = 64 << 20);

    /// To be taken before the database is read, and handed back with what was read.
    std::uint64_t generation() const;

    std::optional<std::string> digestOfTag(const RepositoryName &name, const std::string &tag);
    std::shared_ptr<const ManifestContent> manifest(const RepositoryName &name, const std::string &digest);
    std::optional<std::int64_t> blobSize(const RepositoryName &name, const std::string &digest);

    void rememberTag(std::uint64_t generation, const RepositoryName &name, const std::string &tag, std::string digest);
    void rememberManifest(std::uint64_t generation, const RepositoryName &name, std::shared_ptr<const ManifestContent> content);
    void rememberBlob(std::uint64_t generation, const RepositoryName &name, const std::string &digest, std::int64_t sizeBytes);

    /// Forgets everything about the repository.
    void forget(const RepositoryName &name);
    void forgetAll();

private:
    struct Part {
        std::unordered_map<std::string, std::string> tags;
        std::unordered_map<std::string, std::shared_ptr<const ManifestContent>> manifests;
        std::unordered_map<std::string, std::int64_t> blobs;
        std::size_t bytes = 0;
        std::list<std::string>::iterator age;
    };

    Part *find(const std::string &name);
    Part *forRemembering(std::uint64_t generation, const std::string &name, std::size_t bytes);
    void erase(const std::string &name);

    const std::size_t m_maxBytes;
    mutable std::mutex m_mutex;
    std::unordered_map<std::string, Part> m_parts;
    std::list<std::string> m_ages; ///< Least recently used first.
    std::size_t m_bytes = 0;
    std::uint64_t m_generation = 0;
};

} // namespace berth
