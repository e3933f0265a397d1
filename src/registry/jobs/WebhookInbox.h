// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <deque>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "core/Secret.h"
#include "core/Time.h"

namespace berth {

/// A target of the server's own for webhooks that are being set up: what is sent to a registry's box is kept in memory for a while, so that one sees
/// what would come. Whoever knows the name of a box may send to it; the name is the same after a restart. Thread-safe.
class WebhookInbox {
public:
    static constexpr std::size_t mostBytes = 64 << 10;       ///< Of one message.
    static constexpr std::size_t mostMessages = 50;          ///< Of one box; the oldest go first,
    static constexpr std::size_t mostBytesOfAll = 8 << 20;   ///< and so they do where all boxes together hold more.

    struct Message {
        std::int64_t id = 0; ///< Given by take(): it grows, from 1 in each run.
        TimeMs at = 0;
        std::string contentType;
        bool hasAuthorization = false; ///< What it was is not kept.
        std::string body;
    };

    /// Names follow from the master key; without one they are others in each run.
    explicit WebhookInbox(const std::optional<Secret> &masterKey);

    std::string boxOf(std::int64_t registry) const;
    /// False: there is no such box.
    bool take(const std::string &box, Message message);
    /// Newest first.
    std::vector<Message> messages(std::int64_t registry) const;
    void clear(std::int64_t registry);

private:
    struct Kept {
        std::int64_t registry;
        Message message;
    };
    std::string m_key;
    mutable std::mutex m_mutex;
    std::deque<Kept> m_kept; ///< Oldest first.
    std::size_t m_bytes = 0;
    std::int64_t m_lastId = 0;
};

} // namespace berth
