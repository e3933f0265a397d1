// SPDX-License-Identifier: Apache-2.0
#include "engine/Engine.h"

#include <algorithm>
#include <array>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/basic_stream.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/http/write.hpp>

#include "core/Json.h"

namespace berth {

namespace {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using boost::system::error_code;
using State = EngineReport::State;

constexpr std::string_view localScheme = "unix://";
constexpr std::size_t largestAnswer = 1 << 20;

State stateOf(const error_code &error)
{
    namespace errc = boost::system::errc;
    if (error == errc::no_such_file_or_directory || error == errc::not_a_directory)
        return State::Absent;
    if (error == errc::connection_refused || error == errc::not_a_socket)
        return State::NotRunning;
    if (error == errc::permission_denied || error == errc::operation_not_permitted)
        return State::Refused;
    return State::Silent;
}

/// The version in the answer; empty if it is none.
std::string versionIn(std::string_view body)
{
    const auto answer = json::parseStrict(body);
    const auto *object = answer ? answer->if_object() : nullptr;
    const auto *version = object ? object->if_contains("Version") : nullptr;
    return version && version->is_string() ? std::string(version->get_string()) : std::string();
}

asio::awaitable<void> ask(std::string path, std::chrono::milliseconds timeout, EngineReport &report)
{
    using Stream = boost::beast::basic_stream<asio::local::stream_protocol, asio::any_io_executor>;
    Stream stream(co_await asio::this_coro::executor);
    stream.expires_after(timeout); // for all of it
    error_code error;
    const auto token = [&error] { return asio::redirect_error(asio::use_awaitable, error); };
    const asio::local::stream_protocol::endpoint endpoint(path);
    co_await stream.async_connect(endpoint, token());
    if (error) {
        report.state = stateOf(error);
        co_return;
    }
    report.state = State::Silent;
    http::request<http::empty_body> request(http::verb::get, "/version", 11);
    request.set(http::field::host, "docker");
    request.set(http::field::connection, "close");
    co_await http::async_write(stream, request, token());
    if (error)
        co_return;
    boost::beast::flat_buffer buffer;
    http::response_parser<http::string_body> parser;
    parser.body_limit(largestAnswer);
    co_await http::async_read(stream, buffer, parser, token());
    if (error || parser.get().result() != http::status::ok)
        co_return;
    report.version = versionIn(parser.get().body());
    if (!report.version.empty())
        report.state = State::Running;
}

EngineReport askOne(const std::string &address, std::chrono::milliseconds timeout)
{
    EngineReport report;
    report.address = address;
    if (!address.starts_with(localScheme)) {
        report.state = State::Elsewhere;
        return report;
    }
    try {
        asio::io_context context(1);
        asio::co_spawn(context, ask(address.substr(localScheme.size()), timeout, report), asio::detached);
        context.run();
    } catch (const std::exception &) { // a path that no socket can have
        report.state = State::Absent;
    }
    return report;
}

} // namespace

EngineReport askEngine(const std::vector<std::string> &addresses, std::chrono::milliseconds timeout)
{
    // The nearest to an engine first.
    constexpr std::array nearness{State::Running, State::Silent, State::Refused, State::NotRunning, State::Elsewhere, State::Absent};
    const auto rank = [&](const EngineReport &report) { return std::find(nearness.begin(), nearness.end(), report.state); };
    EngineReport best;
    for (const auto &address : addresses) {
        auto report = askOne(address, timeout);
        if (best.address.empty() || rank(report) < rank(best))
            best = std::move(report);
        if (best.state == State::Running)
            break;
    }
    return best;
}

} // namespace berth
