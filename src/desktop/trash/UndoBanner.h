// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QPointer>
#include <QWidget>

#include <QCoroTask>

#include "desktop/panes/DeleteDialog.h"

class QLabel;
class QPushButton;

namespace berth {

class ElidedLabel;
class Session;

/// What was just deleted, and the way back. Stays until it is closed, the next deletion comes, or the place is left; the trash stays.
class UndoBanner : public QWidget {
    Q_OBJECT

public:
    explicit UndoBanner(QWidget *parent);

    /// Nothing is shown where the server has no trash.
    void offer(Session &session, const DeletedItems &gone);
    bool canUndo() const { return !m_trashIds.isEmpty() && isVisibleTo(parentWidget()); }

public Q_SLOTS:
    /// Restores everything, the last deletion first.
    void undo();

Q_SIGNALS:
    void undone();
    /// Why it could not be undone; what could, was.
    void failed(const berth::Error &error);
    void trashRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QCoro::Task<> restoreAll(QList<qint64> ids);
    /// In a narrow window the key goes first, then the names, then the bytes; the tooltip keeps them.
    void fit();

    QPointer<Session> m_session;
    QList<qint64> m_trashIds;
    QLabel *m_title;
    ElidedLabel *m_names;
    QLabel *m_returns;
    QPushButton *m_undo;
    QLabel *m_key;
    QPushButton *m_show;
    QPushButton *m_close;
};

} // namespace berth
