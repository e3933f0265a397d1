// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/roles/CleanupTypes.h"
#include "desktop/lists/RowsModel.h"

namespace berth {

/// Runs of a cleanup, newest first.
class RunModel final : public RowsModel<CleanupRun> {
    Q_OBJECT

public:
    enum Column { RunColumn, ByColumn, SeenColumn, DeletedColumn, FreedColumn, ColumnCount };
    explicit RunModel(QObject *parent)
        : RowsModel(ColumnCount, parent)
    {
    }

    /// "under way", "done", "ended with an error", …
    static QString stateWords(const CleanupRun &run);
    static QString by(const CleanupRun &run);

protected:
    QVariant cell(const CleanupRun &run, int column, int role) const override;
    QString heading(int column) const override;
    bool isNumber(int column) const override { return column >= SeenColumn; }
};

inline QString rowKey(const CleanupRun &run) { return QString::number(run.id); }

} // namespace berth
