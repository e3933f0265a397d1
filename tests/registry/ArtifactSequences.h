// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>

#include "WireClient.h"

namespace berth::test {

/// The sequences of Helm and ORAS, and what all clients here need.
class ArtifactSequences : public AccessFixture {
    Q_OBJECT

protected:
    /// Keys in the registry "team": of one who does everything there, and of one who pulls. Both have no rights elsewhere.
    const TestKey &pusher() const { return m_pusher; }
    const TestKey &puller() const { return m_puller; }

    /// The client with a token for that scope; without one if it got none.
    static WireClient signedIn(WireClient client, const QByteArray &scope)
    {
        client.askByGet(client.send("GET", "/v2/"), {scope});
        return client;
    }
    static QByteArray nothing() { return {}; }

private:
    TestKey m_pusher;
    TestKey m_puller;

    WireClient helm(const TestKey &key) const { return {registry, "Helm/3.16.4", key}; }
    WireClient oras(const TestKey &key) const { return {registry, "oras/1.2.3", key}; }

    static Part chart(const QByteArray &seed) { return {"application/vnd.cncf.helm.chart.content.v1.tar+gzip", someBytes(seed, 20'000)}; }
    static Part provenance(const QByteArray &seed) { return {"application/vnd.cncf.helm.chart.provenance.v1.prov", someBytes("prov" + seed, 900)}; }
    static Part chartConfig(const QByteArray &seed)
    {
        return {
            "application/vnd.cncf.helm.config.v1+json", jsonOf({{"name", "app"}, {"version", "1.2.3+build.5"}, {"apiVersion", "v2"}, {"description", seed}})};
    }
    static Part chartManifest(const QByteArray &seed, bool isSigned, bool namesItsType)
    {
        auto manifest = manifestOf(chartConfig(seed), isSigned ? QList<Part>{chart(seed), provenance(seed)} : QList<Part>{chart(seed)},
            annotated({{"org.opencontainers.image.title", "app"}, {"org.opencontainers.image.version", "1.2.3+build.5"}}));
        if (!namesItsType)
            manifest.bytes.replace("\"mediaType\":\"" + ociManifest + "\",", "");
        return manifest;
    }

    /// An artifact of ORAS: its type beside the empty config.
    static Part artifact(const QByteArray &type, const QList<Part> &layers, const QByteArray &more = {})
    {
        return manifestOf(emptyConfig, layers, ofArtifactType(type) + more);
    }
    static Part file(const QByteArray &seed)
    {
        return {"application/vnd.oci.image.layer.v1.tar", someBytes(seed, 5000), annotated({{"org.opencontainers.image.title", seed + ".txt"}})};
    }

private Q_SLOTS:
    void theRegistriesAndTheirKeysAreThere()
    {
        QCOMPARE(push("team/base", "1", makeImage(70)), 201);
        QCOMPARE(upload("closed/base", "{}"), 201);
        m_pusher = newUserKey("none", jsonOf({{"team", "administrator"}}));
        m_puller = newUserKey("none", jsonOf({{"team", "member"}}));
        QVERIFY(!m_pusher.secret.isEmpty() && !m_puller.secret.isEmpty());
    }

    // Helm

    void helmPushesAChartAndPullsIt_data()
    {
        QTest::addColumn<bool>("isSigned");
        QTest::addColumn<bool>("byContainerd"); // up to 3.17; from then on by ORAS's library
        QTest::newRow("Helm 3.8, a chart") << false << true;
        QTest::newRow("Helm 3.8, a signed chart") << true << true;
        QTest::newRow("Helm 3.18, a signed chart") << true << false;
    }
    void helmPushesAChartAndPullsIt()
    {
        QFETCH(bool, isSigned);
        QFETCH(bool, byContainerd);
        const auto repository = newRepository() + "/app";
        const auto config = chartConfig(repository);
        const auto archive = chart(repository);
        const auto signature = provenance(repository);
        const auto manifest = chartManifest(repository, isSigned, !byContainerd);
        const QByteArrayList scope{"repository:" + repository + ":pull,push"};
        auto client = helm(pusher());
        const auto signIn = [&](const HttpReply &challenge) { return byContainerd ? client.askByPost(challenge, scope) : client.askByGet(challenge, scope); };

        // helm registry login
        auto refused = client.send("GET", "/v2/");
        QCOMPARE(faultOfError(refused, 401, "UNAUTHORIZED"), nothing());
        QCOMPARE(challengeOf(refused), (QHash<QByteArray, QByteArray>{{"realm", "http://" + client.host() + "/service/token"}, {"service", "berth"}}));
        const auto login = client.askByGet(refused, {}, "account=" + goEncoded(pusher().id) + "&client_id=docker&offline_token=true&");
        QCOMPARE(faultOf(login, 200, {{"content-type", "application/json"}}), nothing());
        QVERIFY(!json::find(login.jsonBody(), "refresh_token")); // it would be kept instead of the secret
        QCOMPARE(faultOf(client.send("GET", "/v2/"), 200, {{"docker-distribution-api-version", "registry/2.0"}}), nothing());

        // helm push
        client.authorization.clear();
        refused = client.send("HEAD", "/v2/" + repository + "/blobs/" + archive.digest(), {"Accept: " + archive.type + ", */*"});
        QCOMPARE(faultOf(refused, 401), nothing());
        QCOMPARE(challengeOf(refused).value("scope"), "repository:" + repository + ":pull");
        QCOMPARE(faultOf(signIn(refused), 200), nothing());
        for (const auto &blob : isSigned ? QList<Part>{archive, signature, config} : QList<Part>{archive, config})
            QCOMPARE(client.pushWhole(repository, blob, {"Accept: " + blob.type + ", */*"}), nothing());
        QCOMPARE(client.pushManifest(repository, "1.2.3_build.5", manifest), nothing()); // tags have no plus sign

        // helm push of the same again ends with the questions
        for (const auto &blob : {archive, config})
            QCOMPARE(faultOf(client.send("HEAD", "/v2/" + repository + "/blobs/" + blob.digest()), 200, {{"content-length", blob.size()}}), nothing());
        QCOMPARE(client.headManifest(repository, "1.2.3_build.5", manifest, manifest.type + ", */*"), nothing());

        // helm pull: the highest version, then what its manifest names
        client = helm(puller());
        refused = client.send("GET", "/v2/" + repository + "/tags/list");
        QCOMPARE(faultOf(refused, 401), nothing());
        QCOMPARE(faultOf(client.askByGet(refused, {"repository:" + repository + ":pull"}), 200), nothing());
        QCOMPARE(names(client.send("GET", "/v2/" + repository + "/tags/list"), "tags"), QByteArrayList{"1.2.3_build.5"});
        QCOMPARE(client.headManifest(repository, "1.2.3_build.5", manifest, resolverAccept), nothing());
        QCOMPARE(client.getManifest(repository, manifest.digest(), manifest, manifest.type + ", */*"), nothing());
        for (const auto &blob : isSigned ? QList<Part>{config, archive, signature} : QList<Part>{config, archive})
            QCOMPARE(client.getBlob(repository, blob, {"Accept: " + blob.type + ", */*"}), nothing());
    }

    void helmPullsWithBasicCredentialsAsWell()
    {
        const auto repository = newRepository();
        auto client = helm(pusher());
        client.authorization = client.basicCredentials();
        for (const auto &blob : {chart(repository), chartConfig(repository)})
            QCOMPARE(client.pushWhole(repository, blob), nothing());
        const auto manifest = chartManifest(repository, false, true);
        QCOMPARE(client.pushManifest(repository, "1.0.0", manifest), nothing());
        client = helm(puller());
        client.authorization = client.basicCredentials();
        QCOMPARE(client.headManifest(repository, "1.0.0", manifest, resolverAccept), nothing());
        QCOMPARE(client.getManifest(repository, manifest.digest(), manifest, resolverAccept), nothing());
        QCOMPARE(client.getBlob(repository, chart(repository)), nothing());
        QCOMPARE(faultOfError(client.send("POST", "/v2/" + repository + "/blobs/uploads/"), 403, "DENIED"), nothing()); // no challenge: nothing would help
    }

    void helmPullsNothingAnonymously()
    {
        auto client = helm({});
        const QByteArray path = "/v2/team/base/manifests/1";
        auto refused = client.send("GET", path, {"Accept: " + resolverAccept});
        QCOMPARE(faultOfError(refused, 401, "UNAUTHORIZED"), nothing());
        QCOMPARE(faultOf(client.askByGet(refused, {"repository:team/base:pull"}), 200), nothing()); // with nothing in it
        for (const char *method : {"HEAD", "GET"}) {
            refused = client.send(method, path, {"Accept: " + resolverAccept});
            QCOMPARE(faultOf(refused, 401), nothing());
            QCOMPARE(challengeOf(refused).value("error"), QByteArray("insufficient_scope"));
        }
        client = helm({puller().id, "wrong"});
        QCOMPARE(faultOfError(client.askByGet(refused, {"repository:team/base:pull"}), 401, "UNAUTHORIZED"), nothing());
    }

    // ORAS

    void orasPushesAnArtifactAndPullsIt()
    {
        const auto repository = newRepository();
        const auto pushed = artifact(
            "application/vnd.example.report", {file("report"), file("data")}, annotated({{"org.opencontainers.image.created", "2026-01-02T03:04:05Z"}}));
        auto client = oras(pusher());
        const auto refused = client.send("HEAD", "/v2/" + repository + "/manifests/" + pushed.digest(), {"Accept: " + pushed.type});
        QCOMPARE(faultOf(refused, 401), nothing());
        QCOMPARE(faultOf(client.askByGet(refused, {"repository:" + repository + ":pull,push"}), 200), nothing());
        QCOMPARE(faultOf(client.send("HEAD", "/v2/" + repository + "/manifests/" + pushed.digest()), 404), nothing());
        for (const auto &blob : {emptyConfig, file("report"), file("data")})
            QCOMPARE(client.pushWhole(repository, blob), nothing());
        QCOMPARE(client.pushManifest(repository, "v1", pushed), nothing());

        client = oras(puller());
        QCOMPARE(faultOf(client.askByGet(refused, {"repository:" + repository + ":pull"}), 200), nothing());
        QCOMPARE(client.getManifest(repository, "v1", pushed, orasAccept), nothing());
        for (const auto &blob : {file("report"), file("data"), emptyConfig}) {
            QCOMPARE(client.getBlob(repository, blob), nothing());
            QCOMPARE(faultOf(client.send("HEAD", "/v2/" + repository + "/blobs/" + blob.digest()), 200,
                         {{"content-length", blob.size()}, {"accept-ranges", "bytes"}}),
                nothing());
        }
    }

    void orasAttachesAndDiscovers()
    {
        const auto repository = newRepository();
        auto client = signedIn(oras(pusher()), "repository:" + repository + ":pull,push");
        const auto subject = artifact("application/vnd.example.report", {file("subject")});
        for (const auto &blob : {emptyConfig, file("subject"), file("signature"), file("sbom")})
            QCOMPARE(client.pushWhole(repository, blob), nothing());
        QCOMPARE(client.pushManifest(repository, "v1", subject), nothing());

        // oras attach, twice: by digest, the subject's digest in the answer says that no list under a tag is needed
        QCOMPARE(client.headManifest(repository, "v1", subject, orasAccept), nothing());
        const auto named = withSubject(subject);
        const auto signature = artifact("application/vnd.example.signature", {file("signature")}, named + annotated({{"signer", "me"}}));
        const auto sbom = artifact("application/vnd.example.sbom", {file("sbom")}, named);
        for (const auto &attached : {signature, sbom})
            QCOMPARE(client.pushManifest(repository, attached.digest(), attached, subject.digest()), nothing());

        // oras discover
        const auto path = "/v2/" + repository + "/referrers/";
        client = signedIn(oras(puller()), "repository:" + repository + ":pull");
        const auto ping = client.send("GET", path + "sha256:" + QByteArray(64, '0')); // whether there is such a call
        QCOMPARE(faultOf(ping, 200, {{"content-type", ociIndex}}), nothing());
        QCOMPARE(digestsIn(ping), QByteArrayList());
        const auto all = client.send("GET", path + subject.digest());
        QCOMPARE(faultOf(all, 200, {{"content-type", ociIndex}, {"oci-filters-applied", ""}, {"link", ""}}), nothing());
        QByteArrayList attached{signature.digest(), sbom.digest()};
        std::ranges::sort(attached);
        QCOMPARE(digestsIn(all), attached);
        const auto list = all.jsonBody();
        const auto &first = json::list(list, "manifests")[attached[0] == signature.digest() ? 0 : 1];
        QCOMPARE(json::text(first, "mediaType"), ociManifest.toStdString());
        QCOMPARE(json::text(first, "artifactType"), std::string("application/vnd.example.signature"));
        QCOMPARE(json::integer(first, "size"), std::int64_t(signature.bytes.size()));
        QCOMPARE(json::text(*json::find(first, "annotations"), "signer"), std::string("me"));
        const auto filtered = client.send("GET", path + subject.digest() + "?artifactType=application%2Fvnd.example.sbom");
        QCOMPARE(faultOf(filtered, 200, {{"content-type", ociIndex}, {"oci-filters-applied", "artifactType"}}), nothing());
        QCOMPARE(digestsIn(filtered), QByteArrayList{sbom.digest()});
        QCOMPARE(digestsIn(client.send("GET", path + signature.digest())), QByteArrayList()); // nothing refers to what refers
        const auto page = client.send("GET", path + subject.digest() + "?n=1");
        QCOMPARE(digestsIn(page), QByteArrayList{attached[0]});
        QCOMPARE(digestsIn(client.send("GET", nextPage(page))), QByteArrayList{attached[1]});
        QCOMPARE(client.getManifest(repository, sbom.digest(), sbom, orasAccept), nothing());
    }

    void orasKeepsAListUnderATagWhereItIsToldTo()
    {
        const auto repository = newRepository();
        auto client = signedIn(oras(pusher()), "repository:" + repository + ":delete,pull,push");
        const auto subject = artifact("application/vnd.example.report", {file("subject")});
        for (const auto &blob : {emptyConfig, file("subject"), file("old"), file("new")})
            QCOMPARE(client.pushWhole(repository, blob), nothing());
        QCOMPARE(client.pushManifest(repository, "v1", subject), nothing());
        const auto tag = QByteArray(subject.digest()).replace(':', '-');
        const auto path = "/v2/" + repository + "/manifests/";
        // --distribution-spec v1.1-referrers-tag: the list is read, written anew, and the earlier one deleted
        QList<Part> attached;
        Part earlier;
        for (const char *name : {"old", "new"}) {
            attached << artifact("application/vnd.example.sbom", {file(name)}, withSubject(subject));
            attached.last().more = ofArtifactType("application/vnd.example.sbom");
            QCOMPARE(client.pushManifest(repository, attached.last().digest(), attached.last(), subject.digest()), nothing());
            if (earlier.bytes.isEmpty())
                QCOMPARE(faultOfError(client.send("GET", path + tag, {"Accept: " + orasAccept}), 404, "MANIFEST_UNKNOWN"), nothing());
            else
                QCOMPARE(client.getManifest(repository, tag, earlier, orasAccept), nothing());
            const auto index = indexOf(attached);
            QCOMPARE(faultOf(client.send("PUT", path + tag, {"Content-Type: " + ociIndex}, index.bytes), 201, {{"docker-content-digest", index.digest()}}),
                nothing());
            if (!earlier.bytes.isEmpty())
                QCOMPARE(faultOf(client.send("DELETE", path + earlier.digest()), 202), nothing());
            earlier = index;
        }
        QCOMPARE(client.getManifest(repository, tag, earlier, orasAccept), nothing());
        const auto discovered = client.send("GET", "/v2/" + repository + "/referrers/" + subject.digest() + "?artifactType=application/vnd.example.sbom");
        QCOMPARE(digestsIn(discovered), (QByteArrayList{attached[0].digest(), attached[1].digest()})); // each once, by either way
    }

    void orasCopiesAnArtifactWithWhatRefersToIt()
    {
        const auto source = newRepository();
        const auto target = newRepository();
        auto client = signedIn(oras(pusher()), "repository:" + source + ":pull,push");
        const auto subject = artifact("application/vnd.example.report", {file("copied")});
        const auto signature = artifact("application/vnd.example.signature", {file("its signature")}, withSubject(subject));
        for (const auto &blob : {emptyConfig, file("copied"), file("its signature")})
            QCOMPARE(client.pushWhole(source, blob), nothing());
        QCOMPARE(client.pushManifest(source, "v1", subject), nothing());
        QCOMPARE(client.pushManifest(source, signature.digest(), signature, subject.digest()), nothing());

        // oras cp -r: one token for both repositories
        client = oras(pusher());
        QCOMPARE(
            faultOf(client.askByGet(client.send("GET", "/v2/"), {"repository:" + target + ":pull,push", "repository:" + source + ":pull"}), 200), nothing());
        QCOMPARE(client.headManifest(source, "v1", subject, orasAccept), nothing());
        QCOMPARE(digestsIn(client.send("GET", "/v2/" + source + "/referrers/" + subject.digest())), QByteArrayList{signature.digest()});
        const auto uploads = "/v2/" + target + "/blobs/uploads/";
        for (const auto &blob : {emptyConfig, file("copied")}) {
            QCOMPARE(faultOf(client.send("HEAD", "/v2/" + target + "/blobs/" + blob.digest()), 404), nothing());
            QCOMPARE(faultOf(client.send("POST", uploads + "?from=" + goEncoded(source) + "&mount=" + goEncoded(blob.digest())), 201,
                         {{"location", "/v2/" + target + "/blobs/" + blob.digest()}, {"docker-content-digest", blob.digest()}, {"content-length", "0"}}),
                nothing());
        }
        // A source that has it not: 202 opens an upload, the bytes are fetched and put there
        const auto blob = file("its signature");
        const auto session = client.send("POST", uploads + "?from=team%2Fbase&mount=" + goEncoded(blob.digest()));
        QCOMPARE(faultOf(session, 202, {{"range", "0-0"}}), nothing());
        QCOMPARE(client.getBlob(source, blob), nothing());
        QCOMPARE(client.putWhole(target, blob, client.locationOf(session)), nothing());
        QCOMPARE(client.pushManifest(target, "v1", subject), nothing());
        QCOMPARE(client.pushManifest(target, signature.digest(), signature, subject.digest()), nothing());
        QCOMPARE(digestsIn(client.send("GET", "/v2/" + target + "/referrers/" + subject.digest())), QByteArrayList{signature.digest()});
        QCOMPARE(client.getBlob(target, file("copied")), nothing());
    }
};

} // namespace berth::test
