// SPDX-License-Identifier: Apache-2.0
#include <memory>

#include <QBuffer>
#include <QElapsedTimer>
#include <QTest>

#include "StagedServer.h"
#include "client/http/HttpClient.h"
#include "client/http/Redirect.h"
#include "client/protocol/RegistryClient.h"
#include "core/ErrorText.h"
#include "core/Hasher.h"

using namespace berth;
using namespace berth::test;
using namespace Qt::StringLiterals;

namespace {

using Answer = StagedServer::Answer;
using Ended = std::optional<Result<HttpReply>>;

HttpRequest requestTo(const QUrl &url, const QByteArray &method = "GET")
{
    HttpRequest request;
    request.method = method;
    request.url = url;
    request.headers = {{"Authorization", "Basic c2VjcmV0"}, {"X-TC-AUTHENTICATION-SECRET", "secret"}, {"Accept", "text/plain"}};
    return request;
}

QCoro::Task<> ask(HttpClient &client, HttpRequest request, Ended &ended) { ended = co_await client.send(std::move(request)); }

template <class T> QCoro::Task<> keep(QCoro::Task<T> task, std::optional<T> &ended) { ended = co_await std::move(task); }

bool isSecretFree(const StagedServer &server)
{
    for (const auto &request : server.requests()) {
        if (request.has("authorization") || request.head.contains("secret"))
            return false;
    }
    return true;
}

QString sentenceOf(const Error &error) { return QString::fromStdString(error.message); }

} // namespace

