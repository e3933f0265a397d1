// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

class QMimeData;

namespace berth {

/// Local files and folders of a drop, their names in composed form as they came; empty if it carries none.
QStringList droppedPaths(const QMimeData *data);

} // namespace berth
