// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "registry/http/Message.h"

namespace berth {

/// The entity tag of stored content.
std::string entityTag(const std::string &digest);

/// True if If-None-Match names that content (RFC 9110, section 13.1.2): one of several tags, weak or strong, or "*".
bool isKnownToClient(const http::Request &request, const std::string &digest);

} // namespace berth
