// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractItemModel>

#include "client/Types.h"

namespace berth {

/// Artifacts of one image; the platforms of an index are its children.
class ArtifactTreeModel final : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Column { DigestColumn, TagsColumn, PlatformColumn, SizeColumn, PushedColumn, PulledColumn, ColumnCount };
    using QAbstractItemModel::QAbstractItemModel;

    void reset(QList<ArtifactSummary> rows);
    void append(const QList<ArtifactSummary> &rows);

    /// The artifact of a row, or that of the platform row's parent.
    const ArtifactSummary &artifactAt(const QModelIndex &index) const;

    /// Digest of the very row: the artifact's or the platform's.
    QString digestAt(const QModelIndex &index) const;
    bool isPlatform(const QModelIndex &index) const { return index.internalId() != 0; }

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QVariant artifactData(const ArtifactSummary &row, int column, int role) const;
    QVariant platformData(const ReferenceSummary &row, int column, int role) const;

    QList<ArtifactSummary> m_rows; ///< internalId of a child is its parent's row + 1.
};

} // namespace berth
