// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <memory>

#include <QObject>

#include "archive/ImageArchive.h"

namespace berth {

/// One archive being read and checked in the background, for the import dialog. Belongs to the GUI thread. Destroying it cancels the
/// reading, which ends by itself a moment later.
class ArchiveReading : public QObject {
    Q_OBJECT

public:
    explicit ArchiveReading(QString path, QObject *parent);
    ~ArchiveReading() override;

    void start();
    QString path() const { return m_path; }
    QString fileName() const;
    const Result<ImageArchive> &result() const { return m_result; }

Q_SIGNALS:
    void progressed(qint64 readBytes, qint64 totalBytes);
    void finished(); ///< result() is valid from now on.

private:
    QString m_path;
    Result<ImageArchive> m_result;
    std::shared_ptr<std::atomic<bool>> m_cancelled; ///< Shared with the reading thread, which may outlive this.
};

} // namespace berth
