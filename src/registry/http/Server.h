// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include <boost/asio/awaitable.hpp>

#include "registry/http/Message.h"

namespace berth::http {

/// What the server asks of its owner; called on the connections' threads.
struct Handlers {
    std::function<boost::asio::awaitable<Response>(Request &)> handle;

    /// The answer to what is no request: BadRequest, in the form of the API that the path belongs to. The path may be empty.
    std::function<Response(const std::string &path, const Error &error)> refuse;
};

/// How busy a server is. Any thread may read it.
struct ServerLoad {
    std::atomic<int> connections = 0;
    std::atomic<int> mostConnections = 0;       ///< The bound.
    std::atomic<std::int64_t> closedIdle = 0;   ///< Closed for others, while they waited for a next request.
    std::atomic<std::int64_t> turnedAway = 0;   ///< Closed at once: all others were busy.
};

/// Listens on one address; one acceptor deals connections to one event loop a core.
///
/// File handles are bounded, so connections are: when they get scarce, the one that has been idle longest is closed for the new one.
class Server {
public:
    struct Options {
        std::string address = "127.0.0.1";
        std::uint16_t port = 5000; ///< 0 picks a free one.
        int threads = 0;           ///< 0: one a core.
        int mostConnections = 700; ///< At once.
    };

    /// Conflict if the port is taken. `load` is borrowed.
    static Result<std::unique_ptr<Server>> start(const Options &options, Handlers handlers, ServerLoad &load);

    /// As stop(). What had begun and not ended is thrown away: nothing may call back into it any more.
    ~Server();

    /// Takes no more connections, lets requests in flight end (8 s at most), then closes the rest and ends the threads. Work that these
    /// requests had given to others may still post its results, which then lie until the server goes.
    void stop();

    std::uint16_t port() const;

private:
    struct Parts;
    explicit Server(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

} // namespace berth::http
