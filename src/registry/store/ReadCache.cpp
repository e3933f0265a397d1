// SPDX-License-Identifier: Apache-2.0
#include "registry/store/ReadCache.h"

namespace berth {

namespace {
constexpr std::size_t entryBytes = 200; ///< About what a map entry and its strings cost.
}

ReadCache::ReadCache(std::size_t maxBytes)
    : m_maxBytes(maxBytes)
{
}

std::uint64_t ReadCache::generation() const
{
    const std::lock_guard guard(m_mutex);
    return m_generation;
}

ReadCache::Part *ReadCache::find(const std::string &name)
{
    const auto it = m_parts.find(name);
    if (it == m_parts.end())
        return nullptr;
    m_ages.splice(m_ages.end(), m_ages, it->second.age);
    return &it->second;
}

ReadCache::Part *ReadCache::forRemembering(std::uint64_t generation, const std::string &name, std::size_t bytes)
{
    if (generation != m_generation || bytes > m_maxBytes / 4)
        return nullptr;
    Part *part = find(name);
    if (part && part->bytes + bytes > m_maxBytes / 2) {
        erase(name);
        part = nullptr;
    }
    while (m_bytes + bytes > m_maxBytes && !m_ages.empty() && m_ages.front() != name)
        erase(m_ages.front());
    if (!part) {
        part = &m_parts[name];
        part->age = m_ages.insert(m_ages.end(), name);
    }
    part->bytes += bytes;
    m_bytes += bytes;
    return part;
}

void ReadCache::erase(const std::string &name)
{
    const auto it = m_parts.find(name);
    if (it == m_parts.end())
        return;
    m_bytes -= it->second.bytes;
    m_ages.erase(it->second.age);
    m_parts.erase(it);
}

std::optional<std::string> ReadCache::digestOfTag(const RepositoryName &name, const std::string &tag)
{
    const std::lock_guard guard(m_mutex);
    const Part *part = find(name.toString());
    if (!part)
        return std::nullopt;
    const auto it = part->tags.find(tag);
    return it == part->tags.end() ? std::nullopt : std::optional(it->second);
}

std::shared_ptr<const ManifestContent> ReadCache::manifest(const RepositoryName &name, const std::string &digest)
{
    const std::lock_guard guard(m_mutex);
    const Part *part = find(name.toString());
    if (!part)
        return nullptr;
    const auto it = part->manifests.find(digest);
    return it == part->manifests.end() ? nullptr : it->second;
}

std::optional<std::int64_t> ReadCache::blobSize(const RepositoryName &name, const std::string &digest)
{
    const std::lock_guard guard(m_mutex);
    const Part *part = find(name.toString());
    if (!part)
        return std::nullopt;
    const auto it = part->blobs.find(digest);
    return it == part->blobs.end() ? std::nullopt : std::optional(it->second);
}

void ReadCache::rememberTag(std::uint64_t generation, const RepositoryName &name, const std::string &tag, std::string digest)
{
    const std::lock_guard guard(m_mutex);
    if (Part *part = forRemembering(generation, name.toString(), entryBytes))
        part->tags.emplace(tag, std::move(digest));
}

void ReadCache::rememberManifest(std::uint64_t generation, const RepositoryName &name, std::shared_ptr<const ManifestContent> content)
{
    const std::lock_guard guard(m_mutex);
    if (Part *part = forRemembering(generation, name.toString(), entryBytes + content->bytes.size())) {
        auto digest = content->digest;
        part->manifests.emplace(std::move(digest), std::move(content));
    }
}

void ReadCache::rememberBlob(std::uint64_t generation, const RepositoryName &name, const std::string &digest, std::int64_t sizeBytes)
{
    const std::lock_guard guard(m_mutex);
    if (Part *part = forRemembering(generation, name.toString(), entryBytes))
        part->blobs.emplace(digest, sizeBytes);
}

void ReadCache::forget(const RepositoryName &name)
{
    const std::lock_guard guard(m_mutex);
    ++m_generation;
    erase(name.toString());
}

void ReadCache::forgetAll()
{
    const std::lock_guard guard(m_mutex);
    ++m_generation;
    m_parts.clear();
    m_ages.clear();
    m_bytes = 0;
}

} // namespace berth
