// SPDX-License-Identifier: Apache-2.0
#include "transfer/TransferQueue.h"

#include <algorithm>
#include <iterator>

#include <QTimer>

#include "core/ErrorText.h"
#include "core/SizeSum.h"
#include "transfer/ExportJob.h"
#include "transfer/ImportJob.h"

namespace berth {

namespace {
/// A server that restarts, a computer that wakes up, a network that changes: mostly over within this time.
constexpr int retryAfterMs[] = {1000, 4000, 12000};
}// namespace

TransferQueue::TransferQueue(const QString &cacheFolder, QObject *parent)
    : QObject(parent)
    , m_layers(cacheFolder + QStringLiteral("/layers.jsonl"))
{
    m_thread.setObjectName(QStringLiteral("transfers"));
    m_thread.start();
}

TransferQueue::~TransferQueue()
{
    if (m_job) {
        auto *job = m_job;
        disconnect(job, nullptr, this, nullptr);
        QMetaObject::invokeMethod(job, [job, thread = &m_thread] {
            const auto stop = [job, thread] {
                job->deleteLater();
                QMetaObject::invokeMethod(thread, &QThread::quit, Qt::QueuedConnection);
                QThread::currentThread()->quit();
            };
            QObject::connect(job, &TransferJob::failed, job, stop);
            QObject::connect(job, &TransferJob::succeeded, job, stop);
            if (job->hasEnded())
                stop(); // this thread had not heard of it yet
            else
                job->cancel();
        });
    } else {
        m_thread.quit();
    }
    m_thread.wait();
}

Transfer *TransferQueue::enqueue(Transfer *transfer, const QString &title, const QString &target)
{
    transfer->title = title;
    transfer->target = target;
    m_transfers.prepend(transfer);
    Q_EMIT added(transfer);
    startNext();
    return transfer;
}

Transfer *TransferQueue::add(ImportRequest request, const QString &title, const QString &target)
{
    auto *transfer = new Transfer(this);
    transfer->request = std::move(request);
    if (m_resolver)
        transfer->request.target.secret = {};
    for (const auto &manifest : transfer->request.image.manifests)
        transfer->totalBytes = sizeSum(transfer->totalBytes, manifest.layerBytes());
    return enqueue(transfer, title, target);
}

Transfer *TransferQueue::add(ExportRequest request, const QString &title, const QString &target)
{
    auto *transfer = new Transfer(this);
    transfer->export_ = std::move(request);
    if (m_resolver)
        transfer->export_->source.secret = {};
    return enqueue(transfer, title, target);
}

bool TransferQueue::isBusy() const
{
    return std::ranges::any_of(m_transfers, [](const Transfer *transfer) { return transfer->isActive(); });
}

void TransferQueue::startNext()
{
    if (m_running)
        return;
    // The list has the newest first.
    for (auto it = m_transfers.crbegin(); it != m_transfers.crend(); ++it) {
        if ((*it)->state == Transfer::State::Waiting) {
            begin(*it);
            return;
        }
    }
}

void TransferQueue::begin(Transfer *transfer)
{
    m_running = transfer;
    m_pausing = false;
    transfer->state = Transfer::State::Reading;
    transfer->failure.clear();
    transfer->doneBytes = 0;
    transfer->bytesPerSecond = 0;
    m_clock.restart();
    m_markMs = 0;
    m_markBytes = 0;
    const auto connection = connectionOf(*transfer);
    if (!connection) {
        jobFailed(transfer, connection.error().code, errorText(connection.error()));
        return;
    }
    if (transfer->isExport()) {
        auto request = *transfer->export_;
        request.source = *connection;
        m_job = new ExportJob(std::move(request));
    } else {
        auto request = transfer->request;
        request.target = *connection;
        m_job = new ImportJob(std::move(request), m_layers);
    }
    m_job->moveToThread(&m_thread);
    connect(m_job, &TransferJob::progressed, this, [this, transfer](qint64 done, qint64 total, bool sending) { progress(transfer, done, total, sending); });
    connect(m_job, &TransferJob::arrived, this, [transfer](qint64 bytes) {
        if (bytes <= transfer->furthestBytes)
            return; // an export begins anew: that it moves says nothing
        transfer->furthestBytes = bytes;
        transfer->ownRetries = 0;
    });
    connect(m_job, &TransferJob::succeeded, this, [this, transfer](qint64 sent, qint64 skipped, const QString &digest) {
        transfer->sentBytes = sent;
        transfer->skippedBytes = skipped;
        transfer->digest = digest;
        transfer->doneBytes = transfer->totalBytes;
        end(transfer, Transfer::State::Done);
    });
    connect(m_job, &TransferJob::failed, this, [this, transfer](int code, const QString &reason) { jobFailed(transfer, ErrorCode(code), reason); });
    QMetaObject::invokeMethod(m_job, &TransferJob::start);
    Q_EMIT transfer->changed();
    Q_EMIT changed();
}

Result<Connection> TransferQueue::connectionOf(const Transfer &transfer) const
{
    const auto &known = transfer.isExport() ? transfer.export_->source : transfer.request.target;
    return m_resolver ? m_resolver(known.id) : known;
}

void TransferQueue::jobFailed(Transfer *transfer, ErrorCode code, const QString &reason)
{
    if (m_pausing && (code == ErrorCode::Cancelled || code == ErrorCode::Unreachable))
        return end(transfer, Transfer::State::Paused);
    if (code == ErrorCode::Cancelled)
        return end(transfer, Transfer::State::Cancelled);
    transfer->failure = reason;
    const bool again = code == ErrorCode::Unreachable && transfer->ownRetries < int(std::size(retryAfterMs));
    end(transfer, again ? Transfer::State::Away : Transfer::State::Failed);
}

void TransferQueue::progress(Transfer *transfer, qint64 doneBytes, qint64 totalBytes, bool isSending)
{
    if (transfer != m_running)
        return;
    const auto now = m_clock.elapsed();
    if (now - m_markMs >= 500) {
        const double speed = double(doneBytes - m_markBytes) / double(now - m_markMs) * 1000.0;
        transfer->bytesPerSecond = transfer->bytesPerSecond > 0 ? transfer->bytesPerSecond * 0.7 + speed * 0.3 : speed;
        m_markMs = now;
        m_markBytes = doneBytes;
    }
    transfer->doneBytes = doneBytes;
    transfer->totalBytes = totalBytes;
    transfer->state = isSending ? Transfer::State::Sending : Transfer::State::Reading;
    Q_EMIT transfer->changed();
    Q_EMIT changed();
}

void TransferQueue::end(Transfer *transfer, Transfer::State state)
{
    transfer->state = state;
    transfer->durationMs = m_clock.elapsed();
    transfer->bytesPerSecond = 0;
    if (m_job)
        m_job->deleteLater();
    m_job = nullptr;
    m_running = nullptr;
    if (state == Transfer::State::Away)
        tryAgain(transfer);
    Q_EMIT transfer->changed();
    Q_EMIT changed();
    if (!transfer->isActive())
        Q_EMIT finished(transfer);
    startNext();
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
            transfer->state = Transfer::State::Waiting;
            Q_EMIT transfer->changed();
            Q_EMIT changed();
            startNext();
        });
    }
    timer->start(retryAfterMs[transfer->ownRetries++]); // an earlier wait, which was paused or cancelled, counts no more
}

