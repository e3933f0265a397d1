// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ArtifactSequences.h"
#include "core/Time.h"
#include "registry/access/MasterKey.h"
#include "registry/access/Tokens.h"
#include "registry/store/Database.h"

namespace berth::test {

/// The sequences of containerd's resolver, fetcher and pusher, which BuildKit uses, and what comes between.
class BuilderSequences : public ArtifactSequences {
    Q_OBJECT

protected:
    WireClient builder(const TestKey &key) const { return {registry, "containerd/2.0.2", key}; }
    WireClient signedInBuilder(const QByteArray &repository) const { return signedIn(builder(pusher()), pushScope(repository)); }
    static QByteArray pushScope(const QByteArray &repository) { return "repository:" + repository + ":pull,push"; }
    static QByteArrayList accept(const Part &part) { return {"Accept: " + part.type + ", */*"}; }

private:
    static constexpr const char *fetcherEncodings = "Accept-Encoding: zstd;q=1.0, gzip;q=0.8, deflate;q=0.5";

    qint64 usedBytes() const { return json::integer(berthCall("GET", "storage").jsonBody(), "used_bytes"); }

    /// A token that the server itself would have given, and that lives for that many seconds from now.
    QByteArray tokenFor(const TestKey &key, const QByteArray &scope, int seconds) const
    {
        const auto folder = registry.folder().toStdString();
        const auto sql = std::move(*Sql::open(Database::file(folder), Sql::Sync::Normal));
        const auto masterKey = settleMasterKey(folder, std::nullopt, true);
        const auto signingKey = masterKey ? sealed::find(*sql, "token-signing-key", *masterKey) : Result<std::optional<Secret>>(std::nullopt);
        if (!signingKey || !*signingKey)
            return {};
        return "Bearer "
            + QByteArray::fromStdString(
                Tokens(**signingKey).make(key.id.toStdString(), 1, {parseScope(scope.toStdString())}, nowMs(), std::chrono::seconds(seconds)));
    }

private Q_SLOTS:
    // Tokens, resolving, fetching

