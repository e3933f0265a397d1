// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "StagedServer.h"
#include "client/auth/BasicAuth.h"
#include "client/auth/DockerToken.h"
#include "client/auth/KeyHeaders.h"
#include "client/auth/LinkTo.h"
#include "client/auth/SignedHttp.h"

using namespace berth;
using namespace berth::test;
using namespace Qt::StringLiterals;

namespace {

using Answer = StagedServer::Answer;
using Ended = std::optional<Result<HttpReply>>;

QCoro::Task<> ask(SignedHttp &http, HttpRequest request, QString scope, Ended &ended) { ended = co_await http.send(std::move(request), std::move(scope)); }

Connection connectionTo(const StagedServer &server, const QString &user = u"AKBERTH"_s)
{
    Connection connection;
    connection.kind = ServerKind::Registry;
    connection.url = server.url(QString());
    connection.keyId = user;
    connection.secret = Secret("hush");
    connection.network.proxy = NetworkAccess::Proxy::None;
    return connection;
}

HttpRequest get(const SignedHttp &http, const QString &path)
{
    HttpRequest request;
    request.url = http.url(path);
    return request;
}

const QByteArray basicOfKey = "Basic " + QByteArray("AKBERTH:hush").toBase64();

} // namespace

/// How requests are signed, and what a 401 is answered with, each way by itself.
class AuthorizerTest : public QObject {
    Q_OBJECT

private:
    static Ended send(SignedHttp &http, const QString &path, const QString &scope = {})
    {
        Ended ended;
        ask(http, get(http, path), scope, ended);
        (void)QTest::qWaitFor([&] { return ended.has_value(); }, 5000);
        return ended;
    }

private Q_SLOTS:
    void aKeyGoesInItsHeaders()
    {
        StagedServer server([](const auto &) { return Answer{401}; });
        const auto connection = connectionTo(server);
        SignedHttp http(connection.url, std::make_unique<KeyHeaders>(connection), linkTo(connection));
        const auto ended = send(http, u"/api"_s);
        QVERIFY(ended && *ended);
        QCOMPARE((*ended)->status, 401); // there is no other way, so it is not asked again
        QCOMPARE(server.requests().size(), 1);
        const auto &head = server.requests().first().head;
        QVERIFY(head.contains("x-tc-authentication-id: AKBERTH\r"));
        QVERIFY(head.contains("x-tc-authentication-secret: hush\r"));
        QVERIFY(!server.requests().first().has("authorization"));
    }

    void basicGoesUnasked()
    {
        StagedServer server([](const auto &) { return Answer{200}; });
        const auto connection = connectionTo(server);
        SignedHttp http(connection.url, std::make_unique<BasicAuth>(connection.keyId, connection.secret), linkTo(connection));
        QVERIFY(send(http, u"/api"_s));
        QVERIFY(server.requests().first().head.contains("authorization: " + basicOfKey));
    }

    void nothingIsSentBeforeAChallenge()
    {
        StagedServer server([](const auto &request) {
            return request.has("authorization") ? Answer{200} : Answer{401, {"WWW-Authenticate: Basic realm=\"here\""}};
        });
        const auto connection = connectionTo(server);
        SignedHttp http(connection.url, std::make_unique<DockerToken>(connection, linkTo(connection)), linkTo(connection));
        auto ended = send(http, u"/v2/"_s);
        QVERIFY(ended && *ended);
        QCOMPARE((*ended)->status, 200);
        QCOMPARE(server.requests().size(), 2);
        QVERIFY(!server.requests().at(0).has("authorization"));
        QVERIFY(server.requests().at(1).head.contains("authorization: " + basicOfKey));
        ended = send(http, u"/v2/"_s); // known by now
        QCOMPARE(server.requests().size(), 3);
        QVERIFY(server.requests().at(2).has("authorization"));
    }

