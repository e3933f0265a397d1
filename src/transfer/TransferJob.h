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
    using QObject::QObject;

    virtual void start() = 0;
    virtual void cancel() = 0;

Q_SIGNALS:
    void progressed(qint64 doneBytes, qint64 totalBytes, bool isSending);
    /// `movedBytes` went over the wire, `skippedBytes` were there already.
    void succeeded(qint64 movedBytes, qint64 skippedBytes, const QString &digest);
    void failed(int errorCode, const QString &reason);
};

} // namespace berth
