// SPDX-License-Identifier: Apache-2.0
#include "registry/store/CleanupCandidates.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "core/ReferrerTag.h"

namespace berth::candidates {

namespace {

#define BERTH_CANDIDATE "SELECT id, digest, pushed_at, pulled_at, parents, total_size FROM manifest "

CandidateRow read(const SqlRows &rows)
{
    return {rows.integer(0), rows.integer(4) > 0, rows.integer(5), true, {rows.text(1), {}, rows.integer(2), rows.integer(3)}};
}

void addTag(CandidateRow &row, std::string name, TimeMs pushed, TimeMs pulled)
{
    row.value.tags.push_back(std::move(name));
    row.value.pushed = std::max(row.value.pushed, pushed);
    row.value.pulled = std::max(row.value.pulled, pulled);
}

} // namespace

std::vector<Image> images(Sql &sql, std::int64_t registry, const std::string &after, std::int64_t limit)
{
    std::vector<Image> found;
    auto rows = sql.select("SELECT id, name, artifact_count FROM repository WHERE registry_id = ? AND name > ? ORDER BY name LIMIT ?", registry, after, limit);
    while (rows.next())
        found.push_back({rows.integer(0), rows.text(1), rows.integer(2)});
    return found;
}

std::vector<CandidateRow> of(Sql &sql, std::int64_t repository)
{
    std::vector<CandidateRow> found;
    {
        auto rows = sql.select(BERTH_CANDIDATE "WHERE repository_id = ? AND listed = 1 AND subject = '' ORDER BY pushed_at DESC, id DESC", repository);
        while (rows.next())
            found.push_back(read(rows));
    }
    std::unordered_map<std::int64_t, std::size_t> places;
    for (std::size_t i = 0; i < found.size(); ++i)
        places.emplace(found[i].id, i);
    std::unordered_set<std::string> digests; // filled when a tag asks for them
    std::vector<std::pair<std::size_t, std::string>> signatures;
    {
        auto rows = sql.select("SELECT manifest_id, name, pushed_at, pulled_at FROM tag WHERE repository_id = ? ORDER BY name", repository);
        while (rows.next()) {
            const auto place = places.find(rows.integer(0));
            if (place == places.end())
                continue;
            auto name = rows.text(1);
            if (auto subject = subjectOfTag(name); !subject.empty())
                signatures.emplace_back(place->second, std::move(subject));
            addTag(found[place->second], std::move(name), rows.integer(2), rows.integer(3));
        }
    }
    {
        auto rows = sql.select("SELECT c.manifest_id, m.pulled_at FROM manifest_child c JOIN manifest m ON m.repository_id = c.repository_id "
                               "AND m.digest = c.digest WHERE c.repository_id = ?",
            repository);
        while (rows.next()) {
            if (const auto place = places.find(rows.integer(0)); place != places.end())
                found[place->second].value.pulled = std::max(found[place->second].value.pulled, rows.integer(1));
        }
    }
    if (signatures.empty())
        return found;
    for (const auto &row : found)
        digests.insert(row.value.digest);
    std::unordered_set<std::size_t> attached;
    std::unordered_map<std::size_t, std::size_t> ofPlace;
    for (const auto &[place, subject] : signatures) {
        const bool isThere = digests.contains(subject)
            || sql.integer("SELECT 1 FROM manifest WHERE repository_id = ? AND digest = ?", 0, repository, subject) != 0; // a platform, for example
        if (isThere && ++ofPlace[place] == found[place].value.tags.size())
            attached.insert(place);
    }
    std::vector<CandidateRow> kept;
    for (std::size_t i = 0; i < found.size(); ++i) {
        if (!attached.contains(i))
            kept.push_back(std::move(found[i]));
    }
    return kept;
}

std::optional<CandidateRow> now(Sql &sql, std::int64_t repository, std::int64_t id)
{
    std::optional<CandidateRow> found;
    {
        auto rows =
            sql.select("SELECT id, digest, pushed_at, pulled_at, parents, total_size, listed FROM manifest WHERE id = ? AND repository_id = ?", id, repository);
        if (rows.next()) {
            found = read(rows);
            found->isCandidate = rows.integer(6) != 0;
        }
    }
    if (!found)
        return found;
    {
        auto rows = sql.select("SELECT name, pushed_at, pulled_at FROM tag WHERE manifest_id = ? ORDER BY name", id);
        while (rows.next())
            addTag(*found, rows.text(0), rows.integer(1), rows.integer(2));
    }
    found->value.pulled = std::max(found->value.pulled,
        sql.integer("SELECT max(m.pulled_at) FROM manifest_child c JOIN manifest m ON m.repository_id = c.repository_id AND m.digest = c.digest "
                    "WHERE c.manifest_id = ?",
            0, id));
    return found;
}

} // namespace berth::candidates
