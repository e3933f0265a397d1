// SPDX-License-Identifier: Apache-2.0
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include "core/Hasher.h"
#include "registry/store/FileBlobStore.h"

using namespace berth;

namespace {

std::span<const std::byte> bytesOf(const std::string &text) { return std::as_bytes(std::span(text.data(), text.size())); }

const std::string content = "the content of a layer";

} // namespace

/// What the file store keeps beyond the contract: how it lies on the disk, and what becomes of files that changed behind its back.
class FileBlobStoreTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<BlobStore> m_store;

    QString blobFile() const
    {
        const auto hex = QString::fromStdString(std::string(Hasher::of(content).hex()));
        return m_folder->filePath(QStringLiteral("blobs/sha256/%1/%2").arg(hex.left(2), hex));
    }
    Result<void> upload(const char *id)
    {
        auto writer = *m_store->startUpload(id, "team/app", DigestAlgorithm::Sha256);
        if (auto appended = writer->append(bytesOf(content)); !appended)
            return appended;
        return writer->commit(Hasher::of(content));
    }
    void overwrite(const QByteArray &bytes) const
    {
        QFile file(blobFile());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_store = std::move(*FileBlobStore::open(m_folder->path().toStdString()));
    }

    void blobsLieByDigestForTheirOwnerAlone()
    {
        QVERIFY(upload("upload-1").has_value());
        const QFileInfo file(blobFile());
        QVERIFY(file.isFile());
        QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther), QFile::Permissions());
        QCOMPARE(QFileInfo(file.path()).permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::ExeOther), QFile::Permissions());
    }

    void aDamagedFileIsSeen_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("same size") << QByteArray(qsizetype(content.size()), '\0');
        QTest::newRow("cut short") << QByteArray::fromStdString(content).left(5);
        QTest::newRow("empty") << QByteArray();
    }
    void aDamagedFileIsSeen()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(upload("upload-1").has_value());
        overwrite(bytes);
        QCOMPARE(m_store->verify(Hasher::of(content)).error().code, ErrorCode::Damaged);
    }

    void uploadingAgainHealsADamagedFile_data() { aDamagedFileIsSeen_data(); }
    void uploadingAgainHealsADamagedFile()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(upload("upload-1").has_value());
        overwrite(bytes);
        QVERIFY(upload("upload-2").has_value());
        QVERIFY(m_store->verify(Hasher::of(content)).has_value());
    }

    void afterACommitThatFailedNothingWrongIsStored()
    {
        // A file where a folder belongs makes the publishing rename fail.
        const QString folder = QFileInfo(blobFile()).path();
        QFile obstacle(folder);
        QVERIFY(obstacle.open(QIODevice::WriteOnly));
        obstacle.close();
        {
            auto writer = *m_store->startUpload("upload-1", "team/app", DigestAlgorithm::Sha256);
            QVERIFY(writer->append(bytesOf(content)).has_value());
            QVERIFY(!writer->commit(Hasher::of(content)));
        }
        QVERIFY(obstacle.remove());
        // A client that sends the whole body again to the same upload must not end with the content twice under one digest.
        QCOMPARE(m_store->resumeUpload("upload-1", "team/app", DigestAlgorithm::Sha256).error().code, ErrorCode::UploadUnknown);
        QCOMPARE(m_store->verify(Hasher::of(content)).error().code, ErrorCode::BlobUnknown);
    }
};

QTEST_GUILESS_MAIN(FileBlobStoreTest)
#include "FileBlobStoreTest.moc"
