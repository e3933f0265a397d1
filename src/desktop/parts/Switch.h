// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractButton>

namespace berth {

/// A setting that is on (knob right, filled) or off (knob left, hollow).
class Switch : public QAbstractButton {
    Q_OBJECT

public:
    Switch(const QString &name, QWidget *parent);
    QSize sizeHint() const override { return {38, 24}; }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace berth
