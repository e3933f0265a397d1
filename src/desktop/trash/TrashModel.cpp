// SPDX-License-Identifier: Apache-2.0
#include "desktop/trash/TrashModel.h"

#include <QLocale>

#include "client/roles/Trash.h"
#include "core/SizeText.h"
#include "desktop/lists/ItemRoles.h"
#include "desktop/parts/DateText.h"

namespace berth {

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

QVariant TrashModel::cell(const TrashEntry &entry, int column, int role) const
{
    switch (role) {
    case KeyRole: return QString::number(entry.id);
    case GlyphRole:
        return column != DeletedColumn ? QVariant()
            : entry.kind == QLatin1String("registry") || entry.kind == QLatin1String("image") || entry.kind == QLatin1String("tag")
            ? QVariant(entry.kind)
            : QVariant(QStringLiteral("artifact"));
    case ChipsRole: return column == TagsColumn ? QVariant(entry.tags) : QVariant();
    case QuietRole: return column != DeletedColumn && column != ReturnsColumn;
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
    case ByColumn: return entry.kind == QLatin1String("cleanup") ? tr("Cleanup", "who deleted it") : entry.actor;
    case ReturnsColumn: return sort ? QVariant(entry.returnsBytes) : sizeText(entry.returnsBytes);
    case EndsColumn: return sort ? QVariant(entry.ends) : dayText(entry.ends.toLocalTime().date());
    default: return {};
    }
}

QString TrashModel::heading(int column) const
{
    switch (column) {
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
