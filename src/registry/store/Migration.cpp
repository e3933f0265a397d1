// SPDX-License-Identifier: Apache-2.0
#include "registry/store/Migration.h"

#include <QFile>

#include "core/Json.h"
#include "core/Time.h"
#include "registry/Log.h"
#include "registry/store/Database.h"
#include "registry/store/JobRuns.h"
#include "registry/store/Numbers.h"
#include "registry/store/TrashFormat3.h"

/// A static library's resources are linked only if someone asks for them; the macro wants no namespace around it.
static void loadSchemaResource() { Q_INIT_RESOURCE(schema); }

namespace berth::migration {

namespace {

constexpr int firstCounted = 4;       ///< The first format whose rows keep numbers about others.
constexpr int firstWithRuns = 5;      ///< The first that keeps runs of jobs.
constexpr int firstServerVersion = 2; ///< The oldest format that a PostgreSQL server ever had.

/// The statements that lead from the format before to this one.
std::string stepTo(int version, const Sql &sql)
{
    loadSchemaResource();
    QFile file((sql.isServer() ? QStringLiteral(":/berth/schema/postgresql-%1.sql") : QStringLiteral(":/berth/schema/sqlite-%1.sql")).arg(version));
    const bool found = file.open(QIODevice::ReadOnly);
    Q_ASSERT_X(found, "stepTo", "the schema is compiled in");
    return found ? file.readAll().toStdString() : std::string();
}

void keepReferences(Sql &sql, bool kept)
{
    if (!sql.isServer())
        sql.script(kept ? "PRAGMA foreign_keys=ON" : "PRAGMA foreign_keys=OFF");
}

/// Till format 4 the reading of all blobs kept its place by itself; it has become a run like those of other jobs.
void takeOverScrub(Sql &sql)
{
    std::string text;
    {
        auto rows = sql.select("SELECT value FROM meta WHERE name = 'scrub'");
        if (!rows.next())
            return;
        text = rows.text(0);
    }
    if (const auto kept = json::parseStrict(text); kept && json::integer(*kept, "started_at") != 0) {
        const auto finished = json::integer(*kept, "finished_at");
        jobruns::add(sql,
            {.job = "scrub",
                .state = finished == 0 ? JobRun::State::Running : JobRun::State::Done,
                .startedAt = json::integer(*kept, "started_at"),
                .finishedAt = finished,
                .facts = {{"position", json::text(*kept, "position")}, {"read_blobs", json::integer(*kept, "blobs")},
                    {"read_bytes", json::integer(*kept, "bytes")}, {"found_damaged", json::integer(*kept, "damaged")}}});
    }
    sql.run("DELETE FROM meta WHERE name = 'scrub'");
}

/// Ends the transaction; undone if anything in it failed.
Result<void> committed(Sql &sql)
{
    sql.script("COMMIT");
    if (!sql.hasFailed())
        return {};
    const auto error = sql.takeError();
    sql.script("ROLLBACK");
    if (sql.hasFailed())
        (void)sql.takeError(); // the failure had ended the transaction already
    return tl::unexpected(error);
}

} // namespace

void createSchema(Sql &sql)
{
    keepReferences(sql, false);
    sql.begin();
    for (int version = sql.isServer() ? firstServerVersion : 1; version <= Database::schemaVersion; ++version)
        sql.script(stepTo(version, sql));
    trashformat3::dropTables(sql);
    const auto now = nowMs();
    sql.run("INSERT INTO registry (name, created_at, updated_at) VALUES ('library', ?, ?)", now, now);
    sql.run("INSERT INTO meta (name, value) VALUES ('schema', ?)", std::to_string(Database::schemaVersion));
    sql.run("INSERT INTO meta (name, value) VALUES ('closed', '0')");
    sql.script("COMMIT");
    keepReferences(sql, true);
}

Result<void> changeFormat(Sql &sql, int from)
{
    keepReferences(sql, false); // tables are made anew under the eyes of those that refer to them
    sql.begin();
    for (int version = from + 1; version <= Database::schemaVersion; ++version)
        sql.script(stepTo(version, sql));
    sql.run("UPDATE meta SET value = ? WHERE name = 'schema'", std::to_string(Database::schemaVersion));
    if (from < firstWithRuns)
        takeOverScrub(sql);
    if (from < firstCounted)
        sql.run("INSERT INTO meta (name, value) VALUES ('recounted', '0')");
    auto changed = committed(sql);
    keepReferences(sql, true);
    return changed;
}

Result<void> finish(Sql &sql)
{
    const int parts = numbers::recountParts();
    auto done = int(sql.integer("SELECT value FROM meta WHERE name = 'recounted'", parts + 1));
    if (done > parts)
        return {};
    for (; done < parts; ++done) {
        logLine(LogLevel::Info,
            "Bringing the database to format " + std::to_string(Database::schemaVersion) + ": part " + std::to_string(done + 1) + " of "
                + std::to_string(parts + 1));
        sql.begin();
        numbers::recount(sql, done);
        sql.run("UPDATE meta SET value = ? WHERE name = 'recounted'", std::to_string(done + 1));
        if (auto kept = committed(sql); !kept)
            return kept;
    }
    logLine(LogLevel::Info, "Bringing the database to format " + std::to_string(Database::schemaVersion) + ": the trash");
    for (bool more = true; more;) {
        sql.begin();
        more = trashformat3::convertNext(sql);
        if (!more) {
            trashformat3::dropTables(sql);
            sql.run("DELETE FROM meta WHERE name = 'recounted'");
        }
        if (auto kept = committed(sql); !kept)
            return kept;
    }
    return {};
}

} // namespace berth::migration
