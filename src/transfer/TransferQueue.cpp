// SPDX-License-Identifier: Apache-2.0
#include "transfer/TransferQueue.h"

#include <algorithm>
#include <iterator>

#include <QScopedValueRollback>

#include "core/ErrorText.h"
#include "transfer/TransferJob.h"

namespace berth {

namespace {
/// A server that restarts, a computer that wakes up, a network that changes: mostly over within this time.
constexpr int retryAfterMs[] = {1000, 4000, 12000};
} // namespace

TransferQueue::TransferQueue(const QString &cacheFolder, TransferLimits limits, QObject *parent)
    : QObject(parent)
    , m_limits(limits)
    , m_layers(cacheFolder + QStringLiteral("/layers.jsonl"))
{
    m_thread.setObjectName(QStringLiteral("transfers"));
    m_worker.moveToThread(&m_thread);
    m_keepSoon.setSingleShot(true);
    connect(&m_keepSoon, &QTimer::timeout, this, &TransferQueue::keepNow);
    m_thread.start();
}

TransferQueue::~TransferQueue()
{
    if (m_keepSoon.isActive())
        keepNow();
    auto left = std::make_shared<std::size_t>(m_running.size()); // counted in the thread
    for (const auto &[transfer, run] : m_running) {
        auto *job = run.job;
        disconnect(job, nullptr, this, nullptr);
        QMetaObject::invokeMethod(job, [job, left] {
            const auto ended = [job, left] {
                job->deleteLater();
                if (--*left == 0)
                    QThread::currentThread()->quit();
            };
            QObject::connect(job, &TransferJob::failed, job, ended);
            QObject::connect(job, &TransferJob::succeeded, job, ended);
            if (job->hasEnded())
                ended(); // this thread had not heard of it yet
            else
                job->cancel();
        });
    }
    if (m_running.empty()) // after what the thread was asked to do before
        QMetaObject::invokeMethod(&m_worker, [] { QThread::currentThread()->quit(); });
    m_thread.wait();
}

void TransferQueue::keepIn(const QString &file)
{
    m_store.emplace(file);
    for (auto &kept : m_store->load()) {
        auto *transfer = new Transfer(std::move(kept.task), this);
        transfer->state = kept.failure.isEmpty() ? Transfer::State::Paused : Transfer::State::Failed;
        transfer->failure = kept.failure;
        transfer->totalBytes = std::max<qint64>(kept.totalBytes, 0);
        transfer->doneBytes = std::clamp<qint64>(kept.doneBytes, 0, transfer->totalBytes);
        take(transfer);
    }
}

void TransferQueue::take(Transfer *transfer)
{
    m_transfers.prepend(transfer);
    Q_EMIT added(transfer);
    tell(transfer);
}

Transfer *TransferQueue::add(std::unique_ptr<TransferTask> task)
{
    forgetSecrets(*task);
    auto *transfer = new Transfer(std::move(task), this);
    take(transfer);
    keep();
    startNext();
    return transfer;
}

void TransferQueue::forgetSecrets(TransferTask &task) const
{
    if (!m_resolver)
        return;
    auto servers = task.servers();
    for (auto &server : servers)
        server.secret = {};
    task.setServers(servers);
}

bool TransferQueue::isBusy() const
{
    return std::ranges::any_of(m_transfers, [](const Transfer *transfer) { return transfer->isActive() && transfer->state != Transfer::State::Paused; });
}

TransferLoad TransferQueue::loadOf(const TransferTask &task)
{
    TransferLoad load{{}, task.claims()};
    for (const auto &server : task.servers())
        load.hosts << server.address();
    load.hosts.removeDuplicates();
    return load;
}

QList<TransferLoad> TransferQueue::runningLoads() const
{
    QList<TransferLoad> running;
    for (const auto &[transfer, run] : m_running)
        running << run.load;
    return running;
}

Transfer *TransferQueue::nextInTurn() const
{
    QList<Transfer *> waiting;
    QList<TransferLoad> loads;
    for (auto it = m_transfers.crbegin(); it != m_transfers.crend(); ++it) {
        const bool isAway = (*it)->state == Transfer::State::Away;
        if ((*it)->state != Transfer::State::Waiting && !isAway)
            continue;
        waiting << *it;
        loads << loadOf((*it)->task());
        loads.last().isAway = isAway;
    }
    const auto next = nextToBegin(runningLoads(), loads, m_limits);
    return next ? waiting.at(*next) : nullptr;
}

void TransferQueue::startNext()
{
    if (m_starting || m_closing)
        return;
    const QScopedValueRollback starting(m_starting, true); // one that fails at once asks for the next
    while (auto *transfer = nextInTurn())
        begin(transfer);
}

Result<void> TransferQueue::resolve(TransferTask &task) const
{
    auto servers = task.servers();
    for (auto &server : servers) {
        if (!m_resolver)
            continue;
        auto now = m_resolver(server.id);
        if (!now)
            return tl::unexpected(now.error());
        server = std::move(*now);
    }
    task.setServers(servers);
    return {};
}

void TransferQueue::begin(Transfer *transfer)
{
    if (const auto resolved = resolve(transfer->task()); !resolved)
        return jobFailed(transfer, resolved.error().code, errorText(resolved.error()));
    // Its server may have another address by now than when its turn was reckoned.
    const auto load = loadOf(transfer->task());
    if (!nextToBegin(runningLoads(), {load}, m_limits)) {
        forgetSecrets(transfer->task());
        return;
    }
    transfer->state = Transfer::State::Reading;
    transfer->failure.clear();
    transfer->doneBytes = 0;
    transfer->bytesPerSecond = 0;
    auto *job = transfer->task().makeJob({m_layers, m_links}).release();
    m_running.emplace(transfer, Run{job, load});
    forgetSecrets(transfer->task()); // the job has them
    job->moveToThread(&m_thread);
    connect(job, &TransferJob::progressed, this, [this, transfer](qint64 done, qint64 total, bool sending) { progress(transfer, done, total, sending); });
    connect(job, &TransferJob::arrived, this, [transfer](qint64 bytes) {
        if (bytes <= transfer->furthestBytes)
            return; // one that began anew: that it moves says nothing
        transfer->furthestBytes = bytes;
        transfer->ownRetries = 0;
    });
    connect(job, &TransferJob::succeeded, this, [this, transfer](qint64 sent, qint64 skipped, const QString &digest) {
        transfer->sentBytes = sent;
        transfer->skippedBytes = skipped;
        transfer->digest = digest;
        transfer->doneBytes = transfer->totalBytes;
        end(transfer, Transfer::State::Done);
    });
    connect(job, &TransferJob::failed, this, [this, transfer](int code, const QString &reason) { jobFailed(transfer, ErrorCode(code), reason); });
    QMetaObject::invokeMethod(job, &TransferJob::start);
    tell(transfer);
}

void TransferQueue::jobFailed(Transfer *transfer, ErrorCode code, const QString &reason)
{
    const auto run = m_running.find(transfer);
    const auto stopsAs = run == m_running.end() ? std::nullopt : run->second.stopsAs;
    if (stopsAs == Transfer::State::Cancelled || code == ErrorCode::Cancelled || (stopsAs && code == ErrorCode::Unreachable))
        return end(transfer, stopsAs.value_or(Transfer::State::Cancelled));
    transfer->failure = reason;
    const bool again = code == ErrorCode::Unreachable && transfer->ownRetries < int(std::size(retryAfterMs));
    end(transfer, again ? Transfer::State::Away : Transfer::State::Failed);
}

void TransferQueue::progress(Transfer *transfer, qint64 doneBytes, qint64 totalBytes, bool isSending)
{
    const auto run = m_running.find(transfer);
    if (run == m_running.end())
        return;
    transfer->bytesPerSecond = run->second.speed.at(doneBytes);
    transfer->doneBytes = doneBytes;
    transfer->totalBytes = totalBytes;
    transfer->state = isSending ? Transfer::State::Sending : Transfer::State::Reading;
    tell(transfer);
}

void TransferQueue::end(Transfer *transfer, Transfer::State state)
{
    transfer->bytesPerSecond = 0;
    transfer->durationMs = 0;
    if (const auto run = m_running.find(transfer); run != m_running.end()) {
        transfer->durationMs = run->second.speed.elapsedMs();
        run->second.job->deleteLater();
        m_running.erase(run);
    }
    if (state == Transfer::State::Away)
        tryAgain(transfer);
    enter(transfer, state);
    startNext();
}

void TransferQueue::enter(Transfer *transfer, Transfer::State state)
{
    transfer->state = state;
    keep();
    tell(transfer);
    if (!transfer->isActive())
        Q_EMIT finished(transfer);
}

void TransferQueue::tell(Transfer *transfer)
{
    Q_EMIT transfer->changed();
    Q_EMIT changed();
}

void TransferQueue::keep()
{
    if (m_store && !m_keepSoon.isActive())
        m_keepSoon.start(0);
}

void TransferQueue::keepNow()
{
    m_keepSoon.stop();
    QMetaObject::invokeMethod(&m_worker, [file = m_store->file(), text = m_store->textFor(m_transfers)] { TransferStore::write(file, text); });
}

void TransferQueue::tryAgain(Transfer *transfer)
{
    auto *&timer = m_again[transfer];
    if (!timer) {
        timer = new QTimer(transfer);
        timer->setSingleShot(true);
        connect(timer, &QTimer::timeout, this, [this, transfer] {
            if (transfer->state != Transfer::State::Away)
                return;
            enter(transfer, Transfer::State::Waiting);
            startNext();
        });
    }
    timer->start(retryAfterMs[transfer->ownRetries++]); // an earlier wait, which was paused or cancelled, counts no more
}

void TransferQueue::stop(Transfer *transfer, Transfer::State as)
{
    if (const auto run = m_running.find(transfer); run != m_running.end()) {
        if (run->second.stopsAs != Transfer::State::Cancelled) // which is meant, whatever is asked after it
            run->second.stopsAs = as;
        QMetaObject::invokeMethod(run->second.job, &TransferJob::cancel);
    } else if (transfer->isActive() && transfer->state != as) {
        enter(transfer, as);
        startNext(); // it may have stood before others with its claims
    }
}

void TransferQueue::pause(Transfer *transfer)
{
    if (transfer->keepsProgress)
        stop(transfer, Transfer::State::Paused);
}

void TransferQueue::resume(Transfer *transfer)
{
    if (transfer->state != Transfer::State::Paused)
        return;
    transfer->ownRetries = 0;
    enter(transfer, Transfer::State::Waiting);
    startNext();
}

void TransferQueue::cancel(Transfer *transfer) { stop(transfer, Transfer::State::Cancelled); }

void TransferQueue::cancelAll()
{
    const QScopedValueRollback starting(m_starting, true); // none begins because another ended
    const auto transfers = m_transfers;
    for (auto *transfer : transfers)
        cancel(transfer);
}

void TransferQueue::stopAll()
{
    m_closing = true;
    const auto transfers = m_transfers;
    for (auto *transfer : transfers)
        stop(transfer, Transfer::State::Paused);
}

void TransferQueue::retry(Transfer *transfer)
{
    if (transfer->isActive())
        return;
    transfer->failure.clear();
    transfer->ownRetries = 0;
    transfer->furthestBytes = 0;
    transfer->doneBytes = 0;
    enter(transfer, Transfer::State::Waiting);
    startNext();
}

void TransferQueue::remove(Transfer *transfer)
{
    if (transfer->isActive() || !m_transfers.removeOne(transfer))
        return;
    m_again.remove(transfer);
    keep();
    Q_EMIT removed(transfer);
    Q_EMIT changed();
    transfer->deleteLater();
}

} // namespace berth
