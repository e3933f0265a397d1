// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "client/http/HttpTypes.h"
#include "core/Result.h"

namespace berth {

/// The one rule on origins: credentials and bodies stay with the server that they are meant for.
///
/// GET and HEAD follow 301, 302, 303, 307 and 308 (RFC 9110, 15.4): to another origin without credentials, and never from https to http. A request
/// that changes something follows 307 and 308 within its origin; elsewhere it goes no further, and the sentence names both.
namespace redirects {

/// So many in one call.
inline constexpr int mostHops = 5;

/// Denied if the request may not go to its address: something changes there, or a body goes there, that is none of the server's. Without
/// `addresses` every first address is right.
Result<void> mayGo(const HttpRequest &request, const QList<QUrl> &addresses);

/// The request as it goes to an address that is not the server's: without credentials.
void dropCredentials(HttpRequest &request);

/// The request to go on with; nothing if the reply is the answer. Denied as above.
Result<std::optional<HttpRequest>> next(const HttpRequest &request, const HttpReply &reply);

} // namespace redirects

} // namespace berth
