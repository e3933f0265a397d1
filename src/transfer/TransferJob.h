// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

namespace berth {

/// One long job between a registry and a file.
///
/// After start(), exactly one of succeeded() and failed() fires, from the event loop. Lives in the transfers' thread; deleting it before
/// then is not allowed: cancel() and wait for failed().
class TransferJob : public QObject {
    Q_OBJECT

public:
    explicit TransferJob(QObject *parent = nullptr)
        : QObject(parent)
    {
        connect(this, &TransferJob::succeeded, this, [this] { m_hasEnded = true; });
        connect(this, &TransferJob::failed, this, [this] { m_hasEnded = true; });
    }

    virtual void start() = 0;
    virtual void cancel() = 0;

    /// One of succeeded() and failed() has fired.
    bool hasEnded() const { return m_hasEnded; }

Q_SIGNALS:
    void progressed(qint64 doneBytes, qint64 totalBytes, bool isSending);
    /// Of all bytes, those that are at the server, or came from it: no work of this computer alone.
    void arrived(qint64 bytes);
    /// `movedBytes` went over the wire, `skippedBytes` were there already.
    void succeeded(qint64 movedBytes, qint64 skippedBytes, const QString &digest);
    void failed(int errorCode, const QString &reason);

private:
    bool m_hasEnded = false;
};

} // namespace berth
