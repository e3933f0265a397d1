// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <span>

#include "core/Json.h"
#include "transfer/TransferTask.h"

namespace berth {

/// One kind of task.
struct TaskKind {
    const char *id; ///< Stored: never changes.
    /// Makes what TransferTask::stored() wrote; null if it cannot be read.
    std::unique_ptr<TransferTask> (*restore)(const json::value &stored);
};

std::span<const TaskKind> taskKinds();

/// Of any kind; null for a kind that only a newer Berth knows, or what cannot be read.
std::unique_ptr<TransferTask> restoreTask(const json::value &stored);

/// `task.stored()` with its kind: what restoreTask() takes.
json::object storedTask(const TransferTask &task);

} // namespace berth
