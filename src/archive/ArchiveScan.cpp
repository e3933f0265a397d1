// SPDX-License-Identifier: Apache-2.0
#include "archive/ArchiveScan.h"

#include <QtGlobal>

#include "archive/EntryStream.h"
#include "core/Hasher.h"

namespace berth {

namespace {

constexpr const char *twiceAsLink = QT_TRANSLATE_NOOP("Error", "The archive holds the name \"%1\" twice, once as a link");

bool mayBeJson(std::string_view first)
{
    const auto start = first.find_first_not_of(" \t\r\n");
    return start != std::string_view::npos && (first[start] == '{' || first[start] == '[');
}

bool isIndexFile(std::string_view name) { return name == "manifest.json" || name == "index.json" || name == "oci-layout" || name == "repositories"; }

/// JSON is never tolerated twice, as readers differ in which one they take.
bool isJsonFile(std::string_view name) { return isIndexFile(name) || name.ends_with(".json") || name.ends_with("/json"); }

/// Hashes the current entry, and keeps it when it is small and begins like JSON.
Result<ScannedFile> scanFile(EntryStream &entries, const ArchiveEntry &entry, const ScanProgress &progress)
{
    ScannedFile file{0, Hasher::of(""), Packing::None, {}, {}};
    Hasher hasher;
    std::optional<Hasher> sha512;
    if (entry.name.starts_with("blobs/sha512/"))
        sha512.emplace(DigestAlgorithm::Sha512);
    std::vector<std::byte> buffer(256 << 10);
    bool keep = entry.sizeBytes <= archivelimits::jsonBytes;
    if (!keep && isIndexFile(entry.name))
        return fail(ErrorCode::BadRequest, QT_TRANSLATE_NOOP("Error", "The archive's %1 is larger than 8 MiB"), {entry.name});
    while (true) {
        const auto count = entries.read(buffer);
        if (!count)
            return tl::unexpected(count.error());
        if (!progress(entries.consumedBytes()))
            return fail(ErrorCode::Cancelled, "Cancelled");
        if (*count == 0)
            break;
        const std::string_view chunk(reinterpret_cast<const char *>(buffer.data()), *count);
        if (file.sizeBytes == 0) {
            file.packing = packingOf(chunk);
            keep = keep && mayBeJson(chunk);
        }
        hasher.add(chunk);
        if (sha512)
            sha512->add(chunk);
        if (keep)
            file.text.append(chunk);
        file.sizeBytes += std::int64_t(*count);
    }
    file.digest = hasher.finish();
    if (sha512)
        file.sha512 = sha512->finish();
    return file;
}

/// Target of a symbolic link, seen from the link's own folder; a hard link's is seen from the root.
Result<std::string> linkTarget(const ArchiveEntry &entry)
{
    const auto outside = fail(ErrorCode::BadRequest, QT_TRANSLATE_NOOP("Error", "The link \"%1\" leads out of the archive"), {shownName(entry.name)});
    if (entry.linkTarget.empty() || entry.linkTarget.starts_with('/'))
        return outside;
    std::vector<std::string> parts;
    const auto walk = [&](std::string_view path) {
        while (!path.empty()) {
            const auto slash = path.find('/');
            const auto part = path.substr(0, slash);
            if (part == "..") {
                if (parts.empty())
                    return false;
                parts.pop_back();
            } else if (!part.empty() && part != ".") {
                parts.emplace_back(part);
            }
            if (slash == std::string_view::npos)
                break;
            path.remove_prefix(slash + 1);
        }
        return true;
    };
    if (!entry.isHardLink) {
        const auto slash = entry.name.rfind('/');
        if (slash != std::string::npos)
            walk(std::string_view(entry.name).substr(0, slash));
    }
    if (!walk(entry.linkTarget))
        return outside;
    std::string target;
    for (const auto &part : parts)
        target += (target.empty() ? "" : "/") + part;
    auto canonical = canonicalEntryName(target);
    if (!canonical)
        return fail(ErrorCode::BadRequest, QT_TRANSLATE_NOOP("Error", "The link \"%1\" names \"%2\", which is no name for a file in the archive"),
            {shownName(entry.name), shownName(entry.linkTarget)});
    return canonical;
}

/// Follows each link to a file; links may come before what they name.
Result<void> resolveLinks(ArchiveScan &scan, const std::map<std::string, std::string> &raw)
{
    constexpr int maxHops = 8;
    for (const auto &[name, target] : raw) {
        std::string at = target;
        int hops = 1;
        while (!scan.files.contains(at)) {
            const auto next = raw.find(at);
            if (next == raw.end())
                return fail(ErrorCode::BadRequest, QT_TRANSLATE_NOOP("Error", "The link \"%1\" names \"%2\", which is no file in the archive"),
                    {shownName(name), shownName(at)});
            if (++hops > maxHops)
                return fail(
                    ErrorCode::BadRequest, QT_TRANSLATE_NOOP("Error", "The link \"%1\" leads in a circle, or over more than 8 other links"), {shownName(name)});
            at = next->second;
        }
        scan.links[name] = at;
    }
    return {};
}

} // namespace

const ScannedFile *ArchiveScan::file(std::string_view name) const
{
    const auto it = files.find(resolved(name));
    return it == files.end() ? nullptr : &it->second;
}

std::string ArchiveScan::resolved(std::string_view name) const
{
    const auto link = links.find(name);
    return link == links.end() ? std::string(name) : link->second;
}

Packing packingOf(std::string_view first)
{
    using namespace std::string_view_literals;
    if (first.starts_with("\x1f\x8b"sv))
        return Packing::Gzip;
    if (first.starts_with("\x28\xb5\x2f\xfd"sv) || (first.size() >= 4 && (first[0] & 0xf0) == 0x50 && first.substr(1, 3) == "\x2a\x4d\x18"sv))
        return Packing::Zstd;
    if (first.starts_with("\xfd\x37\x7a\x58\x5a\x00"sv))
        return Packing::Xz;
    return first.starts_with("BZh"sv) ? Packing::Bzip2 : Packing::None;
}

std::pair<std::int64_t, std::int64_t> archiveStamp(const std::filesystem::path &path)
{
    std::error_code ec;
    const auto time = std::filesystem::last_write_time(path, ec).time_since_epoch().count();
    const auto size = std::filesystem::is_directory(path, ec) ? 0 : std::filesystem::file_size(path, ec);
    return {ec ? -1 : std::int64_t(size), std::int64_t(time)};
}

Result<ArchiveScan> scanArchive(const std::filesystem::path &path, const ScanProgress &progress)
{
    ArchiveScan scan;
    std::error_code ec;
    scan.isFolder = std::filesystem::is_directory(path, ec);
    std::tie(scan.fileBytes, scan.modifiedAt) = archiveStamp(path);
    auto entries = openEntries(path);
    if (!entries)
        return tl::unexpected(entries.error());
    std::map<std::string, std::string> rawLinks;
    std::size_t keptBytes = 0;
    while (true) {
        const auto entry = (*entries)->next();
        if (!entry)
            return tl::unexpected(entry.error());
        if (!*entry)
            break;
        const auto &item = **entry;
        if (item.kind == ArchiveEntry::Kind::Folder)
            continue;
        if (item.kind == ArchiveEntry::Kind::Link) {
            auto target = linkTarget(item);
            if (!target)
                return tl::unexpected(target.error());
            if (scan.files.contains(item.name) || !rawLinks.emplace(item.name, *target).second)
                return fail(ErrorCode::BadRequest, twiceAsLink, {shownName(item.name)});
            continue;
        }
        auto file = scanFile(**entries, item, progress);
        if (!file)
            return tl::unexpected(file.error());
        if (rawLinks.contains(item.name))
            return fail(ErrorCode::BadRequest, twiceAsLink, {shownName(item.name)});
        if (const auto present = scan.files.find(item.name); present != scan.files.end()) {
            if (isJsonFile(item.name))
                return fail(ErrorCode::BadRequest, QT_TRANSLATE_NOOP("Error", "The archive holds the file \"%1\" twice"), {shownName(item.name)});
            if (present->second.digest != file->digest)
                return fail(ErrorCode::BadRequest, QT_TRANSLATE_NOOP("Error", "The archive holds the name \"%1\" twice, with different content"),
                    {shownName(item.name)});
        }
        keptBytes += file->text.size();
        if (keptBytes > archivelimits::allJsonBytes)
            return fail(ErrorCode::BadRequest, QT_TRANSLATE_NOOP("Error", "The archive holds more than 256 MiB of JSON"));
        scan.files.insert_or_assign(item.name, std::move(*file));
    }
    scan.compression = (*entries)->compression();
    scan.hasTrailingData = (*entries)->hasTrailingData();
    if (auto resolvedAll = resolveLinks(scan, rawLinks); !resolvedAll)
        return tl::unexpected(resolvedAll.error());
    if (archiveStamp(path) != std::pair(scan.fileBytes, scan.modifiedAt))
        return fail(ErrorCode::Conflict, QT_TRANSLATE_NOOP("Error", "The file changed while it was read; wait until it is written, then import it again"));
    return scan;
}

} // namespace berth
