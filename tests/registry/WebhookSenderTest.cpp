// SPDX-License-Identifier: Apache-2.0
#include <QFile>
#include <QProcess>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include "client/StagedServer.h"
#include "client/http/PlainPost.h"
#include "registry/jobs/WebhookQueue.h"
#include "registry/jobs/Webhooks.h"
#include "registry/store/Database.h"
#include "registry/store/Outbox.h"
#include "registry/store/Registries.h"
#include "registry/store/WebhookDeliveries.h"
#include "registry/store/WebhookRows.h"

using namespace berth;
using namespace berth::test;

/// How messages are sent: in order, again where that helps, and past targets that hang. A second is some milliseconds here.
class WebhookSenderTest : public QObject {
    Q_OBJECT

private:
    using Answer = StagedServer::Answer;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<WriterThread> m_writer;
    std::unique_ptr<Webhooks> m_webhooks;
    WebhookReach m_reach = WebhookReach::Everywhere;
    WebhookPorts m_ports = WebhookPorts::Any;

    std::filesystem::path folder() const { return m_folder->path().toStdString(); }
    std::unique_ptr<Sql> database() const { return Sql::open(Database::file(folder()), Sql::Sync::Normal).value(); }
    static Secret masterKey() { return Secret(std::string(43, 'k')); }

