// SPDX-License-Identifier: Apache-2.0
#include "support/OpenApiCheck.h"

#include <algorithm>

#include <QFile>
#include <QRegularExpression>

namespace berth::test {

namespace {

QString toQString(std::string_view text) { return QString::fromUtf8(text.data(), qsizetype(text.size())); }

/// One component of a path against one of a template.
bool fits(const QString &part, const QString &wanted) { return wanted.startsWith(QLatin1Char('{')) ? !part.isEmpty() : part == wanted; }

bool isOfType(const json::value &value, const std::string &type)
{
    return (type == "object" && value.is_object()) || (type == "array" && value.is_array()) || (type == "string" && value.is_string())
        || (type == "boolean" && value.is_bool()) || (type == "integer" && (value.is_int64() || value.is_uint64())) || (type == "number" && value.is_number());
}

} // namespace

OpenApiCheck::OpenApiCheck(json::value document)
    : m_document(std::move(document))
{
    const auto &servers = json::list(m_document, "servers");
    m_server = servers.empty() ? QString() : toQString(json::text(servers[0], "url"));
}

const OpenApiCheck &OpenApiCheck::ofBerth()
{
    static const OpenApiCheck check = [] {
        QFile file(QStringLiteral(BERTH_SOURCE_DIR "/resources/openapi.json"));
        const bool opened = file.open(QIODevice::ReadOnly);
        return OpenApiCheck(json::parseStrict(opened ? file.readAll().toStdString() : std::string()).value_or(json::value()));
    }();
    return check;
}

QList<OpenApiCheck::Operation> OpenApiCheck::operations() const
{
    QList<Operation> list;
    const auto *paths = json::find(m_document, "paths");
    if (!paths)
        return list;
    for (const auto &path : paths->as_object()) {
        for (const auto &member : path.value().as_object()) {
            if (member.key() != "parameters")
                list.append({toQString(member.key()).toUpper().toLatin1(), toQString(path.key())});
        }
    }
    return list;
}

json::value OpenApiCheck::findOperation(const QByteArray &method, const QString &path) const
{
    const auto *paths = json::find(m_document, "paths");
    if (!paths || !path.startsWith(m_server))
        return nullptr;
    const auto parts = path.mid(m_server.size()).split(QLatin1Char('/'));
    for (const auto &described : paths->as_object()) {
        const auto wanted = toQString(described.key()).split(QLatin1Char('/'));
        if (!std::equal(parts.begin(), parts.end(), wanted.begin(), wanted.end(), fits))
            continue;
        if (const auto *operation = json::find(described.value(), method.toLower().toStdString()))
            return *operation;
    }
    return nullptr;
}

const json::value &OpenApiCheck::resolved(const json::value &node) const
{
    const auto reference = json::text(node, "$ref");
    if (reference.empty())
        return node;
    static const json::value nowhere;
    const json::value *found = &m_document;
    for (const auto &part : toQString(reference).split(QLatin1Char('/')).mid(1)) {
        found = json::find(*found, part.toStdString());
        if (!found)
            return nowhere;
    }
    return resolved(*found);
}

QString OpenApiCheck::fault(const QByteArray &method, const QString &path, int status, const QByteArray &type, const QByteArray &body) const
{
    const auto where = QString::fromLatin1(method) + QLatin1Char(' ') + path + QStringLiteral(" answered %1: ").arg(status);
    const auto operation = findOperation(method, path);
    if (operation.is_null()) {
        static constexpr int refusals[] = {400, 401, 403, 404, 405, 421, 429};
        if (std::ranges::find(refusals, status) == std::end(refusals))
            return where + QStringLiteral("it is not in the document");
        const auto wrong = faultOfBody(json::object{{"$ref", "#/components/schemas/Error"}}, type, body);
        return wrong.isEmpty() ? QString() : where + wrong;
    }
    const auto *responses = json::find(operation, "responses");
    const auto *response = responses ? json::find(*responses, std::to_string(status)) : nullptr;
    if (!response)
        return where + QStringLiteral("the document does not know this status here");
    const auto *content = json::find(resolved(*response), "content");
    const auto *json = content ? json::find(*content, "application/json") : nullptr;
    const auto *schema = json ? json::find(*json, "schema") : nullptr;
    const auto wrong = schema ? faultOfBody(*schema, type, body) : QStringLiteral("the document describes no body");
    return wrong.isEmpty() ? QString() : where + wrong;
}

QString OpenApiCheck::faultOfBody(const json::value &schema, const QByteArray &type, const QByteArray &body) const
{
    if (type != "application/json")
        return QStringLiteral("the type is %1").arg(QString::fromLatin1(type));
    const auto value = json::parseStrict(std::string_view(body.constData(), std::size_t(body.size())));
    return value ? faultOf(schema, *value, QStringLiteral("body")) : QStringLiteral("the body is no JSON");
}

QString OpenApiCheck::faultOf(const json::value &node, const json::value &value, const QString &place) const
{
    const auto &schema = resolved(node);
    if (const auto &all = json::list(schema, "allOf"); !all.empty()) {
        if (value.is_null() && json::boolean(schema, "nullable"))
            return {};
        for (const auto &one : all) {
            if (const auto wrong = faultOf(one, value, place); !wrong.isEmpty())
                return wrong;
        }
        return {};
    }
    const auto type = json::text(schema, "type");
    if (type.empty())
        return place + QStringLiteral(" is not described");
    if (value.is_null())
        return json::boolean(schema, "nullable") ? QString() : place + QStringLiteral(" is null");
    if (!isOfType(value, type))
        return place + QStringLiteral(" is no %1").arg(toQString(type));
    if (const auto &words = json::list(schema, "enum"); !words.empty() && std::ranges::find(words, value) == words.end())
        return place + QStringLiteral(" is none of the words described: ") + toQString(json::serialize(value));
    if (json::text(schema, "format") == "date-time") {
        static const QRegularExpression time(QStringLiteral("^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z$"));
        if (!time.match(toQString(value.get_string())).hasMatch())
            return place + QStringLiteral(" is no time");
    }
    if (value.is_array()) {
        const auto *items = json::find(schema, "items");
        int number = 0;
        for (const auto &element : value.get_array()) {
            const auto at = place + QStringLiteral("[%1]").arg(number++);
            if (const auto wrong = items ? faultOf(*items, element, at) : at + QStringLiteral(" is not described"); !wrong.isEmpty())
                return wrong;
        }
    }
    return value.is_object() ? faultOfObject(schema, value.get_object(), place) : QString();
}

QString OpenApiCheck::faultOfObject(const json::value &schema, const json::object &value, const QString &place) const
{
    for (const auto &name : json::list(schema, "required")) {
        if (!value.contains(name.as_string()))
            return place + QStringLiteral(" lacks ") + toQString(name.as_string());
    }
    const auto *properties = json::find(schema, "properties");
    const auto *others = json::find(schema, "additionalProperties");
    for (const auto &member : value) {
        const auto at = place + QLatin1Char('.') + toQString(member.key());
        const auto *described = properties ? json::find(*properties, member.key()) : nullptr;
        if (!described && others && others->is_bool() && others->get_bool())
            continue;
        if (!described && others && others->is_object())
            described = others;
        if (const auto wrong = described ? faultOf(*described, member.value(), at) : at + QStringLiteral(" is not described"); !wrong.isEmpty())
            return wrong;
    }
    return {};
}

} // namespace berth::test
