// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>

#include <QHash>
#include <QObject>
#include <QThread>
#include <QTimer>

#include "transfer/LayerMap.h"
#include "transfer/SpeedMeter.h"
#include "transfer/Transfer.h"
#include "transfer/TransferLinks.h"
#include "transfer/TransferSlots.h"
#include "transfer/TransferStore.h"

namespace berth {

class TransferJob;

/// Runs transfers, several at once, in a thread of their own, and tells how they go. They begin in the order in which they came as far as
/// slots and claims let them (TransferSlots.h). One whose server is away is tried again by itself a few times, then fails until it is retried.
///
/// Belongs to the GUI thread. Destroying it cancels what runs and waits until it has ended, which a job does at the next piece that it reads
/// or sends; whoever must not wait calls cancelAll() or stopAll() and destroys it once isRunning() is false, as finished() and changed() tell.
class TransferQueue : public QObject {
    Q_OBJECT

public:
    /// `cacheFolder` exists and is writable.
    explicit TransferQueue(const QString &cacheFolder, TransferLimits limits = {}, QObject *parent = nullptr);
    ~TransferQueue() override;

    /// How a connection stands now, with its secret. NotFound where it was removed; Unreachable, which is tried again, where it is down.
    using Resolver = std::function<Result<Connection>(const QString &connectionId)>;
    /// Asked whenever a transfer begins or goes on, so that a renewed secret, another port or a certificate that was trusted since then
    /// count. Without one a transfer keeps the connection that it was added with; with one it keeps no secret.
    void setResolver(Resolver resolver) { m_resolver = std::move(resolver); }

    /// Takes up what an earlier run left in `file`, paused or failed, and keeps there from now on what is not done.
    void keepIn(const QString &file);

    /// Begins as soon as there is room for it.
    Transfer *add(std::unique_ptr<TransferTask> task);

    void cancel(Transfer *transfer);
    void cancelAll();
    /// What is sent whole stays sent, and resume() goes on from there. Nothing for those that would begin anew.
    void pause(Transfer *transfer);
    void resume(Transfer *transfer);
    void retry(Transfer *transfer);
    /// Takes an ended transfer off the list and deletes it.
    void remove(Transfer *transfer);
    /// The program ends: whatever is not done stops and stays in the list as paused, those that would begin anew as well. Nothing begins any more.
    void stopAll();

    /// Newest first.
    const QList<Transfer *> &transfers() const { return m_transfers; }
    bool isBusy() const;
    /// A job is at work, perhaps cancelled and on its way to its end.
    bool isRunning() const { return !m_running.empty(); }
    const LayerMap &layers() const { return m_layers; }

Q_SIGNALS:
    void added(berth::Transfer *transfer);
    void removed(berth::Transfer *transfer);
    void changed(); ///< Any of them, any number.
    void finished(berth::Transfer *transfer); ///< Done, failed or cancelled.

private:
    struct Run {
        TransferJob *job; ///< Lives in m_thread.
        TransferLoad load;
        SpeedMeter speed = {};
        std::optional<Transfer::State> stopsAs = {}; ///< Cancelled or Paused, once it was asked for.
    };

    void take(Transfer *transfer);
    /// Looks the task's servers up anew.
    Result<void> resolve(TransferTask &task) const;
    void forgetSecrets(TransferTask &task) const;
    static TransferLoad loadOf(const TransferTask &task);
    QList<TransferLoad> runningLoads() const;
    Transfer *nextInTurn() const;
    void startNext();
    void begin(Transfer *transfer);
    void stop(Transfer *transfer, Transfer::State as);
    void jobFailed(Transfer *transfer, ErrorCode code, const QString &reason);
    void end(Transfer *transfer, Transfer::State state);
    void enter(Transfer *transfer, Transfer::State state);
    void progress(Transfer *transfer, qint64 doneBytes, qint64 totalBytes, bool isSending);
    void tryAgain(Transfer *transfer);
    void tell(Transfer *transfer);
    /// Writes the list in the transfers' thread, once for all that changes in one turn of the event loop.
    void keep();
    void keepNow();

    const TransferLimits m_limits;
    Resolver m_resolver;
    std::optional<TransferStore> m_store;
    LayerMap m_layers;
    TransferLinks m_links; ///< Touched in m_thread only.
    QObject m_worker; ///< Lives in m_thread.
    QTimer m_keepSoon;
    QThread m_thread;
    QList<Transfer *> m_transfers;
    QHash<Transfer *, QTimer *> m_again; ///< Of those whose server was away; the timers are theirs.
    std::map<Transfer *, Run> m_running;
    bool m_starting = false;
    bool m_closing = false; ///< The program ends.
};

} // namespace berth
