// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desktop/cleanup/TimelineData.h"
#include "desktop/lists/RowsModel.h"

namespace berth {

/// The timeline as a table, for the keyboard and screen readers.
class TimelineModel final : public RowsModel<TimelineData::Lane> {
    Q_OBJECT

public:
    enum Column { ArtifactColumn, ImageColumn, GoesColumn, ReasonColumn, SizeColumn, ColumnCount };
    explicit TimelineModel(QObject *parent)
        : RowsModel(ColumnCount, parent)
    {
    }

protected:
    QVariant cell(const TimelineData::Lane &lane, int column, int role) const override;
    QString heading(int column) const override;
    bool isNumber(int column) const override { return column == SizeColumn; }
};

} // namespace berth
