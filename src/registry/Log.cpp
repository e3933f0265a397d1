// SPDX-License-Identifier: Apache-2.0
#include "registry/Log.h"

#include <atomic>
#include <cstdio>
#include <mutex>
#include <string>

#include "core/Time.h"

namespace berth {

namespace {
std::atomic<LogLevel> lowest = LogLevel::Info;
std::mutex sinkMutex;
std::function<void(std::string_view)> alsoTo; ///< Guarded by sinkMutex.
} // namespace

void setLogSink(std::function<void(std::string_view)> sink)
{
    const std::lock_guard guard(sinkMutex);
    alsoTo = std::move(sink);
}

void setLogLevel(LogLevel level) { lowest = level; }

void logLine(LogLevel level, std::string_view text)
{
    if (level < lowest)
        return;
    static constexpr const char *names[] = {"debug", "info", "warning", "error"};
    std::string line = toRfc3339(nowMs()) + " " + names[int(level)] + " ";
    for (const char c : text) // what a client sent may hold line breaks or terminal commands
        line += static_cast<unsigned char>(c) < 0x20 || c == 0x7f ? '?' : c;
    line += '\n';
    std::fwrite(line.data(), 1, line.size(), stderr);
    const std::lock_guard guard(sinkMutex);
    if (alsoTo)
        alsoTo(line);
}

} // namespace berth
