// SPDX-License-Identifier: Apache-2.0
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include "e2e/DockerEngine.h"
#include "e2e/OciLayout.h"
#include "transfer/FakeRegistry.h"
#include "transfer/Transfers.h"

using namespace berth;
using namespace berth::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Outer = ImageWriter::Packing;
using State = Transfer::State;

/// What is exported is read by the programs that people have: skopeo, podman, docker, and Berth itself.
class ExportTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const auto missing = missingPrograms(QStringList{u"skopeo"_s, u"podman"_s, u"tar"_s, u"gzip"_s, u"zstd"_s, u"mount"_s} + OciLayout::programs());
        QVERIFY2(missing.isEmpty(), missing.constData());
        const auto problem = m_engine.start();
        QVERIFY2(problem.isEmpty(), problem.constData());
        m_environment = privateEnvironment(m_folder.path());
        m_layout = std::make_unique<OciLayout>(m_folder.path(), m_environment);
        VERIFY_RUN(m_layout->addImage(u"app"_s, 3, 400'000));
        VERIFY_RUN(m_layout->addImage(u"tool"_s, 1, 300'000));
        VERIFY_RUN(m_layout->addIndex(u"many"_s, {u"linux/amd64"_s, u"linux/arm64/v8"_s, u"linux/arm/v7"_s, u"linux/s390x"_s}));
        QVERIFY2(m_registry.start(), qPrintable(m_registry.errorOutput()));
        VERIFY_RUN(copy(m_layout->reference(u"app"_s), remote(u"team/app:1.0"_s)));
        VERIFY_RUN(copy(m_layout->reference(u"tool"_s), remote(u"other/deep/tool:2"_s)));
        VERIFY_RUN(copy(m_layout->reference(u"many"_s), remote(u"team/many:1"_s), {u"--all"_s, u"--preserve-digests"_s}));
        VERIFY_RUN(m_engine.login(m_registry.host(), RegistryProcess::keyId, RegistryProcess::secret));
        m_dockers = m_registry.host() + u"/team/built:3"_s;
        QVERIFY2(m_engine.buildImage(m_dockers, 2, 1), m_engine.lastRun().report().constData());
        m_dockersId = m_engine.imageId(m_dockers);
        VERIFY_RUN(m_engine.docker({u"push"_s, m_dockers}));
    }

    void init()
    {
        m_scratch = std::make_unique<QTemporaryDir>();
        m_queue = std::make_unique<TransferQueue>(m_scratch->path());
        QVERIFY2(m_engine.removeAllImages(), m_engine.lastRun().report().constData());
    }
    void cleanup()
    {
        m_queue.reset();
        podman({u"rmi"_s, u"-af"_s});
    }

    void skopeoFindsTheSameBytesInAnOciArchive_data() { packings(); }
    void skopeoFindsTheSameBytesInAnOciArchive()
    {
        QFETCH(const Outer, packing);
        QVERIFY(exported({app()}, below(u"a.tar"_s), ExportFormat::OciArchive, packing));
        const QString archive = u"oci-archive:"_s + below(u"a.tar"_s) + u":1.0"_s;
        QCOMPARE(digestOf(skopeo({u"inspect"_s, u"--raw"_s, archive}).output), m_layout->digest(u"app"_s));

        VERIFY_RUN(copy(archive, u"oci:"_s + below(u"back"_s) + u":1"_s, {u"--preserve-digests"_s}));

        QCOMPARE(OciLayout::digestIn(below(u"back"_s), u"1"_s), m_layout->digest(u"app"_s));
        compareBlobs(below(u"back"_s), 5); // three layers, config, manifest
        VERIFY_RUN(runProgram({u"tar"_s, u"-tf"_s, below(u"a.tar"_s)}, m_environment));
    }

    void podmanLoadsAnOciArchive_data() { packings(); }
    void podmanLoadsAnOciArchive()
    {
        QFETCH(const Outer, packing);
        QVERIFY(exported({app()}, below(u"a.tar"_s), ExportFormat::OciArchive, packing));
        VERIFY_RUN(podman({u"load"_s, u"-i"_s, below(u"a.tar"_s)}));
        QCOMPARE(podmanImages(), QByteArrayList{configOf(u"app"_s).mid(7)});
        QCOMPARE(podmanName(configOf(u"app"_s)), m_registry.host() + u"/team/app:1.0"_s);
    }

    /// Only its store of containerd's reads OCI archives; docker's own of any version looks for manifest.json.
    void dockerLoadsAnOciArchiveIntoContainerdsStoreOnly()
    {
        QVERIFY(exported({app()}, below(u"a.tar"_s)));
        const bool isContainerds = m_engine.docker({u"info"_s, u"--format"_s, u"{{.DriverStatus}}"_s}).output.contains("io.containerd.snapshotter");
        const auto load = m_engine.docker({u"load"_s, u"-i"_s, below(u"a.tar"_s)});
        QVERIFY2(load.isGood() == isContainerds, load.report().constData());
    }

    void dockerLoadsADockerArchiveUnderItsNames_data() { packings(); }
    void dockerLoadsADockerArchiveUnderItsNames()
    {
        QFETCH(const Outer, packing);
        auto item = app();
        item.tags << u"latest"_s;
        QVERIFY(exported({item}, below(u"a.tar"_s), ExportFormat::DockerArchive, packing));
        QVERIFY(packedByItsProgram(below(u"a.tar"_s), packing, below(u"b.tar"_s)));

        const auto load = m_engine.docker({u"load"_s, u"-i"_s, below(u"a.tar"_s)});

        if (packing == Outer::Zstd && !m_engine.docker({u"load"_s, u"-i"_s, below(u"b.tar"_s)}).isGood()) {
            QVERIFY(!load.isGood()); // docker before 23 knows no zstd, whoever made it
            return;
        }
        QVERIFY2(load.isGood(), load.report().constData());
        for (const auto &tag : {u"1.0"_s, u"latest"_s}) {
            const QString name = m_registry.host() + u"/team/app:"_s + tag;
            QVERIFY2(load.output.contains("Loaded image: " + name.toUtf8()), load.report().constData());
            QCOMPARE(m_engine.imageId(name), configOf(u"app"_s));
        }
        const auto names = m_engine.docker({u"image"_s, u"inspect"_s, u"--format"_s, u"{{join .RepoTags \" \"}}"_s, QString::fromUtf8(configOf(u"app"_s))});
        QCOMPARE(QString::fromUtf8(names.output.trimmed()), m_registry.host() + u"/team/app:1.0 "_s + m_registry.host() + u"/team/app:latest"_s);
    }

    void dockerLoadsWhatItPushed()
    {
        const auto digest = digestInRegistry(m_registry, u"team/built:3"_s);
        QVERIFY(exported({itemOf(u"team/built"_s, {u"3"_s}, digest)}, below(u"a.tar"_s), ExportFormat::DockerArchive));
        VERIFY_RUN(m_engine.docker({u"load"_s, u"-i"_s, below(u"a.tar"_s)}));
        QCOMPARE(m_engine.imageId(m_dockers), m_dockersId);
        VERIFY_RUN(podman({u"load"_s, u"-i"_s, below(u"a.tar"_s)}));
        QCOMPARE(podmanImages(), QByteArrayList{m_dockersId.mid(7)});

        // Its manifest keeps docker's type, which skopeo does not look up by a tag in a layout.
        QVERIFY(exported({itemOf(u"team/built"_s, {u"3"_s}, digest)}, below(u"b.tar"_s)));
        QCOMPARE(digestOf(skopeo({u"inspect"_s, u"--raw"_s, u"oci-archive:"_s + below(u"b.tar"_s)}).output), digest);
        VERIFY_RUN(copy(u"docker-archive:"_s + below(u"a.tar"_s), remote(u"team/back:1"_s)));
        VERIFY_RUN(copy(u"oci-archive:"_s + below(u"b.tar"_s), remote(u"team/back:2"_s), {u"--preserve-digests"_s}));
        QCOMPARE(digestInRegistry(m_registry, u"team/back:2"_s), digest);
    }

    void skopeoAndPodmanReadADockerArchive_data() { packings(); }
    void skopeoAndPodmanReadADockerArchive()
    {
        QFETCH(const Outer, packing);
        QVERIFY(exported({app()}, below(u"a.tar"_s), ExportFormat::DockerArchive, packing));
        QVERIFY(packedByItsProgram(below(u"a.tar"_s), packing, below(u"b.tar"_s)));

        // Some skopeos read no docker archive in gzip, not even gzip's own.
        const bool isReadable = packing == Outer::None || skopeo({u"inspect"_s, u"--raw"_s, u"docker-archive:"_s + below(u"b.tar"_s)}).isGood();
        for (const auto &name : {QString(), u':' + m_registry.host() + u"/team/app:1.0"_s}) {
            const auto inspect = skopeo({u"inspect"_s, u"--raw"_s, u"docker-archive:"_s + below(u"a.tar"_s) + name});
            QVERIFY2(inspect.isGood() == isReadable, inspect.report().constData());
            if (isReadable)
                QCOMPARE(QJsonDocument::fromJson(inspect.output)[u"config"_s][u"digest"_s].toString().toUtf8(), configOf(u"app"_s));
        }
        if (isReadable)
            VERIFY_RUN(copy(u"docker-archive:"_s + below(u"a.tar"_s), remote(u"team/copied:1"_s)));
        VERIFY_RUN(copy(u"oci-archive:"_s + below(u"a.tar"_s) + u":1.0"_s, remote(u"team/copied:2"_s), {u"--preserve-digests"_s})); // it is one as well
        QCOMPARE(digestInRegistry(m_registry, u"team/copied:2"_s), m_layout->digest(u"app"_s));
        VERIFY_RUN(podman({u"load"_s, u"-i"_s, below(u"a.tar"_s)}));
        QCOMPARE(podmanImages(), QByteArrayList{configOf(u"app"_s).mid(7)});
        QCOMPARE(podmanName(configOf(u"app"_s)), m_registry.host() + u"/team/app:1.0"_s);
    }

    void aWholeIndexKeepsItsDigest()
    {
        QVERIFY(exported({many()}, below(u"a.tar"_s)));
        const QString archive = u"oci-archive:"_s + below(u"a.tar"_s) + u":1"_s;
        QCOMPARE(digestOf(skopeo({u"inspect"_s, u"--raw"_s, archive}).output), m_layout->digest(u"many"_s));

        VERIFY_RUN(copy(archive, u"oci:"_s + below(u"back"_s) + u":1"_s, {u"--all"_s, u"--preserve-digests"_s}));

        QCOMPARE(OciLayout::digestIn(below(u"back"_s), u"1"_s), m_layout->digest(u"many"_s));
        compareBlobs(below(u"back"_s), 13); // four layers, configs, manifests; the index
        VERIFY_RUN(podman({u"load"_s, u"-i"_s, below(u"a.tar"_s)}));
        QCOMPARE(podmanImages().size(), 1);
    }

    void onePlatformOfAnIndexIsAnImageOfItsOwn()
    {
        const auto arm = platformsOfMany().value(u"arm64"_s);
        QVERIFY(arm.startsWith("sha256:"));
        QVERIFY(exported({many({QString::fromUtf8(arm)})}, below(u"a.tar"_s)));

        VERIFY_RUN(copy(u"oci-archive:"_s + below(u"a.tar"_s) + u":1"_s, u"oci:"_s + below(u"back"_s) + u":1"_s, {u"--preserve-digests"_s}));

        QCOMPARE(OciLayout::digestIn(below(u"back"_s), u"1"_s), arm);
        compareBlobs(below(u"back"_s), 3);
        QCOMPARE(headsOf(below(u"a.tar"_s)).size(), 1);

        QVERIFY(exported({many({QString::fromUtf8(platformsOfMany().value(u"amd64"_s))})}, below(u"b.tar"_s), ExportFormat::DockerArchive));
        VERIFY_RUN(m_engine.docker({u"load"_s, u"-i"_s, below(u"b.tar"_s)}));
        QCOMPARE(m_engine.docker({u"image"_s, u"inspect"_s, u"--format"_s, u"{{.Architecture}}"_s, m_registry.host() + u"/team/many:1"_s}).output.trimmed(),
            QByteArray("amd64"));
    }

    void twoOfFourPlatformsGetAnIndexOfTheirOwn()
    {
        const auto platforms = platformsOfMany();
        const QStringList chosen{QString::fromUtf8(platforms.value(u"amd64"_s)), QString::fromUtf8(platforms.value(u"arm"_s))};
        QVERIFY(exported({many(chosen)}, below(u"a.tar"_s)));
        const QString archive = u"oci-archive:"_s + below(u"a.tar"_s) + u":1"_s;

        VERIFY_RUN(copy(archive, u"oci:"_s + below(u"back"_s) + u":1"_s, {u"--all"_s, u"--preserve-digests"_s}));

        const auto index = skopeo({u"inspect"_s, u"--raw"_s, archive}).output;
        QCOMPARE(OciLayout::digestIn(below(u"back"_s), u"1"_s), digestOf(index));
        QStringList digests, architectures;
        for (const auto &child : QJsonDocument::fromJson(index)[u"manifests"_s].toArray()) {
            digests << child[u"digest"_s].toString();
            architectures << child[u"platform"_s][u"architecture"_s].toString();
        }
        QCOMPARE(digests, chosen);
        QCOMPARE(architectures, (QStringList{u"amd64"_s, u"arm"_s}));
        QCOMPARE(QDir(below(u"back/blobs/sha256"_s)).entryList(QDir::Files).size(), 7); // two layers, configs, manifests; their index
        QCOMPARE(headsOf(below(u"a.tar"_s)).size(), 1);
        const auto inspect = skopeo({u"--override-arch"_s, u"arm"_s, u"--override-variant"_s, u"v7"_s, u"inspect"_s, u"--config"_s, archive});
        QVERIFY2(inspect.isGood(), inspect.report().constData());
        QCOMPARE(QJsonDocument::fromJson(inspect.output)[u"architecture"_s].toString(), u"arm"_s);
    }

    void severalArtifactsShareOneArchive()
    {
        auto twice = app();
        twice.tags << u"latest"_s;
        QVERIFY(exported({twice, many(), tool()}, below(u"a.tar"_s), ExportFormat::OciArchive, Outer::Zstd));

        const QString archive = u"oci-archive:"_s + below(u"a.tar"_s) + u':';
        QCOMPARE(digestOf(skopeo({u"inspect"_s, u"--raw"_s, archive + u"team/app:1.0"_s}).output), m_layout->digest(u"app"_s));
        QCOMPARE(digestOf(skopeo({u"inspect"_s, u"--raw"_s, archive + u"team/app:latest"_s}).output), m_layout->digest(u"app"_s));
        QCOMPARE(digestOf(skopeo({u"inspect"_s, u"--raw"_s, archive + u"team/many:1"_s}).output), m_layout->digest(u"many"_s));
        QCOMPARE(digestOf(skopeo({u"inspect"_s, u"--raw"_s, archive + u"other/deep/tool:2"_s}).output), m_layout->digest(u"tool"_s));
        QVERIFY(!skopeo({u"inspect"_s, u"--raw"_s, archive + u"team/app:3"_s}).isGood());
        VERIFY_RUN(copy(archive + u"other/deep/tool:2"_s, u"oci:"_s + below(u"back"_s) + u":1"_s, {u"--preserve-digests"_s}));
        compareBlobs(below(u"back"_s), 3);

        const auto archived = readImageArchive(below(u"a.tar"_s).toStdU16String(), [](auto) { return true; });
        QVERIFY2(archived, archived ? "" : archived.error().message.c_str());
        QCOMPARE(archived->images.size(), 3U);
        QVERIFY(archived->warnings.empty());
    }

    void artifactsOfOneImageShareOneArchive()
    {
        VERIFY_RUN(copy(m_layout->reference(u"tool"_s), remote(u"team/app:old"_s)));
        QVERIFY(exported({app(), itemOf(u"team/app"_s, {u"old"_s}, m_layout->digest(u"tool"_s)), itemOf(u"team/app"_s, {}, m_layout->digest(u"tool"_s))},
            below(u"a.tar"_s)));
        const QString archive = u"oci-archive:"_s + below(u"a.tar"_s) + u':';
        QCOMPARE(digestOf(skopeo({u"inspect"_s, u"--raw"_s, archive + u"1.0"_s}).output), m_layout->digest(u"app"_s));
        QCOMPARE(digestOf(skopeo({u"inspect"_s, u"--raw"_s, archive + u"old"_s}).output), m_layout->digest(u"tool"_s));
    }

    void aFolderIsALayout()
    {
        QVERIFY(exported({app()}, below(u"layout"_s), ExportFormat::OciFolder));
        compareBlobs(below(u"layout"_s), 5);
        QCOMPARE(OciLayout::digestIn(below(u"layout"_s), u"1.0"_s), m_layout->digest(u"app"_s));
        VERIFY_RUN(copy(u"oci:"_s + below(u"layout"_s) + u":1.0"_s, remote(u"team/from-folder:1"_s), {u"--preserve-digests"_s}));
        QCOMPARE(digestInRegistry(m_registry, u"team/from-folder:1"_s), m_layout->digest(u"app"_s));
        VERIFY_RUN(runProgram({u"umoci"_s, u"stat"_s, u"--image"_s, below(u"layout"_s) + u":1.0"_s}, m_environment));
    }

    void whatWasExportedIsImportedWithItsDigest_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<ExportFormat>("format");
        QTest::addColumn<Outer>("packing");
        QTest::newRow("image, plain") << u"app"_s << ExportFormat::OciArchive << Outer::None;
        QTest::newRow("image, gzip") << u"app"_s << ExportFormat::OciArchive << Outer::Gzip;
        QTest::newRow("image, zstd") << u"app"_s << ExportFormat::OciArchive << Outer::Zstd;
        QTest::newRow("image, docker archive") << u"app"_s << ExportFormat::DockerArchive << Outer::None;
        QTest::newRow("image, folder") << u"app"_s << ExportFormat::OciFolder << Outer::None;
        QTest::newRow("index, plain") << u"many"_s << ExportFormat::OciArchive << Outer::None;
        QTest::newRow("index, folder") << u"many"_s << ExportFormat::OciFolder << Outer::None;
        QTest::newRow("docker's image, docker archive") << u"built"_s << ExportFormat::DockerArchive << Outer::None;
        QTest::newRow("docker's image, OCI archive") << u"built"_s << ExportFormat::OciArchive << Outer::None;
    }
    void whatWasExportedIsImportedWithItsDigest()
    {
        QFETCH(const QString, what);
        QFETCH(const ExportFormat, format);
        QFETCH(const Outer, packing);
        const auto built = digestInRegistry(m_registry, u"team/built:3"_s);
        const auto item = what == "app"_L1 ? app() : what == "many"_L1 ? many() : itemOf(u"team/built"_s, {u"3"_s}, built);
        QVERIFY(exported({item}, below(u"a"_s), format, packing));
        RegistryProcess other;
        QVERIFY2(other.start(), qPrintable(other.errorOutput()));

        const auto path = below(u"a"_s).toStdU16String();
        const auto archive = readImageArchive(path, [](auto) { return true; });
        QVERIFY2(archive, archive ? "" : archive.error().message.c_str());
        QVERIFY(archive->warnings.empty());
        QCOMPARE(archive->images.size(), 1U);
        const auto *transfer = m_queue->add(taskOf(importOf(path, *archive, 0, other.host(), u"copies/"_s + what, u"5"_s)));

        QVERIFY(endsAs(*transfer, State::Done));
        QCOMPARE(digestInRegistry(other, u"copies/"_s + what + u":5"_s), item.digest.toUtf8());
        QCOMPARE(transfer->digest, item.digest);
    }

    void theSameExportTwiceGivesTheSameBytes_data() { packings(); }
    void theSameExportTwiceGivesTheSameBytes()
    {
        QFETCH(const Outer, packing);
        QVERIFY(exported({app(), many()}, below(u"a.tar"_s), ExportFormat::OciArchive, packing));
        QTest::qSleep(1100); // another second by any clock
        QVERIFY(exported({app(), many()}, below(u"b.tar"_s), ExportFormat::OciArchive, packing));
        QVERIFY(fileContent(below(u"a.tar"_s)).size() > 1'000'000);
        QVERIFY(fileContent(below(u"a.tar"_s)) == fileContent(below(u"b.tar"_s)));
    }

    /// Room enough when it begins, then someone else takes it.
    void aDiskThatFillsUpMeanwhileIsToldAndNothingIsLeft_data()
    {
        QTest::addColumn<ExportFormat>("format");
        QTest::addColumn<Outer>("packing");
        QTest::newRow("plain") << ExportFormat::OciArchive << Outer::None;
        QTest::newRow("gzip") << ExportFormat::OciArchive << Outer::Gzip;
        QTest::newRow("zstd") << ExportFormat::DockerArchive << Outer::Zstd;
        QTest::newRow("folder") << ExportFormat::OciFolder << Outer::None;
    }
    void aDiskThatFillsUpMeanwhileIsToldAndNothingIsLeft()
    {
        QFETCH(const ExportFormat, format);
        QFETCH(const Outer, packing);
        const QString disk = below(u"disk"_s);
        QVERIFY(QDir().mkpath(disk));
        VERIFY_RUN(runProgram({u"mount"_s, u"-t"_s, u"tmpfs"_s, u"-o"_s, u"size=6m"_s, u"none"_s, disk}, m_environment));
        const auto unmount = qScopeGuard([&] { runProgram({u"umount"_s, u"-l"_s, disk}, m_environment); });
        const auto image = makeImage(1, 2, 2'000'000);
        FakeRegistry server;
        server.add(image);
        server.tamper = [&](const auto &request, auto &answer) {
            if (request.digest() == digestOf(image.layers[1]))
                answer.holdAt = 10'000;
        };
        const auto *transfer =
            m_queue->add(taskOf(exportOf(server.host(), {itemOf(u"team/app"_s, {u"1.0"_s}, image.digest())}, disk + u"/web"_s, format, packing)));
        QTRY_VERIFY_WITH_TIMEOUT(server.isHolding(), 10000);
        QFile filler(disk + u"/filler"_s);
        QVERIFY(filler.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
        while (filler.write(QByteArray(65536, 'x')) == 65536) { }
        server.release();

        QVERIFY(endsAs(*transfer, State::Failed));
        QCOMPARE(transfer->failure, u"There is no room for \"web\" on its disk"_s);
        QCOMPARE(listOf(disk), QStringList{u"filler"_s});

        // With too little room from the start nothing is fetched.
        const auto asked = server.requests().size();
        const auto *early =
            m_queue->add(taskOf(exportOf(server.host(), {itemOf(u"team/app"_s, {u"1.0"_s}, image.digest())}, disk + u"/web"_s, format, packing)));
        QVERIFY(endsAs(*early, State::Failed));
        QVERIFY2(early->failure.startsWith(u"The export needs "_s), qPrintable(early->failure));
        QCOMPARE(server.requests().size(), asked + 1); // its manifest
    }

private:
    static void packings()
    {
        QTest::addColumn<Outer>("packing");
        QTest::newRow("plain") << Outer::None;
        QTest::newRow("gzip") << Outer::Gzip;
        QTest::newRow("zstd") << Outer::Zstd;
    }

    static QString credentials() { return QLatin1String(RegistryProcess::keyId) + u':' + QLatin1String(RegistryProcess::secret); }

    QString below(const QString &name) const { return m_scratch->filePath(name); }
    QString remote(const QString &name) const { return u"docker://"_s + m_registry.host() + u'/' + name; }

    ExportItem app() const { return itemOf(u"team/app"_s, {u"1.0"_s}, m_layout->digest(u"app"_s)); }
    ExportItem tool() const { return itemOf(u"other/deep/tool"_s, {u"2"_s}, m_layout->digest(u"tool"_s)); }
    ExportItem many(const QStringList &platforms = {}) const { return itemOf(u"team/many"_s, {u"1"_s}, m_layout->digest(u"many"_s), platforms); }

    bool exported(const QList<ExportItem> &items, const QString &target, ExportFormat format = ExportFormat::OciArchive, Outer packing = Outer::None)
    {
        return endsAs(*m_queue->add(taskOf(exportOf(m_registry.host(), items, target, format, packing))), State::Done);
    }

    /// Puts the same archive through gzip or zstd themselves; as it is if it is plain.
    bool packedByItsProgram(const QString &archive, Outer packing, const QString &target) const
    {
        if (packing == Outer::None)
            return QFile::copy(archive, target);
        const QString program = packing == Outer::Gzip ? u"gzip"_s : u"zstd"_s;
        const auto plain = runProgram({program, u"-dc"_s}, m_environment, 60s, fileContent(archive));
        const auto packed = runProgram({program, u"-c"_s}, m_environment, 60s, plain.output);
        QFile file(target);
        return plain.isGood() && packed.isGood() && file.open(QIODevice::WriteOnly) && file.write(packed.output) == packed.output.size();
    }

    ProgramRun skopeo(const QStringList &arguments) const { return runProgram(QStringList{u"skopeo"_s, u"--insecure-policy"_s} + arguments, m_environment); }

    /// skopeo copy, with the administrator's credentials at whichever end is the registry.
    ProgramRun copy(const QString &from, const QString &to, const QStringList &options = {}) const
    {
        QStringList arguments{u"copy"_s};
        if (from.startsWith(u"docker://"_s))
            arguments << u"--src-tls-verify=false"_s << u"--src-creds"_s << credentials();
        if (to.startsWith(u"docker://"_s))
            arguments << u"--dest-tls-verify=false"_s << u"--dest-creds"_s << credentials();
        return skopeo(arguments + options + QStringList{from, to});
    }

    ProgramRun podman(const QStringList &arguments) const
    {
        return runProgram(QStringList{u"podman"_s, u"--root"_s, m_folder.filePath(u"podman"_s), u"--runroot"_s, m_folder.filePath(u"podman-run"_s),
                              u"--storage-driver"_s, u"vfs"_s}
                + arguments,
            m_environment);
    }
    /// IDs of all images that podman has, without "sha256:".
    QByteArrayList podmanImages() const
    {
        const auto list = podman({u"images"_s, u"-q"_s, u"--no-trunc"_s}).output.replace("sha256:", "").simplified();
        return list.isEmpty() ? QByteArrayList() : list.split(' ');
    }
    QString podmanName(const QByteArray &id) const
    {
        return QString::fromUtf8(
            podman({u"image"_s, u"inspect"_s, u"--format"_s, u"{{join .RepoTags \" \"}}"_s, QString::fromUtf8(id.mid(7))}).output.trimmed());
    }

    static QByteArray digestInRegistry(const RegistryProcess &registry, const QString &name)
    {
        const auto reply = registry.send("GET", u"/v2/%1/manifests/%2"_s.arg(name.section(u':', 0, 0), name.section(u':', 1)));
        return reply.status == 200 ? digestOf(reply.body) : QByteArray();
    }

    QByteArray blobOfLayout(const QByteArray &digest) const { return fileContent(m_layout->path() + u"/blobs/sha256/"_s + QString::fromUtf8(digest.mid(7))); }

    /// The digest of an image's config, which is what docker and podman call its ID.
    QByteArray configOf(const QString &tag) const
    {
        return QJsonDocument::fromJson(blobOfLayout(m_layout->digest(tag)))[u"config"_s][u"digest"_s].toString().toUtf8();
    }

    /// Digests by architecture.
    QHash<QString, QByteArray> platformsOfMany() const
    {
        QHash<QString, QByteArray> platforms;
        for (const auto &child : QJsonDocument::fromJson(blobOfLayout(m_layout->digest(u"many"_s)))[u"manifests"_s].toArray())
            platforms.insert(child[u"platform"_s][u"architecture"_s].toString(), child[u"digest"_s].toString().toUtf8());
        return platforms;
    }

    /// What index.json of an archive lists.
    QJsonArray headsOf(const QString &archive) const
    {
        return QJsonDocument::fromJson(runProgram({u"tar"_s, u"-xOf"_s, archive, u"index.json"_s}, m_environment).output)[u"manifests"_s].toArray();
    }

    /// A layout has that many blobs, and each is what it was before it went into the registry.
    void compareBlobs(const QString &layout, int count) const
    {
        const auto blobs = QDir(layout + u"/blobs/sha256"_s).entryList(QDir::Files);
        QCOMPARE(blobs.size(), count);
        for (const auto &blob : blobs)
            QVERIFY2(fileContent(layout + u"/blobs/sha256/"_s + blob) == blobOfLayout("sha256:" + blob.toUtf8()), qPrintable(blob));
    }

    QTemporaryDir m_folder;
    std::unique_ptr<QTemporaryDir> m_scratch;
    QProcessEnvironment m_environment;
    DockerEngine m_engine;
    std::unique_ptr<OciLayout> m_layout;
    RegistryProcess m_registry;
    QString m_dockers; ///< The full name of what docker built and pushed.
    QByteArray m_dockersId;
    std::unique_ptr<TransferQueue> m_queue;
};

QTEST_GUILESS_MAIN(ExportTest)
#include "ExportTest.moc"
