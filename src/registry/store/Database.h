// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "core/Result.h"
#include "registry/store/Sql.h"

namespace berth {

/// What opening the database found.
struct DatabaseState {
    bool wasCreated = false;
    bool endedCleanly = true; ///< The last program that had it open closed it in order.
    std::optional<Error> notice; ///< Something a person should know: what was overcome, such as by opening a copy.
};

/// The database file of one data folder: creating, checking, migrating, copying it.
///
///     <folder>/berth.sqlite                      the database
///     <folder>/backups/<date>.sqlite             verified copies, one a day, the last seven
///     <folder>/backups/<date>-format-N.sqlite    the copy made before leaving format N
class Database {
public:
    /// The schema version that this program writes. A database of a newer program is refused, unharmed.
    static constexpr int schemaVersion = 8;

    /// Opens, creates or migrates it: after a verified copy, the new format in one transaction, and then, where much is to be counted, part by
    /// part; a start that was ended in between goes on with the next. A damaged database is set aside (renamed, never deleted) and the newest good copy opened.
    ///
    /// Unsupported if it was written by a newer program; Damaged if it is damaged and there is no copy.
    static Result<DatabaseState> prepare(const std::filesystem::path &folder);

    /// The same where the database may be a server's: it is made or checked for its format there, and its copies and its repair are
    /// the server's own business.
    static Result<DatabaseState> prepare(const std::filesystem::path &folder, const DatabaseLocation &location);

    static std::filesystem::path file(const std::filesystem::path &folder);

    /// Copies the database into backups/, checks the copy, keeps the newest seven. False, and nothing done, if today's exists, or for a server's.
    static Result<bool> copyDaily(const std::filesystem::path &folder, Sql &sql);

    /// Marks that everything is written: the next prepare() finds a clean end.
    static void markClosed(Sql &sql);
};

} // namespace berth
