// SPDX-License-Identifier: Apache-2.0
#include "registry/store/Store.h"

#include <chrono>
#include <utility>

#include <QtGlobal>

#include "core/SizeText.h"
#include "core/Time.h"
#include "registry/Log.h"
#include "registry/store/Blobs.h"
#include "registry/store/FileBlobStore.h"
#include "registry/store/Scrub.h"

namespace berth {

namespace {
constexpr std::chrono::seconds upkeepInterval(3);
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
    if (auto kept = keepPrivate(folder); !kept)
        return tl::unexpected(kept.error());
    auto folderLock = SystemFile::lockFolder(folder); // the file inside can be deleted, and another one locked
    auto lock = folderLock || folderLock.error().code == ErrorCode::NotFound ? SystemFile::lock(folder / "berth.lock")
                                                                             : Result<SystemFile>(tl::unexpected(folderLock.error()));
    if (!lock && lock.error().code == ErrorCode::Conflict) {
        const auto address = announcedAddress(folder);
        if (address.empty())
            return fail(ErrorCode::FolderInUse, QT_TRANSLATE_NOOP("Error", "The data folder %1 is in use"), {folder.string()});
        return fail(ErrorCode::FolderInUse, QT_TRANSLATE_NOOP("Error", "The data folder %1 is in use by the registry at %2"), {folder.string(), address});
    }
    if (!lock)
        return tl::unexpected(lock.error());
    store->m_lock = std::move(*lock);
    if (folderLock)
        store->m_folderLock = std::move(*folderLock);
    if (auto started = store->start(); !started)
        return tl::unexpected(started.error());
    return store;
}

Result<void> Store::start()
{
    m_reserve = std::make_unique<SpaceReserve>(m_folder);
    m_reserve->look(m_settings.get()->freeFloorBytes); // opening the database takes a little room
    for (const char *name : {"berth.sqlite", "berth.sqlite-wal", "berth.sqlite-shm", "master.key", "berth.lock", "backups"}) {
        if (auto kept = keepPrivate(m_folder / name); !kept)
            return kept;
    }
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
    if (auto kept = keepPrivate(Database::file(m_folder)); !kept)
        return kept;
    auto writer = WriterThread::start(m_database, [this] { return m_reserve->release(); });
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

Store::~Store() { finish(); }

void Store::finish()
{
    if (std::exchange(m_finished, true))
        return;
    if (m_blobs)
        m_blobs->interrupt();
    // Who asks others goes before them: pools ask the writer, the writer nobody.
    m_slowPool.join();
    m_asidePool.join();
    m_diskPool.join();
    m_readers.join();
    {
        const std::lock_guard guard(m_upkeepMutex);
        m_stopping = true;
    }
    m_upkeepWake.notify_all();
    if (m_upkeep.joinable())
        m_upkeep.join();
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
}

void Store::examine(const Digest &digest)
{
    const auto whole = scrub::check(*m_writer, *m_blobs, m_locks, digest);
    if (whole && *whole)
        return;
    if (whole)
        logLine(LogLevel::Warning, "The blob " + digest.toString() + " is damaged or gone; it is out of service until it is pushed again");
    forgetBlobs();
}

void Store::forgetBlobs()
{
    m_cache.forgetAll();
    m_reliance.forgetAll();
}

void Store::examineLater(const Digest &digest)
{
    boost::asio::post(m_slowPool, [this, digest] { examine(digest); });
}

Result<void> Store::announce(const std::string &address)
{
    if (auto cut = m_lock.truncate(0); !cut)
        return cut;
    return m_lock.write(0, std::as_bytes(std::span(address.data(), address.size())));
}

Result<void> Store::checkFolder() const
{
    if (!m_folderLock.isOpen() || m_folderLock.isAt(m_folder))
        return {};
    return fail(ErrorCode::Io, QT_TRANSLATE_NOOP("Error", "The data folder %1 was moved or replaced while the server ran; stop it and put the folder back"),
        {m_folder.string()});
}

Result<void> Store::checkFreeSpace(std::int64_t more)
{
    if (auto there = checkFolder(); !there)
        return there;
    const auto floor = m_settings.get()->freeFloorBytes;
    if (m_reserve->isSpent())
        m_reserve->look(floor);
    if (m_reserve->isSpent())
        return fail(ErrorCode::NoSpace, "The disk of this registry is full. Pulls go on; delete images or make room to push again");
    const auto free = freeBytes(m_folder);
    if (free < 0 || (free >= floor && free - floor >= more))
        return {};
    return fail(ErrorCode::NoSpace,
        "The disk of this registry is nearly full: " + sizeText(free, QLocale::c()).toStdString() + " are free, " + sizeText(floor, QLocale::c()).toStdString()
            + " are kept free. Pulls go on; delete images or make room to push again");
}

bool Store::isServed(const std::filesystem::path &folder)
{
    std::error_code ec;
    if (!std::filesystem::exists(folder / "berth.lock", ec))
        return false;
    const auto isHeld = [](const Result<SystemFile> &lock) { return !lock && lock.error().code == ErrorCode::Conflict; };
    return isHeld(SystemFile::lockFolder(folder)) || isHeld(SystemFile::lock(folder / "berth.lock"));
}

std::string Store::announcedAddress(const std::filesystem::path &folder)
{
    auto file = SystemFile::openForReading(folder / "berth.lock");
    std::string address(256, '\0');
    const auto count = file ? file->read(0, std::as_writable_bytes(std::span(address.data(), address.size()))) : Result<std::size_t>(0);
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
            // What went into a folder that is not there any more is not acknowledged.
            if (auto there = result ? checkFolder() : Result<void>(); !there)
                result = there;
            done(std::move(result));
        });
    });
}

boost::asio::awaitable<void> Store::removeUnknown(const Digest &digest)
{
    const auto removed = co_await read([&](Sql &sql) -> Result<void> {
        const auto hold = m_locks.tryRemove(digest);
        if (!hold || sql.integer("SELECT count(*) FROM blob WHERE digest = ?", 0, digest.toString()) > 0)
            return {};
        return m_blobs->remove(digest);
    });
    if (!removed) // the next collection finds it
        logLine(LogLevel::Warning, removed.error().message);
}

void Store::runUpkeep()
{
    std::unique_lock lock(m_upkeepMutex);
    while (!m_stopping) {
        m_upkeepWake.wait_for(lock, upkeepInterval, [&] { return m_stopping; });
        if (m_stopping)
            return;
        lock.unlock();
        m_pulls.flush(*m_writer);
        m_reserve->look(m_settings.get()->freeFloorBytes);
        lock.lock();
    }
}

} // namespace berth
