// SPDX-License-Identifier: Apache-2.0
#include "core/Webhook.h"

#include <algorithm>
#include <array>

#include <QUrl>

#include "core/Hasher.h"

namespace berth {

namespace {

constexpr std::array cloudPorts{80, 88, 443, 8443};

bool hasControls(std::string_view text)
{
    return std::ranges::any_of(text, [](unsigned char c) { return c < 0x20 || c == 0x7f; });
}

QUrl urlOf(const WebhookTarget &target) { return QUrl(QString::fromStdString(target.address), QUrl::StrictMode); }

} // namespace

bool webhookevent::isKnown(std::string_view event) { return event == push || event == pull || event == remove; }

Result<void> checkWebhookTarget(const WebhookTarget &target, WebhookPorts ports)
{
    const auto refuse = [](const char *pattern, std::vector<std::string> values = {}) { return fail(ErrorCode::BadRequest, pattern, std::move(values)); };
    const auto url = urlOf(target);
    if (hasControls(target.address) || !url.isValid() || url.isRelative() || url.host().isEmpty())
        return refuse(QT_TRANSLATE_NOOP("Error", "The address of a webhook is a whole one, as in https://example.com/hook"));
    const bool isTls = url.scheme() == QLatin1String("https");
    if (!isTls && url.scheme() != QLatin1String("http"))
        return refuse(QT_TRANSLATE_NOOP("Error", "The address of a webhook begins with http:// or https://"));
    if (!url.userInfo().isEmpty())
        return refuse(QT_TRANSLATE_NOOP("Error", "The address of a webhook holds no name and password; use the authentication header"));
    const int port = url.port(isTls ? 443 : 80);
    if (port < 1)
        return refuse(QT_TRANSLATE_NOOP("Error", "There is no port %1"), {std::to_string(port)});
    if (ports == WebhookPorts::PublicCloud && std::ranges::find(cloudPorts, port) == cloudPorts.end())
        return refuse(QT_TRANSLATE_NOOP("Error", "A webhook may go to port 80, 88, 443 or 8443, not to %1"), {std::to_string(port)});
    if (hasControls(target.authHeader) || target.authHeader.size() > 8192)
        return refuse(QT_TRANSLATE_NOOP("Error", "The authentication header is one line"));
    if (target.kind == WebhookTarget::Kind::Slack && target.format != WebhookTarget::Format::Default)
        return refuse(QT_TRANSLATE_NOOP("Error", "Slack has a form of its own: a payload format is for HTTP alone"));
    return {};
}

Result<void> checkWebhook(const WebhookPolicy &policy, WebhookPorts ports)
{
    if (policy.name.size() > WebhookPolicy::longestName || hasControls(policy.name))
        return fail(ErrorCode::BadRequest, QT_TRANSLATE_NOOP("Error", "The name of a webhook is one line of at most 128 characters"));
    if (policy.events.empty())
        return fail(
            ErrorCode::BadRequest, QT_TRANSLATE_NOOP("Error", "A webhook tells of one event at least: PUSH_ARTIFACT, PULL_ARTIFACT or DELETE_ARTIFACT"));
    for (const auto &event : policy.events) {
        if (!webhookevent::isKnown(event))
            return fail(ErrorCode::BadRequest, QT_TRANSLATE_NOOP("Error", "There is no event %1; there are PUSH_ARTIFACT, PULL_ARTIFACT and DELETE_ARTIFACT"),
                {event.substr(0, 60)});
    }
    if (policy.targets.empty() || policy.targets.size() > WebhookPolicy::mostTargets)
        return fail(ErrorCode::BadRequest, QT_TRANSLATE_NOOP("Error", "A webhook has one target at least and 10 at most"));
    for (const auto &target : policy.targets) {
        if (auto good = checkWebhookTarget(target, ports); !good)
            return good;
    }
    return {};
}

std::string shownAddress(const WebhookTarget &target)
{
    if (target.kind == WebhookTarget::Kind::Http)
        return target.address;
    const auto url = urlOf(target);
    const auto port = url.port() == -1 ? std::string() : ":" + std::to_string(url.port());
    return url.scheme().toStdString() + "://" + url.host().toStdString() + port + "/" + std::string(maskedSecret);
}

std::string recipientOf(const WebhookTarget &target)
{
    constexpr std::size_t enough = 16;
    const std::string kind = target.kind == WebhookTarget::Kind::Slack ? "slack "
        : target.format == WebhookTarget::Format::CloudEvents          ? "cloudevents "
                                                                       : "http ";
    return kind + std::string(Hasher::of(target.address).hex().substr(0, enough));
}

} // namespace berth
