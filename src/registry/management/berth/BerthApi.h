// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "registry/management/berth/BerthCall.h"

namespace berth {

/// Berth's own calls under /berth/v1, for what NCR's API has no call for: the same key headers and paging, but real HTTP codes and
/// {"errors":[{"code","message"}]} bodies. resources/openapi.json describes each; GET /berth/v1/openapi.json serves it to anybody.
class BerthApi {
public:
    static constexpr std::string_view prefix = "/berth/v1/";

    /// All borrowed.
    BerthApi(Store &store, Housekeeping &housekeeping, Webhooks &webhooks, Authenticator &authenticator, const http::ServerLoad &load)
        : m_store(store)
        , m_housekeeping(housekeeping)
        , m_webhooks(webhooks)
        , m_authenticator(authenticator)
        , m_load(load)
    {
    }

    boost::asio::awaitable<http::Response> handle(http::Request &request);

private:
    Store &m_store;
    Housekeeping &m_housekeeping;
    Webhooks &m_webhooks;
    Authenticator &m_authenticator;
    const http::ServerLoad &m_load;
};

/// Every call below /berth/v1/.
std::span<const Route<BerthCall>> berthRoutes();

} // namespace berth
