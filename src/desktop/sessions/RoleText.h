// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>

#include "core/Rights.h"

namespace berth {

/// "Administrator", "Member", "Image uploader", "No role".
QString roleName(Role role);

/// What it may do, in a few words.
QString roleMeaning(Role role);

/// "All registries", or their names.
QString registriesText(const QStringList &names);

/// What a key may do: "Image uploader, team-platform".
QString limitText(const std::optional<Role> &limit, const QStringList &registries);

} // namespace berth
