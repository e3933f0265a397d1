// SPDX-License-Identifier: Apache-2.0
#include "ModelledStore.h"

#include <fstream>
#include <future>

#include "registry/jobs/CollectionJob.h"
#include "registry/jobs/ScrubJob.h"
#include "registry/jobs/TrashJob.h"
#include "registry/store/Blobs.h"
#include "registry/store/Collection.h"
#include "registry/store/Database.h"
#include "registry/store/Deletion.h"
#include "registry/store/Images.h"
#include "registry/store/Numbers.h"
#include "registry/store/Outbox.h"
#include "registry/store/Registries.h"
#include "registry/store/Store.h"
#include "registry/store/Tags.h"
#include "registry/store/TrashRestore.h"
#include "support/TestDatabase.h"

namespace berth::test {

namespace {

RepositoryName nameOf(const std::string &image) { return *RepositoryName::parse(image); }

Result<std::int64_t> numbered(const Result<void> &result) { return result ? Result<std::int64_t>(0) : tl::unexpected(result.error()); }

} // namespace

ModelledStore::ModelledStore(const ModelWorld &world)
    : m_world(world)
    , m_folder(m_temporary.filePath(QStringLiteral("data")).toStdString())
    , m_database(newDatabase(m_folder))
{
    Store::open(m_folder, m_database).value();
    open();
}

ModelledStore::~ModelledStore() { close(); }

void ModelledStore::open()
{
    m_blobs = std::move(FileBlobStore::open(m_folder).value());
    m_writer = std::move(WriterThread::start(m_database).value());
    m_committer = std::move(Committer::start(m_database, *m_blobs, *m_writer).value());
    m_reader = std::move(Sql::open(m_database, Sql::Sync::Normal).value());
}

void ModelledStore::close()
{
    m_reader.reset();
    m_committer.reset();
    m_writer.reset();
    m_blobs.reset();
}

Result<std::int64_t> ModelledStore::restart(bool cleanly)
{
    if (m_writer) {
        write([&](Sql &sql) -> Result<std::int64_t> {
            sql.run("UPDATE meta SET value = ? WHERE name = 'closed'", cleanly ? "1" : "0");
            return 0;
        }).value();
    }
    close();
    auto store = Store::open(m_folder, m_database);
    if (!store)
        return tl::unexpected(store.error());
    store->reset();
    open();
    return 0;
}

Result<std::int64_t> ModelledStore::write(const std::function<Result<std::int64_t>(Sql &)> &work)
{
    Result<std::int64_t> outcome = 0;
    const auto written = m_writer->postAndWait({Durability::ProcessEnd,
        [&](Sql &sql) -> Result<void> {
            outcome = work(sql);
            return outcome ? Result<void>() : tl::unexpected(outcome.error());
        },
        {}});
    return written ? outcome : tl::unexpected(written.error());
}

Result<std::int64_t> ModelledStore::createRegistry(const std::string &name)
{
    return write([&](Sql &sql) { return registries::create(sql, name, "{}"); });
}

void ModelledStore::setAcceptsMissing(const std::string &registry, bool accepts)
{
    write([&](Sql &sql) -> Result<std::int64_t> {
        if (const auto row = registries::byName(sql, registry))
            registries::setAcceptsMissing(sql, row->id, accepts);
        return 0;
    }).value();
}

Result<std::int64_t> ModelledStore::deleteRegistry(const std::string &name)
{
    return write([&](Sql &sql) { return deletion::deleteRegistry(sql, name, Author{"tester", {}}); });
}

void ModelledStore::putStrayFile(int blob)
{
    const auto &bytes = m_world.blobs[std::size_t(blob)].bytes;
    auto writer = std::move(m_blobs->startUpload("u" + std::to_string(++m_uploads), "scope", DigestAlgorithm::Sha256).value());
    numbered(writer->append(std::as_bytes(std::span(bytes.data(), bytes.size())))).value();
    numbered(writer->commit(blobDigest(blob))).value();
}

Result<std::int64_t> ModelledStore::upload(const std::string &image, int blob)
{
    const auto hold = m_locks.share(blobDigest(blob));
    putStrayFile(blob);
    return write([&](Sql &sql) -> Result<std::int64_t> {
        const auto id = images::ensure(sql, nameOf(image), images::CreateRegistry::Yes);
        return id ? numbered(blobs::link(sql, *id, blobDigest(blob), std::int64_t(m_world.blobs[std::size_t(blob)].bytes.size())).map([](bool) {})) : id;
    });
}

std::filesystem::path ModelledStore::blobFile(int blob) const
{
    const auto hex = std::string(blobDigest(blob).hex());
    return m_folder / "blobs" / "sha256" / hex.substr(0, 2) / hex;
}

void ModelledStore::breakFile(int blob, Harm harm)
{
    std::filesystem::permissions(blobFile(blob), std::filesystem::perms::owner_all);
    if (harm == Harm::Lost)
        std::filesystem::remove(blobFile(blob));
    else if (harm == Harm::Cut)
        std::filesystem::resize_file(blobFile(blob), 3);
    else
        std::fstream(blobFile(blob), std::ios::in | std::ios::out | std::ios::binary) << "C";
}

Result<std::int64_t> ModelledStore::mount(const std::string &from, const std::string &to, int blob)
{
    write([&](Sql &sql) { return images::ensure(sql, nameOf(to), images::CreateRegistry::Yes); }).value();
    return write([&](Sql &sql) -> Result<std::int64_t> {
        const auto size = blobs::sizeIn(sql, nameOf(from), blobDigest(blob));
        return size ? numbered(blobs::link(sql, images::idOf(sql, nameOf(to)), blobDigest(blob), *size).map([](bool) {}))
                    : fail(ErrorCode::BlobUnknown, "not there");
    });
}

Result<std::int64_t> ModelledStore::head(const std::string &image, int blob)
{
    return write([&](Sql &sql) -> Result<std::int64_t> {
        return blobs::rely(sql, nameOf(image), blobDigest(blob)) ? Result<std::int64_t>(0) : fail(ErrorCode::BlobUnknown, "not there");
    });
}

Result<std::int64_t> ModelledStore::push(const std::string &image, int manifest, const std::vector<std::string> &tags)
{
    const auto &content = m_world.manifests[std::size_t(manifest)];
    std::promise<Result<void>> outcome;
    m_committer->push({nameOf(image), Manifest::parse(content.bytes, "").value(), *Digest::parse(content.digest), content.bytes, tags, {}},
        [&](Result<void> result) { outcome.set_value(std::move(result)); });
    return numbered(outcome.get_future().get());
}

Result<std::int64_t> ModelledStore::createTag(const std::string &image, int manifest, const std::string &tag)
{
    return write([&](Sql &sql) -> Result<std::int64_t> {
        const auto id = images::idOf(sql, nameOf(image));
        const auto artifact = artifacts::find(sql, id, m_world.manifests[std::size_t(manifest)].digest);
        return artifact ? numbered(tags::create(sql, {nameOf(image), id, artifact->id, artifact->digest}, tag, {})) : fail(ErrorCode::NotFound, "not there");
    });
}

Result<std::int64_t> ModelledStore::deleteTag(const std::string &image, const std::string &tag)
{
    return write([&](Sql &sql) { return deletion::deleteTag(sql, nameOf(image), tag, Author{"tester", {}}); });
}

Result<std::int64_t> ModelledStore::deleteArtifact(const std::string &image, const std::string &reference, bool along)
{
    return write([&](Sql &sql) {
        return deletion::deleteArtifact(
            sql, nameOf(image), reference, along ? deletion::Along::PlatformsAndReferrers : deletion::Along::Nothing, Author{"tester", {}});
    });
}

Result<std::int64_t> ModelledStore::deleteImage(const std::string &image)
{
    return write([&](Sql &sql) { return deletion::deleteImage(sql, nameOf(image), Author{"tester", {}}); });
}

Result<std::int64_t> ModelledStore::deleteBlob(const std::string &image, int blob)
{
    return write([&](Sql &sql) { return numbered(blobs::unlink(sql, nameOf(image), blobDigest(blob))); });
}

Result<std::int64_t> ModelledStore::restore(std::int64_t id, const StoreModel::Wishes &wishes, const std::set<std::string> &tags)
{
    RestoreWishes asked;
    if (wishes.artifact)
        asked.artifacts = {m_world.manifests[std::size_t(*wishes.artifact)].digest};
    if (wishes.tag)
        asked.tags = {*wishes.tag};
    for (const auto &tag : wishes.renames ? tags : std::set<std::string>())
        asked.tagNames[tag] = StoreModel::renamed(tag);
    return write([&](Sql &sql) -> Result<std::int64_t> {
        const auto outcome = trash::restore(sql, id, asked, {"tester", {}});
        return outcome ? Result<std::int64_t>(0) : tl::unexpected(outcome.error());
    });
}

Result<std::int64_t> ModelledStore::endTrash(std::int64_t id)
{
    return write([&](Sql &sql) { return numbered(trash::end(sql, id).map([](trash::Progress) {})); });
}

/// True if the job has come to its end.
Result<bool> ModelledStore::work(Job &job, int mostSteps)
{
    static const std::function<bool()> never = [] { return false; };
    for (int i = 0; i < mostSteps; ++i) {
        const auto step = job.step({*m_reader, never});
        if (!step || *step == Job::Step::Done)
            return step ? Result<bool>(true) : tl::unexpected(step.error());
    }
    return false;
}

void ModelledStore::tidy()
{
    TrashJob job(*m_writer);
    work(job).value();
}

void ModelledStore::age()
{
    write([](Sql &sql) -> Result<std::int64_t> {
        sql.run("UPDATE trash_operation SET deleted_at = deleted_at - 3 * 3600 * 1000");
        return sql.run("UPDATE blob SET relied_at = relied_at - 3 * 3600 * 1000");
    }).value();
}

void ModelledStore::mark()
{
    tidy();
    for (collection::LinkPosition position; collection::dropLeftLinks(*m_reader, *m_writer, nowMs(), position, 3).value().isMore;) { }
    write([](Sql &sql) -> Result<std::int64_t> { return collection::mark(sql, nowMs(), 1000); }).value();
}

Result<std::int64_t> ModelledStore::sweep()
{
    const auto step = collection::removeMarked(*m_reader, *m_writer, *m_blobs, m_locks, 1000, [] {});
    return step ? Result<std::int64_t>(step->blobs) : tl::unexpected(step.error());
}

Result<std::int64_t> ModelledStore::removeOrphans()
{
    std::int64_t count = 0;
    for (int part = 0; part < BlobStore::parts;) {
        const auto removed = collection::removeOrphans(*m_reader, *m_blobs, m_locks, part);
        if (!removed)
            return removed;
        count += *removed;
    }
    return count;
}

Result<std::int64_t> ModelledStore::collect(int stepsBefore)
{
    tidy();
    const CollectionJob::Parts parts{*m_writer, *m_blobs, m_locks, [] {}};
    CollectionJob interrupted(parts);
    if (const auto cut = work(interrupted, stepsBefore); !cut)
        return tl::unexpected(cut.error());
    CollectionJob job(parts);
    const auto ended = work(job);
    return ended ? Result<std::int64_t>(0) : tl::unexpected(ended.error());
}

Result<std::int64_t> ModelledStore::scrub(int stepsBefore)
{
    const ScrubJob::Parts parts{*m_writer, *m_blobs, m_locks, [] {}};
    ScrubJob first(parts, {});
    auto ended = work(first, stepsBefore);
    if (ended && !*ended) {
        ScrubJob second(parts, {{}, first.facts()});
        ended = work(second);
    }
    return ended ? Result<std::int64_t>(0) : tl::unexpected(ended.error());
}

std::string ModelledStore::known(const std::string &digest) const
{
    for (std::size_t i = 0; i < m_world.blobs.size(); ++i) {
        if (m_world.blobs[i].digest == digest)
            return " b" + std::to_string(i);
    }
    for (std::size_t i = 0; i < m_world.manifests.size(); ++i) {
        if (m_world.manifests[i].digest == digest)
            return " m" + std::to_string(i);
    }
    return " " + digest;
}

std::string ModelledStore::complaints()
{
    std::string text;
    if (m_reader->isServer())
        return text;
    for (const char *pragma : {"PRAGMA foreign_key_check", "PRAGMA integrity_check"}) {
        auto rows = m_reader->select(pragma);
        while (rows.next()) {
            if (rows.text(0) != "ok")
                text += rows.text(0) + " ";
        }
    }
    return m_reader->hasFailed() ? m_reader->takeError().message : text;
}

std::set<std::string> ModelledStore::told()
{
    std::set<std::string> kinds;
    while (true) {
        const auto batch = outbox::read(*m_reader, m_cursor, 100);
        m_cursor = batch.next;
        if (batch.missed > 0)
            kinds.insert("missed");
        if (batch.events.empty())
            return kinds;
        for (const auto &event : batch.events)
            kinds.insert(wordOf(event.kind));
    }
}

std::string ModelledStore::miscounted()
{
    std::string text;
    for (const auto &fault : numbers::faults(*m_reader))
        text += fault + "\n";
    return text;
}

} // namespace berth::test
