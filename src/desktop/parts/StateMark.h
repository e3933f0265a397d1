// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace berth {

/// A state mark with its meaning also as shape: filled dot, ring, arc, triangle, lock.
class StateMark : public QWidget {
    Q_OBJECT

public:
    enum class State { On, Off, Busy, Error, Locked };
    explicit StateMark(QWidget *parent);
    void setState(State state);
    QSize sizeHint() const override { return {16, 16}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    State m_state = State::Off;
};

void paintStateMark(QPainter *painter, const QRect &rect, StateMark::State state);

} // namespace berth
