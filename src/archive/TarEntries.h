// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "archive/EntryStream.h"

namespace berth {

/// A tar file (version 7, ustar, GNU, PAX), plain or with one level of gzip (several members), zstd (several frames) or xz (several streams).
Result<std::unique_ptr<EntryStream>> openTarEntries(const std::filesystem::path &file);

} // namespace berth
