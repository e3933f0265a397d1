// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCheckBox>

namespace berth {

/// A setting that is on (knob right, filled) or off (knob left, hollow).
class Switch : public QCheckBox {
    Q_OBJECT

public:
    explicit Switch(QWidget *parent = nullptr);
    Switch(const QString &name, QWidget *parent);
    QSize sizeHint() const override { return {38, 24}; }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    bool hitButton(const QPoint &position) const override { return rect().contains(position); }
    void paintEvent(QPaintEvent *event) override;
};

} // namespace berth
