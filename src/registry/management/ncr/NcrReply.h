// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/Json.h"
#include "registry/http/Message.h"

namespace berth::ncr {

/// HTTP 200 with {"header":{…},"<key>":payload}, as NCR's public API v2.0 answers; an empty key sends the header alone.
http::Response success(std::string_view key = {}, json::value payload = nullptr);

/// HTTP 200 with isSuccessful false and resultCode = 10000 + the status that plain HTTP would use.
http::Response failure(const Error &error);

/// The answer to a deletion: its number in the trash goes along in a header.
http::Response deleted(const Result<std::int64_t> &operation);

/// For a call of the API that this server does not serve yet; names it.
http::Response notServed(const http::Request &request, std::string_view what);

} // namespace berth::ncr