    void containerdResolvesAndFetches_data()
    {
        QTest::addColumn<QByteArray>("way");
        for (const char *way : {"POST", "GET after a POST that was refused", "Basic"})
            QTest::newRow(way) << QByteArray(way);
    }
    void containerdResolvesAndFetches()
    {
        QFETCH(QByteArray, way);
        const auto repository = newRepository();
        const auto image = makeImage(74, 2, 50'000);
        QCOMPARE(push(repository, "1", image), 201);
        const Part manifest{ociManifest, image.manifest};
        auto client = builder(puller());
        const auto refused = client.send("HEAD", "/v2/" + repository + "/manifests/1", {"Accept: " + resolverAccept});
        QCOMPARE(faultOf(refused, 401, {{"docker-distribution-api-version", "registry/2.0"}}), nothing());
        const QByteArrayList scopes{"repository:" + repository + ":pull", "repository:team/base:pull"};
        if (way == "Basic") {
            client.authorization = client.basicCredentials();
        } else if (way == "POST") {
            const auto token = client.askByPost(refused, scopes);
            QCOMPARE(faultOf(token, 200, {{"content-type", "application/json"}}), nothing());
            QVERIFY(json::integer(token.jsonBody(), "expires_in") >= 60);
            QCOMPARE(text(token, "scope"), scopes.join(' '));
            QVERIFY(fromRfc3339(json::text(token.jsonBody(), "issued_at")) > 0);
            QCOMPARE(faultOf(client.send("HEAD", "/v2/team/base/manifests/1"), 200), nothing()); // the second scope counts as well
        } else { // 400, 401, 404 and 405 make it try GET
            const auto form = "client_id=containerd-client&grant_type=refresh_token&refresh_token=x&scope=" + goEncoded(scopes.join(' ')) + "&service=berth";
            const auto post = client.send("POST", client.realmOf(refused), {"Content-Type: application/x-www-form-urlencoded; charset=utf-8"}, form);
            QCOMPARE(faultOf(post, 400), nothing());
            QCOMPARE(faultOf(client.askByGet(refused, scopes), 200), nothing());
            QCOMPARE(faultOf(client.send("HEAD", "/v2/team/base/manifests/1"), 200), nothing());
        }
        QCOMPARE(client.headManifest(repository, "1", manifest, resolverAccept), nothing());
        const auto fetched = client.send("GET", "/v2/" + repository + "/manifests/" + manifest.digest(), accept(manifest) + QByteArrayList{fetcherEncodings});
        QCOMPARE(faultOf(fetched, 200, {{"content-type", ociManifest}, {"content-length", manifest.size()}, {"content-encoding", ""}}), nothing());
        QCOMPARE(fetched.body, manifest.bytes);
        for (const auto &bytes : image.layers + QList<QByteArray>{image.config})
            QCOMPARE(client.getBlob(repository, {ociLayer, bytes}, {"Accept: application/vnd.oci.image.layer.v1.tar+gzip, */*", fetcherEncodings}), nothing());
    }

    void aSecretOfAnyCharactersGoesThroughAForm()
    {
        RegistryProcess other;
        const TestKey key{"odd+key", "a+b c&d=e%2B%\xc3\xbc;\"/?"};
        QVERIFY(other.start({}, {QString::fromUtf8("BERTH_ACCESS_KEY=" + key.id), QString::fromUtf8("BERTH_SECRET_KEY=" + key.secret)}));
        WireClient client(other, "containerd/2.0.2", key);
        const auto refused = client.send("GET", "/v2/");
        QCOMPARE(faultOf(client.askByPost(refused, {"registry:catalog:*"}), 200), nothing());
        QCOMPARE(faultOf(client.send("GET", "/v2/_catalog"), 200), nothing());
        QCOMPARE(faultOf(client.askByGet(refused, {"registry:catalog:*"}), 200), nothing());
        QCOMPARE(faultOf(client.send("GET", "/v2/_catalog"), 200), nothing());
    }

    void aPullIsResumedWhereItBroke()
    {
        const auto repository = newRepository();
        const auto blob = layer(repository, 3'000'000);
        QCOMPARE(upload(repository, blob.bytes), 201);
        auto client = signedIn(builder(puller()), "repository:" + repository + ":pull");
        const auto path = "/v2/" + repository + "/blobs/" + blob.digest();
        client.begin("GET", path, accept(blob));
        client.cut();
        for (const qsizetype offset : {qsizetype(1), qsizetype(1'234'567), blob.bytes.size() - 1}) {
            const auto from = QByteArray::number(offset);
            const auto rest = client.send("GET", path, accept(blob) + QByteArrayList{"Range: bytes=" + from + "-", fetcherEncodings});
            QCOMPARE(faultOf(rest, 206,
                         {{"content-range", "bytes " + from + "-2999999/3000000"}, {"content-length", QByteArray::number(3'000'000 - offset)},
                             {"docker-content-digest", blob.digest()}, {"content-encoding", ""}}),
                nothing());
            QVERIFY(blob.bytes.left(offset) + rest.body == blob.bytes);
        }
        // Parallel fetches take the beginning of an open range each, and close
        QList<std::shared_ptr<WireClient>> pieces;
        for (int i = 0; i < 4; ++i) {
            pieces << std::make_shared<WireClient>(builder(puller()));
            pieces.last()->authorization = client.authorization;
            pieces.last()->begin("GET", path, {"Range: bytes=" + QByteArray::number(i * 1000) + "-"});
        }
        for (int i = 0; i < 3; ++i)
            pieces[i]->cut();
        QVERIFY(pieces[3]->receive().body == blob.bytes.mid(3000));
        QCOMPARE(client.getBlob(repository, blob), nothing());
    }

    // Pushing

    void containerdPushesAndMounts()
    {
        const auto base = newRepository();
        const auto target = newRepository();
        const auto shared = layer(base);
        auto client = signedInBuilder(base);
        QCOMPARE(client.pushWhole(base, shared, accept(shared)), nothing());
        // For a layer of another repository the token is asked again, with pull there
        const auto path = "/v2/" + target + "/blobs/";
        client.authorization.clear();
        QCOMPARE(faultOf(client.askByPost(client.send("HEAD", path + shared.digest()), {pushScope(target), "repository:" + base + ":pull"}), 200), nothing());
        QCOMPARE(faultOf(client.send("POST", path + "uploads/?mount=" + shared.digest() + "&from=" + base), 201,
                     {{"location", path + shared.digest()}, {"docker-content-digest", shared.digest()}, {"content-length", "0"}}),
            nothing());
        QCOMPARE(faultOf(client.send("HEAD", path + shared.digest(), accept(shared)), 200, {{"content-length", shared.size()}}), nothing());
        // A base image that others own: the mount is no error, its answer opens the upload
        const auto foreign = layer("closed " + target);
        QCOMPARE(upload("closed/base", foreign.bytes), 201);
        const auto session = client.send("POST", path + "uploads/?mount=" + foreign.digest() + "&from=closed/base");
        QCOMPARE(faultOf(session, 202, {{"range", "0-0"}}), nothing());
        QCOMPARE(faultOf(client.send("HEAD", path + foreign.digest(), accept(foreign)), 404), nothing());
        QCOMPARE(client.putWhole(target, foreign, client.locationOf(session)), nothing());
        const auto config = imageConfig("linux", "amd64", target);
        QCOMPARE(client.pushWhole(target, config, accept(config)), nothing());
        const auto image = manifestOf(config, {shared, foreign});
        QCOMPARE(client.pushManifest(target, "1", image), nothing());
        QCOMPARE(client.headManifest(target, "1", image, accept(image)[0].mid(8)), nothing()); // so the next push of it is none
    }

    void manyBuildsPushTheLayersTheyShareAtOnce()
    {
        constexpr int builds = 8;
        const auto together = newRepository();
        const QList<Part> layers{layer("shared 1 " + together, 200'000), layer("shared 2 " + together, 400'000)};
        QList<QByteArray> repositories;
        QList<std::shared_ptr<WireClient>> clients;
        for (int i = 0; i < builds; ++i) { // half of them into one repository
            repositories << (i % 2 ? together : newRepository());
            clients << std::make_shared<WireClient>(signedInBuilder(repositories.last()));
        }
        const auto before = usedBytes();
        for (const auto &blob : layers) {
            const auto atOnce = [&](const QByteArray &method, const auto &targetOf, int status, const QByteArray &body = {}) {
                for (int i = 0; i < builds; ++i)
                    clients[i]->begin(method, targetOf(i), method == "HEAD" ? accept(blob) : QByteArrayList(), body);
                QList<HttpReply> replies;
                QByteArray fault;
                for (int i = 0; i < builds; ++i) {
                    replies << clients[i]->receive(method == "HEAD");
                    fault += faultOf(replies.last(), status);
                }
                return fault.isEmpty() ? replies : QList<HttpReply>();
            };
            const auto path = [&](int i) { return "/v2/" + repositories[i] + "/blobs/"; };
            QCOMPARE(atOnce(
                         "HEAD", [&](int i) { return path(i) + blob.digest(); }, 404)
                         .size(),
                builds);
            const auto sessions = atOnce(
                "POST", [&](int i) { return path(i) + "uploads/"; }, 202);
            QCOMPARE(sessions.size(), builds);
            const auto done = atOnce(
                "PUT", [&](int i) { return withDigest(clients[i]->locationOf(sessions[i]), blob.digest()); }, 201, blob.bytes);
            QCOMPARE(done.size(), builds);
            for (const auto &reply : done)
                QCOMPARE(reply.headers.value("docker-content-digest"), blob.digest());
            QCOMPARE(atOnce(
                         "HEAD", [&](int i) { return path(i) + blob.digest(); }, 200)
                         .size(),
                builds);
        }
        QCOMPARE(usedBytes() - before, 600'000); // each layer once
        QList<Part> images;
        for (int i = 0; i < builds; ++i) {
            const auto config = imageConfig("linux", "amd64", "build " + QByteArray::number(i));
            QCOMPARE(clients[i]->pushWhole(repositories[i], config, accept(config)), nothing());
            images << manifestOf(config, layers);
            clients[i]->begin("PUT", "/v2/" + repositories[i] + "/manifests/build" + QByteArray::number(i), {"Content-Type: " + ociManifest}, images[i].bytes);
        }
        for (int i = 0; i < builds; ++i)
            QCOMPARE(faultOf(clients[i]->receive(), 201, {{"docker-content-digest", images[i].digest()}}), nothing());
        for (int i = 0; i < builds; ++i)
            QCOMPARE(clients[i]->getManifest(repositories[i], "build" + QByteArray::number(i), images[i], resolverAccept), nothing());
    }

    // What happens on the way

    void aPushGoesOnWithANewTokenWhenItsOwnIsOver_data()
    {
        QTest::addColumn<bool>("expires");
        QTest::newRow("the token expires") << true;
        QTest::newRow("the key gets a new secret") << false;
    }
    void aPushGoesOnWithANewTokenWhenItsOwnIsOver()
    {
        QFETCH(bool, expires);
        const auto repository = newRepository();
        auto key = newUserKey("none", jsonOf({{"team", "administrator"}}));
        auto client = builder(key);
        client.authorization = tokenFor(key, pushScope(repository), expires ? 3 : 600);
        const auto blob = layer(repository, 4'000'000);
        auto session = client.send("POST", "/v2/" + repository + "/blobs/uploads/");
        QCOMPARE(faultOf(session, 202), nothing());
        const auto location = client.locationOf(session);
        const auto first = client.send("PATCH", location, {"Content-Type: application/octet-stream"}, blob.bytes.left(1'000'000));
        QCOMPARE(faultOf(first, 202, {{"range", "0-999999"}}), nothing());
        if (expires) {
            QTRY_COMPARE(client.send("GET", location).status, 401);
        } else {
            key.secret = text(berthCall("POST", "keys/" + key.id + "/secret"), "secret");
            client.setKey(key);
        }
        // The answer comes through though most of the body was not read
        const auto refused = client.send("PATCH", location, {"Content-Type: application/octet-stream"}, blob.bytes.mid(1'000'000));
        QCOMPARE(faultOfError(refused, 401, "UNAUTHORIZED"), nothing());
        QCOMPARE(challengeOf(refused).value("error"), QByteArray("invalid_token"));
        QCOMPARE(challengeOf(refused).value("scope"), pushScope(repository));
        QCOMPARE(faultOf(client.askByPost(refused, {challengeOf(refused).value("scope")}), 200), nothing());
        QCOMPARE(faultOf(client.send("GET", location), 204, {{"range", "0-999999"}}), nothing()); // nothing of it was taken
        const auto rest =
            client.send("PATCH", location, {"Content-Type: application/octet-stream", "Content-Range: 1000000-3999999"}, blob.bytes.mid(1'000'000));
        QCOMPARE(faultOf(rest, 202, {{"range", "0-3999999"}}), nothing());
        QCOMPARE(faultOf(client.send("PUT", withDigest(client.locationOf(rest), blob.digest())), 201, {{"docker-content-digest", blob.digest()}}), nothing());
        // The same with the PUT of a whole blob
        const auto whole = layer("whole " + repository, 4'000'000);
        session = client.send("POST", "/v2/" + repository + "/blobs/uploads/");
        const auto good = std::exchange(client.authorization, tokenFor(key, pushScope(repository), -1));
        const auto put = client.send("PUT", withDigest(client.locationOf(session), whole.digest()), {"Content-Type: application/octet-stream"}, whole.bytes);
        QCOMPARE(faultOf(put, 401), nothing());
        QCOMPARE(challengeOf(put).value("error"), QByteArray("invalid_token"));
        client.authorization = good;
        QCOMPARE(client.putWhole(repository, whole, client.locationOf(session)), nothing());
        QCOMPARE(client.getBlob(repository, whole), nothing());
    }

    void anUploadGoesOnAfterTheConnectionWasLost()
    {
        const auto repository = newRepository();
        auto client = signedInBuilder(repository);
        const auto blob = layer(repository, 20'000'000); // more than the system keeps under way
        const auto location = client.locationOf(client.send("POST", "/v2/" + repository + "/blobs/uploads/"));
        client.breakOff("PATCH", location, blob.bytes.left(15'000'000), blob.bytes.size());
        const auto id = location.right(36);
        QTRY_COMPARE(faultOf(client.send("GET", location), 204, {{"range", "0-14999999"}, {"location", location}, {"docker-upload-uuid", id}}), nothing());
        const auto rest =
            client.send("PATCH", location, {"Content-Type: application/octet-stream", "Content-Range: 15000000-19999999"}, blob.bytes.mid(15'000'000));
        QCOMPARE(faultOf(rest, 202, {{"range", "0-19999999"}}), nothing());
        QCOMPARE(faultOf(client.send("PUT", withDigest(client.locationOf(rest), blob.digest())), 201, {{"docker-content-digest", blob.digest()}}), nothing());
        QCOMPARE(client.getBlob(repository, blob), nothing());
    }

    void anUploadGoesOnAfterTheServerWasAway_data()
    {
        QTest::addColumn<bool>("killed");
        QTest::newRow("stopped") << false;
        QTest::newRow("killed") << true;
    }
    void anUploadGoesOnAfterTheServerWasAway()
    {
        QFETCH(bool, killed);
        const auto repository = newRepository();
        auto client = signedInBuilder(repository);
        const auto blob = layer(repository, 900'000);
        const auto location = client.locationOf(client.send("POST", "/v2/" + repository + "/blobs/uploads/"));
        QCOMPARE(faultOf(client.send("PATCH", location, {}, blob.bytes.left(400'000)), 202), nothing());
        const auto host = registry.host();
        if (killed)
            registry.kill();
        else
            QCOMPARE(registry.stop(), 0);
        QCOMPARE(client.send("GET", location).status, 0);
        QTRY_VERIFY2(registry.start({QStringLiteral("--listen"), host}), qPrintable(registry.errorOutput())); // whose token still holds
        QCOMPARE(faultOf(client.send("GET", location), 204, {{"range", "0-399999"}}), nothing());
        const auto again = client.send("PATCH", location, {"Content-Range: 0-399999"}, blob.bytes.left(400'000)); // a client that did not ask is told
        QCOMPARE(faultOf(again, 416, {{"range", "0-399999"}, {"location", location}}), nothing());
        const auto rest = client.send("PATCH", location, {"Content-Range: 400000-899999"}, blob.bytes.mid(400'000));
        QCOMPARE(faultOf(rest, 202, {{"range", "0-899999"}}), nothing());
        QCOMPARE(faultOf(client.send("PUT", withDigest(client.locationOf(rest), blob.digest())), 201, {{"docker-content-digest", blob.digest()}}), nothing());
        QCOMPARE(client.getBlob(repository, blob), nothing());
    }
};

} // namespace berth::test
