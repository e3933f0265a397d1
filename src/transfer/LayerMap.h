// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <optional>

#include <QString>

#include "core/Digest.h"

namespace berth {

/// Remembers what an unpacked layer becomes when packed, so that packing it again can be skipped where the target has it. Kept in
/// one small file of the cache folder, a line of JSON a layer, the latest last; losing it costs time only. Thread-safe.
///
/// Remembering a layer appends its line, whatever the file holds already. The oldest are forgotten in bulk.
class LayerMap {
public:
    struct Packed {
        Digest digest;
        std::int64_t sizeBytes = 0;
        friend bool operator==(const Packed &, const Packed &) = default;
    };
    static constexpr std::size_t mostLayers = 20'000;

    /// Reads `file` if it exists; lines that cannot be read, such as one that a power cut left half, are passed over.
    explicit LayerMap(QString file);

    std::optional<Packed> find(const Digest &diffId) const;
    void remember(const Digest &diffId, const Packed &packed);

private:
    struct Known {
        Packed packed;
        std::uint64_t order; ///< Grows with time.
    };
    void take(const Digest &diffId, const Packed &packed);
    /// Writes the file anew, the newer half of the layers.
    void compact();

    QString m_file;
    mutable std::mutex m_mutex;
    std::map<Digest, Known> m_layers;
    std::uint64_t m_lines = 0; ///< Of the file, those of layers that came again included.
};

} // namespace berth
