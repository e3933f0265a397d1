// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QWidget>

namespace berth {

/// A part of a whole: accent, hatched, danger and the groove. What is deleted is hatched in danger.
class StackBar : public QWidget {
    Q_OBJECT
    Q_PROPERTY(int barHeight MEMBER m_height)

public:
    enum class Fill { Accent, Hatched, Danger, Ok, Paused, Protected, Deleted };
    explicit StackBar(QWidget *parent = nullptr)
        : StackBar(6, {}, parent)
    {
    }
    StackBar(int height, const QString &name, QWidget *parent);
    void setParts(const QList<std::pair<double, Fill>> &parts, bool asStrip = false);
    QSize sizeHint() const override { return {200, m_height}; }
    QSize minimumSizeHint() const override { return {60, m_height}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<std::pair<double, Fill>> m_parts; ///< Shares of 1; of a strip, weights.
    bool m_isStrip = false;
    int m_height;
};

} // namespace berth
