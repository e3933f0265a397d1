// SPDX-License-Identifier: Apache-2.0
#include "StoreModel.h"

#include <algorithm>

namespace berth::test {

bool StoreModel::isNamed(int blob) const
{
    const auto holds = [&](const auto &place) {
        return std::ranges::any_of(place.second.manifests, [&](const auto &manifest) { return manifest.second.contains(blob); });
    };
    return std::ranges::any_of(images, holds) || std::ranges::any_of(trash, holds);
}

bool StoreModel::sees(const std::string &image, int blob) const
{
    const auto found = images.find(image);
    return found != images.end() && found->second.links.contains(blob) && !blobs.at(blob).damaged;
}

bool StoreModel::Deletion::holds(int blob) const
{
    return std::ranges::any_of(manifests, [&](const auto &manifest) { return manifest.second.contains(blob); });
}

/// What a deleted image of that name had, and a push may still count on.
bool StoreModel::isLeft(const std::string &image, int blob) const
{
    const auto has = [&](const Deletion &deletion) {
        return deletion.isFormer && deletion.isRecent && deletion.registry + "/" + deletion.image == image
            && (deletion.holds(blob) || deletion.idle.contains(blob));
    };
    const bool isThere = std::ranges::any_of(ended, has) || std::ranges::any_of(trash, [&](const auto &entry) { return has(entry.second); });
    return isThere && blobs.at(blob).fresh;
}

/// A manifest leaves the deletion; its blobs linger there for a push that counts on them.
void StoreModel::take(Deletion &deletion, int manifest)
{
    const auto gone = deletion.manifests.extract(manifest);
    for (const int blob : gone.mapped()) {
        if (deletion.kind == "image" && deletion.isRecent && !deletion.holds(blob) && blobs.at(blob).fresh)
            deletion.idle.insert(blob);
    }
}

/// It is out of the trash.
void StoreModel::close(std::int64_t id)
{
    auto deletion = trash.extract(id).mapped();
    while (!deletion.manifests.empty())
        take(deletion, deletion.manifests.begin()->first);
    std::erase_if(deletion.idle, [&](int blob) { return !deletion.isRecent || !blobs.at(blob).fresh; });
    if (!deletion.idle.empty())
        ended.push_back(std::move(deletion));
}

void StoreModel::tidy()
{
    for (auto &deletion : ended)
        std::erase_if(deletion.idle, [&](int blob) { return !deletion.isRecent || !blobs.at(blob).fresh; });
    std::erase_if(ended, [](const Deletion &deletion) { return deletion.idle.empty(); });
}

void StoreModel::ensure(const std::string &image)
{
    registries.emplace(registryOf(image), false);
    images.emplace(image, Image());
}

/// Its manifests hold what they name and the image has.
void StoreModel::hold(Image &image)
{
    for (auto &[manifest, held] : image.manifests) {
        for (const int blob : m_world.manifests[std::size_t(manifest)].blobs) {
            if (image.links.contains(blob) && held.insert(blob).second)
                blobs.at(blob).marked = false;
        }
    }
}

void StoreModel::link(const std::string &image, int blob)
{
    auto &row = blobs[blob];
    row.fresh = true;
    row.marked = row.damaged = false;
    images.at(image).links.insert(blob);
    hold(images.at(image));
}

StoreModel::Outcome StoreModel::createRegistry(const std::string &name) { return registries.emplace(name, false).second ? Outcome() : ErrorCode::Conflict; }

StoreModel::Outcome StoreModel::deleteRegistry(const std::string &name, std::int64_t id)
{
    if (!registries.contains(name))
        return ErrorCode::NotFound;
    const bool used = std::ranges::any_of(images, [&](const auto &image) { return registryOf(image.first) == name; });
    if (used || name == "library")
        return ErrorCode::Precondition;
    trash[id] = {"registry", name, {}, registries.at(name), {}, {}, {}, true, false};
    registries.erase(name);
    for (auto &[number, deletion] : trash)
        deletion.isFormer = deletion.isFormer && deletion.registry != name;
    for (auto &deletion : ended)
        deletion.isFormer = deletion.isFormer && deletion.registry != name;
    return {};
}

void StoreModel::upload(const std::string &image, int blob)
{
    ensure(image);
    files[std::size_t(blob)] = File::Whole;
    link(image, blob);
}

StoreModel::Outcome StoreModel::mount(const std::string &from, const std::string &to, int blob)
{
    ensure(to);
    if (!sees(from, blob))
        return ErrorCode::BlobUnknown;
    link(to, blob);
    return {};
}

StoreModel::Outcome StoreModel::head(const std::string &image, int blob)
{
    if (!sees(image, blob))
        return ErrorCode::BlobUnknown;
    blobs.at(blob).fresh = true;
    blobs.at(blob).marked = false;
    return {};
}

StoreModel::Outcome StoreModel::push(const std::string &image, int manifest, const std::vector<std::string> &tags)
{
    const auto &content = m_world.manifests[std::size_t(manifest)];
    for (const int blob : content.blobs) {
        if (blobs.contains(blob) && !blobs.at(blob).damaged)
            blobs.at(blob).synced = true;
    }
    if (!registries.contains(registryOf(image)))
        return ErrorCode::NameUnknown;
    const bool makesImage = !images.contains(image);
    ensure(image);
    auto &target = images.at(image);
    const auto linksBefore = target.links;
    for (const int blob : content.blobs) {
        if (!target.manifests.contains(manifest) && !target.links.contains(blob) && isLeft(image, blob))
            target.links.insert(blob);
    }
    const bool whole = std::ranges::all_of(content.blobs, [&](int blob) { return sees(image, blob); });
    const bool hasChildren = std::ranges::all_of(content.children, [&](int child) { return target.manifests.contains(child); });
    const bool isNew = !target.manifests.contains(manifest);
    const bool hurt = !isNew && std::ranges::any_of(target.manifests.at(manifest), [&](int blob) { return blobs.at(blob).damaged; });
    if (!registries.at(registryOf(image)) && (isNew ? !whole || !hasChildren : hurt)) {
        target.links = linksBefore;
        if (makesImage)
            images.erase(image);
        return ErrorCode::ManifestBlobUnknown;
    }
    target.manifests[manifest];
    hold(target);
    for (const auto &tag : tags)
        target.tags[tag] = manifest;
    return {};
}

StoreModel::Outcome StoreModel::createTag(const std::string &image, int manifest, const std::string &tag)
{
    if (!images.contains(image) || !images.at(image).manifests.contains(manifest))
        return ErrorCode::NotFound;
    return images.at(image).tags.emplace(tag, manifest).second ? Outcome() : ErrorCode::Conflict;
}

StoreModel::Outcome StoreModel::deleteTag(const std::string &image, const std::string &tag, std::int64_t id)
{
    if (!images.contains(image) || !images.at(image).tags.contains(tag))
        return ErrorCode::NotFound;
    trash[id] = {"tag", registryOf(image), image.substr(image.find('/') + 1), false, {}, {{tag, images.at(image).tags.at(tag)}}, {}, true, false};
    images.at(image).tags.erase(tag);
    return {};
}

/// The manifest, its untagged platforms that no other index names, and what refers to any of them.
void StoreModel::plan(const Image &image, int manifest, std::set<int> &planned) const
{
    if (!image.manifests.contains(manifest) || !planned.insert(manifest).second)
        return;
    for (const int child : m_world.manifests[std::size_t(manifest)].children) {
        const bool tagged = std::ranges::any_of(image.tags, [&](const auto &tag) { return tag.second == child; });
        const bool shared = std::ranges::any_of(image.manifests,
            [&](const auto &other) { return m_world.manifests[std::size_t(other.first)].children.contains(child) && !planned.contains(other.first); });
        if (!tagged && !shared)
            plan(image, child, planned);
    }
    for (const auto &[other, held] : image.manifests) {
        if (m_world.manifests[std::size_t(other)].subject == manifest)
            plan(image, other, planned);
    }
}

StoreModel::Outcome StoreModel::deleteArtifact(const std::string &name, int manifest, bool along, std::int64_t id)
{
    if (!images.contains(name) || !images.at(name).manifests.contains(manifest))
        return ErrorCode::NotFound;
    auto &image = images.at(name);
    for (const auto &[other, held] : image.manifests) {
        if (m_world.manifests[std::size_t(other)].children.contains(manifest))
            return ErrorCode::ManifestInUse;
    }
    std::set<int> planned{manifest};
    if (along) {
        planned.clear();
        plan(image, manifest, planned);
    }
    auto &deletion = trash[id] = {"artifact", registryOf(name), name.substr(name.find('/') + 1), false, {}, {}, {}, true, false};
    for (const int gone : planned) {
        deletion.manifests.insert(image.manifests.extract(gone));
        std::erase_if(image.tags, [&](const auto &tag) { return tag.second == gone && deletion.tags.insert(tag).second; });
    }
    std::erase_if(image.links, [&](int blob) {
        const auto holds = [&](const auto &held) { return held.second.contains(blob); };
        const bool trashed = std::ranges::any_of(deletion.manifests, holds);
        return std::ranges::none_of(image.manifests, holds) && trashed && !blobs.at(blob).fresh;
    });
    return {};
}

StoreModel::Outcome StoreModel::deleteImage(const std::string &name, std::int64_t id)
{
    if (!images.contains(name))
        return ErrorCode::NotFound;
    const auto &image = images.at(name);
    auto &deletion = trash[id] = {"image", registryOf(name), name.substr(name.find('/') + 1), false, image.manifests, image.tags, {}, true, true};
    for (const int blob : image.links) {
        if (!deletion.holds(blob) && blobs.at(blob).fresh)
            deletion.idle.insert(blob);
    }
    images.erase(name);
    return {};
}

StoreModel::Outcome StoreModel::deleteBlob(const std::string &image, int blob)
{
    if (!images.contains(image) || !images.at(image).links.contains(blob))
        return ErrorCode::BlobUnknown;
    if (std::ranges::any_of(images.at(image).manifests, [&](const auto &manifest) { return manifest.second.contains(blob); }))
        return ErrorCode::BlobInUse;
    images.at(image).links.erase(blob);
    return {};
}

StoreModel::Outcome StoreModel::restore(std::int64_t id, const Wishes &wishes)
{
    StoreModel before(*this);
    const auto outcome = restoreInto(id, wishes);
    if (outcome) { // all or nothing
        registries = before.registries;
        images = before.images;
        trash = before.trash;
        blobs = before.blobs;
        ended = before.ended;
    }
    return outcome;
}

StoreModel::Outcome StoreModel::restoreInto(std::int64_t id, const Wishes &wishes)
{
    if (!trash.contains(id))
        return ErrorCode::NotFound;
    auto &deletion = trash.at(id);
    if (deletion.kind == "registry") {
        if (!registries.emplace(deletion.registry, deletion.accepts).second)
            return ErrorCode::Conflict;
        close(id);
        return {};
    }
    const bool everything = !wishes.artifact && !wishes.tag;
    std::set<int> chosen;
    if (wishes.artifact) {
        if (!deletion.manifests.contains(*wishes.artifact))
            return ErrorCode::NotFound;
        chosen = m_world.manifests[std::size_t(*wishes.artifact)].children;
        chosen.insert(*wishes.artifact);
        std::erase_if(chosen, [&](int manifest) { return !deletion.manifests.contains(manifest); });
    }
    if (wishes.tag && !deletion.tags.contains(*wishes.tag))
        return ErrorCode::NotFound;
    if (!registries.contains(deletion.registry)) {
        const auto last = std::find_if(
            trash.rbegin(), trash.rend(), [&](const auto &entry) { return entry.second.kind == "registry" && entry.second.registry == deletion.registry; });
        registries[deletion.registry] = last != trash.rend() && last->second.accepts;
        if (last != trash.rend())
            close(last->first);
    }
    const auto whole = deletion.registry + "/" + deletion.image;
    if (everything && deletion.kind == "image" && (!wishes.renames || deletion.tags.empty()) && !images.contains(whole)) {
        auto &image = images[whole];
        image.manifests = deletion.manifests;
        image.tags = deletion.tags;
        for (const auto &[manifest, held] : deletion.manifests)
            image.links.insert(held.begin(), held.end());
        for (const int blob : deletion.idle) {
            if (blobs.at(blob).fresh)
                image.links.insert(blob);
        }
        trash.erase(id);
        return {};
    }
    ensure(whole);
    auto &image = images.at(whole);
    const auto lying = deletion.manifests;
    for (const auto &[manifest, held] : lying) {
        if (!everything && !chosen.contains(manifest))
            continue;
        image.links.insert(held.begin(), held.end());
        image.manifests[manifest];
        take(deletion, manifest);
    }
    hold(image);
    for (auto it = deletion.tags.begin(); it != deletion.tags.end();) {
        const auto [name, manifest] = *it;
        if (!everything && wishes.tag != name && !chosen.contains(manifest)) {
            ++it;
            continue;
        }
        if (!image.manifests.contains(manifest))
            return ErrorCode::Precondition;
        if (image.tags.emplace(wishes.renames ? renamed(name) : name, manifest).first->second != manifest)
            return ErrorCode::Conflict;
        it = deletion.tags.erase(it);
    }
    if (deletion.manifests.empty() && deletion.tags.empty())
        close(id);
    return {};
}

StoreModel::Outcome StoreModel::end(std::int64_t id)
{
    if (!trash.contains(id))
        return ErrorCode::NotFound;
    close(id);
    return {};
}

void StoreModel::age()
{
    for (auto &[number, blob] : blobs)
        blob.fresh = false;
    for (auto &[number, deletion] : trash)
        deletion.isRecent = false;
    for (auto &deletion : ended)
        deletion.isRecent = false;
}

void StoreModel::mark()
{
    // What nobody relied on for long, and no manifest of the image names, goes out of its sight.
    for (auto &[name, image] : images) {
        std::erase_if(image.links, [&](int blob) {
            return !blobs.at(blob).fresh && std::ranges::none_of(image.manifests, [&](const auto &held) { return held.second.contains(blob); });
        });
    }
    for (auto &[number, deletion] : trash)
        std::erase_if(deletion.idle, [&](int blob) { return !blobs.at(blob).fresh; });
    tidy();
    for (auto &[number, blob] : blobs)
        blob.marked = blob.marked || (!blob.fresh && !isNamed(number));
}

void StoreModel::forget(int blob)
{
    for (auto &[name, image] : images)
        image.links.erase(blob);
    for (auto &[number, deletion] : trash)
        deletion.idle.erase(blob);
    for (auto &deletion : ended)
        deletion.idle.erase(blob);
    blobs.erase(blob);
    files[std::size_t(blob)] = File::None;
}

void StoreModel::sweep()
{
    for (int number = 0; number < int(files.size()); ++number) {
        if (!blobs.contains(number) || !blobs.at(number).marked)
            continue;
        if (isNamed(number))
            blobs.at(number).marked = false;
        else
            forget(number);
    }
}

void StoreModel::removeOrphans()
{
    for (int number = 0; number < int(files.size()); ++number) {
        if (!blobs.contains(number))
            files[std::size_t(number)] = File::None;
    }
}

void StoreModel::scrub()
{
    for (auto &[number, blob] : blobs) {
        auto &file = files[std::size_t(number)];
        if (blob.damaged || file == File::Whole)
            continue;
        blob.damaged = true;
        blob.synced = false;
        file = File::None;
    }
}

/// What no sync has covered is read: broken content that nobody names is forgotten, that of a manifest known as damaged.
void StoreModel::restartAfterACrash()
{
    for (int number = 0; number < int(files.size()); ++number) {
        if (!blobs.contains(number) || blobs.at(number).synced || blobs.at(number).damaged || files[std::size_t(number)] == File::Whole)
            continue;
        if (isNamed(number)) {
            blobs.at(number).damaged = true;
            files[std::size_t(number)] = File::None;
        } else {
            forget(number);
        }
    }
}

} // namespace berth::test
