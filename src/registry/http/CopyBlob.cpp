// SPDX-License-Identifier: Apache-2.0
#include "registry/http/SendFile.h"

#include <algorithm>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>

namespace berth::http {

namespace asio = boost::asio;

asio::awaitable<Result<void>> copyBlob(asio::ip::tcp::socket &socket, const BlobReader &blob, const BlobPiece &piece, std::function<void()> progress)
{
    std::vector<std::byte> buffer(256 << 10);
    std::int64_t offset = piece.offset;
    const std::int64_t end = piece.offset + piece.length;
    while (offset < end) {
        const auto wanted = std::size_t(std::min<std::int64_t>(end - offset, std::int64_t(buffer.size())));
        const auto count = blob.read(offset, std::span(buffer).first(wanted));
        if (!count)
            co_return tl::unexpected(count.error());
        if (*count == 0)
            co_return fail(ErrorCode::Damaged, "A stored blob is shorter than its size");
        progress();
        const auto [ec, sent] = co_await asio::async_write(socket, asio::buffer(buffer.data(), *count), asio::as_tuple(asio::use_awaitable));
        if (ec)
            co_return fail(ErrorCode::Unreachable, ec.message());
        offset += std::int64_t(sent);
    }
    co_return Result<void>();
}

} // namespace berth::http
