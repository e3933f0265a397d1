// SPDX-License-Identifier: Apache-2.0
#include <random>

#include <QDirIterator>

#include "client/StagedServer.h"
#include "registry/CleanupStage.h"

using namespace berth;
using namespace berth::test;

/// Webhooks of a real server (R-050 to R-053): NCR's calls 20 to 24, what pushes, pulls and deletions send, and Berth's own calls about it.
class WebhooksTest : public CleanupStage {
    Q_OBJECT

private:
    int m_seed = 9000;

    QByteArray newName() { return "hooked" + QByteArray::number(++m_seed); }
    TestImage newImage() { return makeImage(++m_seed); }

    static QByteArray target(const QByteArray &address, const QByteArray &more = {})
    {
        return "{\"type\":\"http\",\"address\":\"" + address + "\"" + more + "}";
    }
    static QByteArray policy(
        const QByteArray &targets, const QByteArray &events = "\"PUSH_ARTIFACT\",\"PULL_ARTIFACT\",\"DELETE_ARTIFACT\"", bool isEnabled = true)
    {
        return "{\"enabled\":" + QByteArray(isEnabled ? "true" : "false") + ",\"event_types\":[" + events + "],\"targets\":[" + targets + "]}";
    }
    static QByteArray at(const QByteArray &in, const QByteArray &id = {}) { return in + "/webhook/policies" + (id.isEmpty() ? id : "/" + id); }
    json::array listed(const QByteArray &in) const { return json::list(envelope("GET", at(in)), "policies"); }
    static QByteArray addressOf(const StagedServer &server) { return server.url(QStringLiteral("/hook")).toString().toUtf8(); }
    /// Makes a registry with a webhook to the server.
    QByteArray hooked(const StagedServer &server)
    {
        const auto name = newName();
        const bool made = code(ncr("POST", "", "{\"project_name\":\"" + name + "\"}").jsonBody()) == 200
            && code(envelope("POST", at(name), policy(target(addressOf(server))))) == 200;
        return made ? name : QByteArray();
    }
    static QByteArray shown(const json::value &value) { return QByteArray::fromStdString(json::serialize(value)); }

    struct Told {
        QByteArray type, tag, digest, url, actor;
        friend bool operator==(const Told &, const Told &) = default;
    };
    static Told told(const StagedServer::Request &request)
    {
        const auto body = json::parseStrict(request.body.toStdString()).value_or(json::value());
        const auto *data = json::find(body, "event_data");
        const auto &resources = data ? json::list(*data, "resources") : json::list(body, "none");
        return resources.size() != 1
            ? Told()
            : Told{text(body, "type"), text(resources[0], "tag"), text(resources[0], "digest"), text(resources[0], "resource_url"), text(body, "operator")};
    }
    static QList<Told> all(const StagedServer &server)
    {
        QList<Told> list;
        for (const auto &request : server.requests())
            list << told(request);
        return list;
    }
    json::value lastDelivery(const QByteArray &in) const
    {
        const auto reply = asked(deliveriesAt(in));
        const auto &list = json::list(reply, "deliveries");
        return list.empty() ? json::value() : list.front();
    }
    QByteArray deliveriesAt(const QByteArray &in) const { return "registries/" + in + "/webhooks/" + idOf(listed(in).front()) + "/deliveries"; }

private Q_SLOTS:
    void aWebhookIsMadeListedChangedAndDeleted() // R-050
    {
        const auto name = newName();
        QCOMPARE(code(ncr("POST", "", "{\"project_name\":\"" + name + "\"}").jsonBody()), 200);
        QCOMPARE(code(envelope("POST", at(name),
                     quoted("{'name':'ours','event_types':['PUSH_ARTIFACT','PUSH_ARTIFACT'],'targets':[{'type':'http','address':'https://a.example/x?y=1',"
                            "'auth_header':'Bearer hidden','skip_cert_verify':true}]}"))),
            200);
        const auto made = listed(name);
        QCOMPARE(made.size(), 1u);
        const auto id = idOf(made.front());
        QVERIFY(!json::boolean(made.front(), "enabled", true)); // switched off, as it did not say (R-053)
        QCOMPARE(text(made.front(), "name"), QByteArray("ours"));
        QCOMPARE(number(made.front(), "project_id"), registryId(name));
        QCOMPARE(strings(made.front(), "event_types"), QByteArrayList{"PUSH_ARTIFACT"});
        QCOMPARE(shown(json::list(made.front(), "targets").front()),
            quoted("{'type':'http','address':'https://a.example/x?y=1','skip_cert_verify':true,'auth_header':'*****','payload_format':'Default'}"));
        const auto one = envelope("GET", at(name, id));
        QCOMPARE(shown(*json::find(one, "policy")), shown(made.front()));
        QCOMPARE(code(envelope("PUT", at(name, id),
                     quoted("{'event_types':['PULL_ARTIFACT'],'targets':[{'type':'http','address':'http://b.example/'}],'enabled':true}"))),
            200);
        const auto changed = listed(name);
        QVERIFY(json::boolean(changed.front(), "enabled"));
        QCOMPARE(text(changed.front(), "name"), QByteArray("ours")); // as it was
        QCOMPARE(strings(changed.front(), "event_types"), QByteArrayList{"PULL_ARTIFACT"});
        QCOMPARE(code(envelope("DELETE", at(name, id))), 200);
        QVERIFY(listed(name).empty());
        for (const char *method : {"GET", "DELETE"})
            QCOMPARE(code(envelope(method, at(name, id))), 10404);
        QCOMPARE(code(envelope("PUT", at(name, id), policy(target("http://b.example/")))), 10404);
        QCOMPARE(code(envelope("GET", at("no-such-registry"))), 10404);
    }