    void aTokenIsFetchedOnceForEachScope()
    {
        int tokens = 0;
        StagedServer *self = nullptr;
        StagedServer server([&](const StagedServer::Request &request) -> Answer {
            if (request.path.startsWith("/token"))
                return {200, {}, "{\"token\":\"t" + QByteArray::number(++tokens) + "\"}"};
            if (!request.has("authorization"))
                return {401, {"WWW-Authenticate: Bearer realm=\"" + self->url(u"/token"_s).toEncoded() + "\",service=\"berth\",scope=\"ignored\""}};
            return {200};
        });
        self = &server;
        const auto connection = connectionTo(server);
        SignedHttp http(connection.url, std::make_unique<DockerToken>(connection, linkTo(connection)), linkTo(connection));
        const QString one = u"repository:a/b:pull"_s, other = u"repository:c/d:pull"_s;
        for (const auto &scope : {one, one, other, one})
            QVERIFY(send(http, u"/v2/"_s, scope));
        QCOMPARE(tokens, 2);
        const auto asked =
            std::find_if(server.requests().begin(), server.requests().end(), [](const auto &request) { return request.path.startsWith("/token"); });
        QVERIFY(asked->path.contains("service=berth") && asked->path.contains("repository:a/b:pull") && !asked->path.contains("ignored"));
        QVERIFY(asked->head.contains("authorization: " + basicOfKey));
        QVERIFY(server.requests().last().head.contains("authorization: Bearer t1\r"));
    }

    void aSecondRefusalIsAnAnswer()
    {
        StagedServer server([](const auto &) { return Answer{401, {"WWW-Authenticate: Basic realm=\"here\""}}; });
        const auto connection = connectionTo(server);
        SignedHttp http(connection.url, std::make_unique<DockerToken>(connection, linkTo(connection)), linkTo(connection));
        const auto ended = send(http, u"/v2/"_s);
        QVERIFY(ended && *ended);
        QCOMPARE((*ended)->status, 401);
        QCOMPARE(server.requests().size(), 2);
    }

    void whoHasNoKeyIsTold()
    {
        StagedServer server([](const auto &) { return Answer{401, {"WWW-Authenticate: Basic realm=\"here\""}}; });
        const auto connection = connectionTo(server, {});
        SignedHttp http(connection.url, std::make_unique<DockerToken>(connection, linkTo(connection)), linkTo(connection));
        const auto ended = send(http, u"/v2/"_s);
        QVERIFY(ended && !*ended);
        QCOMPARE(ended->error().code, ErrorCode::Unauthorized);
        QCOMPARE(server.requests().size(), 1);
    }

    void aKeyDoesNotGoToAnotherAddressWithoutTls()
    {
        StagedServer thief([](const auto &) { return Answer{200, {}, "{\"token\":\"t\"}"}; });
        StagedServer server([&](const auto &) { return Answer{401, {"WWW-Authenticate: Bearer realm=\"" + thief.url(u"/token"_s).toEncoded() + '"'}}; });
        const auto connection = connectionTo(server);
        SignedHttp http(connection.url, std::make_unique<DockerToken>(connection, linkTo(connection)), linkTo(connection));
        const auto ended = send(http, u"/v2/"_s);
        QVERIFY(ended && !*ended);
        QVERIFY(thief.requests().isEmpty());
    }

    void whoeverWaitsForATokenCanBeEnded()
    {
        StagedServer *self = nullptr;
        StagedServer server([&](const StagedServer::Request &request) -> Answer {
            if (request.path.startsWith("/token"))
                return {200, {}, "{}", true};
            return {401, {"WWW-Authenticate: Bearer realm=\"" + self->url(u"/token"_s).toEncoded() + '"'}};
        });
        self = &server;
        const auto connection = connectionTo(server);
        for (const bool destroys : {false, true}) {
            auto http = std::make_unique<SignedHttp>(connection.url, std::make_unique<DockerToken>(connection, linkTo(connection)), linkTo(connection));
            const auto before = server.requests().size();
            Ended ended;
            ask(*http, get(*http, u"/v2/"_s), {}, ended);
            QTRY_COMPARE_WITH_TIMEOUT(server.requests().size(), before + 2, 5000);
            if (destroys)
                http.reset();
            else
                http->cancelAll();
            QTRY_VERIFY_WITH_TIMEOUT(ended.has_value(), 5000);
            QVERIFY(!*ended);
            QCOMPARE(ended->error().code, ErrorCode::Cancelled);
        }
    }
};

QTEST_GUILESS_MAIN(AuthorizerTest)
#include "AuthorizerTest.moc"
