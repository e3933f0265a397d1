// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "registry/management/berth/BerthCall.h"

namespace berth::searchcalls {

/// The document that describes this API, for anybody: it tells nothing that the program's source does not.
boost::asio::awaitable<http::Response> document(BerthCall &call);

/// Images and tags by a part of their names, those that the key may see.
boost::asio::awaitable<http::Response> search(BerthCall &call);

/// Who moved a tag from what to what. The client's address is told to administrators of the registry alone.
boost::asio::awaitable<http::Response> tagHistory(BerthCall &call);

} // namespace berth::searchcalls
