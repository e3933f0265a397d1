// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/Result.h"

struct archive;

namespace berth {

/// Unpacks bytes that are packed once, with gzip (several members), zstd (several frames), xz (several streams) or bzip2.
///
/// Stops at a bomb. Not thread-safe.
class Unpacker {
public:
    /// The packed bytes, one piece after the other; 0 at their end.
    using Pull = std::function<Result<std::size_t>(std::span<std::byte>)>;

    /// What failures are about.
    enum class Subject { Archive, Layer };

    /// Unpacks at most `limitBytes`.
    Unpacker(Subject subject, Pull pull, std::int64_t limitBytes);
    Unpacker(const Unpacker &) = delete;
    Unpacker &operator=(const Unpacker &) = delete;
    ~Unpacker();

    /// The next unpacked bytes, filling `into` unless the end comes; 0 at the end. Damaged for what breaks off, BadRequest for a bomb
    /// and for bytes that are packed twice, else the error of the pull.
    Result<std::size_t> read(std::span<std::byte> into);

    /// From now on failures say that the archive was read as far as this entry.
    void reached(std::string entry) { m_entry = std::move(entry); }

    /// "gzip", "zstd", "xz" or "bzip2" once bytes were read.
    std::string compression() const;

private:
    Result<void> open();
    Result<void> checkSize() const;
    struct Sentences;
    tl::unexpected<Error> failWith(ErrorCode code, const Sentences &sentences, std::vector<std::string> values = {}) const;
    tl::unexpected<Error> failure() const;

    Subject m_subject;
    std::optional<std::string> m_entry;
    Pull m_pull;
    std::int64_t m_limitBytes;
    struct archive *m_handle;
    std::vector<std::byte> m_buffer;
    std::optional<Error> m_pullError;
    std::int64_t m_packedBytes = 0;
    std::int64_t m_unpackedBytes = 0;
    bool m_isOpen = false;
    bool m_isEmpty = false;
};

} // namespace berth
