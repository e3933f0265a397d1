// SPDX-License-Identifier: Apache-2.0
#include "registry/store/Numbers.h"

#include <array>

namespace berth::numbers {

namespace {

/// Kept number and true one, for each row of a kind. A query gives: what, kept, true; only rows where they differ.
struct Check {
    const char *what;
    const char *query;
};

// The blob's numbers as its links have them.
#define BERTH_LINKS "(SELECT count(*) FROM repository_blob k WHERE k.digest = b.digest AND k.registry_id IS NOT NULL AND k.left_at = 0)"
#define BERTH_REGISTRIES "(SELECT count(*) FROM registry_blob k WHERE k.digest = b.digest)"
#define BERTH_HOLDERS "(SELECT count(*) FROM repository_blob k WHERE k.digest = b.digest AND k.registry_id IS NOT NULL AND k.refs > 0)"
#define BERTH_TRASHED "(SELECT count(*) FROM repository_blob k WHERE k.digest = b.digest AND k.registry_id IS NULL AND k.refs > 0)"
// A repository's own.
#define BERTH_USED                                                                                                                                             \
    "(SELECT coalesce(sum(b.size), 0) FROM repository_blob k JOIN blob b ON b.digest = k.digest WHERE k.repository_id = p.id AND "                             \
    "k.registry_id IS NOT NULL AND k.left_at = 0)"
#define BERTH_UNIQUE                                                                                                                                           \
    "(SELECT coalesce(sum(b.size), 0) FROM repository_blob k JOIN blob b ON b.digest = k.digest WHERE k.repository_id = p.id AND "                             \
    "((k.registry_id IS NOT NULL AND k.left_at = 0 AND b.links = 1) OR (k.registry_id IS NULL AND k.refs > 0 AND b.holders = 0 AND "                           \
    "b.trashed = 1)))"
#define BERTH_OF_IMAGES(column) "(SELECT coalesce(sum(p." column "), 0) FROM repository p WHERE p.registry_id = r.id)"
#define BERTH_TOTAL(sum) "(SELECT coalesce(sum(" sum "), 0) FROM blob)"

// A statement to a line:
// clang-format off
constexpr std::array checks{
    Check{"links of blob", "SELECT b.digest, b.links, " BERTH_LINKS " FROM blob b WHERE b.links <> " BERTH_LINKS},
    Check{"registries of blob", "SELECT b.digest, b.registries, " BERTH_REGISTRIES " FROM blob b WHERE b.registries <> " BERTH_REGISTRIES},
    Check{"holders of blob", "SELECT b.digest, b.holders, " BERTH_HOLDERS " FROM blob b WHERE b.holders <> " BERTH_HOLDERS},
    Check{"deletions that hold blob", "SELECT b.digest, b.trashed, " BERTH_TRASHED " FROM blob b WHERE b.trashed <> " BERTH_TRASHED},
    Check{"links of a registry's blob",
        "SELECT g.digest, g.links, coalesce(k.n, 0) FROM registry_blob g LEFT JOIN (SELECT registry_id, digest, count(*) AS n FROM repository_blob "
        "WHERE registry_id IS NOT NULL AND left_at = 0 GROUP BY registry_id, digest) k ON k.registry_id = g.registry_id AND k.digest = g.digest "
        "WHERE g.links <> coalesce(k.n, 0)"},
    Check{"references to a blob",
        "SELECT k.digest, k.refs, coalesce(c.n, 0) FROM repository_blob k LEFT JOIN (SELECT m.repository_id AS repository_id, mb.digest AS digest, count(*) AS n "
        "FROM manifest_blob mb JOIN manifest m ON m.id = mb.manifest_id GROUP BY m.repository_id, mb.digest) c ON c.repository_id = k.repository_id "
        "AND c.digest = k.digest WHERE k.refs <> coalesce(c.n, 0)"},
    Check{"references without a link",
        "SELECT mb.digest, 0, count(*) FROM manifest_blob mb JOIN manifest m ON m.id = mb.manifest_id WHERE NOT EXISTS (SELECT 1 FROM repository_blob k "
        "WHERE k.repository_id = m.repository_id AND k.digest = mb.digest) GROUP BY mb.digest"},
    Check{"registry of a link",
        "SELECT k.digest, coalesce(k.registry_id, 0), coalesce(p.registry_id, 0) FROM repository_blob k JOIN repository p ON p.id = k.repository_id "
        "WHERE p.unsettled = 0 AND coalesce(k.registry_id, 0) <> coalesce(p.registry_id, 0)"},
    Check{"bytes used by image", "SELECT p.name, p.used_bytes, " BERTH_USED " FROM repository p WHERE p.used_bytes <> " BERTH_USED},
    Check{"bytes only in image", "SELECT p.name, p.unique_bytes, " BERTH_UNIQUE " FROM repository p WHERE p.unique_bytes <> " BERTH_UNIQUE},
    Check{"artifacts of image", "SELECT p.name, p.artifact_count, count(m.id) FROM repository p LEFT JOIN manifest m ON m.repository_id = p.id AND m.listed = 1 "
                                "GROUP BY p.id, p.name, p.artifact_count HAVING p.artifact_count <> count(m.id)"},
    Check{"manifests of image", "SELECT p.name, p.manifest_count, count(m.id) FROM repository p LEFT JOIN manifest m ON m.repository_id = p.id "
                                "GROUP BY p.id, p.name, p.manifest_count HAVING p.manifest_count <> count(m.id)"},
    Check{"manifest bytes of image", "SELECT p.name, p.manifest_bytes, coalesce(sum(m.size), 0) FROM repository p LEFT JOIN manifest m ON m.repository_id = p.id "
                                     "GROUP BY p.id, p.name, p.manifest_bytes HAVING p.manifest_bytes <> coalesce(sum(m.size), 0)"},
    Check{"tags of image", "SELECT p.name, p.tag_count, count(t.id) FROM repository p LEFT JOIN tag t ON t.repository_id = p.id "
                           "GROUP BY p.id, p.name, p.tag_count HAVING p.tag_count <> count(t.id)"},
    Check{"never pulled of image", "SELECT p.name, p.never_pulled, count(m.id) FROM repository p LEFT JOIN manifest m ON m.repository_id = p.id AND m.pulled_at = 0 "
                                   "GROUP BY p.id, p.name, p.never_pulled HAVING p.never_pulled <> count(m.id)"},
    Check{"first push to image", "SELECT p.name, p.first_push, coalesce(min(m.pushed_at), 0) FROM repository p LEFT JOIN manifest m ON m.repository_id = p.id "
                                 "GROUP BY p.id, p.name, p.first_push HAVING p.first_push <> coalesce(min(m.pushed_at), 0)"},
    Check{"tags of artifact", "SELECT m.digest, m.tag_count, count(t.id) FROM manifest m LEFT JOIN tag t ON t.manifest_id = m.id "
                              "GROUP BY m.id, m.digest, m.tag_count HAVING m.tag_count <> count(t.id)"},
    Check{"image of a tag", "SELECT t.name, t.repository_id, m.repository_id FROM tag t JOIN manifest m ON m.id = t.manifest_id WHERE m.repository_id <> t.repository_id"},
    Check{"image of a platform", "SELECT c.digest, c.repository_id, m.repository_id FROM manifest_child c JOIN manifest m ON m.id = c.manifest_id "
                                 "WHERE m.repository_id <> c.repository_id"},
    Check{"indexes of artifact", "SELECT m.digest, m.parents, count(c.digest) FROM manifest m LEFT JOIN manifest_child c ON c.repository_id = m.repository_id "
                                 "AND c.digest = m.digest GROUP BY m.id, m.digest, m.parents HAVING m.parents <> count(c.digest)"},
    Check{"listing of artifact", "SELECT m.digest, m.listed, 1 - m.listed FROM manifest m WHERE m.listed <> CASE WHEN m.tag_count > 0 OR m.parents = 0 THEN 1 ELSE 0 END"},
    Check{"images of registry", "SELECT r.name, r.image_count, (SELECT count(*) FROM repository p WHERE p.registry_id = r.id) FROM registry r "
                                "WHERE r.image_count <> (SELECT count(*) FROM repository p WHERE p.registry_id = r.id)"},
    Check{"artifacts of registry", "SELECT r.name, r.artifact_count, " BERTH_OF_IMAGES("artifact_count") " FROM registry r WHERE r.artifact_count <> " BERTH_OF_IMAGES("artifact_count")},
    Check{"manifests of registry", "SELECT r.name, r.manifest_count, " BERTH_OF_IMAGES("manifest_count") " FROM registry r WHERE r.manifest_count <> " BERTH_OF_IMAGES("manifest_count")},
    Check{"manifest bytes of registry", "SELECT r.name, r.manifest_bytes, " BERTH_OF_IMAGES("manifest_bytes") " FROM registry r WHERE r.manifest_bytes <> " BERTH_OF_IMAGES("manifest_bytes")},
    Check{"tags of registry", "SELECT r.name, r.tag_count, " BERTH_OF_IMAGES("tag_count") " FROM registry r WHERE r.tag_count <> " BERTH_OF_IMAGES("tag_count")},
    Check{"never pulled of registry", "SELECT r.name, r.never_pulled, " BERTH_OF_IMAGES("never_pulled") " FROM registry r WHERE r.never_pulled <> " BERTH_OF_IMAGES("never_pulled")},
    Check{"bytes used by registry", "SELECT r.name, r.used_bytes, coalesce(u.n, 0) FROM registry r LEFT JOIN (SELECT g.registry_id, sum(b.size) AS n FROM registry_blob g "
                                    "JOIN blob b ON b.digest = g.digest GROUP BY g.registry_id) u ON u.registry_id = r.id WHERE r.used_bytes <> coalesce(u.n, 0)"},
    Check{"bytes only in registry", "SELECT r.name, r.unique_bytes, coalesce(u.n, 0) FROM registry r LEFT JOIN (SELECT g.registry_id, sum(b.size) AS n FROM registry_blob g "
                                    "JOIN blob b ON b.digest = g.digest WHERE b.registries = 1 GROUP BY g.registry_id) u ON u.registry_id = r.id WHERE r.unique_bytes <> coalesce(u.n, 0)"},
    Check{"all blobs", "SELECT 'n', t.blobs, " BERTH_TOTAL("1") " FROM total t WHERE t.blobs <> " BERTH_TOTAL("1")},
    Check{"all bytes", "SELECT 'n', t.blob_bytes, " BERTH_TOTAL("size") " FROM total t WHERE t.blob_bytes <> " BERTH_TOTAL("size")},
    Check{"all unique bytes", "SELECT 'n', t.unique_bytes, " BERTH_TOTAL("CASE WHEN holders = 1 THEN size ELSE 0 END") " FROM total t WHERE t.unique_bytes <> " BERTH_TOTAL("CASE WHEN holders = 1 THEN size ELSE 0 END")},
    Check{"all shared bytes", "SELECT 'n', t.shared_bytes, " BERTH_TOTAL("CASE WHEN holders > 1 THEN size ELSE 0 END") " FROM total t WHERE t.shared_bytes <> " BERTH_TOTAL("CASE WHEN holders > 1 THEN size ELSE 0 END")},
    Check{"all saved bytes", "SELECT 'n', t.saved_bytes, " BERTH_TOTAL("CASE WHEN holders > 1 THEN size * (holders - 1) ELSE 0 END") " FROM total t WHERE t.saved_bytes <> " BERTH_TOTAL("CASE WHEN holders > 1 THEN size * (holders - 1) ELSE 0 END")},
    Check{"all bytes of the trash", "SELECT 'n', t.trash_bytes, " BERTH_TOTAL("CASE WHEN holders = 0 AND trashed > 0 THEN size ELSE 0 END") " FROM total t WHERE t.trash_bytes <> " BERTH_TOTAL("CASE WHEN holders = 0 AND trashed > 0 THEN size ELSE 0 END")},
    Check{"all unused blobs", "SELECT 'n', t.unused_blobs, " BERTH_TOTAL("CASE WHEN holders = 0 AND trashed = 0 THEN 1 ELSE 0 END") " FROM total t WHERE t.unused_blobs <> " BERTH_TOTAL("CASE WHEN holders = 0 AND trashed = 0 THEN 1 ELSE 0 END")},
    Check{"all unused bytes", "SELECT 'n', t.unused_bytes, " BERTH_TOTAL("CASE WHEN holders = 0 AND trashed = 0 THEN size ELSE 0 END") " FROM total t WHERE t.unused_bytes <> " BERTH_TOTAL("CASE WHEN holders = 0 AND trashed = 0 THEN size ELSE 0 END")},
    Check{"all manifest bytes", "SELECT 'n', t.manifest_bytes, (SELECT coalesce(sum(length(bytes)), 0) FROM manifest_bytes) FROM total t "
                                "WHERE t.manifest_bytes <> (SELECT coalesce(sum(length(bytes)), 0) FROM manifest_bytes)"},
    Check{"deletions", "SELECT 'n', t.deletions, (SELECT count(*) FROM trash_operation WHERE state = '') FROM total t "
                       "WHERE t.deletions <> (SELECT count(*) FROM trash_operation WHERE state = '')"},
    Check{"event bytes", "SELECT 'n', t.event_bytes, (SELECT coalesce(sum(bytes), 0) FROM event) FROM total t WHERE t.event_bytes <> (SELECT coalesce(sum(bytes), 0) FROM event)"},
};

// In this order: each part stands on those before it.
constexpr std::array recounts{
    "UPDATE repository_blob SET registry_id = (SELECT p.registry_id FROM repository p WHERE p.id = repository_blob.repository_id)",
    "UPDATE repository_blob SET refs = 0 WHERE refs <> 0",
    "UPDATE repository_blob SET refs = c.n, left_at = 0 FROM (SELECT m.repository_id AS repository_id, mb.digest AS digest, count(*) AS n FROM manifest_blob mb "
    "JOIN manifest m ON m.id = mb.manifest_id GROUP BY m.repository_id, mb.digest) c WHERE c.repository_id = repository_blob.repository_id AND c.digest = repository_blob.digest",
    "DELETE FROM registry_blob",
    "INSERT INTO registry_blob (registry_id, digest, links) SELECT registry_id, digest, count(*) FROM repository_blob WHERE registry_id IS NOT NULL AND left_at = 0 "
    "GROUP BY registry_id, digest",
    "UPDATE blob SET links = 0, registries = 0, holders = 0, trashed = 0",
    "UPDATE blob SET links = c.links, holders = c.holders, trashed = c.trashed FROM (SELECT digest, sum(CASE WHEN registry_id IS NOT NULL AND left_at = 0 THEN 1 ELSE 0 END) AS links, "
    "sum(CASE WHEN registry_id IS NOT NULL AND refs > 0 THEN 1 ELSE 0 END) AS holders, sum(CASE WHEN registry_id IS NULL AND refs > 0 THEN 1 ELSE 0 END) AS trashed "
    "FROM repository_blob GROUP BY digest) c WHERE c.digest = blob.digest",
    "UPDATE blob SET registries = c.n FROM (SELECT digest, count(*) AS n FROM registry_blob GROUP BY digest) c WHERE c.digest = blob.digest",
    "UPDATE manifest_child SET repository_id = (SELECT m.repository_id FROM manifest m WHERE m.id = manifest_child.manifest_id)",
    "UPDATE manifest SET tag_count = 0, parents = 0",
    "UPDATE manifest SET tag_count = c.n FROM (SELECT manifest_id, count(*) AS n FROM tag GROUP BY manifest_id) c WHERE c.manifest_id = manifest.id",
    "UPDATE manifest SET parents = c.n FROM (SELECT repository_id, digest, count(*) AS n FROM manifest_child GROUP BY repository_id, digest) c "
    "WHERE c.repository_id = manifest.repository_id AND c.digest = manifest.digest",
    "UPDATE manifest SET listed = CASE WHEN tag_count > 0 OR parents = 0 THEN 1 ELSE 0 END",
    "UPDATE repository SET artifact_count = 0, manifest_count = 0, manifest_bytes = 0, tag_count = 0, never_pulled = 0, first_push = 0, used_bytes = 0, unique_bytes = 0",
    "UPDATE repository SET artifact_count = c.listed, manifest_count = c.n, manifest_bytes = c.bytes, never_pulled = c.never, first_push = c.first FROM (SELECT repository_id, "
    "sum(listed) AS listed, count(*) AS n, sum(size) AS bytes, sum(CASE WHEN pulled_at = 0 THEN 1 ELSE 0 END) AS never, min(pushed_at) AS first FROM manifest GROUP BY repository_id) c "
    "WHERE c.repository_id = repository.id",
    "UPDATE repository SET tag_count = c.n FROM (SELECT repository_id, count(*) AS n FROM tag GROUP BY repository_id) c WHERE c.repository_id = repository.id",
    "UPDATE repository SET used_bytes = c.used, unique_bytes = c.own FROM (SELECT k.repository_id, sum(CASE WHEN k.registry_id IS NOT NULL AND k.left_at = 0 THEN b.size ELSE 0 END) AS used, "
    "sum(CASE WHEN (k.registry_id IS NOT NULL AND k.left_at = 0 AND b.links = 1) OR (k.registry_id IS NULL AND k.refs > 0 AND b.holders = 0 AND b.trashed = 1) THEN b.size ELSE 0 END) AS own "
    "FROM repository_blob k JOIN blob b ON b.digest = k.digest GROUP BY k.repository_id) c WHERE c.repository_id = repository.id",
    "UPDATE registry SET image_count = 0, artifact_count = 0, manifest_count = 0, manifest_bytes = 0, tag_count = 0, never_pulled = 0, used_bytes = 0, unique_bytes = 0",
    "UPDATE registry SET image_count = c.n, artifact_count = c.listed, manifest_count = c.manifests, manifest_bytes = c.bytes, tag_count = c.tags, never_pulled = c.never FROM "
    "(SELECT registry_id, count(*) AS n, sum(artifact_count) AS listed, sum(manifest_count) AS manifests, sum(manifest_bytes) AS bytes, sum(tag_count) AS tags, sum(never_pulled) AS never "
    "FROM repository WHERE registry_id IS NOT NULL GROUP BY registry_id) c WHERE c.registry_id = registry.id",
    "UPDATE registry SET used_bytes = c.used, unique_bytes = c.own FROM (SELECT g.registry_id, sum(b.size) AS used, sum(CASE WHEN b.registries = 1 THEN b.size ELSE 0 END) AS own "
    "FROM registry_blob g JOIN blob b ON b.digest = g.digest GROUP BY g.registry_id) c WHERE c.registry_id = registry.id",
    "UPDATE total SET blobs = " BERTH_TOTAL("1") ", blob_bytes = " BERTH_TOTAL("size") ", unique_bytes = " BERTH_TOTAL("CASE WHEN holders = 1 THEN size ELSE 0 END")
    ", shared_bytes = " BERTH_TOTAL("CASE WHEN holders > 1 THEN size ELSE 0 END") ", saved_bytes = " BERTH_TOTAL("CASE WHEN holders > 1 THEN size * (holders - 1) ELSE 0 END")
    ", trash_bytes = " BERTH_TOTAL("CASE WHEN holders = 0 AND trashed > 0 THEN size ELSE 0 END") ", unused_blobs = " BERTH_TOTAL("CASE WHEN holders = 0 AND trashed = 0 THEN 1 ELSE 0 END")
    ", unused_bytes = " BERTH_TOTAL("CASE WHEN holders = 0 AND trashed = 0 THEN size ELSE 0 END")
    ", manifest_bytes = (SELECT coalesce(sum(length(bytes)), 0) FROM manifest_bytes), deletions = (SELECT count(*) FROM trash_operation WHERE state = ''), "
    "event_bytes = (SELECT coalesce(sum(bytes), 0) FROM event)",
};

// clang-format on

} // namespace

std::vector<std::string> faults(Sql &sql, int limit, const std::function<bool()> &stopped)
{
    std::vector<std::string> lines;
    for (const auto &check : checks) {
        if (stopped && stopped())
            break;
        auto rows = sql.select(check.query);
        for (int i = 0; i < limit && rows.next(); ++i)
            lines.push_back(std::string(check.what) + " " + rows.text(0) + ": " + std::to_string(rows.integer(1)) + " kept, " + std::to_string(rows.integer(2))
                + " counted");
    }
    return lines;
}

int recountParts() { return int(recounts.size()); }

void recount(Sql &sql, int part) { sql.run(recounts.at(std::size_t(part))); }

} // namespace berth::numbers
