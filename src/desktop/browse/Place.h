// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace berth {

/// Where the window is: a connection, a registry of it, an image of that.
struct Place {
    QString connectionId;
    QString registry; ///< Empty: the connection itself.
    QString image;    ///< Empty: the registry itself.

    enum class Level { Registries, Images, Artifacts };
    Level level() const { return !image.isEmpty() ? Level::Artifacts : !registry.isEmpty() ? Level::Images : Level::Registries; }
    friend bool operator==(const Place &, const Place &) = default;
};

} // namespace berth
