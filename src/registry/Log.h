// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string_view>

namespace berth {

enum class LogLevel { Debug, Info, Warning, Error };

/// Lines below this level are dropped. Thread-safe.
void setLogLevel(LogLevel level);

/// Each line goes there as well, whole and with its line break; null: nowhere. From any thread.
void setLogSink(std::function<void(std::string_view line)> sink);

/// Writes one line to standard error, with time and level. Thread-safe. Never hand it a secret, a header or a query.
void logLine(LogLevel level, std::string_view text);

} // namespace berth
