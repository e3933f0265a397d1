// SPDX-License-Identifier: Apache-2.0
#include "registry/jobs/WebhookQueue.h"

#include <algorithm>
#include <map>

#include <QUuid>

#include "core/Json.h"
#include "registry/Log.h"
#include "registry/store/Registries.h"
#include "registry/store/Trash.h"
#include "registry/store/WebhookDeliveries.h"

namespace berth::webhookqueue {

namespace {

constexpr std::int64_t eventsAStep = 100;
constexpr std::int64_t artifactsAStep = 100;
constexpr std::int64_t messagesAStep = 300; ///< Then the writer is others' again.
constexpr std::int64_t mostPullsTold = 100; ///< Of one artifact within the seconds that are gathered.
constexpr const char *serversOwn = "harbor-jobservice"; ///< Who deletes in a cleanup, as the reference system says it.

std::string uuid() { return QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString(); }

bool isPublic(Sql &sql, const std::string &registry)
{
    const auto row = registries::byName(sql, registry);
    const auto metadata = row ? json::parseStrict(row->metadata) : Result<json::value>(json::object());
    return metadata && json::text(*metadata, "public") == "true";
}

class Step {
public:
    Step(Sql &sql, const Parts &parts)
        : m_sql(sql)
        , m_parts(parts)
    {
    }

    /// A message for each target of the webhooks that tell of it.
    void tell(const WebhookEvent &event, std::int64_t number, std::int64_t times = 1)
    {
        for (const auto &policy : policiesOf(event.registry, event.type)) {
            if (number <= policy.since)
                continue;
            const auto most = std::max<std::int64_t>(1, messagesAStep / std::max<std::int64_t>(1, std::int64_t(policy.targets.size())));
            for (std::int64_t i = 0; i < std::min(times, most); ++i)
                addMessages(event, policy, "event");
        }
    }

    std::int64_t addMessages(const WebhookEvent &event, const WebhookPolicy &policy, const char *kind)
    {
        const WebhookContext context{
            "/projects/" + std::to_string(webhookrows::registryOf(m_sql, policy.id)) + "/webhook/policies/" + std::to_string(policy.id), uuid(), uuid()};
        for (std::size_t i = 0; i < policy.targets.size(); ++i) {
            const auto body = webhookBody(policy.targets[i], event, context);
            WebhookDelivery delivery;
            delivery.policy = policy.id;
            delivery.target = std::int64_t(i);
            delivery.recipient = recipientOf(policy.targets[i]);
            delivery.event = event.type;
            delivery.contentType = body.contentType;
            delivery.payload = body.bytes;
            delivery.kind = kind;
            delivery.createdAt = nowMs();
            webhookdeliveries::add(m_sql, delivery, isFull(policy.id, delivery.target));
            ++m_messages;
        }
        return std::int64_t(policy.targets.size());
    }

    WebhookEvent eventOf(std::string_view type, const Event &event)
    {
        WebhookEvent told{type, event.at, event.by.actor, m_parts.server, event.registry, event.image, event.tag, event.digest};
        told.imageCreated = m_sql.integer(
            "SELECT p.created_at FROM registry r JOIN repository p ON p.registry_id = r.id WHERE r.name = ? AND p.name = ?", 0, event.registry, event.image);
        told.isPublic = isPublic(m_sql, event.registry);
        return told;
    }

    /// So much was written that the rest is for another step.
    bool isEnough() const { return m_messages >= messagesAStep; }

    bool isTold(const std::string &registry, std::string_view type) { return !policiesOf(registry, type).empty(); }

private:
    /// As it was when this step first asked.
    bool isFull(std::int64_t policy, std::int64_t target)
    {
        const auto known = m_full.find({policy, target});
        return known != m_full.end() ? known->second
                                     : m_full.emplace(std::pair(policy, target), webhookdeliveries::isFull(m_sql, policy, target)).first->second;
    }

    const std::vector<WebhookPolicy> &policiesOf(const std::string &registry, std::string_view type)
    {
        const auto key = registry + " " + std::string(type);
        if (const auto known = m_policies.find(key); known != m_policies.end())
            return known->second;
        auto policies = webhookrows::telling(m_sql, registry, type);
        std::erase_if(policies, [this](WebhookPolicy &policy) {
            const auto opened = m_parts.secrets.open(m_sql, policy);
            if (!opened)
                logLine(LogLevel::Warning, "The webhook " + std::to_string(policy.id) + " cannot be told of anything: " + opened.error().message);
            return !opened;
        });
        return m_policies.emplace(key, std::move(policies)).first->second;
    }

