// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include <QLocale>
#include <QString>

namespace berth {

/// Bytes as people read them: SI units, one decimal from MB up, a no-break space before the unit ("3.4 GB").
QString sizeText(std::int64_t bytes, const QLocale &locale = QLocale());

} // namespace berth
