// SPDX-License-Identifier: Apache-2.0
#include <QTemporaryDir>
#include <QTest>

#include "core/Hasher.h"
#include "registry/store/Artifacts.h"
#include "registry/store/Blobs.h"
#include "registry/store/Database.h"
#include "registry/store/Deletion.h"
#include "registry/store/Images.h"
#include "registry/store/Numbers.h"
#include "registry/store/Registries.h"
#include "registry/store/Search.h"
#include "registry/store/Tags.h"
#include "registry/store/Trash.h"
#include "support/RegistryFixture.h"
#include "support/TestDatabase.h"

using namespace berth;
using berth::test::makeImage;
using berth::test::TestImage;

namespace {

RepositoryName name(const char *path) { return *RepositoryName::parse(path); }

bool everywhere(const std::string &) { return true; }

std::string text(const QByteArray &bytes) { return bytes.toStdString(); }

Digest digestOf(const QByteArray &bytes) { return Hasher::of(bytes.toStdString()); }

/// A manifest that refers to `subject`, over the same blobs as `image`.
QByteArray referrerOf(const TestImage &image, const QByteArray &subject)
{
    QByteArray manifest = image.manifest;
    manifest.insert(manifest.size() - 1,
        ",\"subject\":{\"mediaType\":\"application/vnd.oci.image.manifest.v1+json\",\"digest\":\"" + test::digestOf(subject)
            + "\",\"size\":" + QByteArray::number(subject.size()) + "}");
    return manifest;
}

} // namespace

