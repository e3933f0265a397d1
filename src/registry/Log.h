// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace berth {

enum class LogLevel { Debug, Info, Warning, Error };

/// Lines below this level are dropped. Thread-safe.
void setLogLevel(LogLevel level);

/// Writes one line to standard error, with time and level. Thread-safe. Never hand it a secret, a header or a query.
void logLine(LogLevel level, std::string_view text);

} // namespace berth
