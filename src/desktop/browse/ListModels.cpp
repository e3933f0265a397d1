// SPDX-License-Identifier: Apache-2.0
#include "desktop/browse/ListModels.h"

#include "core/SizeText.h"
#include "desktop/lists/ItemRoles.h"
#include "desktop/parts/DateText.h"

namespace berth {

namespace {

QString countText(qint64 count) { return count < 0 ? QString() : QLocale().toString(count); }
QString bytesText(qint64 bytes) { return bytes < 0 ? QString() : sizeText(bytes); }

} // namespace

QVariant RegistryTableModel::cell(const RegistrySummary &row, int column, int role) const
{
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

QString RegistryTableModel::heading(int column) const
{
    return QStringList{tr("Registry"), tr("Address"), tr("Images"), tr("Size"), tr("Created")}.value(column);
}

QVariant ImageTableModel::cell(const ImageSummary &row, int column, int role) const
{
    if (role == KeyRole)
        return row.name;
    if (role == Qt::AccessibleTextRole && column == NameColumn)
        return tr("Image %1, %n artifacts", nullptr, int(row.artifactCount)).arg(row.name);
    if (role == GlyphRole && column == NameColumn)
        return QStringLiteral("image");
    if (role == QuietRole)
        return column == PushedColumn;
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

QString ImageTableModel::heading(int column) const
{
    return QStringList{tr("Image"), tr("Artifacts"), tr("Tags"), tr("Size"), tr("Pulls"), tr("Last push")}.value(column);
}

QVariant TagTableModel::cell(const TagSummary &row, int column, int role) const
{
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

QString TagTableModel::heading(int column) const { return QStringList{tr("Tag"), tr("Pushed"), tr("Pulled")}.value(column); }

} // namespace berth
