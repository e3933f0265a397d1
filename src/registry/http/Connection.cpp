// SPDX-License-Identifier: Apache-2.0
#include "registry/http/Connection.h"

#include <chrono>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/buffer_body.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/serializer.hpp>
#include <boost/beast/http/span_body.hpp>
#include <boost/beast/http/write.hpp>

#include "registry/http/SendFile.h"

namespace berth::http {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace bhttp = boost::beast::http;
using namespace std::chrono_literals;

namespace {

constexpr auto idleTimeout = 75s;
constexpr auto stallTimeout = 60s; ///< Without a byte in either direction.
constexpr std::size_t maxHeaderBytes = 64 << 10;
constexpr std::uint64_t maxDrainBytes = 64 << 10;
constexpr auto token = asio::as_tuple(asio::use_awaitable);

using Parser = bhttp::request_parser<bhttp::buffer_body>;

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

class ConnectionBody final : public BodyReader {
public:
    ConnectionBody(beast::tcp_stream &stream, beast::flat_buffer &buffer, Parser &parser)
        : m_stream(stream)
        , m_buffer(buffer)
        , m_parser(parser)
        , m_awaitsContinue(beast::iequals(parser.get()[bhttp::field::expect], "100-continue"))
    {
    }

    std::optional<std::uint64_t> length() const override
    {
        if (m_parser.chunked())
            return std::nullopt;
        const auto announced = m_parser.content_length();
        return announced ? *announced : 0;
    }

    bool awaitsContinue() const { return m_awaitsContinue; }

