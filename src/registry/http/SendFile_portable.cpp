// SPDX-License-Identifier: Apache-2.0
#include "registry/http/SendFile.h"

namespace berth::http {

boost::asio::awaitable<Result<void>> sendBlob(
    boost::asio::ip::tcp::socket &socket, const BlobReader &blob, const BlobPiece &piece, std::function<void()> progress)
{
    co_return co_await copyBlob(socket, blob, piece, std::move(progress));
}

} // namespace berth::http
