// SPDX-License-Identifier: Apache-2.0
#include "ModelRun.h"

#include <algorithm>
#include <random>

#include <QElapsedTimer>

#include "ModelledStore.h"

namespace berth::test {

namespace {

struct Kind {
    const char *name;
    int weight;
};
constexpr Kind kinds[] = {{"create-registry", 2}, {"accept-missing", 5}, {"delete-registry", 4}, {"upload", 14}, {"upload-all-of", 14}, {"stray-file", 1},
    {"break-file", 1}, {"mount", 5}, {"head", 5}, {"push", 24}, {"create-tag", 4}, {"delete-tag", 5}, {"delete-artifact", 11}, {"delete-image", 5},
    {"delete-blob", 4}, {"restore", 9}, {"restore-artifact", 5}, {"restore-tag", 4}, {"end-trash", 4}, {"age", 5}, {"mark", 5}, {"sweep", 5}, {"orphans", 1},
    {"collect-aged", 3}, {"scrub", 2}, {"lose-file", 1}, {"restart", 1}, {"crash", 2}};

/// Store and model side by side.
class Run {
public:
    /// What store and model do not agree on; empty: nothing.
    std::string step(const ModelStep &step)
    {
        m_done = true;
        const auto text = act(step);
        return text.empty() ? toldWrongly(step) : text;
    }
    std::string differences();
    std::string leftovers();
    std::string complaints() { return m_store.complaints(); }
    std::string miscounted() { return m_store.miscounted(); }

private:
    const ModelWorld m_world;
    StoreModel m_model{m_world};
    ModelledStore m_store{m_world};
    bool m_done = true; ///< The last call, not refused.

    template <class List> static const auto &pick(const List &list, int number) { return list[std::size_t(number) % list.size()]; }
    int blob(int number) const { return number % int(m_world.blobs.size()); }
    int manifest(int number) const { return number % int(m_world.manifests.size()); }

