// SPDX-License-Identifier: Apache-2.0
#include "HistoryFaults.h"
#include "ModelledStore.h"
#include "registry/store/Artifacts.h"
#include "registry/store/Blobs.h"
#include "registry/store/Registries.h"
#include "registry/store/Trash.h"

namespace berth::test {

void ModelledStore::addArtifacts(std::set<std::string> &facts)
{
    auto &sql = *m_reader;
    for (const auto &image : m_world.images) {
        const auto name = *RepositoryName::parse(image);
        for (std::size_t i = 0; i < m_world.blobs.size(); ++i) {
            const auto size = blobs::sizeIn(sql, name, *Digest::parse(m_world.blobs[i].digest));
            if (size)
                facts.insert("visible " + image + " b" + std::to_string(i) + (*size == std::int64_t(m_world.blobs[i].bytes.size()) ? "" : " of wrong size"));
        }
        for (std::size_t i = 0; i < m_world.manifests.size(); ++i) {
            const auto &content = m_world.manifests[i];
            const auto found = artifacts::content(sql, name, content.digest);
            if (!found)
                continue;
            std::set<std::string> held;
            auto rows = sql.select("SELECT mb.digest FROM manifest_blob mb JOIN manifest m ON m.id = mb.manifest_id JOIN repository p ON "
                                   "p.id = m.repository_id JOIN registry r ON r.id = p.registry_id WHERE r.name = ? AND p.name = ? AND m.digest = ?",
                name.registry(), name.image(), content.digest);
            while (rows.next())
                held.insert(known(rows.text(0)));
            std::string text = "manifest " + image + " m" + std::to_string(i) + " holds";
            for (const auto &blob : held)
                text += blob;
            facts.insert(text + (found->bytes == content.bytes ? "" : " with wrong bytes"));
        }
        auto rows = sql.select("SELECT t.name FROM tag t JOIN repository p ON p.id = t.repository_id JOIN registry r ON r.id = p.registry_id "
                               "WHERE r.name = ? AND p.name = ?",
            name.registry(), name.image());
        while (rows.next())
            facts.insert("tag " + image + ":" + rows.text(0) + known(artifacts::digestOfTag(sql, name, rows.text(0))));
    }
    auto rows = sql.select("SELECT r.name || '/' || p.name FROM repository p JOIN registry r ON r.id = p.registry_id");
    while (rows.next())
        facts.insert("image " + rows.text(0));
}

void ModelledStore::addTrash(std::set<std::string> &facts)
{
    auto &sql = *m_reader;
    for (const auto &operation : trash::list(sql, {0, 10'000})) {
        const auto entry = "trash " + std::to_string(operation.id);
        facts.insert(entry + " " + operation.kind + " " + operation.registry + "/" + operation.image);
        for (const auto &artifact : trash::artifacts(sql, operation.id)) {
            std::set<std::string> held;
            auto rows = sql.select("SELECT b.digest FROM manifest_blob b JOIN manifest m ON m.id = b.manifest_id JOIN repository p ON p.id = m.repository_id "
                                   "WHERE p.operation_id = ? AND m.digest = ?",
                operation.id, artifact.digest);
            while (rows.next())
                held.insert(known(rows.text(0)));
            std::string text = entry + known(artifact.digest) + " holds";
            for (const auto &blob : held)
                text += blob;
            facts.insert(text);
        }
        auto rows = sql.select("SELECT name, digest FROM trash_tag WHERE operation_id = ? UNION ALL SELECT t.name, m.digest FROM tag t JOIN manifest m ON "
                               "m.id = t.manifest_id JOIN repository p ON p.id = t.repository_id WHERE p.operation_id = ?",
            operation.id, operation.id);
        while (rows.next())
            facts.insert(entry + " tag " + rows.text(0) + known(rows.text(1)));
    }
}

std::set<std::string> ModelledStore::facts()
{
    std::set<std::string> facts;
    auto &sql = *m_reader;
    for (const auto &registry : registries::list(sql, {0, 100}))
        facts.insert("registry " + registry.name + (registry.acceptsMissing ? " accepts" : ""));
    addArtifacts(facts);
    addTrash(facts);
    for (const auto &fault : historyFaults(sql))
        facts.insert(fault);
    {
        auto rows = sql.select("SELECT digest, bytes FROM manifest_bytes");
        while (rows.next())
            facts.insert("bytes" + known(rows.text(0)));
    }
    {
        auto rows = sql.select("SELECT digest, damaged_at FROM blob");
        while (rows.next())
            facts.insert("row" + known(rows.text(0)) + (rows.integer(1) > 0 ? " damaged" : ""));
    }
    for (int part = 0; part < BlobStore::parts; ++part) {
        const auto listed = m_blobs->forEach(part, [&](const Digest &digest) -> Result<void> {
            facts.insert("file" + known(digest.toString()) + (m_blobs->verify(digest) ? " whole" : " broken"));
            return {};
        });
        if (!listed)
            facts.insert("the files could not be listed: " + listed.error().message);
    }
    if (sql.hasFailed())
        facts.insert("the database failed: " + sql.takeError().message);
    return facts;
}

std::set<std::string> StoreModel::facts() const
{
    std::set<std::string> facts;
    const auto number = [](const char *kind, int value) { return std::string(" ") + kind + std::to_string(value); };
    const auto list = [&](const std::set<int> &held) {
        std::string text;
        for (const int blob : held)
            text += number("b", blob);
        return text;
    };
    for (const auto &[name, accepts] : registries)
        facts.insert("registry " + name + (accepts ? " accepts" : ""));
    for (const auto &[name, image] : images) {
        facts.insert("image " + name);
        for (const auto &[tag, manifest] : image.tags)
            facts.insert("tag " + name + ":" + tag + number("m", manifest));
        for (const auto &[manifest, held] : image.manifests) {
            facts.insert("manifest " + name + number("m", manifest) + " holds" + list(held));
            facts.insert("bytes" + number("m", manifest));
        }
        for (const int blob : image.links) {
            if (sees(name, blob))
                facts.insert("visible " + name + number("b", blob));
        }
    }
    for (const auto &[id, deletion] : trash) {
        const auto entry = "trash " + std::to_string(id);
        facts.insert(entry + " " + deletion.kind + " " + deletion.registry + "/" + deletion.image);
        for (const auto &[tag, manifest] : deletion.tags)
            facts.insert(entry + " tag " + tag + number("m", manifest));
        for (const auto &[manifest, held] : deletion.manifests) {
            facts.insert(entry + number("m", manifest) + " holds" + list(held));
            facts.insert("bytes" + number("m", manifest));
        }
    }
    for (const auto &[blob, row] : blobs)
        facts.insert("row" + number("b", blob) + (row.damaged ? " damaged" : ""));
    for (int blob = 0; blob < int(files.size()); ++blob) {
        if (files[std::size_t(blob)] != File::None)
            facts.insert("file" + number("b", blob) + (files[std::size_t(blob)] == File::Whole ? " whole" : " broken"));
    }
    return facts;
}

} // namespace berth::test
