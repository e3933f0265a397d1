// SPDX-License-Identifier: Apache-2.0
#include "desktop/access/KeyModel.h"

#include "client/roles/AccessKeys.h"
#include "desktop/lists/ItemRoles.h"
#include "desktop/parts/DateText.h"
#include "desktop/sessions/RoleText.h"

namespace berth {

void KeyModel::reset(QList<AccessKey> keys, const QString &ownId)
{
    beginResetModel();
    m_keys = std::move(keys);
    m_ownId = ownId;
    endResetModel();
}

int KeyModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_keys.size()); }
int KeyModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

int KeyModel::ageDays(const AccessKey &key) { return int(key.secretMade.daysTo(QDateTime::currentDateTimeUtc())); }

QString KeyModel::stateText(const AccessKey &key)
{
    return key.isDisabled ? tr("Disabled") : key.changeAdvised ? tr("%n days old", nullptr, ageDays(key)) : tr("Active");
}

QVariant KeyModel::data(const QModelIndex &index, int role) const
{
    if (!hasIndex(index.row(), index.column(), index.parent()))
        return {};
    const auto &key = m_keys.at(index.row());
    const int column = index.column();
    switch (role) {
    case KeyRole: return key.id;
    case GlyphRole: return column == IdColumn ? QVariant(QStringLiteral("key")) : QVariant();
    case MonoRole: return column == IdColumn;
    case QuietRole: return key.isDisabled || column == RoleColumn || column == CreatedColumn || column == UsedColumn;
    case ChipsRole: return column == StateColumn && !key.isDisabled ? QVariant(QStringList{stateText(key)}) : QVariant();
    case ChipToneRole: return column != StateColumn ? QVariant() : QVariant(key.changeAdvised ? QStringLiteral("warn") : QStringLiteral("ok"));
    case Qt::TextAlignmentRole: return QVariant(int(Qt::AlignLeft | Qt::AlignVCenter));
    case Qt::ToolTipRole: return column == NoteColumn || column == RoleColumn ? QVariant(data(index, Qt::DisplayRole)) : QVariant();
    case Qt::AccessibleTextRole:
        if (column == IdColumn)
            return tr("Access key %1, used by %2, %3").arg(key.id, data(this->index(index.row(), NoteColumn), Qt::DisplayRole).toString(), stateText(key));
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

QVariant KeyModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
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
