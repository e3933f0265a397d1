// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace berth {

/// True for text that looks the same to everyone who reads it: valid UTF-8 without a byte order mark and without control characters.
///
/// What comes from outside as a name or a key passes this once, at the door: whoever checks rights and whoever looks things up must not
/// be able to read two different names into the same bytes.
bool isCleanText(std::string_view text);

/// Without the spaces and tabs around it, as elements of HTTP's lists stand between commas.
std::string_view trimmed(std::string_view text);

} // namespace berth
