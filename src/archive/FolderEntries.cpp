// SPDX-License-Identifier: Apache-2.0
#include "archive/FolderEntries.h"

#include <algorithm>
#include <vector>

#include <QFile>

#include "archive/PlainFile.h"

namespace berth {

namespace {

constexpr const char *unreadable = QT_TRANSLATE_NOOP("Error", "The folder cannot be read: %1");

class FolderEntries final : public EntryStream {
public:
    Result<void> list(const std::filesystem::path &folder)
    {
        std::error_code ec;
        if (!std::filesystem::exists(folder / "index.json", ec))
            return fail(ErrorCode::BadRequest, QT_TRANSLATE_NOOP("Error", "The folder is no OCI layout: it has no index.json"));
        for (auto it = std::filesystem::recursive_directory_iterator(folder, ec); it != std::filesystem::recursive_directory_iterator(); it.increment(ec)) {
            if (ec)
                return fail(ErrorCode::Io, unreadable, {ec.message()});
            const auto relative = it->path().lexically_relative(folder).generic_string();
            if (it->is_symlink(ec))
                return fail(ErrorCode::BadRequest, QT_TRANSLATE_NOOP("Error", "The folder holds the link \"%1\"; OCI layouts hold plain files only"),
                    {shownName(relative)});
            if (it->is_directory(ec))
                continue;
            if (!it->is_regular_file(ec))
                return fail(ErrorCode::BadRequest, QT_TRANSLATE_NOOP("Error", "The folder holds \"%1\", which is no plain file"), {shownName(relative)});
            if (std::int64_t(m_files.size()) >= archivelimits::entries)
                return fail(ErrorCode::BadRequest, QT_TRANSLATE_NOOP("Error", "The folder has more than 100,000 files"));
            m_files.emplace_back(it->path(), relative);
        }
        if (ec)
            return fail(ErrorCode::Io, unreadable, {ec.message()});
        std::ranges::sort(m_files);
        return {};
    }

    Result<std::optional<ArchiveEntry>> next() override
    {
        if (m_next >= m_files.size())
            return std::nullopt;
        const auto &[path, relative] = m_files[m_next++];
        auto name = canonicalEntryName(relative);
        if (!name)
            return tl::unexpected(name.error());
        m_current = *name;
        if (auto opened = openPlainFile(m_file, path, shownName(m_current)); !opened)
            return tl::unexpected(opened.error());
        return ArchiveEntry{*name, ArchiveEntry::Kind::File, {}, false, m_file.size()};
    }

    Result<std::size_t> read(std::span<std::byte> into) override
    {
        const auto count = m_file.read(reinterpret_cast<char *>(into.data()), qint64(into.size()));
        if (count < 0)
            return fail(
                ErrorCode::Io, QT_TRANSLATE_NOOP("Error", "The file \"%1\" cannot be read: %2"), {shownName(m_current), m_file.errorString().toStdString()});
        m_consumed += count;
        return std::size_t(count);
    }

    std::int64_t consumedBytes() const override { return m_consumed; }
    std::string compression() const override { return {}; }

private:
    std::vector<std::pair<std::filesystem::path, std::string>> m_files;
    std::size_t m_next = 0;
    QFile m_file;
    std::string m_current;
    std::int64_t m_consumed = 0;
};

} // namespace

Result<std::unique_ptr<EntryStream>> openFolderEntries(const std::filesystem::path &folder)
{
    auto entries = std::make_unique<FolderEntries>();
    if (auto listed = entries->list(folder); !listed)
        return tl::unexpected(listed.error());
    return entries;
}

} // namespace berth
