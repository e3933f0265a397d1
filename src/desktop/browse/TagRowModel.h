// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractTableModel>

#include "client/roles/Types.h"

namespace berth {

/// The artifacts of one image seen by tag: a row a tag.
class TagRowModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { TagColumn, DigestColumn, PlatformColumn, SizeColumn, PushedColumn, PulledColumn, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;

    void reset(const QList<ArtifactSummary> &artifacts);
    void append(const QList<ArtifactSummary> &artifacts);

    const QString &tagAt(int row) const { return m_rows.at(row).tag; }
    const ArtifactSummary &artifactAt(int row) const { return m_artifacts.at(m_rows.at(row).artifact); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        QString tag;
        int artifact; ///< In m_artifacts.
    };
    QList<ArtifactSummary> m_artifacts;
    QList<Row> m_rows;
};

} // namespace berth
