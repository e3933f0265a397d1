// SPDX-License-Identifier: Apache-2.0
#include "registry/http/RequestReader.h"

#include <algorithm>
#include <chrono>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http/read.hpp>

namespace berth::http {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace bhttp = boost::beast::http;
using namespace std::chrono_literals;

namespace {

constexpr auto idleTimeout = 75s;
constexpr std::size_t maxHeaderBytes = 64 << 10;
constexpr std::uint64_t maxDrainBytes = 64 << 10;
constexpr auto maxDrainTime = 5s;
constexpr auto token = asio::as_tuple(asio::use_awaitable);

Method toMethod(bhttp::verb verb)
{
    switch (verb) {
    case bhttp::verb::get: return Method::Get;
    case bhttp::verb::head: return Method::Head;
    case bhttp::verb::post: return Method::Post;
    case bhttp::verb::put: return Method::Put;
    case bhttp::verb::patch: return Method::Patch;
    case bhttp::verb::delete_: return Method::Delete;
    default: return Method::Other;
    }
}

std::string_view textOf(const beast::flat_buffer &buffer) { return {static_cast<const char *>(buffer.data().data()), buffer.size()}; }

/// A header line that goes on in the next one (obs-fold): readers disagree on it, so no server needs to take it (RFC 9112, section 5.2).
bool hasFoldedLine(std::string_view head) { return head.find("\n ") != std::string_view::npos || head.find("\n\t") != std::string_view::npos; }

/// The parser's own complaints, in contrast to a line that broke.
bool isMalformed(const boost::system::error_code &ec)
{
    static const auto parsing = bhttp::make_error_code(bhttp::error::bad_method);
    return ec.category() == parsing.category() && ec != bhttp::error::end_of_stream && ec != bhttp::error::partial_message;
}

/// Lays the query's names and values, decoded, into the request.
Result<void> readQuery(std::string_view rest, Request &request)
{
    while (!rest.empty()) {
        const auto ampersand = rest.find('&');
        const auto pair = rest.substr(0, ampersand);
        const auto equals = pair.find('=');
        auto name = queryDecode(pair.substr(0, equals));
        auto value = equals == std::string_view::npos ? Result<std::string>(std::string()) : queryDecode(pair.substr(equals + 1));
        if (!name || !value)
            return tl::unexpected(name ? value.error() : name.error());
        request.query.emplace_back(std::move(*name), std::move(*value));
        if (ampersand == std::string_view::npos)
            break;
        rest.remove_prefix(ampersand + 1);
    }
    return {};
}

} // namespace

RequestReader::RequestReader(beast::tcp_stream &stream, beast::flat_buffer &buffer)
    : m_stream(stream)
    , m_buffer(buffer)
{
    m_parser.header_limit(maxHeaderBytes);
    m_parser.body_limit(boost::none); // each handler has its own limit
}

asio::awaitable<RequestReader::Head> RequestReader::readHead()
{
    m_stream.expires_after(idleTimeout);
    while (true) {
        // The parser takes the head when it is there as a whole, so that all of it can be looked at before.
        const auto text = textOf(m_buffer);
        if (const auto end = text.find("\r\n\r\n"); end != std::string_view::npos && hasFoldedLine(text.substr(0, end)))
            co_return Head::Malformed;
        if (!text.empty()) {
            boost::system::error_code ec;
            m_buffer.consume(m_parser.put(m_buffer.data(), ec));
            if (ec == bhttp::error::header_limit)
                co_return Head::TooLong;
            if (ec && ec != bhttp::error::need_more)
                co_return Head::Malformed;
            if (m_parser.is_header_done())
                break;
        }
        if (m_buffer.size() >= maxHeaderBytes)
            co_return Head::TooLong;
        const auto [ec, count] = co_await m_stream.async_read_some(m_buffer.prepare(std::min<std::size_t>(16 << 10, maxBufferBytes - m_buffer.size())), token);
        if (ec)
            co_return Head::Gone;
        m_buffer.commit(count);
    }
    m_awaitsContinue = !isHttp10() && beast::iequals(m_parser.get()[bhttp::field::expect], "100-continue");
    co_return Head::Complete;
}

std::string_view RequestReader::target() const
{
    const auto &message = m_parser.get();
    std::string_view target(message.target().data(), message.target().size());
    if (target.starts_with("http://")) { // the absolute form that proxies get
        const auto slash = target.find('/', 7);
        target = slash == std::string_view::npos ? "/" : target.substr(slash);
    }
    return target;
}

std::string RequestReader::path() const { return std::string(target().substr(0, target().find('?'))); }

Result<Request> RequestReader::request() const
{
    const auto &message = m_parser.get();
    Request request;
    request.method = toMethod(message.method());
    request.path = path();
    int hosts = 0;
    for (const auto &field : message) {
        std::string name(field.name_string());
        for (char &c : name)
            c = c >= 'A' && c <= 'Z' ? char(c + 32) : c;
        hosts += name == "host";
        request.headers.emplace_back(std::move(name), std::string(field.value()));
    }
    request.host = request.header("host");
    const auto refuse = [&](const char *why) { return fail(ErrorCode::BadRequest, why); };
    if (hosts > 1 || (hosts == 0 && !isHttp10()))
        return refuse("A request has one Host");
    if (request.hasHeader("transfer-encoding")) {
        const auto values = message.equal_range(bhttp::field::transfer_encoding);
        if (std::distance(values.first, values.second) != 1 || !beast::iequals(message[bhttp::field::transfer_encoding], "chunked") || isHttp10())
            return refuse("The only transfer encoding that is understood is chunked");
    }
    if (const auto question = target().find('?'); question != std::string_view::npos) {
        if (auto read = readQuery(target().substr(question + 1), request); !read)
            return tl::unexpected(read.error());
    }
    return request;
}

std::optional<std::uint64_t> RequestReader::length() const
{
    if (m_parser.chunked())
        return std::nullopt;
    const auto announced = m_parser.content_length();
    return announced ? *announced : 0;
}

asio::awaitable<Result<std::size_t>> RequestReader::read(std::span<std::byte> into)
{
    if (m_parser.is_done())
        co_return std::size_t(0);
    if (m_broken) // Asio hears of the end of a stream once; another read would wait for the deadline
        co_return tl::unexpected(*m_broken);
    if (m_awaitsContinue) {
        m_awaitsContinue = false;
        static constexpr std::string_view goOn = "HTTP/1.1 100 Continue\r\n\r\n";
        m_stream.expires_after(m_patience); // without a byte: slowness alone ends nothing
        const auto [ec, sent] = co_await asio::async_write(m_stream, asio::buffer(goOn), token);
        if (ec)
            co_return fail(ErrorCode::Unreachable, ec.message());
    }
    auto &body = m_parser.get().body();
    body.data = into.data();
    body.size = into.size();
    const auto began = std::chrono::steady_clock::now();
    while (body.size > 0 && !m_parser.is_done()) {
        if (body.size < into.size() && std::chrono::steady_clock::now() - began > m_patience)
            break; // what came so far, rather than wait for a full piece of a slow sender
        m_stream.expires_after(m_patience); // without a byte: slowness alone ends nothing
        const auto [ec, count] = co_await bhttp::async_read_some(m_stream, m_buffer, m_parser, token);
        if (ec == bhttp::error::need_buffer)
            break;
        if (ec) {
            m_broken = isMalformed(ec) ? Error{ErrorCode::BadRequest, "The body is not sent as HTTP wants it: " + ec.message()}
                                       : Error{ErrorCode::Unreachable, "The request broke off: " + ec.message()};
            break;
        }
    }
    const std::size_t filled = into.size() - body.size;
    // What arrived before the line broke still counts; the next call reports the break.
    if (filled == 0 && m_broken)
        co_return tl::unexpected(*m_broken);
    co_return filled;
}

bool RequestReader::canDrain() const
{
    if (m_parser.is_done())
        return true;
    const auto remaining = m_parser.content_length_remaining();
    return !m_awaitsContinue && !m_broken && (!remaining || *remaining <= maxDrainBytes);
}

asio::awaitable<bool> RequestReader::drain()
{
    if (m_parser.is_done())
        co_return true;
    if (!canDrain())
        co_return false;
    m_patience = maxDrainTime;
    std::vector<std::byte> buffer(16 << 10);
    std::uint64_t drained = 0;
    const auto end = std::chrono::steady_clock::now() + maxDrainTime;
    while (drained < maxDrainBytes && std::chrono::steady_clock::now() < end) {
        const auto count = co_await read(buffer);
        if (!count)
            co_return false;
        if (*count == 0)
            co_return true;
        drained += *count;
    }
    co_return false;
}

} // namespace berth::http
