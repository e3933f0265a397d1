// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/Cleanup.h"
#include "core/Json.h"
#include "core/Protection.h"
#include "registry/store/Registries.h"
#include "registry/store/Sql.h"

/// What a cleanup would delete if it ran now, and which bytes that would give back. Nothing is written.
namespace berth::cleanuppreview {

/// What a preview is asked for.
struct Wish {
    std::optional<std::vector<CleanupRule>> rules;           ///< Those that are stored.
    std::optional<std::vector<ProtectionRule>> protection;
    std::optional<std::string> image;                        ///< Entries of this one alone.
};

/// BadRequest with what cannot be read in it.
Result<Wish> readWish(const json::value &body);

/// The answer, for the rules that `cleanup` holds; its entries are those of `image` alone if one is given. It ends after 200,000 artifacts or
/// 15 s, and says then that it is at least that much.
json::object make(Sql &sql, const RegistryRow &registry, const Cleanup &cleanup, const std::optional<std::string> &image);

} // namespace berth::cleanuppreview
