// SPDX-License-Identifier: Apache-2.0
#include "desktop/access/UserModel.h"

#include "client/roles/Users.h"
#include "desktop/lists/ItemRoles.h"
#include "desktop/parts/DateText.h"
#include "desktop/sessions/RoleText.h"

namespace berth {

void UserModel::reset(QList<User> users, const QString &anonymous)
{
    RowsModel::reset(std::move(users), [&] { m_anonymous = anonymous; });
}

QDate UserModel::lastDay(const User &user) { return user.ends.isValid() ? user.ends.toLocalTime().addSecs(-1).date() : QDate(); }

Role UserModel::mainRole(const User &user)
{
    const auto roles = user.registries.values();
    const bool agree = !roles.isEmpty() && roles.count(roles.first()) == roles.size();
    return user.role == Role::None && agree ? roles.first() : user.role;
}

QVariant UserModel::extraCell(int column, int role) const
{
    const bool off = m_anonymous == QLatin1String("off");
    switch (role) {
    case KeyRole: return QString();
    case GlyphRole: return column == NameColumn ? QVariant(QStringLiteral("globe")) : QVariant();
    case QuietRole: return column != NameColumn;
    case ChipsRole: return column == StateColumn && !off ? QVariant(QStringList{tr("On")}) : QVariant();
    case ChipToneRole: return column == StateColumn ? QVariant(QStringLiteral("warn")) : QVariant();
    case SortRole: return column == NameColumn ? QVariant(QString(QChar(0xFFFD))) : QVariant(); // behind all names
    case Qt::DisplayRole: break;
    default: return {};
    }
    switch (column) {
    case NameColumn: return tr("Anyone without a key");
    case RoleColumn: return off ? tr("Nothing") : m_anonymous == QLatin1String("pull") ? tr("Looks and pulls") : tr("Pulls and pushes");
    case RegistriesColumn: return off ? QString() : registriesText({});
    case StateColumn: return off ? tr("Off") : tr("On");
    default: return {};
    }
}

QVariant UserModel::cell(const User &user, int column, int role) const
{
    const bool ended = user.ends.isValid() && user.ends <= QDateTime::currentDateTimeUtc();
    const auto state = [&] { return !user.ends.isValid() ? QString() : ended ? tr("Ended") : tr("Ends %1").arg(dayText(lastDay(user))); };
    switch (role) {
    case KeyRole: return user.name;
    case GlyphRole: return column == NameColumn ? QVariant(QStringLiteral("user")) : QVariant();
    case QuietRole: return ended || (column != NameColumn && column != KeysColumn);
    case ChipsRole: return column == StateColumn && user.ends.isValid() ? QVariant(QStringList{state()}) : QVariant();
    case ChipToneRole: return column != StateColumn ? QVariant() : QVariant(ended ? QStringLiteral("danger") : QStringLiteral("warn"));
    case Qt::ToolTipRole: return column == RegistriesColumn || column == NameColumn ? cell(user, column, Qt::DisplayRole) : QVariant();
    case Qt::AccessibleTextRole:
        if (column == NameColumn)
            return tr("User %1, %2").arg(user.name, roleName(mainRole(user)));
        break;
    default: break;
    }
    if (role != Qt::DisplayRole && role != SortRole)
        return {};
    const bool sort = role == SortRole;
    switch (column) {
    case NameColumn: return user.name;
    case RoleColumn: return roleName(mainRole(user));
    case RegistriesColumn:
        // Roles of its own there come on top of the one for the server.
        return user.role == Role::None  ? (user.registries.isEmpty() ? tr("None") : QStringList(user.registries.keys()).join(QStringLiteral(", ")))
            : user.registries.isEmpty() ? registriesText({})
                                        : tr("All; others in %1").arg(QStringList(user.registries.keys()).join(QStringLiteral(", ")));
    case KeysColumn: return sort ? QVariant(user.keyCount) : tr("%1 of %2", "keys").arg(user.keyCount).arg(user.mostKeys);
    case SeenColumn: return sort ? QVariant(user.used) : dateText(user.used);
    case StateColumn: return sort ? QVariant(user.ends) : state();
    default: return {};
    }
}

QString UserModel::heading(int column) const
{
    switch (column) {
    case NameColumn: return tr("User");
    case RoleColumn: return tr("Role");
    case RegistriesColumn: return tr("Registries");
    case KeysColumn: return tr("Keys");
    case SeenColumn: return tr("Last seen");
    case StateColumn: return tr("State");
    default: return {};
    }
}

} // namespace berth
