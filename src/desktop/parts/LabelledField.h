// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLabel>
#include <QWidget>

namespace berth {

/// A labelled field with a hint below it, in whose place its error is said.
///
/// In a form it is a column of a label and the field that is its buddy; it names the field after the label, at the latest when it is shown.
class LabelledField : public QWidget {
    Q_OBJECT
    Q_PROPERTY(QString hint READ hint WRITE setHint)

public:
    explicit LabelledField(QWidget *parent = nullptr);
    LabelledField(const QString &label, QWidget *field, QWidget *parent);
    void setLabel(const QString &label);
    QString hint() const { return m_hintText; }
    void setHint(const QString &hint);
    void setError(const QString &error); ///< Empty: no error.

protected:
    bool event(QEvent *event) override;

private:
    /// Takes what its layout holds, if it has not yet.
    void adopt();

    QLabel *m_label = nullptr;
    QWidget *m_field = nullptr;
    QLabel *m_hintGlyph;
    QLabel *m_hint;
    QString m_hintText;
};

} // namespace berth
