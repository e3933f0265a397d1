// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "core/Result.h"

class QFile;

namespace berth {

/// Opens a file for reading, unbuffered, and never follows a link or waits for a pipe. BadRequest if it is no plain file, else Io;
/// the end of a sentence: "… is no plain file".
Result<void> openPlainFile(QFile &file, const std::filesystem::path &path);

} // namespace berth
