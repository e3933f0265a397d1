// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/Names.h"
#include "core/Time.h"
#include "registry/store/Sql.h"

namespace berth {

/// By whom something is done, and from where.
struct Author {
    std::string actor = {};  ///< As Access::who() says.
    std::string source = {}; ///< The client's address; empty for the server itself.
};

/// Something that happened to the content of a registry.
struct Event {
    enum class Kind { Push, TagSet, TagDeleted, ArtifactDeleted, ImageDeleted, RegistryDeleted, Restored, Pull };

    std::int64_t id = 0;
    TimeMs at = 0;
    Kind kind = Kind::Push;
    Author by = {};
    std::string registry = {};
    std::string image = {}; ///< Empty for a registry.
    std::string tag = {};
    std::string digest = {};
    std::string formerDigest = {}; ///< What the tag named before; empty if nothing.
    std::int64_t amount = 1; ///< Artifacts that went or came back, or pulls.
    std::int64_t operation = 0; ///< An image's deletion: where the trash has it.
};

/// What happened, in the order in which it was committed: written by the transaction that did it, so that neither is without the other.
///
/// Read by a cursor, by any number of readers that know nothing of each other. Bounded by bytes and age: who reads too seldom is told how
/// much was missed.
namespace outbox {

/// `event.at` 0: now.
void add(Sql &sql, Event event);

struct Batch {
    std::vector<Event> events;
    std::int64_t next = 0;   ///< The cursor to go on with.
    std::int64_t missed = 0; ///< Events after the cursor that are not kept any more.
};

/// The events after the cursor, at most `limit`; 0 begins with the oldest one kept.
Batch read(Sql &sql, std::int64_t cursor, std::int64_t limit);

/// The cursor behind the newest event.
std::int64_t end(Sql &sql);

struct Bounds {
    std::int64_t bytes = 64 << 20;
    TimeMs ageMs = 30LL * 24 * 60 * 60 * 1000;
};

/// Drops the oldest events beyond the bounds, at most `limit`. How many.
std::int64_t trim(Sql &sql, TimeMs now, std::int64_t limit, const Bounds &bounds = {});

} // namespace outbox

/// The word of a kind, as the table and Berth's API have it.
const char *wordOf(Event::Kind kind);

} // namespace berth
