// SPDX-License-Identifier: Apache-2.0
#include "registry/store/Sql.h"

#include <atomic>
#include <unordered_map>

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

namespace berth {

struct Sql::Connection {
    QString name;
    QSqlDatabase database;
    std::unordered_map<const char *, std::unique_ptr<QSqlQuery>> prepared;
};

SqlRows::SqlRows(Sql &sql, void *query)
    : m_sql(&sql)
    , m_query(query)
{
}

SqlRows::SqlRows(SqlRows &&other) noexcept
    : m_sql(other.m_sql)
    , m_query(std::exchange(other.m_query, nullptr))
{
}

SqlRows::~SqlRows()
{
    if (m_query)
        static_cast<QSqlQuery *>(m_query)->finish();
}

bool SqlRows::next()
{
    auto *query = static_cast<QSqlQuery *>(m_query);
    if (!query)
        return false;
    if (query->next())
        return true;
    if (query->lastError().isValid() && !m_sql->m_failed)
        m_sql->failWith("a list broke off", query);
    return false;
}

std::int64_t SqlRows::integer(int column) const
{
    return static_cast<QSqlQuery *>(m_query)->value(column).toLongLong();
}

std::string SqlRows::text(int column) const
{
    return static_cast<QSqlQuery *>(m_query)->value(column).toString().toStdString();
}

std::string SqlRows::bytes(int column) const
{
    return static_cast<QSqlQuery *>(m_query)->value(column).toByteArray().toStdString();
}

Sql::Sql(std::unique_ptr<Connection> connection)
    : m_connection(std::move(connection))
{
}

Sql::~Sql()
{
    const QString name = m_connection->name;
    m_connection->prepared.clear();
    m_connection->database.close();
    m_connection.reset();
    QSqlDatabase::removeDatabase(name);
}

Result<std::unique_ptr<Sql>> Sql::open(const std::filesystem::path &file, Sync sync)
{
    static std::atomic<int> count = 0;
    auto connection = std::make_unique<Connection>();
    connection->name = QStringLiteral("berth-%1").arg(++count);
    connection->database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), connection->name);
    connection->database.setDatabaseName(QString::fromStdU16String(file.u16string()));
    connection->database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=10000"));
    const bool opened = connection->database.open();
    std::unique_ptr<Sql> sql(new Sql(std::move(connection)));
    if (!opened)
        return fail(ErrorCode::Io,
            QT_TRANSLATE_NOOP("Error", "Could not open the database %1: %2"),
            {file.string(), sql->m_connection->database.lastError().text().toStdString()});
    sql->script("PRAGMA foreign_keys=ON");
    sql->script("PRAGMA journal_mode=WAL");
    sql->script(sync == Sync::Full ? "PRAGMA synchronous=FULL" : "PRAGMA synchronous=NORMAL");
    if (sql->hasFailed())
        return tl::unexpected(sql->takeError());
    return sql;
}

void Sql::failWith(const char *statement, const void *query)
{
    const auto error = static_cast<const QSqlQuery *>(query)->lastError();
    const int native = error.nativeErrorCode().toInt() & 0xff; // without SQLite's extension
    m_failed = true;
    if (native == 13)
        m_error = fail(ErrorCode::NoSpace, QT_TRANSLATE_NOOP("Error", "The disk that holds the database is full")).value();
    else if (native == 11 || native == 26)
        m_error = fail(ErrorCode::Damaged, QT_TRANSLATE_NOOP("Error", "The database is damaged")).value();
    else
        m_error = fail(ErrorCode::Internal, QT_TRANSLATE_NOOP("Error", "The database refused a statement: %1 (%2)"),
            {error.databaseText().toStdString(), std::string(statement).substr(0, 60)}).value();
}

void *Sql::prepare(const char *statement, const std::vector<SqlValue> &values)
{
    auto &slot = m_connection->prepared[statement];
    if (!slot) {
        slot = std::make_unique<QSqlQuery>(m_connection->database);
        slot->setForwardOnly(true);
        if (!slot->prepare(QString::fromUtf8(statement))) {
            failWith(statement, slot.get());
            slot.reset();
            return nullptr;
        }
    }
    int position = 0;
    for (const auto &value : values) {
        if (const auto *number = std::get_if<std::int64_t>(&value))
            slot->bindValue(position++, QVariant(qlonglong(*number)));
        else if (const auto *text = std::get_if<std::string>(&value))
            slot->bindValue(position++, QString::fromStdString(*text));
        else {
            const auto bytes = std::get<SqlBlob>(value).bytes;
            slot->bindValue(position++, QByteArray(bytes.data(), qsizetype(bytes.size())));
        }
    }
    if (!slot->exec()) { // also when the number of values is not that of the placeholders
        failWith(statement, slot.get());
        slot->finish();
        return nullptr;
    }
    return slot.get();
}

SqlRows Sql::runSelect(const char *statement, const std::vector<SqlValue> &values)
{
    return SqlRows(*this, m_failed ? nullptr : prepare(statement, values));
}

std::int64_t Sql::runStatement(const char *statement, const std::vector<SqlValue> &values)
{
    if (m_failed)
        return 0;
    auto *query = static_cast<QSqlQuery *>(prepare(statement, values));
    if (!query)
        return 0;
    const auto rows = query->numRowsAffected();
    query->finish();
    return rows;
}

void Sql::script(std::string_view statements)
{
    for (const auto &part : QString::fromUtf8(statements.data(), qsizetype(statements.size()))
                                .split(QLatin1Char(';'), Qt::SkipEmptyParts)) {
        if (m_failed || part.trimmed().isEmpty())
            continue;
        QSqlQuery query(m_connection->database);
        if (!query.exec(part))
            failWith(part.toUtf8().constData(), &query);
    }
}

Error Sql::takeError()
{
    m_failed = false;
    return std::exchange(m_error, {});
}

} // namespace berth
