// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractItemModel>
#include <QHash>

#include "client/roles/Types.h"

namespace berth {

/// Artifacts of one image; the platforms of an index are its children.
class ArtifactTreeModel final : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Column { DigestColumn, TagsColumn, PlatformColumn, SizeColumn, PushedColumn, PulledColumn, ColumnCount };
    using QAbstractItemModel::QAbstractItemModel;

    void reset(QList<ArtifactSummary> rows);
    /// Rows of a digest that is there already only add their tags to it: servers that list by tag send an artifact more than once.
    void append(const QList<ArtifactSummary> &rows);
    const QList<ArtifactSummary> &rows() const { return m_rows; }

    /// The artifact of a row, or that of the platform row's parent.
    const ArtifactSummary &artifactAt(const QModelIndex &index) const;

    /// Digest of the very row: the artifact's or the platform's.
    QString digestAt(const QModelIndex &index) const;
    bool isPlatform(const QModelIndex &index) const { return index.internalId() != 0; }

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    bool hasChildren(const QModelIndex &parent = {}) const override { return rowCount(parent) > 0; }
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QVariant artifactData(const ArtifactSummary &row, int column, int role) const;
    QVariant platformData(const ReferenceSummary &row, int column, int role) const;

    QHash<QString, int> m_rowOf;   ///< By digest.
    QList<ArtifactSummary> m_rows; ///< internalId of a child is its parent's row + 1.
};

} // namespace berth
