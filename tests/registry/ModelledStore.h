// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <limits>
#include <memory>
#include <set>

#include <QTemporaryDir>

#include "StoreModel.h"
#include "registry/jobs/Job.h"
#include "registry/store/Committer.h"
#include "registry/store/DigestLocks.h"
#include "registry/store/FileBlobStore.h"

namespace berth::test {

/// A real store in a folder of its own, driven call by call, that can say the same facts as a StoreModel.
class ModelledStore {
public:
    explicit ModelledStore(const ModelWorld &world);
    ~ModelledStore();

    Result<std::int64_t> createRegistry(const std::string &name);
    void setAcceptsMissing(const std::string &registry, bool accepts);
    Result<std::int64_t> deleteRegistry(const std::string &name);
    Result<std::int64_t> upload(const std::string &image, int blob);
    void putStrayFile(int blob); ///< An upload whose row was never written.
    enum class Harm { Changed, Cut, Lost };
    void breakFile(int blob, Harm harm);
    Result<std::int64_t> mount(const std::string &from, const std::string &to, int blob);
    Result<std::int64_t> head(const std::string &image, int blob);
    Result<std::int64_t> push(const std::string &image, int manifest, const std::vector<std::string> &tags);
    Result<std::int64_t> createTag(const std::string &image, int manifest, const std::string &tag);
    Result<std::int64_t> deleteTag(const std::string &image, const std::string &tag);
    Result<std::int64_t> deleteArtifact(const std::string &image, const std::string &reference, bool along);
    Result<std::int64_t> deleteImage(const std::string &image);
    Result<std::int64_t> deleteBlob(const std::string &image, int blob);
    Result<std::int64_t> restore(std::int64_t id, const StoreModel::Wishes &wishes, const std::set<std::string> &tags);
    Result<std::int64_t> endTrash(std::int64_t id);
    void age();
    void mark();
    Result<std::int64_t> sweep();
    Result<std::int64_t> removeOrphans();
    /// Collection to its end, after one that was cut short after so many steps.
    Result<std::int64_t> collect(int stepsBefore);

    /// Reads all blobs; after so many steps a new run takes up where the first one was.
    Result<std::int64_t> scrub(int stepsBefore = 0);
    Result<std::int64_t> restart(bool cleanly);

    std::set<std::string> facts();

    /// What SQLite itself has to say against the database; empty if nothing, and for a server's.
    std::string complaints();

    /// The kinds of what has happened since this was asked last, as the outbox tells it.
    std::set<std::string> told();

    /// Numbers that rows keep of others and that are not right.
    std::string miscounted();

    /// What deletions have left to be done.
    void tidy();

private:
    Digest blobDigest(int blob) const { return *Digest::parse(m_world.blobs[std::size_t(blob)].digest); }
    std::filesystem::path blobFile(int blob) const;
    std::string known(const std::string &digest) const;
    void open();
    void close();
    Result<bool> work(Job &job, int mostSteps = std::numeric_limits<int>::max());
    void addArtifacts(std::set<std::string> &facts);
    void addTrash(std::set<std::string> &facts);
    Result<std::int64_t> write(const std::function<Result<std::int64_t>(Sql &)> &work);

    const ModelWorld &m_world;
    QTemporaryDir m_temporary;
    std::filesystem::path m_folder;
    DatabaseLocation m_database;
    std::unique_ptr<FileBlobStore> m_blobs;
    std::unique_ptr<WriterThread> m_writer;
    std::unique_ptr<Committer> m_committer;
    std::unique_ptr<Sql> m_reader;
    std::int64_t m_cursor = 0; ///< Of the outbox.
    DigestLocks m_locks;
    int m_uploads = 0;
};

} // namespace berth::test
