// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <atomic>
#include <cstdint>

namespace berth {

/// How many bytes lie in uploads, so that asking for it reads no folder. Thread-safe.
class UploadTally {
public:
    void add(std::int64_t bytes) { m_bytes += bytes; }
    void set(std::int64_t bytes) { m_bytes = bytes; }
    std::int64_t bytes() const { return std::max<std::int64_t>(m_bytes, 0); }

private:
    std::atomic<std::int64_t> m_bytes = 0;
};

} // namespace berth
