// SPDX-License-Identifier: Apache-2.0
#include "desktop/trash/TrashModel.h"

#include <QLocale>

#include "client/roles/Trash.h"
#include "core/SizeText.h"
#include "desktop/lists/ItemRoles.h"
#include "desktop/parts/DateText.h"

namespace berth {

void TrashModel::reset(QList<TrashEntry> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

void TrashModel::append(const QList<TrashEntry> &rows)
{
    if (rows.isEmpty())
        return;
    beginInsertRows({}, int(m_rows.size()), int(m_rows.size() + rows.size()) - 1);
    m_rows += rows;
    endInsertRows();
}

int TrashModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_rows.size()); }
int TrashModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QString TrashModel::what(const TrashEntry &entry)
{
    const auto artifacts = [&] { return tr("%n artifacts", nullptr, int(entry.artifactCount)); };
    if (entry.kind == QLatin1String("registry"))
        return tr("1 registry, empty");
    if (entry.kind == QLatin1String("tag"))
        return tr("%n tags", nullptr, int(entry.tagCount));
    if (entry.kind == QLatin1String("image"))
        return tr("1 image, %1").arg(artifacts());
    return entry.tagCount == 0 ? artifacts() : tr("%1, %2", "2 artifacts, 5 tags").arg(artifacts(), tr("%n tags", nullptr, int(entry.tagCount)));
}

QVariant TrashModel::data(const QModelIndex &index, int role) const
{
    if (!hasIndex(index.row(), index.column(), index.parent()))
        return {};
    const auto &entry = m_rows.at(index.row());
    const int column = index.column();
    switch (role) {
    case KeyRole: return QString::number(entry.id);
    case GlyphRole:
        return column != DeletedColumn ? QVariant()
            : entry.kind == QLatin1String("registry") || entry.kind == QLatin1String("image") || entry.kind == QLatin1String("tag")
            ? QVariant(entry.kind)
            : QVariant(QStringLiteral("artifact"));
    case ChipsRole: return column == TagsColumn ? QVariant(entry.tags) : QVariant();
    case QuietRole: return column != DeletedColumn && column != ReturnsColumn;
    case Qt::TextAlignmentRole: return QVariant(int((column == ReturnsColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    case Qt::ToolTipRole:
        return column == TagsColumn ? QVariant(entry.tags.join(QStringLiteral(", "))) : column == FromColumn ? QVariant(entry.path()) : QVariant();
    case Qt::AccessibleTextRole:
        if (column == DeletedColumn)
            return tr("Deleted %1: %2 from %3").arg(dateText(entry.deleted), what(entry), entry.path());
        if (column == TagsColumn)
            return entry.tags.isEmpty() ? tr("no tags") : entry.tags.join(QStringLiteral(", "));
        break;
    default: break;
    }
    if (role != Qt::DisplayRole && role != SortRole)
        return {};
    const bool sort = role == SortRole;
    switch (column) {
    case DeletedColumn: return sort ? QVariant(entry.deleted) : dateText(entry.deleted);
    case WhatColumn: return what(entry);
    case FromColumn: return entry.path();
    case TagsColumn: return entry.tags.isEmpty() ? QStringLiteral("—") : entry.tags.join(QStringLiteral(", "));
    case ByColumn: return entry.actor;
    case ReturnsColumn: return sort ? QVariant(entry.returnsBytes) : sizeText(entry.returnsBytes);
    case EndsColumn: return sort ? QVariant(entry.ends) : dayText(entry.ends.toLocalTime().date());
    default: return {};
    }
}

QVariant TrashModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role == Qt::TextAlignmentRole)
        return QVariant(int((section == ReturnsColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case DeletedColumn: return tr("Deleted");
    case WhatColumn: return tr("What");
    case FromColumn: return tr("From");
    case TagsColumn: return tr("Tags");
    case ByColumn: return tr("By");
    case ReturnsColumn: return tr("Returns");
    case EndsColumn: return tr("Goes on");
    default: return {};
    }
}

} // namespace berth
