// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/buffer_body.hpp>
#include <boost/beast/http/parser.hpp>

#include "registry/http/Message.h"

namespace berth::http {

/// One request of a connection: its head, then its body as the handler asks for it (RFC 9112).
///
/// What the peer sends is held in the connection's buffer until it makes sense, and the buffer has a bound: a head, a chunk's extensions,
/// a trailer that go on beyond it end the request.
class RequestReader final : public BodyReader {
public:
    /// The most that the connection's buffer may hold: the longest head, and what is read ahead of it.
    static constexpr std::size_t maxBufferBytes = 128 << 10;

    RequestReader(boost::beast::tcp_stream &stream, boost::beast::flat_buffer &buffer);

    /// What came of waiting for a head.
    enum class Head { Complete, Gone, Malformed, TooLong };

    /// Waits for the next head.
    boost::asio::awaitable<Head> readHead();

    /// The head as handlers see it, without a body. BadRequest if it cannot be taken as one request.
    Result<Request> request() const;

    /// As sent, without the query; for refusals.
    std::string path() const;

    bool keepsAlive() const { return m_parser.get().keep_alive(); }
    bool isHttp10() const { return m_parser.get().version() == 10; }

    std::optional<std::uint64_t> length() const override;
    boost::asio::awaitable<Result<std::size_t>> read(std::span<std::byte> into) override;
    void setPatience(std::chrono::seconds patience) override { m_patience = patience; }

    /// Whether what a handler left of the body can be read away, so that the connection goes on: not if the client waits for leave to send
    /// it, nor if it is too much.
    bool canDrain() const;

    /// Reads it, after the answer was sent; false if that is too much, takes too long or fails.
    boost::asio::awaitable<bool> drain();

private:
    std::string_view target() const;

    boost::beast::tcp_stream &m_stream;
    boost::beast::flat_buffer &m_buffer;
    boost::beast::http::request_parser<boost::beast::http::buffer_body> m_parser;
    bool m_awaitsContinue = false;
    std::chrono::seconds m_patience{60};
    std::optional<Error> m_broken; ///< The body ended early; told once, then again to each call.
};

} // namespace berth::http
