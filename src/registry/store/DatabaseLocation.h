// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

namespace berth {

/// Where a database is: a file of SQLite, or a database of a PostgreSQL server (15 or newer), whose statements are the same.
struct DatabaseLocation {
    std::filesystem::path file;
    /// "postgresql://user@host:port/name", as libpq reads it; with "?host=/folder" over the socket there. Empty: the file.
    std::string server;

    DatabaseLocation(std::filesystem::path path) // NOLINT: a file is the usual case
        : file(std::move(path))
    {
    }
    static DatabaseLocation onServer(std::string url)
    {
        DatabaseLocation location{std::filesystem::path()};
        location.server = std::move(url);
        return location;
    }
    bool isServer() const { return !server.empty(); }
};

} // namespace berth
