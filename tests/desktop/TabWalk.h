// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QStringList>

class QWidget;

namespace berth::test {

/// What Tab should stop at: shown, enabled, and willing.
QList<QWidget *> tabStopsOf(const QWidget &window);

/// Strikes Tab through a whole round, then Shift+Tab back, in the window that is in front. What is left out, met twice, holds the focus, or
/// comes out of reading order: top to bottom, left to right, part by part.
QStringList tabFaultsIn(QWidget &window);

} // namespace berth::test
