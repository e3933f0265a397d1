// SPDX-License-Identifier: Apache-2.0
#include "desktop/browse/ListModels.h"

#include "core/SizeText.h"
#include "desktop/lists/ItemRoles.h"
#include "desktop/parts/DateText.h"

namespace berth {

namespace {

QString countText(qint64 count) { return count < 0 ? QString() : QLocale().toString(count); }
QString bytesText(qint64 bytes) { return bytes < 0 ? QString() : sizeText(bytes); }

QVariant alignment(bool number) { return QVariant(int((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter)); }

QVariant title(const QStringList &names, int section, Qt::Orientation orientation, int role)
{
    return orientation == Qt::Horizontal && role == Qt::DisplayRole && section >= 0 && section < names.size() ? QVariant(names.at(section)) : QVariant();
}

} // namespace

void RegistryTableModel::reset(QList<RegistrySummary> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int RegistryTableModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_rows.size()); }
int RegistryTableModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant RegistryTableModel::data(const QModelIndex &index, int role) const
{
    if (!hasIndex(index.row(), index.column(), index.parent()))
        return {};
    const auto &row = m_rows.at(index.row());
    const int column = index.column();
    if (role == KeyRole)
        return row.name;
    if (role == Qt::AccessibleTextRole && column == NameColumn)
        return tr("Registry %1, %n images", nullptr, int(row.imageCount)).arg(row.name);
    if (role == GlyphRole && column == NameColumn)
        return row.isCache ? QStringLiteral("cache") : QStringLiteral("registry");
    if (role == MonoRole)
        return column == AddressColumn;
    if (role == QuietRole)
        return column == CreatedColumn || column == AddressColumn;
    if (role == Qt::TextAlignmentRole)
        return alignment(column == ImagesColumn || column == SizeColumn);
    if (role != Qt::DisplayRole && role != SortRole)
        return {};
    const bool sort = role == SortRole;
    switch (column) {
    case NameColumn: return row.name == topLevel ? tr("(no registry)") : row.name;
    case AddressColumn: return row.address;
    case ImagesColumn: return sort ? QVariant(row.imageCount) : countText(row.imageCount);
    case SizeColumn: return sort ? QVariant(row.usedBytes) : bytesText(row.usedBytes);
    case CreatedColumn: return sort ? QVariant(row.created) : dateText(row.created);
    default: return {};
    }
}

QVariant RegistryTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role == Qt::TextAlignmentRole)
        return alignment(section == ImagesColumn || section == SizeColumn);
    return title({tr("Registry"), tr("Address"), tr("Images"), tr("Size"), tr("Created")}, section, orientation, role);
}

void ImageTableModel::reset(QList<ImageSummary> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

void ImageTableModel::append(const QList<ImageSummary> &rows)
{
    if (rows.isEmpty())
        return;
    beginInsertRows({}, int(m_rows.size()), int(m_rows.size() + rows.size()) - 1);
    m_rows += rows;
    endInsertRows();
}

int ImageTableModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_rows.size()); }
int ImageTableModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant ImageTableModel::data(const QModelIndex &index, int role) const
{
    if (!hasIndex(index.row(), index.column(), index.parent()))
        return {};
    const auto &row = m_rows.at(index.row());
    const int column = index.column();
    if (role == KeyRole)
        return row.name;
    if (role == Qt::AccessibleTextRole && column == NameColumn)
        return tr("Image %1, %n artifacts", nullptr, int(row.artifactCount)).arg(row.name);
    if (role == GlyphRole && column == NameColumn)
        return QStringLiteral("image");
    if (role == QuietRole)
        return column == PushedColumn;
    const bool number = column >= ArtifactsColumn && column <= PulledColumn;
    if (role == Qt::TextAlignmentRole)
        return alignment(number);
    if (role != Qt::DisplayRole && role != SortRole)
        return {};
    const bool sort = role == SortRole;
    switch (column) {
    case NameColumn: return row.name;
    case ArtifactsColumn: return sort ? QVariant(row.artifactCount) : countText(row.artifactCount);
    case TagsColumn: return sort ? QVariant(row.tagCount) : countText(row.tagCount);
    case SizeColumn: return sort ? QVariant(row.usedBytes) : bytesText(row.usedBytes);
    case PulledColumn: return sort ? QVariant(row.pullCount) : countText(row.pullCount);
    case PushedColumn: return sort ? QVariant(row.pushed) : dateText(row.pushed);
    default: return {};
    }
}

QVariant ImageTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role == Qt::TextAlignmentRole)
        return alignment(section >= ArtifactsColumn && section <= PulledColumn);
    return title({tr("Image"), tr("Artifacts"), tr("Tags"), tr("Size"), tr("Pulls"), tr("Last push")}, section, orientation, role);
}

void TagTableModel::reset(QList<TagSummary> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

void TagTableModel::append(const QList<TagSummary> &rows)
{
    if (rows.isEmpty())
        return;
    beginInsertRows({}, int(m_rows.size()), int(m_rows.size() + rows.size()) - 1);
    m_rows += rows;
    endInsertRows();
}

int TagTableModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_rows.size()); }
int TagTableModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant TagTableModel::data(const QModelIndex &index, int role) const
{
    if (!hasIndex(index.row(), index.column(), index.parent()))
        return {};
    const auto &row = m_rows.at(index.row());
    const int column = index.column();
    if (role == KeyRole)
        return row.name;
    if (role == GlyphRole && column == NameColumn)
        return QStringLiteral("tag");
    if (role == VersionRole)
        return column == NameColumn;
    if (role == QuietRole)
        return column != NameColumn;
    if (role != Qt::DisplayRole && role != SortRole)
        return {};
    const bool sort = role == SortRole;
    switch (column) {
    case NameColumn: return row.name;
    case PushedColumn: return sort ? QVariant(row.pushed) : dateText(row.pushed);
    case PulledColumn: return sort ? QVariant(row.pulled) : dateText(row.pulled);
    default: return {};
    }
}

QVariant TagTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role == Qt::TextAlignmentRole)
        return alignment(false);
    return title({tr("Tag"), tr("Pushed"), tr("Pulled")}, section, orientation, role);
}

} // namespace berth
