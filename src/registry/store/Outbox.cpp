// SPDX-License-Identifier: Apache-2.0
#include "registry/store/Outbox.h"

#include <algorithm>
#include <array>

namespace berth {

namespace {

constexpr std::array<const char *, 8> words{"push", "tag_set", "tag_deleted", "artifact_deleted", "image_deleted", "registry_deleted", "restored", "pull"};

Event::Kind kindOf(const std::string &word)
{
    const auto found = std::ranges::find_if(words, [&](const char *one) { return word == one; });
    return found == words.end() ? Event::Kind::Push : Event::Kind(found - words.begin());
}

constexpr std::int64_t rowBytes = 100; ///< Numbers and the table's own.

} // namespace

const char *wordOf(Event::Kind kind) { return words.at(std::size_t(kind)); }

namespace outbox {

void add(Sql &sql, Event event)
{
    const auto bytes = rowBytes
        + std::int64_t(event.by.actor.size() + event.by.source.size() + event.registry.size() + event.image.size() + event.tag.size() + event.digest.size()
            + event.formerDigest.size());
    sql.run("INSERT INTO event (at, kind, actor, source, registry, image, tag, digest, former_digest, amount, bytes, operation) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        event.at != 0 ? event.at : nowMs(), wordOf(event.kind), event.by.actor, event.by.source, event.registry, event.image, event.tag, event.digest,
        event.formerDigest, event.amount, bytes, event.operation);
    sql.run("UPDATE total SET event_bytes = event_bytes + ? WHERE id = 1", bytes);
}

Batch read(Sql &sql, std::int64_t cursor, std::int64_t limit)
{
    Batch batch{{}, cursor, 0};
    const auto oldest = sql.integer("SELECT coalesce(min(id), 0) FROM event", 0);
    if (cursor > 0 && oldest > cursor + 1)
        batch.missed = oldest - cursor - 1;
    auto rows = sql.select(
        "SELECT id, at, kind, actor, source, registry, image, tag, digest, former_digest, amount, operation FROM event WHERE id > ? ORDER BY id LIMIT ?",
        cursor, limit);
    while (rows.next())
        batch.events.push_back({rows.integer(0), rows.integer(1), kindOf(rows.text(2)), {rows.text(3), rows.text(4)}, rows.text(5), rows.text(6), rows.text(7),
            rows.text(8), rows.text(9), rows.integer(10), rows.integer(11)});
    if (!batch.events.empty())
        batch.next = batch.events.back().id;
    return batch;
}

std::int64_t end(Sql &sql) { return sql.integer("SELECT coalesce(max(id), 0) FROM event", 0); }

std::int64_t trim(Sql &sql, TimeMs now, std::int64_t limit, const Bounds &bounds)
{
    auto over = sql.integer("SELECT event_bytes FROM total WHERE id = 1", 0) - bounds.bytes;
    std::int64_t last = 0;
    std::int64_t gone = 0;
    std::int64_t count = 0;
    {
        auto rows = sql.select("SELECT id, at, bytes FROM event ORDER BY id LIMIT ?", limit);
        while (rows.next() && (over > 0 || rows.integer(1) < now - bounds.ageMs)) {
            last = rows.integer(0);
            gone += rows.integer(2);
            over -= rows.integer(2);
            ++count;
        }
    }
    if (count == 0)
        return 0;
    sql.run("DELETE FROM event WHERE id <= ?", last);
    sql.run("UPDATE total SET event_bytes = event_bytes - ? WHERE id = 1", gone);
    return count;
}

} // namespace outbox

} // namespace berth
