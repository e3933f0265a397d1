// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

#include "core/Result.h"

namespace berth {

/// A stored blob, open for reading. read() may be called from several threads at once.
class BlobReader {
public:
    virtual ~BlobReader() = default;
    virtual std::int64_t sizeBytes() const = 0;

    /// Bytes read at `offset`, 0 at the end.
    virtual Result<std::size_t> read(std::int64_t offset, std::span<std::byte> into) const = 0;

    /// The operating system's handle of a file that holds the blob from offset 0, for sendfile and its kin; empty for a
    /// store without one, which is then read through read(). Valid while this reader lives.
    virtual std::optional<std::intptr_t> nativeHandle() const = 0;
};

} // namespace berth
