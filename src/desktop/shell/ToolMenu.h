// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include <QString>

class QMenu;

namespace berth {

class Features;
class Session;

/// Adds the tools that a session offers to a menu of it, those that it refuses greyed with the reason; separators stand around them. Nothing
/// where it offers none.
void addTools(QMenu &menu, const Features &features, const Session &session, const std::function<void(const QString &id)> &open);

} // namespace berth
