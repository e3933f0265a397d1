// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "registry/access/Authenticator.h"
#include "registry/http/Message.h"
#include "registry/store/Store.h"

namespace berth {

/// Berth's own calls under /berth/v1, for what NCR's API has no call for: the same key headers and paging, but real HTTP codes and
/// {"errors":[{"code","message"}]} bodies.
///
///     GET  /berth/v1/storage              bytes stored and free
///     GET  /berth/v1/search?q=…           images and tags whose names contain q
///     POST /berth/v1/reclaim              what a deletion would take along, and its bytes
class BerthApi {
public:
    static constexpr std::string_view prefix = "/berth/v1/";

    /// Both borrowed.
    BerthApi(Store &store, Authenticator &authenticator)
        : m_store(store)
        , m_authenticator(authenticator)
    {
    }

    boost::asio::awaitable<http::Response> handle(http::Request &request);

private:
    boost::asio::awaitable<http::Response> storage();
    boost::asio::awaitable<http::Response> search(http::Request &request);
    boost::asio::awaitable<http::Response> reclaim(http::Request &request);

    Store &m_store;
    Authenticator &m_authenticator;
};

} // namespace berth