void TransferQueue::pause(Transfer *transfer)
{
    if (transfer->isExport())
        return;
    if (transfer == m_running && m_job) {
        m_pausing = true;
        QMetaObject::invokeMethod(m_job, &TransferJob::cancel);
    } else if (transfer->state == Transfer::State::Waiting || transfer->state == Transfer::State::Away) {
        transfer->state = Transfer::State::Paused;
        Q_EMIT transfer->changed();
        Q_EMIT changed();
    }
}

void TransferQueue::resume(Transfer *transfer)
{
    if (transfer->state != Transfer::State::Paused)
        return;
    transfer->state = Transfer::State::Waiting;
    Q_EMIT transfer->changed();
    Q_EMIT changed();
    startNext();
}

void TransferQueue::cancel(Transfer *transfer)
{
    if (transfer == m_running && m_job) {
        m_pausing = false;
        QMetaObject::invokeMethod(m_job, &TransferJob::cancel);
    } else if (transfer->isActive()) {
        transfer->state = Transfer::State::Cancelled;
        Q_EMIT transfer->changed();
        Q_EMIT changed();
        Q_EMIT finished(transfer);
    }
}

void TransferQueue::cancelAll()
{
    // Those that wait first, so that none of them begins when the running one ends.
    const auto transfers = m_transfers;
    for (auto *transfer : transfers) {
        if (transfer != m_running)
            cancel(transfer);
    }
    if (m_running)
        cancel(m_running);
}

void TransferQueue::retry(Transfer *transfer)
{
    if (transfer->isActive())
        return;
    transfer->state = Transfer::State::Waiting;
    transfer->failure.clear();
    transfer->ownRetries = 0;
    transfer->furthestBytes = 0;
    transfer->doneBytes = 0;
    Q_EMIT transfer->changed();
    Q_EMIT changed();
    startNext();
}

void TransferQueue::remove(Transfer *transfer)
{
    if (transfer->isActive() || !m_transfers.removeOne(transfer))
        return;
    m_again.remove(transfer);
    Q_EMIT removed(transfer);
    Q_EMIT changed();
    transfer->deleteLater();
}

} // namespace berth
