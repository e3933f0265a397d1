// SPDX-License-Identifier: Apache-2.0
#include <QDirIterator>
#include <QFile>

#include "core/Time.h"
#include "registry/access/SecretHash.h"
#include "registry/access/Tokens.h"
#include "registry/store/AccessKeys.h"
#include "registry/store/Database.h"
#include "registry/store/People.h"
#include "support/RegistryFixture.h"

using namespace berth;
using namespace berth::test;

namespace {

/// Adds a key of that role to a data folder that no server has open; its secret is "secret-of-" and its ID.
void addKey(const QString &folder, const char *id, const char *role, std::map<std::string, std::string> registries = {})
{
    const auto sql = std::move(*Sql::open(Database::file(folder.toStdString()), Sql::Sync::Full));
    QVERIFY(people::create(*sql, {id, role, std::move(registries), 0, 0, 0, 0}).has_value());
    AccessKeyRow key;
    key.id = id;
    key.owner = id;
    key.salt = makeSalt();
    key.hash = slowHash(Secret(std::string("secret-of-") + id), key.salt);
    key.createdAt = nowMs();
    accesskeys::put(*sql, key);
}

QByteArray credentials(const char *id) { return basic(id, QByteArray("secret-of-") + id); }

json::value claimsOf(const QByteArray &token)
{
    return json::parseStrict(QByteArray::fromBase64(token.split('.').value(1), QByteArray::Base64UrlEncoding).toStdString()).value_or(json::value());
}

} // namespace

/// Who may do what: challenge, Basic, tokens, roles, names of the server, anonymous access.
class AccessTest : public RegistryFixture {
    Q_OBJECT

private:
    using Headers = QList<std::pair<QByteArray, QByteArray>>;

    HttpReply plain(const QByteArray &method, const QByteArray &path, const Headers &headers = {}, const QByteArray &body = {}) const
    {
        return call({method, registry.url(QString::fromUtf8(path)), headers, body});
    }
    HttpReply with(const QByteArray &authorization, const QByteArray &method, const QByteArray &path, const QByteArray &body = {}) const
    {
        return plain(method, path, {{"Authorization", authorization}}, body);
    }
    static QByteArray adminBasic() { return basic(RegistryProcess::keyId, RegistryProcess::secret); }
    /// A token for the scopes ("a&scope=b"), for the holder of `authorization` (empty: anonymous).
    QByteArray token(const QByteArray &scopes, const QByteArray &authorization) const
    {
        Headers headers;
        if (!authorization.isEmpty())
            headers.emplaceBack("Authorization", authorization);
        return QByteArray::fromStdString(json::text(plain("GET", "/service/token?service=berth&scope=" + scopes, headers).jsonBody(), "token"));
    }
    static QByteArray actionsIn(const QByteArray &token, int entry = 0)
    {
        const auto claims = claimsOf(token);
        const auto &access = json::list(claims, "access");
        return std::size_t(entry) < access.size() ? QByteArray::fromStdString(json::serialize(*json::find(access[std::size_t(entry)], "actions")))
                                                  : QByteArray();
    }

private Q_SLOTS:
    void keysOfEveryRoleAndAnImageAreMade()
    {
        QCOMPARE(push("team/app", "1", makeImage(1)), 201);
        QCOMPARE(registry.stop(), 0);
        addKey(registry.folder(), "viewer", "member");
        addKey(registry.folder(), "pusher", "uploader");
        addKey(registry.folder(), "confined", "none", {{"other", "uploader"}});
        QVERIFY(registry.start());
    }

    // Challenge and Basic

    void withoutCredentialsTheBaseCallChallenges()
    {
        const auto reply = plain("GET", "/v2/");
        QCOMPARE(reply.status, 401);
        QCOMPARE(reply.headers["www-authenticate"], "Bearer realm=\"http://" + registry.host().toUtf8() + "/service/token\",service=\"berth\"");
        QCOMPARE(reply.headers["docker-distribution-api-version"], QByteArray("registry/2.0"));
        QCOMPARE(errorCode(reply), QByteArray("UNAUTHORIZED"));
    }

