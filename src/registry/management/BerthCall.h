// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "registry/access/Authenticator.h"
#include "registry/http/Message.h"
#include "registry/http/Server.h"
#include "registry/store/Store.h"

namespace berth {

/// One call of Berth's own API on its way to its handler.
struct BerthCall {
    Store &store;
    Authenticator &authenticator;
    const Access &access;
    http::Request &request;
    const http::ServerLoad &load;
    std::vector<std::string> path; ///< Components behind /berth/v1/, decoded.

    http::Method method() const { return request.method; }
    std::size_t depth() const { return path.size(); }
    bool is(http::Method wanted, std::size_t wantedDepth) const { return method() == wanted && depth() == wantedDepth; }
};

/// For a method that the address does not answer, or an address that is none.
http::Response notACall(const BerthCall &call);

/// The number at that place of the path; NotFound if it is none.
Result<std::int64_t> readNumber(const std::string &text);

} // namespace berth
