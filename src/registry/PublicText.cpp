// SPDX-License-Identifier: Apache-2.0
#include "registry/PublicText.h"

#include <filesystem>

#include "registry/Log.h"

namespace berth {

namespace {

/// Said of a file of the server's: its path is the first value.
bool namesAFile(const Error &error) { return !error.values.empty() && std::filesystem::path(error.values.front()).is_absolute(); }

} // namespace

std::string publicText(const Error &error, int status)
{
    if (error.code == ErrorCode::NoSpace && namesAFile(error)) {
        logLine(LogLevel::Error, error.message);
        return "The disk of this registry is full. Pulls go on; delete images or make room to push again";
    }
    if (error.code == ErrorCode::NotFound && namesAFile(error)) {
        logLine(LogLevel::Error, error.message);
        return "A file that belongs to this is not where the server keeps it; its log says more";
    }
    if (status < 500)
        return error.message;
    logLine(LogLevel::Error, error.message);
    return "The server met an error of its own; its log says more";
}

} // namespace berth
