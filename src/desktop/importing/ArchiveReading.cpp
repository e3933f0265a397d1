// SPDX-License-Identifier: Apache-2.0
#include "desktop/importing/ArchiveReading.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QFutureWatcher>
#include <QPointer>
#include <QtConcurrent>

namespace berth {

ArchiveReading::ArchiveReading(QString path, QObject *parent)
    : QObject(parent)
    , m_path(std::move(path))
    , m_cancelled(std::make_shared<std::atomic<bool>>(false))
{
}

ArchiveReading::~ArchiveReading() { *m_cancelled = true; }

QString ArchiveReading::fileName() const { return QFileInfo(m_path).fileName().normalized(QString::NormalizationForm_C); }

void ArchiveReading::start()
{
    auto *watcher = new QFutureWatcher<Result<ImageArchive>>(this);
    connect(
        watcher, &QFutureWatcherBase::progressValueChanged, this, [this, watcher](int permille) { Q_EMIT progressed(permille, watcher->progressMaximum()); });
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher] {
        watcher->deleteLater();
        m_result = watcher->result();
        Q_EMIT finished();
    });
    const auto total = qMax<qint64>(1, QFileInfo(m_path).size());
    watcher->setFuture(QtConcurrent::run([path = m_path, cancelled = m_cancelled, total](QPromise<Result<ImageArchive>> &promise) {
        promise.setProgressRange(0, 1000);
        promise.addResult(readImageArchive(path.toStdU16String(), [&](std::int64_t consumed) {
            promise.setProgressValue(int(qMin<qint64>(1000, consumed * 1000 / total)));
            return !*cancelled;
        }));
    }));
}

} // namespace berth
