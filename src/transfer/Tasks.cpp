// SPDX-License-Identifier: Apache-2.0
#include "transfer/Tasks.h"

#include "transfer/ExportTask.h"
#include "transfer/ImportTask.h"

namespace berth {

std::span<const TaskKind> taskKinds()
{
    static constexpr TaskKind kinds[] = {
        {ImportTask::id, ImportTask::restore},
        {ExportTask::id, ExportTask::restore},
    };
    return kinds;
}

std::unique_ptr<TransferTask> restoreTask(const json::value &stored)
{
    const auto id = json::text(stored, "task");
    for (const auto &kind : taskKinds()) {
        if (id == kind.id)
            return kind.restore(stored);
    }
    return nullptr;
}

json::object storedTask(const TransferTask &task)
{
    auto stored = task.stored();
    stored["task"] = task.kind().toStdString();
    return stored;
}

} // namespace berth
