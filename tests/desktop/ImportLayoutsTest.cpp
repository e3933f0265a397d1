// SPDX-License-Identifier: Apache-2.0
#include <QJsonDocument>

#include "DesktopFixture.h"
#include "DropArchive.h"
#include "archive/ImageBuilder.h"
#include "archive/Packed.h"
#include "desktop/style/BerthStyle.h"

using namespace berth;
using namespace berth::test;
using namespace Qt::StringLiterals;

/// Every layout that docker, containerd and skopeo write goes through the window into the registry: the image's config (its ID) survives,
/// and where the archive has manifests, their digests do.
class ImportLayoutsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(new BerthStyle); }

    void theImageIdSurvives_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const auto parts = makeParts(1, 3, {"shop/web:1.4"});
        const auto old = oldDockerLayout({parts});
        QTest::newRow("docker save of docker 24 and older") << old.toTar();
        QTest::newRow("docker save of docker 25 and newer") << newDockerLayout({parts}).toTar();
        QTest::newRow("gzip") << packed(u"gzip"_s, old.toTar());
        QTest::newRow("gzip, several members") << packedInPieces(u"gzip"_s, old.toTar(), 5000);
        QTest::newRow("zstd, several frames") << packedInPieces(u"zstd"_s, old.toTar(), 5000);
        QTest::newRow("xz") << packed(u"xz"_s, old.toTar());
        for (const auto &program : {u"gzip"_s, u"zstd"_s, u"xz"_s}) {
            auto inside = old;
            for (int i = 0; i < parts.layers.size(); ++i)
                replaceContent(inside, parts.layers.at(i), packed(program, parts.layers.at(i)));
            QTest::newRow(qPrintable(u"layers packed inside with "_s + program)) << inside.toTar();
        }
    }

    void theImageIdSurvives()
    {
        QFETCH(const QByteArray, bytes);
        const auto id = digestOf(makeParts(1, 3, {"shop/web:1.4"}).config());
        DesktopFixture berth;
        QVERIFY(berth.start());
        QVERIFY2(import(berth, bytes).isEmpty(), m_problem.constData());

        const auto manifest = berth.send("GET", u"/v2/shop/web/manifests/1.4"_s);
        QCOMPARE(manifest.status, 200);
        const auto body = manifest.jsonBody();
        const auto config = json::text(*json::find(body, "config"), "digest");
        QCOMPARE(QByteArray::fromStdString(config), id);
        for (const auto &layer : json::list(body, "layers")) {
            const auto blob = berth.send("GET", u"/v2/shop/web/blobs/"_s + QString::fromStdString(json::text(layer, "digest")));
            QCOMPARE(blob.status, 200);
            QCOMPARE(digestOf(blob.body).toStdString(), json::text(layer, "digest"));
        }
    }

    void platformsOfAWholeIndexKeepTheirDigests()
    {
        OciBuilder builder;
        auto arm = makeParts(20, 2);
        arm.architecture = "arm64";
        const auto index = builder.index({builder.image(makeParts(10, 2)), builder.image(arm)});
        DesktopFixture berth;
        QVERIFY(berth.start());
        QVERIFY2(import(berth, builder.layout({named(index, u"shop/multi:2.0"_s)}).toTar()).isEmpty(), m_problem.constData());
        const auto reply = berth.send("GET", u"/v2/shop/multi/manifests/2.0"_s);
        QCOMPARE(QString::fromUtf8(reply.headers["docker-content-digest"]), index["digest"_L1].toString());
    }

    void whatContainerdExportedWithOnePlatformIsImportedWithoutTheAbsentOne()
    {
        OciBuilder builder;
        auto arm = makeParts(20, 2);
        arm.architecture = "arm64";
        const auto present = builder.image(makeParts(10, 2));
        const auto absent = builder.image(arm);
        const auto index = builder.index({present, absent});
        const auto armBlobs = QJsonDocument::fromJson(builder.files.content(blobName(absent))).object();
        builder.forget(absent);
        for (const auto &layer : armBlobs["layers"_L1].toArray())
            builder.forget(layer.toObject());
        DesktopFixture berth;
        QVERIFY(berth.start());
        QVERIFY2(import(berth, builder.layout({annotated(index, u"io.containerd.image.name"_s, u"docker.io/shop/half:1"_s)}).toTar()).isEmpty(),
            m_problem.constData());
        const auto reply = berth.send("GET", u"/v2/shop/half/manifests/1"_s);
        QCOMPARE(reply.status, 200);
        QCOMPARE(QString::fromUtf8(reply.headers["docker-content-digest"]), present["digest"_L1].toString());
    }

    void aHangulFileNameGetsALegalImageName()
    {
        DesktopFixture berth;
        QVERIFY(berth.start());
        m_fileName = u"한글.tar"_s;
        QVERIFY2(import(berth, oldDockerLayout({makeParts(3, 1)}).toTar()).isEmpty(), m_problem.constData());
        m_fileName = u"archive.tar"_s;
        QCOMPARE(berth.send("GET", u"/v2/library/hangeul/manifests/latest"_s).status, 200);
    }

private:
    /// Puts other content where a layer of the old layout lies, whatever its folder is called.
    static void replaceContent(FileList &files, const QByteArray &from, const QByteArray &to)
    {
        const auto manifest = QJsonDocument::fromJson(files.content("manifest.json")).array();
        for (const auto &path : manifest.first()["Layers"_L1].toArray()) {
            if (files.contains(path.toString().toUtf8()) && files.content(path.toString().toUtf8()) == from)
                files.replace(path.toString().toUtf8(), to);
        }
    }

    /// Drops the bytes as a file and imports them; empty, or what went wrong.
    QByteArray import(DesktopFixture &berth, const QByteArray &bytes)
    {
        const QString path = m_folder.filePath(m_fileName);
        writeFile(path, bytes);
        m_problem.clear();
        if (!dropFiles(berth.window(), {path}))
            return m_problem = "the window refused the drop";
        auto *dialog = importDialog(berth.window());
        if (!dialog || !pressImport(*dialog, 15000))
            return m_problem = "the dialog never offered Import";
        const auto *transfer = finishedTransfer(berth.desktop().transfers());
        if (!transfer || transfer->state != Transfer::State::Done)
            return m_problem = "the transfer failed: " + (transfer ? transfer->failure.toUtf8() : QByteArray());
        return {};
    }

    QTemporaryDir m_folder;
    QString m_fileName = u"archive.tar"_s;
    QByteArray m_problem;
};

QTEST_MAIN(ImportLayoutsTest)
#include "ImportLayoutsTest.moc"
