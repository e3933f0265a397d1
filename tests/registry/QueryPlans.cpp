// SPDX-License-Identifier: Apache-2.0
#include "QueryPlans.h"

#include <list>

#include <QFile>
#include <QMap>
#include <QRegularExpression>
#include <QSet>

#include "registry/store/Sql.h"

namespace berth::test {

namespace {

const QSet<QString> growing{QStringLiteral("repository"), QStringLiteral("blob"), QStringLiteral("repository_blob"), QStringLiteral("registry_blob"),
    QStringLiteral("manifest"), QStringLiteral("manifest_bytes"), QStringLiteral("manifest_blob"), QStringLiteral("manifest_child"),
    QStringLiteral("manifest_missing"), QStringLiteral("tag"), QStringLiteral("trash_operation"), QStringLiteral("trash_tag"), QStringLiteral("event"),
    QStringLiteral("tag_change"), QStringLiteral("registry"), QStringLiteral("job_run"), QStringLiteral("cleanup_task"), QStringLiteral("cleanup_log"),
    QStringLiteral("webhook_policy"), QStringLiteral("webhook_delivery")};

/// What may read all of a table, by how the statement begins or what it holds.
struct Exception {
    const char *part;
    const char *why;
};
constexpr Exception exceptions[] = {
    {"instr(", "search by substring looks at every name"},
    {"SELECT id, name FROM registry", "the catalogue goes registry by registry, in the order of whole names"},
    {"SELECT DISTINCT registry FROM trash_operation", "follows an index; for keys that may not see all"},
    {"WHERE deleting = 1 AND", "follows an index of the few blobs that a step of the collection has marked"},
    {"min(m.pushed_at)", "reads the first of an index"},
    {"FROM event ORDER BY id LIMIT", "reads the oldest first, a step of the upkeep's, which begins half a minute after the start"},
    {"AND relied_at >= ", "what nothing holds and somebody relied on within two hours"},
    {"relied_at > ", "stamps of a clock that went back"},
    {"deleted_at > ", "likewise"},
    {"FROM trash_operation WHERE registry = ", "the deletions of one registry, for keys that may not see all"},
    {"FROM trash_operation o JOIN repository p ON p.operation_id = o.id WHERE o.registry = ", "likewise"},
    {"FROM job_run WHERE finished_at = 0", "follows an index of the few that are under way, at the start"},
    {"FROM registry WHERE cleanup_cron <> ''", "follows an index of those that have a schedule"},
    {"repository_4", "makes the tables of a new folder"},
};

bool isExcepted(const QString &statement)
{
    for (const auto &exception : exceptions) {
        if (statement.contains(QLatin1String(exception.part)))
            return true;
    }
    return false;
}

/// By the names under which a statement knows them.
QMap<QString, QString> tablesOf(const QString &statement)
{
    static const QRegularExpression pattern(
        QStringLiteral("\\b(?:FROM|JOIN|UPDATE|INTO)\\s+(\\w+)(?:\\s+(?:AS\\s+)?(?!ON\\b|WHERE\\b|SET\\b|JOIN\\b|LEFT\\b|ORDER\\b|GROUP\\b|LIMIT\\b)(\\w+))?"));
    QMap<QString, QString> tables;
    for (auto matches = pattern.globalMatch(statement); matches.hasNext();) {
        const auto match = matches.next();
        tables[match.captured(1)] = match.captured(1);
        if (!match.captured(2).isEmpty())
            tables[match.captured(2)] = match.captured(1);
    }
    return tables;
}

/// True for "SEARCH m USING INDEX … (repository_id=?)": as many rows as an image, a registry or a layer that all share has. What is bounded by
/// more than that, as by a tag's name, is a few rows.
bool isWide(const QString &detail, const QString &table)
{
    static const QRegularExpression bounds(QStringLiteral("\\((.*)\\)"));
    static const QRegularExpression equal(QStringLiteral("(\\w+)=\\?"));
    static const QSet<QString> places{QStringLiteral("repository_id"), QStringLiteral("registry_id"), QStringLiteral("registry"),
        QStringLiteral("former_registry"), QStringLiteral("image"), QStringLiteral("listed"), QStringLiteral("refs"), QStringLiteral("left_at")};
    static const QSet<QString> byDigest{QStringLiteral("repository_blob"), QStringLiteral("registry_blob"), QStringLiteral("manifest_blob")};
    const auto text = bounds.match(detail).captured(1);
    QSet<QString> columns;
    for (auto matches = equal.globalMatch(text); matches.hasNext();)
        columns << matches.next().captured(1);
    if (columns == QSet<QString>{QStringLiteral("digest")})
        return byDigest.contains(table);
    return !text.isEmpty() && places.contains(columns);
}

} // namespace

QStringList statementsIn(const QString &traceFile)
{
    QFile file(traceFile);
    QStringList statements;
    if (file.open(QIODevice::ReadOnly)) {
        for (const auto &statement : file.readAll().split('\0')) {
            if (!statement.isEmpty())
                statements << QString::fromUtf8(statement);
        }
    }
    statements.removeDuplicates();
    return statements;
}

QStringList scansOf(const QStringList &statements, const std::filesystem::path &database)
{
    static std::list<std::string> texts; // a connection knows its statements by where they lie
    QStringList faults;
    const auto sql = std::move(Sql::open(database, Sql::Sync::Normal).value());
    static const QRegularExpression kind(QStringLiteral("^\\s*(SELECT|INSERT|UPDATE|DELETE)\\b"));
    for (const auto &statement : statements) {
        if (!kind.match(statement).hasMatch() || statement.contains(QLatin1String("sqlite_")) || isExcepted(statement))
            continue;
        const auto tables = tablesOf(statement);
        const bool isPage = statement.contains(QLatin1String("LIMIT"));
        static const QRegularExpression value(QStringLiteral("\\?|:\\d+\\b")); // Qt gives its own names to what stands for values
        texts.push_back("EXPLAIN QUERY PLAN " + QString(statement).replace(value, QStringLiteral("'1'")).toStdString());
        QString plan;
        bool isFault = false;
        auto rows = sql->select(texts.back().c_str());
        while (rows.next()) {
            const auto detail = QString::fromStdString(rows.text(3));
            plan += QStringLiteral("\n        ") + detail;
            const auto words = detail.split(QLatin1Char(' '));
            const auto table = tables.value(words.value(1), words.value(1));
            const bool grows = growing.contains(table);
            // What a statement does not name is looked at for foreign keys, up to the first row.
            if (words.value(0) == QLatin1String("SEARCH") && tables.contains(words.value(1)) && grows && !isPage && isWide(detail, table))
                isFault = true;
            // Over an index in its order, a page ends where its LIMIT says.
            if (words.value(0) == QLatin1String("SCAN") && grows && !(isPage && detail.contains(QLatin1String("INDEX"))))
                isFault = true;
            if (detail.startsWith(QLatin1String("USE TEMP B-TREE FOR ORDER BY")) && isPage)
                isFault = true;
        }
        if (sql->hasFailed())
            faults << statement + QStringLiteral(": ") + QString::fromStdString(sql->takeError().message);
        else if (isFault)
            faults << statement + plan;
    }
    return faults;
}

} // namespace berth::test
