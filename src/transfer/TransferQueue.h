// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>

#include <QHash>
#include <QObject>
#include <QThread>

#include "transfer/LayerMap.h"
#include "transfer/Transfer.h"

class QTimer;

namespace berth {

class TransferJob;

/// Runs transfers one after the other in a thread of their own, and tells how they go. One whose server is away is tried again by itself
/// a few times, then fails until it is retried.
///
/// Belongs to the GUI thread. Destroying it cancels what runs and waits until it has ended, which a job does at the next piece that it reads
/// or sends; whoever must not wait calls cancelAll() and destroys it once isRunning() is false, as finished() tells.
class TransferQueue : public QObject {
    Q_OBJECT

public:
    /// `cacheFolder` exists and is writable.
    explicit TransferQueue(const QString &cacheFolder, QObject *parent = nullptr);
    ~TransferQueue() override;

    /// How a connection stands now, with its secret. NotFound where it was removed; Unreachable, which is tried again, where it is down.
    using Resolver = std::function<Result<Connection>(const QString &connectionId)>;
    /// Asked whenever a transfer begins or goes on, so that a renewed secret, another port or a certificate that was trusted since then
    /// count. Without one a transfer keeps the connection that it was added with; with one it keeps no secret.
    void setResolver(Resolver resolver) { m_resolver = std::move(resolver); }

    /// Starts as soon as those before it are done.
    Transfer *add(ImportRequest request, const QString &title, const QString &target);
    Transfer *add(ExportRequest request, const QString &title, const QString &target);

    void cancel(Transfer *transfer);
    void cancelAll();
    /// For imports: what is sent whole stays sent, and resume() goes on from there.
    void pause(Transfer *transfer);
    void resume(Transfer *transfer);
    void retry(Transfer *transfer);
    /// Takes an ended transfer off the list and deletes it.
    void remove(Transfer *transfer);

    const QList<Transfer *> &transfers() const { return m_transfers; }
    bool isBusy() const;
    /// A job of it is at work, perhaps cancelled and on its way to its end.
    bool isRunning() const { return m_job != nullptr; }
    const LayerMap &layers() const { return m_layers; }

Q_SIGNALS:
    void added(berth::Transfer *transfer);
    void removed(berth::Transfer *transfer);
    void changed(); ///< Any of them, any number.
    void finished(berth::Transfer *transfer); ///< Done, failed or cancelled.

private:
    Result<Connection> connectionOf(const Transfer &transfer) const;
    void jobFailed(Transfer *transfer, ErrorCode code, const QString &reason);
    Transfer *enqueue(Transfer *transfer, const QString &title, const QString &target);
    void startNext();
    void begin(Transfer *transfer);
    void end(Transfer *transfer, Transfer::State state);
    void progress(Transfer *transfer, qint64 doneBytes, qint64 totalBytes, bool isSending);
    void tryAgain(Transfer *transfer);

    Resolver m_resolver;
    LayerMap m_layers;
    QThread m_thread;
    QList<Transfer *> m_transfers;
    QHash<Transfer *, QTimer *> m_again; ///< Of those whose server was away; the timers are theirs.
    Transfer *m_running = nullptr;
    TransferJob *m_job = nullptr; ///< Lives in m_thread.
    bool m_pausing = false; ///< The running one is to be paused, not cancelled.
    QElapsedTimer m_clock;
    qint64 m_markMs = 0;
    qint64 m_markBytes = 0;
};

} // namespace berth
