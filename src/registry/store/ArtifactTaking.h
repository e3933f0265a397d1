// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "core/Json.h"
#include "core/Names.h"
#include "registry/store/Deletion.h"
#include "registry/store/Outbox.h"
#include "registry/store/Sql.h"

namespace berth {

/// How artifacts go to the trash, one at a time: for a person's deletion and for a cleanup. Each call works inside the caller's transaction.
namespace deletion {

/// The row of a deletion; what it took is put beside it.
std::int64_t openOperation(
    Sql &sql, const char *kind, const std::string &registry, const std::string &image, const Author &by, const json::object &detail = {});

/// What a cleanup takes out of one image, in many transactions: an operation of kind "cleanup" of that run, and its row for what goes.
struct CleanupTaking {
    std::int64_t operation = 0;
    std::int64_t repository = 0; ///< The image's.
    std::int64_t taken = 0;      ///< Where it lies in the trash.
};
CleanupTaking beginTaking(Sql &sql, const RepositoryName &name, std::int64_t repository, std::int64_t run, const Author &by);

/// False once somebody has restored or ended the operation: nothing more may go into it.
bool isOpen(Sql &sql, const CleanupTaking &taking);

/// One artifact with what goes along in a cleanup: platforms, what refers to it, and what nothing but tags for its digest ("sha256-….sig")
/// make belong to it. Signatures that are protected by themselves are left out.
void planWithSignatures(Sql &sql, const RepositoryName &name, std::int64_t repository, std::int64_t artifact, DeletionPlan &plan);

/// May it go? ManifestInUse if an index names it, Precondition if something of the plan is protected.
Result<void> checkTaking(Sql &sql, const RepositoryName &name, std::int64_t repository, const std::string &digest, const DeletionPlan &plan);

/// Takes what was planned and checked in this very transaction. Rows touched, about.
std::int64_t take(Sql &sql, const RepositoryName &name, const std::string &digest, const DeletionPlan &plan, const CleanupTaking &to, const Author &by);

/// An untagged artifact that a cleanup took within the last 2 h, while a push that counts on it was under way, comes back into its image. False
/// if there is none.
bool bringBack(Sql &sql, const RepositoryName &name, std::int64_t repository, const std::string &digest);

} // namespace deletion

} // namespace berth