    asio::awaitable<Result<std::size_t>> read(std::span<std::byte> into) override
    {
        if (m_parser.is_done())
            co_return std::size_t(0);
        if (!m_broken.empty()) // Asio hears of the end of a stream once; another read would wait for the deadline
            co_return fail(ErrorCode::Unreachable, "The request broke off: " + m_broken);
        if (m_awaitsContinue) {
            m_awaitsContinue = false;
            static constexpr std::string_view goOn = "HTTP/1.1 100 Continue\r\n\r\n";
            const auto [ec, sent] = co_await asio::async_write(m_stream, asio::buffer(goOn), token);
            if (ec)
                co_return fail(ErrorCode::Unreachable, ec.message());
        }
        auto &body = m_parser.get().body();
        body.data = into.data();
        body.size = into.size();
        m_stream.expires_after(stallTimeout);
        const auto [ec, count] = co_await bhttp::async_read(m_stream, m_buffer, m_parser, token);
        const std::size_t filled = into.size() - body.size;
        if (ec && ec != bhttp::error::need_buffer) {
            m_broken = ec.message();
            // What arrived before the line broke still counts; the next call reports the break.
            if (filled == 0)
                co_return fail(ErrorCode::Unreachable, "The request broke off: " + m_broken);
        }
        if (filled == 0 && !m_parser.is_done())
            co_return fail(ErrorCode::Unreachable, "The request broke off");
        co_return filled;
    }

private:
    beast::tcp_stream &m_stream;
    beast::flat_buffer &m_buffer;
    Parser &m_parser;
    bool m_awaitsContinue;
    std::string m_broken;
};

Result<Request> toRequest(const Parser &parser)
{
    const auto &message = parser.get();
    Request request;
    request.method = toMethod(message.method());
    std::string_view target(message.target().data(), message.target().size());
    if (target.starts_with("http://")) { // the absolute form that proxies get
        const auto slash = target.find('/', 7);
        target = slash == std::string_view::npos ? "/" : target.substr(slash);
    }
    const auto question = target.find('?');
    request.path = target.substr(0, question);
    while (question != std::string_view::npos) {
        std::string_view rest = target.substr(question + 1);
        while (!rest.empty()) {
            const auto ampersand = rest.find('&');
            std::string pair(rest.substr(0, ampersand));
            for (char &c : pair)
                c = c == '+' ? ' ' : c;
            const auto equals = pair.find('=');
            auto name = percentDecode(std::string_view(pair).substr(0, equals));
            auto value = equals == std::string::npos
                ? Result<std::string>(std::string())
                : percentDecode(std::string_view(pair).substr(equals + 1));
            if (!name || !value)
                return fail(ErrorCode::BadRequest, "The address holds a broken percent sequence");
            request.query.emplace_back(std::move(*name), std::move(*value));
            if (ampersand == std::string_view::npos)
                break;
            rest.remove_prefix(ampersand + 1);
        }
        break;
    }
    for (const auto &field : message) {
        std::string name(field.name_string());
        for (char &c : name)
            c = c >= 'A' && c <= 'Z' ? char(c + 32) : c;
        request.headers.emplace_back(std::move(name), std::string(field.value()));
    }
    request.host = request.header("host");
    return request;
}

template <class Message> void fillHeader(Message &message, const Response &response, bool keepAlive)
{
    message.result(static_cast<unsigned>(response.status));
    message.version(11);
    message.keep_alive(keepAlive);
    for (const auto &[name, value] : response.headers) {
        // A line break in a value would begin a header, or a body, of somebody else's making.
        if (value.find_first_of("\r\n") == std::string::npos)
            message.insert(name, value);
    }
    if (response.status != 204 && response.status != 304)
        message.content_length(std::uint64_t(response.bodyLength()));
}

asio::awaitable<bool> writeText(
    beast::tcp_stream &stream, const Response &response, std::string_view text, bool keepAlive)
{
    bhttp::response<bhttp::span_body<const char>> message;
    fillHeader(message, response, keepAlive);
    message.body() = beast::span<const char>(text.data(), text.size());
    stream.expires_after(stallTimeout);
    const auto [ec, count] = co_await bhttp::async_write(stream, message, token);
    co_return !ec;
}

asio::awaitable<bool> writeHeaderOnly(beast::tcp_stream &stream, const Response &response, bool keepAlive)
{
    bhttp::response<bhttp::empty_body> message;
    fillHeader(message, response, keepAlive);
    bhttp::response_serializer<bhttp::empty_body> serializer(message);
    stream.expires_after(stallTimeout);
    const auto [ec, count] = co_await bhttp::async_write_header(stream, serializer, token);
    co_return !ec;
}

asio::awaitable<bool> writeBlob(
    beast::tcp_stream &stream, const Response &response, const BlobBody &body, bool keepAlive)
{
    if (!co_await writeHeaderOnly(stream, response, keepAlive))
        co_return false;
    stream.expires_never();
    asio::steady_timer deadline(stream.get_executor());
    const auto sending = std::make_shared<bool>(true); // a timer that has fired already outlives its cancel()
    const auto sent = co_await sendBlob(stream.socket(), body, [&] {
        deadline.expires_after(stallTimeout);
        deadline.async_wait([&socket = stream.socket(), sending](boost::system::error_code ec) {
            if (!ec && *sending)
                socket.cancel(ec);
        });
    });
    *sending = false;
    deadline.cancel();
    co_return sent.has_value();
}

asio::awaitable<bool> writeResponse(
    beast::tcp_stream &stream, const Response &response, Method method, bool keepAlive)
{
    if (method == Method::Head)
        co_return co_await writeHeaderOnly(stream, response, keepAlive);
    if (const auto *text = std::get_if<std::string>(&response.body))
        co_return co_await writeText(stream, response, *text, keepAlive);
    if (const auto *shared = std::get_if<SharedBody>(&response.body))
        co_return co_await writeText(stream, response, **shared, keepAlive);
    co_return co_await writeBlob(stream, response, std::get<BlobBody>(response.body), keepAlive);
}

/// Reads what a handler left of the body, so that the connection can go on; false if that is too much or fails.
asio::awaitable<bool> drain(ConnectionBody &body, const Parser &parser)
{
    if (parser.is_done())
        co_return true;
    if (body.awaitsContinue())
        co_return false;
    std::vector<std::byte> buffer(16 << 10);
    std::uint64_t drained = 0;
    while (drained < maxDrainBytes) {
        const auto count = co_await body.read(buffer);
        if (!count)
            co_return false;
        if (*count == 0)
            co_return true;
        drained += *count;
    }
    co_return false;
}

/// One request and its answer; false when the connection is to be closed.
asio::awaitable<bool> serveRequest(
    beast::tcp_stream &stream, beast::flat_buffer &buffer, Worker &worker, Worker::Entry &entry, const Handler &handler)
{
    Parser parser;
    parser.header_limit(maxHeaderBytes);
    parser.body_limit(boost::none); // each handler has its own limit
    stream.expires_after(idleTimeout);
    const auto [ec, count] = co_await bhttp::async_read_header(stream, buffer, parser, token);
    if (ec == bhttp::error::header_limit || (ec && ec.category() == bhttp::make_error_code(bhttp::error::bad_method).category()
            && ec != bhttp::error::end_of_stream && ec != bhttp::error::partial_message)) {
        const Response refusal{ec == bhttp::error::header_limit ? 431 : 400, {}, std::string(), {}};
        co_await writeText(stream, refusal, {}, false);
        co_return false;
    }
    if (ec)
        co_return false;
    entry.idle = false;
    ConnectionBody body(stream, buffer, parser);
    auto request = toRequest(parser);
    bool keepAlive = parser.get().keep_alive() && !worker.stopping;
    if (!request) {
        const Response refusal{400, {}, request.error().message, {}};
        co_await writeText(stream, refusal, request.error().message, false);
        co_return false;
    }
    request->body = &body;
    request->peer = entry.peer;
    const Response response = co_await handler(*request);
    if (!co_await drain(body, parser))
        keepAlive = false;
    keepAlive = keepAlive && !worker.stopping;
    const bool written = co_await writeResponse(stream, response, request->method, keepAlive);
    entry.idle = true;
    co_return written && keepAlive;
}

} // namespace

asio::awaitable<void> serveConnection(asio::ip::tcp::socket socket, Worker &worker, const Handler &handler)
{
    boost::system::error_code ec;
    socket.set_option(asio::ip::tcp::no_delay(true), ec);
    beast::tcp_stream stream(std::move(socket));
    Worker::Entry entry{&stream.socket(), true, stream.socket().remote_endpoint(ec).address().to_string()};
    worker.entries.insert(&entry);
    struct Leave {
        Worker &worker;
        Worker::Entry &entry;
        ~Leave()
        {
            worker.entries.erase(&entry);
            --worker.count;
        }
    } leave{worker, entry};

    beast::flat_buffer buffer;
    buffer.reserve(64 << 10); // Beast reads at most what is free here
    while (!worker.stopping && co_await serveRequest(stream, buffer, worker, entry, handler)) {
    }
    stream.socket().shutdown(asio::ip::tcp::socket::shutdown_send, ec);
    if (worker.stopping)
        co_return;
    // Linger, so that an answer sent before the whole request was read is not lost to a reset.
    std::vector<std::byte> rest(16 << 10);
    stream.expires_after(2s);
    for (int i = 0; i < 1000; ++i) {
        const auto [readError, read] = co_await stream.async_read_some(asio::buffer(rest), token);
        if (readError)
            break;
    }
}

} // namespace berth::http