    void start(TimeMs secondMs = 4, int mostMs = 10'000)
    {
        m_webhooks = std::make_unique<Webhooks>(Webhooks::Parts{.database = Database::file(folder()),
            .writer = *m_writer,
            .masterKey = masterKey(),
            .server = [] { return std::string("registry.test:5000"); },
            .ports = [this] { return m_ports; },
            .reach = [this] { return m_reach; },
            .random = [] { return 0.0; },
            .secondMs = secondMs,
            .mostMs = mostMs});
        m_webhooks->wake();
    }
    /// In one transaction of the writer.
    template <class Work> void write(Work work)
    {
        QVERIFY(m_writer
                    ->postAndWait({Durability::ProcessEnd,
                        [&](Sql &sql) -> Result<void> {
                            work(sql);
                            return {};
                        },
                        {}})
                    .has_value());
    }
    /// The number of a webhook of the registry "library" for pushes.
    std::int64_t hook(const QList<WebhookTarget> &targets, const std::vector<std::string> &events = {"PUSH_ARTIFACT"})
    {
        WebhookPolicy policy{0, {}, true, events, {targets.begin(), targets.end()}};
        write([&](Sql &sql) {
            policy.id = webhookrows::add(sql, registries::byName(sql, "library")->id, policy).value_or(0);
            QVERIFY(WebhookSecrets(masterKey()).seal(sql, policy).has_value());
        });
        return policy.id;
    }
    static WebhookTarget to(const StagedServer &server, const char *path = "/hook")
    {
        return {WebhookTarget::Kind::Http, server.url(QLatin1String(path)).toString().toStdString()};
    }
    void push(int count = 1, int from = 0)
    {
        write([&](Sql &sql) {
            for (int i = 0; i < count; ++i)
                outbox::add(sql,
                    {.kind = Event::Kind::Push,
                        .by = {"ci", "127.0.0.1"},
                        .registry = "library",
                        .image = "app",
                        .tag = "t" + std::to_string(from + i),
                        .digest = "sha256:a"});
        });
    }
    /// Newest first, whole.
    std::vector<WebhookDelivery> deliveries(std::int64_t policy) const
    {
        const auto sql = database();
        auto list = webhookdeliveries::list(*sql, policy, {0, 10'000});
        for (auto &delivery : list)
            delivery = webhookdeliveries::find(*sql, policy, delivery.id).value_or(delivery);
        return list;
    }
    static QByteArray tagOf(const StagedServer::Request &request)
    {
        const auto at = request.body.indexOf("\"tag\":\"") + 7;
        return request.body.mid(at, request.body.indexOf('"', at) - at);
    }
    static int status(const WebhookDelivery &delivery, std::size_t attempt) { return int(json::integer(delivery.attempts.at(attempt), "status")); }
    static QByteArray failure(const WebhookDelivery &delivery) { return QByteArray::fromStdString(delivery.failure); }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_reach = WebhookReach::Everywhere;
        m_ports = WebhookPorts::Any;
        QVERIFY(Database::prepare(folder()).has_value());
        m_writer = WriterThread::start(Database::file(folder())).value();
    }
    void cleanup()
    {
        m_webhooks.reset();
        m_writer.reset();
    }

    void theWaitsAreThoseOfTheReferenceSystem() // W-10
    {
        QCOMPARE(Webhooks::waitAfter(1, 0), 16.0);
        QCOMPARE(Webhooks::waitAfter(1, 0.999), 74.0);
        QCOMPARE(Webhooks::waitAfter(2, 0), 31.0);
        QCOMPARE(Webhooks::waitAfter(2, 0.999), 118.0);
    }

    void messagesComeInTheirOrderAndOnce()
    {
        StagedServer server([](const auto &) { return Answer{204}; });
        push(3); // before there was a webhook: nobody's business
        const auto policy = hook({to(server)});
        start();
        push(250);
        QTRY_COMPARE_WITH_TIMEOUT(server.requests().size(), 250, 20'000);
        for (int i = 0; i < 250; ++i)
            QCOMPARE(tagOf(server.requests()[i]), "t" + QByteArray::number(i));
        QTRY_VERIFY(deliveries(policy).front().state == WebhookDelivery::State::Delivered);
        QCOMPARE(deliveries(policy).size(), 250U);
        QTest::qWait(600);
        QCOMPARE(server.requests().size(), 250);
    }

    void theHeaderGoesAlongWordForWord() // W-14
    {
        StagedServer server([](const auto &) { return Answer{}; });
        auto target = to(server, "/a?x=1");
        target.authHeader = "Bearer abc";
        hook({target});
        start();
        push();
        QTRY_COMPARE(server.requests().size(), 1);
        const auto &request = server.requests().front();
        QCOMPARE(request.method, QByteArray("POST"));
        QCOMPARE(request.path, QByteArray("/a?x=1"));
        QVERIFY(request.head.contains("\r\nauthorization: Bearer abc\r\n"));
        QVERIFY(request.head.contains("\r\ncontent-type: application/json\r\n"));
        QVERIFY(!request.has("cookie"));
    }

    void whatFailsIsTriedThreeTimes_data()
    {
        QTest::addColumn<QList<int>>("answers");
        QTest::addColumn<int>("tries");
        QTest::addColumn<bool>("isDelivered");
        const auto row = [](const char *name, const QList<int> &answers, int tries, bool isDelivered) {
            QTest::newRow(name) << answers << tries << isDelivered;
        };
        row("at the third try", {500, 500, 200}, 3, true); // W-10
        row("never", {500, 502, 503, 200}, 3, false);      // W-11
        row("too many", {429, 200}, 2, true);
        row("time-out of the target", {408, 200}, 2, true);
        row("not found", {404, 200}, 1, false);
        row("unauthorized", {401, 200}, 1, false);
        row("a redirect", {302, 200}, 1, false); // W-18
        row("accepted", {202}, 1, true);
    }
    void whatFailsIsTriedThreeTimes()
    {
        QFETCH(const QList<int>, answers);
        QFETCH(const int, tries);
        QFETCH(const bool, isDelivered);
        int count = 0;
        StagedServer elsewhere([](const auto &) { return Answer{}; });
        StagedServer server([&](const auto &) {
            const int code = answers.value(count++, 200);
            return Answer{code, code / 100 == 3 ? QList<QByteArray>{"Location: " + elsewhere.url().toEncoded()} : QList<QByteArray>{},
                "said " + QByteArray::number(code)};
        });
        const auto policy = hook({to(server)});
        start(1);
        push();
        QTRY_VERIFY(!deliveries(policy).empty() && deliveries(policy).front().finishedAt != 0);
        const auto delivery = deliveries(policy).front();
        QCOMPARE(int(delivery.attempts.size()), tries);
        QCOMPARE(server.requests().size(), tries);
        QCOMPARE(delivery.state == WebhookDelivery::State::Delivered, isDelivered);
        QCOMPARE(status(delivery, 0), answers.front());
        QCOMPARE(json::text(delivery.attempts.front(), "body"), "said " + std::to_string(answers.front()));
        for (const auto &request : server.requests())
            QCOMPARE(request.body, server.requests().front().body); // the same bytes
        QVERIFY(elsewhere.requests().isEmpty());
    }

    void retryAfterIsHeeded()
    {
        int count = 0;
        StagedServer server([&](const auto &) { return ++count == 1 ? Answer{429, {"Retry-After: 200"}} : Answer{}; });
        const auto policy = hook({to(server)});
        start(4);
        push();
        QTRY_COMPARE(server.requests().size(), 1);
        QTRY_VERIFY(deliveries(policy).front().nextAt != 0);
        QVERIFY(deliveries(policy).front().nextAt - nowMs() > 500); // 200 "seconds" of 4 ms, not 16
        QTRY_COMPARE_WITH_TIMEOUT(server.requests().size(), 2, 5'000);
    }

    void nobodyAnswers() // W-12
    {
        QString nobody;
        {
            StagedServer closed([](const auto &) { return Answer{}; });
            nobody = closed.url().toString();
        }
        const auto policy = hook({{WebhookTarget::Kind::Http, nobody.toStdString()}});
        start(1);
        push();
        QTRY_VERIFY(!deliveries(policy).empty() && deliveries(policy).front().finishedAt != 0);
        QCOMPARE(deliveries(policy).front().attempts.size(), 3U);
        QVERIFY(!failure(deliveries(policy).front()).isEmpty());
    }

    void oneThatHangsKeepsNobodyWaiting() // W-20
    {
        StagedServer hanging([](const auto &) { return Answer{200, {}, {}, true}; });
        QList<std::shared_ptr<StagedServer>> others;
        QList<WebhookTarget> targets{to(hanging)};
        for (int i = 0; i < 9; ++i) {
            others << std::make_shared<StagedServer>([](const auto &) { return Answer{}; });
            targets << to(*others.last());
        }
        hook(targets);
        start(1'000);
        push(20);
        for (const auto &server : others)
            QTRY_COMPARE_WITH_TIMEOUT(server->requests().size(), 20, 10'000);
        QCOMPARE(hanging.requests().size(), 1);
    }

    void aTargetThatDripsIsCutOff()
    {
        // An answer of one byte after the other, for ever.
        QTcpServer drip;
        QVERIFY(drip.listen(QHostAddress::LocalHost));
        QTimer timer;
        connect(&drip, &QTcpServer::newConnection, this, [&] {
            auto *socket = drip.nextPendingConnection();
            socket->write("HTTP/1.1 200 So\r\nContent-Length: 1000000\r\n\r\n");
            connect(&timer, &QTimer::timeout, socket, [socket] { socket->write("x"); });
        });
        timer.start(5);
        const auto policy = hook({{WebhookTarget::Kind::Http, "http://127.0.0.1:" + std::to_string(drip.serverPort())}});
        start(1, 200);
        push();
        QTRY_VERIFY(!deliveries(policy).empty() && !deliveries(policy).front().attempts.empty());
        QVERIFY2(failure(deliveries(policy).front()).contains("in time"), failure(deliveries(policy).front()).constData());
    }

    void aLongAnswerIsCut()
    {
        StagedServer server([](const auto &) { return Answer{200, {"X-Own: " + QByteArray(5000, 'h')}, QByteArray(300'000, 'b')}; });
        const auto policy = hook({to(server)});
        start();
        push();
        QTRY_VERIFY(!deliveries(policy).empty() && deliveries(policy).front().finishedAt != 0);
        const auto delivery = deliveries(policy).front();
        QCOMPARE(delivery.state, WebhookDelivery::State::Delivered);
        QVERIFY(json::text(delivery.attempts.front(), "body").size() <= (64 << 10) + 10);
    }

    void garbageIsNoAnswer()
    {
        QTcpServer garbage;
        QVERIFY(garbage.listen(QHostAddress::LocalHost));
        connect(&garbage, &QTcpServer::newConnection, this, [&] {
            auto *socket = garbage.nextPendingConnection();
            socket->write(QByteArray("\0\1\2 garbage\r\n\r\n", 15));
            socket->disconnectFromHost();
        });
        const auto policy = hook({{WebhookTarget::Kind::Http, "http://127.0.0.1:" + std::to_string(garbage.serverPort())}});
        start(1);
        push();
        QTRY_VERIFY(!deliveries(policy).empty() && deliveries(policy).front().finishedAt != 0);
        QCOMPARE(deliveries(policy).front().state, WebhookDelivery::State::Failed);
    }

    void aGuardedServerSendsNothingToItself()
    {
        StagedServer server([](const auto &) { return Answer{}; });
        m_reach = WebhookReach::Guarded;
        const auto literal = hook({to(server)});
        const auto named = hook({{WebhookTarget::Kind::Http, "http://localhost:" + std::to_string(server.url().port())}});
        start(1);
        push();
        for (const auto policy : {literal, named}) {
            QTRY_VERIFY(!deliveries(policy).empty() && deliveries(policy).front().finishedAt != 0);
            QCOMPARE(deliveries(policy).front().attempts.size(), 1U); // trying again does not help
            QVERIFY2(failure(deliveries(policy).front()).contains("sends nothing"), failure(deliveries(policy).front()).constData());
        }
        QVERIFY(server.requests().isEmpty());
    }

    void guardedAddresses_data()
    {
        QTest::addColumn<bool>("isGuarded");
        for (const char *address : {"127.0.0.1", "127.8.9.1", "0.0.0.0", "169.254.169.254", "169.254.1.1", "224.0.0.1", "255.255.255.255", "100.100.100.200",
                 "::1", "::", "fe80::1", "ff02::1", "fd00:ec2::254", "::ffff:127.0.0.1", "::ffff:169.254.169.254", "::127.0.0.1", "64:ff9b::7f00:1",
                 "2002:7f00:1::", "168.63.129.16", "192.0.0.192", "fd00:ec2::23", "fd20:ce::254", "64:ff9b:1::1"})
            QTest::newRow(address) << true;
        for (const char *address : {"10.0.0.1", "172.16.5.4", "192.168.1.1", "8.8.8.8", "100.64.0.1", "2001:db8::1", "fd12::1"})
            QTest::newRow(address) << false;
    }
    void guardedAddresses()
    {
        QFETCH(const bool, isGuarded);
        QCOMPARE(isGuardedAddress(QHostAddress(QString::fromLatin1(QTest::currentDataTag()))), isGuarded);
    }

    void thePortRuleCountsAtDeliveryToo() // W-19
    {
        StagedServer server([](const auto &) { return Answer{}; });
        const auto policy = hook({to(server)});
        m_ports = WebhookPorts::PublicCloud;
        start(1);
        push();
        QTRY_VERIFY(!deliveries(policy).empty() && deliveries(policy).front().finishedAt != 0);
        QVERIFY(failure(deliveries(policy).front()).contains("80, 88, 443 or 8443"));
        QVERIFY(server.requests().isEmpty());
    }

    void aCertificateThatNobodyVouchesForIsRefusedUnlessSkipped() // W-13
    {
        QProcess openssl;
        const auto below = [this](const char *name) { return m_folder->filePath(QLatin1String(name)); };
        openssl.start(QStringLiteral("openssl"),
            {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"), QStringLiteral("ec"), QStringLiteral("-pkeyopt"),
                QStringLiteral("ec_paramgen_curve:P-256"), QStringLiteral("-nodes"), QStringLiteral("-days"), QStringLiteral("2"), QStringLiteral("-subj"),
                QStringLiteral("/CN=localhost"), QStringLiteral("-addext"), QStringLiteral("subjectAltName=DNS:localhost"), QStringLiteral("-keyout"),
                below("key.pem"), QStringLiteral("-out"), below("cert.pem")});
        QVERIFY2(openssl.waitForFinished() && openssl.exitCode() == 0, "openssl (of the package of that name) made no certificate");
        const auto content = [&](const char *name) {
            QFile file(below(name));
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        auto tls = QSslConfiguration::defaultConfiguration();
        tls.setLocalCertificate(QSslCertificate(content("cert.pem")));
        tls.setPrivateKey(QSslKey(content("key.pem"), QSsl::Ec));
        QSslServer server;
        server.setSslConfiguration(tls);
        QVERIFY(server.listen(QHostAddress::LocalHost));
        int answered = 0;
        connect(&server, &QSslServer::pendingConnectionAvailable, this, [&] {
            auto *socket = server.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [socket, &answered] {
                if (socket->readAll().contains("PUSH_ARTIFACT")) {
                    ++answered;
                    socket->write("HTTP/1.1 200 So\r\nContent-Length: 0\r\n\r\n");
                }
            });
        });
        WebhookTarget target{WebhookTarget::Kind::Http, "https://localhost:" + std::to_string(server.serverPort())};
        const auto strict = hook({target});
        target.skipsCertificate = true;
        const auto lenient = hook({target});
        start(1);
        push();
        QTRY_VERIFY(!deliveries(lenient).empty() && deliveries(lenient).front().finishedAt != 0);
        QVERIFY2(deliveries(lenient).front().state == WebhookDelivery::State::Delivered, failure(deliveries(lenient).front()).constData());
        QTRY_VERIFY(!deliveries(strict).empty() && deliveries(strict).front().finishedAt != 0);
        QCOMPARE(deliveries(strict).front().state, WebhookDelivery::State::Failed);
        QCOMPARE(answered, 1);
    }

    void aReceiverThatClosesWithoutAnAnswerGetsItOnceATry()
    {
        QTcpServer closing;
        QVERIFY(closing.listen(QHostAddress::LocalHost));
        int requests = 0;
        connect(&closing, &QTcpServer::newConnection, this, [&] {
            while (auto *socket = closing.nextPendingConnection())
                connect(socket, &QTcpSocket::readyRead, socket, [socket, &requests] {
                    if (socket->readAll().contains("PUSH_ARTIFACT")) {
                        ++requests;
                        socket->abort();
                    }
                });
        });
        const auto policy = hook({{WebhookTarget::Kind::Http, "http://127.0.0.1:" + std::to_string(closing.serverPort())}});
        start(1);
        push();
        QTRY_VERIFY(!deliveries(policy).empty() && deliveries(policy).front().finishedAt != 0);
        QCOMPARE(requests, 3);
        QCOMPARE(deliveries(policy).front().tries, 3);
    }

    void whatATargetRepeatsOfItsSecretIsNotKept()
    {
        StagedServer server([](const auto &) { return Answer{404, {"X-Echo: Bearer topsecret"}, "you sent topsecret\x01 and Bearer topsecret"}; });
        auto target = to(server);
        target.authHeader = "Bearer topsecret";
        const auto slack = WebhookTarget{WebhookTarget::Kind::Slack, server.url(QStringLiteral("/services/T/B/hidden")).toString().toStdString()};
        const auto policy = hook({target, slack});
        start();
        push();
        QTRY_VERIFY(deliveries(policy).size() == 2 && deliveries(policy)[0].finishedAt != 0 && deliveries(policy)[1].finishedAt != 0);
        for (const auto &delivery : deliveries(policy)) {
            const auto kept = json::serialize(delivery.attempts) + delivery.failure;
            QVERIFY2(delivery.target == 1 || kept.find("topsecret") == std::string::npos, kept.c_str());
            QVERIFY2(kept.find("hidden") == std::string::npos, kept.c_str());
            QVERIFY(kept.find("you sent") != std::string::npos);
        }
    }

    void messagesWaitForTheMasterKey()
    {
        StagedServer server([](const auto &) { return Answer{}; });
        const auto policy = hook({to(server)});
        m_webhooks = std::make_unique<Webhooks>(Webhooks::Parts{.database = Database::file(folder()),
            .writer = *m_writer,
            .masterKey = std::nullopt,
            .server = [] { return std::string(); },
            .ports = [] { return WebhookPorts::Any; },
            .reach = [] { return WebhookReach::Everywhere; }});
        m_webhooks->wake();
        push(2);
        QTest::qWait(1200);
        QVERIFY(server.requests().isEmpty());
        m_webhooks.reset();
        start();
        QTRY_COMPARE(server.requests().size(), 2);
        QTRY_COMPARE(deliveries(policy).front().state, WebhookDelivery::State::Delivered);
    }

    void aMessageIsForWhoeverItWasMadeFor()
    {
        StagedServer first([](const auto &) { return Answer{200, {}, {}, true}; });
        StagedServer second([](const auto &) { return Answer{}; });
        const auto policy = hook({to(first)});
        start(20);
        push(2);
        QTRY_COMPARE(first.requests().size(), 1);
        write([&](Sql &sql) {
            WebhookPolicy changed{policy, "webhook-1", true, {"PUSH_ARTIFACT"}, {to(second)}};
            QVERIFY(webhookrows::change(sql, webhookrows::registryOf(sql, policy), changed).has_value());
            QVERIFY(WebhookSecrets(masterKey()).seal(sql, changed).has_value());
        });
        first.release();
        QTRY_COMPARE(deliveries(policy).front().state, WebhookDelivery::State::Failed);
        QVERIFY(failure(deliveries(policy).front()).contains("changed"));
        QVERIFY(second.requests().isEmpty());
        push();
        QTRY_COMPARE(second.requests().size(), 1);
    }

    void aClockThatWasWrongHoldsNothingUp()
    {
        StagedServer server([](const auto &) { return Answer{}; });
        const auto policy = hook({to(server)});
        write([&](Sql &sql) {
            webhookdeliveries::add(sql,
                {.policy = policy,
                    .recipient = recipientOf(to(server)),
                    .event = "PUSH_ARTIFACT",
                    .contentType = "application/json",
                    .payload = "{}",
                    .createdAt = nowMs(),
                    .nextAt = nowMs() + 40LL * 24 * 60 * 60 * 1000});
        });
        start();
        QTRY_COMPARE(server.requests().size(), 1);
    }

    void slackGetsAMessageASecond()
    {
        StagedServer server([](const auto &) { return Answer{200, {}, "ok"}; });
        hook({{WebhookTarget::Kind::Slack, server.url(QStringLiteral("/services/T/B/x")).toString().toStdString(), "Bearer not-for-slack"}});
        start(300);
        push(3);
        QTRY_COMPARE(server.requests().size(), 1);
        QVERIFY(!server.requests().front().has("authorization"));
        QTest::qWait(100);
        QCOMPARE(server.requests().size(), 1);
        QTRY_COMPARE(server.requests().size(), 3);
    }

    void whatWasUnderWayIsSentAgainAfterTheEnd()
    {
        StagedServer server([count = 0](const auto &) mutable { return Answer{200, {}, {}, ++count == 1}; }); // the first is never answered
        const auto policy = hook({to(server)});
        start(1'000);
        push(2);
        QTRY_COMPARE(server.requests().size(), 1);
        m_webhooks.reset();
        start(1'000);
        QTRY_COMPARE(server.requests().size(), 3);
        QCOMPARE(server.requests()[1].body, server.requests()[0].body);
        QCOMPARE(tagOf(server.requests()[2]), QByteArray("t1"));
        QTRY_COMPARE(deliveries(policy).back().state, WebhookDelivery::State::Delivered);
        QCOMPARE(deliveries(policy).size(), 2U);
    }

    void aWebhookThatIsGoneSendsNothingMore() // W-15
    {
        StagedServer server([](const auto &) { return Answer{200, {}, {}, true}; });
        const auto policy = hook({to(server)});
        start(20);
        push(3);
        QTRY_COMPARE(server.requests().size(), 1);
        write([&](Sql &sql) { QVERIFY(webhookrows::remove(sql, webhookrows::registryOf(sql, policy), policy).has_value()); });
        server.release();
        QTRY_VERIFY(webhookdeliveries::waitingTargets(*database()).empty());
        QCOMPARE(server.requests().size(), 1);
        // Its history goes, too.
        write([](Sql &sql) { webhookdeliveries::trim(sql, nowMs(), 1'000); });
        QVERIFY(deliveries(policy).empty());
    }

    void theLogIsBounded()
    {
        const auto policy = hook({{WebhookTarget::Kind::Http, "http://127.0.0.1:1/"}});
        write([&](Sql &sql) {
            for (int i = 0; i < int(webhookdeliveries::mostKept) + 50; ++i)
                webhookdeliveries::add(sql, {.policy = policy, .event = "PUSH_ARTIFACT", .state = WebhookDelivery::State::Delivered, .createdAt = nowMs()});
            webhookdeliveries::add(sql,
                {.policy = policy, .event = "PUSH_ARTIFACT", .state = WebhookDelivery::State::Delivered, .createdAt = nowMs() - webhookdeliveries::keptMs - 1});
            while (webhookdeliveries::trim(sql, nowMs(), 20) > 0) { }
        });
        QCOMPARE(webhookdeliveries::count(*database(), policy), webhookdeliveries::mostKept);
    }

    void noMoreWaitThanMay()
    {
        const auto policy = hook({{WebhookTarget::Kind::Http, "http://127.0.0.1:1/"}});
        write([&](Sql &sql) {
            for (int i = 0; i < int(webhookdeliveries::mostWaiting); ++i)
                webhookdeliveries::add(sql, {.policy = policy, .event = "PUSH_ARTIFACT", .createdAt = nowMs()});
            QVERIFY(webhookdeliveries::isFull(sql, policy, 0));
            webhookdeliveries::add(sql, {.policy = policy, .event = "PUSH_ARTIFACT", .createdAt = nowMs()}, true);
        });
        const auto newest = webhookdeliveries::list(*database(), policy, {0, 2});
        QCOMPARE(newest[0].state, WebhookDelivery::State::Failed);
        QVERIFY(failure(newest[0]).contains("wait for this target"));
        QCOMPARE(newest[1].state, WebhookDelivery::State::Waiting);
    }
};

QTEST_GUILESS_MAIN(WebhookSenderTest)
#include "WebhookSenderTest.moc"
