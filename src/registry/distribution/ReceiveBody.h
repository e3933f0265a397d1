// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/thread_pool.hpp>

#include "registry/http/Message.h"
#include "registry/store/BlobStore.h"

namespace berth {

/// So far an upload may go beyond what it announced until somebody looks.
inline constexpr std::int64_t uncheckedBytes = 4 << 20;

/// Appends a request's body to an upload. Receiving overlaps with hashing and writing: awaiting each append in turn was seen to
/// halve the speed.
///
/// `check` is asked between two pieces whether the upload may go on. On failure the upload keeps what was written whole.
boost::asio::awaitable<Result<void>> receiveBody(
    http::BodyReader &body, BlobWriter &writer, boost::asio::thread_pool &pool, std::function<Result<void>()> check);

} // namespace berth
