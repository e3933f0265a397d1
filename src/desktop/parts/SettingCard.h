// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desktop/parts/Sheet.h"

class QLabel;
class QVBoxLayout;

namespace berth {

/// A setting: label over hint at the left, its control at the right. A hairline parts it from the one above.
///
/// In a form it is a row of a column of two labels, of which the first has the control as its buddy, and the control.
class SettingRow : public QWidget {
    Q_OBJECT

public:
    explicit SettingRow(QWidget *parent = nullptr);
    SettingRow(const QString &label, const QString &hint, QWidget *control, QWidget *parent);

    /// Shown where it is not empty.
    void setHint(const QString &hint);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    /// Names the control after the label, unless it has a name, and hides an empty hint.
    void adopt();

    QWidget *m_control = nullptr;
    QLabel *m_hint = nullptr;
};

/// A group of settings, a SettingRow each.
class SettingCard : public Sheet {
    Q_OBJECT

public:
    explicit SettingCard(QWidget *parent = nullptr);

    SettingRow *addRow(const QString &label, const QString &hint, QWidget *control);
};

} // namespace berth
