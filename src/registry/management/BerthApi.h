// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "registry/access/Authenticator.h"
#include "registry/http/Message.h"
#include "registry/http/Server.h"
#include "registry/store/Store.h"

namespace berth {

/// Berth's own calls under /berth/v1, for what NCR's API has no call for: the same key headers and paging, but real HTTP codes and
/// {"errors":[{"code","message"}]} bodies. resources/openapi.json describes each; GET /berth/v1/openapi.json serves it to anybody.
class BerthApi {
public:
    static constexpr std::string_view prefix = "/berth/v1/";

    /// All borrowed.
    BerthApi(Store &store, Authenticator &authenticator, const http::ServerLoad &load)
        : m_store(store)
        , m_authenticator(authenticator)
        , m_load(load)
    {
    }

    boost::asio::awaitable<http::Response> handle(http::Request &request);

private:
    boost::asio::awaitable<http::Response> search(const Access &access, http::Request &request);

    Store &m_store;
    Authenticator &m_authenticator;
    const http::ServerLoad &m_load;
};

/// The access key of a management call, from its two headers.
AccessKeyPair readKeyHeaders(const http::Request &request);

} // namespace berth