    Sql &m_sql;
    const Parts &m_parts;
    std::map<std::string, std::vector<WebhookPolicy>> m_policies;
    std::map<std::pair<std::int64_t, std::int64_t>, bool> m_full;
    std::int64_t m_messages = 0;
};

/// One message for each artifact of an image that is in the trash. False when there are more behind `cursor.manifest`.
bool tellImage(Sql &sql, Step &step, const Event &event, webhookrows::Cursor &cursor)
{
    struct Gone {
        std::int64_t id;
        std::string digest;
        std::string tag;
    };
    std::vector<Gone> gone;
    {
        auto rows = sql.select(
            "SELECT m.id, m.digest, coalesce((SELECT t.name FROM tag t WHERE t.manifest_id = m.id ORDER BY t.pushed_at DESC, t.id DESC LIMIT 1), '') "
            "FROM manifest m WHERE m.repository_id = ? AND m.id > ? AND m.listed = 1 ORDER BY m.id LIMIT ?",
            trash::repositoryOf(sql, event.operation), cursor.manifest, artifactsAStep);
        while (rows.next())
            gone.push_back({rows.integer(0), rows.text(1), rows.text(2)});
    }
    for (const auto &artifact : gone) {
        auto told = step.eventOf(webhookevent::remove, event);
        told.digest = artifact.digest;
        told.tag = artifact.tag;
        step.tell(told, event.id);
        cursor.manifest = artifact.id;
        if (step.isEnough())
            return false;
    }
    return std::int64_t(gone.size()) < artifactsAStep;
}

/// False if this event is not through yet.
bool tellEvent(Sql &sql, Step &step, const Event &event, webhookrows::Cursor &cursor)
{
    switch (event.kind) {
    case Event::Kind::Push: step.tell(step.eventOf(webhookevent::push, event), event.id); return true;
    case Event::Kind::Pull: step.tell(step.eventOf(webhookevent::pull, event), event.id, std::min(event.amount, mostPullsTold)); return true;
    case Event::Kind::ArtifactDeleted: {
        auto told = step.eventOf(webhookevent::remove, event);
        if (event.by.actor.empty() && event.by.source.empty())
            told.actor = serversOwn;
        step.tell(told, event.id);
        return true;
    }
    case Event::Kind::ImageDeleted: return !step.isTold(event.registry, webhookevent::remove) || tellImage(sql, step, event, cursor);
    case Event::Kind::TagSet:
    case Event::Kind::TagDeleted:
    case Event::Kind::RegistryDeleted:
    case Event::Kind::Restored: break;
    }
    return true;
}

} // namespace

bool fill(Sql &sql, const Parts &parts)
{
    auto cursor = webhookrows::cursor(sql);
    const auto batch = outbox::read(sql, cursor.event, eventsAStep);
    if (batch.missed > 0)
        logLine(LogLevel::Warning, "Webhooks told nothing of " + std::to_string(batch.missed) + " events, which were not kept so long");
    if (batch.events.empty())
        return false;
    Step step(sql, parts);
    for (const auto &event : batch.events) {
        if (!tellEvent(sql, step, event, cursor)) {
            webhookrows::setCursor(sql, cursor);
            return true;
        }
        cursor = {event.id, 0};
        if (step.isEnough()) {
            webhookrows::setCursor(sql, cursor);
            return true;
        }
    }
    webhookrows::setCursor(sql, cursor);
    return std::int64_t(batch.events.size()) == eventsAStep;
}

Result<std::int64_t> addTest(Sql &sql, const Parts &parts, const std::string &registry, WebhookPolicy policy, std::string_view event)
{
    if (auto opened = parts.secrets.open(sql, policy); !opened)
        return tl::unexpected(opened.error());
    WebhookEvent told{event, nowMs(), "test", parts.server, registry, "berth/test", "latest", "sha256:" + std::string(64, '0')};
    told.imageCreated = nowMs();
    told.isPublic = isPublic(sql, registry);
    return Step(sql, parts).addMessages(told, policy, "test");
}

std::int64_t addAgain(Sql &sql, std::int64_t policy, std::int64_t delivery)
{
    auto again = webhookdeliveries::find(sql, policy, delivery);
    if (!again)
        return 0;
    again->kind = "again";
    again->state = WebhookDelivery::State::Waiting;
    again->createdAt = nowMs();
    again->nextAt = again->finishedAt = 0;
    return webhookdeliveries::add(sql, *again, webhookdeliveries::isFull(sql, again->policy, again->target));
}

} // namespace berth::webhookqueue
