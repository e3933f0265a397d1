// SPDX-License-Identifier: Apache-2.0
#include <QJsonDocument>
#include <QTest>

#include "archive/ImageBuilder.h"
#include "archive/Packed.h"
#include "archive/ScratchFolder.h"
#include "archive/TarWriter.h"

using namespace berth;
using namespace berth::test;

namespace {

const QString manifestType = QStringLiteral("application/vnd.oci.image.manifest.v1+json");
const QString indexType = QStringLiteral("application/vnd.oci.image.index.v1+json");
constexpr auto bad = ErrorCode::BadRequest;

/// A docker archive of one layer with that manifest.json; the configuration is c.json, the layer l.tar.
FileList dockerArchive(const QByteArray &manifestJson)
{
    const auto parts = makeParts(1, 1);
    return FileList().add("c.json", parts.config()).add("l.tar", parts.layers[0]).add("manifest.json", manifestJson);
}

FileList dockerArchive() { return dockerArchive(R"([{"Config":"c.json","RepoTags":["a:1"],"Layers":["l.tar"]}])"); }

QByteArray changed(const QByteArray &text, const QByteArray &from, const QByteArray &to)
{
    QByteArray result = text;
    if (!result.contains(from))
        qFatal("%s is not there", from.constData());
    return result.replace(from, to);
}

} // namespace

/// What an archive's JSON and blobs may not say, each refused in its own words. Numbers are those of the list of attacks.
class HostileImageTest : public QObject {
    Q_OBJECT

    void row(const char *name, const FileList &files, const char *sentence, ErrorCode code = bad)
    {
        QTest::newRow(name) << files.toTar() << code << QByteArray(sentence);
    }

    void dockerRows()
    {
        const auto parts = makeParts(1, 1);
        const auto config = [&](const QByteArray &from, const QByteArray &to) { return dockerArchive().replace("c.json", changed(parts.config(), from, to)); };
        row("manifest.json is null", dockerArchive("null"), "manifest.json cannot be read");
        row("manifest.json is an object", dockerArchive("{}"), "manifest.json is no list of images");
        row("no image", dockerArchive("[]"), "The archive lists no image");
        row("no configuration", dockerArchive().remove("c.json"), "The image configuration \"c.json\" is not in the archive");
        row("configuration is a name that leads away", dockerArchive(R"([{"Config":"../c.json","Layers":["l.tar"]}])"), "leads out of the archive");
        row("layer is a name that leads away", dockerArchive(R"([{"Config":"c.json","Layers":["/l.tar"]}])"), "is an absolute path");
        row("layer is missing", dockerArchive().remove("l.tar"), "Layer 1 (l.tar) is not in the archive");
        row("Layers is a text", dockerArchive(R"([{"Config":"c.json","Layers":"l.tar"}])"), "Layers is no list");
        row("a layer is a number", dockerArchive(R"([{"Config":"c.json","Layers":[1]}])"), "Layers holds something that is no text");
        row("more layers than the configuration has", dockerArchive(R"([{"Config":"c.json","Layers":["l.tar","l.tar"]}])"),
            "The archive lists 2 layers, the image configuration 1");
        row("rootfs of another type", config("\"type\":\"layers\"", "\"type\":\"other\""), "its rootfs is not of the type \"layers\"");
        row("no rootfs", dockerArchive().replace("c.json", "{}"), "its rootfs is not of the type \"layers\"");
        row("os is a number", config("\"os\":\"linux\"", "\"os\":1"), "\"c.json\" cannot be used: its \"os\" is no text");
        row("X-06 layer damaged", dockerArchive().replace("l.tar", makeLayer(2)), "Layer 1 (l.tar) is damaged: its digest is", ErrorCode::Damaged);
        row("X-11 diff_id of another algorithm", config("sha256:", "sha999:"), "rootfs.diff_ids holds something that is no digest");
        row("X-11 short diff_id", config("sha256:", "sha256:a"), "rootfs.diff_ids holds something that is no digest");
        row("one file for two layers",
            FileList()
                .add("l.tar", packed("gzip", makeLayer(1)))
                .add("c.json", makeParts(1, 2).config())
                .link("alias.tar", "l.tar")
                .add("manifest.json", R"([{"Config":"c.json","Layers":["l.tar","alias.tar"]}])"),
            "stands for two different layers");
        row("1001 layers", oldDockerLayout({makeParts(1, 1001)}), "The image has more than 1000 layers");
        row("very old docker", FileList().add("repositories", "{}").add("abc/json", "{}"), "written by a docker older than 1.10", ErrorCode::Unsupported);
        row("docker export", FileList().add("etc/passwd", "root").add("bin/sh", "x"), "This is no image archive");
        row("X-07 manifest.json above 8 MiB", dockerArchive('[' + QByteArray(9 << 20, ' ') + ']'), "The archive's manifest.json is larger than 8 MiB");
        row("X-07 configuration above 8 MiB", dockerArchive().replace("c.json", parts.config() + QByteArray(9 << 20, ' ')),
            "\"c.json\" cannot be used: it is larger than 8 MiB");
    }

