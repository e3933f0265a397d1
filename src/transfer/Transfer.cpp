// SPDX-License-Identifier: Apache-2.0
#include "transfer/Transfer.h"

namespace berth {

Transfer::Transfer(std::unique_ptr<TransferTask> task, QObject *parent)
    : QObject(parent)
    , m_task(std::move(task))
    , title(m_task->describe().title)
    , target(m_task->describe().target)
    , keepsProgress(m_task->describe().keepsProgress)
    , totalBytes(m_task->describe().totalBytes)
{
}

} // namespace berth
