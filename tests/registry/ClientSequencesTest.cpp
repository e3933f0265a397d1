// SPDX-License-Identifier: Apache-2.0
#include "BuilderSequences.h"

using namespace berth;
using namespace berth::test;

/// What clients send, call by call, and what they go by in the answers: Helm and ORAS (ArtifactSequences.h), containerd and with it
/// BuildKit (BuilderSequences.h), here crane and what BuildKit pushes beside images.
class ClientSequencesTest : public BuilderSequences {
    Q_OBJECT

private:
    /// Under a name: crane refuses a token service at an IP address of the same computer.
    WireClient crane(const TestKey &key) const { return {registry, "crane/0.20.6 go-containerregistry/0.20.6", key, "localhost"}; }

private Q_SLOTS:
    // crane

    void cranePushesAnIndexAndItsPlatforms_data()
    {
        QTest::addColumn<QByteArray>("manifestType");
        QTest::addColumn<QByteArray>("indexType");
        QTest::addColumn<bool>("lengthIsKnown");
        QTest::newRow("OCI, layers from files") << ociManifest << ociIndex << true;
        QTest::newRow("Docker's list, layers as they come") << dockerManifest << dockerList << false;
    }
    void cranePushesAnIndexAndItsPlatforms()
    {
        QFETCH(QByteArray, manifestType);
        QFETCH(QByteArray, indexType);
        QFETCH(bool, lengthIsKnown);
        const auto repository = newRepository();
        auto client = crane(pusher());
        const auto ping = client.send("GET", "/v2/");
        QCOMPARE(faultOf(ping, 401), nothing());
        QCOMPARE(challengeOf(ping).value("realm"), "http://" + client.host() + "/service/token"); // the server's name as it was called
        QCOMPARE(faultOf(client.askByGet(ping, {"repository:" + repository + ":push,pull"}), 200), nothing());
        QList<Part> children;
        for (const char *architecture : {"amd64", "arm64"}) {
            const auto config = imageConfig("linux", architecture, repository);
            const auto content = layer(repository + architecture, 300'000);
            QCOMPARE(client.pushStreamed(repository, content, lengthIsKnown), nothing());
            QCOMPARE(client.pushStreamed(repository, config, true), nothing());
            children << manifestOf(config, {content}, {}, manifestType);
            children.last().more = onPlatform("linux", architecture);
            QCOMPARE(client.pushManifest(repository, children.last().digest(), children.last()), nothing());
        }
        const auto index = indexOf(children, indexType);
        QCOMPARE(client.pushManifest(repository, "latest", index), nothing());
        // crane digest by HEAD, crane manifest, crane pull --platform
        QCOMPARE(client.headManifest(repository, "latest", index, craneAccept), nothing());
        QCOMPARE(client.getManifest(repository, "latest", index, craneAccept), nothing());
        QCOMPARE(client.headManifest(repository, children[1].digest(), children[1], craneAccept), nothing());
        QCOMPARE(client.getManifest(repository, children[1].digest(), children[1], craneAccept), nothing());
        QCOMPARE(client.getBlob(repository, layer(repository + "arm64", 300'000)), nothing());
        // crane digest of what is not there falls back to GET, and says what that answers
        QCOMPARE(faultOf(client.send("HEAD", "/v2/" + repository + "/manifests/none", {"Accept: " + craneAccept}), 404), nothing());
        QCOMPARE(faultOfError(client.send("GET", "/v2/" + repository + "/manifests/none", {"Accept: " + craneAccept}), 404, "MANIFEST_UNKNOWN"), nothing());
    }

    void craneCopiesAnImage()
    {
        const auto source = newRepository();
        const auto target = newRepository();
        const auto image = makeImage(71);
        QCOMPARE(push(source, "1", image), 201);
        const Part manifest{ociManifest, image.manifest};
        const Part config{ociConfig, image.config};
        auto client = crane(pusher());
        const auto ping = client.send("GET", "/v2/");
        QCOMPARE(faultOf(client.askByGet(ping, {"repository:" + source + ":pull"}), 200), nothing());
        QCOMPARE(client.getManifest(source, "1", manifest, craneAccept), nothing());
        QCOMPARE(faultOf(client.askByGet(ping, {"repository:" + target + ":push,pull"}), 200), nothing());
        QCOMPARE(faultOf(client.send("HEAD", "/v2/" + target + "/manifests/1", {"Accept: " + craneAccept}), 404), nothing());
        // With the first layer that could be mounted the token is asked again, for both
        QCOMPARE(faultOf(client.askByGet(ping, {"repository:" + target + ":push,pull", "repository:" + source + ":pull"}), 200), nothing());
        const auto origin = "&origin=" + goEncoded(client.host());
        for (const auto &bytes : image.layers) {
            QCOMPARE(faultOf(client.send("HEAD", "/v2/" + target + "/blobs/" + digestOf(bytes)), 404), nothing());
            QCOMPARE(
                faultOf(client.send("POST", "/v2/" + target + "/blobs/uploads/?from=" + goEncoded(source) + "&mount=" + goEncoded(digestOf(bytes)) + origin,
                            {"Content-Type: application/json"}),
                    201, {{"location", "/v2/" + target + "/blobs/" + digestOf(bytes)}}),
                nothing());
        }
        QCOMPARE(client.pushStreamed(target, config, true), nothing()); // configs are not mounted
        QCOMPARE(client.pushManifest(target, "1", manifest), nothing());
        QCOMPARE(client.getManifest(target, "1", manifest, craneAccept), nothing());
        QCOMPARE(client.getBlob(target, {ociLayer, image.layers[1]}), nothing());
        // From where it has no rights, a mount becomes an upload
        const Part secret{ociLayer, someBytes("closed", 4000)};
        QCOMPARE(upload("closed/base", secret.bytes), 201);
        const auto session = client.send(
            "POST", "/v2/" + target + "/blobs/uploads/?from=closed%2Fbase&mount=" + goEncoded(secret.digest()) + origin, {"Content-Type: application/json"});
        QCOMPARE(faultOf(session, 202, {{"range", "0-0"}}), nothing());
        QCOMPARE(faultOf(client.send("HEAD", "/v2/" + target + "/blobs/" + secret.digest()), 404), nothing());
        QCOMPARE(client.streamTo(target, secret, client.locationOf(session), true), nothing());
    }

    void craneListsTagsAndTheCatalogInPages()
    {
        QCOMPARE(upload("shelf/a", "{}"), 201); // by the administrator: the registry comes into being
        const auto key = newUserKey("none", jsonOf({{"shelf", "administrator"}}));
        auto client = crane(key);
        const auto ping = client.send("GET", "/v2/");
        for (const char *repository : {"shelf/c/deep", "shelf/b", "shelf/a"}) {
            const QByteArray name = repository;
            QCOMPARE(faultOf(client.askByGet(ping, {"repository:" + name + ":push,pull"}), 200), nothing());
            if (name != "shelf/a")
                QCOMPARE(client.pushStreamed(name, emptyConfig, true), nothing());
        }
        const auto manifest = manifestOf(emptyConfig, {});
        for (const char *tag : {"v1", "v10", "V2", "latest"})
            QCOMPARE(faultOf(client.send("PUT", QByteArray("/v2/shelf/a/manifests/") + tag, {"Content-Type: " + ociManifest}, manifest.bytes), 201), nothing());
        const auto pages = [&](QByteArray target, const char *member) {
            QList<QByteArrayList> read;
            while (!target.isEmpty() && read.size() < 9) {
                const auto reply = client.send("GET", target);
                read << names(reply, member);
                target = nextPage(reply);
            }
            return read;
        };
        QCOMPARE(pages("/v2/shelf/a/tags/list?n=3", "tags"), (QList<QByteArrayList>{{"V2", "latest", "v1"}, {"v10"}}));
        QCOMPARE(pages("/v2/shelf/a/tags/list?n=1000", "tags"), (QList<QByteArrayList>{{"V2", "latest", "v1", "v10"}}));
        const auto refused = client.send("GET", "/v2/_catalog?n=2");
        QCOMPARE(faultOf(refused, 401), nothing());
        QCOMPARE(challengeOf(refused).value("scope"), QByteArray("registry:catalog:*"));
        QCOMPARE(faultOf(client.askByGet(refused, {"registry:catalog:*"}), 200), nothing());
        QCOMPARE(pages("/v2/_catalog?n=2", "repositories"), (QList<QByteArrayList>{{"shelf/a", "shelf/b"}, {"shelf/c/deep"}}));
    }

    void craneDeletesByDigest()
    {
        const auto repository = newRepository();
        const auto image = makeImage(72);
        QCOMPARE(push(repository, "1", image), 201);
        QCOMPARE(push(repository, "2", makeImage(73)), 201);
        const Part manifest{ociManifest, image.manifest};
        const auto path = "/v2/" + repository + "/manifests/" + manifest.digest();
        auto client = crane(pusher());
        // It asks for push and pull first, and adds what the refusal names before what it asked for
        QCOMPARE(faultOf(client.askByGet(client.send("GET", "/v2/"), {"repository:" + repository + ":push,pull"}), 200), nothing());
        QCOMPARE(client.headManifest(repository, "1", manifest, craneAccept), nothing());
        const auto refused = client.send("DELETE", path);
        QCOMPARE(faultOfError(refused, 401, "UNAUTHORIZED"), nothing());
        QCOMPARE(challengeOf(refused).value("error"), QByteArray("insufficient_scope"));
        QCOMPARE(challengeOf(refused).value("scope"), "repository:" + repository + ":delete");
        QCOMPARE(faultOf(client.askByGet(refused, {challengeOf(refused).value("scope"), "repository:" + repository + ":push,pull"}), 200), nothing());
        QCOMPARE(faultOf(client.send("DELETE", path), 202), nothing());
        for (const auto &reference : {manifest.digest(), QByteArray("1")})
            QCOMPARE(faultOf(client.send("HEAD", "/v2/" + repository + "/manifests/" + reference, {"Accept: " + craneAccept}), 404), nothing());
        QCOMPARE(names(client.send("GET", "/v2/" + repository + "/tags/list?n=1000"), "tags"), QByteArrayList{"2"});
        QCOMPARE(faultOfError(client.send("DELETE", path), 404, "MANIFEST_UNKNOWN"), nothing());
    }

    // What BuildKit pushes beside images

    void buildkitExportsItsCacheAndImportsIt_data()
    {
        QTest::addColumn<bool>("asIndex");
        QTest::newRow("as an image") << false;
        QTest::newRow("before 0.21, an index of blobs") << true;
    }
    void buildkitExportsItsCacheAndImportsIt()
    {
        QFETCH(bool, asIndex);
        const auto type = asIndex ? ociIndex : ociManifest;
        const auto repository = newRepository();
        auto client = signedInBuilder(repository);
        const auto described = annotated({{"buildkit/createdat", "2026-01-02T03:04:05.6Z"}, {"containerd.io/uncompressed", digestOf("tar")}});
        QList<Part> layers;
        for (int round = 1; round <= 2; ++round) { // the second export replaces the first under its tag
            layers << layer(repository + QByteArray::number(round));
            layers.last().more = described;
            const Part config{"application/vnd.buildkit.cacheconfig.v0",
                "{\"layers\":[" + jsonOf({{"blob", layers.last().digest()}}) + "],\"records\":[" + jsonOf({{"digest", digestOf("step")}}) + "]}"};
            const auto cache = asIndex ? indexOf(layers + QList<Part>{config}) : manifestOf(config, layers);
            for (const auto &blob : {layers.last(), config})
                QCOMPARE(client.pushWhole(repository, blob, accept(blob)), nothing());
            const auto asked = client.send("HEAD", "/v2/" + repository + "/manifests/cache", accept(cache));
            QCOMPARE(faultOf(asked, round == 1 ? 404 : 200), nothing());
            QVERIFY(asked.headers.value("docker-content-digest") != cache.digest());
            QCOMPARE(faultOf(client.send("PUT", "/v2/" + repository + "/manifests/cache", {"Content-Type: " + type}, cache.bytes), 201,
                         {{"docker-content-digest", cache.digest()}}),
                nothing());
            auto importer = signedIn(builder(puller()), "repository:" + repository + ":pull");
            QCOMPARE(importer.headManifest(repository, "cache", cache, resolverAccept), nothing());
            QCOMPARE(importer.getManifest(repository, cache.digest(), cache, type + ", */*"), nothing());
            QCOMPARE(importer.getBlob(repository, config, accept(config)), nothing());
            for (const auto &blob : std::as_const(layers))
                QCOMPARE(importer.getBlob(repository, blob, accept(blob)), nothing());
        }
    }

    void buildkitPushesAttestations_data()
    {
        QTest::addColumn<bool>("asArtifact");
        QTest::newRow("as an image") << false;
        QTest::newRow("oci-artifact=true") << true;
    }
    void buildkitPushesAttestations()
    {
        QFETCH(bool, asArtifact);
        const auto repository = newRepository();
        auto client = signedInBuilder(repository);
        const auto config = imageConfig("linux", "amd64", repository);
        auto image = manifestOf(config, {layer(repository)});
        const Part statement{"application/vnd.in-toto+json",
            jsonOf({{"_type", "https://in-toto.io/Statement/v0.1"}, {"predicateType", "https://slsa.dev/provenance/v0.2"}}),
            annotated({{"in-toto.io/predicate-type", "https://slsa.dev/provenance/v0.2"}})};
        const auto ownConfig = asArtifact ? emptyConfig : imageConfig("unknown", "unknown", repository);
        auto attestation = manifestOf(
            ownConfig, {statement}, asArtifact ? ofArtifactType("application/vnd.docker.attestation.manifest.v1+json") + withSubject(image) : QByteArray());
        for (const auto &blob : {layer(repository), config, statement, ownConfig})
            QCOMPARE(client.pushWhole(repository, blob, accept(blob)), nothing());
        QCOMPARE(client.pushManifest(repository, image.digest(), image), nothing());
        QCOMPARE(client.pushManifest(repository, attestation.digest(), attestation, asArtifact ? image.digest() : QByteArray()), nothing());
        image.more = onPlatform("linux", "amd64");
        attestation.more = annotated({{"vnd.docker.reference.digest", image.digest()}, {"vnd.docker.reference.type", "attestation-manifest"}})
            + onPlatform("unknown", "unknown");
        const auto index = indexOf({image, attestation});
        QCOMPARE(client.pushManifest(repository, "latest", index), nothing());
        // docker buildx imagetools inspect
        client = signedIn(builder(puller()), "repository:" + repository + ":pull");
        QCOMPARE(client.headManifest(repository, "latest", index, resolverAccept), nothing());
        for (const auto &manifest : {index, image, attestation})
            QCOMPARE(client.getManifest(repository, manifest.digest(), manifest, manifest.type + ", */*"), nothing());
        QCOMPARE(client.getBlob(repository, statement, accept(statement)), nothing());
        const auto referrers =
            client.send("GET", "/v2/" + repository + "/referrers/" + image.digest() + "?artifactType=application%2Fvnd.docker.attestation.manifest.v1%2Bjson");
        QCOMPARE(digestsIn(referrers), asArtifact ? QByteArrayList{attestation.digest()} : QByteArrayList());
    }
};

QTEST_GUILESS_MAIN(ClientSequencesTest)
#include "ClientSequencesTest.moc"
