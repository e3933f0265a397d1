// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desktop/parts/Sheet.h"

class QLabel;
class QVBoxLayout;

namespace berth {

/// A group of settings: a row each, label over hint at the left, its control at the right.
class SettingCard : public Sheet {
    Q_OBJECT

public:
    explicit SettingCard(QWidget *parent);

    /// The control's accessible name becomes the label. Returns the hint's label.
    QLabel *addRow(const QString &label, const QString &hint, QWidget *control);

private:
    QVBoxLayout *m_column;
    bool m_isEmpty = true;
};

} // namespace berth
