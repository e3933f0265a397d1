// SPDX-License-Identifier: Apache-2.0
#include "registry/Log.h"

#include <atomic>
#include <cstdio>
#include <string>

#include "core/Time.h"

namespace berth {

namespace {
std::atomic<LogLevel> lowest = LogLevel::Info;
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
}

} // namespace berth
