// SPDX-License-Identifier: Apache-2.0
#include "core/Digest.h"

#include <algorithm>

#include <QtGlobal>

namespace berth {

namespace {
constexpr std::string_view sha256Prefix = "sha256:";
constexpr std::string_view sha512Prefix = "sha512:";

bool isLowerHex(std::string_view text)
{
    return std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}
} // namespace

Result<Digest> Digest::parse(std::string_view text)
{
    size_t digits = 0;
    if (text.starts_with(sha256Prefix))
        digits = 64;
    else if (text.starts_with(sha512Prefix))
        digits = 128;
    else
        return fail(ErrorCode::DigestInvalid, QT_TRANSLATE_NOOP("Error", "A digest begins with sha256: or sha512:"));

    const auto hex = text.substr(sha256Prefix.size());
    if (hex.size() != digits || !isLowerHex(hex))
        return fail(ErrorCode::DigestInvalid, QT_TRANSLATE_NOOP("Error", "A %1 digest has %2 lower-case hex digits"),
            {std::string(text.substr(0, 6)), std::to_string(digits)});
    return Digest(std::string(text));
}

DigestAlgorithm Digest::algorithm() const { return m_text.starts_with(sha512Prefix) ? DigestAlgorithm::Sha512 : DigestAlgorithm::Sha256; }

std::string_view Digest::hex() const { return std::string_view(m_text).substr(sha256Prefix.size()); }

} // namespace berth