    void aNameIsGivenOnce()
    {
        const auto name = newName();
        QCOMPARE(code(ncr("POST", "", "{\"project_name\":\"" + name + "\"}").jsonBody()), 200);
        const auto body = quoted("{'name':'a','event_types':['PUSH_ARTIFACT'],'targets':[{'type':'http','address':'http://a.example/'}]}");
        QCOMPARE(code(envelope("POST", at(name), body)), 200);
        QCOMPARE(code(envelope("POST", at(name), body)), 10409);
        QCOMPARE(code(envelope("POST", at(name), policy(target("http://a.example/")))), 200); // one is made
        QCOMPARE(code(envelope("POST", at(name), policy(target("http://a.example/")))), 200);
        QCOMPARE(text(listed(name)[1], "name"), QByteArray("webhook-1"));
        QCOMPARE(text(listed(name)[2], "name"), QByteArray("webhook-2"));
        QCOMPARE(code(envelope("PUT", at(name, idOf(listed(name)[2])), body)), 10409);
    }

    void whatIsNoWebhookIsRefused_data()
    {
        QTest::addColumn<QByteArray>("sent");
        const auto row = [](const char *sent) { QTest::newRow(sent) << quoted(sent); };
        row("{}");
        row("{'event_types':[],'targets':[{'type':'http','address':'http://a.example/'}]}");
        row("{'event_types':['NOTHING'],'targets':[{'type':'http','address':'http://a.example/'}]}");
        row("{'event_types':[5],'targets':[{'type':'http','address':'http://a.example/'}]}");
        row("{'event_types':'PUSH_ARTIFACT','targets':[{'type':'http','address':'http://a.example/'}]}");
        row("{'event_types':['PUSH_ARTIFACT'],'targets':[]}");
        row("{'event_types':['PUSH_ARTIFACT'],'targets':['http://a.example/']}");
        row("{'event_types':['PUSH_ARTIFACT'],'targets':[{'type':'smtp','address':'http://a.example/'}]}");
        row("{'event_types':['PUSH_ARTIFACT'],'targets':[{'type':'http','address':'ftp://a.example/'}]}");
        row("{'event_types':['PUSH_ARTIFACT'],'targets':[{'type':'http','address':5}]}");
        row("{'event_types':['PUSH_ARTIFACT'],'targets':[{'type':'http','address':'http://a.example/','auth_header':'a\\nb'}]}");
        row("{'event_types':['PUSH_ARTIFACT'],'targets':[{'type':'http','address':'http://a.example/','auth_header':'*****'}]}");
        row("{'event_types':['PUSH_ARTIFACT'],'targets':[{'type':'http','address':'http://a.example/','skip_cert_verify':1}]}");
        row("{'event_types':['PUSH_ARTIFACT'],'targets':[{'type':'slack','address':'https://hooks.slack.com/x','payload_format':'CloudEvents'}]}");
        row("{'event_types':['PUSH_ARTIFACT'],'targets':[{'type':'slack','address':'https://hooks.slack.com/*****'}]}");
        row("{'enabled':1,'event_types':['PUSH_ARTIFACT'],'targets':[{'type':'http','address':'http://a.example/'}]}");
        row("{'name':5,'event_types':['PUSH_ARTIFACT'],'targets':[{'type':'http','address':'http://a.example/'}]}");
    }
    void whatIsNoWebhookIsRefused()
    {
        QFETCH(const QByteArray, sent);
        QCOMPARE(code(envelope("POST", at("library"), sent)), 10400);
        QVERIFY(listed("library").empty());
    }

