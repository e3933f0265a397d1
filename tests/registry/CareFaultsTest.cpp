// SPDX-License-Identifier: Apache-2.0
#include <map>

#include <QCoreApplication>
#include <QDir>
#include <QProcess>

#include "CareStage.h"
#include "support/FaultyDisk.h"

using namespace berth;
using namespace berth::test;
using namespace berth::test::care;

namespace {

const TestImage &image(int seed)
{
    static std::map<int, TestImage> images;
    auto &made = images[seed];
    if (made.manifest.isEmpty())
        made = makeImage(seed, 2, 1500);
    return made;
}
// What the folder holds before anything fails. "moving" names the kept one, too.
const TestImage &kept() { return image(1); }
const TestImage &doomed() { return image(2); }
const TestImage &gone() { return image(3); }  ///< In the trash.
const TestImage &ended() { return image(4); } ///< In nobody's use any more.
const TestImage &hurt() { return image(5); }  ///< One layer is damaged in one of the two folders.

const QByteArrayList works{"move", "delete", "restore", "clean", "collect", "scrub", "copy", "migrate"};

} // namespace

/// Lets every call that changes the disk fail, or be the last before a power cut, while a registry is looked after: a tag moves, things
/// are deleted, restored, collected, found damaged, the database is copied or brought up from the first format. Afterwards the
/// server must start by itself, and nothing that was acknowledged may be lost or be left over.
///
/// By default a sample of the calls; BERTH_SWEEP_STEP=1 takes all of them.
class CareFaultsTest : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_bases;
    qint64 m_deletion = 0; ///< That of the gone image.
    std::map<QByteArray, std::pair<int, int>> m_calls; ///< The first and the last of each work.

    QString base(const QByteArray &work) const
    {
        const bool own = work == "scrub" || work == "migrate";
        return m_bases.filePath(own ? QString::fromUtf8(work) : QStringLiteral("usual"));
    }
    static void copyFolder(const QString &from, const QString &to)
    {
        std::filesystem::copy(from.toStdString(), to.toStdString(), std::filesystem::copy_options::recursive);
    }

    static int ncr(const RegistryProcess &server, const QString &path, const QByteArray &body)
    {
        const auto reply = server.manage("POST", QStringLiteral("/ncr/v2.0/appkeys/local/registries/team/retentions") + path, body).jsonBody();
        const auto *header = json::find(reply, "header");
        return header ? int(json::integer(*header, "resultCode")) : 0;
    }
    /// A policy that keeps all but the doomed image. True if it is there.
    static bool setPolicy(const RegistryProcess &server)
    {
        const int code = ncr(server, {}, R"({"tag":{"include":false,"pattern":"doomed","untagged":false},"parameters":{"always":-1}})");
        return code == 200 || code == 10409;
    }
    /// Runs the cleanup; true if it went through.
    static bool clean(const RegistryProcess &server)
    {
        QElapsedTimer timer;
        timer.start();
        if (ncr(server, QStringLiteral("/executions"), R"({"dry_run":false})") != 200)
            return false;
        while (timer.elapsed() < 20000) {
            const auto reply = berthCall(server, "GET", QStringLiteral("registries/team/cleanup"));
            const auto body = reply.jsonBody();
            const auto *run = json::find(body, "run");
            if (reply.status != 200 || !run)
                return false;
            if (json::text(*run, "state") != "running")
                return json::text(*run, "state") == "done";
            QThread::msleep(5);
        }
        return false;
    }

    struct Outcome {
        bool started = false;
        bool acknowledged = false;
        qint64 deletion = 0;
        int exitCode = 0;
        int callsBefore = 0;
        QString errorOutput;
    };
    Outcome workOn(FaultyDisk &disk, const QByteArray &work, const Fault &fault) const
    {
        Outcome outcome;
        const auto environment = disk.environmentFor(fault);
        if (work == "copy") { // the server does it after a minute; here a program that does nothing else
            QProcess program;
            auto variables = QProcessEnvironment::systemEnvironment();
            for (const auto &entry : environment)
                variables.insert(entry.section(QLatin1Char('='), 0, 0), entry.section(QLatin1Char('='), 1));
            program.setProcessEnvironment(variables);
            program.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--daily-copy"), disk.dataFolder()});
            outcome.started = program.waitForFinished(30000);
            outcome.acknowledged = program.exitStatus() == QProcess::NormalExit && program.exitCode() == 0;
            return outcome;
        }
        RegistryProcess server(disk.dataFolder());
        outcome.started = server.start({}, environment);
        outcome.callsBefore = work == "migrate" ? 0 : int(disk.calls().size());
        if (outcome.started && work == "move")
            outcome.acknowledged = server
                                       .send("PUT", QStringLiteral("/v2/%1/manifests/moving").arg(repository), doomed().manifest,
                                           {{"Content-Type", "application/vnd.oci.image.manifest.v1+json"}})
                                       .status
                == 201;
        else if (outcome.started && work == "delete")
            outcome.acknowledged = (outcome.deletion = deleteArtifact(server, doomed())) != 0;
        else if (outcome.started && work == "restore")
            outcome.acknowledged = restore(server, m_deletion);
        else if (outcome.started && work == "clean")
            outcome.acknowledged = setPolicy(server) && clean(server);
        else if (outcome.started && work == "collect")
            outcome.acknowledged = runToItsEnd(server, QStringLiteral("collection"));
        else if (outcome.started && work == "scrub")
            outcome.acknowledged = runToItsEnd(server, QStringLiteral("scrub"));
        outcome.exitCode = server.stop();
        outcome.errorOutput = server.errorOutput();
        return outcome;
    }

    /// The image is there, or the trash gives it back.
    static QByteArrayList missingOrTrashed(const RegistryProcess &server, const TestImage &content, qint64 deletion)
    {
        if (get(server, QStringLiteral("/manifests/") + QString::fromUtf8(content.digest())).status == 404) {
            const auto list = berthCall(server, "GET", QStringLiteral("trash")).jsonBody();
            for (const auto &operation : json::list(list, "operations")) {
                if (deletion == 0 || json::integer(operation, "id") == deletion)
                    restore(server, json::integer(operation, "id"));
            }
        }
        return missingOf(server, content.digest(), content);
    }

    void checkAfterwards(const QString &folder, const QByteArray &work, const Outcome &outcome) const
    {
        RegistryProcess server(folder);
        QVERIFY2(server.start(), qPrintable(server.errorOutput()));
        QCOMPARE(missingOf(server, "kept", kept()).join("; "), QByteArray());
        const auto moving = get(server, QStringLiteral("/manifests/moving"));
        QVERIFY(moving.body == doomed().manifest || (moving.body == kept().manifest && !(work == "move" && outcome.acknowledged)));
        if (work == "delete" && outcome.acknowledged)
            QCOMPARE(get(server, QStringLiteral("/manifests/doomed")).status, 404);
        if (work == "restore" && outcome.acknowledged)
            QCOMPARE(missingOf(server, "gone", gone()).join("; "), QByteArray());

        if (work == "clean") { // no run that broke off is in the way of the next
            QVERIFY(!outcome.acknowledged || get(server, QStringLiteral("/manifests/doomed")).status == 404);
            QVERIFY(setPolicy(server) && clean(server));
            QCOMPARE(get(server, QStringLiteral("/manifests/doomed")).status, 404);
        }
        age(folder);
        QVERIFY(runToItsEnd(server, QStringLiteral("collection")));
        for (const auto &blob : ended().layers)
            QVERIFY2(!QFile::exists(fileOf(folder, blob)), "what nobody uses is still there after a collection");
        QCOMPARE(missingOrTrashed(server, doomed(), outcome.deletion).join("; "), QByteArray());
        QCOMPARE(missingOrTrashed(server, gone(), m_deletion).join("; "), QByteArray());
        if (work == "scrub") { // found now at the latest; a push heals it
            QVERIFY(runToItsEnd(server, QStringLiteral("scrub")));
            QCOMPARE(get(server, QStringLiteral("/blobs/") + QString::fromUtf8(digestOf(hurt().layers[0]))).status, 404);
            QCOMPARE(pushImage(server, repository, QStringLiteral("hurt"), hurt()), 201);
        }
        QCOMPARE(missingOf(server, "hurt", hurt()).join("; "), QByteArray());
        QCOMPARE(server.stop(), 0);
        QCOMPARE(complaintsAbout(folder).join("; "), QByteArray());
    }

    /// The folder as the first format had it: its columns alone.
    static void toFormat1(const QString &folder)
    {
        const auto file = folder + QStringLiteral("/berth.sqlite");
        QFile schema(QStringLiteral(BERTH_SOURCE_DIR "/src/registry/store/schema/sqlite-1.sql"));
        QVERIFY(schema.open(QIODevice::ReadOnly));
        QVERIFY(QFile::rename(file, folder + QStringLiteral("/second.sqlite")));
        {
            const auto sql = database(folder);
            sql->run("ATTACH ? AS second", folder.toStdString() + "/second.sqlite");
            sql->script(schema.readAll().toStdString());
            sql->script("PRAGMA foreign_keys=OFF");
            std::vector<std::pair<std::string, std::string>> tables;
            {
                auto rows = sql->select("SELECT m.name, (SELECT group_concat(name) FROM pragma_table_info(m.name)) FROM main.sqlite_master m "
                                        "WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%' AND m.name IN (SELECT name FROM second.sqlite_master)");
                while (rows.next())
                    tables.emplace_back(rows.text(0), rows.text(1));
            }
            // What a deletion took lay in tables of the trash then.
            const std::string live = "(SELECT id FROM second.repository WHERE registry_id IS NOT NULL)";
            const std::string liveManifests = "(SELECT id FROM second.manifest WHERE repository_id IN " + live + ")";
            const std::map<std::string, std::string> which{{"repository", " WHERE registry_id IS NOT NULL"},
                {"repository_blob", " WHERE repository_id IN " + live}, {"manifest", " WHERE repository_id IN " + live},
                {"tag", " WHERE repository_id IN " + live}, {"manifest_blob", " WHERE manifest_id IN " + liveManifests},
                {"manifest_child", " WHERE manifest_id IN " + liveManifests}};
            for (const auto &[table, columns] : tables)
                sql->script("INSERT INTO main." + table + " (" + columns + ") SELECT " + columns + " FROM second." + table
                    + (which.contains(table) ? which.at(table) : std::string()));
            sql->script(
                "INSERT INTO main.trash_manifest (id, operation_id, digest, media_type, total_size, pushed_at, pulled_at, pull_count) SELECT m.id, p.operation_id, m.digest, "
                "m.media_type, m.total_size, m.pushed_at, m.pulled_at, m.pull_count FROM second.manifest m JOIN second.repository p ON p.id = m.repository_id WHERE p.operation_id IS NOT NULL;"
                "INSERT INTO main.trash_blob (trash_manifest_id, digest) SELECT manifest_id, digest FROM second.manifest_blob WHERE manifest_id IN (SELECT id FROM main.trash_manifest);"
                "INSERT INTO main.trash_tag (operation_id, name, digest, pushed_at, pulled_at) SELECT p.operation_id, t.name, m.digest, t.pushed_at, t.pulled_at FROM second.tag t "
                "JOIN second.manifest m ON m.id = t.manifest_id JOIN second.repository p ON p.id = t.repository_id WHERE p.operation_id IS NOT NULL");
            sql->script("UPDATE main.meta SET value = '1' WHERE name = 'schema'; UPDATE main.access_key SET role = 'administrator'");
            QVERIFY2(!sql->hasFailed(), sql->hasFailed() ? sql->takeError().message.c_str() : "");
        }
        for (const char *rest : {"", "-wal", "-shm"})
            QFile::remove(folder + QStringLiteral("/second.sqlite") + QLatin1String(rest));
    }

    void addRows(const QByteArrayList &modes, int usualStep) const
    {
        QTest::addColumn<QByteArray>("work");
        QTest::addColumn<QByteArray>("mode");
        QTest::addColumn<int>("at");
        const int step = qEnvironmentVariableIsSet("BERTH_SWEEP_STEP") ? qEnvironmentVariableIntValue("BERTH_SWEEP_STEP") : usualStep;
        int offset = 0;
        for (const auto &work : works) {
            for (const auto &mode : modes) {
                const auto [first, last] = m_calls.at(work);
                for (int at = first + (offset++ * 7) % step; at <= last + 1; at += step) // not always the same calls
                    QTest::addRow("%s, %s at call %d", work.constData(), mode.constData(), at) << work << mode << at;
            }
        }
    }