    void jsonRows()
    {
        row("X-10 depth", dockerArchive(QByteArray(101, '[') + QByteArray(101, ']')), "manifest.json cannot be read: The JSON is broken");
        row("X-10 a key twice", dockerArchive(R"([{"Config":"c.json","Config":"d.json","Layers":[]}])"), "has the key \"Config\" twice");
        row("X-10 bad UTF-8", dockerArchive("[{\"Config\":\"\xff\"}]"), "manifest.json cannot be read: The JSON is broken");
        row("X-10 cut off", dockerArchive(R"([{"Config":"c.json")"), "manifest.json cannot be read: The JSON is broken");
        row("X-10 a key twice in the configuration", dockerArchive().replace("c.json", R"({"os":"a","os":"b"})"),
            "\"c.json\" cannot be used: The JSON has the key \"os\" twice");
        QByteArray many = "[" + QByteArray("{},").repeated(10'001);
        many.back() = ']';
        row("X-10 10,001 images", dockerArchive(many), "manifest.json lists more than 10,000 images");
    }

    void ociRows()
    {
        OciBuilder oci;
        const auto image = oci.image(makeParts(1, 2));
        const auto layout = oci.layout({named(image, "1")});
        const auto with = [&](const QString &key, const QJsonValue &value) {
            auto other = image;
            other[key] = value;
            return oci.layout({other});
        };
        const auto blob = blobName(image);
        const auto layer = blobName(QJsonDocument::fromJson(layout.content(blob)).object()["layers"].toArray()[0].toObject());
        row("another layout version", FileList(layout).replace("oci-layout", R"({"imageLayoutVersion":"2.0.0"})"), "another version than 1.0.0",
            ErrorCode::Unsupported);
        row("index.json is a list", FileList(layout).replace("index.json", "[]"), "index.json cannot be read");
        row("X-06 manifest damaged", FileList(layout).replace(blob, layout.content(blob) + ' '), "is damaged: its content has another digest",
            ErrorCode::Damaged);
        row("X-06 layer damaged", FileList(layout).replace(layer, "other"), "is damaged: its content has another digest", ErrorCode::Damaged);
        row("X-06 a blob that is a link to another", FileList(layout).remove(layer).add("other", "other").link(layer, "../../other"),
            "is damaged: its content has another digest", ErrorCode::Damaged);
        row("X-06 manifest of another size", with("size", image["size"].toInt() + 1), "has another size than the index says", ErrorCode::Damaged);
        auto wrong = QJsonDocument::fromJson(layout.content(blob)).object();
        auto config = wrong["config"].toObject();
        config["size"] = 3;
        wrong["config"] = config;
        row("X-06 configuration of another size", oci.layout({oci.blob(toJson(wrong), manifestType)}), "has another size than the manifest says",
            ErrorCode::Damaged);
        row("manifest of another type than the index says", with("mediaType", "application/vnd.docker.distribution.manifest.v2+json"), "cannot be read");
        row("X-08 negative size", with("size", -1), "manifests[0] has no valid size");
        row("X-11 unknown algorithm", with("digest", "md5:" + QString(32, u'a')), "manifests[0] has no valid digest: A digest begins with sha256: or sha512:");
        row("X-11 upper case", with("digest", image["digest"].toString().replace(7, 1, u'A')), "has 64 lower-case hex digits");
        row("X-11 short", with("digest", "sha256:abc"), "has 64 lower-case hex digits");
        row("X-11 blob of an unknown algorithm", FileList(layout).add("blobs/md5/abc", "x"),
            "\"blobs/md5/abc\" lies among the blobs but its name is no digest");
        row("X-11 blob in upper case", FileList(layout).add("blobs/sha256/" + hexOf("x").toUpper(), "x"), "its name is no digest");
        row("X-11 blob with a short name", FileList(layout).add("blobs/sha256/abc", "x"), "its name is no digest");
        row("X-14 a URL of another scheme", with("urls", QJsonArray{"file:///etc/passwd"}), "has a URL that is not http or https");
        row("X-07 manifest above 8 MiB", oci.layout({oci.blob(layout.content(blob) + QByteArray(9 << 20, ' '), manifestType)}), "is larger than 8 MiB");
    }

    void indexRows()
    {
        OciBuilder oci;
        auto deep = oci.image(makeParts(1, 1));
        for (int i = 0; i < 8; ++i)
            deep = oci.index({deep});
        row("X-12 nested 9 deep", oci.layout({deep}), "Indexes are nested more than 8 deep");

        QJsonArray children;
        for (int i = 0; i < 10'001; ++i)
            children.append(QJsonObject{{"mediaType", manifestType}, {"size", 1}, {"digest", QString::fromUtf8(sha256Of(QByteArray::number(i)))}});
        OciBuilder wide;
        row("X-10 10,001 manifests in an index", wide.layout({wide.index(children)}), "lists more than 10,000 manifests");
        row("X-10 10,001 manifests in index.json", OciBuilder().layout(children), "index.json lists more than 10,000 manifests");

        // Few bytes, but each of many images would walk the same thousand manifests again.
        OciBuilder shared;
        while (children.size() > 1000)
            children.removeLast();
        const auto inner = shared.index(children);
        QJsonArray roots;
        for (int i = 0; i < 100; ++i)
            roots.append(shared.index({inner, children[i]}));
        row("X-12 many ways to the same manifests", shared.layout(roots), "lists more than 10,000 manifests");

        OciBuilder layers;
        auto manifest = QJsonDocument::fromJson(layers.files.content(blobName(layers.image(makeParts(1, 1))))).object();
        QJsonArray many;
        for (int i = 0; i < 1001; ++i)
            many.append(manifest["layers"].toArray()[0]);
        manifest["layers"] = many;
        row("X-10 1001 layers", layers.layout({layers.blob(toJson(manifest), manifestType)}), "has more than 1000 layers");
    }

private Q_SLOTS:
    void isRefusedInItsOwnWords_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QByteArray>("sentence");
        dockerRows();
        jsonRows();
        ociRows();
        indexRows();
    }

    void isRefusedInItsOwnWords()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const ErrorCode, code);
        QFETCH(const QByteArray, sentence);
        const auto archive = readArchive(bytes);
        QVERIFY2(!archive, "was taken");
        QVERIFY2(why(archive).contains(sentence), why(archive));
        QCOMPARE(archive.error().code, code);
    }

    void nestingOfEightIsTaken()
    {
        OciBuilder oci;
        auto deep = oci.image(makeParts(1, 1));
        for (int i = 0; i < 7; ++i)
            deep = oci.index({deep});
        const auto archive = readArchive(oci.layout({deep}).toTar());
        QVERIFY2(archive, why(archive));
    }

    void jsonThatFillsTheMemoryIsRefused()
    {
        TarWriter tar;
        const QByteArray content = '{' + QByteArray((8 << 20) - 1, ' ');
        for (int i = 0; i < 33; ++i)
            tar.file(QByteArray::number(i), content);
        const auto archive = readArchive(tar.finished());
        QVERIFY(!archive);
        QVERIFY2(why(archive).contains("holds more than 256 MiB of JSON"), why(archive));
    }
};

QTEST_GUILESS_MAIN(HostileImageTest)
#include "HostileImageTest.moc"
