// SPDX-License-Identifier: Apache-2.0
#include "client/drivers/ncr/NcrReplies.h"

#include "core/Time.h"

namespace berth::ncrreplies {

namespace {

QString textOf(const json::value &from, std::string_view key) { return QString::fromStdString(json::text(from, key)); }

QDateTime timeOf(const json::value &from, std::string_view key)
{
    const auto time = fromRfc3339(json::text(from, key));
    return time == 0 ? QDateTime() : toDateTime(time);
}

QString platformOf(const json::value &from)
{
    QStringList parts;
    for (const char *key : {"os", "architecture", "variant"}) {
        const QString part = textOf(from, key);
        if (!part.isEmpty())
            parts << part;
    }
    return parts.join(QLatin1Char('/'));
}

ErrorCode codeOfStatus(std::int64_t status)
{
    switch (status) {
    case 400:
    case 422: return ErrorCode::BadRequest;
    case 401: return ErrorCode::Unauthorized;
    case 403: return ErrorCode::Denied;
    case 404: return ErrorCode::NotFound;
    case 405: return ErrorCode::MethodNotAllowed;
    case 409: return ErrorCode::Conflict;
    case 412: return ErrorCode::Precondition;
    case 413: return ErrorCode::TooLarge;
    case 429: return ErrorCode::TooManyRequests;
    case 501: return ErrorCode::Unsupported;
    default: return ErrorCode::Internal;
    }
}

Result<json::value> parsed(const HttpReply &reply)
{
    const std::string_view text(reply.body.constData(), size_t(reply.body.size()));
    auto value = json::parseStrict(text);
    if (value && value->is_object())
        return value;
    const char *pattern = reply.body.trimmed().isEmpty() ? QT_TRANSLATE_NOOP("Error", "The server answered HTTP %1 with nothing in it.")
        : reply.body.trimmed().startsWith('<')           ? QT_TRANSLATE_NOOP("Error", "A gateway answered instead of the server: HTTP %1 with a web page.")
                                                         : QT_TRANSLATE_NOOP("Error", "The server answered HTTP %1 with something that is not JSON.");
    return fail(reply.status >= 400 ? codeOfStatus(reply.status) : ErrorCode::Internal, pattern, {std::to_string(reply.status)});
}

ReferenceSummary reference(const json::value &from)
{
    ReferenceSummary result;
    result.digest = textOf(from, "child_digest");
    if (const auto *platform = json::find(from, "platform"))
        result.platform = platformOf(*platform);
    result.sizeBytes = json::integer(from, "size", -1);
    result.pulled = timeOf(from, "pull_time");
    return result;
}

ArtifactSummary artifact(const json::value &from)
{
    ArtifactSummary result;
    result.digest = textOf(from, "digest");
    result.mediaType = textOf(from, "manifest_media_type");
    result.kind = textOf(from, "type");
    result.sizeBytes = json::integer(from, "size", -1);
    result.pullCount = json::integer(from, "pull_count", -1);
    result.pushed = timeOf(from, "push_time");
    result.pulled = timeOf(from, "pull_time");
    if (const auto *extra = json::find(from, "extra_attrs")) {
        result.platform = platformOf(*extra);
        result.author = textOf(*extra, "author");
        result.built = timeOf(*extra, "created");
    }
    for (const auto &tag : json::list(from, "tags"))
        result.tags << textOf(tag, "name");
    result.tagCount = json::integer(from, "tag_count", result.tags.size());
    for (const auto &child : json::list(from, "references"))
        result.references << reference(child);
    return result;
}

} // namespace

Result<json::value> open(const HttpReply &reply)
{
    auto value = parsed(reply);
    if (!value)
        return value;
    const auto *header = json::find(*value, "header");
    if (!header || !header->is_object()) {
        if (reply.status >= 400)
            return openPlain(reply);
        return fail(ErrorCode::Internal, QT_TRANSLATE_NOOP("Error", "The server answered with something that NCR's API does not say."));
    }
    const auto code = json::integer(*header, "resultCode");
    const auto *verdict = json::find(*header, "isSuccessful");
    if (reply.status < 400 && (verdict ? json::boolean(*header, "isSuccessful") : code == 200))
        return value;
    auto message = json::text(*header, "resultMessage");
    const auto kind = codeOfStatus(reply.status >= 400 ? reply.status : code - 10000);
    if (message.empty())
        return fail(kind, QT_TRANSLATE_NOOP("Error", "The server refused with the code %1."), {std::to_string(code)});
    return code >= 10000 ? fail(kind, QT_TRANSLATE_NOOP("Error", "%1 (code %2)"), {message, std::to_string(code)}) : fail(kind, message);
}

Result<json::value> openPlain(const HttpReply &reply)
{
    auto value = parsed(reply);
    if (!value || reply.status < 400)
        return value;
    const auto &errors = json::list(*value, "errors");
    const auto message = errors.empty() ? std::string() : json::text(errors.front(), "message");
    const auto kind = codeOfStatus(reply.status);
    return message.empty() ? fail(kind, QT_TRANSLATE_NOOP("Error", "The server answered HTTP %1."), {std::to_string(reply.status)}) : fail(kind, message);
}

QList<RegistrySummary> registries(const json::value &reply, const QString &host)
{
    QList<RegistrySummary> result;
    for (const auto &item : json::list(reply, "registries")) {
        RegistrySummary row;
        row.id = json::integer(item, "project_id");
        row.name = textOf(item, "name");
        row.address = textOf(item, "uri");
        if (row.address.isEmpty())
            row.address = host + QLatin1Char('/') + row.name;
        row.imageCount = json::integer(item, "repo_count", -1);
        row.usedBytes = json::integer(item, "usage", -1);
        row.isCache = json::integer(item, "registry_id") != 0;
        row.created = timeOf(item, "creation_time");
        if (!row.name.isEmpty())
            result << row;
    }
    return result;
}

QList<ImageSummary> images(const json::value &reply, const QString &registry)
{
    QList<ImageSummary> result;
    const QString prefix = registry + QLatin1Char('/');
    for (const auto &item : json::list(reply, "images")) {
        ImageSummary row;
        row.registry = registry;
        row.name = textOf(item, "name");
        if (row.name.startsWith(prefix))
            row.name.remove(0, prefix.size());
        row.artifactCount = json::integer(item, "artifact_count", -1);
        row.tagCount = json::integer(item, "tag_count", -1);
        row.pullCount = json::integer(item, "pull_count", -1);
        row.usedBytes = json::integer(item, "usage", -1);
        row.pushed = timeOf(item, "update_time");
        if (!row.name.isEmpty())
            result << row;
    }
    return result;
}

QList<ArtifactSummary> artifacts(const json::value &reply)
{
    QList<ArtifactSummary> result;
    for (const auto &item : json::list(reply, "artifacts")) {
        auto row = artifact(item);
        if (!row.digest.isEmpty())
            result << row;
    }
    return result;
}

QList<TagSummary> tags(const json::value &reply)
{
    QList<TagSummary> result;
    for (const auto &item : json::list(reply, "tags"))
        result << TagSummary{textOf(item, "name"), timeOf(item, "push_time"), timeOf(item, "pull_time")};
    return result;
}

SearchResult search(const json::value &reply)
{
    SearchResult result;
    for (const auto &item : json::list(reply, "images")) {
        const QString path = textOf(item, "name");
        ImageSummary row;
        row.registry = path.section(QLatin1Char('/'), 0, 0);
        row.name = path.section(QLatin1Char('/'), 1);
        row.artifactCount = json::integer(item, "artifact_count", -1);
        row.pushed = timeOf(item, "update_time");
        result.images << row;
    }
    for (const auto &item : json::list(reply, "tags")) {
        const QString path = textOf(item, "image");
        result.tags << FoundTag{
            path.section(QLatin1Char('/'), 0, 0), path.section(QLatin1Char('/'), 1), textOf(item, "name"), textOf(item, "digest"), timeOf(item, "push_time")};
    }
    result.isWhole = json::boolean(reply, "whole", true);
    result.lookedAt = json::integer(reply, "looked_at");
    return result;
}

DeletionForecast forecast(const json::value &reply)
{
    DeletionForecast result;
    for (const auto &tag : json::list(reply, "tags"))
        result.tags << QString::fromUtf8(tag.is_string() ? tag.get_string().c_str() : "");
    result.tagCount = json::integer(reply, "tag_count", result.tags.size());
    result.artifactCount = json::integer(reply, "artifact_count");
    result.isAtLeast = json::boolean(reply, "at_least");
    result.onlyHereBytes = json::integer(reply, "only_here_bytes");
    result.sharedBytes = json::integer(reply, "shared_bytes");
    result.returns = timeOf(reply, "returns_at");
    return result;
}

} // namespace berth::ncrreplies
