// SPDX-License-Identifier: Apache-2.0
#include "registry/store/Store.h"

#include <chrono>
#include <cstdio>

#include <QtGlobal>

#include "core/SizeText.h"
#include "core/Time.h"
#include "registry/store/Blobs.h"
#include "registry/store/FileBlobStore.h"

namespace berth {

namespace {
constexpr std::chrono::seconds upkeepInterval(3);
constexpr TimeMs idleUploadMs = 24LL * 60 * 60 * 1000;
}

Store::Store(std::filesystem::path folder, DatabaseLocation database)
    : m_folder(std::move(folder))
    , m_database(std::move(database))
{
}

Result<std::unique_ptr<Store>> Store::open(const std::filesystem::path &folder, const std::optional<DatabaseLocation> &database)
{
    std::error_code ec;
    const bool isNew = !std::filesystem::exists(folder, ec);
    if (auto made = makePrivateFolder(folder); !made)
        return tl::unexpected(made.error());
    if (isNew) // where the parent folder may not be read, the system's own order must do
        syncFolder(std::filesystem::absolute(folder, ec).parent_path()).map_error([](const Error &) { return 0; });
    std::unique_ptr<Store> store(new Store(folder, database.value_or(Database::file(folder))));
    auto lock = SystemFile::lock(folder / "berth.lock");
    if (!lock && lock.error().code == ErrorCode::Conflict) {
        const auto address = announcedAddress(folder);
        if (address.empty())
            return fail(ErrorCode::FolderInUse, QT_TRANSLATE_NOOP("Error", "The data folder %1 is in use"), {folder.string()});
        return fail(ErrorCode::FolderInUse, QT_TRANSLATE_NOOP("Error", "The data folder %1 is in use by the registry at %2"),
            {folder.string(), address});
    }
    if (!lock)
        return tl::unexpected(lock.error());
    store->m_lock = std::move(*lock);
    if (auto started = store->start(); !started)
        return tl::unexpected(started.error());
    return store;
}

Result<void> Store::start()
{
    auto blobs = FileBlobStore::open(m_folder);
    if (!blobs)
        return tl::unexpected(blobs.error());
    m_blobs = std::move(*blobs);
    auto state = Database::prepare(m_folder, m_database);
    if (!state)
        return tl::unexpected(state.error());
    m_state = *state;
    if (!m_state.endedCleanly) {
        if (auto dropped = dropDamagedBlobs(); !dropped)
            return dropped;
    }
    auto writer = WriterThread::start(m_database);
    if (!writer)
        return tl::unexpected(writer.error());
    m_writer = std::move(*writer);
    auto committer = Committer::start(m_database, *m_blobs, *m_writer);
    if (!committer)
        return tl::unexpected(committer.error());
    m_committer = std::move(*committer);
    {
        auto sql = Sql::open(m_database, Sql::Sync::Normal);
        if (!sql)
            return tl::unexpected(sql.error());
        m_settings.set(readSettings(**sql));
    }
    m_caretaker = std::make_unique<Caretaker>(Caretaker::Parts{m_database, *m_writer, *m_blobs, m_locks, m_settings, [this] {
        m_cache.forgetAll();
        m_reliance.forgetAll();
    }});
    m_upkeep = std::thread([this] { runUpkeep(); });
    return {};
}

Result<void> Store::dropDamagedBlobs()
{
    auto sql = Sql::open(m_database, Sql::Sync::Full);
    if (!sql)
        return tl::unexpected(sql.error());
    for (const auto &digest : blobs::allUnsynced(**sql)) {
        const auto whole = m_blobs->verify(digest);
        if (whole)
            continue;
        if (whole.error().code != ErrorCode::Damaged && whole.error().code != ErrorCode::BlobUnknown)
            return whole;
        (*sql)->begin();
        const bool forgotten = blobs::forget(**sql, digest);
        (*sql)->run("COMMIT");
        if ((*sql)->hasFailed())
            break;
        if (auto removed = forgotten ? m_blobs->remove(digest) : m_blobs->quarantine(digest); !removed)
            return removed;
    }
    if ((*sql)->hasFailed())
        return tl::unexpected((*sql)->takeError());
    return {};
}

Store::~Store()
{
    {
        const std::lock_guard guard(m_upkeepMutex);
        m_stopping = true;
    }
    m_upkeepWake.notify_all();
    if (m_upkeep.joinable())
        m_upkeep.join();
    m_caretaker.reset();
    m_committer.reset();
    if (m_writer) {
        m_pulls.flush(*m_writer);
        m_writer->post({Durability::PowerCut,
            [](Sql &sql) -> Result<void> {
                Database::markClosed(sql);
                return {};
            },
            [](Result<void>) {}});
    }
    m_writer.reset();
    m_readers.join();
    m_diskPool.join();
}

Result<void> Store::announce(const std::string &address)
{
    if (auto cut = m_lock.truncate(0); !cut)
        return cut;
    return m_lock.write(0, std::as_bytes(std::span(address.data(), address.size())));
}

Result<void> Store::checkFreeSpace() const
{
    const auto free = freeBytes(m_folder);
    const auto floor = m_settings.get()->freeFloorBytes;
    if (free < 0 || free >= floor)
        return {};
    return fail(ErrorCode::NoSpace, "The disk of this registry is nearly full: " + sizeText(free, QLocale::c()).toStdString() + " are free, "
            + sizeText(floor, QLocale::c()).toStdString() + " are kept free. Pulls go on; delete images or make room to push again");
}

bool Store::isServed(const std::filesystem::path &folder)
{
    std::error_code ec;
    if (!std::filesystem::exists(folder / "berth.lock", ec))
        return false;
    const auto lock = SystemFile::lock(folder / "berth.lock");
    return !lock && lock.error().code == ErrorCode::Conflict;
}

std::string Store::announcedAddress(const std::filesystem::path &folder)
{
    auto file = SystemFile::openForReading(folder / "berth.lock");
    std::string address(256, '\0');
    const auto count = file
        ? file->read(0, std::as_writable_bytes(std::span(address.data(), address.size())))
        : Result<std::size_t>(0);
    address.resize(count ? *count : 0);
    return address;
}

Result<Sql *> Store::readerConnection()
{
    // The pool's threads serve this store alone, so a connection of a thread is a connection of this store.
    thread_local std::unique_ptr<Sql> connection;
    if (!connection) {
        auto opened = Sql::open(m_database, Sql::Sync::Normal);
        if (!opened)
            return tl::unexpected(opened.error());
        connection = std::move(*opened);
    }
    return connection.get();
}

boost::asio::awaitable<Result<void>> Store::push(ManifestPush push)
{
    const RepositoryName name = push.repository;
    co_return co_await awaitCallback<Result<void>>([&](std::function<void(Result<void>)> done) {
        m_committer->push(std::move(push), [this, name, done = std::move(done)](Result<void> result) {
            m_cache.forget(name);
            done(std::move(result));
        });
    });
}

void Store::runUpkeep()
{
    auto nextCopy = std::chrono::steady_clock::now() + std::chrono::minutes(1);
    auto sql = Sql::open(m_database, Sql::Sync::Normal);
    std::unique_lock lock(m_upkeepMutex);
    while (!m_stopping) {
        m_upkeepWake.wait_for(lock, upkeepInterval, [&] { return m_stopping; });
        if (m_stopping)
            return;
        lock.unlock();
        m_pulls.flush(*m_writer);
        if (sql && std::chrono::steady_clock::now() >= nextCopy) {
            nextCopy += std::chrono::hours(1);
            if (auto copied = Database::copyDaily(m_folder, **sql); !copied)
                std::fprintf(stderr, "The daily copy of the database was not made: %s\n", copied.error().message.c_str());
            m_blobs->removeStaleUploads(nowMs() - idleUploadMs);
        }
        lock.lock();
    }
}

} // namespace berth
