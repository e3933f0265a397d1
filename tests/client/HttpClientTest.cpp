// SPDX-License-Identifier: Apache-2.0
#include <memory>

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include "client/http/HttpClient.h"
#include "transfer/FakeRegistry.h"

using namespace berth;
using namespace berth::test;
using namespace Qt::StringLiterals;

namespace {

HttpRequest get(const QString &url)
{
    HttpRequest request;
    request.url = QUrl(url);
    return request;
}

/// Sends and keeps how it ended.
QCoro::Task<> ask(HttpClient &client, HttpRequest request, std::optional<Result<HttpReply>> &ended) { ended = co_await client.send(std::move(request)); }

/// Ends the client as soon as it has its answer, while the reply still tells of its end.
QCoro::Task<> askOnce(std::unique_ptr<HttpClient> &client, HttpRequest request, int &status)
{
    const auto reply = co_await client->send(std::move(request));
    client.reset();
    status = reply ? reply->status : -1;
}

/// Asks again whatever comes, as someone who retries does.
QCoro::Task<> askAgainAndAgain(HttpClient &client, HttpRequest request, int &asked)
{
    for (asked = 0; asked < 50; ++asked) {
        const auto reply = co_await client.send(request);
        if (!reply && reply.error().code != ErrorCode::Cancelled)
            co_return;
    }
}

} // namespace

/// Calls whose client, or whose server, goes at the worst moment. The sanitizers see what this program forgives.
class HttpClientTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void endsAllItsCallsBeforeItIsGone()
    {
        FakeRegistry server;
        server.tamper = [](const FakeRegistry::Request &, FakeRegistry::Answer &answer) { answer.holdAt = 0; };
        auto client = std::make_unique<HttpClient>();
        std::optional<Result<HttpReply>> ended[4];
        for (int i = 0; i < 3; ++i)
            ask(*client, get(u"http://%1/v2/%2"_s.arg(server.host()).arg(i)), ended[i]);
        QTRY_COMPARE_WITH_TIMEOUT(server.requests().size(), 3, 5000);
        ask(*client, get(u"http://%1/v2/late"_s.arg(server.host())), ended[3]); // not even on its way
        client.reset();
        for (const auto &one : ended) {
            QVERIFY(one.has_value());
            QVERIFY(!one->has_value());
            QCOMPARE(one->error().code, ErrorCode::Cancelled);
        }
        QTest::qWait(50); // what was to be deleted later
    }

    void mayBeEndedByItsOwnAnswer()
    {
        FakeRegistry server;
        auto client = std::make_unique<HttpClient>();
        int status = 0;
        askOnce(client, get(u"http://%1/v2/"_s.arg(server.host())), status);
        QTRY_VERIFY_WITH_TIMEOUT(status != 0, 5000);
        QVERIFY(!client);
        QVERIFY(status > 0);
        QTest::qWait(50);
    }

    void beginsNothingWhileItEnds()
    {
        FakeRegistry server;
        server.tamper = [](const FakeRegistry::Request &, FakeRegistry::Answer &answer) { answer.holdAt = 0; };
        auto client = std::make_unique<HttpClient>();
        int asked = -1;
        askAgainAndAgain(*client, get(u"http://%1/v2/"_s.arg(server.host())), asked);
        QTRY_COMPARE_WITH_TIMEOUT(server.requests().size(), 1, 5000);
        client.reset();
        QCOMPARE(asked, 50); // each of them was refused at once
        QTest::qWait(50);
        QCOMPARE(server.requests().size(), 1);
    }

    void aSinkHearsNothingAfterItsCall()
    {
        FakeRegistry server;
        const auto digest = server.addManifest(QByteArray(4'000'000, 'x'), "application/octet-stream");
        auto client = std::make_unique<HttpClient>();
        auto heard = std::make_unique<qint64>(0);
        auto request = get(u"http://%1/v2/a/blobs/%2"_s.arg(server.host(), QString::fromUtf8(digest)));
        request.sink = [bytes = heard.get()](int, const QByteArray &piece) {
            *bytes += piece.size();
            return *bytes < 1'000'000;
        };
        std::optional<Result<HttpReply>> ended;
        ask(*client, std::move(request), ended);
        QTRY_VERIFY_WITH_TIMEOUT(ended.has_value(), 5000);
        QCOMPARE(ended->error().code, ErrorCode::Cancelled);
        heard.reset(); // a piece that came now would be written into what is gone
        QTest::qWait(100);
    }

    void eachAddressGoesThroughItsOwnProxyThoughAskedForAtOnce()
    {
        FakeRegistry direct;
        QTcpServer proxy;
        QVERIFY(proxy.listen(QHostAddress::LocalHost));
        QByteArray seen;
        connect(&proxy, &QTcpServer::newConnection, this, [&] {
            auto *socket = proxy.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [&seen, socket] {
                seen += socket->readAll();
                socket->write("HTTP/1.1 204 No Content\r\nContent-Length: 0\r\n\r\n");
            });
        });
        NetworkAccess access;
        access.proxy = NetworkAccess::Proxy::Manual;
        access.proxyHost = u"127.0.0.1"_s;
        access.proxyPort = proxy.serverPort();
        HttpClient client(access);
        // Loopback goes through no proxy; both calls are made before either has started.
        std::optional<Result<HttpReply>> far, near, farAgain;
        ask(client, get(u"http://registry.invalid/v2/far"_s), far);
        ask(client, get(u"http://%1/v2/near"_s.arg(direct.host())), near);
        ask(client, get(u"http://registry.invalid/v2/again"_s), farAgain);
        QTRY_VERIFY_WITH_TIMEOUT(far && near && farAgain, 10000);
        QCOMPARE(far->value().status, 204);
        QCOMPARE(farAgain->value().status, 204);
        QVERIFY(seen.contains("GET http://registry.invalid/v2/far"));
        QVERIFY(!seen.contains("near"));
        QCOMPARE(direct.requests().size(), 1);
        QCOMPARE(direct.requests().first().path, QByteArray("/v2/near"));
    }
};

QTEST_GUILESS_MAIN(HttpClientTest)
#include "HttpClientTest.moc"