/// What the tables and the functions over them must keep, whichever database lies below.
class MetadataContractTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Sql> m_sql;

    Sql &sql() { return *m_sql; }

    std::int64_t image(const char *path) { return *images::ensure(sql(), name(path), images::CreateRegistry::Yes); }

    void link(const char *path, const QByteArray &blob) { blobs::link(sql(), image(path), digestOf(blob), blob.size()); }

    Result<void> putManifest(const char *path, const QByteArray &manifest, std::vector<std::string> tagNames = {})
    {
        return artifacts::put(sql(), {name(path), *Manifest::parse(text(manifest), ""), digestOf(manifest), text(manifest), std::move(tagNames), {}});
    }
    void push(const char *path, const TestImage &content, std::vector<std::string> tagNames = {})
    {
        link(path, content.config);
        for (const auto &layer : content.layers)
            link(path, layer);
        QVERIFY(putManifest(path, content.manifest, std::move(tagNames)).has_value());
    }
    std::vector<std::string> tagsOf(const char *path) { return tags::names(sql(), name(path), "", 1000).value_or(std::vector<std::string>()); }
    bool has(const char *path, const QByteArray &manifest) { return artifacts::content(sql(), name(path), text(test::digestOf(manifest))).has_value(); }
    std::int64_t idOf(const char *path, const QByteArray &manifest) { return artifacts::find(sql(), image(path), text(test::digestOf(manifest)))->id; }
    Result<void> createTag(const QByteArray &manifest, const std::string &tag)
    {
        return tags::create(sql(), {name("team/app"), image("team/app"), idOf("team/app", manifest), text(test::digestOf(manifest))}, tag, {});
    }
    DeletionBytes bytesOfArtifacts(const char *path, const QList<QByteArray> &manifests)
    {
        DeletionPlan plan;
        for (const auto &manifest : manifests)
            deletion::planArtifact(sql(), idOf(path, manifest), plan);
        return deletion::bytesOf(sql(), plan);
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        const std::filesystem::path folder = m_folder->path().toStdString();
        const auto location = test::newDatabase(folder);
        const auto prepared = Database::prepare(folder, location);
        QVERIFY2(prepared.has_value(), prepared ? "" : prepared.error().message.c_str());
        QVERIFY(prepared->wasCreated);
        m_sql = std::move(*Sql::open(location, Sql::Sync::Normal));
    }
    void cleanup()
    {
        QVERIFY2(!m_sql->hasFailed(), m_sql->takeError().message.c_str());
        // Whatever a test did, the numbers that rows keep of others are right; one of them writes behind their back.
        const auto faults =
            qstrcmp(QTest::currentTestFunction(), "theDatabaseItselfKeepsABlobThatAManifestNames") == 0 ? std::vector<std::string>() : numbers::faults(sql());
        QVERIFY2(faults.empty(), faults.empty() ? "" : faults.front().c_str());
        m_sql.reset();
    }

    // Visibility

    void aBlobIsUnknownInEveryOtherRepository()
    {
        image("team/other");
        link("team/app", "blob");
        QCOMPARE(blobs::sizeIn(sql(), name("team/app"), digestOf("blob")).value_or(-1), std::int64_t(4));
        QVERIFY(!blobs::sizeIn(sql(), name("team/other"), digestOf("blob")));
        QVERIFY(!blobs::sizeIn(sql(), name("nowhere/app"), digestOf("blob")));
    }

    void aManifestMayNameBlobsOfItsOwnRepositoryOnly()
    {
        const auto content = makeImage(1);
        push("team/app", content);
        image("team/other");
        const auto refused = putManifest("team/other", content.manifest);
        QCOMPARE(refused.error().code, ErrorCode::ManifestBlobUnknown);
        for (const auto &layer : content.layers)
            QVERIFY(refused.error().message.find(text(test::digestOf(layer))) != std::string::npos);
    }

    void anIndexMayNamePlatformsOfItsOwnRepositoryOnly()
    {
        const auto content = makeImage(1);
        push("team/app", content);
        image("team/other");
        QCOMPARE(putManifest("team/other", test::makeIndex({content.manifest})).error().code, ErrorCode::ManifestBlobUnknown);
        QVERIFY(putManifest("team/app", test::makeIndex({content.manifest})).has_value());
    }

    void aSizeThatIsNotTheBlobsIsRefused()
    {
        auto content = makeImage(1);
        push("team/app", content);
        content.manifest.replace("\"size\":1000", "\"size\":1001");
        QCOMPARE(putManifest("team/app", content.manifest).error().code, ErrorCode::ManifestInvalid);
    }

    void aManifestForAnUnknownImageIsRefused() { QCOMPARE(putManifest("team/app", makeImage(1).manifest).error().code, ErrorCode::NameUnknown); }

    void aBlobThatAManifestNamesStays()
    {
        const auto content = makeImage(1);
        push("team/app", content);
        QCOMPARE(blobs::unlink(sql(), name("team/app"), digestOf(content.config)).error().code, ErrorCode::BlobInUse);
    }

    void unlinkingABlobLeavesOtherRepositoriesAlone()
    {
        link("team/app", "blob");
        link("team/other", "blob");
        QVERIFY(blobs::unlink(sql(), name("team/app"), digestOf("blob")).has_value());
        QVERIFY(!blobs::sizeIn(sql(), name("team/app"), digestOf("blob")));
        QVERIFY(blobs::sizeIn(sql(), name("team/other"), digestOf("blob")).has_value());
        QCOMPARE(blobs::unlink(sql(), name("team/app"), digestOf("blob")).error().code, ErrorCode::BlobUnknown);
    }

    void theDatabaseItselfKeepsABlobThatAManifestNames()
    {
        const auto content = makeImage(1);
        push("team/app", content);
        sql().run("DELETE FROM repository_blob");
        QVERIFY(!sql().hasFailed());
        sql().run("DELETE FROM blob");
        QVERIFY(sql().hasFailed());
        (void)sql().takeError();
    }

    // Syncing

    void aNewBlobIsUnsyncedUntilMarked()
    {
        link("team/app", "a");
        link("team/app", "b");
        QCOMPARE(blobs::allUnsynced(sql()).size(), std::size_t(2));
        blobs::markSynced(sql(), digestOf("a"));
        QVERIFY(blobs::unsynced(sql(), {digestOf("a"), digestOf("b")}) == std::vector<Digest>{digestOf("b")});
    }

    void uploadingASyncedBlobAgainKeepsTheMark()
    {
        link("team/app", "a");
        blobs::markSynced(sql(), digestOf("a"));
        link("team/other", "a");
        QVERIFY(blobs::allUnsynced(sql()).empty());
    }

    void aForgottenBlobIsUnknownEverywhere()
    {
        link("team/app", "a");
        link("team/other", "a");
        blobs::forget(sql(), digestOf("a"));
        QVERIFY(!blobs::sizeIn(sql(), name("team/app"), digestOf("a")));
        QVERIFY(!blobs::sizeIn(sql(), name("team/other"), digestOf("a")));
    }

    // Tags

    void aTagMovesAndTheOldManifestStays()
    {
        const auto first = makeImage(1);
        const auto second = makeImage(2);
        push("team/app", first, {"latest"});
        push("team/app", second, {"latest"});
        QCOMPARE(artifacts::digestOfTag(sql(), name("team/app"), "latest"), text(second.digest()));
        QVERIFY(has("team/app", first.manifest));
        QCOMPARE(tagsOf("team/app").size(), std::size_t(1));
    }

    void pushingTheSameAgainMakesNoSecondArtifact()
    {
        const auto content = makeImage(1);
        push("team/app", content, {"1"});
        push("team/app", content, {"2"});
        QCOMPARE(images::find(sql(), name("team/app"))->artifactCount, std::int64_t(1));
        QCOMPARE(tagsOf("team/app").size(), std::size_t(2));
    }

    void creatingATagNeverMovesOne()
    {
        const auto first = makeImage(1);
        const auto second = makeImage(2);
        push("team/app", first, {"taken"});
        push("team/app", second);
        QCOMPARE(createTag(second.manifest, "taken").error().code, ErrorCode::Conflict);
        QCOMPARE(createTag(first.manifest, "taken").error().code, ErrorCode::Conflict);
        QCOMPARE(createTag(second.manifest, "-bad").error().code, ErrorCode::TagInvalid);
        QVERIFY(createTag(second.manifest, "new").has_value());
        QCOMPARE(artifacts::digestOfTag(sql(), name("team/app"), "taken"), text(first.digest()));
    }

    // Deletion

    void deletingATagKeepsItsArtifactAndItsSiblings()
    {
        const auto content = makeImage(1);
        push("team/app", content, {"1", "2"});
        QVERIFY(deletion::deleteTag(sql(), name("team/app"), "1", Author{"me", {}}).has_value());
        QCOMPARE(tagsOf("team/app"), std::vector<std::string>{"2"});
        QVERIFY(has("team/app", content.manifest));
        QCOMPARE(deletion::deleteTag(sql(), name("team/app"), "1", Author{"me", {}}).error().code, ErrorCode::NotFound);
    }

    void deletingAnArtifactTakesItsTagsOnly()
    {
        const auto first = makeImage(1);
        const auto second = makeImage(2);
        push("team/app", first, {"1", "one"});
        push("team/app", second, {"2"});
        QVERIFY(deletion::deleteArtifact(sql(), name("team/app"), "1", deletion::Along::Nothing, Author{"me", {}}).has_value());
        QVERIFY(!has("team/app", first.manifest));
        QVERIFY(has("team/app", second.manifest));
        QCOMPARE(tagsOf("team/app"), std::vector<std::string>{"2"});
    }

    void deletingAnImageFreesItsNameAtOnce()
    {
        const auto content = makeImage(1);
        push("team/app", content, {"1"});
        push("team/other", content, {"1"});
        QVERIFY(deletion::deleteImage(sql(), name("team/app"), Author{"me", {}}).has_value());
        QVERIFY(!images::find(sql(), name("team/app")));
        QVERIFY(has("team/other", content.manifest));
        QCOMPARE(deletion::deleteImage(sql(), name("team/app"), Author{"me", {}}).error().code, ErrorCode::NotFound);
        push("team/app", content, {"1"});
        QCOMPARE(tagsOf("team/app").size(), std::size_t(1));
    }

    void whatIsDeletedLiesInTheTrashWithTagsAndBlobs()
    {
        const auto content = makeImage(1);
        push("team/app", content, {"1", "2"});
        QVERIFY(deletion::deleteImage(sql(), name("team/app"), Author{"me", {}}).has_value());
        QCOMPARE(sql().integer("SELECT count(*) FROM trash_operation WHERE kind = 'image' AND registry = 'team' AND image = 'app' AND actor = 'me'", 0),
            std::int64_t(1));
        const auto deletions = trash::list(sql(), {0, 10});
        QCOMPARE(deletions.size(), std::size_t(1));
        QCOMPARE(deletions[0].artifactCount, std::int64_t(1));
        QCOMPARE(deletions[0].tags, (std::vector<std::string>{"1", "2"}));
        const auto artifacts = trash::artifacts(sql(), deletions[0].id);
        QCOMPARE(artifacts.size(), std::size_t(1));
        QCOMPARE(artifacts[0].digest, text(content.digest()));
        QCOMPARE(artifacts[0].tags, (std::vector<std::string>{"1", "2"}));
        QCOMPARE(sql().integer("SELECT count(*) FROM blob WHERE holders = 0 AND trashed = 1", 0), std::int64_t(3));
    }

    void referencesFromTheTrashDoNotHoldABlob()
    {
        const auto first = makeImage(1);
        auto second = makeImage(2);
        push("team/app", first, {"1"});
        push("team/app", second, {"2"});
        QVERIFY(deletion::deleteArtifact(sql(), name("team/app"), "1", deletion::Along::Nothing, Author{"me", {}}).has_value());
        const auto unlinked = blobs::unlink(sql(), name("team/app"), digestOf(first.config));
        QVERIFY(unlinked || unlinked.error().code == ErrorCode::BlobUnknown);
        QVERIFY(!blobs::sizeIn(sql(), name("team/app"), digestOf(first.config)));
    }

    void aPlatformOfAnIndexIsNotDeletedAlone()
    {
        const auto content = makeImage(1);
        push("team/app", content);
        const auto index = test::makeIndex({content.manifest});
        QVERIFY(putManifest("team/app", index, {"multi"}).has_value());
        const auto refused = deletion::deleteArtifact(sql(), name("team/app"), text(content.digest()), deletion::Along::Nothing, Author{"me", {}});
        QCOMPARE(refused.error().code, ErrorCode::ManifestInUse);
        QVERIFY(refused.error().message.find(text(test::digestOf(index))) != std::string::npos);
    }

    void deletingAnIndexTakesPlatformsThatNothingElseNames()
    {
        const auto lone = makeImage(1);
        const auto tagged = makeImage(2);
        const auto shared = makeImage(3);
        push("team/app", lone);
        push("team/app", tagged, {"own"});
        push("team/app", shared);
        QVERIFY(putManifest("team/app", test::makeIndex({lone.manifest, tagged.manifest, shared.manifest}), {"a"}).has_value());
        QVERIFY(putManifest("team/app", test::makeIndex({shared.manifest}), {"b"}).has_value());
        QVERIFY(deletion::deleteArtifact(sql(), name("team/app"), "a", deletion::Along::PlatformsAndReferrers, Author{"me", {}}).has_value());
        QVERIFY(!has("team/app", lone.manifest));
        QVERIFY(has("team/app", tagged.manifest));
        QVERIFY(has("team/app", shared.manifest));
    }

    void deletingAnArtifactTakesItsSignaturesIfAsked()
    {
        const auto content = makeImage(1);
        push("team/app", content, {"1"});
        const auto signature = referrerOf(content, content.manifest);
        QVERIFY(putManifest("team/app", signature).has_value());
        QVERIFY(deletion::deleteArtifact(sql(), name("team/app"), "1", deletion::Along::PlatformsAndReferrers, Author{"me", {}}).has_value());
        QVERIFY(!has("team/app", signature));
    }

    // What a deletion gives back

    void layersThatOthersNameCountAsShared()
    {
        const auto first = makeImage(1, 1, 1000);
        auto second = makeImage(1, 2, 1000); // the same first layer and configuration, and one more layer
        QCOMPARE(first.layers[0], second.layers[0]);
        push("team/app", first, {"1"});
        push("team/other", second, {"2"});
        const auto bytes = bytesOfArtifacts("team/other", {second.manifest});
        QCOMPARE(bytes.onlyHere, std::int64_t(1000));
        QCOMPARE(bytes.shared, std::int64_t(1000 + first.config.size()));
    }

    void layersSharedWithinThePlanCountOnceAsOwn()
    {
        const auto first = makeImage(1, 1, 1000);
        const auto second = makeImage(1, 2, 1000);
        push("team/app", first, {"1"});
        push("team/app", second, {"2"});
        const auto bytes = bytesOfArtifacts("team/app", {first.manifest, second.manifest});
        QCOMPARE(bytes.onlyHere, std::int64_t(2000 + first.config.size()));
        QCOMPARE(bytes.shared, std::int64_t(0));
    }

    void anIndexGivesBackItsPlatforms()
    {
        const auto amd = makeImage(1, 1, 1000, "amd64");
        const auto arm = makeImage(2, 1, 500, "arm64");
        push("team/app", amd);
        push("team/app", arm);
        const auto index = test::makeIndex({amd.manifest, arm.manifest});
        QVERIFY(putManifest("team/app", index, {"1"}).has_value());
        QCOMPARE(bytesOfArtifacts("team/app", {index}).onlyHere, std::int64_t(1500 + amd.config.size() + arm.config.size()));
    }

    void aPlatformOfTwoIndexesComesBackWithTheSecond()
    {
        const auto content = makeImage(1, 1, 1000);
        push("team/app", content);
        const auto one = test::makeIndex({content.manifest});
        const auto two = test::makeIndex({content.manifest, content.manifest});
        QVERIFY(putManifest("team/app", one, {"1"}).has_value());
        QVERIFY(putManifest("team/app", two, {"2"}).has_value());
        QCOMPARE(bytesOfArtifacts("team/app", {one}).onlyHere, std::int64_t(0));
        QCOMPARE(bytesOfArtifacts("team/app", {one, two}).onlyHere, std::int64_t(1000 + content.config.size()));
    }

    // Lists

    void artifactsAreListedNewestFirstWithoutPlatforms()
    {
        const auto first = makeImage(1);
        const auto second = makeImage(2);
        const auto platform = makeImage(3);
        push("team/app", first, {"1"});
        push("team/app", second);
        push("team/app", platform);
        QVERIFY(putManifest("team/app", test::makeIndex({platform.manifest})).has_value());
        std::vector<std::string> digests;
        for (const auto &row : artifacts::list(sql(), image("team/app"), {0, 10}))
            digests.push_back(row.digest);
        QCOMPARE(digests.size(), std::size_t(3));
        QCOMPARE(digests[1], text(second.digest()));
        QCOMPARE(digests[2], text(first.digest()));
        QCOMPARE(images::find(sql(), name("team/app"))->artifactCount, std::int64_t(3));
        QCOMPARE(artifacts::list(sql(), image("team/app"), {1, 1}).at(0).digest, text(second.digest()));
    }

    void tagNamesComeInByteOrder()
    {
        push("team/app", makeImage(1), {"b", "a", "B", "_", "10", "9", "a.b", "a-b"});
        QCOMPARE(tagsOf("team/app"), (std::vector<std::string>{"10", "9", "B", "_", "a", "a-b", "a.b", "b"}));
        QCOMPARE(tags::names(sql(), name("team/app"), "A", 3).value(), (std::vector<std::string>{"B", "_", "a"}));
        QCOMPARE(tags::names(sql(), name("team/none"), "", 3).error().code, ErrorCode::NameUnknown);
    }

    void theCatalogIsWholeInPagesOfAnySize()
    {
        const std::vector<std::string> all{"a-b/x", "a.b/x", "a/x", "a/x-y", "a/x/y", "ab/x", "library/ubuntu"};
        for (const auto &path : all)
            image(path.c_str());
        for (std::int64_t size = 1; size < 9; ++size) {
            std::vector<std::string> seen;
            while (true) {
                const auto page = images::catalog(sql(), seen.empty() ? "" : seen.back(), size, [](const std::string &) { return true; });
                seen.insert(seen.end(), page.begin(), page.end());
                if (std::int64_t(page.size()) < size)
                    break;
            }
            QCOMPARE(seen, all);
        }
    }

    void searchTakesItsTextLiterally_data()
    {
        QTest::addColumn<QByteArray>("wanted");
        QTest::addColumn<int>("tagHits");
        QTest::newRow("plain") << QByteArray("rc") << 2;
        QTest::newRow("case counts") << QByteArray("RC") << 1;
        QTest::newRow("underscore") << QByteArray("_") << 1;
        QTest::newRow("percent") << QByteArray("%") << 0;
        QTest::newRow("star") << QByteArray("*") << 0;
        QTest::newRow("question mark") << QByteArray("?") << 0;
        QTest::newRow("dot") << QByteArray(".") << 1;
        QTest::newRow("quote") << QByteArray("'") << 0;
        QTest::newRow("no hit") << QByteArray("nothing") << 0;
    }
    void searchTakesItsTextLiterally()
    {
        QFETCH(QByteArray, wanted);
        QFETCH(int, tagHits);
        push("team/app", makeImage(1), {"1-rc1", "v2.0", "a_rc", "RC"});
        QCOMPARE(int(search::byPartOfName(sql(), wanted.toStdString(), {0, 100}, everywhere).tags.size()), tagHits);
    }

    void imagesAreFoundByAnyPartOfTheirWholeName()
    {
        image("team/web_app");
        image("team/webxapp");
        const auto hits = [&](const char *wanted) { return search::byPartOfName(sql(), wanted, {0, 100}, everywhere).images.size(); };
        QCOMPARE(hits("web_"), std::size_t(1));
        QCOMPARE(hits("m/w"), std::size_t(2));
        QCOMPARE(hits("%"), std::size_t(0));
        QCOMPARE(search::byPartOfName(sql(), "web", {1, 1}, everywhere).images.at(0).name, std::string("webxapp"));
    }

    void aSearchPagesThroughAllImagesAndShowsOnlyWhatItMay()
    {
        push("team/a", makeImage(1), {"rc1", "rc2", "x"});
        push("team/b", makeImage(2), {"rc3"});
        push("other/c", makeImage(3), {"rc0"});
        const auto found = [&](Page page, auto mayShow) {
            std::vector<std::string> names;
            for (const auto &tag : search::byPartOfName(sql(), "rc", page, mayShow).tags)
                names.push_back(tag.repository + ":" + tag.name);
            return names;
        };
        const auto teamOnly = [](const std::string &registry) { return registry == "team"; };
        QCOMPARE(found({0, 100}, everywhere), (std::vector<std::string>{"other/c:rc0", "team/a:rc1", "team/a:rc2", "team/b:rc3"}));
        QCOMPARE(found({1, 2}, everywhere), (std::vector<std::string>{"team/a:rc1", "team/a:rc2"}));
        QCOMPARE(found({2, 2}, everywhere), (std::vector<std::string>{"team/a:rc2", "team/b:rc3"}));
        QCOMPARE(found({0, 1}, teamOnly), (std::vector<std::string>{"team/a:rc1"}));
        const auto whole = search::byPartOfName(sql(), "rc", {0, 100}, everywhere);
        QVERIFY(whole.isWhole);
        QCOMPARE(whole.lookedAt, std::int64_t(3 + 5)); // images and tags
        const auto broken = search::byPartOfName(sql(), "rc", {0, 100}, everywhere, std::chrono::milliseconds(-1));
        QVERIFY(!broken.isWhole && broken.tags.empty());
    }

    // Registries

    void aRegistryNameIsGivenOnce()
    {
        QVERIFY(registries::create(sql(), "team", "{}").has_value());
        QCOMPARE(registries::create(sql(), "team", "{}").error().code, ErrorCode::Conflict);
        QCOMPARE(registries::create(sql(), "Team", "{}").error().code, ErrorCode::NameInvalid);
    }

    void onlyAnEmptyRegistryOtherThanTheLibraryGoes()
    {
        image("team/app");
        QCOMPARE(registries::remove(sql(), "team").error().code, ErrorCode::Precondition);
        QCOMPARE(registries::remove(sql(), "library").error().code, ErrorCode::Precondition);
        QCOMPARE(registries::remove(sql(), "none").error().code, ErrorCode::NotFound);
        QVERIFY(deletion::deleteImage(sql(), name("team/app"), Author{"me", {}}).has_value());
        QVERIFY(registries::remove(sql(), "team").has_value());
        QVERIFY(registries::create(sql(), "team", "{}").has_value());
    }

    void aRegistryCountsASharedBlobOnce()
    {
        link("team/app", QByteArray(100, 'a'));
        link("team/other", QByteArray(100, 'a'));
        link("team/other", QByteArray(50, 'b'));
        const auto row = registries::byName(sql(), "team");
        QCOMPARE(row->usedBytes, std::int64_t(150));
        QCOMPARE(row->imageCount, std::int64_t(2));
    }

    void anUnknownRegistryIsMadeOnlyWhereThatIsAllowed()
    {
        QCOMPARE(images::ensure(sql(), name("new/app"), images::CreateRegistry::No).error().code, ErrorCode::NameUnknown);
        QCOMPARE(images::ensure(sql(), name("v2/app"), images::CreateRegistry::Yes).error().code, ErrorCode::NameInvalid);
        QVERIFY(images::ensure(sql(), name("new/app"), images::CreateRegistry::Yes).has_value());
        QVERIFY(images::ensure(sql(), name("ubuntu"), images::CreateRegistry::No).has_value());
    }

    // Pulls

    void pullsAreCountedAndTheirLatestTimeKept()
    {
        const auto content = makeImage(1);
        push("team/app", content, {"1"});
        artifacts::recordPulls(sql(), name("team/app"), text(content.digest()), "1", 3, 2000);
        artifacts::recordPulls(sql(), name("team/app"), text(content.digest()), "1", 1, 1000);
        const auto row = artifacts::find(sql(), image("team/app"), "1");
        QCOMPARE(row->pullCount, std::int64_t(4));
        QCOMPARE(row->pulledAt, TimeMs(2000));
        QCOMPARE(tags::list(sql(), row->id, {0, 1}).at(0).pulledAt, TimeMs(2000));
        QCOMPARE(images::find(sql(), name("team/app"))->pullCount, std::int64_t(4));
    }

    // Failures

    void aFailureSticksUntilItIsTaken()
    {
        sql().run("INSERT INTO setting (name) VALUES ('x')");
        QVERIFY(sql().hasFailed());
        QCOMPARE(sql().run("INSERT INTO setting (name, value) VALUES ('y', 'z')"), std::int64_t(0));
        QVERIFY(!sql().select("SELECT 1").next());
        QVERIFY(!sql().takeError().message.empty());
        QCOMPARE(sql().run("INSERT INTO setting (name, value) VALUES ('z', 'z')"), std::int64_t(1));
    }

    void aWrongNumberOfValuesIsAFailure()
    {
        (void)sql().select("SELECT 1 WHERE 1 = ?");
        QVERIFY(sql().hasFailed());
        (void)sql().takeError();
    }
};

QTEST_GUILESS_MAIN(MetadataContractTest)
#include "MetadataContractTest.moc"
