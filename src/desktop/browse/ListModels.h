// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/roles/Types.h"
#include "desktop/lists/RowsModel.h"

namespace berth {

/// Registries of one connection, in the order the server gave them.
///
/// Knows nothing of the network or of widgets. A view sorts through a proxy on SortRole.
class RegistryTableModel final : public RowsModel<RegistrySummary> {
    Q_OBJECT

public:
    enum Column { NameColumn, AddressColumn, ImagesColumn, SizeColumn, CreatedColumn, ColumnCount };
    explicit RegistryTableModel(QObject *parent)
        : RowsModel(ColumnCount, parent)
    {
    }

protected:
    QVariant cell(const RegistrySummary &row, int column, int role) const override;
    QString heading(int column) const override;
    bool isNumber(int column) const override { return column == ImagesColumn || column == SizeColumn; }
};

/// Images of one registry.
class ImageTableModel final : public RowsModel<ImageSummary> {
    Q_OBJECT

public:
    enum Column { NameColumn, ArtifactsColumn, TagsColumn, SizeColumn, PulledColumn, PushedColumn, ColumnCount };
    explicit ImageTableModel(QObject *parent)
        : RowsModel(ColumnCount, parent)
    {
    }

protected:
    QVariant cell(const ImageSummary &row, int column, int role) const override;
    QString heading(int column) const override;
    bool isNumber(int column) const override { return column >= ArtifactsColumn && column <= PulledColumn; }
};

/// Tags of one artifact.
class TagTableModel final : public RowsModel<TagSummary> {
    Q_OBJECT

public:
    enum Column { NameColumn, PushedColumn, PulledColumn, ColumnCount };
    explicit TagTableModel(QObject *parent)
        : RowsModel(ColumnCount, parent)
    {
    }

protected:
    QVariant cell(const TagSummary &row, int column, int role) const override;
    QString heading(int column) const override;
};

} // namespace berth
