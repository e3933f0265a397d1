// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <set>
#include <string>
#include <unordered_map>

#include "registry/store/Deletion.h"

namespace berth {

/// What deleting many artifacts of several images would give back, added up image by image in bounded memory. Reads only.
class ReclaimSum {
public:
    /// One more artifact of the image under way goes, with what goes along.
    void add(Sql &sql, const RepositoryName &name, std::int64_t repository, std::int64_t artifact);

    /// The image under way is over: what only it holds is settled, some blobs at a time. True while more are to come.
    bool settle(Sql &sql, std::int64_t limit);

    /// So far; exact once all images are settled, but for more blobs than are remembered.
    DeletionBytes bytes() const { return m_bytes; }

private:
    /// A blob that several images hold.
    struct Shared {
        std::int64_t holders = 0; ///< That keep it.
    };

    std::int64_t m_repository = 0;
    DeletionPlan m_plan;
    std::unordered_map<std::string, std::int64_t> m_named; ///< How often what goes of this image names a blob.
    std::unordered_map<std::string, Shared> m_shared;
    DeletionBytes m_bytes;
};

} // namespace berth