    void aSecretIsToldNowhereAndStaysWithItsAddress()
    {
        const auto name = newName();
        QCOMPARE(code(ncr("POST", "", "{\"project_name\":\"" + name + "\"}").jsonBody()), 200);
        StagedServer server([](const auto &) { return StagedServer::Answer{}; });
        const auto header = QByteArray("Bearer never-shown-again");
        const auto path = QByteArray("https://hooks.slack.com/services/T0/B0/slackssecret");
        QCOMPARE(code(envelope("POST", at(name),
                     policy(target(addressOf(server), ",\"auth_header\":\"" + header + "\"") + ",{\"type\":\"slack\",\"address\":\"" + path + "\"}",
                         "\"PUSH_ARTIFACT\"", true))),
            200);
        const auto id = idOf(listed(name).front());
        QVERIFY(!shown(listed(name)).contains("never-shown-again") && !shown(listed(name)).contains("slackssecret"));
        // As they were, where the sign comes back in their place.
        const auto masked =
            policy(target(addressOf(server), ",\"auth_header\":\"*****\"") + ",{\"type\":\"slack\",\"address\":\"https://hooks.slack.com/*****\"}",
                "\"PUSH_ARTIFACT\"");
        QCOMPARE(code(envelope("PUT", at(name, id), masked)), 200);
        QCOMPARE(push(name + "/app", "1", newImage()), 201);
        QTRY_COMPARE(server.requests().size(), 1);
        QVERIFY(server.requests().front().head.contains(header));
        // Not to another address.
        QCOMPARE(code(envelope("PUT", at(name, id), policy(target("http://elsewhere.example/", ",\"auth_header\":\"*****\"")))), 10400);
        QVERIFY(!registry.errorOutput().contains(QStringLiteral("never-shown-again")));
        QDirIterator files(registry.folder(), QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const auto bytes = file.readAll();
            QVERIFY2(!bytes.contains("never-shown-again") && !bytes.contains("slackssecret"), qPrintable(file.fileName()));
        }
        QCOMPARE(code(envelope("DELETE", at(name, id))), 200);
    }

    void oneSecretOfSeveralAlikeIsNotGuessed()
    {
        const auto name = newName();
        QCOMPARE(code(ncr("POST", "", "{\"project_name\":\"" + name + "\"}").jsonBody()), 200);
        const auto slack = [](const QByteArray &end) { return "{\"type\":\"slack\",\"address\":\"https://hooks.slack.com/" + end + "\"}"; };
        QCOMPARE(code(envelope("POST", at(name), policy(slack("services/one") + "," + slack("services/two"), "\"PUSH_ARTIFACT\"", false))), 200);
        const auto id = idOf(listed(name).front());
        QCOMPARE(code(envelope("PUT", at(name, id), policy(slack("*****") + "," + slack("*****"), "\"PUSH_ARTIFACT\"", false))), 200); // each in its place
        QCOMPARE(code(envelope("PUT", at(name, id), policy(slack("*****"), "\"PUSH_ARTIFACT\"", false))), 10400);
    }

