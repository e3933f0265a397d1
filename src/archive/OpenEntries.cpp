// SPDX-License-Identifier: Apache-2.0
#include "archive/FolderEntries.h"
#include "archive/TarEntries.h"

namespace berth {

Result<std::unique_ptr<EntryStream>> openEntries(const std::filesystem::path &path)
{
    std::error_code ec;
    return std::filesystem::is_directory(path, ec) ? openFolderEntries(path) : openTarEntries(path);
}

} // namespace berth
