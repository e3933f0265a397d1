// SPDX-License-Identifier: Apache-2.0
#pragma once

class QWidget;

namespace berth {

/// Makes Tab go through a window as it is read: top to bottom and left to right, each of its parts to the end before the next.
///
/// Rows and cards come and go while a window is open, so windows call this in focusNextPrevChild(), just before Tab moves.
void orderByReading(QWidget &window);

} // namespace berth
