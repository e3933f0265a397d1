// SPDX-License-Identifier: Apache-2.0
#include "registry/store/Sql.h"

#include <atomic>
#include <unordered_map>

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QStringDecoder>
#include <QUrl>
#include <QUrlQuery>
#include <QVariant>

namespace berth {

namespace {

/// As it is: QString::fromUtf8() would drop a byte order mark, and so find what was not asked for.
QString toQString(const std::string &text)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringConverter::Flag::ConvertInitialBom);
    return decoder(QByteArrayView(text.data(), qsizetype(text.size())));
}

} // namespace

struct Sql::Connection {
    QString name;
    bool isServer = false;
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

std::int64_t SqlRows::integer(int column) const { return static_cast<QSqlQuery *>(m_query)->value(column).toLongLong(); }

std::string SqlRows::text(int column) const { return static_cast<QSqlQuery *>(m_query)->value(column).toString().toStdString(); }

std::string SqlRows::bytes(int column) const { return static_cast<QSqlQuery *>(m_query)->value(column).toByteArray().toStdString(); }

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

Result<std::unique_ptr<Sql>> Sql::open(const DatabaseLocation &location, Sync sync)
{
    static std::atomic<int> count = 0;
    auto connection = std::make_unique<Connection>();
    connection->name = QStringLiteral("berth-%1").arg(++count);
    connection->isServer = location.isServer();
    auto &database = connection->database;
    database = QSqlDatabase::addDatabase(connection->isServer ? QStringLiteral("QPSQL") : QStringLiteral("QSQLITE"), connection->name);
    if (connection->isServer) {
        const QUrl url(QString::fromStdString(location.server));
        const QString socket = QUrlQuery(url).queryItemValue(QStringLiteral("host"), QUrl::FullyDecoded);
        database.setHostName(socket.isEmpty() ? url.host() : socket);
        database.setPort(url.port(5432));
        database.setDatabaseName(url.path().mid(1));
        database.setUserName(url.userName());
        database.setPassword(url.password());
    } else {
        database.setDatabaseName(QString::fromStdU16String(location.file.u16string()));
        database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=10000"));
    }
    const bool opened = database.open();
    std::unique_ptr<Sql> sql(new Sql(std::move(connection)));
    if (!opened)
        return fail(ErrorCode::Io, QT_TRANSLATE_NOOP("Error", "Could not open the database %1: %2"),
            {location.isServer() ? sql->m_connection->database.databaseName().toStdString() : location.file.string(),
                sql->m_connection->database.lastError().text().toStdString()});
    if (location.isServer()) {
        sql->script(sync == Sync::Full ? "SET synchronous_commit TO on" : "SET synchronous_commit TO off");
    } else {
        sql->script("PRAGMA foreign_keys=ON");
        sql->script("PRAGMA journal_mode=WAL");
        sql->script(sync == Sync::Full ? "PRAGMA synchronous=FULL" : "PRAGMA synchronous=NORMAL");
    }
    if (sql->hasFailed())
        return tl::unexpected(sql->takeError());
    return sql;
}

Result<std::unique_ptr<Sql>> Sql::openToLook(const std::filesystem::path &file)
{
    static std::atomic<int> count = 0;
    auto connection = std::make_unique<Connection>();
    connection->name = QStringLiteral("berth-look-%1").arg(++count);
    auto &database = connection->database;
    database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), connection->name);
    database.setDatabaseName(QString::fromStdU16String(file.u16string()));
    database.setConnectOptions(QStringLiteral("QSQLITE_OPEN_READONLY"));
    const bool opened = database.open();
    std::unique_ptr<Sql> sql(new Sql(std::move(connection)));
    if (!opened)
        return fail(ErrorCode::Io, QT_TRANSLATE_NOOP("Error", "Could not open the database %1: %2"),
            {file.string(), sql->m_connection->database.lastError().text().toStdString()});
    return sql;
}

bool Sql::isServer() const { return m_connection->isServer; }

void Sql::begin() { run(isServer() ? "BEGIN" : "BEGIN IMMEDIATE"); }

void Sql::beginReading() { run(isServer() ? "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY" : "BEGIN"); }

void Sql::endReading()
{
    const bool failed = std::exchange(m_failed, false);
    run("COMMIT");
    m_failed = failed || m_failed;
}

void Sql::failWith(const char *statement, const void *query)
{
    const auto error = static_cast<const QSqlQuery *>(query)->lastError();
    const auto code = error.nativeErrorCode();
    const int native = code.toInt() & 0xff; // without SQLite's extension
    const bool isFull = isServer() ? code == QLatin1String("53100") : native == 13;
    const bool isDamaged = isServer() ? code == QLatin1String("XX001") || code == QLatin1String("XX002") : native == 11 || native == 26;
    m_failed = true;
    if (isFull)
        m_error = fail(ErrorCode::NoSpace, QT_TRANSLATE_NOOP("Error", "The disk that holds the database is full")).value();
    else if (isDamaged)
        m_error = fail(ErrorCode::Damaged, QT_TRANSLATE_NOOP("Error", "The database is damaged")).value();
    else
        m_error = fail(ErrorCode::Internal, QT_TRANSLATE_NOOP("Error", "The database refused a statement: %1 (%2)"),
            {error.databaseText().toStdString(), std::string(statement).substr(0, 60)})
                      .value();
}

void *Sql::prepare(const char *statement, const std::vector<SqlValue> &values)
{
    auto &slot = m_connection->prepared[statement];
    if (isServer() && values.empty()) { // transactions cannot be prepared there
        if (!slot)
            slot = std::make_unique<QSqlQuery>(m_connection->database);
        if (slot->exec(QString::fromUtf8(statement)))
            return slot.get();
        failWith(statement, slot.get());
        slot->finish();
        return nullptr;
    }
    if (!slot) {
        slot = std::make_unique<QSqlQuery>(m_connection->database);
        slot->setForwardOnly(!isServer()); // a server's rows would block the connection until all are read
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
            slot->bindValue(position++, toQString(*text));
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

SqlRows Sql::runSelect(const char *statement, const std::vector<SqlValue> &values) { return SqlRows(*this, m_failed ? nullptr : prepare(statement, values)); }

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
    for (const auto &part : QString::fromUtf8(statements.data(), qsizetype(statements.size())).split(QLatin1Char(';'), Qt::SkipEmptyParts)) {
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
