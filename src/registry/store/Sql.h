// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/Result.h"
#include "registry/store/DatabaseLocation.h"

namespace berth {

/// One value on its way into a statement.
struct SqlBlob {
    std::string_view bytes;
};
using SqlValue = std::variant<std::int64_t, std::string, SqlBlob>;

class Sql;

/// The rows of one SELECT, read forward. Ends its snapshot when destroyed. A failure on the way ends the rows and sticks to the Sql.
class SqlRows {
public:
    SqlRows(Sql &sql, void *query);
    SqlRows(SqlRows &&other) noexcept;
    SqlRows(const SqlRows &) = delete;
    SqlRows &operator=(const SqlRows &) = delete;
    SqlRows &operator=(SqlRows &&) = delete;
    ~SqlRows();

    bool next();
    std::int64_t integer(int column) const;
    std::string text(int column) const;
    std::string bytes(int column) const;

private:
    Sql *m_sql;
    void *m_query; ///< Borrowed from the connection's cache; null after a failed statement.
};

/// One connection to the database. Belongs to the thread that opened it.
///
/// Failure is sticky: after a statement has failed, statements do nothing and selects give no rows until takeError(). So a function
/// of several statements reads straight down, and whoever opened the transaction asks once at its end.
class Sql {
public:
    enum class Sync { Normal, Full }; ///< Full: a commit returns only when it would survive a power cut.

    /// A file that is not there is made; a database of a server must be.
    static Result<std::unique_ptr<Sql>> open(const DatabaseLocation &location, Sync sync);
    /// For reading an existing file without changing anything of it.
    static Result<std::unique_ptr<Sql>> openToLook(const std::filesystem::path &file);
    ~Sql();
    Sql(const Sql &) = delete;
    Sql &operator=(const Sql &) = delete;

    /// `statement` is a literal: prepared once for each connection. Placeholders are "?", and their number is checked.
    template <class... Values> SqlRows select(const char *statement, const Values &...values) { return runSelect(statement, {toValue(values)...}); }

    /// Rows changed; 0 after a failure.
    template <class... Values> std::int64_t run(const char *statement, const Values &...values) { return runStatement(statement, {toValue(values)...}); }

    /// First column of the first row, or `absent`.
    template <class... Values> std::int64_t integer(const char *statement, std::int64_t absent, const Values &...values)
    {
        auto rows = select(statement, values...);
        return rows.next() ? rows.integer(0) : absent;
    }

    /// Begins a transaction that writes. On SQLite it waits for others that do; a server sees one writer only, the WriterThread.
    void begin();

    /// Between the two, statements that read see one state of the database. A failure in between is kept.
    void beginReading();
    void endReading();

    /// True on PostgreSQL, for the few statements that have no common form.
    bool isServer() const;

    /// Several statements at once, without parameters: schema and pragmas.
    void script(std::string_view statements);

    bool hasFailed() const { return m_failed; }

    /// The failure, which is thereby over.
    Error takeError();

private:
    friend class SqlRows;
    struct Connection;
    explicit Sql(std::unique_ptr<Connection> connection);

    static SqlValue toValue(std::int64_t value) { return value; }
    static SqlValue toValue(int value) { return std::int64_t(value); }
    static SqlValue toValue(std::uint64_t value) { return std::int64_t(value); }
    static SqlValue toValue(const std::string &value) { return value; }
    static SqlValue toValue(std::string_view value) { return std::string(value); }
    static SqlValue toValue(const char *value) { return std::string(value); }
    static SqlValue toValue(SqlBlob value) { return value; }

    void *prepare(const char *statement, const std::vector<SqlValue> &values);
    SqlRows runSelect(const char *statement, const std::vector<SqlValue> &values);
    std::int64_t runStatement(const char *statement, const std::vector<SqlValue> &values);
    void failWith(const char *statement, const void *query);

    std::unique_ptr<Connection> m_connection;
    bool m_failed = false;
    Error m_error;
};

} // namespace berth
