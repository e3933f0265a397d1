// SPDX-License-Identifier: Apache-2.0
#include "desktop/style/ColourScheme.h"

#include <QApplication>

#include "desktop/style/Theme.h"

namespace berth {

ColourScheme::ColourScheme(QObject *parent)
    : QObject(parent)
    , m_startedDark(QApplication::palette().color(QPalette::Window).lightness() < 128)
{
}

void ColourScheme::follow() { apply(m_startedDark); }
void ColourScheme::settingChanged(const QString &, const QString &) { }
void ColourScheme::ask() { }

} // namespace berth
