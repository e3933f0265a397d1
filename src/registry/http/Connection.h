// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <chrono>
#include <memory>
#include <unordered_set>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>

#include "registry/http/Server.h"

namespace berth::http {

/// One event loop and the connections that live on it. Everything but `count` belongs to the loop's thread.
struct Worker {
    boost::asio::io_context context{1};
    std::atomic<int> count = 0; ///< Connections dealt to this loop and not yet ended.
    bool stopping = false;

    /// A connection's socket and whether it is between two requests, so that stopping closes idle ones at once.
    struct Entry {
        boost::asio::ip::tcp::socket *socket;
        bool idle = true;
        std::chrono::steady_clock::time_point idleSince; ///< Counts while it is idle.
        std::string peer; ///< IP address.
    };
    std::unordered_set<Entry *> entries;
};

/// Serves one connection until it ends. Knows HTTP/1.1 and nothing of registries.
boost::asio::awaitable<void> serveConnection(boost::asio::ip::tcp::socket socket, Worker &worker, const Handlers &handlers);

} // namespace berth::http
