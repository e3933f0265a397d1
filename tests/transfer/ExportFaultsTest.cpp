// SPDX-License-Identifier: Apache-2.0
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

#include <algorithm>
#include <csignal>

#include <linux/capability.h>
#include <sys/prctl.h>

#include "archive/EntryStream.h"
#include "support/FaultyDisk.h"
#include "transfer/FakeRegistry.h"
#include "transfer/SlowLine.h"
#include "transfer/Transfers.h"

using namespace berth;
using namespace berth::test;
using namespace Qt::StringLiterals;
using State = Transfer::State;

namespace {

constexpr auto ociIndex = "application/vnd.oci.image.index.v1+json";
constexpr auto ociManifest = "application/vnd.oci.image.manifest.v1+json";

/// Blobs of an archive by "sha256:…", each checked; empty if the archive cannot be read.
QHash<QByteArray, QByteArray> blobsOf(const QString &path)
{
    QHash<QByteArray, QByteArray> blobs;
    auto entries = openEntries(path.toStdU16String());
    while (entries) {
        const auto entry = (*entries)->next();
        if (!entry)
            return {};
        if (!*entry)
            break;
        const auto content = readEntry(**entries, 256 << 20);
        if (!content)
            return {};
        const auto name = QByteArray::fromStdString((*entry)->name);
        if (name.startsWith("blobs/") && digestOf(QByteArray::fromStdString(*content)) != name.mid(6).replace('/', ':'))
            return {};
        blobs.insert(name.startsWith("blobs/") ? name.mid(6).replace('/', ':') : name, QByteArray::fromStdString(*content));
    }
    return blobs;
}

bool holds(const QString &path, const TestImage &image)
{
    const auto blobs = blobsOf(path);
    for (const auto &blob : image.layers + QList<QByteArray>{image.config, image.manifest}) {
        if (blobs.value(digestOf(blob)) != blob)
            return false;
    }
    return true;
}

QByteArray descriptor(const char *type, const QByteArray &digest, qint64 size)
{
    return QByteArray(R"({"mediaType":")") + type + R"(","digest":")" + digest + R"(","size":)" + QByteArray::number(size) + "}";
}

QByteArray indexOver(const QByteArrayList &descriptors)
{
    return QByteArray(R"({"schemaVersion":2,"mediaType":")") + ociIndex + R"(","manifests":[)" + descriptors.join(',') + "]}";
}

} // namespace

/// What an export does where the server, the line or the disk fails it: it ends right, or says why, and leaves nothing beside its target.
class ExportFaultsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_away = std::make_unique<Away>();
        QVERIFY(m_away->begin());
    }
    void cleanupTestCase() { m_away.reset(); }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_target = m_folder->filePath(u"target/web.tar"_s);
        QVERIFY(QDir().mkpath(m_folder->filePath(u"target"_s)));
        m_queue = std::make_unique<TransferQueue>(m_folder->path());
        m_server = std::make_unique<FakeRegistry>();
    }
    void cleanup()
    {
        m_queue.reset();
        m_server.reset();
        m_folder.reset();
    }

    // The line.

    void aServerThatIsKilledInsideALayerAndComesBackIsTakenUpThere()
    {
        constexpr int layerBytes = 24'000'000;
        constexpr int before = 9'000'000;
        const auto image = makeImage(1, 1, layerBytes);
        RegistryProcess registry;
        QVERIFY2(registry.start(), qPrintable(registry.errorOutput()));
        QCOMPARE(pushImage(registry, u"team/web"_s, u"1.0"_s, image), 201);
        SlowLine line(registry.host());
        line.limitDown(before);

        const auto *transfer = m_queue->add(taskOf(requestFor(line.host(), image)));
        QTRY_COMPARE_WITH_TIMEOUT(line.downBytes(), before, 10000);
        QTRY_VERIFY_WITH_TIMEOUT(transfer->doneBytes > before - 2'000'000, 5000);
        registry.kill();
        QVERIFY(registry.start({u"--listen"_s, registry.host()}));
        line.limitDown(-1);

        QVERIFY(endsAs(*transfer, State::Done));
        QVERIFY(holds(m_target, image));
        QCOMPARE(transfer->ownRetries, 0); // all inside one try
        QVERIFY2(line.downBytes() < layerBytes + 1'000'000, QByteArray::number(line.downBytes()).constData());
        QCOMPARE(listOf(m_folder->filePath(u"target"_s)), QStringList{u"web.tar"_s});
    }

    void aLineThatBreaksIsTakenUpWhereItBroke()
    {
        const auto image = makeImage(2, 2, 5'000'000);
        const auto layer = digestOf(image.layers[0]);
        m_server->add(image);
        int breaks = 0;
        m_server->tamper = [&](const auto &request, auto &answer) {
            if (request.digest() == layer && ++breaks <= 5) // more often than without getting anywhere
                answer.breakAt = breaks == 1 ? 0 : 1'100'000;
        };

        const auto *transfer = m_queue->add(taskOf(requestFor(m_server->host(), image)));

        QVERIFY(endsAs(*transfer, State::Done));
        QVERIFY(holds(m_target, image));
        QCOMPARE(m_server->rangesOf(layer), (QByteArrayList{{}, {}, "bytes=1100000-", "bytes=2200000-", "bytes=3300000-", "bytes=4400000-"}));
        QCOMPARE(m_server->sentBytes(layer), 5'000'000);
        QCOMPARE(transfer->sentBytes, 10'000'000 + image.config.size());
    }

    void aServerWithoutRangesSendsAllAgainAndWhatIsThereIsPassedOver()
    {
        const auto image = makeImage(3, 1, 3'000'000);
        const auto layer = digestOf(image.layers[0]);
        m_server->add(image);
        int asked = 0;
        m_server->tamper = [&](const auto &request, auto &answer) {
            if (request.digest() != layer)
                return;
            answer = {200, "application/octet-stream", image.layers[0], {}};
            if (++asked < 3)
                answer.breakAt = 1'000'000 * asked;
        };

        const auto *transfer = m_queue->add(taskOf(requestFor(m_server->host(), image)));

        QVERIFY(endsAs(*transfer, State::Done));
        QVERIFY(holds(m_target, image));
        QCOMPARE(transfer->sentBytes, 3'000'000 + image.config.size());
    }

    void theLineMayLeadElsewhereAndBreakThere()
    {
        const auto image = makeImage(4, 1, 2'000'000);
        const auto layer = digestOf(image.layers[0]);
        m_server->add(image);
        FakeRegistry store;
        store.add(image);
        m_server->tamper = [&](const auto &request, auto &answer) {
            if (request.digest() == layer)
                answer = {307, {}, "elsewhere", {"Location: http://" + store.host().toUtf8() + "/store/" + layer}};
        };
        store.tamper = [&](const auto &request, auto &answer) {
            if (request.range.isEmpty())
                answer.breakAt = 700'000;
        };

        const auto *transfer = m_queue->add(taskOf(requestFor(m_server->host(), image)));

        QVERIFY(endsAs(*transfer, State::Done));
        QVERIFY(holds(m_target, image));
        QCOMPARE(store.rangesOf(layer), (QByteArrayList{{}, "bytes=700000-"}));
        QCOMPARE(store.sentBytes(layer), 2'000'000);
    }

    // What the server sends.

    void whatIsNotTheBlobIsRefused_data()
    {
        using Tamper = std::function<void(FakeRegistry::Answer &)>;
        QTest::addColumn<Tamper>("tamper");
        QTest::addColumn<QString>("sentence");
        const QString other = u"The server sent something else than the blob"_s;
        const QString less = u"The server sent less than the whole blob"_s;
        QTest::newRow("other bytes") << Tamper([](auto &answer) { answer.body[1234] = char(answer.body[1234] + 1); }) << other;
        QTest::newRow("nothing") << Tamper([](auto &answer) { answer.body.clear(); }) << less;
        QTest::newRow("a byte less") << Tamper([](auto &answer) { answer.body.chop(1); }) << less;
        QTest::newRow("a byte less, of no said length") << Tamper([](auto &answer) {
            answer.body.chop(1);
            answer.isChunked = true;
        }) << less;
        QTest::newRow("a byte more") << Tamper([](auto &answer) { answer.body += 'x'; }) << other;
        QTest::newRow("twice") << Tamper([](auto &answer) { answer.body += answer.body; }) << other;
        QTest::newRow("more, of no said length") << Tamper([](auto &answer) {
            answer.body += QByteArray(5'000'000, 'x');
            answer.isChunked = true;
        }) << other;
        QTest::newRow("another place") << Tamper([](auto &answer) {
            answer.status = 206;
            std::ranges::reverse(answer.body);
        }) << other;
        QTest::newRow("empty success") << Tamper([](auto &answer) { answer = {204, {}, {}, {}}; }) << u"The blob could not be read"_s;
        QTest::newRow("missing") << Tamper([](auto &answer) {
            answer = {404, {}, R"({"errors":[{"code":"BLOB_UNKNOWN","message":"no such blob"}]})", {}};
        }) << u"The blob could not be read: no such blob"_s;
        QTest::newRow("a long error") << Tamper([](auto &answer) { answer = {500, {}, QByteArray(3'000'000, 'x'), {}}; }) << u"The server answered HTTP 500"_s;
        QTest::newRow("redirects without end") << Tamper([](auto &answer) {
            answer = {307, {}, {}, {"Location: /v2/team/web/blobs/again"}};
        }) << u"around in circles"_s;
    }
    void whatIsNotTheBlobIsRefused()
    {
        QFETCH(const std::function<void(FakeRegistry::Answer &)>, tamper);
        QFETCH(const QString, sentence);
        const auto image = makeImage(6, 2, 2'000'000);
        m_server->add(image);
        m_server->tamper = [&](const auto &request, auto &answer) {
            if (request.digest() == digestOf(image.layers[1]) || request.digest() == "again")
                tamper(answer);
        };
        QElapsedTimer clock;
        clock.start();

        const auto *transfer = m_queue->add(taskOf(requestFor(m_server->host(), image)));

        QVERIFY(endsAs(*transfer, State::Failed));
        QVERIFY2(transfer->failure.contains(sentence), qPrintable(transfer->failure));
        QVERIFY(clock.elapsed() < 5000); // it does not wait for what cannot come
        QCOMPARE(listOf(m_folder->filePath(u"target"_s)), QStringList());
    }

    void whatIsNotTheManifestIsRefused_data()
    {
        QTest::addColumn<bool>("isChild");
        QTest::newRow("of the artifact") << false;
        QTest::newRow("of a platform") << true;
    }
    void whatIsNotTheManifestIsRefused()
    {
        QFETCH(const bool, isChild);
        const auto image = makeImage(7, 1);
        m_server->add(image);
        const auto index = m_server->addManifest(indexOver({descriptor(ociManifest, image.digest(), image.manifest.size())}), ociIndex);
        m_server->tamper = [&](const auto &request, auto &answer) {
            if (request.digest() == image.digest())
                answer.body = makeImage(8, 1).manifest;
        };

        const auto *transfer =
            m_queue->add(taskOf(exportOf(m_server->host(), {itemOf(u"team/web"_s, {u"1.0"_s}, isChild ? index : image.digest())}, m_target)));

        QVERIFY(endsAs(*transfer, State::Failed));
        QCOMPARE(transfer->failure.toUtf8(), "The server sent something else than the manifest " + image.digest());
        QCOMPARE(listOf(m_folder->filePath(u"target"_s)), QStringList());
    }

    void sizesThatLieAreNoticed_data()
    {
        QTest::addColumn<QByteArray>("size");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("the largest number") << QByteArray("9223372036854775807") << u"and its disk has"_s;
        QTest::newRow("above it") << QByteArray("9223372036854775808") << u"has no valid size"_s;
        QTest::newRow("negative") << QByteArray("-1") << u"has no valid size"_s;
        QTest::newRow("nothing") << QByteArray("0") << u"The server sent something else than the blob"_s;
        QTest::newRow("less") << QByteArray("999") << u"The server sent something else than the blob"_s;
        QTest::newRow("more") << QByteArray("1001") << u"The server sent less than the whole blob"_s;
    }
    void sizesThatLieAreNoticed()
    {
        QFETCH(const QByteArray, size);
        QFETCH(const QString, sentence);
        auto image = makeImage(9, 3, 1000);
        for (const auto &layer : image.layers) { // three such layers add up to more than a number holds
            if (&layer == &image.layers[0] || size.size() > 10)
                image.manifest.replace(digestOf(layer) + R"(","size":1000)", digestOf(layer) + R"(","size":)" + size);
        }
        m_server->add(image);

        const auto *transfer = m_queue->add(taskOf(requestFor(m_server->host(), image)));

        QVERIFY(endsAs(*transfer, State::Failed));
        QVERIFY2(transfer->failure.contains(sentence), qPrintable(transfer->failure));
        QCOMPARE(listOf(m_folder->filePath(u"target"_s)), QStringList());
    }

    void indexesWithoutEndAreRefused()
    {
        const auto image = makeImage(10, 1);
        m_server->add(image);
        QByteArray digest = image.digest();
        const char *type = ociManifest;
        for (int i = 0; i < 20; ++i) {
            digest = m_server->addManifest(indexOver({descriptor(type, digest, 100)}), ociIndex);
            type = ociIndex;
        }

        const auto *transfer = m_queue->add(taskOf(exportOf(m_server->host(), {itemOf(u"team/web"_s, {}, digest)}, m_target)));

        QVERIFY(endsAs(*transfer, State::Failed));
        QCOMPARE(transfer->failure, u"Indexes are nested more than 8 deep"_s);
        QVERIFY(m_server->requests().size() < 10);
        QCOMPARE(listOf(m_folder->filePath(u"target"_s)), QStringList());
    }

    void whatTheImageDoesNotHaveIsRefused()
    {
        const auto image = makeImage(11, 1);
        m_server->add(image);
        const auto index = m_server->addManifest(indexOver({descriptor(ociManifest, image.digest(), image.manifest.size())}), ociIndex);
        const QString absent = QString::fromUtf8(digestOf("absent"));

        const auto *platform = m_queue->add(taskOf(exportOf(m_server->host(), {itemOf(u"team/web"_s, {u"1.0"_s}, index, {absent})}, m_target)));
        const auto *artifact = m_queue->add(taskOf(exportOf(m_server->host(), {itemOf(u"team/web"_s, {u"1.0"_s}, absent.toUtf8())}, m_target)));
        const auto *docker =
            m_queue->add(taskOf(exportOf(m_server->host(), {itemOf(u"team/web"_s, {u"1.0"_s}, index)}, m_target, ExportFormat::DockerArchive)));
        const auto *nonsense = m_queue->add(taskOf(exportOf(m_server->host(), {itemOf(u"team/web"_s, {u"1.0"_s}, "sha256:x")}, m_target)));

        QVERIFY(endsAs(*platform, State::Failed));
        QCOMPARE(platform->failure, u"The image has none of the platforms that were chosen"_s);
        QVERIFY(endsAs(*artifact, State::Failed));
        QCOMPARE(artifact->failure, u"The manifest could not be read: not here"_s);
        QVERIFY(endsAs(*docker, State::Failed));
        QVERIFY2(docker->failure.startsWith(u"A docker archive holds one image of one platform"_s), qPrintable(docker->failure));
        QVERIFY(endsAs(*nonsense, State::Failed));
        QVERIFY(!nonsense->failure.isEmpty());
        QCOMPARE(listOf(m_folder->filePath(u"target"_s)), QStringList());
    }

    void oddNamesAndTagsComeThrough()
    {
        const auto image = makeImage(12, 1);
        m_server->add(image);
        const QString repository = u"team/"_s + QString(200, u'a') + u"/b-_c"_s;
        const QStringList tags{u"_.-A0"_s, QString(128, u'T'), u"latest"_s};

        const auto *transfer = m_queue->add(taskOf(exportOf(m_server->host(), {itemOf(repository, tags, image.digest())}, m_target)));

        QVERIFY(endsAs(*transfer, State::Done));
        const auto manifests = QJsonDocument::fromJson(blobsOf(m_target)["index.json"])["manifests"_L1].toArray();
        QStringList named, whole;
        for (const auto &manifest : manifests) {
            QCOMPARE(manifest["digest"_L1].toString().toUtf8(), image.digest());
            named << manifest["annotations"_L1]["org.opencontainers.image.ref.name"_L1].toString();
            whole << manifest["annotations"_L1]["io.containerd.image.name"_L1].toString();
        }
        QCOMPARE(named, tags);
        QCOMPARE(whole[1], m_server->host() + u'/' + repository + u':' + tags[1]);
    }

    // The person.

    void aCancelledExportEndsAtOnceAndLeavesNothing_data()
    {
        QTest::addColumn<QString>("where");
        QTest::newRow("at a manifest") << u"manifest"_s;
        QTest::newRow("inside a layer") << u"layer"_s;
        QTest::newRow("while the server is away") << u"away"_s;
        QTest::newRow("between two tries") << u"between"_s;
    }
    void aCancelledExportEndsAtOnceAndLeavesNothing()
    {
        QFETCH(const QString, where);
        const auto image = makeImage(13, 1, 3'000'000);
        m_server->add(image);
        m_server->tamper = [&](const auto &request, auto &answer) {
            if (request.digest() == (where == "manifest"_L1 ? image.digest() : digestOf(image.layers[0])))
                answer.holdAt = where == "manifest"_L1 ? 10 : 1'500'000;
        };
        if (where == "away"_L1)
            m_server->stop();
        auto *transfer = m_queue->add(taskOf(requestFor(m_server->host(), image)));
        if (where == "away"_L1)
            QVERIFY(comesTo(*transfer, State::Away));
        else
            QTRY_VERIFY_WITH_TIMEOUT(m_server->isHolding(), 5000);
        if (where == "layer"_L1 || where == "between"_L1)
            QTRY_VERIFY_WITH_TIMEOUT(transfer->doneBytes > 1'000'000, 5000);
        if (where == "between"_L1)
            m_server->stop();
        if (where == "between"_L1) { // it waits half a second, then finds a server that never answers
            m_server->tamper = [](const auto &, auto &answer) { answer = {200, {}, "x", {}, -1, false, -1, 0}; };
            QVERIFY(m_server->start());
            QTest::qWait(200);
        }
        QElapsedTimer clock;
        clock.start();

        m_queue->cancel(transfer);

        QVERIFY(endsAs(*transfer, State::Cancelled, 3000));
        QVERIFY2(clock.elapsed() < 1500, QByteArray::number(clock.elapsed()).constData());
        QCOMPARE(listOf(m_folder->filePath(u"target"_s)), QStringList());
        QCOMPARE(transfer->failure.isEmpty() || where == "away"_L1, true);
    }

    void anExportThatWasCancelledCanBeTriedAgain()
    {
        const auto image = makeImage(14, 1, 3'000'000);
        m_server->add(image);
        m_server->tamper = [&](const auto &request, auto &answer) {
            if (request.digest() == digestOf(image.layers[0]))
                answer.holdAt = 1'500'000;
        };
        auto *transfer = m_queue->add(taskOf(requestFor(m_server->host(), image)));
        QTRY_VERIFY_WITH_TIMEOUT(m_server->isHolding(), 5000);
        m_queue->cancel(transfer);
        QVERIFY(endsAs(*transfer, State::Cancelled, 3000));
        m_server->tamper = {};
        m_queue->retry(transfer);
        QVERIFY(endsAs(*transfer, State::Done));
        QVERIFY(holds(m_target, image));
    }

    // The target.

    void aFileThatIsThereStaysUntilTheNewOneIsWhole()
    {
        const auto image = makeImage(15, 1, 3'000'000);
        m_server->add(image);
        int held = 0;
        m_server->tamper = [&](const auto &request, auto &answer) {
            if (request.digest() == digestOf(image.layers[0])) {
                answer.holdAt = 1'500'000;
                if (++held == 1)
                    answer.body[2'000'000] = char(answer.body[2'000'000] + 1);
            }
        };
        QFile old(m_target);
        QVERIFY(old.open(QIODevice::WriteOnly) && old.write("old") == 3);
        old.close();

        const auto *first = m_queue->add(taskOf(requestFor(m_server->host(), image)));
        QTRY_VERIFY_WITH_TIMEOUT(m_server->isHolding() && first->doneBytes > 0, 5000);
        QCOMPARE(fileContent(m_target), QByteArray("old"));
        m_server->release();
        QVERIFY(endsAs(*first, State::Failed));
        QCOMPARE(fileContent(m_target), QByteArray("old"));
        QCOMPARE(listOf(m_folder->filePath(u"target"_s)), QStringList{u"web.tar"_s});

        const auto *second = m_queue->add(taskOf(requestFor(m_server->host(), image)));
        QTRY_VERIFY_WITH_TIMEOUT(m_server->isHolding() && second->doneBytes > 0, 5000);
        QCOMPARE(fileContent(m_target), QByteArray("old"));
        m_server->release();
        QVERIFY(endsAs(*second, State::Done));
        QVERIFY(holds(m_target, image));
        QCOMPARE(listOf(m_folder->filePath(u"target"_s)), QStringList{u"web.tar"_s});
    }

    void eachTargetThatCannotBeWrittenSaysWhy_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<ExportFormat>("format");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("no such folder") << u"nowhere/web.tar"_s << ExportFormat::OciArchive << u"\"web.tar\" cannot be written: No such file or directory"_s;
        QTest::newRow("a folder of that name") << u"taken"_s << ExportFormat::OciArchive << u"\"taken\" cannot be written: Filename refers to a directory"_s;
        QTest::newRow("a file for a folder") << u"file/web.tar"_s << ExportFormat::DockerArchive << u"\"web.tar\" cannot be written: Not a directory"_s;
        QTest::newRow("a name that is too long") << QString(256, u'n') << ExportFormat::OciArchive << u"cannot be written: File name too long"_s;
        QTest::newRow("the folder is there") << u"taken"_s << ExportFormat::OciFolder
                                             << u"There is something at \"taken\" already; choose a folder that does not exist"_s;
        QTest::newRow("a file where the folder should be")
            << u"file"_s << ExportFormat::OciFolder << u"There is something at \"file\" already; choose a folder that does not exist"_s;
        QTest::newRow("no folder for the folder") << u"nowhere/layout"_s << ExportFormat::OciFolder << u"\"layout\" cannot be written: "_s;
    }
    void eachTargetThatCannotBeWrittenSaysWhy()
    {
        QFETCH(const QString, name);
        QFETCH(const ExportFormat, format);
        QFETCH(const QString, sentence);
        const auto image = makeImage(16, 1);
        m_server->add(image);
        const QString folder = m_folder->filePath(u"target"_s);
        QVERIFY(QDir(folder).mkdir(u"taken"_s));
        QFile file(folder + u"/file"_s);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("as it was") > 0);
        file.close();
        const auto before = listOf(folder);

        const auto *transfer =
            m_queue->add(taskOf(exportOf(m_server->host(), {itemOf(u"team/web"_s, {u"1.0"_s}, image.digest())}, folder + u'/' + name, format)));

        QVERIFY(endsAs(*transfer, State::Failed));
        QVERIFY2(transfer->failure.contains(sentence), qPrintable(transfer->failure));
        QCOMPARE(listOf(folder), before);
        QCOMPARE(fileContent(folder + u"/file"_s), QByteArray("as it was"));
    }

    void aFolderThatMayNotBeWrittenSaysSo_data()
    {
        QTest::addColumn<QString>("form");
        QTest::newRow("archive") << u"archive"_s;
        QTest::newRow("folder") << u"folder"_s;
    }
    void aFolderThatMayNotBeWrittenSaysSo()
    {
        QFETCH(const QString, form);
        const auto image = makeImage(17, 1);
        m_server->add(image);
        const QString folder = m_folder->filePath(u"target"_s);
        QVERIFY(QFile::setPermissions(folder, QFile::ReadOwner | QFile::ExeOwner));

        const auto run = exportOnce(image, form, folder + u"/web"_s, {});

        QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        QCOMPARE(run.first, 1);
        QCOMPARE(run.second, QByteArray("\"web\" cannot be written: Permission denied"));
        QCOMPARE(listOf(folder), QStringList());
    }

    /// Each call that changes the disk fails once; an old file, where there is one, stays.
    void whereverTheDiskFailsNothingIsLeft_data()
    {
        QTest::addColumn<QString>("form");
        QTest::addColumn<QByteArray>("mode");
        for (const auto &form : {u"archive"_s, u"gzip"_s, u"zstd"_s, u"folder"_s}) {
            QTest::newRow(qPrintable(form + u", full"_s)) << form << QByteArray("enospc");
            if (form == "archive"_L1)
                QTest::newRow(qPrintable(form + u", broken"_s)) << form << QByteArray("eio");
        }
    }
    void whereverTheDiskFailsNothingIsLeft()
    {
        QFETCH(const QString, form);
        QFETCH(const QByteArray, mode);
        const auto image = makeImage(18, 1, 60'000);
        m_server->add(image);
        FaultyDisk disk;
        const QString target = disk.root() + u"/web"_s;
        const bool isFile = form != "folder"_L1;
        int failures = 0;
        for (int at = 1;; ++at) {
            if (isFile) {
                QFile old(target);
                QVERIFY(old.open(QIODevice::WriteOnly) && old.write("old") == 3);
            } else {
                QDir(target).removeRecursively();
            }
            const auto before = listOf(disk.root());
            const auto run = exportOnce(image, form, target, disk.environmentFor({mode, at, "open:|write:|mkdir:|rename:", {}, {}, {}}));
            if (disk.hit().isEmpty()) { // there was no such call any more
                QCOMPARE(run.first, 0);
                break;
            }
            ++failures;
            QVERIFY2(run.first == 1, run.second + " at " + disk.hit());
            QVERIFY2(!run.second.isEmpty() && !run.second.contains("Unknown error"), run.second + " at " + disk.hit());
            if (mode == "enospc" && disk.hit().startsWith("write"))
                QCOMPARE(run.second, QByteArray("There is no room for \"web\" on its disk"));
            QCOMPARE(listOf(disk.root()), before);
            if (isFile)
                QCOMPARE(fileContent(target), QByteArray("old"));
        }
        QVERIFY2(failures >= 2, QByteArray::number(failures).constData());
    }

    // What began before all others.

    void whatStaysAwayFailsInTime()
    {
        const auto &gone = *m_away->gone;
        QVERIFY(endsAs(gone, State::Failed, 45000));
        QVERIFY2(m_away->endedAfterMs < 40'000, QByteArray::number(m_away->endedAfterMs).constData());
        QVERIFY2(gone.failure.contains(u"Nothing accepts connections at "_s + m_away->server.host()), qPrintable(gone.failure));
        QCOMPARE(gone.ownRetries, 3);
        QCOMPARE(listOf(m_away->folder.filePath(u"target"_s)), QStringList());
        QVERIFY(m_away->wasAway);
        QCOMPARE(m_away->besideWhileAway, QStringList());

        // It reads its file anew with each try, which is not getting further.
        QVERIFY(endsAs(*m_away->stuck, State::Failed, 45000));
        QVERIFY2(m_away->stuck->failure.contains(u"closed the connection"_s), qPrintable(m_away->stuck->failure));
        QCOMPARE(m_away->stuck->ownRetries, 3);
    }

private:
    /// Two that fail for good, which takes them a while: an export whose server goes inside a layer, and an import to a server that breaks
    /// off at the same place again and again.
    struct Away {
        QTemporaryDir folder;
        FakeRegistry server;
        FakeRegistry stubborn;
        TransferQueue first{folder.path()};
        TransferQueue second{folder.path()};
        Transfer *gone = nullptr;
        Transfer *stuck = nullptr;
        QElapsedTimer clock;
        qint64 endedAfterMs = 0;
        bool wasAway = false;
        QStringList besideWhileAway;

        bool begin()
        {
            const auto image = makeImage(5, 2, 2'500'000);
            const QString file = folder.filePath(u"import.tar"_s);
            if (!QDir(folder.path()).mkdir(u"target"_s) || !writeArchive(file, image, "1.0"))
                return false;
            server.add(image);
            server.tamper = [layer = digestOf(image.layers[0])](const auto &request, auto &answer) {
                if (request.digest() == layer)
                    answer.holdAt = 1'500'000;
            };
            stubborn.addManifest(image.layers[0], "application/octet-stream"); // is found there with each try
            stubborn.tamper = [](const auto &request, auto &answer) { answer.isSilent = request.method == "POST"; };
            gone = first.add(taskOf(exportOf(server.host(), {itemOf(u"team/web"_s, {u"1.0"_s}, image.digest())}, folder.filePath(u"target/web.tar"_s))));
            const auto archive = readImageArchive(file.toStdU16String(), [](auto) { return true; });
            if (!archive || !QTest::qWaitFor([this] { return server.isHolding() && gone->doneBytes > 0; }, 5000))
                return false;
            stuck = second.add(taskOf(importOf(file.toStdU16String(), *archive, 0, stubborn.host(), u"team/web"_s, u"1.0"_s)));
            QObject::connect(gone, &Transfer::changed, gone, [this] {
                if (gone->state == State::Away) {
                    wasAway = true;
                    besideWhileAway += listOf(folder.filePath(u"target"_s));
                }
                endedAfterMs = clock.elapsed();
            });
            server.stop();
            clock.start();
            return true;
        }
    };

    ExportRequest requestFor(const QString &host, const TestImage &image, const QString &target = {}) const
    {
        return exportOf(host, {itemOf(u"team/web"_s, {u"1.0"_s}, image.digest())}, target.isEmpty() ? m_target : target);
    }

    /// The same in a process that is not above the rights of files. Its exit code and what it said.
    std::pair<int, QByteArray> exportOnce(const TestImage &image, const QString &form, const QString &target, const QStringList &environment) const
    {
        QProcess process;
        auto variables = QProcessEnvironment::systemEnvironment();
        for (const auto &entry : environment)
            variables.insert(entry.section(u'=', 0, 0), entry.section(u'=', 1));
        process.setProcessEnvironment(variables);
        process.setChildProcessModifier([] {
            ::prctl(PR_SET_PDEATHSIG, SIGTERM);
            ::prctl(PR_CAPBSET_DROP, CAP_DAC_OVERRIDE); // fails for whoever has no such thing to drop
        });
        process.start(QStringLiteral(BERTH_EXPORTONCE), {m_server->host(), u"team/web"_s, QString::fromUtf8(image.digest()), form, target});
        if (!QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 30000)) {
            process.kill();
            process.waitForFinished();
        }
        const auto said = process.readAllStandardOutput().trimmed();
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, said.isEmpty() ? process.readAllStandardError() : said};
    }

    std::unique_ptr<Away> m_away;
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_target;
    std::unique_ptr<TransferQueue> m_queue;
    std::unique_ptr<FakeRegistry> m_server;
};

QTEST_GUILESS_MAIN(ExportFaultsTest)
#include "ExportFaultsTest.moc"
