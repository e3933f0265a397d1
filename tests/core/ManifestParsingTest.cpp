// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "core/Manifest.h"
#include "core/MediaTypes.h"

using namespace berth;

namespace {

/// JSON text written with single quotes.
QByteArray q(const char *text) { return QByteArray(text).replace('\'', '"'); }

QByteArray descriptor(const char *type, const QByteArray &extra = {}, char digit = 'a')
{
    return QByteArray(q("{'mediaType':'")) + type + q("','digest':'sha256:") + QByteArray(64, digit) + q("','size':10") + extra + "}";
}

const QByteArray config = q("'config':") + descriptor("application/vnd.oci.image.config.v1+json");
const QByteArray layer = descriptor("application/vnd.oci.image.layer.v1.tar+gzip");
const QByteArray child = descriptor("application/vnd.oci.image.manifest.v1+json");
constexpr const char *ociManifest = "application/vnd.oci.image.manifest.v1+json";
constexpr const char *ociIndex = "application/vnd.oci.image.index.v1+json";

Result<Manifest> parse(const QByteArray &body, const char *type = "") { return Manifest::parse(body.toStdString(), type); }

} // namespace

class ManifestParsingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theTypeIsSettledFromRequestBodyAndStructure_data()
    {
        QTest::addColumn<QByteArray>("contentType");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("type"); // empty: refused
        const auto row = [](const char *name, const char *contentType, const QByteArray &body, const char *type) {
            QTest::newRow(name) << QByteArray(contentType) << body << QByteArray(type);
        };
        const QByteArray bare = q("{'schemaVersion':2,") + config + q(",'layers':[") + layer + "]}";
        const QByteArray typed = q("{'schemaVersion':2,'mediaType':'application/vnd.oci.image.manifest.v1+json',") + config + q(",'layers':[]}");
        const QByteArray bareIndex = q("{'schemaVersion':2,'manifests':[") + child + "]}";
        row("request alone", ociManifest, bare, ociManifest);
        row("docker's type alone", "application/vnd.docker.distribution.manifest.v2+json", bare, "application/vnd.docker.distribution.manifest.v2+json");
        row("body alone", "", typed, ociManifest);
        row("application/json and body", "application/json", typed, ociManifest);
        row("structure of a manifest", "", bare, ociManifest);
        row("structure of an index", "", bareIndex, ociIndex);
        row("docker's list", "application/vnd.docker.distribution.manifest.list.v2+json", bareIndex,
            "application/vnd.docker.distribution.manifest.list.v2+json");
        row("request contradicts body", "application/vnd.docker.distribution.manifest.v2+json", typed, "");
        row("index type, manifest inside", ociIndex, bare, "");
        row("manifest type, index inside", ociManifest, bareIndex, "");
        row("both structures", "", q("{'schemaVersion':2,") + config + q(",'layers':[],'manifests':[]}"), "");
        row("unknown type", "application/vnd.example+json", bare, "");
        row("schema 1 by type", "application/vnd.docker.distribution.manifest.v1+prettyjws", q("{'schemaVersion':1}"), "");
        row("schema 1 plain by type", "application/vnd.docker.distribution.manifest.v1+json", q("{'schemaVersion':1}"), "");
        row("schema 1 by body", "", q("{'schemaVersion':1,'fsLayers':[]}"), "");
        row("schema 1 under a schema 2 type", "application/vnd.docker.distribution.manifest.v2+json", q("{'schemaVersion':1}"), "");
    }
    void theTypeIsSettledFromRequestBodyAndStructure()
    {
        QFETCH(QByteArray, contentType);
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, type);
        const auto manifest = parse(body, contentType.constData());
        QCOMPARE(manifest.has_value(), !type.isEmpty());
        if (manifest)
            QCOMPARE(QByteArray::fromStdString(manifest->mediaType), type);
        else
            QCOMPARE(manifest.error().code, ErrorCode::ManifestInvalid);
    }

    void schema1IsRefusedWithAHint()
    {
        QVERIFY(
            parse(q("{'schemaVersion':1}"), "application/vnd.docker.distribution.manifest.v1+prettyjws").error().message.find("schema 1") != std::string::npos);
    }

    void aManifestThatIsBrokenIsRefused_data()
    {
        QTest::addColumn<QByteArray>("body");
        const auto row = [](const char *name, const QByteArray &body) { QTest::newRow(name) << body; };
        const auto withLayer = [](const QByteArray &text) { return q("{'schemaVersion':2,") + config + q(",'layers':[") + text + "]}"; };
        row("no JSON", "hello");
        row("an array", "[]");
        row("no schemaVersion", "{" + config + q(",'layers':[]}"));
        row("schemaVersion 3", q("{'schemaVersion':3,") + config + q(",'layers':[]}"));
        row("schemaVersion as text", q("{'schemaVersion':'2',") + config + q(",'layers':[]}"));
        row("no config", q("{'schemaVersion':2,'layers':[]}"));
        row("config is null", q("{'schemaVersion':2,'config':null,'layers':[]}"));
        row("layers are an object", q("{'schemaVersion':2,") + config + q(",'layers':{}}"));
        row("a layer is text", withLayer("\"x\""));
        row("a layer without digest", withLayer(q("{'mediaType':'x','size':1}")));
        row("a layer with a bad digest", withLayer(q("{'mediaType':'x','size':1,'digest':'sha256:xyz'}")));
        row("a layer without size", withLayer(q("{'mediaType':'x','digest':'sha256:") + QByteArray(64, 'a') + q("'}")));
        row("a negative size", withLayer(q("{'mediaType':'x','size':-1,'digest':'sha256:") + QByteArray(64, 'a') + q("'}")));
        row("a fractional size", withLayer(q("{'mediaType':'x','size':1.5,'digest':'sha256:") + QByteArray(64, 'a') + q("'}")));
        row("a size over 63 bits", withLayer(q("{'mediaType':'x','size':18446744073709551615,'digest':'sha256:") + QByteArray(64, 'a') + q("'}")));
        row("a layer without type", withLayer(q("{'size':1,'digest':'sha256:") + QByteArray(64, 'a') + q("'}")));
        row("a file URL", withLayer(descriptor("application/vnd.docker.image.rootfs.foreign.diff.tar.gzip", q(",'urls':['file:///etc/passwd']"))));
        row("a URL with a fragment", withLayer(descriptor("application/vnd.docker.image.rootfs.foreign.diff.tar.gzip", q(",'urls':['https://a/b#c']"))));
        row("a URL that is a number", withLayer(descriptor("application/vnd.docker.image.rootfs.foreign.diff.tar.gzip", q(",'urls':[1]"))));
        row("a broken subject", q("{'schemaVersion':2,'subject':{},") + config + q(",'layers':[]}"));
        row("a key twice", q("{'schemaVersion':2,'schemaVersion':2,") + config + q(",'layers':[]}"));
        row("a broken child", q("{'schemaVersion':2,'manifests':[{}]}"));
    }
    void aManifestThatIsBrokenIsRefused()
    {
        QFETCH(QByteArray, body);
        const auto manifest = parse(body);
        QVERIFY(!manifest);
        QCOMPARE(manifest.error().code, ErrorCode::ManifestInvalid);
    }

    void layersMayBeAbsent()
    {
        const auto manifest = parse(q("{'schemaVersion':2,") + config + "}");
        QVERIFY(manifest.has_value());
        QVERIFY(manifest->layers.empty());
    }

    void whatListsAndRulesNeedIsRead()
    {
        const auto manifest = parse(q("{'schemaVersion':2,'artifactType':'application/x.sbom','custom':{'kept':1},") + config + q(",'layers':[") + layer
            + q("],'subject':") + child + q(",'annotations':{'a':'b'}}"));
        QVERIFY(manifest.has_value());
        QCOMPARE(manifest->layers.size(), std::size_t(1));
        QCOMPARE(manifest->layers[0].sizeBytes, std::int64_t(10));
        QVERIFY(manifest->subject.has_value());
        QCOMPARE(manifest->referrerType(), std::string("application/x.sbom"));
        QCOMPARE(json::text(manifest->annotations, "a"), std::string("b"));
    }

    void withoutAnArtifactTypeTheConfigNamesTheKind()
    {
        QCOMPARE(parse(q("{'schemaVersion':2,") + config + "}")->referrerType(), std::string(media::ociConfig));
        QCOMPARE(parse(q("{'schemaVersion':2,'manifests':[]}"))->referrerType(), std::string());
    }

    void platformsOfAnIndexAreRead()
    {
        const auto index =
            parse(q("{'schemaVersion':2,'manifests':[") + descriptor(ociManifest, q(",'platform':{'os':'linux','architecture':'arm','variant':'v7'}")) + "]}");
        QVERIFY(index.has_value());
        QVERIFY(index->isIndex());
        QCOMPARE(index->manifests[0].platform.toString(), std::string("linux/arm/v7"));
    }

    void theLimitIsEightMebibytes()
    {
        const auto padded = [](std::size_t size) {
            std::string text = q("{'schemaVersion':2,'manifests':[],'pad':'").toStdString();
            text += std::string(size - text.size() - 2, 'x') + "\"}";
            return Manifest::parse(text, "");
        };
        QVERIFY(padded(8 << 20).has_value());
        QCOMPARE(padded((8 << 20) + 1).error().code, ErrorCode::TooLarge);
    }

    void aConfigurationTellsPlatformAndAuthor()
    {
        const auto image = ImageConfig::parse(
            (q("{'os':'linux','architecture':'arm64','author':'me','created':'2024-01-02T03:04:05Z','rootfs':{'type':'layers','diff_ids':['sha256:")
                + QByteArray(64, 'a') + q("']}}"))
                .toStdString());
        QVERIFY(image.has_value());
        QCOMPARE(image->platform.toString(), std::string("linux/arm64"));
        QCOMPARE(image->author, std::string("me"));
        QCOMPARE(image->diffIds.size(), std::size_t(1));
    }

    void aConfigurationWithABrokenDiffIdIsRefused()
    {
        QVERIFY(!ImageConfig::parse(q("{'rootfs':{'diff_ids':['x']}}").toStdString()));
        QVERIFY(!ImageConfig::parse(q("{'rootfs':{'diff_ids':[1]}}").toStdString()));
        QVERIFY(!ImageConfig::parse("[]"));
    }
};

QTEST_GUILESS_MAIN(ManifestParsingTest)
#include "ManifestParsingTest.moc"
