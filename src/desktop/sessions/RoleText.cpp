// SPDX-License-Identifier: Apache-2.0
#include "desktop/sessions/RoleText.h"

#include <QCoreApplication>

namespace berth {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Roles)
};

} // namespace

QString roleName(Role role)
{
    switch (role) {
    case Role::Administrator: return Words::tr("Administrator");
    case Role::Member: return Words::tr("Member");
    case Role::ImageUploader: return Words::tr("Image uploader");
    case Role::None: break;
    }
    return Words::tr("No role");
}

QString roleMeaning(Role role)
{
    switch (role) {
    case Role::Administrator: return Words::tr("does everything");
    case Role::Member: return Words::tr("looks and pulls, does not push or delete");
    case Role::ImageUploader: return Words::tr("looks and pushes, does not pull or delete");
    case Role::None: break;
    }
    return Words::tr("sees nothing");
}

QString registriesText(const QStringList &names) { return names.isEmpty() ? Words::tr("All registries") : names.join(QStringLiteral(", ")); }

QString limitText(const std::optional<Role> &limit, const QStringList &registries)
{
    if (!limit)
        return registries.isEmpty() ? Words::tr("As its user") : Words::tr("As its user, %1", "registries").arg(registriesText(registries));
    return Words::tr("%1, %2", "role, registries").arg(roleName(*limit), registries.isEmpty() ? Words::tr("all registries") : registriesText(registries));
}

} // namespace berth
