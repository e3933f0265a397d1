// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "registry/distribution/Call.h"

namespace berth {

/// The token service and everything under /v2: finds the row of a call, checks what the caller may do, hands on to its handler.
class Distribution {
public:
    explicit Distribution(DistributionContext context)
        : m_context(context)
    {
    }

    boost::asio::awaitable<http::Response> handle(http::Request &request);

private:
    boost::asio::awaitable<http::Response> route(http::Request &request);

    DistributionContext m_context;
};

/// Every call that names a repository, and every one that names none; patterns of whole paths.
std::span<const Route<Call>> protocolRoutes();
std::span<const Route<ServiceCall>> serviceRoutes();

} // namespace berth
