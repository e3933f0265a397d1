// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desktop/parts/Sheet.h"

class QLabel;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace berth {

class DropHint;
class Transfer;
class TransferQueue;
class TransferRow;

/// The transfers under the sheet: one line when closed, a row each when open.
class TransfersPanel : public Sheet {
    Q_OBJECT

public:
    /// `queue` is borrowed.
    TransfersPanel(TransferQueue &queue, QWidget *parent);

    bool isOpen() const { return m_open; }
    void setOpen(bool open);
    /// Closes it to one line where the window is low; what was open opens again where there is room.
    void setLow(bool low);
    /// Takes the place of the transfers while an archive is held over the window; empty brings them back.
    void setHint(const QString &hint);

protected:
    void resizeEvent(QResizeEvent *event) override;

Q_SIGNALS:
    void showRequested(berth::Transfer *transfer);

private:
    void add(Transfer *transfer);
    void summarise();

    TransferQueue &m_queue;
    QLabel *m_summary;
    QPushButton *m_clear;
    QPushButton *m_toggle;
    QScrollArea *m_scroll;
    QVBoxLayout *m_rows;
    DropHint *m_hint;
    bool m_open = false;
    bool m_low = false;
    bool m_opensWhereRoom = false;
};

} // namespace berth