/// One server's network: where credentials and bodies may go, who waits for whom, and what a server that wants to be left alone gets.
class ServerLinkTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // Redirects

    void whatIsReadFollows_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QString>("where");
        for (const int status : {301, 302, 303, 307, 308}) {
            for (const char *method : {"GET", "HEAD"}) {
                for (const char *where : {"relative", "same server", "other server"})
                    QTest::addRow("%d %s %s", status, method, where) << status << QByteArray(method) << QString::fromLatin1(where);
            }
        }
    }
    void whatIsReadFollows()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, method);
        QFETCH(QString, where);
        const auto goal = [](const StagedServer::Request &) { return Answer{200, {}, "content"}; };
        StagedServer other(goal);
        QByteArray location;
        StagedServer server([&](const StagedServer::Request &request) {
            return request.path == "/from" ? Answer{status, {"Location: " + location}, "moved"} : goal(request);
        });
        location = where == u"relative"_s ? QByteArray("/to?a=%2F") : (where == u"same server"_s ? server : other).url(u"/to?a=%2F"_s).toEncoded();
        HttpClient client(std::make_shared<ServerLink>(QList<QUrl>{server.url()}));
        Ended ended;
        ask(client, requestTo(server.url(u"/from"_s), method), ended);
        QTRY_VERIFY(ended.has_value());
        QVERIFY2(ended->has_value(), ended->has_value() ? "" : qPrintable(sentenceOf(ended->error())));
        QCOMPARE((*ended)->status, 200);
        QCOMPARE((*ended)->body, method == "HEAD" ? QByteArray() : QByteArray("content"));
        const auto &last = (where == u"other server"_s ? other : server).requests().last();
        QCOMPARE(last.method, method);
        QCOMPARE(last.path, QByteArray("/to?a=%2F"));
        QVERIFY(last.has("accept"));
        QCOMPARE(last.has("authorization"), where != u"other server"_s);
        QCOMPARE(last.has("x-tc-authentication-secret"), where != u"other server"_s);
        QVERIFY(isSecretFree(other));
    }

    void credentialsAreNotTakenUpAgainOnTheWayBack()
    {
        QByteArray back;
        StagedServer other([&](const StagedServer::Request &) { return Answer{307, {"Location: " + back}}; });
        StagedServer server([&](const StagedServer::Request &request) {
            return request.path == "/from" ? Answer{307, {"Location: " + other.url().toEncoded()}} : Answer{200};
        });
        back = server.url(u"/back"_s).toEncoded();
        HttpClient client(std::make_shared<ServerLink>(QList<QUrl>{server.url()}));
        Ended ended;
        ask(client, requestTo(server.url(u"/from"_s)), ended);
        QTRY_VERIFY(ended.has_value());
        QCOMPARE((*ended)->status, 200);
        QVERIFY(!server.requests().last().has("authorization")); // who sent it here is somebody else
    }

    void aRefusalElsewhereGetsNoCredentials()
    {
        StagedServer other([](const StagedServer::Request &) { return Answer{401, {"WWW-Authenticate: Basic realm=\"catch\""}}; });
        StagedServer server([&](const StagedServer::Request &) { return Answer{302, {"Location: " + other.url().toEncoded()}}; });
        Connection connection;
        connection.kind = ServerKind::Registry;
        connection.url = server.url({});
        connection.keyId = u"somebody"_s;
        connection.secret = Secret("secret");
        RegistryClient client(connection);
        std::optional<Result<QByteArray>> ended;
        keep(client.fetchBlob(u"a/b"_s, Hasher::of("x")), ended);
        QTRY_VERIFY(ended.has_value());
        QVERIFY(!ended->has_value());
        QVERIFY(!other.requests().isEmpty());
        QVERIFY(isSecretFree(other));
    }

    void circlesAreLeft()
    {
        StagedServer server([&](const StagedServer::Request &request) { return Answer{302, {"Location: " + request.path + "x"}}; });
        HttpClient client(std::make_shared<ServerLink>(QList<QUrl>{server.url()}));
        Ended ended;
        ask(client, requestTo(server.url(u"/round"_s)), ended);
        QTRY_VERIFY(ended.has_value());
        QCOMPARE(ended->error().code, ErrorCode::Denied);
        QVERIFY2(sentenceOf(ended->error()).contains(u"circles"_s), qPrintable(sentenceOf(ended->error())));
        QCOMPARE(server.requests().size(), 1 + redirects::mostHops);
    }

    void nothingGoesFromTlsToPlainText()
    {
        HttpReply reply;
        reply.status = 302;
        reply.headers = {{"Location", "http://store.example/x"}};
        const auto further = redirects::next(requestTo(QUrl(u"https://registry.example/a"_s)), reply);
        QVERIFY(!further);
        QVERIFY2(sentenceOf(further.error()).contains(u"https://registry.example"_s) && sentenceOf(further.error()).contains(u"http://store.example"_s),
            qPrintable(sentenceOf(further.error())));
    }

    void addressesThatAreNoneAreRefused_data()
    {
        QTest::addColumn<QByteArray>("location");
        for (const char *location : {"file:///etc/passwd", "ftp://127.0.0.1/x", "http://", "https:///x", "javascript:1"})
            QTest::newRow(location) << QByteArray(location);
    }
    void addressesThatAreNoneAreRefused()
    {
        QFETCH(QByteArray, location);
        HttpReply reply;
        reply.status = 302;
        reply.headers = {{"Location", location}};
        const auto further = redirects::next(requestTo(QUrl(u"http://registry.example/a"_s)), reply);
        QVERIFY(!further);
        QCOMPARE(further.error().code, ErrorCode::Denied);
    }

    void theSamePortSaidOrNotIsTheSameServer()
    {
        HttpReply reply;
        reply.status = 307;
        reply.headers = {{"Location", "https://registry.example:443/x"}};
        const auto further = redirects::next(requestTo(QUrl(u"https://registry.example/a"_s)), reply);
        QVERIFY(further && *further);
        QVERIFY(!(*further)->isForElsewhere);
        QCOMPARE((*further)->headers.size(), 3);
    }

    void aBodyFollowsWithinItsServerOnly_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("isElsewhere");
        for (const int status : {301, 302, 303, 307, 308}) {
            QTest::addRow("%d same server", status) << status << false;
            QTest::addRow("%d other server", status) << status << true;
        }
    }
    void aBodyFollowsWithinItsServerOnly()
    {
        QFETCH(int, status);
        QFETCH(bool, isElsewhere);
        StagedServer other([](const StagedServer::Request &) { return Answer{201}; });
        QByteArray location;
        StagedServer server([&](const StagedServer::Request &request) {
            return request.path == "/from" ? Answer{status, {"Location: " + location}} : Answer{201};
        });
        location = (isElsewhere ? other : server).url(u"/to"_s).toEncoded();
        HttpClient client(std::make_shared<ServerLink>(QList<QUrl>{server.url()}));
        QBuffer content;
        content.setData(QByteArray(300'000, 'b'));
        QVERIFY(content.open(QIODevice::ReadOnly));
        auto request = requestTo(server.url(u"/from"_s), "PUT");
        request.device = &content;
        Ended ended;
        ask(client, std::move(request), ended);
        QTRY_VERIFY(ended.has_value());
        QVERIFY(other.requests().isEmpty());
        if (isElsewhere) {
            QCOMPARE(ended->error().code, ErrorCode::Denied);
            const auto sentence = sentenceOf(ended->error());
            QVERIFY2(sentence.contains(server.host()) && sentence.contains(other.host()), qPrintable(sentence));
        } else if (status >= 307) {
            QCOMPARE((*ended)->status, 201);
            QCOMPARE(server.requests().last().body, content.data());
        } else {
            QCOMPARE((*ended)->status, status); // whoever asked sees that it was not done
            QCOMPARE(server.requests().size(), 1);
        }
    }

    void anUploadThatIsSentToAnotherServerEndsThere()
    {
        StagedServer other([](const StagedServer::Request &) { return Answer{201}; });
        StagedServer server([&](const StagedServer::Request &) { return Answer{202, {"Location: " + other.url(u"/upload/1?state=x"_s).toEncoded()}}; });
        Connection connection;
        connection.kind = ServerKind::Registry;
        connection.url = server.url({});
        connection.keyId = u"somebody"_s;
        connection.secret = Secret("secret");
        RegistryClient client(connection);
        QBuffer content;
        content.setData("layer");
        QVERIFY(content.open(QIODevice::ReadOnly));
        std::optional<Result<void>> ended;
        keep(client.pushBlob(u"a/b"_s, Hasher::of("layer"), &content, {}), ended);
        QTRY_VERIFY(ended.has_value());
        QVERIFY(!ended->has_value());
        const auto sentence = sentenceOf(ended->error());
        QVERIFY2(sentence.contains(server.host()) && sentence.contains(other.host()), qPrintable(sentence));
        QVERIFY(other.requests().isEmpty());
    }

    void registriesOverObjectStorageAreAsked()
    {
        StagedServer store([](const StagedServer::Request &) { return Answer{200, {"Docker-Content-Digest: sha256:abc"}}; });
        StagedServer server([&](const StagedServer::Request &) { return Answer{307, {"Location: " + store.url(u"/bucket/blob?signature=1"_s).toEncoded()}}; });
        Connection connection;
        connection.kind = ServerKind::Registry;
        connection.url = server.url({});
        RegistryClient client(connection);
        std::optional<Result<bool>> has;
        keep(client.hasBlob(u"a/b"_s, Hasher::of("x")), has);
        QTRY_VERIFY(has.has_value());
        QVERIFY(has->has_value() && **has);
        std::optional<Result<QString>> digest;
        keep(client.digestOfTag(u"a/b"_s, u"1"_s), digest);
        QTRY_VERIFY(digest.has_value());
        QCOMPARE(digest->value(), u"sha256:abc"_s);
    }

    // Slots, rest and budget

    void soManyAtOnceAndTheRestWaits()
    {
        StagedServer server([](const StagedServer::Request &request) { return Answer{200, {}, {}, request.path.startsWith("/held")}; });
        const auto link = std::make_shared<ServerLink>(QList<QUrl>{server.url()}, NetworkAccess(), LinkLimits{3});
        auto leaving = std::make_unique<HttpClient>(link);
        HttpClient staying(link);
        std::vector<Ended> left(20);
        for (auto &one : left)
            ask(*leaving, requestTo(server.url(u"/held"_s)), one);
        Ended stayed;
        ask(staying, requestTo(server.url(u"/wanted"_s)), stayed);
        QTRY_COMPARE(server.requests().size(), 3);
        QCOMPARE(link->traffic().underWay, 3);
        QCOMPARE(link->traffic().waiting, 18);
        QTest::qWait(50);
        QCOMPARE(server.requests().size(), 3);
        leaving.reset(); // a list that is left: nobody waits for what it had asked
        for (const auto &one : left) {
            QVERIFY(one.has_value());
            QCOMPARE(one->error().code, ErrorCode::Cancelled);
        }
        QTRY_VERIFY(stayed.has_value());
        QCOMPARE((*stayed)->status, 200);
        QCOMPARE(server.requests().size(), 4); // none of those that waited was ever sent
        QCOMPARE(link->traffic().underWay, 0);
        QCOMPARE(link->traffic().waiting, 0);
    }

    void whoIsLetInMayEndTheOthers()
    {
        StagedServer server([](const StagedServer::Request &request) { return Answer{200, {}, {}, request.path == "/held"}; });
        const auto link = std::make_shared<ServerLink>(QList<QUrl>{server.url()}, NetworkAccess(), LinkLimits{1});
        HttpClient first(link);
        auto second = std::make_unique<HttpClient>(link);
        Ended held, others[3];
        const auto endingSecond = [](HttpClient &client, HttpRequest request, std::unique_ptr<HttpClient> &victim, Ended &ended) -> QCoro::Task<> {
            ended = co_await client.send(std::move(request));
            victim.reset();
        };
        endingSecond(first, requestTo(server.url(u"/held"_s)), second, held);
        for (auto &one : others)
            ask(*second, requestTo(server.url(u"/next"_s)), one);
        QTRY_COMPARE(server.requests().size(), 1);
        server.release();
        QTRY_VERIFY(held.has_value());
        for (const auto &one : others) {
            QTRY_VERIFY(one.has_value());
            QCOMPARE(one->error().code, ErrorCode::Cancelled);
        }
        Ended after;
        ask(first, requestTo(server.url(u"/after"_s)), after);
        QTRY_VERIFY(after.has_value()); // no place was lost with them
        QCOMPARE(server.requests().size(), 2);
    }

    void whoIsGivenUpMaySendAndLetsNoneOfTheOthersIn()
    {
        StagedServer server([](const StagedServer::Request &request) { return Answer{200, {}, {}, request.path == "/held"}; });
        const auto link = std::make_shared<ServerLink>(QList<QUrl>{server.url()}, NetworkAccess(), LinkLimits{1});
        HttpClient staying(link);
        auto leaving = std::make_unique<HttpClient>(link);
        Ended held, given[3], again[3];
        const auto endingOther = [](HttpClient &client, HttpRequest request, std::unique_ptr<HttpClient> &victim, Ended &ended) -> QCoro::Task<> {
            ended = co_await client.send(std::move(request));
            victim.reset();
        };
        const auto tryingElsewhere = [](HttpClient &client, HttpClient &other, HttpRequest request, HttpRequest instead, Ended &ended,
                                         Ended &second) -> QCoro::Task<> {
            ended = co_await client.send(std::move(request));
            second = co_await other.send(std::move(instead));
        };
        endingOther(staying, requestTo(server.url(u"/held"_s)), leaving, held);
        for (int i = 0; i < 3; ++i)
            tryingElsewhere(*leaving, staying, requestTo(server.url(u"/given-up"_s), "DELETE"), requestTo(server.url(u"/instead"_s)), given[i], again[i]);
        QTRY_COMPARE(server.requests().size(), 1);
        server.release();
        for (int i = 0; i < 3; ++i) {
            QTRY_VERIFY(again[i].has_value());
            QCOMPARE(given[i]->error().code, ErrorCode::Cancelled);
            QCOMPARE((*again[i])->status, 200);
        }
        for (const auto &request : server.requests())
            QVERIFY(request.path != "/given-up");
    }

    void aServerThatWantsRestGetsItFromAll_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("isDate");
        QTest::newRow("429, seconds") << 429 << false;
        QTest::newRow("503, seconds") << 503 << false;
        QTest::newRow("429, a date") << 429 << true;
    }
    void aServerThatWantsRestGetsItFromAll()
    {
        QFETCH(int, status);
        QFETCH(bool, isDate);
        int answers = 0;
        StagedServer server([&](const StagedServer::Request &) {
            const auto when = isDate ? QLocale::c().toString(QDateTime::currentDateTimeUtc().addSecs(2), u"ddd, dd MMM yyyy HH:mm:ss"_s).toLatin1() + " GMT"
                                     : QByteArray("1");
            return ++answers == 1 ? Answer{status, {"Retry-After: " + when}} : Answer{200};
        });
        const auto link = std::make_shared<ServerLink>(QList<QUrl>{server.url()});
        HttpClient client(link), other(link);
        QElapsedTimer clock;
        clock.start();
        Ended first, second;
        ask(client, requestTo(server.url(u"/a"_s)), first);
        QTRY_COMPARE(server.requests().size(), 1);
        QTRY_VERIFY(link->traffic().restsForMs > 0);
        ask(other, requestTo(server.url(u"/b"_s)), second);
        QTRY_VERIFY(first && second);
        QVERIFY(clock.elapsed() >= (isDate ? 500 : 900));
        QCOMPARE((*first)->status, 200);
        QCOMPARE((*second)->status, 200);
        QCOMPARE(server.requests().size(), 3);
    }

    void aLongRestIsToldAndAChangeIsNotRepeated()
    {
        StagedServer server([&](const StagedServer::Request &request) {
            return Answer{429, {request.method == "GET" ? "Retry-After: 3600" : "Retry-After: 1"}, "no"};
        });
        HttpClient client(std::make_shared<ServerLink>(QList<QUrl>{server.url()}));
        Ended read, changed;
        ask(client, requestTo(server.url(u"/a"_s)), read);
        QTRY_VERIFY(read.has_value());
        QCOMPARE((*read)->status, 429);
        QCOMPARE((*read)->body, QByteArray("no"));
        auto change = requestTo(server.url(u"/a"_s), "POST");
        change.body = "x";
        ask(client, std::move(change), changed);
        QTRY_VERIFY(changed.has_value());
        QCOMPARE((*changed)->status, 429);
        QCOMPARE(server.requests().size(), 2);
    }

    void nobodyTriesForEver()
    {
        StagedServer server([](const StagedServer::Request &) { return Answer{429, {"Retry-After: 0"}}; });
        HttpClient client(std::make_shared<ServerLink>(QList<QUrl>{server.url()}));
        Ended ended;
        ask(client, requestTo(server.url(u"/a"_s)), ended);
        QTRY_VERIFY(ended.has_value());
        QCOMPARE((*ended)->status, 429);
        QCOMPARE(server.requests().size(), 3);
    }

    void aBudgetHoldsBackWhatGoesBeyondIt()
    {
        StagedServer server([](const StagedServer::Request &) { return Answer{200}; });
        const auto link = std::make_shared<ServerLink>(QList<QUrl>{server.url()}, NetworkAccess(), LinkLimits{6, 4});
        HttpClient client(link);
        Ended ended[6];
        for (auto &one : ended)
            ask(client, requestTo(server.url()), one);
        QTRY_COMPARE(server.requests().size(), 4);
        QTest::qWait(100);
        QCOMPARE(server.requests().size(), 4);
        QCOMPARE(link->traffic().lastMinute, 4);
        QCOMPARE(link->traffic().waiting, 2);
        client.cancelAll();
        QVERIFY(ended[5].has_value());
        QCOMPARE(ended[5]->error().code, ErrorCode::Cancelled);
    }
};

QTEST_GUILESS_MAIN(ServerLinkTest)
#include "ServerLinkTest.moc"
