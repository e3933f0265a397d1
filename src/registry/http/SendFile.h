// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>

#include "core/Result.h"
#include "registry/http/Message.h"

namespace berth::http {

/// Sends a piece of a blob through a plain connection: with the system's sendfile where there is one and the store lends a handle
/// (SendFile_<system>.cpp), else by reading and writing.
///
/// A reader that keeps up gets its turn with the others: after some megabytes the thread goes on with what else is waiting.
/// `progress` is called before each wait, to set the deadline anew. Unreachable if the peer goes away; Damaged if the file is shorter
/// than promised. Either way the connection must be closed.
boost::asio::awaitable<Result<void>> sendBlob(
    boost::asio::ip::tcp::socket &socket, const BlobReader &blob, const BlobPiece &piece, std::function<void()> progress);

/// The portable way, which every system's file falls back to.
boost::asio::awaitable<Result<void>> copyBlob(
    boost::asio::ip::tcp::socket &socket, const BlobReader &blob, const BlobPiece &piece, std::function<void()> progress);

} // namespace berth::http
