// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include <boost/asio/ip/address.hpp>
#include <boost/asio/ip/network_v4.hpp>
#include <boost/asio/ip/network_v6.hpp>

#include "registry/http/Message.h"

namespace berth::http {

/// Proxies whose word counts on who asked, and under which name: addresses and networks of addresses.
class TrustedProxies {
public:
    /// Adds "127.0.0.1", "::1" or "10.0.0.0/8". BadRequest for anything else.
    Result<void> add(const std::string &text);

    bool contains(const std::string &address) const;

private:
    std::vector<boost::asio::ip::network_v4> m_v4;
    std::vector<boost::asio::ip::network_v6> m_v6;
};

/// Takes over peer, scheme and host from Forwarded (RFC 7239) or X-Forwarded-For, -Proto and -Host if the request comes from a trusted
/// proxy; from anyone else these headers mean nothing.
void applyForwarded(Request &request, const TrustedProxies &trusted);

/// The host of "name:port" or "[address]:port", in lower case; empty if it is neither.
std::string hostOf(std::string_view hostAndPort);

} // namespace berth::http
