// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <vector>

#include <QList>
#include <QString>

#include "core/Json.h"
#include "transfer/TransferTask.h"

namespace berth {

class Transfer;

/// The file that carries unfinished transfers over to the next run: what they are, where they stood, why they failed, and no secret.
///
/// Written as a whole, for its owner alone. Entries that only a newer Berth can read are kept as they are,
/// and a file that cannot be read is set aside.
class TransferStore {
public:
    struct Kept {
        std::unique_ptr<TransferTask> task;
        qint64 doneBytes = 0;
        qint64 totalBytes = 0;
        QString failure; ///< Why it had stopped; empty if it was waiting or under way.
    };

    explicit TransferStore(QString file);

    const QString &file() const { return m_file; }

    /// Oldest first. What cannot be read is left out.
    std::vector<Kept> load();
    /// The file's text for all of `transfers`, newest first, that are neither done nor cancelled; empty if there are none.
    QByteArray textFor(const QList<Transfer *> &transfers) const;
    /// Replaces the file, or takes it away for an empty text. Waits for the disk: not for the GUI thread. A file that cannot be written costs the
    /// next run its list alone.
    static void write(const QString &file, const QByteArray &text);

private:
    const QString m_file;
    json::array m_unknown; ///< That only a newer Berth can read.
};

} // namespace berth
