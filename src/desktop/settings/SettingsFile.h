// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace berth {

/// The format of the settings that this program writes.
inline constexpr int settingsFormat = 1;
inline const QString settingsFormatKey = QStringLiteral("format");

/// That file, or one beside it if it was written by a program that knows more: what is in it stays unharmed.
QString usableSettingsFile(const QString &file);

} // namespace berth
