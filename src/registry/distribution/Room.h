// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "registry/distribution/Call.h"

namespace berth {

/// How much an upload may still write: the disk's floor and the registry's quota, in which what is on its way counts as well.
class Room {
public:
    /// Looks whether `announced` more bytes fit, before they are sent. `isCounted`: their session has announced them already. NoSpace or Denied, each in a
/// sentence.
    static boost::asio::awaitable<Result<Room>> find(DistributionContext &context, const Call &call, std::int64_t announced, bool isCounted = false);

    /// Whether what has arrived by now still fits. Quick; from any thread.
    Result<void> check() const;

private:
    Room(DistributionContext &context, std::string registry)
        : m_context(&context)
        , m_registry(std::move(registry))
    {
    }

    DistributionContext *m_context;
    std::string m_registry;
    std::optional<std::int64_t> m_left; ///< Of the quota, uploads under way not counted; empty without a quota.
};

} // namespace berth
