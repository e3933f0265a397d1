// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/beast/core/tcp_stream.hpp>

#include "registry/http/Message.h"

namespace berth::http {

/// What the writer has to know of the request that is answered.
struct Answering {
    Method method = Method::Get;
    bool isHttp10 = false; ///< Such clients go on only if they are told so.
    bool keepAlive = false;
};

/// Writes one answer; false if the connection is of no more use. A peer that takes no byte for a minute is given up.
boost::asio::awaitable<bool> writeResponse(boost::beast::tcp_stream &stream, const Response &response, Answering answering);

} // namespace berth::http
