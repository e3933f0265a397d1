// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include <QObject>
#include <QString>

#include "transfer/TransferTask.h"

namespace berth {

/// One transfer as the window shows it: a task and how it goes. Lives in the GUI thread.
class Transfer : public QObject {
    Q_OBJECT

    std::unique_ptr<TransferTask> m_task; // before what is made of it

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

    explicit Transfer(std::unique_ptr<TransferTask> task, QObject *parent = nullptr);

    const TransferTask &task() const { return *m_task; }
    TransferTask &task() { return *m_task; }

    const QString title;      ///< As TransferTask::Description has them.
    const QString target;
    const bool keepsProgress;
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
