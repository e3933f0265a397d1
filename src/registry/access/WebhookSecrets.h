// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/Secret.h"
#include "core/Webhook.h"
#include "registry/store/Sql.h"

namespace berth {

/// The targets of webhooks, sealed as a whole: addresses and headers may be secrets. Works inside the caller's transaction.
class WebhookSecrets {
public:
    /// Without a master key nothing can be sealed or opened: Unauthorized in one sentence.
    explicit WebhookSecrets(std::optional<Secret> masterKey)
        : m_masterKey(std::move(masterKey))
    {
    }

    bool hasKey() const { return m_masterKey.has_value(); }

    Result<void> seal(Sql &sql, const WebhookPolicy &policy) const;

    /// Fills in the targets of a policy as WebhookRows.h gives it.
    Result<void> open(Sql &sql, WebhookPolicy &policy) const;

private:
    std::optional<Secret> m_masterKey;
};

} // namespace berth
