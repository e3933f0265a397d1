// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include <boost/asio/awaitable.hpp>

#include "registry/http/Message.h"

namespace berth::http {

using Handler = std::function<boost::asio::awaitable<Response>(Request &)>;

/// Listens on one address; one acceptor deals connections to one event loop a core.
class Server {
public:
    struct Options {
        std::string address = "127.0.0.1";
        std::uint16_t port = 5000; ///< 0 picks a free one.
        int threads = 0;           ///< 0: one a core.
    };

    /// `handler` runs on the connection's thread and must outlive the server. Conflict if the port is taken.
    static Result<std::unique_ptr<Server>> start(const Options &options, Handler handler);

    /// Takes no more connections, lets requests in flight end (10 s at most), then closes the rest.
    ~Server();

    std::uint16_t port() const;

private:
    struct Parts;
    explicit Server(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

} // namespace berth::http
