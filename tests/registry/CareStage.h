// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <set>

#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QThread>

#include "HistoryFaults.h"
#include "registry/store/Database.h"
#include "registry/store/Numbers.h"
#include "support/RegistryFixture.h"

/// What tests of a registry's upkeep share: calls on the one repository they play with, and the look behind the server's back.
namespace berth::test::care {

inline const QString repository = QStringLiteral("team/app");

inline HttpReply get(const RegistryProcess &server, const QString &path) { return server.send("GET", QStringLiteral("/v2/") + repository + path); }

inline HttpReply berthCall(const RegistryProcess &server, const QByteArray &method, const QString &path, const QByteArray &body = {})
{
    return server.manage(method, QStringLiteral("/berth/v1/") + path, body);
}

/// What of the image does not come as it was pushed; empty: it is whole.
inline QByteArrayList missingOf(const RegistryProcess &server, const QByteArray &reference, const TestImage &image)
{
    QByteArrayList wrong;
    if (const auto reply = get(server, QStringLiteral("/manifests/") + QString::fromUtf8(reference)); reply.body != image.manifest)
        wrong << "manifest " + reference + " (" + QByteArray::number(reply.status) + ")";
    for (const auto &blob : image.layers + QList<QByteArray>{image.config}) {
        if (const auto reply = get(server, QStringLiteral("/blobs/") + QString::fromUtf8(digestOf(blob))); reply.body != blob)
            wrong << "blob " + digestOf(blob) + " of " + reference + " (" + QByteArray::number(reply.status) + ")";
    }
    return wrong;
}

/// Deletes the artifact; the number of the deletion, 0 if it was not acknowledged.
inline qint64 deleteArtifact(const RegistryProcess &server, const TestImage &image)
{
    const auto reply = server.send("DELETE", QStringLiteral("/v2/%1/manifests/%2").arg(repository, QString::fromUtf8(image.digest())));
    return reply.status == 202 ? reply.headers.value("berth-trash-operation").toLongLong() : 0;
}

inline bool restore(const RegistryProcess &server, qint64 deletion)
{
    return berthCall(server, "POST", QStringLiteral("trash/%1/restore").arg(deletion), "{}").status == 200;
}

/// Starts what runs beside the other work and waits until it has ended. False if it never did, or the server has gone.
inline bool runToItsEnd(const RegistryProcess &server, const QString &what)
{
    QElapsedTimer timer;
    timer.start();
    auto reply = berthCall(server, "POST", what, "{\"action\":\"start\"}");
    while (reply.status == 200 && timer.elapsed() < 20000) {
        const auto body = reply.jsonBody();
        if (what == QStringLiteral("collection") ? json::text(body, "state") == "idle" : !json::boolean(body, "running"))
            return true;
        QThread::msleep(5);
        reply = berthCall(server, "GET", what);
    }
    return false;
}

inline std::unique_ptr<Sql> database(const QString &folder) { return std::move(Sql::open(Database::file(folder.toStdString()), Sql::Sync::Normal).value()); }

/// As if everything had been uploaded long ago.
inline void age(const QString &folder)
{
    const auto sql = database(folder);
    sql->run("UPDATE blob SET relied_at = 1");
    if (sql->hasFailed())
        qWarning("Nothing aged: %s", sql->takeError().message.c_str());
}

inline QString fileOf(const QString &folder, const QByteArray &blob)
{
    const auto hex = QString::fromUtf8(digestOf(blob)).mid(7);
    return folder + QStringLiteral("/blobs/sha256/%1/%2").arg(hex.left(2), hex);
}

/// What SQLite has against the database; rows and files that do not go together; rows that nothing names.
inline QByteArrayList complaintsAbout(const QString &folder)
{
    QByteArrayList wrong;
    const auto sql = database(folder);
    for (const char *pragma : {"PRAGMA integrity_check", "PRAGMA foreign_key_check"}) {
        auto rows = sql->select(pragma);
        while (rows.next()) {
            if (rows.text(0) != "ok")
                wrong << QByteArray(pragma) + ": " + QByteArray::fromStdString(rows.text(0));
        }
    }
    std::set<std::string> whole;
    {
        auto rows = sql->select("SELECT digest, damaged_at FROM blob");
        while (rows.next()) {
            if (rows.integer(1) == 0)
                whole.insert(rows.text(0).substr(7));
        }
    }
    for (QDirIterator files(folder + QStringLiteral("/blobs"), QDir::Files, QDirIterator::Subdirectories); files.hasNext();) {
        files.next();
        if (whole.erase(files.fileName().toStdString()) == 0)
            wrong << "file without a row: " + files.fileName().toUtf8();
    }
    for (const auto &digest : whole)
        wrong << "row without a file: " + QByteArray::fromStdString(digest);
    auto rows = sql->select("SELECT digest FROM blob WHERE digest NOT IN (SELECT digest FROM manifest_blob)");
    while (rows.next())
        wrong << "row that nothing names: " + QByteArray::fromStdString(rows.text(0));
    if (sql->integer("SELECT cleanup_log_bytes - (SELECT coalesce(sum(log_bytes), 0) FROM cleanup_task) FROM total", -1) != 0)
        wrong << "miscounted: logs of cleanups";
    if (sql->integer("SELECT count(*) FROM job_run WHERE job = 'cleanup' AND finished_at = 0", -1) != 0)
        wrong << "a cleanup that never ended";
    if (sql->integer("SELECT count(*) FROM trash_operation o LEFT JOIN repository p ON p.operation_id = o.id WHERE o.kind = 'cleanup' AND o.state = '' "
                     "AND coalesce(p.manifest_count, 0) = 0",
            -1)
        != 0)
        wrong << "a cleanup's deletion with nothing in it";
    for (const auto &fault : historyFaults(*sql))
        wrong << QByteArray::fromStdString(fault);
    for (const auto &fault : numbers::faults(*sql))
        wrong << "miscounted: " + QByteArray::fromStdString(fault);
    if (sql->hasFailed())
        wrong << "the database failed: " + QByteArray::fromStdString(sql->takeError().message);
    return wrong;
}

} // namespace berth::test::care
