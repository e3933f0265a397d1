// SPDX-License-Identifier: Apache-2.0
#include <QDate>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include "registry/store/Database.h"
#include "registry/store/JobRuns.h"
#include "registry/store/Migration.h"
#include "registry/store/Numbers.h"
#include "registry/store/Registries.h"
#include "registry/store/TrashRestore.h"

using namespace berth;

/// A database of the first format becomes one of this program's, whole or not at all.
class MigrationTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;

    std::filesystem::path folder() const { return m_folder->path().toStdString(); }
    static std::unique_ptr<Sql> opened(const std::filesystem::path &file) { return std::move(*Sql::open(file, Sql::Sync::Full)); }
    std::unique_ptr<Sql> open() const { return opened(Database::file(folder())); }
    std::filesystem::path copyFile() const { return folder() / "backups" / (QDate::currentDate().toString(Qt::ISODate).toStdString() + "-format-1.sqlite"); }

    /// As the first Berth wrote it: a registry with an image, a tag, a key, and a deletion in the trash.
    void makeFormat1()
    {
        QFile schema(QStringLiteral(BERTH_SOURCE_DIR "/src/registry/store/schema/sqlite-1.sql"));
        QVERIFY(schema.open(QIODevice::ReadOnly));
        const auto sql = open();
        sql->script(schema.readAll().toStdString());
        sql->script("INSERT INTO meta (name, value) VALUES ('schema', '1'), ('closed', '1');"
                    "INSERT INTO registry (id, name, created_at, updated_at) VALUES (1, 'library', 1, 1), (2, 'team', 2, 2);"
                    "INSERT INTO repository (id, registry_id, name, pull_count, created_at, updated_at) VALUES (5, 2, 'app', 9, 3, 3);"
                    "INSERT INTO blob (digest, size, synced, relied_at) VALUES ('sha256:b1', 10, 1, 4);"
                    "INSERT INTO repository_blob (repository_id, digest) VALUES (5, 'sha256:b1');"
                    "INSERT INTO manifest_bytes (digest, bytes) VALUES ('sha256:m1', x'7b7d'), ('sha256:m2', x'7b7d');"
                    "INSERT INTO manifest (id, repository_id, digest, media_type, size, total_size, pushed_at) VALUES (7, 5, 'sha256:m1', 'type', 2, 12, 5);"
                    "INSERT INTO manifest_blob (manifest_id, digest) VALUES (7, 'sha256:b1');"
                    "INSERT INTO tag (repository_id, name, manifest_id, pushed_at) VALUES (5, 'latest', 7, 6);"
                    "INSERT INTO trash_operation (id, kind, registry, image, actor, deleted_at) VALUES (3, 'artifact', 'team', 'app', 'KEY1', 7);"
                    "INSERT INTO trash_manifest (id, operation_id, digest, media_type, total_size, pushed_at, pulled_at, pull_count) "
                    "VALUES (4, 3, 'sha256:m2', 'type', 2, 5, 0, 1);"
                    "INSERT INTO trash_tag (operation_id, name, digest, pushed_at, pulled_at) VALUES (3, 'old', 'sha256:m2', 5, 0);"
                    "INSERT INTO trash_blob (trash_manifest_id, digest) VALUES (4, 'sha256:b1');"
                    "INSERT INTO access_key (id, owner, role, salt, hash, created_at) VALUES ('KEY1', 'administrator', 'administrator', x'00', x'01', 8), "
                    "('KEY2', 'guest', 'viewer', x'00', x'01', 9)");
        QVERIFY2(!sql->hasFailed(), sql->hasFailed() ? sql->takeError().message.c_str() : "");
    }
    static void verifyNumbers(Sql &sql)
    {
        const auto faults = numbers::faults(sql);
        QVERIFY2(faults.empty() && !sql.hasFailed(), faults.empty() ? "" : faults.front().c_str());
    }
    static void verifyFormat1(Sql &sql)
    {
        QCOMPARE(sql.integer("SELECT value FROM meta WHERE name = 'schema'", 0), std::int64_t(1));
        QCOMPARE(sql.integer("SELECT count(*) FROM pragma_table_info('registry') WHERE name = 'quota_bytes'", -1), std::int64_t(0));
        QCOMPARE(sql.integer("SELECT count(*) FROM pragma_table_info('blob') WHERE name = 'damaged_at'", -1), std::int64_t(0));
        QCOMPARE(sql.integer("SELECT count(*) FROM sqlite_master WHERE name = 'manifest_missing'", -1), std::int64_t(0));
        QCOMPARE(sql.integer("SELECT count(*) FROM tag WHERE name = 'latest' AND manifest_id = 7", 0), std::int64_t(1));
        QCOMPARE(sql.integer("SELECT count(*) FROM trash_manifest WHERE operation_id = 3", 0), std::int64_t(1));
        QCOMPARE(sql.integer("SELECT count(*) FROM access_key WHERE owner = 'administrator'", 0), std::int64_t(1));
        QVERIFY(!sql.hasFailed());
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        makeFormat1();
    }

    void everythingIsThereAfterwards()
    {
        const auto state = Database::prepare(folder());
        QVERIFY2(state.has_value(), state ? "" : state.error().message.c_str());
        QVERIFY(!state->wasCreated);
        QVERIFY(state->endedCleanly);
        QVERIFY(!state->notice);
        const auto sql = open();
        QCOMPARE(sql->integer("SELECT value FROM meta WHERE name = 'schema'", 0), std::int64_t(Database::schemaVersion));
        QCOMPARE(sql->integer("SELECT count(*) FROM registry WHERE name = 'team' AND quota_bytes = 0 AND accepts_missing = 0", 0), std::int64_t(1));
        QCOMPARE(sql->integer("SELECT pull_count FROM repository WHERE name = 'app'", 0), std::int64_t(9));
        QCOMPARE(sql->integer("SELECT count(*) FROM tag t JOIN manifest m ON m.id = t.manifest_id WHERE t.name = 'latest' AND m.digest = 'sha256:m1'", 0),
            std::int64_t(1));
        QCOMPARE(sql->integer("SELECT count(*) FROM blob WHERE digest = 'sha256:b1' AND damaged_at = 0", 0), std::int64_t(1));
        QCOMPARE(sql->integer("SELECT count(*) FROM trash_operation WHERE id = 3 AND detail = '{}' AND actor = 'KEY1'", 0), std::int64_t(1));
        const auto deletions = trash::list(*sql, {0, 10});
        QCOMPARE(deletions.size(), std::size_t(1));
        QCOMPARE(deletions[0].artifactCount, std::int64_t(1));
        QCOMPARE(deletions[0].tags, std::vector<std::string>{"old"});
        QCOMPARE(trash::artifacts(*sql, 3).at(0).digest, std::string("sha256:m2"));
        const auto registry = registries::byName(*sql, "team");
        QCOMPARE(registry->usedBytes, std::int64_t(10));
        QCOMPARE(registry->imageCount, std::int64_t(1));
        QVERIFY(!sql->hasFailed());
        verifyNumbers(*sql);
    }

    void whatWasEndedInBetweenGoesOn()
    {
        // As after a power cut when some of the parts were committed.
        QTemporaryDir other;
        for (int part = 0; part <= numbers::recountParts(); part += 4) {
            const std::filesystem::path begun = other.filePath(QString::number(part)).toStdString();
            std::filesystem::create_directories(begun);
            std::filesystem::copy_file(Database::file(folder()), Database::file(begun));
            {
                auto sql = opened(Database::file(begun));
                QVERIFY(migration::changeFormat(*sql, 1).has_value());
                for (int done = 0; done < part; ++done)
                    numbers::recount(*sql, done);
                sql->run("UPDATE meta SET value = ? WHERE name = 'recounted'", std::to_string(part));
            }
            QVERIFY(Database::prepare(begun).has_value());
            const auto sql = opened(Database::file(begun));
            verifyNumbers(*sql);
            QCOMPARE(trash::list(*sql, {0, 10}).at(0).tags, std::vector<std::string>{"old"});
            QCOMPARE(sql->integer("SELECT count(*) FROM meta WHERE name = 'recounted'", 1), std::int64_t(0));
        }
    }

    void readingOfAllBlobsGoesOnAsARun_data()
    {
        QTest::addColumn<QByteArray>("kept");
        QTest::addColumn<int>("state");
        QTest::newRow("under way") << QByteArray(R"({"started_at":5,"finished_at":0,"position":"sha256:b0","blobs":3,"bytes":40,"damaged":1})")
                                   << int(JobRun::State::Running);
        QTest::newRow("ended") << QByteArray(R"({"started_at":5,"finished_at":9,"position":"sha256:b0","blobs":3,"bytes":40,"damaged":1})")
                               << int(JobRun::State::Done);
    }
    void readingOfAllBlobsGoesOnAsARun()
    {
        QFETCH(QByteArray, kept);
        QFETCH(int, state);
        opened(Database::file(folder()))->run("INSERT INTO meta (name, value) VALUES ('scrub', ?)", kept.toStdString());
        QVERIFY(Database::prepare(folder()).has_value());
        const auto sql = open();
        const auto run = jobruns::last(*sql, "scrub", "");
        QVERIFY(run.has_value());
        QCOMPARE(int(run->state), state);
        QCOMPARE(run->startedAt, TimeMs(5));
        QCOMPARE(run->finishedAt, TimeMs(state == int(JobRun::State::Done) ? 9 : 0));
        QCOMPARE(json::text(run->facts, "position"), std::string("sha256:b0"));
        QCOMPARE(json::integer(run->facts, "read_blobs"), std::int64_t(3));
        QCOMPARE(json::integer(run->facts, "found_damaged"), std::int64_t(1));
        QCOMPARE(sql->integer("SELECT count(*) FROM meta WHERE name = 'scrub'", 1), std::int64_t(0));
    }

    void whatLayInTheTrashCanBeRestored()
    {
        QVERIFY(Database::prepare(folder()).has_value());
        const auto sql = open();
        const auto restored = trash::restore(*sql, 3, {}, {});
        QVERIFY2(restored.has_value(), restored ? "" : restored.error().message.c_str());
        QCOMPARE(sql->integer("SELECT count(*) FROM tag t JOIN manifest m ON m.id = t.manifest_id JOIN repository p ON p.id = m.repository_id "
                              "WHERE t.name = 'old' AND m.digest = 'sha256:m2' AND p.registry_id = 2",
                     0),
            std::int64_t(1));
        QCOMPARE(sql->integer("SELECT pull_count FROM manifest WHERE digest = 'sha256:m2'", 0), std::int64_t(1));
        verifyNumbers(*sql);
    }

    void keysBelongToPeopleAfterwards()
    {
        QVERIFY(Database::prepare(folder()).has_value());
        const auto sql = open();
        QCOMPARE(sql->integer("SELECT count(*) FROM person WHERE name = 'administrator' AND role = 'administrator' AND created_at = 8 AND ends_at = 0", 0),
            std::int64_t(1));
        QCOMPARE(sql->integer("SELECT count(*) FROM person WHERE name = 'guest' AND role = 'viewer'", 0), std::int64_t(1));
        QCOMPARE(sql->integer("SELECT count(*) FROM access_key WHERE id = 'KEY1' AND secret_at = 8 AND version = 1 AND role_limit = ''", 0), std::int64_t(1));
        QVERIFY(!sql->hasFailed());
    }

    void itHasTheSameFormAsANewOne()
    {
        QVERIFY(Database::prepare(folder()).has_value());
        QTemporaryDir fresh;
        QVERIFY(Database::prepare(fresh.path().toStdString()).has_value());
        const auto formOf = [](Sql &sql) {
            QByteArrayList lines;
            auto rows = sql.select("SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_master ORDER BY type, name");
            while (rows.next())
                lines << QByteArray::fromStdString(rows.text(0));
            return lines;
        };
        QCOMPARE(formOf(*open()), formOf(*opened(Database::file(fresh.path().toStdString()))));
    }

    void theCopyMadeBeforeIsADatabaseOfTheFirstFormat()
    {
        QVERIFY(!std::filesystem::exists(copyFile()));
        QVERIFY(Database::prepare(folder()).has_value());
        QVERIFY(std::filesystem::exists(copyFile()));
        verifyFormat1(*opened(copyFile()));
    }

    void itIsMigratedOnce()
    {
        QVERIFY(Database::prepare(folder()).has_value());
        const auto written = QFileInfo(copyFile()).lastModified();
        open()->run("UPDATE registry SET quota_bytes = 5 WHERE name = 'team'");
        QVERIFY(Database::prepare(folder()).has_value());
        QCOMPARE(QFileInfo(copyFile()).lastModified(), written);
        QCOMPARE(open()->integer("SELECT quota_bytes FROM registry WHERE name = 'team'", 0), std::int64_t(5));
    }

    void aMigrationThatFailsLeavesEverythingAsItWas()
    {
        open()->script("CREATE TABLE server_secret (other TEXT)"); // in the way of the last step
        const auto refused = Database::prepare(folder());
        QVERIFY(!refused);
        QVERIFY2(refused.error().message.find("server_secret") != std::string::npos, refused.error().message.c_str());
        verifyFormat1(*open());
        QVERIFY(QDir(m_folder->path()).entryList({QStringLiteral("*damaged*")}).isEmpty());
        // What was in the way is gone: now it works.
        open()->script("DROP TABLE server_secret");
        QVERIFY(Database::prepare(folder()).has_value());
        QCOMPARE(open()->integer("SELECT value FROM meta WHERE name = 'schema'", 0), std::int64_t(Database::schemaVersion));
    }

    void aDamagedDatabaseComesBackFromACopyOfTheFirstFormat()
    {
        QVERIFY(Database::prepare(folder()).has_value());
        for (const char *suffix : {"-wal", "-shm"})
            std::filesystem::remove(Database::file(folder()).string() + suffix);
        QFile file(QString::fromStdString(Database::file(folder()).string()));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QByteArray(20'000, 'x')) == 20'000);
        file.close();
        const auto state = Database::prepare(folder());
        QVERIFY2(state.has_value(), state ? "" : state.error().message.c_str());
        QVERIFY(state->notice.has_value());
        QCOMPARE(open()->integer("SELECT value FROM meta WHERE name = 'schema'", 0), std::int64_t(Database::schemaVersion));
        QCOMPARE(open()->integer("SELECT count(*) FROM tag WHERE name = 'latest'", 0), std::int64_t(1));
    }
};

QTEST_GUILESS_MAIN(MigrationTest)
#include "MigrationTest.moc"
