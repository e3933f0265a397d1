// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "registry/management/ncr/NcrCall.h"

namespace berth {

/// The NCR public API v2.0 at /ncr/v2.0/appkeys/local/…: always HTTP 200, the outcome in the envelope.
class NcrApi {
public:
    static constexpr std::string_view prefix = "/ncr/v2.0/appkeys/";

    /// All borrowed.
    NcrApi(Store &store, Housekeeping &housekeeping, Webhooks &webhooks, Authenticator &authenticator)
        : m_store(store)
        , m_housekeeping(housekeeping)
        , m_webhooks(webhooks)
        , m_authenticator(authenticator)
    {
    }

    boost::asio::awaitable<http::Response> handle(http::Request &request);

private:
    Store &m_store;
    Housekeeping &m_housekeeping;
    Webhooks &m_webhooks;
    Authenticator &m_authenticator;
};

/// Every call below /ncr/v2.0/appkeys/local/ that is served.
std::span<const Route<NcrCall>> ncrRoutes();

} // namespace berth
