// SPDX-License-Identifier: Apache-2.0
#include "registry/access/WebhookSecrets.h"

#include "core/Json.h"
#include "registry/access/MasterKey.h"
#include "registry/store/WebhookRows.h"

namespace berth {

namespace {

tl::unexpected<Error> lacksKey()
{
    return fail(ErrorCode::Unauthorized, "The targets of webhooks lie under this registry's master key, which is not there in this run");
}

} // namespace

Result<void> WebhookSecrets::seal(Sql &sql, const WebhookPolicy &policy) const
{
    if (!m_masterKey)
        return lacksKey();
    json::array targets;
    for (const auto &target : policy.targets)
        targets.push_back(json::object{{"kind", target.kind == WebhookTarget::Kind::Slack ? "slack" : "http"}, {"address", target.address},
            {"auth_header", target.authHeader}, {"skips_certificate", target.skipsCertificate},
            {"format", target.format == WebhookTarget::Format::CloudEvents ? "CloudEvents" : "Default"}});
    return sealed::put(sql, webhookrows::secretName(policy.id), Secret(json::serialize(targets)), *m_masterKey);
}

Result<void> WebhookSecrets::open(Sql &sql, WebhookPolicy &policy) const
{
    if (!m_masterKey)
        return lacksKey();
    const auto secret = sealed::find(sql, webhookrows::secretName(policy.id), *m_masterKey);
    if (!secret)
        return tl::unexpected(secret.error());
    const auto targets = *secret ? json::parseStrict((*secret)->reveal()) : Result<json::value>(json::array());
    if (!targets || !targets->is_array())
        return {};
    for (const auto &target : targets->get_array())
        policy.targets.push_back({json::text(target, "kind") == "slack" ? WebhookTarget::Kind::Slack : WebhookTarget::Kind::Http, json::text(target, "address"),
            json::text(target, "auth_header"), json::boolean(target, "skips_certificate"),
            json::text(target, "format") == "CloudEvents" ? WebhookTarget::Format::CloudEvents : WebhookTarget::Format::Default});
    return {};
}

} // namespace berth
