// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string_view>

#include "core/Digest.h"

namespace berth {

/// Computes a digest over bytes as they come, through OpenSSL (which uses the processor's SHA instructions).
///
/// Not thread-safe; may move between threads.
class Hasher {
public:
    explicit Hasher(DigestAlgorithm algorithm = DigestAlgorithm::Sha256);
    Hasher(Hasher &&) noexcept;
    Hasher &operator=(Hasher &&) noexcept;
    ~Hasher();

    void add(std::span<const std::byte> bytes);
    void add(std::string_view bytes);

    /// Another one that has seen the same bytes.
    Hasher copy() const;

    /// The digest of everything added. The hasher starts anew afterwards.
    Digest finish();

    /// Digest of one piece of memory.
    static Digest of(std::string_view bytes, DigestAlgorithm algorithm = DigestAlgorithm::Sha256);

private:
    struct Context;
    std::unique_ptr<Context> m_context;
};

/// Lower-case hex digits of bytes.
std::string toHex(std::span<const unsigned char> bytes);

} // namespace berth
