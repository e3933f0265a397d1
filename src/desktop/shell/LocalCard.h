// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desktop/parts/Sheet.h"

class QLabel;
class QPushButton;

namespace berth {

class ElidedLabel;
class Features;
class LocalServer;
class Session;
class StackBar;
class StateMark;

/// The local registry at the foot of the sidebar: state in words, address, room.
class LocalCard : public Sheet {
    Q_OBJECT

public:
    /// All borrowed; `session` is the local registry's.
    LocalCard(const Features &features, LocalServer &server, const Session &session, QWidget *parent);

    /// -1: unknown.
    void setStorage(qint64 usedBytes, qint64 freeBytes);

    /// How many things are wrong with it; a way to Health is shown while there are any.
    void setProblems(int count);

Q_SIGNALS:
    void toolRequested(const QString &id);

private:
    void layOut();
    void showMenu();
    void showState();

    const Features &m_features;
    const Session &m_session;
    LocalServer &m_server;
    StateMark *m_mark;
    QLabel *m_state;
    ElidedLabel *m_address;
    QPushButton *m_copy;
    QPushButton *m_menu;
    StackBar *m_bar;
    QLabel *m_used;
    QLabel *m_free;
    QPushButton *m_start;
    QPushButton *m_problems;
    int m_problemCount = 0;
};

} // namespace berth
