// SPDX-License-Identifier: Apache-2.0
#include "client/drivers/ncr/NcrPolicyReplies.h"

#include <array>

#include <QHash>

#include "core/Time.h"

namespace berth::ncrreplies {

namespace {

constexpr std::array allKeeps{Keep::Always, Keep::LatestPushed, Keep::LatestPulled, Keep::PushedWithin, Keep::PulledWithin};

QString textOf(const json::value &from, std::string_view key) { return QString::fromStdString(json::text(from, key)); }

/// Harbor writes the year 1 for a time that has not come.
QDateTime timeOf(const json::value &from, std::string_view key)
{
    const auto time = fromRfc3339(json::text(from, key));
    return time <= 0 ? QDateTime() : toDateTime(time);
}

json::object selector(bool excludes, const std::string &pattern) { return {{"include", !excludes}, {"pattern", pattern}}; }

template <class Selector> void read(const json::value &from, std::string_view key, Selector &selector)
{
    const auto *given = json::find(from, key);
    selector.excludes = given && !json::boolean(*given, "include", true);
    selector.pattern = given ? json::text(*given, "pattern", "**") : "**";
}

CleanupRun::State stateOf(const QString &status)
{
    static const QHash<QString, CleanupRun::State> states{{QStringLiteral("success"), CleanupRun::State::Done},
        {QStringLiteral("succeed"), CleanupRun::State::Done}, {QStringLiteral("stopped"), CleanupRun::State::Stopped},
        {QStringLiteral("error"), CleanupRun::State::Failed}, {QStringLiteral("failed"), CleanupRun::State::Failed}};
    return states.value(status.toLower(), CleanupRun::State::Running);
}

/// "2026/11/29 21:03:44" in UTC; empty for never.
QDateTime columnTime(const QString &text)
{
    auto time = QDateTime::fromString(text, QStringLiteral("yyyy/MM/dd HH:mm:ss"));
    time.setTimeSpec(Qt::UTC);
    return time.date().year() > 1 ? time : QDateTime();
}

CleanupEntry::Outcome outcomeOf(const QString &mark)
{
    if (mark == QLatin1String("DEL"))
        return CleanupEntry::Outcome::Deleted;
    if (mark == QLatin1String("IMMUTABLE"))
        return CleanupEntry::Outcome::Protected;
    return mark == QLatin1String("ERR") ? CleanupEntry::Outcome::Failed : CleanupEntry::Outcome::Kept;
}

} // namespace

json::object written(const CleanupRule &rule)
{
    auto tag = selector(rule.tags.excludes, rule.tags.pattern);
    tag["untagged"] = rule.tags.untagged;
    return {{"disabled", !rule.isEnabled}, {"scope", selector(rule.images.excludes, rule.images.pattern)}, {"tag", std::move(tag)},
        {"parameters", json::object{{wordOf(rule.keep), rule.keep == Keep::Always ? -1 : rule.number}}}};
}

json::object written(const ProtectionRule &rule)
{
    return {{"disabled", !rule.isEnabled}, {"scope", selector(rule.images.excludes, rule.images.pattern)},
        {"tag", selector(rule.tags.excludes, rule.tags.pattern)}};
}

json::object written(const WebhookPolicy &webhook)
{
    json::array targets;
    for (const auto &target : webhook.targets) {
        const bool isSlack = target.kind == WebhookTarget::Kind::Slack;
        json::object object{{"type", isSlack ? "slack" : "http"}, {"address", target.address}, {"skip_cert_verify", target.skipsCertificate}};
        if (!target.authHeader.empty())
            object["auth_header"] = target.authHeader;
        if (target.format == WebhookTarget::Format::CloudEvents)
            object["payload_format"] = "CloudEvents";
        targets.push_back(std::move(object));
    }
    json::object object{
        {"enabled", webhook.isEnabled}, {"event_types", json::array(webhook.events.begin(), webhook.events.end())}, {"targets", std::move(targets)}};
    if (!webhook.name.empty())
        object["name"] = webhook.name;
    return object;
}

Result<std::vector<CleanupRule>> cleanupRules(const json::value &reply)
{
    std::vector<CleanupRule> rules;
    for (const auto &item : json::list(reply, "retention_rules")) {
        CleanupRule rule;
        rule.id = json::integer(item, "id");
        rule.isEnabled = !json::boolean(item, "disabled");
        read(item, "scope", rule.images);
        read(item, "tag", rule.tags);
        const auto *tag = json::find(item, "tag");
        rule.tags.untagged = tag ? json::boolean(*tag, "untagged", !rule.tags.excludes) : true;
        const auto *parameters = json::find(item, "parameters");
        bool isKnown = false;
        for (const auto keep : allKeeps) {
            if (!parameters || !json::find(*parameters, wordOf(keep)))
                continue;
            rule.keep = keep;
            rule.number = keep == Keep::Always ? 0 : json::integer(*parameters, wordOf(keep));
            isKnown = true;
        }
        if (!isKnown)
            return fail(ErrorCode::Internal, QT_TRANSLATE_NOOP("Error", "The server has a cleanup policy of a kind that is not known here (number %1)."),
                {std::to_string(rule.id)});
        rules.push_back(std::move(rule));
    }
    return rules;
}

std::vector<ProtectionRule> protectionRules(const json::value &reply)
{
    std::vector<ProtectionRule> rules;
    for (const auto &item : json::list(reply, "immutable_tag_rules")) {
        ProtectionRule rule;
        rule.id = json::integer(item, "id");
        rule.isEnabled = !json::boolean(item, "disabled");
        read(item, "scope", rule.images);
        read(item, "tag", rule.tags);
        rules.push_back(std::move(rule));
    }
    return rules;
}

std::vector<WebhookPolicy> webhooks(const json::value &reply)
{
    std::vector<WebhookPolicy> webhooks;
    for (const auto &item : json::list(reply, "policies")) {
        WebhookPolicy webhook;
        webhook.id = json::integer(item, "id");
        webhook.name = json::text(item, "name");
        webhook.isEnabled = json::boolean(item, "enabled");
        for (const auto &event : json::list(item, "event_types")) {
            if (event.is_string())
                webhook.events.emplace_back(event.get_string());
        }
        for (const auto &given : json::list(item, "targets")) {
            WebhookTarget target;
            target.kind = json::text(given, "type") == "slack" ? WebhookTarget::Kind::Slack : WebhookTarget::Kind::Http;
            target.address = json::text(given, "address");
            target.authHeader = json::text(given, "auth_header");
            target.skipsCertificate = json::boolean(given, "skip_cert_verify");
            if (json::text(given, "payload_format") == "CloudEvents")
                target.format = WebhookTarget::Format::CloudEvents;
            webhook.targets.push_back(std::move(target));
        }
        webhook.createdAt = fromRfc3339(json::text(item, "creation_time"));
        webhook.updatedAt = fromRfc3339(json::text(item, "update_time"));
        webhooks.push_back(std::move(webhook));
    }
    return webhooks;
}

QList<CleanupRun> cleanupRuns(const json::value &reply)
{
    QList<CleanupRun> runs;
    for (const auto &item : json::list(reply, "executions")) {
        CleanupRun run;
        run.id = json::integer(item, "id");
        run.state = stateOf(textOf(item, "status"));
        run.isTest = json::boolean(item, "dry_run");
        run.isScheduled = textOf(item, "trigger").compare(QLatin1String("manual"), Qt::CaseInsensitive) != 0;
        run.started = timeOf(item, "start_time");
        run.finished = timeOf(item, "end_time");
        runs << run;
    }
    return runs;
}

QList<CleanupRunImage> cleanupRunImages(const json::value &reply)
{
    QList<CleanupRunImage> images;
    for (const auto &item : json::list(reply, "tasks")) {
        CleanupRunImage image;
        image.id = json::integer(item, "id");
        image.image = textOf(item, "repository");
        image.sums.total = json::integer(item, "total", -1);
        const auto retained = json::integer(item, "retained", -1);
        image.sums.deleted = image.sums.total >= 0 && retained >= 0 ? image.sums.total - retained : -1;
        image.isOver = stateOf(textOf(item, "status")) != CleanupRun::State::Running;
        images << image;
    }
    return images;
}

QList<CleanupEntry> cleanupEntries(const QString &image, const QString &log)
{
    QHash<QString, int> columns;
    QList<CleanupEntry> entries;
    for (const auto &line : log.split(QLatin1Char('\n'))) {
        if (!line.startsWith(QLatin1Char('|')))
            continue;
        auto cells = line.split(QLatin1Char('|'));
        for (auto &cell : cells)
            cell = cell.trimmed();
        if (cells.contains(QLatin1String("Digest"))) {
            for (int i = 0; i < cells.size(); ++i)
                columns.insert(cells.at(i), i);
            continue;
        }
        const auto cell = [&](const char *name, int usual) { return cells.value(columns.value(QLatin1String(name), usual)); };
        CleanupEntry entry;
        entry.image = image;
        entry.digest = cell("Digest", 1);
        if (!entry.digest.contains(QLatin1Char(':')))
            continue;
        entry.tags = cell("Tag", 2).split(QLatin1Char(','), Qt::SkipEmptyParts);
        entry.tagCount = entry.tags.size();
        entry.pushed = columnTime(cell("PushedTime", 5));
        entry.pulled = columnTime(cell("PulledTime", 6));
        entry.outcome = outcomeOf(cell("Retention", 8));
        entries << entry;
    }
    return entries;
}

} // namespace berth::ncrreplies
