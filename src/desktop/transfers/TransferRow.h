// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace berth {

class ElidedLabel;
class StackBar;
class Transfer;
struct TransferWords;

/// One transfer in the panel: what, where to, how far, how fast, how long still, and what can be done.
class TransferRow : public QWidget {
    Q_OBJECT

public:
    TransferRow(Transfer &transfer, QWidget *parent);
    Transfer &transfer() const { return m_transfer; }

Q_SIGNALS:
    void cancelRequested();
    void retryRequested();
    void pauseRequested();
    void resumeRequested();
    void removeRequested();
    void showRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    /// What the row says of the transfer as it stands.
    struct Look;
    Look look() const;
    QHBoxLayout *columns();
    void giveActionItsWidth();
    void act();
    void showState();
    void showAction();

    Transfer &m_transfer;
    const TransferWords &m_words;
    QLabel *m_glyph;
    ElidedLabel *m_title;
    ElidedLabel *m_target;
    StackBar *m_bar;
    QLabel *m_percent;
    QLabel *m_state;
    QLabel *m_figures;
    QPushButton *m_action;
    QPushButton *m_close;
};

} // namespace berth
