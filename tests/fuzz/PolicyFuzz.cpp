// SPDX-License-Identifier: Apache-2.0
#include <string>

#include "core/Cron.h"
#include "core/Glob.h"
#include "core/PolicyJson.h"
#include "core/ReferrerTag.h"
#include "core/Text.h"
#include "core/Webhook.h"
#include "fuzz/Require.h"

using namespace berth;
using berth::test::require;

/// A line with a pattern or a schedule, and below it a name that the pattern is held against; or a policy, a target, a tag.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char *>(data), size);
    const auto line = text.substr(0, text.find('\n'));
    const auto name = text.substr(std::min(text.size(), line.size() + 1)).substr(0, 255);
    if (const auto glob = Glob::parse(line)) {
        (void)glob->matches(name);
        require(glob->matches(line) || !isCleanText(line) || line.find_first_of("*?[]{}\\") != std::string_view::npos, "a plain pattern matches itself");
    } else {
        require(!glob.error().message.empty(), "a refusal says why");
    }
    if (const auto cron = Cron::parse(line))
        require(cron->next(0) > 0, "a schedule that is taken comes");
    else
        require(!cron.error().message.empty(), "a refusal says why");
    // A file of policies, and what a person types as a webhook's target.
    if (const auto value = json::parseStrict(text)) {
        if (const auto rule = policyjson::cleanupFrom(*value))
            require(policyjson::cleanupFrom(policyjson::of(*rule)).value().isTwinOf(*rule), "a cleanup rule is written as it is read");
        if (const auto rule = policyjson::protectionFrom(*value))
            require(policyjson::protectionFrom(policyjson::of(*rule)).value().isTwinOf(*rule), "a protection rule is written as it is read");
    }
    const WebhookTarget target{WebhookTarget::Kind::Http, std::string(line), std::string(name)};
    if (!checkWebhookTarget(target, WebhookPorts::Any))
        require(!checkWebhookTarget(target, WebhookPorts::PublicCloud), "the cloud allows nothing more");
    if (const auto subject = subjectOfTag(line); !subject.empty())
        require(line.starts_with(tagOfSubject(subject)), "a tag begins with what it is for");
    return 0;
}
