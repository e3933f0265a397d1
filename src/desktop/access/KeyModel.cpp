// SPDX-License-Identifier: Apache-2.0
#include "desktop/access/KeyModel.h"

#include "client/roles/AccessKeys.h"
#include "desktop/lists/ItemRoles.h"
#include "desktop/parts/DateText.h"
#include "desktop/sessions/RoleText.h"

namespace berth {

void KeyModel::reset(QList<AccessKey> keys, const QString &ownId)
{
    RowsModel::reset(std::move(keys), [&] { m_ownId = ownId; });
}

int KeyModel::ageDays(const AccessKey &key) { return int(key.secretMade.daysTo(QDateTime::currentDateTimeUtc())); }

QString KeyModel::stateText(const AccessKey &key)
{
    return key.isDisabled ? tr("Disabled") : key.changeAdvised ? tr("%n days old", nullptr, ageDays(key)) : tr("Active");
}

QVariant KeyModel::cell(const AccessKey &key, int column, int role) const
{
    switch (role) {
    case KeyRole: return key.id;
    case GlyphRole: return column == IdColumn ? QVariant(QStringLiteral("key")) : QVariant();
    case MonoRole: return column == IdColumn;
    case QuietRole: return key.isDisabled || column == RoleColumn || column == CreatedColumn || column == UsedColumn;
    case ChipsRole: return column == StateColumn && !key.isDisabled ? QVariant(QStringList{stateText(key)}) : QVariant();
    case ChipToneRole: return column != StateColumn ? QVariant() : QVariant(key.changeAdvised ? QStringLiteral("warn") : QStringLiteral("ok"));
    case Qt::ToolTipRole: return column == NoteColumn || column == RoleColumn ? QVariant(cell(key, column, Qt::DisplayRole)) : QVariant();
    case Qt::AccessibleTextRole:
        if (column == IdColumn)
            return tr("Access key %1, used by %2, %3").arg(key.id, cell(key, NoteColumn, Qt::DisplayRole).toString(), stateText(key));
        break;
    default: break;
    }
    if (role != Qt::DisplayRole && role != SortRole)
        return {};
    const bool sort = role == SortRole;
    switch (column) {
    case IdColumn: return key.id;
    case NoteColumn: return !key.note.isEmpty() ? key.note : key.id == m_ownId ? tr("Berth on this computer") : QStringLiteral("—");
    case RoleColumn: return limitText(key.limit, key.registries);
    case CreatedColumn: return sort ? QVariant(key.created) : dayText(key.created.toLocalTime().date());
    case UsedColumn: return sort ? QVariant(key.used) : dateText(key.used);
    case StateColumn: return stateText(key);
    default: return {};
    }
}

QString KeyModel::heading(int column) const
{
    switch (column) {
    case IdColumn: return tr("Access key ID");
    case NoteColumn: return tr("Used by");
    case RoleColumn: return tr("Role");
    case CreatedColumn: return tr("Created");
    case UsedColumn: return tr("Last used");
    case StateColumn: return tr("State");
    default: return {};
    }
}

} // namespace berth
