// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace berth {

/// Ids of tools that others lead to; shell/Features has all.
namespace tool {
inline const QString storage = QStringLiteral("storage");
inline const QString trash = QStringLiteral("trash");
inline const QString keys = QStringLiteral("keys");
inline const QString users = QStringLiteral("users");
inline const QString settings = QStringLiteral("settings");
inline const QString health = QStringLiteral("health");
}// namespace tool

/// Where the window is: a connection, a registry of it, an image of that; or a tool of the connection.
struct Place {
    QString connectionId;
    QString registry; ///< Empty: the connection itself.
    QString image;    ///< Empty: the registry itself.
    QString tool = {};    ///< Its id, see shell/Features; empty: the content. With one, registry and image are empty.
    QString subject = {}; ///< Of a tool: whose; empty: the person's own.

    enum class Level { Registries, Images, Artifacts };
    Level level() const { return !image.isEmpty() ? Level::Artifacts : !registry.isEmpty() ? Level::Images : Level::Registries; }
    friend bool operator==(const Place &, const Place &) = default;
};

} // namespace berth
