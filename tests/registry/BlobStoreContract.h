// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <thread>

#include <QTemporaryDir>
#include <QTest>

#include "core/Hasher.h"
#include "core/Time.h"
#include "registry/store/BlobStore.h"

namespace berth::test {

/// What every implementation of BlobStore must keep. A test class for an implementation derives from it and opens one.
class BlobStoreContract : public QObject {
    Q_OBJECT

protected:
    /// A store over the same place each time it is called within one test; the place is empty at first.
    virtual std::unique_ptr<BlobStore> openStore() = 0;
    virtual void startAnew() = 0;

    static std::span<const std::byte> bytesOf(const std::string &text) { return std::as_bytes(std::span(text.data(), text.size())); }
    static std::string someBytes(std::size_t size)
    {
        std::string text(size, '\0');
        unsigned state = unsigned(size) + 1;
        for (char &c : text)
            c = char((state = state * 1664525U + 1013904223U) >> 24);
        return text;
    }
    static std::string contentOf(const BlobReader &reader)
    {
        std::string text;
        std::vector<std::byte> buffer(100'000);
        while (const auto count = reader.read(std::int64_t(text.size()), buffer).value_or(0))
            text.append(reinterpret_cast<const char *>(buffer.data()), count);
        return text;
    }
    static Result<void> put(BlobStore &store, const std::string &text, const std::string &id = "upload-1")
    {
        auto writer = store.startUpload(id, "team/app", DigestAlgorithm::Sha256);
        if (!writer)
            return tl::unexpected(writer.error());
        if (auto appended = (*writer)->append(bytesOf(text)); !appended)
            return appended;
        return (*writer)->commit(Hasher::of(text));
    }

private Q_SLOTS:
    void init() { startAnew(); }

    void whatIsCommittedIsReadBack_data()
    {
        QTest::addColumn<int>("size");
        for (const int size : {0, 1, 65'536, 300'001, 9'000'000})
            QTest::addRow("%d", size) << size;
    }
    void whatIsCommittedIsReadBack()
    {
        QFETCH(int, size);
        const auto store = openStore();
        const auto text = someBytes(std::size_t(size));
        auto writer = *store->startUpload("upload-1", "team/app", DigestAlgorithm::Sha256);
        for (std::size_t at = 0; at < text.size(); at += 70'000)
            QVERIFY(writer->append(bytesOf(text.substr(at, 70'000))).has_value());
        QCOMPARE(writer->receivedBytes(), std::int64_t(size));
        QVERIFY(writer->commit(Hasher::of(text)).has_value());
        const auto reader = store->open(Hasher::of(text));
        QVERIFY(reader.has_value());
        QCOMPARE((*reader)->sizeBytes(), std::int64_t(size));
        QVERIFY(contentOf(**reader) == text);
    }

    void aBlobIsUnknownUntilItsCommit()
    {
        const auto store = openStore();
        auto writer = *store->startUpload("upload-1", "team/app", DigestAlgorithm::Sha256);
        QVERIFY(writer->append(bytesOf("abc")).has_value());
        QCOMPARE(store->open(Hasher::of("abc")).error().code, ErrorCode::BlobUnknown);
    }

    void aCommittedBlobSurvivesReopening()
    {
        QVERIFY(put(*openStore(), "abc").has_value());
        QVERIFY(openStore()->open(Hasher::of("abc")).has_value());
    }

    void contentWithAnotherDigestLeavesNothing()
    {
        const auto store = openStore();
        auto writer = *store->startUpload("upload-1", "team/app", DigestAlgorithm::Sha256);
        QVERIFY(writer->append(bytesOf("abc")).has_value());
        QCOMPARE(writer->commit(Hasher::of("abd")).error().code, ErrorCode::DigestInvalid);
        QCOMPARE(store->open(Hasher::of("abd")).error().code, ErrorCode::BlobUnknown);
        QCOMPARE(store->open(Hasher::of("abc")).error().code, ErrorCode::BlobUnknown);
        QCOMPARE(store->resumeUpload("upload-1", "team/app", DigestAlgorithm::Sha256).error().code, ErrorCode::UploadUnknown);
    }

    void theClosingDigestMayUseAnotherAlgorithm_data()
    {
        QTest::addColumn<bool>("announced512");
        QTest::newRow("sha512 after sha256") << false;
        QTest::newRow("sha256 after sha512") << true;
    }
    void theClosingDigestMayUseAnotherAlgorithm()
    {
        QFETCH(bool, announced512);
        const auto announced = announced512 ? DigestAlgorithm::Sha512 : DigestAlgorithm::Sha256;
        const auto closing = announced512 ? DigestAlgorithm::Sha256 : DigestAlgorithm::Sha512;
        const auto store = openStore();
        auto writer = *store->startUpload("upload-1", "team/app", announced);
        QVERIFY(writer->append(bytesOf("abc")).has_value());
        QVERIFY(writer->commit(Hasher::of("abc", closing)).has_value());
        QCOMPARE(contentOf(**store->open(Hasher::of("abc", closing))), std::string("abc"));
        QVERIFY(!store->open(Hasher::of("abc", announced)));
    }

    void anInterruptedUploadGoesOnInTheNextProcess()
    {
        {
            const auto store = openStore();
            auto writer = *store->startUpload("upload-1", "team/app", DigestAlgorithm::Sha256);
            QVERIFY(writer->append(bytesOf("abc")).has_value());
        }
        const auto store = openStore();
        auto writer = store->resumeUpload("upload-1", "team/app", DigestAlgorithm::Sha256);
        QVERIFY(writer.has_value());
        QCOMPARE((*writer)->receivedBytes(), std::int64_t(3));
        QVERIFY((*writer)->append(bytesOf("def")).has_value());
        QVERIFY((*writer)->commit(Hasher::of("abcdef")).has_value());
        QCOMPARE(contentOf(**store->open(Hasher::of("abcdef"))), std::string("abcdef"));
    }

    void anUploadBelongsToItsScope()
    {
        const auto store = openStore();
        {
            auto writer = *store->startUpload("upload-1", "team/app", DigestAlgorithm::Sha256);
            QVERIFY(writer->append(bytesOf("abc")).has_value());
        }
        QCOMPARE(store->resumeUpload("upload-1", "team/other", DigestAlgorithm::Sha256).error().code, ErrorCode::UploadUnknown);
    }

    void aDiscardedUploadIsUnknown()
    {
        const auto store = openStore();
        auto writer = *store->startUpload("upload-1", "team/app", DigestAlgorithm::Sha256);
        QVERIFY(writer->append(bytesOf("abc")).has_value());
        writer->discard();
        writer->discard();
        writer.reset();
        QCOMPARE(store->resumeUpload("upload-1", "team/app", DigestAlgorithm::Sha256).error().code, ErrorCode::UploadUnknown);
    }

    void discardingAfterTheCommitKeepsTheBlob()
    {
        const auto store = openStore();
        auto writer = *store->startUpload("upload-1", "team/app", DigestAlgorithm::Sha256);
        QVERIFY(writer->append(bytesOf("abc")).has_value());
        QVERIFY(writer->commit(Hasher::of("abc")).has_value());
        writer->discard();
        QVERIFY(store->open(Hasher::of("abc")).has_value());
    }

    void aBlobThatIsStoredMayBeUploadedAgain()
    {
        const auto store = openStore();
        QVERIFY(put(*store, "abc", "upload-1").has_value());
        QVERIFY(put(*store, "abc", "upload-2").has_value());
        QCOMPARE(contentOf(**store->open(Hasher::of("abc"))), std::string("abc"));
        QVERIFY(!store->resumeUpload("upload-2", "team/app", DigestAlgorithm::Sha256));
    }

    void severalUploadsOfOneBlobAtOnceAllSucceed()
    {
        const auto store = openStore();
        const auto text = someBytes(2'000'000);
        std::atomic<int> good = 0;
        std::vector<std::thread> threads;
        for (int i = 0; i < 6; ++i)
            threads.emplace_back([&, i] { good += put(*store, text, "upload-" + std::to_string(i)).has_value(); });
        for (auto &thread : threads)
            thread.join();
        QCOMPARE(good.load(), 6);
        QVERIFY(store->verify(Hasher::of(text)).has_value());
    }

    void oneReaderServesSeveralThreads()
    {
        const auto store = openStore();
        const auto text = someBytes(500'000);
        QVERIFY(put(*store, text).has_value());
        const auto reader = *store->open(Hasher::of(text));
        std::atomic<int> good = 0;
        std::vector<std::thread> threads;
        for (int i = 0; i < 4; ++i)
            threads.emplace_back([&] { good += contentOf(*reader) == text; });
        for (auto &thread : threads)
            thread.join();
        QCOMPARE(good.load(), 4);
    }

    void readingStartsAtTheOffsetAndEndsWithTheBlob()
    {
        const auto store = openStore();
        QVERIFY(put(*store, "abcdef").has_value());
        const auto reader = *store->open(Hasher::of("abcdef"));
        std::array<std::byte, 4> buffer{};
        QCOMPARE(reader->read(4, buffer).value_or(99), std::size_t(2));
        QCOMPARE(char(buffer[0]), 'e');
        QCOMPARE(reader->read(6, buffer).value_or(99), std::size_t(0));
        QCOMPARE(reader->read(1000, buffer).value_or(99), std::size_t(0));
    }

    void whatIsStoredCanBeSyncedAndVerified()
    {
        const auto store = openStore();
        std::vector<Digest> digests;
        for (int i = 0; i < 20; ++i) {
            const auto text = someBytes(std::size_t(1000 + i));
            QVERIFY(put(*store, text).has_value());
            digests.push_back(Hasher::of(text));
        }
        QVERIFY(store->sync(digests).has_value());
        for (const auto &digest : digests)
            QVERIFY(store->verify(digest).has_value());
    }

    void syncingNothingSucceeds() { QVERIFY(openStore()->sync({}).has_value()); }

    void syncingAnAbsentBlobFails()
    {
        const auto store = openStore();
        QVERIFY(put(*store, "abc").has_value());
        const std::vector<Digest> digests{Hasher::of("abc"), Hasher::of("absent")};
        QVERIFY(!store->sync(digests));
    }

    void verifyingAnAbsentBlobIsBlobUnknown() { QCOMPARE(openStore()->verify(Hasher::of("absent")).error().code, ErrorCode::BlobUnknown); }

    void aRemovedBlobIsUnknown()
    {
        const auto store = openStore();
        QVERIFY(put(*store, "abc").has_value());
        QVERIFY(store->remove(Hasher::of("abc")).has_value());
        QCOMPARE(store->open(Hasher::of("abc")).error().code, ErrorCode::BlobUnknown);
    }

    void removingWhatIsAbsentSucceeds() { QVERIFY(openStore()->remove(Hasher::of("absent")).has_value()); }

    void staleUploadsGoAndFreshOnesStay()
    {
        const auto store = openStore();
        {
            auto writer = *store->startUpload("upload-1", "team/app", DigestAlgorithm::Sha256);
            QVERIFY(writer->append(bytesOf("abc")).has_value());
        }
        store->removeStaleUploads(nowMs() - 60'000);
        QVERIFY(store->resumeUpload("upload-1", "team/app", DigestAlgorithm::Sha256).has_value());
        store->removeStaleUploads(nowMs() + 60'000);
        QVERIFY(!store->resumeUpload("upload-1", "team/app", DigestAlgorithm::Sha256));
    }
};

} // namespace berth::test
