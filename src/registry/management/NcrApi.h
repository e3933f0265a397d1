// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "registry/access/Authenticator.h"
#include "registry/http/Message.h"
#include "registry/store/Store.h"

namespace berth {

/// The NCR public API v2.0 at /ncr/v2.0/appkeys/local/…: always HTTP 200, the outcome in the envelope.
class NcrApi {
public:
    static constexpr std::string_view prefix = "/ncr/v2.0/appkeys/";

    /// Both borrowed.
    NcrApi(Store &store, Authenticator &authenticator)
        : m_store(store)
        , m_authenticator(authenticator)
    {
    }

    boost::asio::awaitable<http::Response> handle(http::Request &request);

private:
    Store &m_store;
    Authenticator &m_authenticator;
};

/// The access key of a management call, from its two headers.
AccessKeyPair readKeyHeaders(const http::Request &request);

} // namespace berth
