// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateEdit>

namespace berth {

/// A date that Tab leaves at once; its parts are reached with the arrow keys.
class DayField : public QDateEdit {
    Q_OBJECT

public:
    using QDateEdit::QDateEdit;

protected:
    // Past QDateTimeEdit, which would go from part to part.
    bool focusNextPrevChild(bool next) override { return QAbstractSpinBox::focusNextPrevChild(next); } // NOLINT(bugprone-parent-virtual-call)
};

} // namespace berth
