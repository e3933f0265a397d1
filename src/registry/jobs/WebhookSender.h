// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <utility>

#include <QDeadlineTimer>
#include <QObject>
#include <QTimer>

#include "client/http/PlainPost.h"
#include "client/http/ServerLink.h"
#include "registry/jobs/Webhooks.h"
#include "registry/store/Sql.h"
#include "registry/store/WebhookDeliveries.h"

namespace berth {

/// The part of Webhooks that lives in its thread.
class Webhooks::Sender final : public QObject {
public:
    Sender(const Parts &parts, const WebhookSecrets &secrets);
    ~Sender() override;

    void begin();

    /// Turns events into messages and begins what can be sent.
    void look();

private:
    using Place = std::pair<std::int64_t, std::int64_t>; ///< A webhook and one of its targets.

    /// One message on its way, and until what became of it is written.
    struct Sending {
        WebhookDelivery delivery;
        TimeMs beganAt = 0;
        WebhookTarget target = {};
        std::unique_ptr<PlainPost> post = {};
    };

    bool fill();
    void beginNext(const Place &place);
    void send(const Place &place, WebhookDelivery delivery, const WebhookTarget &target);
    void answered(const Place &place, const Result<PlainAnswer> &answer);
    void giveUp(const Place &place, WebhookDelivery delivery, const std::string &why);
    void keep(const Place &place, const WebhookDelivery &delivery);
    void kept(const Place &place, bool isKept);
    TimeMs seconds(double count) const { return TimeMs(count * double(m_parts.secondMs)); }

    /// The way back from the writer's thread, as long as there is one.
    struct Gate {
        std::mutex mutex;
        Sender *sender = nullptr;
    };

    const Parts &m_parts;
    const WebhookSecrets &m_secrets;
    std::unique_ptr<Sql> m_sql;
    std::shared_ptr<ServerLink> m_link;
    std::shared_ptr<ServerLink> m_lenientLink; ///< Its connections are used by nobody who looks at certificates.
    QTimer m_timer;
    QTimer m_soon; ///< One more look, as soon as what is under way has had its turn.
    std::map<Place, Sending> m_sending;
    std::shared_ptr<Gate> m_gate = std::make_shared<Gate>();
    std::map<Place, QDeadlineTimer> m_rests; ///< Slack takes a message a second.
    Place m_lastBegun;                       ///< The next look begins behind it, so that all have their turn.
    bool m_toldNoKey = false;
};

} // namespace berth
