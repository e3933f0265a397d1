// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <boost/asio/awaitable.hpp>

#include "core/Json.h"
#include "registry/access/Authenticator.h"
#include "registry/http/Message.h"
#include "registry/store/Page.h"

namespace berth {

/// The components of a path. An image's name may come raw, with %2F or with %252F: each component is decoded at most twice, and
/// what then holds slashes becomes several components. BadRequest if an encoding is broken.
Result<std::vector<std::string>> splitPath(std::string_view path);

/// `page` (from 1) and `page_size` (default 10, clamped to 100). BadRequest below 1 and for what is no number.
Result<Page> readPage(const http::Request &request);

/// The body as a JSON object of at most 1 MiB; BadRequest otherwise. No body counts as {}.
boost::asio::awaitable<Result<json::value>> readObject(http::Request &request);

/// The access key of a management call, from its two headers.
AccessKeyPair readKeyHeaders(const http::Request &request);

/// The number in an address; NotFound if it is none.
Result<std::int64_t> readNumber(const std::string &text);

} // namespace berth
