// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPushButton>
#include <QWidget>

#include "desktop/parts/ElidedLabel.h"

namespace berth {

/// A command to copy, with a muted "$" before it.
class CodeLine : public QWidget {
    Q_OBJECT

public:
    CodeLine(const QString &name, QWidget *parent);
    void setText(const QString &text);
    QString text() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void copy();

    ElidedLabel *m_text;
    QPushButton *m_copy;
    QString m_name;
};

} // namespace berth
