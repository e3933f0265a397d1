// SPDX-License-Identifier: Apache-2.0
#include "desktop/importing/DropPaths.h"

#include <QMimeData>
#include <QUrl>

namespace berth {

QStringList droppedPaths(const QMimeData *data)
{
    QStringList paths;
    if (!data)
        return paths;
    for (const auto &url : data->urls()) {
        if (url.isLocalFile())
            paths << url.toLocalFile();
    }
    return paths;
}

} // namespace berth
