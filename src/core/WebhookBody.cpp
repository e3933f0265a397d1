// SPDX-License-Identifier: Apache-2.0
// What a webhook sends, in Harbor's default form, as CloudEvents 1.0 and for Slack.
#include "core/Webhook.h"

#include <string>

#include <QString>

namespace berth {

namespace {

constexpr std::int64_t msASecond = 1000;
constexpr qsizetype longestSlackText = 3000;

json::object dataOf(const WebhookEvent &event)
{
    const auto name = event.registry + "/" + event.image;
    const auto &tag = event.tag.empty() ? event.digest : event.tag;
    const auto url = event.server + "/" + name + (event.tag.empty() ? "@" : ":") + tag;
    json::object repository;
    if (event.imageCreated != 0)
        repository["date_created"] = event.imageCreated / msASecond;
    repository["name"] = event.image;
    repository["namespace"] = event.registry;
    repository["repo_full_name"] = name;
    repository["repo_type"] = event.isPublic ? "public" : "private";
    return {{"resources", json::array{json::object{{"digest", event.digest}, {"tag", tag}, {"resource_url", url}}}}, {"repository", std::move(repository)}};
}

std::string cloudType(std::string_view event)
{
    return std::string("harbor.artifact.") + (event == webhookevent::push ? "pushed" : event == webhookevent::pull ? "pulled" : "deleted");
}

/// On several lines, tabs before them, members in their order.
void writePretty(const json::value &value, std::string &text, std::size_t depth)
{
    const auto lines = [&](const auto &elements, char open, char close, const auto &write) {
        text += open;
        const char *before = "\n";
        for (const auto &element : elements) {
            text += before + std::string(depth + 1, '\t');
            write(element);
            before = ",\n";
        }
        text += (elements.empty() ? std::string() : "\n" + std::string(depth, '\t')) + close;
    };
    if (value.is_object())
        lines(value.get_object(), '{', '}', [&](const auto &member) {
            text += json::serialize(json::value(member.key())) + ": ";
            writePretty(member.value(), text, depth + 1);
        });
    else if (value.is_array())
        lines(value.get_array(), '[', ']', [&](const json::value &element) { writePretty(element, text, depth + 1); });
    else
        text += json::serialize(value);
}

/// What Slack would read as its own: mentions, links, and the end of a code block.
QString plain(QString text)
{
    return text.replace(QLatin1Char('&'), QLatin1String("&amp;"))
        .replace(QLatin1Char('<'), QLatin1String("&lt;"))
        .replace(QLatin1Char('>'), QLatin1String("&gt;"));
}

/// At most so long, without half of an escape, and marked where something is missing.
QString cut(const QString &text, qsizetype longest)
{
    if (text.size() <= longest)
        return text;
    auto shorter = text.left(longest - 1);
    if (const auto escape = shorter.lastIndexOf(QLatin1Char('&')); escape >= 0 && shorter.indexOf(QLatin1Char(';'), escape) < 0)
        shorter.truncate(escape);
    if (!shorter.isEmpty() && shorter.back().isHighSurrogate())
        shorter.chop(1);
    return shorter + QChar(0x2026);
}

json::object section(const QString &text)
{
    return {{"type", "section"}, {"text", json::object{{"type", "mrkdwn"}, {"text", cut(text, longestSlackText).toStdString()}}}};
}

json::object slackMessage(const WebhookEvent &event)
{
    const auto type = QString::fromUtf8(event.type.data(), qsizetype(event.type.size()));
    const auto actor = plain(QString::fromStdString(event.actor));
    const auto seconds = event.at / msASecond;
    const auto reference = event.registry + "/" + event.image + (event.tag.empty() ? "@" + event.digest : ":" + event.tag);
    const auto when = toDateTime(event.at).toString(QStringLiteral("yyyy-MM-dd HH:mm 'UTC'"));
    std::string data;
    writePretty(dataOf(event), data, 0);
    auto code = plain(QString::fromStdString(data));
    code.replace(QLatin1String("```"), QLatin1String("'''"));
    const QString fence = QStringLiteral("```");
    const auto heading = [](const char *name, const QString &value) {
        return section(QLatin1Char('*') + QLatin1String(name) + QLatin1String(value.isEmpty() ? ":*" : ":* ") + value);
    };
    return {
        {"text",
            (type + QLatin1Char(' ') + plain(QString::fromStdString(reference)) + (actor.isEmpty() ? QString() : QLatin1String(" by ") + actor)).toStdString()},
        {"blocks",
            json::array{section(QStringLiteral("*Harbor webhook events*")), heading("event_type", type),
                heading("occur_at", QStringLiteral("<!date^%1^{date} at {time}|%2>").arg(seconds).arg(when)), heading("operator", actor),
                heading("event_data", {}), section(fence + cut(code, longestSlackText - 2 * fence.size()) + fence)}}};
}

} // namespace

WebhookBody webhookBody(const WebhookTarget &target, const WebhookEvent &event, const WebhookContext &context)
{
    if (target.kind == WebhookTarget::Kind::Slack)
        return {"application/json", json::serialize(slackMessage(event))};
    if (target.format == WebhookTarget::Format::Default)
        return {"application/json",
            json::serialize(json::object{{"type", event.type}, {"occur_at", event.at / msASecond}, {"operator", event.actor}, {"event_data", dataOf(event)}})};
    const auto time = toDateTime(event.at / msASecond * msASecond).toString(QStringLiteral("yyyy-MM-dd'T'HH:mm:ss'Z'")).toStdString();
    return {"application/cloudevents+json",
        json::serialize(json::object{{"specversion", "1.0"}, {"id", context.id}, {"source", context.source}, {"type", cloudType(event.type)},
            {"datacontenttype", "application/json"}, {"time", time}, {"data", dataOf(event)}, {"operator", event.actor}, {"requestid", context.request}})};
}

} // namespace berth
