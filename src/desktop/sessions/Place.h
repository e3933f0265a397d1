// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace berth {

/// What a connection offers beside its content, each a pane of its own.
enum class Tool { None, Trash, Storage, Keys, Users, Settings, Health };

/// Where the window is: a connection, a registry of it, an image of that; or a tool of the connection.
struct Place {
    QString connectionId;
    QString registry; ///< Empty: the connection itself.
    QString image;    ///< Empty: the registry itself.
    Tool tool = Tool::None; ///< With one, registry and image are empty.
    QString subject = {};   ///< With Tool::Keys: whose; empty: the person's own.

    enum class Level { Registries, Images, Artifacts };
    Level level() const { return !image.isEmpty() ? Level::Artifacts : !registry.isEmpty() ? Level::Images : Level::Registries; }
    friend bool operator==(const Place &, const Place &) = default;
};

} // namespace berth
