// SPDX-License-Identifier: Apache-2.0
#include "transfer/ArchiveFeeder.h"

#include <QtConcurrent>

namespace berth {

ArchiveFeeder::ArchiveFeeder(std::filesystem::path archive, std::map<std::string, Wanted> wanted, QObject *parent)
    : QObject(parent)
    , m_archive(std::move(archive))
    , m_wanted(std::move(wanted))
{
    m_pool.setMaxThreadCount(1);
}

ArchiveFeeder::~ArchiveFeeder()
{
    cancel();
    m_reading.waitForFinished();
}

void ArchiveFeeder::start()
{
    m_reading = QtConcurrent::run(&m_pool, [this] {
        auto outcome = run();
        QMetaObject::invokeMethod(this, [this, outcome = std::move(outcome)] {
            m_outcome = outcome;
            m_ended = true;
            Q_EMIT advanced();
        });
    });
}

void ArchiveFeeder::cancel()
{
    m_cancelled = true;
    m_slots.release(ahead + int(m_wanted.size())); // whoever waits for a slot goes on and sees it
}

std::optional<ArchiveFeeder::Fed> ArchiveFeeder::take()
{
    const QMutexLocker lock(&m_mutex);
    if (m_ready.empty())
        return std::nullopt;
    auto fed = std::move(m_ready.front());
    m_ready.pop_front();
    return fed;
}

void ArchiveFeeder::release(const Fed &fed)
{
    std::error_code ec;
    std::filesystem::remove(fed.blob.file, ec);
    m_slots.release();
}

Result<SpooledBlob> ArchiveFeeder::feedEntry(EntryStream &entries, const Wanted &wanted, const std::filesystem::path &into)
{
    std::int64_t last = 0;
    const SpoolProgress progress = [&](std::int64_t bytes) {
        const auto fresh = bytes - last;
        last = bytes;
        QMetaObject::invokeMethod(this, [this, fresh] { Q_EMIT read(fresh); });
        return !m_cancelled;
    };
    switch (wanted.way) {
    case Wanted::Way::PackLayer: return packLayer(entries, *wanted.diffId, into, progress);
    case Wanted::Way::CheckLayer: return spoolPackedLayer(entries, wanted.digest, *wanted.diffId, into, progress);
    case Wanted::Way::RepackLayer: return repackLayer(entries, *wanted.diffId, into, progress);
    case Wanted::Way::AsItIs: break;
    }
    return spoolEntry(entries, wanted.digest, into, progress);
}

/// What has to be unpacked to come past it takes time, in which cancel() must be heard; the entries of a plain file are jumped over.
Result<void> ArchiveFeeder::passOver(EntryStream &entries)
{
    std::vector<std::byte> piece(256 << 10);
    Result<std::size_t> count = entries.compression().empty() ? 0 : 1;
    while (count && *count > 0 && !m_cancelled)
        count = entries.read(piece);
    if (m_cancelled)
        return fail(ErrorCode::Cancelled, "Cancelled");
    return count.map([](std::size_t) {});
}

Result<void> ArchiveFeeder::run()
{
    if (!m_folder.isValid())
        return fail(ErrorCode::Io, QT_TRANSLATE_NOOP("Error", "No temporary folder could be made: %1"), {m_folder.errorString().toStdString()});
    if (m_wanted.empty())
        return {};
    auto entries = openEntries(m_archive);
    if (!entries)
        return tl::unexpected(entries.error());
    std::map<std::string, Wanted> open = m_wanted;
    while (!open.empty()) {
        const auto entry = (*entries)->next();
        if (!entry)
            return tl::unexpected(entry.error());
        if (!*entry)
            return fail(ErrorCode::Conflict, QT_TRANSLATE_NOOP("Error", "The file changed while it was imported"));
        const auto wanted = open.find((*entry)->name);
        if (wanted == open.end() || (*entry)->kind != ArchiveEntry::Kind::File) {
            if (auto passed = passOver(**entries); !passed)
                return passed;
            continue;
        }
        m_slots.acquire();
        if (m_cancelled)
            return fail(ErrorCode::Cancelled, "Cancelled");
        const auto into = std::filesystem::path(m_folder.path().toStdU16String()) / std::to_string(open.size());
        auto blob = feedEntry(**entries, wanted->second, into);
        if (!blob)
            return tl::unexpected(blob.error());
        {
            const QMutexLocker lock(&m_mutex);
            m_ready.push_back({wanted->first, std::move(*blob)});
        }
        open.erase(wanted);
        QMetaObject::invokeMethod(this, &ArchiveFeeder::advanced);
    }
    return {};
}

} // namespace berth
