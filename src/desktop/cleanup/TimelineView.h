// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "desktop/cleanup/TimelineData.h"

namespace berth {

/// The days ahead: a hatched bar for each run that takes something, and below it a lane for each artifact that ends where it goes. Arrow keys go
/// from run to run; all of it is in a table as well.
class TimelineView : public QWidget {
    Q_OBJECT

public:
    explicit TimelineView(QWidget *parent);

    void setData(const TimelineData &timeline, const QDateTime &now, int days);
    /// The run in front; invalid: none.
    QDateTime chosen() const { return m_chosen; }
    void choose(const QDateTime &run);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {420, sizeHint().height()}; }

Q_SIGNALS:
    void chosenChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    /// What stands in a line: a heading, a lane, or how many more there are.
    struct Line {
        enum class Kind { Heading, Lane, More } kind;
        int lane = -1;
        QString text;
        QString note = {};
    };
    void layOut();
    int lineHeight() const;
    int chartHeight() const;
    int labelWidth() const;
    int xOf(const QDateTime &time) const;
    const TimelineData::Run *runAt(int x) const;
    void paintChart(QPainter &painter) const;
    void paintLane(QPainter &painter, const TimelineData::Lane &lane, const QRect &rect) const;

    TimelineData m_data;
    QList<Line> m_lines;
    QDateTime m_now;
    int m_days = 90;
    QDateTime m_chosen;
};

} // namespace berth