    void aNameWithALineBreakMakesNoHeader()
    {
        RawConnection connection(registry.host());
        connection.send("GET /v2/a%0d%0aX-Injected:%20yes/manifests/1 HTTP/1.1\r\nHost: " + registry.host().toUtf8()
            + "\r\nAuthorization: " + basic("nobody", "wrong") + "\r\n\r\n");
        const auto reply = connection.receive();
        QCOMPARE(reply.status, 401);
        QVERIFY(!reply.headers.contains("x-injected"));
        QCOMPARE(reply.headers["www-authenticate"], "Bearer realm=\"http://" + registry.host().toUtf8() + "/service/token\",service=\"berth\"");
    }

    void theChallengeNamesTheScopeThatTheCallNeeds_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("scope");
        const auto row = [](const char *method, const QByteArray &path, const char *scope) {
            QTest::addRow("%s %s", method, path.left(50).constData()) << QByteArray(method) << path << QByteArray(scope);
        };
        row("GET", "/v2/team/app/manifests/1", "repository:team/app:pull");
        row("GET", "/v2/ubuntu/manifests/1", "repository:ubuntu:pull");
        row("GET", "/v2/team/app/tags/list", "repository:team/app:pull");
        row("PUT", "/v2/team/app/manifests/1", "repository:team/app:pull,push");
        row("POST", "/v2/team/app/blobs/uploads/", "repository:team/app:pull,push");
        row("DELETE", "/v2/team/app/manifests/1", "repository:team/app:delete");
        row("GET", "/v2/_catalog", "registry:catalog:*");
    }
    void theChallengeNamesTheScopeThatTheCallNeeds()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, scope);
        const auto reply = plain(method, path);
        QCOMPARE(reply.status, 401);
        QVERIFY2(reply.headers["www-authenticate"].endsWith(",scope=\"" + scope + "\""), reply.headers["www-authenticate"].constData());
    }

    void wrongCredentialsAre401_data()
    {
        QTest::addColumn<QByteArray>("authorization");
        QTest::newRow("wrong secret") << basic(RegistryProcess::keyId, "wrong");
        QTest::newRow("empty secret") << basic(RegistryProcess::keyId, "");
        QTest::newRow("unknown key") << basic("nobody", RegistryProcess::secret);
        QTest::newRow("no colon") << "Basic " + QByteArray("testkey").toBase64();
        QTest::newRow("no base64") << QByteArray("Basic !!!");
        QTest::newRow("empty basic") << QByteArray("Basic ");
        QTest::newRow("scheme alone") << QByteArray("Basic");
        QTest::newRow("another scheme") << QByteArray("Digest abc");
        QTest::newRow("garbled token") << QByteArray("Bearer abc");
        QTest::newRow("token of three parts") << QByteArray("Bearer a.b.c");
        QTest::newRow("empty token") << QByteArray("Bearer ");
        QTest::newRow("unsigned token") << "Bearer " + QByteArray("{\"alg\":\"none\"}").toBase64() + "."
                + QByteArray("{\"sub\":\"testkey\",\"role\":3,\"exp\":99999999999}").toBase64() + ".";
    }
    void wrongCredentialsAre401()
    {
        QFETCH(QByteArray, authorization);
        for (const char *path : {"/v2/", "/v2/team/app/manifests/1", "/v2/_catalog"}) {
            const auto reply = with(authorization, "GET", path);
            QCOMPARE(reply.status, 401);
            QCOMPARE(errorCode(reply), QByteArray("UNAUTHORIZED"));
            QVERIFY(reply.headers.contains("www-authenticate"));
        }
    }

    void theSchemeIsReadInAnyCase()
    {
        QCOMPARE(with("basic " + adminBasic().mid(6), "GET", "/v2/").status, 200);
        QCOMPARE(with("BEARER " + token("", adminBasic()), "GET", "/v2/").status, 200);
    }

    void unknownKeyAndWrongSecretGetTheSameAnswer()
    {
        QCOMPARE(with(basic(RegistryProcess::keyId, "wrong"), "GET", "/v2/").body, with(basic("nobody", "wrong"), "GET", "/v2/").body);
    }

    // Tokens

    void aTokenOpensWhatItsScopeNames()
    {
        const auto reply = plain("GET", "/service/token?service=berth&scope=repository:team/app:pull&account=x&client_id=docker&offline_token=true",
            {{"Authorization", adminBasic()}});
        QCOMPARE(reply.status, 200);
        const auto body = reply.jsonBody();
        QCOMPARE(json::text(body, "token"), json::text(body, "access_token"));
        QVERIFY(json::integer(body, "expires_in") >= 60 && json::integer(body, "expires_in") <= 43200);
        QVERIFY(fromRfc3339(json::text(body, "issued_at")) != 0);
        QVERIFY(!json::find(body, "refresh_token")); // docker would store it instead of the password
        const auto bearer = "Bearer " + QByteArray::fromStdString(json::text(body, "token"));
        QCOMPARE(with(bearer, "GET", "/v2/").status, 200);
        QCOMPARE(with(bearer, "GET", "/v2/team/app/manifests/1").status, 200);
        QCOMPARE(with(bearer, "GET", "/v2/team/other/manifests/1").status, 401);
        QCOMPARE(with(bearer, "POST", "/v2/team/app/blobs/uploads/").status, 401);
        QCOMPARE(with(bearer, "GET", "/v2/_catalog").status, 401);
    }

    void aTokenLivesAtMostTwelveHours()
    {
        const auto claims = claimsOf(token("repository:team/app:pull", adminBasic()));
        QVERIFY(json::integer(claims, "exp") - json::integer(claims, "iat") <= 43200);
        QCOMPARE(json::text(claims, "sub"), std::string(RegistryProcess::keyId));
        QCOMPARE(json::text(claims, "aud"), std::string("berth"));
    }

    void aTokenThatIsTooNarrowIsToldSo()
    {
        const auto reply = with("Bearer " + token("repository:team/app:pull", adminBasic()), "POST", "/v2/team/app/blobs/uploads/");
        QCOMPARE(reply.status, 401);
        QVERIFY(reply.headers["www-authenticate"].contains("error=\"insufficient_scope\""));
        QVERIFY(reply.headers["www-authenticate"].contains("scope=\"repository:team/app:pull,push\""));
    }

    void aTokenThatIsGarbledIsToldToBeInvalid()
    {
        auto good = token("repository:team/app:pull", adminBasic());
        good[good.size() / 2] = good[good.size() / 2] == 'A' ? 'B' : 'A';
        const auto reply = with("Bearer " + good, "GET", "/v2/team/app/manifests/1");
        QCOMPARE(reply.status, 401);
        QVERIFY(reply.headers["www-authenticate"].contains("error=\"invalid_token\""));
        QVERIFY(reply.headers["www-authenticate"].contains("scope=\"repository:team/app:pull\""));
    }

    void anExpiredTokenIsInvalid()
    {
        const Secret signingKey("one key");
        Tokens tokens(signingKey);
        const auto now = nowMs();
        const auto made = tokens.make("me", 1, {parseScope("repository:team/app:pull")}, now, std::chrono::minutes(60));
        const auto lifetimeMs = 60LL * 60 * 1000;
        QVERIFY(tokens.check(made, now + lifetimeMs - 1000).has_value());
        QVERIFY(!tokens.check(made, now + lifetimeMs)); // though it was remembered as good
        QVERIFY(Tokens(signingKey).check(made, now).has_value()); // the same server after a restart
        QVERIFY(!Tokens(Secret("another key")).check(made, now));
    }

    void noTokenLivesLongerThanTwelveHours()
    {
        const Secret signingKey("one key");
        const auto now = nowMs();
        const auto made = Tokens(signingKey).make("me", 1, {}, now, std::chrono::hours(100));
        const auto claims = claimsOf(QByteArray::fromStdString(made));
        QCOMPARE(json::integer(claims, "exp") - json::integer(claims, "iat"), 43'200LL);
    }

    void severalScopesComeRepeatedOrInOneList_data()
    {
        QTest::addColumn<QByteArray>("scopes");
        QTest::newRow("repeated") << QByteArray("repository:team/app:pull&scope=repository:team/b:push");
        QTest::newRow("one list") << QByteArray("repository:team/app:pull%20repository:team/b:push");
        QTest::newRow("one list, plus signs") << QByteArray("repository:team/app:pull+repository:team/b:push");
    }
    void severalScopesComeRepeatedOrInOneList()
    {
        QFETCH(QByteArray, scopes);
        const auto made = token(scopes, adminBasic());
        QCOMPARE(actionsIn(made, 0), QByteArray("[\"pull\"]"));
        QCOMPARE(actionsIn(made, 1), QByteArray("[\"push\"]"));
    }

    void scopesAndPathsMeetInTheCanonicalName_data()
    {
        QTest::addColumn<QByteArray>("scopeName");
        QTest::addColumn<QByteArray>("pathName");
        for (const char *scope : {"ubuntu", "library/ubuntu"}) {
            for (const char *path : {"ubuntu", "library/ubuntu"})
                QTest::addRow("%s, %s", scope, path) << QByteArray(scope) << QByteArray(path);
        }
    }
    void scopesAndPathsMeetInTheCanonicalName()
    {
        QFETCH(QByteArray, scopeName);
        QFETCH(QByteArray, pathName);
        QCOMPARE(push("ubuntu", "18.04", makeImage(5)), 201);
        const auto bearer = "Bearer " + token("repository:" + scopeName + ":pull", adminBasic());
        QCOMPARE(with(bearer, "GET", "/v2/" + pathName + "/manifests/18.04").status, 200);
    }

    void askingForTooMuchGivesTheSmallerToken_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QByteArray>("actions");
        QTest::newRow("administrator") << QByteArray() << QByteArray("[\"pull\",\"push\",\"delete\"]");
        QTest::newRow("member") << QByteArray("viewer") << QByteArray("[\"pull\"]");
        QTest::newRow("uploader") << QByteArray("pusher") << QByteArray("[\"push\"]");
    }
    void askingForTooMuchGivesTheSmallerToken()
    {
        QFETCH(QByteArray, key);
        QFETCH(QByteArray, actions);
        const auto authorization = key.isEmpty() ? adminBasic() : credentials(key.constData());
        QCOMPARE(actionsIn(token("repository:team/app:pull,push,delete", authorization)), actions);
        QCOMPARE(actionsIn(token("repository:team/app:*", authorization)), actions);
    }

    void withoutCredentialsTheTokenIsEmpty()
    {
        const auto made = token("repository:team/app:pull", {});
        QCOMPARE(actionsIn(made), QByteArray("[]"));
        QCOMPARE(with("Bearer " + made, "GET", "/v2/team/app/manifests/1").status, 401);
    }

    void scopesThatAreNonsenseGrantNothing_data()
    {
        QTest::addColumn<QByteArray>("scope");
        for (const char *scope :
            {"", "x", "repository:team/app", "repository::pull", "repository:TEAM/app:pull", "repository:team/app:fly", "registry:catalog:pull", "::"})
            QTest::newRow(*scope ? scope : "(empty)") << QByteArray(scope);
    }
    void scopesThatAreNonsenseGrantNothing()
    {
        QFETCH(QByteArray, scope);
        const auto reply = plain("GET", "/service/token?scope=" + scope, {{"Authorization", adminBasic()}});
        QCOMPARE(reply.status, 200);
        const auto bearer = "Bearer " + QByteArray::fromStdString(json::text(reply.jsonBody(), "token"));
        QCOMPARE(with(bearer, "GET", "/v2/team/app/manifests/1").status, 401);
        QCOMPARE(with(bearer, "GET", "/v2/_catalog").status, 401);
    }

    void aTokenForTheCatalogOpensTheCatalog() { QCOMPARE(with("Bearer " + token("registry:catalog:*", adminBasic()), "GET", "/v2/_catalog").status, 200); }

    void aTokenByPostNeedsThePassword_data()
    {
        QTest::addColumn<QByteArray>("form");
        QTest::addColumn<int>("status");
        const QByteArray good =
            "grant_type=password&service=berth&client_id=test&scope=repository%3Ateam%2Fapp%3Apull&username=testkey&password=testsecret0123456789";
        QTest::newRow("good") << good << 200;
        QTest::newRow("wrong password") << good + "x" << 401;
        QTest::newRow("refresh token") << QByteArray("grant_type=refresh_token&refresh_token=x") << 400;
        QTest::newRow("empty") << QByteArray() << 400;
    }
    void aTokenByPostNeedsThePassword()
    {
        QFETCH(QByteArray, form);
        QFETCH(int, status);
        const auto reply = plain("POST", "/service/token", {{"Content-Type", "application/x-www-form-urlencoded"}}, form);
        QCOMPARE(reply.status, status);
        if (status == 200)
            QCOMPARE(with("Bearer " + QByteArray::fromStdString(json::text(reply.jsonBody(), "access_token")), "GET", "/v2/team/app/manifests/1").status, 200);
    }

    void wrongCredentialsGetNoToken()
    {
        QCOMPARE(with(basic(RegistryProcess::keyId, "wrong"), "GET", "/service/token?scope=repository:team/app:pull").status, 401);
    }

    void aTokenBuysNoOtherToken()
    {
        QVERIFY(with("Bearer " + token("repository:team/app:pull", adminBasic()), "GET", "/service/token?scope=repository:team/app:push").status >= 400);
    }

    // Roles

    void rolesAreKeptWhateverTheClientTries_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<int>("status");
        const auto row = [](const char *key, const char *method, const QByteArray &path, int status) {
            QTest::addRow("%s %s %s", key, method, path.left(60).constData()) << QByteArray(key) << QByteArray(method) << path << status;
        };
        const QByteArray blob = "/v2/team/app/blobs/" + digestOf(makeImage(1).config);
        row("viewer", "GET", "/v2/team/app/manifests/1", 200);
        row("viewer", "GET", blob, 200);
        row("viewer", "GET", "/v2/_catalog", 200);
        row("viewer", "POST", "/v2/team/app/blobs/uploads/", 403);
        row("viewer", "PUT", "/v2/team/app/manifests/2", 403);
        row("viewer", "DELETE", "/v2/team/app/manifests/1", 403);
        row("viewer", "DELETE", blob, 403);
        row("pusher", "GET", "/v2/team/app/manifests/1", 403);
        row("pusher", "GET", blob, 403);
        row("pusher", "GET", "/v2/team/app/tags/list", 403);
        row("pusher", "GET", "/v2/_catalog", 200); // which lists what it may pull: nothing
        row("pusher", "HEAD", "/v2/team/app/manifests/1", 200);
        row("pusher", "HEAD", blob, 200);
        row("pusher", "POST", "/v2/team/app/blobs/uploads/", 202);
        row("pusher", "DELETE", "/v2/team/app/manifests/1", 403);
        row("pusher", "POST", "/v2/unknown-registry/app/blobs/uploads/", 404);
    }
    void rolesAreKeptWhateverTheClientTries()
    {
        QFETCH(QByteArray, key);
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, path);
        QFETCH(int, status);
        QCOMPARE(with(credentials(key.constData()), method, path).status, status);
        const auto bearer = "Bearer "
            + token("repository:team/app:pull,push,delete&scope=registry:catalog:*&scope=repository:unknown-registry/app:push", credentials(key.constData()));
        QCOMPARE(with(bearer, method, path).status, status); // a wider token could not help either
    }

    void aMountNeedsRightsOnItsSource()
    {
        const auto config = makeImage(1).config;
        QCOMPARE(upload("other/target", "x"), 201);
        const QByteArray path = "/v2/other/target/blobs/uploads/?mount=" + digestOf(config) + "&from=team/app";
        // Judged by what the key may do: clients ask a token for the target alone.
        const auto bearer = "Bearer " + token("repository:other/target:push", credentials("confined"));
        QCOMPARE(with(bearer, "POST", path).status, 202);
        QCOMPARE(with(bearer, "POST", "/v2/other/target/blobs/uploads/?mount=" + digestOf(config)).status, 202);
        QCOMPARE(send("HEAD", "/v2/other/target/blobs/" + digestOf(config)).status, 404);
        QCOMPARE(with("Bearer " + token("repository:other/target:push", adminBasic()), "POST", path).status, 201);
    }

    // The server's own names

    void onlyTheServersOwnNamesAreAnswered_data()
    {
        QTest::addColumn<QByteArray>("host");
        QTest::addColumn<bool>("own");
        const auto row = [](const char *host, bool own) { QTest::newRow(*host ? host : "(empty)") << QByteArray(host) << own; };
        row("localhost", true);
        row("LOCALHOST:5000", true);
        row("127.0.0.1:1", true);
        row("127.8.9.1", true);
        row("[::1]:5000", true);
        row("host.docker.internal:5000", true);
        row("example.org", false);
        row("localhost.example.org", false);
        row("127.0.0.1.example.org", false);
        row("127.example.org:5000", false);
        row("localhost:x", false);
        row("localhost:1\",realm=\"http://example.org:2", false);
        row("", false);
        row("10.0.0.1", false);
    }
    void onlyTheServersOwnNamesAreAnswered()
    {
        QFETCH(QByteArray, host);
        QFETCH(bool, own);
        for (const char *path : {"/v2/", "/service/token", "/ncr/v2.0/appkeys/local/registries", "/berth/v1/storage"}) {
            RawConnection connection(registry.host());
            connection.send(head("GET", path, host, {"Authorization: " + adminBasic()}));
            const auto status = connection.receive().status;
            QCOMPARE(status == 421, !own);
        }
    }

    void theRealmRepeatsTheNameThatWasUsed()
    {
        RawConnection connection(registry.host());
        connection.send(head("GET", "/v2/", "localhost:7", {}));
        QVERIFY(connection.receive().headers["www-authenticate"].contains("realm=\"http://localhost:7/service/token\""));
    }

    void furtherNamesAreAnsweredIfGiven()
    {
        RegistryProcess other;
        QVERIFY(other.start(
            {QStringLiteral("--host-name"), QStringLiteral("Registry.example.org"), QStringLiteral("--host-name"), QStringLiteral("second.example.org:8080")}));
        for (const char *host : {"registry.example.org:5000", "registry.example.org", "second.example.org"}) {
            RawConnection connection(other.host());
            connection.send(head("GET", "/v2/", host, {}));
            QCOMPARE(connection.receive().status, 401);
        }
        RawConnection connection(other.host());
        connection.send(head("GET", "/v2/", "third.example.org", {}));
        QCOMPARE(connection.receive().status, 421);
    }

    // Anonymous access

    void anonymousAccessServesWhatItsModeSays_data()
    {
        QTest::addColumn<QByteArray>("mode");
        QTest::addColumn<int>("pull");
        QTest::addColumn<int>("push");
        QTest::newRow("off") << QByteArray("off") << 401 << 401;
        QTest::newRow("pull") << QByteArray("pull") << 200 << 401;
        QTest::newRow("push") << QByteArray("push") << 200 << 202;
    }
    void anonymousAccessServesWhatItsModeSays()
    {
        QFETCH(QByteArray, mode);
        QFETCH(int, pull);
        QFETCH(int, push);
        RegistryProcess other;
        QVERIFY(other.start({QStringLiteral("--anonymous"), QString::fromUtf8(mode)}));
        QCOMPARE(pushImage(other, QStringLiteral("team/app"), QStringLiteral("1"), makeImage(1)), 201);
        const auto ask = [&](const QByteArray &method, const char *path, const Headers &headers = {}) {
            return call({method, other.url(QLatin1String(path)), headers, {}});
        };
        QCOMPARE(ask("GET", "/v2/").status, 401); // even then: clients learn here that signing in is possible
        QCOMPARE(ask("GET", "/v2/team/app/manifests/1").status, pull);
        QCOMPARE(ask("GET", "/v2/_catalog").status, pull);
        QCOMPARE(ask("POST", "/v2/team/app/blobs/uploads/").status, push);
        QCOMPARE(ask("POST", "/v2/new-registry/app/blobs/uploads/").status, push); // makes the registry, too
        QCOMPARE(ask("DELETE", "/v2/team/app/manifests/1").status, 401);
        QCOMPARE(ask("GET", "/v2/team/app/manifests/1", {{"Authorization", basic("testkey", "wrong")}}).status, 401);
        QCOMPARE(ask("GET", "/v2/team/app/manifests/1", {{"Authorization", "Bearer abc"}}).status, 401);
        const auto made = json::text(ask("GET", "/service/token?scope=repository:team/app:pull,push").jsonBody(), "token");
        QCOMPARE(ask("GET", "/v2/team/app/manifests/1", {{"Authorization", "Bearer " + QByteArray::fromStdString(made)}}).status, pull);
        QVERIFY(ask("GET", "/berth/v1/storage").status == 401); // management always needs a key
    }

    // Registries that come into being

    void anAdministratorsFirstPushMakesTheRegistryUnlessForbidden()
    {
        RegistryProcess other;
        QVERIFY(other.start({QStringLiteral("--auto-create-registries"), QStringLiteral("off")}));
        const auto refused = other.send("POST", QStringLiteral("/v2/brand-new/app/blobs/uploads/"));
        QCOMPARE(refused.status, 404);
        QCOMPARE(errorCode(refused), QByteArray("NAME_UNKNOWN"));
        QVERIFY(refused.body.contains("brand-new"));
        QCOMPARE(other.send("POST", QStringLiteral("/v2/ubuntu/blobs/uploads/")).status, 202); // the library is always there
        QCOMPARE(other.stop(), 0);
        QVERIFY(other.start({QStringLiteral("--auto-create-registries"), QStringLiteral("on")}));
        QCOMPARE(other.send("POST", QStringLiteral("/v2/brand-new/app/blobs/uploads/")).status, 202);
    }

    void noRegistryOfAReservedOrBrokenNameComesIntoBeing_data()
    {
        QTest::addColumn<QByteArray>("name");
        for (const char *name : {"v2", "api", "service", "ncr", "c", "a--b"})
            QTest::newRow(name) << QByteArray(name);
    }
    void noRegistryOfAReservedOrBrokenNameComesIntoBeing()
    {
        QFETCH(QByteArray, name);
        const auto reply = send("POST", "/v2/" + name + "/app/blobs/uploads/");
        QCOMPARE(reply.status, 400);
        QCOMPARE(errorCode(reply), QByteArray("NAME_INVALID"));
    }

    // Secrets

    void theSecretIsNowhereInFolderOrOutput()
    {
        RegistryProcess other;
        QVERIFY(other.start({QStringLiteral("--log-level"), QStringLiteral("debug")}));
        QCOMPARE(pushImage(other, QStringLiteral("team/app"), QStringLiteral("1"), makeImage(1)), 201);
        QCOMPARE(other.manage("GET", QStringLiteral("/berth/v1/storage")).status, 200);
        (void)other.send("GET", QStringLiteral("/v2/broken//"));
        const QByteArray secret = RegistryProcess::secret;
        const QList<QByteArray> forms{secret, secret.toBase64(), secret.toHex(), (QByteArray(RegistryProcess::keyId) + ":" + secret).toBase64()};
        const auto check = [&] {
            int files = 0;
            QDirIterator it(other.folder(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
            while (it.hasNext()) {
                QFile file(it.next());
                QVERIFY(file.open(QIODevice::ReadOnly));
                const auto bytes = file.readAll();
                ++files;
                for (const auto &form : forms)
                    QVERIFY2(!bytes.contains(form), qPrintable(file.fileName()));
            }
            QVERIFY(files > 3);
        };
        check(); // with the database's log still there
        QCOMPARE(other.stop(), 0);
        check();
        for (const auto &form : forms) {
            QVERIFY(!other.output().toUtf8().contains(form));
            QVERIFY(!other.errorOutput().toUtf8().contains(form));
        }
    }

    void theSecretIsNotOnTheCommandLine()
    {
        QFile commandLine(QStringLiteral("/proc/%1/cmdline").arg(registry.processId()));
        QVERIFY(commandLine.open(QIODevice::ReadOnly));
        QVERIFY(!commandLine.readAll().contains(RegistryProcess::secret));
    }

    void aKeyThatIsMadeIsShownOnceAndWorks()
    {
        RegistryProcess other;
        QVERIFY(other.start({}, {QStringLiteral("BERTH_ACCESS_KEY="), QStringLiteral("BERTH_SECRET_KEY=")}));
        const auto field = [&](const QString &label) { return other.output().section(label, 1).section(QLatin1Char('\n'), 0, 0).toUtf8(); };
        const auto authorization = basic(field(QStringLiteral("Access key: ")), field(QStringLiteral("Secret key: ")));
        QCOMPARE(call({"GET", other.url(QStringLiteral("/v2/")), {{"Authorization", authorization}}, {}}).status, 200);
        QCOMPARE(other.stop(), 0);
        QVERIFY(other.start({}, {QStringLiteral("BERTH_ACCESS_KEY="), QStringLiteral("BERTH_SECRET_KEY=")}));
        QVERIFY(!other.output().contains(QStringLiteral("Secret key")));
        QCOMPARE(call({"GET", other.url(QStringLiteral("/v2/")), {{"Authorization", authorization}}, {}}).status, 200);
    }

    void theDataFolderIsItsOwnersAlone()
    {
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
        QCOMPARE(QFile::permissions(registry.folder()) & others, QFile::Permissions());
    }

    // Load

    void tooManySignInsAtOnceAreToldToComeBack()
    {
        std::vector<std::unique_ptr<RawConnection>> callers;
        for (int i = 0; i < 120; ++i) { // each another: the same are checked once
            callers.push_back(std::make_unique<RawConnection>(registry.host()));
            callers.back()->send(head("GET", "/v2/", registry.host().toUtf8(), {"Authorization: " + basic("nobody" + QByteArray::number(i), "x")}));
        }
        int refused = 0;
        for (auto &caller : callers) {
            const auto reply = caller->receive();
            QVERIFY(reply.status == 401 || reply.status == 429);
            if (reply.status == 429) {
                ++refused;
                QCOMPARE(errorCode(reply), QByteArray("TOOMANYREQUESTS"));
                QVERIFY(reply.headers.contains("retry-after"));
            }
        }
        QVERIFY(refused > 0);
        QCOMPARE(send("GET", "/v2/").status, 200); // a key that is known already is not held up
    }
};

QTEST_GUILESS_MAIN(AccessTest)
#include "AccessTest.moc"
