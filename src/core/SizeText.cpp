// SPDX-License-Identifier: Apache-2.0
#include "core/SizeText.h"

namespace berth {

QString sizeText(std::int64_t bytes, const QLocale &locale)
{
    static constexpr const char16_t *units[] = {u"B", u"kB", u"MB", u"GB", u"TB", u"PB"};
    double value = double(bytes);
    int unit = 0;
    // The next unit from where rounding would show a thousand of this one.
    while (unit < 5 && value >= (unit < 1 ? 1000.0 : unit < 2 ? 999.5 : 999.95)) {
        value /= 1000.0;
        ++unit;
    }
    return locale.toString(value, 'f', unit >= 2 ? 1 : 0) + QChar(0x00A0) + QString::fromUtf16(units[unit]);
}

} // namespace berth
