// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "registry/access/Authenticator.h"
#include "registry/distribution/Call.h"

namespace berth {

/// Everything under /v2: reads the path, checks what the caller may do, hands on to the handlers.
class Distribution {
public:
    /// All borrowed.
    Distribution(DistributionContext context, Authenticator &authenticator);

    boost::asio::awaitable<http::Response> handle(http::Request &request);

private:
    boost::asio::awaitable<http::Response> route(http::Request &request);

    DistributionContext m_context;
    Authenticator &m_authenticator;
};

} // namespace berth
