// SPDX-License-Identifier: Apache-2.0
#include <QDate>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "registry/store/Database.h"

using namespace berth;

class DatabaseTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;

    std::filesystem::path folder() const { return m_folder->path().toStdString(); }
    QString file() const { return m_folder->filePath(QStringLiteral("berth.sqlite")); }
    std::unique_ptr<Sql> open() const { return std::move(*Sql::open(Database::file(folder()), Sql::Sync::Full)); }
    QByteArray bytesOfFile() const
    {
        QFile opened(file());
        return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
    }
    void write(const QString &path, const QByteArray &bytes) const
    {
        QFile opened(path);
        QVERIFY(opened.open(QIODevice::WriteOnly));
        opened.write(bytes);
    }
    /// A database with something in it, a daily copy of it, and something more after the copy.
    void makeDatabaseWithCopy()
    {
        QVERIFY(Database::prepare(folder()).has_value());
        const auto sql = open();
        sql->run("INSERT INTO setting (name, value) VALUES ('before', '1')");
        QVERIFY(Database::copyDaily(folder(), *sql).has_value());
        sql->run("INSERT INTO setting (name, value) VALUES ('after', '1')");
    }
    /// Ruins the database as the row of damages_data() says.
    void damage(const QByteArray &how) const
    {
        for (const char *suffix : {"-wal", "-shm"})
            QFile::remove(file() + QLatin1String(suffix));
        if (how == "empty")
            write(file(), {});
        else if (how == "gone")
            QFile::remove(file());
        else if (how == "garbage")
            write(file(), QByteArray(20'000, 'x'));
        else if (how == "cut in half")
            QFile::resize(file(), bytesOfFile().size() / 2);
        else {
            auto bytes = bytesOfFile();
            for (qsizetype i = 4096; i < bytes.size(); ++i)
                bytes[i] = char(bytes[i] ^ 0x55);
            write(file(), bytes);
        }
    }
    static void damages()
    {
        QTest::addColumn<QByteArray>("how");
        for (const char *how : {"empty", "gone", "garbage", "cut in half", "pages overwritten"})
            QTest::newRow(how) << QByteArray(how);
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void aNewFolderGetsADatabaseWithTheLibrary()
    {
        const auto state = Database::prepare(folder());
        QVERIFY(state.has_value());
        QVERIFY(state->wasCreated);
        QCOMPARE(open()->integer("SELECT count(*) FROM registry WHERE name = 'library'", 0), std::int64_t(1));
    }

    void anEndIsCleanOnlyIfItWasMarked()
    {
        QVERIFY(Database::prepare(folder()).has_value());
        QVERIFY(!Database::prepare(folder())->endedCleanly);
        Database::markClosed(*open());
        QVERIFY(Database::prepare(folder())->endedCleanly);
        QVERIFY(!Database::prepare(folder())->endedCleanly);
    }

    void aDatabaseOfANewerProgramIsRefusedUnharmed()
    {
        QVERIFY(Database::prepare(folder()).has_value());
        open()->run("UPDATE meta SET value = ? WHERE name = 'schema'", std::to_string(Database::schemaVersion + 1));
        const auto before = bytesOfFile();
        const auto refused = Database::prepare(folder());
        QCOMPARE(refused.error().code, ErrorCode::Unsupported);
        QVERIFY(refused.error().message.find("newer") != std::string::npos);
        QVERIFY(bytesOfFile() == before);
        QVERIFY(QDir(m_folder->path()).entryList({QStringLiteral("*damaged*")}).isEmpty());
    }

    void aDamagedDatabaseGivesWayToTheDailyCopy_data() { damages(); }
    void aDamagedDatabaseGivesWayToTheDailyCopy()
    {
        QFETCH(QByteArray, how);
        makeDatabaseWithCopy();
        damage(how);
        const auto state = Database::prepare(folder());
        QVERIFY2(state.has_value(), state ? "" : state.error().message.c_str());
        QVERIFY(state->notice.has_value());
        QVERIFY(state->notice->message.find(QDate::currentDate().toString(Qt::ISODate).toStdString()) != std::string::npos);
        QVERIFY(!state->endedCleanly);
        QCOMPARE(open()->integer("SELECT count(*) FROM setting WHERE name = 'before'", 0), std::int64_t(1));
        QCOMPARE(open()->integer("SELECT count(*) FROM setting WHERE name = 'after'", 0), std::int64_t(0));
    }

    void theDamagedDatabaseIsKeptAside()
    {
        makeDatabaseWithCopy();
        damage("garbage");
        QVERIFY(Database::prepare(folder()).has_value());
        QCOMPARE(QDir(m_folder->path()).entryList({QStringLiteral("berth.sqlite.damaged-*")}).size(), 1);
    }

    void anOlderCopyServesWhereTheNewestIsDamagedToo()
    {
        makeDatabaseWithCopy();
        write(m_folder->filePath(QStringLiteral("backups/9999-01-01.sqlite")), "no database");
        damage("garbage");
        const auto state = Database::prepare(folder());
        QVERIFY(state.has_value());
        QCOMPARE(open()->integer("SELECT count(*) FROM setting WHERE name = 'before'", 0), std::int64_t(1));
    }

    void withoutACopyADamagedDatabaseIsRefused_data() { damages(); }
    void withoutACopyADamagedDatabaseIsRefused()
    {
        QFETCH(QByteArray, how);
        QVERIFY(Database::prepare(folder()).has_value());
        QVERIFY(QDir(m_folder->path()).mkpath(QStringLiteral("blobs/sha256/aa")));
        write(m_folder->filePath(QStringLiteral("blobs/sha256/aa/aa")), "a blob");
        damage(how);
        const auto before = bytesOfFile();
        const auto refused = Database::prepare(folder());
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Damaged);
        QVERIFY2(refused.error().message.find('\n') == std::string::npos, refused.error().message.c_str());
        QVERIFY(bytesOfFile() == before);
    }

    void anUnreadableDatabaseIsNoDamagedOne()
    {
        makeDatabaseWithCopy();
        for (const char *suffix : {"-wal", "-shm"})
            QFile::remove(file() + QLatin1String(suffix));
        // A folder in its way keeps SQLite from opening its log, as a full disk would.
        QVERIFY(QDir(m_folder->path()).mkpath(QStringLiteral("berth.sqlite-wal")));
        const auto before = bytesOfFile();
        const auto refused = Database::prepare(folder());
        QVERIFY(!refused);
        QVERIFY(refused.error().code != ErrorCode::Damaged);
        QVERIFY(bytesOfFile() == before);
    }

    void theDailyCopyIsMadeOnceADayAndWhole()
    {
        makeDatabaseWithCopy();
        const auto today = QDate::currentDate().toString(Qt::ISODate);
        const QDir backups(m_folder->filePath(QStringLiteral("backups")));
        QCOMPARE(backups.entryList(QDir::Files), QStringList{today + QStringLiteral(".sqlite")});
        const auto written = QFileInfo(backups.filePath(today + QStringLiteral(".sqlite"))).lastModified();
        QVERIFY(Database::copyDaily(folder(), *open()).has_value());
        QCOMPARE(QFileInfo(backups.filePath(today + QStringLiteral(".sqlite"))).lastModified(), written);
        const auto copy = std::move(*Sql::open(std::filesystem::path(backups.filePath(today + QStringLiteral(".sqlite")).toStdString()), Sql::Sync::Full));
        QCOMPARE(copy->integer("SELECT count(*) FROM setting", 0), std::int64_t(1));
    }

    void sevenCopiesAreKept()
    {
        QVERIFY(Database::prepare(folder()).has_value());
        QVERIFY(QDir(m_folder->path()).mkpath(QStringLiteral("backups")));
        for (int day = 1; day <= 9; ++day)
            write(m_folder->filePath(QStringLiteral("backups/2020-01-0%1.sqlite").arg(day)), "old");
        QVERIFY(Database::copyDaily(folder(), *open()).has_value());
        const auto left = QDir(m_folder->filePath(QStringLiteral("backups"))).entryList({QStringLiteral("*.sqlite")});
        QCOMPARE(left.size(), 7);
        QVERIFY(!left.contains(QStringLiteral("2020-01-03.sqlite")));
        QVERIFY(left.contains(QStringLiteral("2020-01-04.sqlite")));
    }

    void aCopyLeftHalfMadeIsMadeAnew()
    {
        QVERIFY(Database::prepare(folder()).has_value());
        QVERIFY(QDir(m_folder->path()).mkpath(QStringLiteral("backups")));
        write(m_folder->filePath(QStringLiteral("backups/%1.partial").arg(QDate::currentDate().toString(Qt::ISODate))), "half");
        QVERIFY(Database::copyDaily(folder(), *open()).has_value());
        QCOMPARE(QDir(m_folder->filePath(QStringLiteral("backups"))).entryList(QDir::Files).size(), 1);
    }
};

QTEST_GUILESS_MAIN(DatabaseTest)
#include "DatabaseTest.moc"
