// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>

#include <QDirIterator>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QSqlRecord>

namespace berth::test {

/// Opens the database of a server that runs, for stateOf(). For one folder in a program.
inline bool openState(const QString &folder)
{
    auto database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"));
    database.setDatabaseName(folder + QStringLiteral("/berth.sqlite"));
    database.setConnectOptions(QStringLiteral("QSQLITE_OPEN_READONLY"));
    return database.open();
}

/// All that a server keeps, as text to compare: its tables and its other files, without what changes by being looked at, the server's
/// notes of its own upkeep (the tables "meta" and "job_run") and its backups.
inline QByteArray stateOf(const QString &folder)
{
    QByteArray text;
    auto tables = QSqlDatabase::database().tables();
    tables.sort();
    for (const auto *own : {"meta", "job_run", "sqlite_sequence"})
        tables.removeOne(QLatin1String(own));
    for (const auto &table : tables) {
        QSqlQuery query(QStringLiteral("SELECT * FROM ") + table);
        while (query.next()) {
            const auto record = query.record();
            text += table.toUtf8();
            for (int i = 0; i < record.count(); ++i) {
                const auto name = record.fieldName(i);
                if (!name.startsWith(QLatin1String("pull")) && name != QLatin1String("used_at") && name != QLatin1String("relied_at"))
                    text += '|' + record.value(i).toByteArray();
            }
            text += '\n';
        }
    }
    QByteArrayList files;
    QDirIterator it(folder, QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        it.next();
        if (!it.fileName().startsWith(QLatin1String("berth.")) && !it.filePath().contains(QLatin1String("/backups/")))
            files << it.filePath().toUtf8() + ' ' + QByteArray::number(it.fileInfo().size());
    }
    std::ranges::sort(files);
    return text + files.join('\n');
}

} // namespace berth::test
