// SPDX-License-Identifier: Apache-2.0
#include "registry/http/ResponseWriter.h"

#include <chrono>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/serializer.hpp>
#include <boost/beast/http/span_body.hpp>
#include <boost/beast/http/write.hpp>

#include "core/Time.h"
#include "registry/http/SendFile.h"

namespace berth::http {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace bhttp = boost::beast::http;
using namespace std::chrono_literals;

namespace {

constexpr auto stallTimeout = 60s; ///< Without a byte taken.
constexpr auto token = asio::as_tuple(asio::use_awaitable);

/// The Date header's value, made once a second.
std::string_view dateNow()
{
    thread_local TimeMs second = 0;
    thread_local std::string text;
    if (const auto now = nowMs() / 1000; now != second || text.empty()) {
        second = now;
        text = toHttpDate(now * 1000);
    }
    return text;
}

template <class Message> void fillHeader(Message &message, const Response &response, const Answering &answering)
{
    message.result(static_cast<unsigned>(response.status));
    message.version(11);
    message.keep_alive(answering.keepAlive);
    if (answering.keepAlive && answering.isHttp10)
        message.set(bhttp::field::connection, "keep-alive");
    message.set(bhttp::field::date, beast::string_view(dateNow().data(), dateNow().size()));
    for (const auto &[name, value] : response.headers) {
        // A line break in a value would begin a header, or a body, of somebody else's making.
        if (value.find_first_of("\r\n") == std::string::npos)
            message.insert(name, value);
    }
    if (response.status != 204 && response.status != 304)
        message.content_length(std::uint64_t(response.bodyLength()));
}

template <class Serializer> asio::awaitable<bool> writeAll(beast::tcp_stream &stream, Serializer &serializer)
{
    while (!serializer.is_done()) {
        stream.expires_after(stallTimeout);
        const auto [ec, count] = co_await bhttp::async_write_some(stream, serializer, token);
        if (ec)
            co_return false;
    }
    co_return true;
}

asio::awaitable<bool> writeText(beast::tcp_stream &stream, const Response &response, std::string_view text, Answering answering)
{
    bhttp::response<bhttp::span_body<const char>> message;
    fillHeader(message, response, answering);
    message.body() = beast::span<const char>(text.data(), text.size());
    bhttp::response_serializer<bhttp::span_body<const char>> serializer(message);
    co_return co_await writeAll(stream, serializer);
}

asio::awaitable<bool> writeHeaderOnly(beast::tcp_stream &stream, const Response &response, Answering answering)
{
    bhttp::response<bhttp::empty_body> message;
    fillHeader(message, response, answering);
    bhttp::response_serializer<bhttp::empty_body> serializer(message);
    stream.expires_after(stallTimeout);
    const auto [ec, count] = co_await bhttp::async_write_header(stream, serializer, token);
    co_return !ec;
}

asio::awaitable<bool> writePlain(beast::tcp_stream &stream, const std::string &text)
{
    if (text.empty())
        co_return true;
    stream.expires_after(stallTimeout);
    const auto [ec, count] = co_await asio::async_write(stream, asio::buffer(text), token);
    co_return !ec;
}

asio::awaitable<Result<void>> writePiece(beast::tcp_stream &stream, const BlobBody &body, const BlobPiece &piece)
{
    stream.expires_never();
    asio::steady_timer deadline(stream.get_executor());
    const auto sending = std::make_shared<bool>(true); // a timer that has fired already outlives its cancel()
    const auto sent = co_await sendBlob(stream.socket(), *body.blob, piece, [&] {
        deadline.expires_after(stallTimeout);
        deadline.async_wait([&socket = stream.socket(), sending](boost::system::error_code ec) {
            if (!ec && *sending)
                socket.cancel(ec);
        });
    });
    *sending = false;
    deadline.cancel();
    co_return sent;
}

asio::awaitable<bool> writeBlob(beast::tcp_stream &stream, const Response &response, const BlobBody &body, Answering answering)
{
    if (!co_await writeHeaderOnly(stream, response, answering))
        co_return false;
    for (const auto &piece : body.pieces) {
        if (!co_await writePlain(stream, piece.before))
            co_return false;
        const auto sent = co_await writePiece(stream, body, piece);
        if (!sent && sent.error().code != ErrorCode::Unreachable && body.broken)
            body.broken();
        if (!sent)
            co_return false;
    }
    co_return co_await writePlain(stream, body.after);
}

} // namespace

asio::awaitable<bool> writeResponse(beast::tcp_stream &stream, const Response &response, Answering answering)
{
    if (answering.method == Method::Head)
        co_return co_await writeHeaderOnly(stream, response, answering);
    if (const auto *text = std::get_if<std::string>(&response.body))
        co_return co_await writeText(stream, response, *text, answering);
    if (const auto *shared = std::get_if<SharedBody>(&response.body))
        co_return co_await writeText(stream, response, **shared, answering);
    co_return co_await writeBlob(stream, response, std::get<BlobBody>(response.body), answering);
}

} // namespace berth::http
