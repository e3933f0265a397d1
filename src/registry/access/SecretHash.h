// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "core/Secret.h"

namespace berth {

/// Salted slow hash of a secret (scrypt, RFC 7914: N = 32768, r = 8, p = 1; 32 bytes). About 0.1 s and 32 MiB.
std::string slowHash(const Secret &secret, const std::string &salt);

/// 16 bytes from the system's random source.
std::string makeSalt();

/// In time that does not depend on where they differ.
bool equalInConstantTime(const std::string &a, const std::string &b);

/// HMAC-SHA256 (RFC 2104), 32 bytes.
std::string hmacSha256(const std::string &key, const std::string &text);

} // namespace berth
