// SPDX-License-Identifier: Apache-2.0
#include "desktop/shell/EndNotices.h"

#include "desktop/settings/Preferences.h"
#include "transfer/TransferQueue.h"

namespace berth {

EndNotices::EndNotices(const TransferQueue &queue, const Preferences &preferences, std::function<bool()> isSeen)
    : m_preferences(preferences)
    , m_isSeen(std::move(isSeen))
{
    connect(&queue, &TransferQueue::finished, this, [this](Transfer *transfer) { ended(*transfer); });
}

void EndNotices::ended(const Transfer &transfer)
{
    if (transfer.state == Transfer::State::Cancelled || transfer.durationMs < m_longMs || !m_preferences.notifies() || m_isSeen())
        return;
    if (transfer.state == Transfer::State::Done)
        Q_EMIT told(tr("%1 is done").arg(transfer.title), transfer.target);
    else
        Q_EMIT told(tr("%1 has stopped").arg(transfer.title), transfer.failure);
}

} // namespace berth
