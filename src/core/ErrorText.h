// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include "core/Result.h"

namespace berth {

/// The error's sentence in the application's language, as its translators say it; in English where there is no translation, and the
/// message itself where it has no pattern.
QString errorText(const Error &error);

} // namespace berth