private Q_SLOTS:
    void theWorksWithoutFaultsAreCounted()
    {
        const auto usual = base("move");
        {
            RegistryProcess server(usual);
            QVERIFY(server.start());
            for (const auto &[tag, content] :
                std::map<QString, TestImage>{{QStringLiteral("kept"), kept()}, {QStringLiteral("moving"), kept()}, {QStringLiteral("doomed"), doomed()},
                    {QStringLiteral("gone"), gone()}, {QStringLiteral("ended"), ended()}, {QStringLiteral("hurt"), hurt()}})
                QCOMPARE(pushImage(server, repository, tag, content), 201);
            m_deletion = deleteArtifact(server, gone());
            const auto last = deleteArtifact(server, ended());
            QVERIFY(m_deletion && last);
            QCOMPARE(berthCall(server, "PUT", QStringLiteral("settings"), "{\"collects_by_itself\":false,\"scrub_days\":0}").status, 200);
            QCOMPARE(berthCall(server, "DELETE", QStringLiteral("trash/%1").arg(last)).status, 200);
            QVERIFY(runToItsEnd(server, QStringLiteral("collection")));
            QCOMPARE(server.stop(), 0);
        }
        age(usual);
        copyFolder(usual, base("scrub"));
        QFile layer(fileOf(base("scrub"), hurt().layers[0]));
        QVERIFY(layer.setPermissions(QFile::ReadOwner | QFile::WriteOwner) && layer.open(QIODevice::ReadWrite));
        layer.write(QByteArray(1, char(~hurt().layers[0][0])));
        layer.close();
        copyFolder(usual, base("migrate"));
        toFormat1(base("migrate"));
        for (const auto &work : works) {
            FaultyDisk disk;
            copyFolder(base(work), disk.dataFolder());
            const auto outcome = workOn(disk, work, {});
            QVERIFY2(outcome.started && outcome.exitCode == 0, qPrintable(outcome.errorOutput));
            QVERIFY2(outcome.acknowledged || work == "migrate", work.constData());
            m_calls[work] = {outcome.callsBefore + 1, int(disk.calls().size())};
            qInfo("%s: calls %d to %d", work.constData(), m_calls[work].first, m_calls[work].second);
            checkAfterwards(disk.dataFolder(), work, outcome);
        }
    }

    void afterAPowerCutNothingIsLostOrLeft_data() { addRows({"powercut", "powercut-names"}, 41); }
    void afterAPowerCutNothingIsLostOrLeft()
    {
        QFETCH(QByteArray, work);
        QFETCH(QByteArray, mode);
        QFETCH(int, at);
        FaultyDisk disk;
        copyFolder(base(work), disk.dataFolder());
        Fault fault;
        fault.mode = mode;
        fault.at = at;
        const auto outcome = workOn(disk, work, fault);
        checkAfterwards(disk.hit().isEmpty() ? disk.dataFolder() : disk.survivingDataFolder(), work, outcome);
    }

    void aCallThatFailsLosesNothing_data() { addRows({"eio", "enospc"}, 43); }
    void aCallThatFailsLosesNothing()
    {
        QFETCH(QByteArray, work);
        QFETCH(QByteArray, mode);
        QFETCH(int, at);
        FaultyDisk disk;
        copyFolder(base(work), disk.dataFolder());
        Fault fault;
        fault.mode = mode;
        fault.at = at;
        const auto outcome = workOn(disk, work, fault);
        if (outcome.started)
            QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.errorOutput));
        checkAfterwards(disk.dataFolder(), work, outcome);
    }
};

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (argc == 3 && QByteArray(argv[1]) == "--daily-copy") {
        const std::filesystem::path folder = argv[2];
        if (!Database::prepare(folder))
            return 1;
        const auto sql = Sql::open(Database::file(folder), Sql::Sync::Normal);
        return sql && Database::copyDaily(folder, **sql) ? 0 : 1;
    }
    CareFaultsTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "CareFaultsTest.moc"
