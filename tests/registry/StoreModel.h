// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "ModelWorld.h"
#include "core/Result.h"

namespace berth::test {

/// What a store must show, kept in memory by the plainest means. Calls give the error that the store must give, or none.
class StoreModel {
public:
    using Outcome = std::optional<ErrorCode>;
    enum class File { None, Whole, Broken };

    struct Blob {
        bool damaged = false;
        bool synced = false;
        bool fresh = false; ///< Relied on within two hours.
        bool marked = false;
    };
    struct Image {
        std::set<int> links;
        std::map<int, std::set<int>> manifests; ///< With the blobs that each holds.
        std::map<std::string, int> tags;
    };
    struct Deletion {
        std::string kind;
        std::string registry;
        std::string image;
        bool accepts = false;
        std::map<int, std::set<int>> manifests;
        std::map<std::string, int> tags;
        std::set<int> idle;      ///< Blobs of a deleted image that none of these manifests holds, for a push that was on its way.
        bool isRecent = true;    ///< Of the last two hours.
        bool isFormer = false;   ///< Of an image whose registry is still the same: such a push may count on it.
        bool holds(int blob) const;
    };
    struct Wishes {
        std::optional<int> artifact;
        std::optional<std::string> tag;
        bool renames = false;
    };

    explicit StoreModel(const ModelWorld &world)
        : files(world.blobs.size(), File::None)
        , m_world(world)
    {
    }

    static std::string registryOf(const std::string &image) { return image.substr(0, image.find('/')); }
    static std::string renamed(const std::string &tag) { return "old-" + tag; }
    std::int64_t deletionAt(int number) const { return trash.empty() ? 0 : std::next(trash.begin(), number % int(trash.size()))->first; }

    Outcome createRegistry(const std::string &name);
    Outcome deleteRegistry(const std::string &name, std::int64_t id);
    void upload(const std::string &image, int blob);
    Outcome mount(const std::string &from, const std::string &to, int blob);
    Outcome head(const std::string &image, int blob);
    Outcome push(const std::string &image, int manifest, const std::vector<std::string> &tags);
    Outcome createTag(const std::string &image, int manifest, const std::string &tag);
    Outcome deleteTag(const std::string &image, const std::string &tag, std::int64_t id);
    Outcome deleteArtifact(const std::string &image, int manifest, bool along, std::int64_t id);
    Outcome deleteImage(const std::string &image, std::int64_t id);
    Outcome deleteBlob(const std::string &image, int blob);
    Outcome restore(std::int64_t id, const Wishes &wishes);
    Outcome end(std::int64_t id);
    void age();
    void mark();
    void sweep();
    void removeOrphans();
    void tidy();
    void scrub();
    void restartAfterACrash();

    /// One line for each fact, to compare with those of the store.
    std::set<std::string> facts() const;

    std::map<std::string, bool> registries{{"library", false}}; ///< Whether each accepts missing content.
    std::map<std::string, Image> images;
    std::map<std::int64_t, Deletion> trash;
    std::vector<Deletion> ended; ///< Out of the trash; what a push may still count on is left.
    std::map<int, Blob> blobs;

    std::vector<File> files; ///< By the number of the blob.

private:
    const ModelWorld &m_world;

    bool isNamed(int blob) const;
    bool sees(const std::string &image, int blob) const;
    void ensure(const std::string &image);
    void link(const std::string &image, int blob);
    void hold(Image &image);
    void plan(const Image &image, int manifest, std::set<int> &planned) const;
    void forget(int blob);
    bool isLeft(const std::string &image, int blob) const;
    void take(Deletion &deletion, int manifest);
    void close(std::int64_t id);
    Outcome restoreInto(std::int64_t id, const Wishes &wishes);
};

} // namespace berth::test
