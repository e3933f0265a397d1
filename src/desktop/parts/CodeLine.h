// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPushButton>
#include <QWidget>

#include "desktop/parts/ElidedLabel.h"

namespace berth {

/// A command to copy, with a muted "$" before it.
class CodeLine : public QWidget {
    Q_OBJECT
    Q_PROPERTY(QString what READ what WRITE setWhat)

public:
    explicit CodeLine(QWidget *parent = nullptr);
    CodeLine(const QString &name, QWidget *parent);
    /// Names its button: "Copy: Sign in with it".
    QString what() const { return m_what; }
    void setWhat(const QString &what);
    void setText(const QString &text);
    QString text() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void copy();

    ElidedLabel *m_text;
    QPushButton *m_copy;
    QString m_what;
};

} // namespace berth