    void aRegistryHasFiftyWebhooksAtMost()
    {
        const auto name = newName();
        QCOMPARE(code(ncr("POST", "", "{\"project_name\":\"" + name + "\"}").jsonBody()), 200);
        for (int i = 0; i < 50; ++i)
            QCOMPARE(code(envelope("POST", at(name), policy(target("http://a.example/"), "\"PUSH_ARTIFACT\"", false))), 200);
        QCOMPARE(code(envelope("POST", at(name), policy(target("http://a.example/"), "\"PUSH_ARTIFACT\"", false))), 10400);
    }

    void pushesPullsAndDeletionsAreTold() // W-01, W-03, W-04, W-05, W-06, W-08, W-14
    {
        StagedServer server([](const auto &) { return StagedServer::Answer{}; });
        const auto name = hooked(server);
        const auto image = newImage();
        const auto repository = name + "/api/web";
        const auto url = registry.host().toUtf8() + "/" + repository;
        const QByteArray actor = RegistryProcess::keyId == QByteArray() ? QByteArray() : text(asked("me"), "user");
        QCOMPARE(push(repository, "1.4", image), 201);
        QTRY_COMPARE(server.requests().size(), 1);
        const auto body = json::parseStrict(server.requests().front().body.toStdString()).value();
        QVERIFY(std::abs(number(body, "occur_at") - nowMs() / 1000) < 60);
        const auto *where = json::find(*json::find(body, "event_data"), "repository");
        QVERIFY(std::abs(number(*where, "date_created") - nowMs() / 1000) < 60);
        QCOMPARE(text(*where, "repo_full_name"), repository);
        QCOMPARE(text(*where, "namespace"), name);
        QCOMPARE(text(*where, "name"), QByteArray("api/web"));
        QCOMPARE(putManifest(repository, "1.4", image.manifest).status, 201); // again
        QCOMPARE(putManifest(repository, "newest", image.manifest).status, 201);
        QTRY_COMPARE(server.requests().size(), 3);
        QCOMPARE(send("HEAD", "/v2/" + repository + "/manifests/1.4").status, 200);
        QCOMPARE(get("/v2/" + repository + "/blobs/" + digestOf(image.config)).status, 200);
        QCOMPARE(get("/v2/" + repository + "/manifests/1.4").status, 200);
        QTRY_COMPARE_WITH_TIMEOUT(server.requests().size(), 4, 10'000);
        QCOMPARE(get("/v2/" + repository + "/manifests/" + image.digest()).status, 200);
        QTRY_COMPARE_WITH_TIMEOUT(server.requests().size(), 5, 10'000);
        QCOMPARE(code(envelope("POST", name + "/images/api/web/artifacts/1.4/tags", "{\"name\":\"made\"}")), 200); // tells nothing
        QCOMPARE(code(envelope("DELETE", name + "/images/api/web/artifacts/1.4/tags/made")), 200);               // nor does this
        QCOMPARE(code(envelope("DELETE", name + "/images/api/web/artifacts/" + image.digest())), 200);
        QTRY_COMPARE(server.requests().size(), 6);
        const auto digest = image.digest();
        const QList<Told> expected{{"PUSH_ARTIFACT", "1.4", digest, url + ":1.4", actor}, {"PUSH_ARTIFACT", "1.4", digest, url + ":1.4", actor},
            {"PUSH_ARTIFACT", "newest", digest, url + ":newest", actor}, {"PULL_ARTIFACT", "1.4", digest, url + ":1.4", actor},
            {"PULL_ARTIFACT", digest, digest, url + "@" + digest, actor}, {"DELETE_ARTIFACT", "newest", digest, url + ":newest", actor}};
        const auto seen = all(server);
        for (int i = 0; i < expected.size(); ++i)
            QVERIFY2(seen[i] == expected[i], (QByteArray::number(i) + ": " + server.requests()[i].body).constData());
    }

    void everyPlatformOfAPushAndEveryArtifactOfAnImageIsTold() // W-02, W-07
    {
        StagedServer server([](const auto &) { return StagedServer::Answer{}; });
        const auto name = hooked(server);
        const auto one = newImage(), two = newImage();
        for (const auto *image : {&one, &two})
            QCOMPARE(push(name + "/app", image->digest(), *image), 201);
        QCOMPARE(putManifest(name + "/app", "multi", makeIndex({one.manifest, two.manifest}), "application/vnd.oci.image.index.v1+json").status, 201);
        QCOMPARE(push(name + "/app", "single", newImage()), 201);
        QTRY_COMPARE(server.requests().size(), 4);
        QCOMPARE(code(envelope("DELETE", name + "/images/app")), 200);
        QTRY_COMPARE(server.requests().size(), 6); // platforms that go with their index are none of their own
        QByteArrayList tags{told(server.requests()[4]).tag, told(server.requests()[5]).tag};
        std::ranges::sort(tags);
        QCOMPARE(tags, (QByteArrayList{"multi", "single"}));
        QCOMPARE(told(server.requests()[4]).type, QByteArray("DELETE_ARTIFACT"));
        QVERIFY(!server.requests()[4].body.contains("date_created")); // the image is gone
    }

    void aCleanupTellsOfEachArtifactAndATestRunOfNone() // W-09, R-070, R-071
    {
        StagedServer server([](const auto &) { return StagedServer::Answer{}; });
        const auto name = hooked(server);
        for (int i = 0; i < 3; ++i)
            QCOMPARE(push(name + "/app", "t" + QByteArray::number(i), newImage()), 201);
        QTRY_COMPARE(server.requests().size(), 3);
        QCOMPARE(addRule(name, rule("**", "t0", false, "always")), 200);
        QVERIFY(!clean(name, true).is_null());
        QVERIFY(!clean(name).is_null());
        QTRY_COMPARE(server.requests().size(), 5);
        for (int i = 3; i < 5; ++i) {
            QCOMPARE(told(server.requests()[i]).type, QByteArray("DELETE_ARTIFACT"));
            QCOMPARE(told(server.requests()[i]).actor, QByteArray("harbor-jobservice"));
        }
    }

    void whatIsSwitchedOffTellsNothing() // R-053
    {
        StagedServer server([](const auto &) { return StagedServer::Answer{}; });
        const auto name = hooked(server);
        const auto id = idOf(listed(name).front());
        QCOMPARE(code(envelope("PUT", at(name, id), policy(target(addressOf(server)), "\"PUSH_ARTIFACT\"", false))), 200);
        QCOMPARE(push(name + "/app", "1", newImage()), 201);
        QTest::qWait(1200);
        QVERIFY(server.requests().isEmpty());
        QCOMPARE(code(envelope("PUT", at(name, id), policy(target(addressOf(server)), "\"PULL_ARTIFACT\"", true))), 200);
        QCOMPARE(push(name + "/app", "2", newImage()), 201);
        QCOMPARE(get("/v2/" + name + "/app/manifests/2").status, 200);
        QTRY_COMPARE_WITH_TIMEOUT(server.requests().size(), 1, 10'000);
        QCOMPARE(told(server.requests().front()).type, QByteArray("PULL_ARTIFACT"));
    }

    void thePortRuleIsASetting() // R-051, R-052
    {
        QCOMPARE(berthCall("PUT", "settings", "{\"webhook_ports\":\"80,88,443,8443\"}").status, 200);
        const auto reply = envelope("POST", at("library"), policy(target("http://a.example:8080/")));
        QCOMPARE(code(reply), 10400);
        QVERIFY2(message(reply).contains("80, 88, 443 or 8443"), message(reply).constData());
        QCOMPARE(berthCall("PUT", "settings", "{\"webhook_ports\":\"any\"}").status, 200);
        QCOMPARE(code(envelope("POST", at("library"), policy(target("http://a.example:8080/"), "\"PUSH_ARTIFACT\"", false))), 200);
        QCOMPARE(code(envelope("DELETE", at("library", idOf(listed("library").front())))), 200);
    }

    void whatWasSentIsKeptAndSentAgain()
    {
        int count = 0;
        StagedServer server([&](const auto &) { return StagedServer::Answer{++count == 1 ? 404 : 200, {"X-Say: hello"}, "the answer"}; });
        const auto name = hooked(server);
        QCOMPARE(push(name + "/app", "1", newImage()), 201);
        QTRY_COMPARE(text(lastDelivery(name), "state"), QByteArray("failed"));
        const auto list = asked(deliveriesAt(name));
        QCOMPARE(number(list, "total"), 1);
        const auto &first = json::list(list, "deliveries").front();
        QCOMPARE(number(first, "status"), 404);
        QCOMPARE(number(first, "attempt_count"), 1);
        const auto whole = asked(deliveriesAt(name) + "/" + idOf(first));
        QCOMPARE(text(whole, "payload"), server.requests().front().body);
        QCOMPARE(text(json::list(whole, "attempts").front(), "body"), QByteArray("the answer"));
        QCOMPARE(text(*json::find(json::list(whole, "attempts").front(), "headers"), "X-Say"), QByteArray("hello"));
        QCOMPARE(berthCall("POST", deliveriesAt(name) + "/" + idOf(first)).status, 200);
        QTRY_COMPARE(server.requests().size(), 2);
        QCOMPARE(server.requests()[1].body, server.requests()[0].body);
        QTRY_COMPARE(text(lastDelivery(name), "state"), QByteArray("delivered"));
        QCOMPARE(text(lastDelivery(name), "kind"), QByteArray("again"));
        QCOMPARE(berthCall("POST", deliveriesAt(name) + "/999999").status, 404);
    }

    void aTestTellsOfSomethingMadeUp()
    {
        StagedServer server([](const auto &) { return StagedServer::Answer{}; });
        const auto name = hooked(server);
        const auto id = idOf(listed(name).front());
        QCOMPARE(code(envelope("PUT", at(name, id), policy(target(addressOf(server)), "\"PUSH_ARTIFACT\"", false))), 200); // off: a test is sent all the same
        const auto where = "registries/" + name + "/webhooks/" + id + "/test";
        QCOMPARE(number(berthCall("POST", where, "{\"event\":\"DELETE_ARTIFACT\"}").jsonBody(), "messages"), 1);
        QTRY_COMPARE(server.requests().size(), 1);
        QCOMPARE(told(server.requests().front()).type, QByteArray("DELETE_ARTIFACT"));
        QCOMPARE(told(server.requests().front()).actor, QByteArray("test"));
        QCOMPARE(berthCall("POST", where, "{\"event\":\"NOTHING\"}").status, 400);
    }

    void aKillLosesNoMessage()
    {
        StagedServer server([count = 0](const auto &) mutable { return StagedServer::Answer{200, {}, {}, ++count == 1}; });
        const auto name = hooked(server);
        for (int i = 0; i < 3; ++i)
            QCOMPARE(push(name + "/app", "t" + QByteArray::number(i), newImage()), 201);
        QTRY_COMPARE(server.requests().size(), 1);
        registry.kill();
        QVERIFY(registry.start(arguments()));
        QTRY_COMPARE_WITH_TIMEOUT(server.requests().size(), 4, 10'000);
        QCOMPARE(server.requests()[1].body, server.requests()[0].body);
        QCOMPARE(told(server.requests()[2]).tag, QByteArray("t1"));
        QCOMPARE(told(server.requests()[3]).tag, QByteArray("t2"));
    }

    void theInboxTakesWhatItCanShowAndKeepsTheNewest()
    {
        const auto name = newName();
        QCOMPARE(code(ncr("POST", "", "{\"project_name\":\"" + name + "\"}").jsonBody()), 200);
        const auto inbox = [&] { return registry.manage("GET", QStringLiteral("/berth/v1/registries/%1/inbox").arg(QString::fromUtf8(name))).jsonBody(); };
        const auto path = QString::fromStdString(json::text(inbox(), "path"));
        const auto send = [&](const QString &to, const QByteArray &body, const QByteArray &type = "application/json") {
            return call({"POST", registry.url(to), {{"Content-Type", type}, {"Authorization", "Bearer of-nobody"}}, body}).status;
        };
        QVERIFY(path.startsWith(QStringLiteral("/berth/v1/inbox/")));
        QCOMPARE(send(path, "{\"a\": 1}"), 200); // without a key
        QCOMPARE(send(path + QLatin1Char('0'), "{}"), 404);
        QCOMPARE(send(path.chopped(1), "{}"), 404);
        QCOMPARE(send(QStringLiteral("/berth/v1/inbox/1-0123456789abcdef0123456789abcdef"), "{}"), 404);
        QCOMPARE(send(path, "\xC3"), 400);
        QCOMPARE(send(path, "half \xE2\x82"), 400);
        QCOMPARE(send(path, QByteArray(65 << 10, 'x')), 413);
        QCOMPARE(send(path, "odd", "text/\xFFplain"), 200);
        for (int i = 0; i < 60; ++i)
            QCOMPARE(send(path, "number " + QByteArray::number(i)), 200);
        const auto shown = inbox();
        const auto messages = json::list(shown, "messages");
        QCOMPARE(messages.size(), 50U);
        QCOMPARE(json::text(messages.front(), "body"), std::string("number 59"));
        QCOMPARE(json::text(messages.front(), "content_type"), std::string("application/json"));
        QVERIFY(json::boolean(messages.front(), "authorized"));
        QVERIFY(json::integer(messages.front(), "id") > json::integer(messages.back(), "id"));
        QVERIFY(json::serialize(shown).find("of-nobody") == std::string::npos);
        registry.kill();
        QVERIFY(registry.start(arguments()));
        QCOMPARE(QString::fromStdString(json::text(inbox(), "path")), path); // webhooks that were set up go on
        QVERIFY(json::list(inbox(), "messages").empty());
    }

    /// Killed again and again while messages are on their way: each comes, in the order of what happened, again with the same bytes at most.
    void killsAmidDeliveryLoseAndChangeNothing()
    {
        const unsigned seed = qEnvironmentVariableIntValue("BERTH_SEED") > 0 ? unsigned(qEnvironmentVariableIntValue("BERTH_SEED")) : std::random_device()();
        qInfo("BERTH_SEED=%u", seed);
        std::mt19937 chance(seed);
        StagedServer server([](const auto &) { return StagedServer::Answer{}; });
        const auto name = hooked(server);
        QList<QByteArray> tags;
        for (int round = 0; round < 6; ++round) {
            for (int i = 0; i < 4; ++i) {
                tags << "r" + QByteArray::number(round) + "-" + QByteArray::number(i);
                QCOMPARE(push(name + "/app", tags.last(), newImage()), 201);
            }
            QTest::qWait(int(chance() % 60));
            registry.kill();
            QVERIFY(registry.start(arguments()));
        }
        const auto first = [&] {
            QHash<QByteArray, QByteArray> bodies;
            QList<QByteArray> order;
            for (const auto &request : server.requests()) {
                const auto tag = told(request).tag;
                if (!bodies.contains(tag))
                    order << tag;
                else if (bodies.value(tag) != request.body)
                    order << tag + " came with other bytes";
                bodies.insert(tag, request.body);
            }
            return order;
        };
        QTRY_COMPARE_WITH_TIMEOUT(first().size(), tags.size(), 20'000);
        QCOMPARE(first(), tags);
        // At most the one that was on its way at a kill came once more.
        QVERIFY2(server.requests().size() <= tags.size() + 6, QByteArray::number(server.requests().size()).constData());
    }

    void theTrashGivesARegistryBackWithItsWebhooks()
    {
        StagedServer server([](const auto &) { return StagedServer::Answer{}; });
        const auto name = hooked(server);
        const auto before = listed(name);
        const auto deletion = deletionOf(ncr("DELETE", "/" + name));
        QVERIFY(deletion > 0);
        QCOMPARE(restore(deletion).status, 200);
        QCOMPARE(shown(json::list(listed(name).front(), "targets")), shown(json::list(before.front(), "targets")));
        QCOMPARE(push(name + "/app", "1", newImage()), 201);
        QTRY_COMPARE(server.requests().size(), 1);
    }
};

QTEST_GUILESS_MAIN(WebhooksTest)
#include "WebhooksTest.moc"
