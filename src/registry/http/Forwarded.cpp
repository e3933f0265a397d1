// SPDX-License-Identifier: Apache-2.0
#include "registry/http/Forwarded.h"

#include <algorithm>
#include <optional>

#include "core/Text.h"

namespace berth::http {

namespace asio = boost::asio;

namespace {

std::string lowered(std::string_view text)
{
    std::string result(text);
    std::ranges::transform(result, result.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
    return result;
}

std::vector<std::string_view> split(std::string_view text, char separator)
{
    std::vector<std::string_view> parts;
    while (true) {
        const auto at = text.find(separator);
        parts.push_back(trimmed(text.substr(0, at)));
        if (at == std::string_view::npos)
            return parts;
        text.remove_prefix(at + 1);
    }
}

/// One hop of a chain, as the proxy behind it wrote it.
struct Hop {
    std::string from;
    std::string scheme;
    std::string host;
};

std::string_view unquoted(std::string_view text)
{
    return text.size() >= 2 && text.front() == '"' && text.back() == '"' ? text.substr(1, text.size() - 2) : text;
}

/// "192.0.2.1", "192.0.2.1:4711", "[2001:db8::1]:4711" or "2001:db8::1": the address alone.
std::string addressOf(std::string_view node)
{
    if (node.starts_with('['))
        return std::string(node.substr(1, node.find(']') == std::string_view::npos ? 0 : node.find(']') - 1));
    const auto colon = node.find(':');
    return std::string(colon != std::string_view::npos && node.find(':', colon + 1) == std::string_view::npos ? node.substr(0, colon) : node);
}

std::string joined(const Request &request, std::string_view name)
{
    std::string text;
    for (const auto &[key, value] : request.headers) {
        if (key == name)
            text += (text.empty() ? "" : ",") + value;
    }
    return text;
}

std::vector<Hop> readForwarded(const std::string &text)
{
    std::vector<Hop> hops;
    for (const auto element : split(text, ',')) {
        Hop hop;
        for (const auto pair : split(element, ';')) {
            const auto equals = pair.find('=');
            if (equals == std::string_view::npos)
                continue;
            const auto name = lowered(trimmed(pair.substr(0, equals)));
            const auto value = unquoted(trimmed(pair.substr(equals + 1)));
            if (name == "for")
                hop.from = addressOf(value);
            else if (name == "proto")
                hop.scheme = lowered(value);
            else if (name == "host")
                hop.host = value;
        }
        hops.push_back(std::move(hop));
    }
    return hops;
}

std::vector<Hop> readXForwarded(const Request &request)
{
    std::vector<Hop> hops;
    const auto from = joined(request, "x-forwarded-for");
    for (const auto node : from.empty() ? std::vector<std::string_view>() : split(from, ','))
        hops.push_back({addressOf(node), {}, {}});
    if (hops.empty())
        hops.emplace_back();
    // These two are no lists: each proxy replaces them, or appends its own at the end.
    const auto scheme = joined(request, "x-forwarded-proto");
    const auto host = joined(request, "x-forwarded-host");
    hops.back().scheme = lowered(split(scheme, ',').back());
    hops.back().host = split(host, ',').back();
    return hops;
}

} // namespace

Result<void> TrustedProxies::add(const std::string &text)
{
    boost::system::error_code ec;
    const auto slash = text.find('/');
    const auto address = asio::ip::make_address(text.substr(0, slash), ec);
    if (!ec && address.is_v4()) {
        const auto network = asio::ip::make_network_v4(slash == std::string::npos ? text + "/32" : text, ec);
        if (!ec)
            m_v4.push_back(network.canonical());
    } else if (!ec) {
        const auto network = asio::ip::make_network_v6(slash == std::string::npos ? text + "/128" : text, ec);
        if (!ec)
            m_v6.push_back(network.canonical());
    }
    if (ec)
        return fail(ErrorCode::BadRequest, "\"" + text + "\" is no address (127.0.0.1, ::1) and no network (10.0.0.0/8)");
    return {};
}

bool TrustedProxies::contains(const std::string &text) const
{
    boost::system::error_code ec;
    const auto address = asio::ip::make_address(text, ec);
    if (ec)
        return false;
    if (address.is_v4())
        return std::ranges::any_of(
            m_v4, [&](const auto &network) { return asio::ip::make_network_v4(address.to_v4(), network.prefix_length()).canonical() == network; });
    return std::ranges::any_of(
        m_v6, [&](const auto &network) { return asio::ip::make_network_v6(address.to_v6(), network.prefix_length()).canonical() == network; });
}

void applyForwarded(Request &request, const TrustedProxies &trusted)
{
    if (!trusted.contains(request.peer))
        return;
    const auto forwarded = joined(request, "forwarded");
    const auto hops = forwarded.empty() ? readXForwarded(request) : readForwarded(forwarded);
    // From the nearest on: what a proxy that is not trusted wrote is anybody's word.
    for (auto hop = hops.rbegin(); hop != hops.rend(); ++hop) {
        if (hop->scheme == "http" || hop->scheme == "https")
            request.scheme = hop->scheme;
        if (!hop->host.empty())
            request.host = hop->host;
        boost::system::error_code ec;
        asio::ip::make_address(hop->from, ec);
        if (ec)
            return;
        request.peer = hop->from;
        if (!trusted.contains(hop->from))
            return;
    }
}

std::string hostOf(std::string_view hostAndPort)
{
    const auto isPort = [](std::string_view text) {
        return text.empty() || (text.front() == ':' && text.size() <= 6 && text.find_first_not_of("0123456789", 1) == std::string_view::npos);
    };
    std::string_view host = hostAndPort;
    if (host.starts_with('[')) {
        const auto end = host.find(']');
        if (end == std::string_view::npos || !isPort(host.substr(end + 1)))
            return {};
        return lowered(host.substr(1, end - 1));
    }
    const auto colon = host.find(':');
    if (colon != std::string_view::npos && !isPort(host.substr(colon)))
        return {};
    return lowered(host.substr(0, colon));
}

} // namespace berth::http
