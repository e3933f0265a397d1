// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>

#include <QString>

#include "client/auth/Connection.h"
#include "core/Json.h"

namespace berth {

/// How tasks write what they have in common. What stands for a server is enough to show it and to find its connection: no secret, no key.
json::object storedServer(const Connection &connection);
/// Nothing without an id.
std::optional<Connection> restoredServer(const json::value &stored);

inline std::string textOf(const std::filesystem::path &path) { return QString::fromStdU16String(path.u16string()).toStdString(); }
inline std::filesystem::path pathOf(const std::string &text) { return QString::fromStdString(text).toStdU16String(); }
inline QString qtext(const json::value &from, std::string_view key) { return QString::fromStdString(json::text(from, key)); }

} // namespace berth
