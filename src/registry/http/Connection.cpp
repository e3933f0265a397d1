// SPDX-License-Identifier: Apache-2.0
#include "registry/http/Connection.h"

#include <chrono>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>

#include "registry/http/RequestReader.h"
#include "registry/http/ResponseWriter.h"

namespace berth::http {

namespace asio = boost::asio;
namespace beast = boost::beast;
using namespace std::chrono_literals;

namespace {

constexpr auto token = asio::as_tuple(asio::use_awaitable);

/// One request and its answer; false when the connection is to be closed.
asio::awaitable<bool> serveRequest(beast::tcp_stream &stream, beast::flat_buffer &buffer, Worker &worker, Worker::Entry &entry, const Handlers &handlers)
{
    RequestReader reader(stream, buffer);
    const auto head = co_await reader.readHead();
    if (head == RequestReader::Head::Gone)
        co_return false;
    if (head != RequestReader::Head::Complete) {
        auto refusal = handlers.refuse(
            {}, {ErrorCode::BadRequest, head == RequestReader::Head::TooLong ? "The head of the request is too long" : "This is no HTTP request"});
        if (head == RequestReader::Head::TooLong)
            refusal.status = 431;
        co_await writeResponse(stream, refusal, {});
        co_return false;
    }
    entry.idle = false;
    auto request = reader.request();
    Answering answering{Method::Get, reader.isHttp10(), false};
    if (!request) {
        co_await writeResponse(stream, handlers.refuse(reader.path(), request.error()), answering);
        co_return false;
    }
    request->body = &reader;
    request->peer = entry.peer;
    answering.method = request->method;
    const Response response = co_await handlers.handle(*request);
    // The answer waits for no body that nobody wants; what comes of it afterwards is read away, by a connection that may be closed any time.
    answering.keepAlive = reader.canDrain() && reader.keepsAlive() && !worker.stopping;
    const bool written = co_await writeResponse(stream, response, answering);
    entry.idle = true;
    entry.idleSince = std::chrono::steady_clock::now();
    co_return written &&answering.keepAlive &&co_await reader.drain();
}

} // namespace

asio::awaitable<void> serveConnection(asio::ip::tcp::socket socket, Worker &worker, const Handlers &handlers)
{
    boost::system::error_code ec;
    socket.set_option(asio::ip::tcp::no_delay(true), ec);
    beast::tcp_stream stream(std::move(socket));
    Worker::Entry entry{&stream.socket(), true, std::chrono::steady_clock::now(), stream.socket().remote_endpoint(ec).address().to_string()};
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

    beast::flat_buffer buffer(RequestReader::maxBufferBytes);
    buffer.reserve(64 << 10); // Beast reads at most what is free here
    while (!worker.stopping && co_await serveRequest(stream, buffer, worker, entry, handlers)) { }
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
