// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLabel>
#include <QWidget>

namespace berth {

/// A labelled field with a hint below it, in whose place its error is said.
class LabelledField : public QWidget {
    Q_OBJECT

public:
    LabelledField(const QString &label, QWidget *field, QWidget *parent);
    void setLabel(const QString &label);
    void setHint(const QString &hint);
    void setError(const QString &error); ///< Empty: no error.

private:
    QLabel *m_label;
    QWidget *m_field;
    QLabel *m_hintGlyph;
    QLabel *m_hint;
    QString m_hintText;
};

} // namespace berth
