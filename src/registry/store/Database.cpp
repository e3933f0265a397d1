// SPDX-License-Identifier: Apache-2.0
#include "registry/store/Database.h"

#include <algorithm>
#include <vector>

#include <QDate>

#include "core/Time.h"
#include "registry/store/Migration.h"
#include "registry/store/SystemFile.h"

namespace berth {

namespace {

constexpr std::size_t keptCopies = 7;
constexpr std::uintmax_t quicklyChecked = 16 << 20; ///< Up to this size a database is looked through at every start.

Result<std::string> quickCheck(Sql &sql)
{
    std::string text;
    {
        auto rows = sql.select("PRAGMA quick_check(1)");
        if (rows.next())
            text = rows.text(0);
    }
    if (sql.hasFailed())
        return tl::unexpected(sql.takeError());
    return text;
}

/// A large one that was closed in order is not read whole before it serves: making its daily copy does that.
bool needsCheck(const std::filesystem::path &path, Sql &sql)
{
    std::error_code ec;
    if (std::filesystem::file_size(path, ec) <= quicklyChecked || ec)
        return true;
    const bool closed = sql.integer("SELECT value FROM meta WHERE name = 'closed'", 0) == 1;
    if (!sql.hasFailed())
        return !closed;
    (void)sql.takeError(); // the check says what is wrong
    return true;
}

enum class Look { Closely, AtTheStart };

/// Opens a database file and looks at it closely. Absent files are created by opening them.
Result<std::unique_ptr<Sql>> openChecked(const std::filesystem::path &path, Look look = Look::Closely)
{
    // A full disk or a file that cannot be read now says nothing about its content.
    const auto judged = [&](const Error &error) {
        return error.code == ErrorCode::Damaged ? fail(ErrorCode::Damaged, QT_TRANSLATE_NOOP("Error", "The database %1 is damaged"), {path.string()})
                                                : tl::unexpected(error);
    };
    auto sql = Sql::open(path, Sql::Sync::Full);
    if (!sql)
        return judged(sql.error());
    if (look == Look::AtTheStart && !needsCheck(path, **sql))
        return sql;
    const auto verdict = quickCheck(**sql);
    if (!verdict)
        return judged(verdict.error());
    if (*verdict != "ok")
        return fail(ErrorCode::Damaged, QT_TRANSLATE_NOOP("Error", "The database %1 is damaged: %2"), {path.string(), verdict->substr(0, verdict->find('\n'))});
    return sql;
}

/// A database that is whole and not ours: made by another program, or not a registry's at all. It is left as it is, to the byte.
Result<void> refuseForeign(const std::filesystem::path &path)
{
    std::error_code ec;
    if (!std::filesystem::exists(path, ec) || std::filesystem::file_size(path, ec) == 0)
        return {};
    auto sql = Sql::openToLook(path);
    if (!sql)
        return {}; // what is wrong with it is found and told when it is opened
    const auto tables = (*sql)->integer("SELECT count(*) FROM sqlite_master", -1);
    const auto ours = (*sql)->integer("SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name IN ('meta', 'registry', 'manifest')", -1);
    if ((*sql)->hasFailed() || tables <= 0 || ours == 3)
        return {};
    return fail(ErrorCode::Unsupported, QT_TRANSLATE_NOOP("Error", "The file %1 is a database of something else. Nothing was changed; choose another folder"),
        {path.string()});
}

std::vector<std::filesystem::path> copiesNewestFirst(const std::filesystem::path &folder)
{
    std::vector<std::filesystem::path> copies;
    std::error_code ec;
    for (const auto &entry : std::filesystem::directory_iterator(folder / "backups", ec)) {
        if (entry.path().extension() == ".sqlite")
            copies.push_back(entry.path());
    }
    std::ranges::sort(copies, std::greater());
    return copies;
}

/// Blobs without a database are what is left of a registry, not a new folder.
bool holdsBlobs(const std::filesystem::path &folder)
{
    std::error_code ec;
    for (auto it = std::filesystem::recursive_directory_iterator(folder / "blobs", ec); !ec && it != std::filesystem::recursive_directory_iterator();
         it.increment(ec)) {
        if (it->is_regular_file(ec))
            return true;
    }
    return false;
}

/// Writes a checked copy of the open database into backups/, under that name. Nothing happens if it exists.
Result<void> copyTo(const std::filesystem::path &folder, const std::string &name, Sql &sql)
{
    const auto backups = folder / "backups";
    if (auto made = makePrivateFolder(backups); !made)
        return made;
    const auto target = backups / (name + ".sqlite");
    std::error_code ec;
    if (std::filesystem::exists(target, ec))
        return {};
    const auto temporary = backups / (name + ".partial");
    if (auto removed = removeFile(temporary); !removed)
        return removed;
    sql.run("VACUUM INTO ?", temporary.string());
    if (sql.hasFailed())
        return tl::unexpected(sql.takeError());
    if (auto copy = openChecked(temporary); !copy)
        return tl::unexpected(copy.error());
    if (auto written = SystemFile::openForReading(temporary); !written || !written->sync())
        return fail(ErrorCode::Io, QT_TRANSLATE_NOOP("Error", "Could not write the copy %1 of the database"), {temporary.string()});
    if (auto renamed = renameFile(temporary, target); !renamed)
        return renamed;
    return syncFolder(backups);
}

/// Brings an older format up to this program's, in one transaction, after a copy was made (not on a server).
/// Sets a damaged database aside and puts the newest copy that passes its check in its place. The notice about it.
Result<Error> fallBackToCopy(const std::filesystem::path &folder, const Error &reason)
{
    const auto file = Database::file(folder);
    const auto aside = file.string() + ".damaged-" + std::to_string(nowMs());
    for (const auto &copy : copiesNewestFirst(folder)) {
        if (auto sql = openChecked(copy); !sql) {
            if (sql.error().code == ErrorCode::Damaged)
                continue;
            return tl::unexpected(sql.error());
        }
        std::error_code ec;
        for (const char *suffix : {"-wal", "-shm"}) {
            if (std::filesystem::exists(file.string() + suffix, ec))
                std::filesystem::rename(file.string() + suffix, aside + suffix, ec);
        }
        if (std::filesystem::exists(file, ec)) {
            if (auto moved = renameFile(file, aside); !moved)
                return tl::unexpected(moved.error());
        }
        std::filesystem::copy_file(copy, file, ec);
        if (ec)
            return fail(ErrorCode::Io, QT_TRANSLATE_NOOP("Error", "Could not copy %1: %2"), {copy.string(), ec.message()});
        auto written = SystemFile::openForReading(file);
        if (written) {
            if (auto synced = written->sync(); !synced)
                return tl::unexpected(synced.error());
        }
        if (auto synced = syncFolder(folder); !synced)
            return tl::unexpected(synced.error());
        return fail(ErrorCode::Damaged,
            QT_TRANSLATE_NOOP("Error", "%3. It was set aside as %1 and the copy of %2 opened: what was pushed or deleted since then is missing"),
            {aside, copy.stem().string()}, reason)
            .value();
    }
    return fail(ErrorCode::Damaged, QT_TRANSLATE_NOOP("Error", "%2, and there is no copy of it in %1"), {(folder / "backups").string()}, reason);
}

/// Makes the schema in an empty database, or brings one to this program's format, and marks it as open.
Result<DatabaseState> settle(const std::filesystem::path &folder, Sql &sql, DatabaseState state)
{
    if (state.wasCreated) {
        migration::createSchema(sql);
        if (sql.hasFailed())
            return tl::unexpected(sql.takeError());
        if (auto synced = syncFolder(folder); !synced)
            return tl::unexpected(synced.error());
        return state;
    }
    const auto version = sql.integer("SELECT value FROM meta WHERE name = 'schema'", 0);
    if (version > Database::schemaVersion)
        return fail(ErrorCode::Unsupported,
            QT_TRANSLATE_NOOP("Error",
                "The data folder %1 was written by a newer Berth (format %2, this one knows %3). "
                "Nothing was changed; install the newer Berth"),
            {folder.string(), std::to_string(version), std::to_string(Database::schemaVersion)});
    if (version < Database::schemaVersion) {
        const auto today = QDate::currentDate().toString(Qt::ISODate).toStdString();
        if (auto copied = sql.isServer() ? Result<void>() : copyTo(folder, today + "-format-" + std::to_string(version), sql); !copied)
            return tl::unexpected(copied.error());
        if (auto changed = migration::changeFormat(sql, int(version)); !changed)
            return tl::unexpected(changed.error());
    }
    if (auto finished = migration::finish(sql); !finished)
        return tl::unexpected(finished.error());
    state.endedCleanly = sql.integer("SELECT value FROM meta WHERE name = 'closed'", 0) == 1;
    sql.run("UPDATE meta SET value = '0' WHERE name = 'closed'");
    if (sql.hasFailed())
        return tl::unexpected(sql.takeError());
    return state;
}

} // namespace

std::filesystem::path Database::file(const std::filesystem::path &folder) { return folder / "berth.sqlite"; }

Result<DatabaseState> Database::prepare(const std::filesystem::path &folder) { return prepare(folder, file(folder)); }

Result<DatabaseState> Database::prepare(const std::filesystem::path &folder, const DatabaseLocation &location)
{
    DatabaseState state;
    if (location.isServer()) {
        auto sql = Sql::open(location, Sql::Sync::Full);
        if (!sql)
            return tl::unexpected(sql.error());
        state.wasCreated =
            (*sql)->integer("SELECT count(*) FROM information_schema.tables WHERE table_schema = current_schema() AND table_name = 'meta'", 0) == 0;
        return settle(folder, **sql, state);
    }
    const auto path = file(folder);
    if (auto good = refuseForeign(path); !good)
        return tl::unexpected(good.error());
    std::error_code ec;
    const bool lost =
        (!std::filesystem::exists(path, ec) || std::filesystem::file_size(path, ec) == 0) && (!copiesNewestFirst(folder).empty() || holdsBlobs(folder));
    auto sql =
        lost ? fail(ErrorCode::Damaged, QT_TRANSLATE_NOOP("Error", "The database %1 is gone or empty"), {path.string()}) : openChecked(path, Look::AtTheStart);
    if (!sql && sql.error().code != ErrorCode::Damaged)
        return tl::unexpected(sql.error());
    if (!sql) {
        auto notice = fallBackToCopy(folder, sql.error());
        if (!notice)
            return tl::unexpected(notice.error());
        state.notice = *notice;
        sql = openChecked(path);
        if (!sql)
            return tl::unexpected(sql.error());
    }
    Sql &open = **sql;
    state.wasCreated = open.integer("SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'meta'", 0) == 0;
    return settle(folder, open, state);
}

Result<bool> Database::copyDaily(const std::filesystem::path &folder, Sql &sql)
{
    if (sql.isServer())
        return false;
    const auto today = QDate::currentDate().toString(Qt::ISODate).toStdString();
    std::error_code ec;
    if (std::filesystem::exists(folder / "backups" / (today + ".sqlite"), ec))
        return false;
    if (auto copied = copyTo(folder, today, sql); !copied)
        return tl::unexpected(copied.error());
    const auto copies = copiesNewestFirst(folder);
    for (std::size_t i = keptCopies; i < copies.size(); ++i)
        std::filesystem::remove(copies[i], ec);
    if (auto synced = syncFolder(folder / "backups"); !synced)
        return tl::unexpected(synced.error());
    return true;
}

void Database::markClosed(Sql &sql) { sql.run("UPDATE meta SET value = '1' WHERE name = 'closed'"); }

} // namespace berth
