// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractTableModel>

#include "client/roles/Types.h"

namespace berth {

/// Registries of one connection, in the order the server gave them.
///
/// Knows nothing of the network or of widgets. A view sorts through a proxy on SortRole.
class RegistryTableModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { NameColumn, AddressColumn, ImagesColumn, SizeColumn, CreatedColumn, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;

    void reset(QList<RegistrySummary> rows);
    const RegistrySummary &rowAt(int row) const { return m_rows.at(row); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<RegistrySummary> m_rows;
};

/// Images of one registry.
class ImageTableModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { NameColumn, ArtifactsColumn, TagsColumn, SizeColumn, PulledColumn, PushedColumn, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;

    void reset(QList<ImageSummary> rows);
    void append(const QList<ImageSummary> &rows);
    const ImageSummary &rowAt(int row) const { return m_rows.at(row); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<ImageSummary> m_rows;
};

/// Tags of one artifact.
class TagTableModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { NameColumn, PushedColumn, PulledColumn, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;

    void reset(QList<TagSummary> rows);
    void append(const QList<TagSummary> &rows);
    const TagSummary &rowAt(int row) const { return m_rows.at(row); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<TagSummary> m_rows;
};

} // namespace berth
