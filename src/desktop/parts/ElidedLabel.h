// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "desktop/parts/Buttons.h"

namespace berth {

/// A label that cuts its text in the middle and shows the whole in a tooltip.
class ElidedLabel : public QWidget {
    Q_OBJECT
    Q_PROPERTY(QString role READ role WRITE setRole)
    Q_PROPERTY(QString shade READ shade WRITE setShade)

public:
    explicit ElidedLabel(QWidget *parent = nullptr);
    ElidedLabel(const QString &text, TextRole role, Shade shade, QWidget *parent);
    void setText(const QString &text);
    QString text() const { return m_text; }
    /// As TextLabel's.
    QString role() const { return textRoleName(m_role); }
    void setRole(const QString &name);
    QString shade() const { return shadeName(m_shade); }
    void setShade(const QString &name) { m_shade = shadeNamed(name); }
    void setAlignment(Qt::Alignment alignment) { m_alignment = alignment; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QString shown() const;

    QString m_text;
    TextRole m_role;
    Shade m_shade;
    Qt::Alignment m_alignment = Qt::AlignLeft;
};

} // namespace berth
