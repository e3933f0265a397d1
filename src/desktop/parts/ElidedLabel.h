// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "desktop/parts/Buttons.h"

namespace berth {

/// A label that cuts its text in the middle and shows the whole in a tooltip.
class ElidedLabel : public QWidget {
    Q_OBJECT

public:
    ElidedLabel(const QString &text, TextRole role, Shade shade, QWidget *parent);
    void setText(const QString &text);
    QString text() const { return m_text; }
    void setAlignment(Qt::Alignment alignment) { m_alignment = alignment; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QString shown() const;

    QString m_text;
    Shade m_shade;
    Qt::Alignment m_alignment = Qt::AlignLeft;
};

} // namespace berth
