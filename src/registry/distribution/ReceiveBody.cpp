// SPDX-License-Identifier: Apache-2.0
#include "registry/distribution/ReceiveBody.h"

#include <array>
#include <vector>

#include <boost/asio/this_coro.hpp>

#include "registry/distribution/StartedWork.h"

namespace berth {

namespace asio = boost::asio;

asio::awaitable<Result<void>> receiveBody(http::BodyReader &body, BlobWriter &writer, asio::thread_pool &pool, std::function<Result<void>()> check)
{
    const auto executor = co_await asio::this_coro::executor;
    const std::size_t size = std::size_t(std::min<std::uint64_t>(body.length().value_or(256 << 10), 256 << 10));
    std::array<std::vector<std::byte>, 2> buffers;
    std::optional<StartedWork<Result<void>>> appending;
    Result<void> outcome;
    std::uint64_t unchecked = 0;
    for (int current = 0; outcome; current ^= 1) {
        auto &buffer = buffers[std::size_t(current)];
        buffer.resize(std::max<std::size_t>(size, 1));
        const auto count = co_await body.read(buffer);
        if (appending) {
            outcome = co_await appending->result();
            appending.reset();
        }
        if (!count) {
            if (outcome)
                outcome = tl::unexpected(count.error());
            break;
        }
        if (*count == 0 || !outcome)
            break;
        if ((unchecked += *count) >= std::uint64_t(uncheckedBytes)) {
            unchecked = 0;
            outcome = check();
            if (!outcome)
                break;
        }
        appending.emplace(executor, pool, [&writer, chunk = std::span(buffer).first(*count)] { return writer.append(chunk); });
    }
    if (appending) { // the buffers must outlive it
        const auto last = co_await appending->result();
        if (outcome)
            outcome = last;
    }
    co_return outcome;
}

} // namespace berth
