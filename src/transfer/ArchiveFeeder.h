// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <deque>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>

#include <QFuture>
#include <QMutex>
#include <QObject>
#include <QSemaphore>
#include <QTemporaryDir>
#include <QThreadPool>

#include "archive/LayerMaker.h"
#include "core/Result.h"

namespace berth {

/// Reads the wanted blobs out of an archive on a thread of its own, into temporary files, a few ahead of whoever takes them.
///
/// Its signals come on the thread that it was made on. Destroying it cancels and waits for the reading thread, which looks for that
/// after every piece it reads.
class ArchiveFeeder : public QObject {
    Q_OBJECT

public:
    /// What is to be made of an entry.
    struct Wanted {
        enum class Way {
            AsItIs,
            PackLayer,   ///< An unpacked layer.
            CheckLayer,  ///< A layer in gzip or zstd: as it is, if its content is the right one.
            RepackLayer, ///< A layer in xz or bzip2, which registries do not take.
        };
        Way way = Way::AsItIs;
        Digest digest;                ///< Of the entry as it lies in the archive.
        std::optional<Digest> diffId; ///< Of the unpacked layer; set unless it goes as it is.
    };
    struct Fed {
        std::string entry;
        SpooledBlob blob;
    };

    ArchiveFeeder(std::filesystem::path archive, std::map<std::string, Wanted> wanted, QObject *parent = nullptr);
    ~ArchiveFeeder() override;

    void start();
    void cancel();

    /// The next blob in the archive's order; empty if none is ready yet.
    std::optional<Fed> take();

    /// The blob's file is not needed any more.
    void release(const Fed &fed);

    bool hasEnded() const { return m_ended; }
    /// Valid once it has ended.
    const Result<void> &outcome() const { return m_outcome; }

Q_SIGNALS:
    void advanced();            ///< A blob is ready, or the reading has ended.
    void read(qint64 newBytes); ///< Bytes of wanted entries read since the last signal.

private:
    Result<void> run();
    Result<void> passOver(EntryStream &entries);
    Result<SpooledBlob> feedEntry(EntryStream &entries, const Wanted &wanted, const std::filesystem::path &into);

    static constexpr int ahead = 2;

    const std::filesystem::path m_archive;
    const std::map<std::string, Wanted> m_wanted;
    QTemporaryDir m_folder;
    QSemaphore m_slots{ahead};
    std::atomic<bool> m_cancelled = false;
    QMutex m_mutex;
    std::deque<Fed> m_ready; ///< Guarded by m_mutex.
    QThreadPool m_pool; ///< Its own thread: it waits there for whoever takes the blobs, for hours on a slow line.
    QFuture<void> m_reading;
    bool m_ended = false;
    Result<void> m_outcome;
};

} // namespace berth
