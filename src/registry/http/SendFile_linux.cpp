// SPDX-License-Identifier: Apache-2.0
#include "registry/http/SendFile.h"

#include <algorithm>
#include <cerrno>
#include <cstring>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <sys/sendfile.h>

namespace berth::http {

namespace asio = boost::asio;

asio::awaitable<Result<void>> sendBlob(asio::ip::tcp::socket &socket, const BlobReader &blob, const BlobPiece &piece, std::function<void()> progress)
{
    const auto handle = blob.nativeHandle();
    if (!handle)
        co_return co_await copyBlob(socket, blob, piece, std::move(progress));
    constexpr off_t pieceBytes = 256 << 10; // larger calls were seen to be slower
    constexpr off_t turnBytes = 4 << 20;
    boost::system::error_code ec;
    socket.native_non_blocking(true, ec);
    off_t offset = piece.offset;
    const off_t end = piece.offset + piece.length;
    off_t turnEnd = offset + turnBytes;
    while (offset < end) {
        if (offset >= turnEnd) { // a reader that keeps up would never let go of this thread
            turnEnd = offset + turnBytes;
            progress();
            co_await asio::post(socket.get_executor(), asio::use_awaitable);
        }
        const ssize_t sent = ::sendfile(socket.native_handle(), int(*handle), &offset, std::size_t(std::min(end - offset, pieceBytes)));
        if (sent > 0)
            continue;
        if (sent == 0)
            co_return fail(ErrorCode::Damaged, "A stored blob is shorter than its size");
        if (errno == EINTR)
            continue;
        if (errno == EIO)
            co_return fail(ErrorCode::Damaged, "A stored blob could not be read");
        if (errno != EAGAIN)
            co_return fail(ErrorCode::Unreachable, std::string(std::strerror(errno)));
        progress();
        const auto [waitError] = co_await socket.async_wait(asio::ip::tcp::socket::wait_write, asio::as_tuple(asio::use_awaitable));
        if (waitError)
            co_return fail(ErrorCode::Unreachable, waitError.message());
    }
    co_return Result<void>();
}

} // namespace berth::http
