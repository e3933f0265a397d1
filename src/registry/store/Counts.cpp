// SPDX-License-Identifier: Apache-2.0
#include "registry/store/Counts.h"

namespace berth::counts {

void add(Sql &sql, std::int64_t repository, const Counts &more)
{
#define BERTH_ADD                                                                                                                                              \
    "artifact_count = artifact_count + ?, manifest_count = manifest_count + ?, manifest_bytes = manifest_bytes + ?, "                                          \
    "tag_count = tag_count + ?, never_pulled = never_pulled + ? "
    if (more.artifacts == 0 && more.manifests == 0 && more.manifestBytes == 0 && more.tags == 0 && more.neverPulled == 0)
        return;
    sql.run("UPDATE repository SET " BERTH_ADD "WHERE id = ?", more.artifacts, more.manifests, more.manifestBytes, more.tags, more.neverPulled, repository);
    sql.run("UPDATE registry SET " BERTH_ADD "WHERE id = (SELECT registry_id FROM repository WHERE id = ?)", more.artifacts, more.manifests, more.manifestBytes,
        more.tags, more.neverPulled, repository);
#undef BERTH_ADD
}

void addImage(Sql &sql, std::int64_t repository, std::int64_t registry, int sign)
{
    Counts of;
    {
        auto rows = sql.select("SELECT artifact_count, manifest_count, manifest_bytes, tag_count, never_pulled FROM repository WHERE id = ?", repository);
        if (rows.next())
            of = {rows.integer(0), rows.integer(1), rows.integer(2), rows.integer(3), rows.integer(4)};
    }
    sql.run("UPDATE registry SET image_count = image_count + ?, artifact_count = artifact_count + ?, manifest_count = manifest_count + ?, "
            "manifest_bytes = manifest_bytes + ?, tag_count = tag_count + ?, never_pulled = never_pulled + ? WHERE id = ?",
        sign, sign * of.artifacts, sign * of.manifests, sign * of.manifestBytes, sign * of.tags, sign * of.neverPulled, registry);
}

void refreshFirstPush(Sql &sql, std::int64_t repository)
{
    sql.run("UPDATE repository SET first_push = coalesce((SELECT min(m.pushed_at) FROM manifest m WHERE m.repository_id = ?), 0) WHERE id = ?", repository,
        repository);
}

} // namespace berth::counts
