// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <mutex>
#include <optional>

#include <QString>

#include "core/Digest.h"

namespace berth {

/// Remembers what an unpacked layer becomes when packed, so that packing it again can be skipped where the target has it. Kept in
/// one small file of the cache folder; losing it costs time only. Thread-safe.
class LayerMap {
public:
    struct Packed {
        Digest digest;
        std::int64_t sizeBytes = 0;
    };

    /// Reads `file` if it exists.
    explicit LayerMap(QString file);

    std::optional<Packed> find(const Digest &diffId) const;
    void remember(const Digest &diffId, const Packed &packed);

private:
    void save() const;

    QString m_file;
    mutable std::mutex m_mutex;
    std::map<Digest, Packed> m_layers;
};

} // namespace berth
