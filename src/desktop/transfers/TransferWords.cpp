// SPDX-License-Identifier: Apache-2.0
#include "desktop/transfers/TransferWords.h"

#include <QCoreApplication>

#include "transfer/ExportTask.h"
#include "transfer/ImportTask.h"
#include "transfer/Transfer.h"

namespace berth {

const TransferWords &TransferWords::of(const Transfer &transfer)
{
    static constexpr TransferWords rows[] = {
        {ImportTask::id, "up", QT_TRANSLATE_NOOP("TransferWords", "to %1"), QT_TRANSLATE_NOOP("TransferWords", "Sending"),
            QT_TRANSLATE_NOOP("TransferWords", "Sending, %1/s"), QT_TRANSLATE_NOOP("TransferWords", "Goes on after the last whole layer"),
            QT_TRANSLATE_NOOP("TransferWords", "%1 sent"), QT_TRANSLATE_NOOP("TransferWords", "%1 sent, %2 was there"),
            QT_TRANSLATE_NOOP("TransferWords", "No tag was written")},
        {ExportTask::id, "down", QT_TRANSLATE_NOOP("TransferWords", "into %1"), QT_TRANSLATE_NOOP("TransferWords", "Fetching"),
            QT_TRANSLATE_NOOP("TransferWords", "Fetching, %1/s"), QT_TRANSLATE_NOOP("TransferWords", "Begins anew"),
            QT_TRANSLATE_NOOP("TransferWords", "%1 written and checked"), QT_TRANSLATE_NOOP("TransferWords", "%1 written and checked"),
            QT_TRANSLATE_NOOP("TransferWords", "No file was written")},
    };
    const QString kind = transfer.task().kind();
    for (const auto &row : rows) {
        if (kind == QLatin1String(row.kind))
            return row;
    }
    return rows[0];
}

QString TransferWords::tr(const char *text) { return QCoreApplication::translate("TransferWords", text); }

} // namespace berth
