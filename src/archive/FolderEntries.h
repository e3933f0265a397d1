// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "archive/EntryStream.h"

namespace berth {

/// The files of an OCI layout folder. Links and special files are refused: content is opened as what it is, never followed.
Result<std::unique_ptr<EntryStream>> openFolderEntries(const std::filesystem::path &folder);

} // namespace berth
