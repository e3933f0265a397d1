// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "registry/store/ReadCache.h"

using namespace berth;

namespace {

RepositoryName repository(const std::string &name) { return *RepositoryName::parse("team/" + name); }

std::shared_ptr<const ManifestContent> content(const std::string &digest, std::size_t size)
{
    return std::make_shared<const ManifestContent>(ManifestContent{digest, "type", std::string(size, 'x')});
}

} // namespace

class ReadCacheTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsRememberedIsFoundInItsRepositoryOnly()
    {
        ReadCache cache;
        const auto generation = cache.generation();
        cache.rememberTag(generation, repository("a"), "1", "digest");
        cache.rememberBlob(generation, repository("a"), "blob", 7);
        cache.rememberManifest(generation, repository("a"), content("digest", 10));
        QCOMPARE(cache.digestOfTag(repository("a"), "1").value_or(""), std::string("digest"));
        QCOMPARE(cache.blobSize(repository("a"), "blob").value_or(-1), std::int64_t(7));
        QVERIFY(cache.manifest(repository("a"), "digest") != nullptr);
        QVERIFY(!cache.digestOfTag(repository("b"), "1"));
        QVERIFY(!cache.blobSize(repository("b"), "blob"));
        QVERIFY(cache.manifest(repository("b"), "digest") == nullptr);
    }

    void aChangeForgetsItsRepositoryOnly()
    {
        ReadCache cache;
        for (const char *name : {"a", "b"})
            cache.rememberTag(cache.generation(), repository(name), "1", "digest");
        cache.forget(repository("a"));
        QVERIFY(!cache.digestOfTag(repository("a"), "1"));
        QVERIFY(cache.digestOfTag(repository("b"), "1").has_value());
        cache.forgetAll();
        QVERIFY(!cache.digestOfTag(repository("b"), "1"));
    }

    void whatWasReadBeforeAChangeIsNotRememberedAfterIt()
    {
        ReadCache cache;
        const auto before = cache.generation();
        cache.forget(repository("a"));
        cache.rememberTag(before, repository("a"), "1", "old");
        cache.rememberBlob(before, repository("a"), "blob", 7);
        cache.rememberManifest(before, repository("a"), content("old", 10));
        QVERIFY(!cache.digestOfTag(repository("a"), "1"));
        QVERIFY(!cache.blobSize(repository("a"), "blob"));
        QVERIFY(cache.manifest(repository("a"), "old") == nullptr);
    }

    void itStaysWithinItsBound()
    {
        ReadCache cache(100'000);
        std::size_t held = 0;
        for (int i = 0; i < 100; ++i)
            cache.rememberManifest(cache.generation(), repository("r" + std::to_string(i)), content("d", 10'000));
        for (int i = 0; i < 100; ++i)
            held += cache.manifest(repository("r" + std::to_string(i)), "d") ? 10'000 : 0;
        QVERIFY2(held > 0 && held <= 100'000, qPrintable(QString::number(held)));
    }

    void whatIsUsedStaysLongest()
    {
        ReadCache cache(100'000);
        cache.rememberManifest(cache.generation(), repository("used"), content("d", 10'000));
        for (int i = 0; i < 50; ++i) {
            cache.rememberManifest(cache.generation(), repository("r" + std::to_string(i)), content("d", 10'000));
            QVERIFY(cache.manifest(repository("used"), "d") != nullptr);
        }
    }

    void oneRepositoryAloneStaysWithinTheBoundToo()
    {
        ReadCache cache(100'000);
        std::size_t held = 0;
        for (int i = 0; i < 1000; ++i)
            cache.rememberManifest(cache.generation(), repository("a"), content(std::to_string(i), 1000));
        for (int i = 0; i < 1000; ++i)
            held += cache.manifest(repository("a"), std::to_string(i)) ? 1000 : 0;
        QVERIFY2(held <= 100'000, qPrintable(QString::number(held)));
    }

    void whatIsTooLargeIsNotKept()
    {
        ReadCache cache(100'000);
        cache.rememberManifest(cache.generation(), repository("a"), content("d", 90'000));
        QVERIFY(cache.manifest(repository("a"), "d") == nullptr);
    }
};

QTEST_GUILESS_MAIN(ReadCacheTest)
#include "ReadCacheTest.moc"
