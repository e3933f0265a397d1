// SPDX-License-Identifier: Apache-2.0
#include "desktop/transfers/TransfersPanel.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

#include "desktop/parts/Parts.h"
#include "desktop/transfers/DropHint.h"
#include "desktop/transfers/TransferRow.h"
#include "transfer/TransferQueue.h"

namespace berth {

TransfersPanel::TransfersPanel(TransferQueue &queue, QWidget *parent)
    : Sheet(Kind::Sheet, parent)
    , m_queue(queue)
    , m_summary(makeLabel({}, TextRole::Body, Shade::Text2, this))
    , m_clear(makeButton(tr("Clear finished"), "flat", "check", this))
    , m_toggle(makeIconButton("chevron-up", tr("Open transfers"), this))
    , m_scroll(new QScrollArea(this))
    , m_rows(new QVBoxLayout)
    , m_hint(new DropHint(this))
{
    m_clear->setProperty("mini", true);
    auto *top = new QHBoxLayout;
    top->setSpacing(10);
    top->setContentsMargins(16, 4, 12, 4);
    top->addWidget(makeLabel(tr("Transfers"), TextRole::BodyStrong, Shade::Text, this));
    top->addWidget(m_summary, 1);
    top->addWidget(m_clear);
    top->addWidget(m_toggle);
    auto *content = new QWidget(m_scroll);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(0);
    auto *contentColumn = new QVBoxLayout(content);
    contentColumn->setContentsMargins(0, 0, 0, 0);
    contentColumn->addLayout(m_rows);
    contentColumn->addStretch();
    m_scroll->setWidget(content);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setAccessibleName(tr("Transfers"));
    m_scroll->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    column->addLayout(top);
    column->addWidget(m_scroll, 1);

    connect(m_toggle, &QPushButton::clicked, this, [this] { setOpen(!m_open); });
    connect(m_clear, &QPushButton::clicked, this, [this] {
        const auto transfers = m_queue.transfers();
        for (auto *transfer : transfers) {
            if (transfer->state == Transfer::State::Done || transfer->state == Transfer::State::Cancelled)
                m_queue.remove(transfer);
        }
    });
    connect(&m_queue, &TransferQueue::added, this, &TransfersPanel::add);
    connect(&m_queue, &TransferQueue::changed, this, &TransfersPanel::summarise);
    m_hint->hide();
    setOpen(false);
    for (auto it = queue.transfers().crbegin(); it != queue.transfers().crend(); ++it)
        add(*it); // of an earlier run, or of the window that this one takes the place of
    summarise();
}

void TransfersPanel::setOpen(bool open)
{
    m_open = open;
    m_scroll->setVisible(open);
    m_toggle->setIcon(icon(open ? "chevron-down" : "chevron-up"));
    m_toggle->setAccessibleName(open ? tr("Close transfers") : tr("Open transfers"));
    m_toggle->setToolTip(m_toggle->accessibleName());
    const int line = qMax(38, fontMetrics().height() + 20);
    const int rows = qMin(4, int(m_queue.transfers().size()));
    setFixedHeight(open ? line + qMax(1, rows) * 48 + 6 : line);
}

void TransfersPanel::setLow(bool low)
{
    if (low == m_low)
        return;
    m_low = low;
    if (low)
        m_opensWhereRoom = m_open;
    setOpen(!low && m_opensWhereRoom);
}

void TransfersPanel::setHint(const QString &hint)
{
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
    m_hint->raise();
}

void TransfersPanel::resizeEvent(QResizeEvent *event)
{
    Sheet::resizeEvent(event);
    m_hint->setGeometry(rect());
}

void TransfersPanel::add(Transfer *transfer)
{
    auto *row = new TransferRow(*transfer, this);
    m_rows->insertWidget(0, row);
    connect(row, &TransferRow::pauseRequested, this, [this, transfer] { m_queue.pause(transfer); });
    connect(row, &TransferRow::resumeRequested, this, [this, transfer] { m_queue.resume(transfer); });
    connect(row, &TransferRow::cancelRequested, this, [this, transfer] { m_queue.cancel(transfer); });
    connect(row, &TransferRow::retryRequested, this, [this, transfer] { m_queue.retry(transfer); });
    connect(row, &TransferRow::removeRequested, this, [this, transfer] { m_queue.remove(transfer); });
    connect(row, &TransferRow::showRequested, this, [this, transfer] { Q_EMIT showRequested(transfer); });
    connect(&m_queue, &TransferQueue::removed, row, [this, row, transfer](Transfer *gone) {
        if (gone != transfer)
            return;
        row->hide();
        row->deleteLater();
        setOpen(m_open);
    });
    setOpen(true);
}

void TransfersPanel::summarise()
{
    int running = 0, waiting = 0, paused = 0, failed = 0, ended = 0;
    for (const auto *transfer : m_queue.transfers()) {
        running += transfer->state == Transfer::State::Reading || transfer->state == Transfer::State::Sending;
        waiting += transfer->state == Transfer::State::Waiting;
        paused += transfer->state == Transfer::State::Paused;
        failed += transfer->state == Transfer::State::Failed;
        ended += transfer->state == Transfer::State::Done || transfer->state == Transfer::State::Cancelled;
    }
    QStringList parts;
    if (running)
        parts << tr("%n running", nullptr, running);
    if (waiting)
        parts << tr("%n waiting", nullptr, waiting);
    if (paused)
        parts << tr("%n paused", nullptr, paused);
    if (failed)
        parts << tr("%n failed", nullptr, failed);
    m_summary->setText(parts.isEmpty() ? tr("Nothing running") : parts.join(QStringLiteral(", ")));
    m_clear->setVisible(ended > 0);
}

} // namespace berth
