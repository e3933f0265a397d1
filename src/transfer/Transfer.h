// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <QDateTime>
#include <QElapsedTimer>
#include <QObject>
#include <QString>

#include "transfer/ExportRequest.h"
#include "transfer/ImportRequest.h"

namespace berth {

/// One transfer as the window shows it. Lives in the GUI thread.
class Transfer : public QObject {
    Q_OBJECT

public:
    enum class State {
        Waiting,
        Reading,
        Sending,
        Paused,
        Away, ///< The server was away; another try comes by itself.
        Done,
        Failed,
        Cancelled,
    };

    using QObject::QObject;

    QString title;    ///< File name.
    QString target;   ///< "Local › library › ubuntu:18.04".
    ImportRequest request;               ///< Of an import.
    std::optional<ExportRequest> export_; ///< Set: this is an export, and the other request is empty.
    State state = State::Waiting;
    qint64 doneBytes = 0;
    qint64 totalBytes = 0;
    double bytesPerSecond = 0; ///< Averaged over the last seconds.
    qint64 sentBytes = 0;
    qint64 skippedBytes = 0;
    qint64 durationMs = 0;
    QString digest;
    QString failure;    ///< One sentence, once it has failed, or while the server is away.
    int ownRetries = 0; ///< Tries made without being asked, since it came further than ever before.
    qint64 furthestBytes = 0; ///< That the server took or sent in any try.

    bool isExport() const { return export_.has_value(); }
    /// Neither ended nor failed.
    bool isActive() const { return state != State::Done && state != State::Failed && state != State::Cancelled; }
    bool isRunning() const { return state == State::Reading || state == State::Sending; }
    int percent() const { return totalBytes > 0 ? int(double(doneBytes) / double(totalBytes) * 100) : 0; }
    /// Milliseconds left at the present speed; -1 if unknown.
    qint64 leftMs() const { return bytesPerSecond > 1 ? qint64(double(totalBytes - doneBytes) / bytesPerSecond * 1000) : -1; }

Q_SIGNALS:
    void changed();
};

} // namespace berth