    std::string same(const Result<std::int64_t> &got, const StoreModel::Outcome &wanted)
    {
        m_done = got.has_value();
        if (got.has_value() == !wanted && (got || got.error().code == *wanted))
            return {};
        return "outcome: the store says " + (got ? std::string("done") : got.error().message) + ", the model "
            + (wanted ? "error " + std::to_string(int(*wanted)) : std::string("done"));
    }
    void upload(const std::string &image, int blob)
    {
        m_store.upload(image, blob).value();
        m_model.upload(image, blob);
    }
    std::string act(const ModelStep &step);
    std::string toldWrongly(const ModelStep &step);
    std::string restore(const ModelStep &step);
    std::string care(const ModelStep &step);
    std::string remove(const ModelStep &step);
};

std::string Run::restore(const ModelStep &step)
{
    const auto id = m_model.deletionAt(step.a);
    StoreModel::Wishes wishes;
    wishes.renames = step.c % 3 == 0;
    std::set<std::string> tags;
    if (const auto found = m_model.trash.find(id); found != m_model.trash.end()) {
        for (const auto &[tag, manifest] : found->second.tags)
            tags.insert(tag);
        if (step.kind == "restore-artifact" && found->second.kind != "registry")
            wishes.artifact = found->second.manifests.empty() ? manifest(step.b)
                                                              : std::next(found->second.manifests.begin(), step.b % int(found->second.manifests.size()))->first;
        if (step.kind == "restore-tag" && found->second.kind != "registry")
            wishes.tag = pick(m_world.tags, step.b);
    }
    return same(m_store.restore(id, wishes, tags), m_model.restore(id, wishes));
}

std::string Run::remove(const ModelStep &step)
{
    const auto &image = pick(m_world.images, step.a);
    const auto &tag = pick(m_world.tags, step.b);
    if (step.kind == "delete-registry") {
        const auto got = m_store.deleteRegistry(pick(m_world.registries, step.a));
        return same(got, m_model.deleteRegistry(pick(m_world.registries, step.a), got.value_or(0)));
    }
    if (step.kind == "delete-tag") {
        const auto got = m_store.deleteTag(image, tag);
        return same(got, m_model.deleteTag(image, tag, got.value_or(0)));
    }
    if (step.kind == "delete-image") {
        const auto got = m_store.deleteImage(image);
        return same(got, m_model.deleteImage(image, got.value_or(0)));
    }
    if (step.kind == "delete-blob")
        return same(m_store.deleteBlob(image, blob(step.b)), m_model.deleteBlob(image, blob(step.b)));
    const bool along = step.c % 2;
    int wanted = manifest(step.b);
    std::string reference = m_world.manifests[std::size_t(wanted)].digest;
    const auto found = m_model.images.find(image);
    if (step.c % 3 == 0 && found != m_model.images.end() && found->second.tags.contains(tag)) { // by its tag
        wanted = found->second.tags.at(tag);
        reference = tag;
    }
    const auto got = m_store.deleteArtifact(image, reference, along);
    return same(got, m_model.deleteArtifact(image, wanted, along, got.value_or(0)));
}

std::string Run::care(const ModelStep &step)
{
    const int number = blob(step.a);
    auto &file = m_model.files[std::size_t(number)];
    Result<std::int64_t> got = 0;
    if (step.kind == "stray-file") {
        m_store.putStrayFile(number);
        file = StoreModel::File::Whole;
    } else if (step.kind == "break-file" || step.kind == "lose-file") {
        if (file == StoreModel::File::None)
            return {};
        const bool loses = step.kind == "lose-file";
        m_store.breakFile(number, loses ? ModelledStore::Harm::Lost : step.b % 2 ? ModelledStore::Harm::Cut : ModelledStore::Harm::Changed);
        file = loses ? StoreModel::File::None : StoreModel::File::Broken;
        if (loses) { // nothing else than reading finds it
            got = m_store.scrub();
            m_model.scrub();
        }
    } else if (step.kind == "scrub") {
        got = m_store.scrub(step.b % 12);
        m_model.scrub();
    } else if (step.kind == "restart" || step.kind == "crash") {
        got = m_store.restart(step.kind == "restart");
        if (step.kind == "crash")
            m_model.restartAfterACrash();
        m_store.tidy();
        m_model.tidy();
    } else if (step.kind == "end-trash") {
        const auto id = m_model.deletionAt(step.a);
        return same(m_store.endTrash(id), m_model.end(id));
    } else {
        const bool all = step.kind == "collect-aged";
        if (all || step.kind == "age") {
            m_store.age();
            m_model.age();
        }
        if (all)
            got = m_store.collect(step.b % 6);
        if (all || step.kind == "mark") {
            if (!all)
                m_store.mark();
            m_model.mark();
        }
        if (all || step.kind == "sweep") {
            if (!all)
                got = m_store.sweep();
            m_model.sweep();
        }
        if (got && (all || step.kind == "orphans")) {
            if (!all)
                got = m_store.removeOrphans();
            m_model.removeOrphans();
        }
        if (got && all)
            return leftovers();
    }
    return same(got, {});
}

/// What was done is among the events, and what was refused left none.
std::string Run::toldWrongly(const ModelStep &step)
{
    static const std::map<std::string, std::string> events{{"push", "push"}, {"create-tag", "tag_set"}, {"delete-tag", "tag_deleted"},
        {"delete-artifact", "artifact_deleted"}, {"delete-image", "image_deleted"}, {"delete-registry", "registry_deleted"}, {"restore", "restored"},
        {"restore-artifact", "restored"}, {"restore-tag", "restored"}};
    const auto told = m_store.told();
    const auto wanted = events.find(step.kind);
    if (wanted != events.end() && m_done)
        return told.contains(wanted->second) ? std::string() : "the outbox does not tell " + wanted->second;
    return told.empty() ? std::string() : "the outbox tells " + *told.begin() + " of what was not done";
}

std::string Run::act(const ModelStep &step)
{
    const auto &image = pick(m_world.images, step.a);
    const auto &registry = pick(m_world.registries, step.a);
    if (step.kind == "create-registry")
        return same(m_store.createRegistry(registry), m_model.createRegistry(registry));
    if (step.kind == "accept-missing") {
        const bool accepts = registry == "lax" && step.b % 3;
        m_store.setAcceptsMissing(registry, accepts);
        if (m_model.registries.contains(registry))
            m_model.registries[registry] = accepts;
        return {};
    }
    if (step.kind == "upload") {
        upload(image, blob(step.b));
        return {};
    }
    if (step.kind == "upload-all-of") {
        for (const int one : m_world.manifests[std::size_t(manifest(step.b))].blobs)
            upload(image, one);
        return {};
    }
    if (step.kind == "mount")
        return same(m_store.mount(pick(m_world.images, step.b), image, blob(step.c)), m_model.mount(pick(m_world.images, step.b), image, blob(step.c)));
    if (step.kind == "head")
        return same(m_store.head(image, blob(step.b)), m_model.head(image, blob(step.b)));
    if (step.kind == "push") {
        const std::vector<std::string> tags(m_world.tags.begin(), m_world.tags.begin() + step.c % 3);
        return same(m_store.push(image, manifest(step.b), tags), m_model.push(image, manifest(step.b), tags));
    }
    if (step.kind == "create-tag")
        return same(
            m_store.createTag(image, manifest(step.b), pick(m_world.tags, step.c)), m_model.createTag(image, manifest(step.b), pick(m_world.tags, step.c)));
    if (step.kind.starts_with("restore"))
        return restore(step);
    if (step.kind.starts_with("delete-"))
        return remove(step);
    return care(step);
}

std::string Run::differences()
{
    const auto got = m_store.facts();
    const auto wanted = m_model.facts();
    std::string text;
    for (const auto &fact : wanted)
        text += got.contains(fact) ? "" : "missing: " + fact + "\n";
    for (const auto &fact : got)
        text += wanted.contains(fact) ? "" : "too much: " + fact + "\n";
    return text;
}

/// After a collection of what is old: rows that nothing names, files that no row knows. Read from the store alone.
std::string Run::leftovers()
{
    const auto facts = m_store.facts();
    std::string text;
    for (const auto &fact : facts) {
        if (fact.starts_with("row ")) {
            const auto name = fact.substr(3, 3); // " b7"
            if (std::ranges::none_of(
                    facts, [&](const auto &other) { return other.find(" holds") != std::string::npos && other.find(name) != std::string::npos; }))
                text += "left over: " + fact + "\n";
        } else if (fact.starts_with("file ") && !facts.contains("row" + fact.substr(4, 3)) && !facts.contains("row" + fact.substr(4, 3) + " damaged")) {
            text += "left over: " + fact + "\n";
        }
    }
    return text;
}

} // namespace

ModelSteps randomSteps(unsigned seed, int length)
{
    std::mt19937 random(seed); // the distributions of the library differ between systems, its numbers do not
    int sum = 0;
    for (const auto &kind : kinds)
        sum += kind.weight;
    ModelSteps steps;
    while (int(steps.size()) < length) {
        int drawn = int(random() % unsigned(sum));
        std::size_t i = 0;
        while (drawn >= kinds[i].weight)
            drawn -= kinds[i++].weight;
        ModelStep step{kinds[i].name, int(random() % 1000), int(random() % 1000), int(random() % 1000)};
        steps.push_back(step);
    }
    return steps;
}

QByteArray toText(const ModelSteps &steps)
{
    QByteArray text;
    for (const auto &step : steps)
        text += QByteArray::fromStdString(step.kind) + ' ' + QByteArray::number(step.a) + ' ' + QByteArray::number(step.b) + ' ' + QByteArray::number(step.c)
            + '\n';
    return text;
}

ModelSteps stepsOf(const QByteArray &text)
{
    ModelSteps steps;
    for (const auto &line : text.split('\n')) {
        const auto words = line.simplified().split(' ');
        if (words.size() == 4)
            steps.push_back({words[0].toStdString(), words[1].toInt(), words[2].toInt(), words[3].toInt()});
    }
    return steps;
}

ModelFailure runSteps(const ModelSteps &steps)
{
    Run run;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        auto text = run.step(steps[i]);
        if (text.empty())
            text = run.differences();
        if (text.empty() && (i % 50 == 49 || i + 1 == steps.size()))
            text = run.complaints() + run.miscounted();
        if (!text.empty())
            return {text, i + 1};
    }
    return {};
}

ModelSteps shrunk(ModelSteps steps, int seconds)
{
    QElapsedTimer timer;
    timer.start();
    const auto failsWith = [&](const ModelSteps &fewer) { return !runSteps(fewer).text.empty(); };
    for (std::size_t part = std::max<std::size_t>(steps.size() / 2, 1); part > 0; part /= 2) {
        for (std::size_t at = 0; at + 1 < steps.size() && timer.elapsed() < seconds * 1000;) {
            ModelSteps fewer = steps;
            fewer.erase(fewer.begin() + long(at), fewer.begin() + long(std::min(at + part, steps.size() - 1)));
            if (failsWith(fewer))
                steps = std::move(fewer);
            else
                at += part;
        }
    }
    return steps;
}

} // namespace berth::test
