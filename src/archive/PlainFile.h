// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

#include "core/Result.h"

class QFile;

namespace berth {

/// Opens a file of a folder for reading, unbuffered, and never follows a link or waits for a pipe. BadRequest if it is no plain file,
/// else Io; both call it by that name.
Result<void> openPlainFile(QFile &file, const std::filesystem::path &path, const std::string &name);

} // namespace berth
