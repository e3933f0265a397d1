// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>

#include "core/Result.h"
#include "core/Secret.h"
#include "registry/store/Sql.h"

namespace berth {

/// Where the folder's own master key lies, if it has one.
std::filesystem::path masterKeyFile(const std::filesystem::path &folder);

/// The key under which the server's own secrets (signing keys, later the headers of webhooks and the credentials of sources) lie in
/// the database. It lies elsewhere itself: in the keychain of the desktop, or in <folder>/master.key, readable by its owner only.
///
/// A file that is there is used; without one, the given key; without either, a new folder gets a file. Unauthorized, in one sentence,
/// if the folder holds sealed secrets and neither is there.
Result<Secret> settleMasterKey(const std::filesystem::path &folder, const std::optional<Secret> &given, bool holdsSecrets);

/// Sealed secrets by name: AES-256-GCM (NIST SP 800-38D), a random nonce each, bound to their name.
namespace sealed {

bool isAny(Sql &sql);

/// Empty if there is none of that name; Unauthorized if it was sealed under another master key.
Result<std::optional<Secret>> find(Sql &sql, const std::string &name, const Secret &masterKey);

/// Stores it, in place of an earlier one.
Result<void> put(Sql &sql, const std::string &name, const Secret &secret, const Secret &masterKey);

} // namespace sealed

} // namespace berth
