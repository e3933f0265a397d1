// SPDX-License-Identifier: Apache-2.0
#include "desktop/storage/StorageTable.h"

#include <QLocale>

#include "client/roles/Storage.h"
#include "core/SizeText.h"
#include "desktop/lists/ItemRoles.h"
#include "desktop/parts/DateText.h"

namespace berth {

QVariant StorageTable::cell(const PlaceUse &row, int column, int role) const
{
    switch (role) {
    case KeyRole: return row.registry + QLatin1Char('/') + row.image;
    case GlyphRole: return column == ImageColumn ? QVariant(QStringLiteral("image")) : QVariant();
    case Qt::AccessibleTextRole:
        if (column == ImageColumn)
            return tr("%1: only here %2, shared %3").arg(row.registry + QLatin1Char('/') + row.image, sizeText(row.uniqueBytes), sizeText(row.sharedBytes));
        break;
    default: break;
    }
    if (role != Qt::DisplayRole && role != SortRole)
        return {};
    const bool sort = role == SortRole;
    const auto bytes = [&](qint64 number) { return sort ? QVariant(number) : QVariant(sizeText(number)); };
    switch (column) {
    case ImageColumn: return row.registry + QLatin1Char('/') + row.image;
    case UniqueColumn: return bytes(row.uniqueBytes);
    case SharedColumn: return bytes(row.sharedBytes);
    case TotalColumn: return bytes(row.totalBytes());
    case ArtifactsColumn: return sort ? QVariant(row.artifactCount) : QLocale().toString(row.artifactCount);
    case TagsColumn: return sort ? QVariant(row.tagCount) : QLocale().toString(row.tagCount);
    case OldestColumn: return sort ? QVariant(row.oldestPush) : dateText(row.oldestPush);
    default: return {};
    }
}

QString StorageTable::heading(int column) const
{
    switch (column) {
    case ImageColumn: return tr("Image");
    case UniqueColumn: return tr("Unique");
    case SharedColumn: return tr("Shared");
    case TotalColumn: return tr("Total");
    case ArtifactsColumn: return tr("Artifacts");
    case TagsColumn: return tr("Tags");
    case OldestColumn: return tr("Oldest push");
    default: return {};
    }
}

} // namespace berth
