// SPDX-License-Identifier: Apache-2.0
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include "core/Webhook.h"

using namespace berth;

/// Webhooks by themselves: what is one (R-050 to R-052), and what is sent.
class WebhookTest : public QObject {
    Q_OBJECT

private:
    static WebhookTarget http(const char *address) { return {WebhookTarget::Kind::Http, address}; }
    static WebhookTarget slack() { return {WebhookTarget::Kind::Slack, "https://hooks.slack.com/services/T0/B0/secret"}; }
    static WebhookPolicy policy(WebhookTarget target) { return {1, "hook", true, {"PUSH_ARTIFACT"}, {std::move(target)}}; }
    static WebhookEvent event()
    {
        return {webhookevent::push, 1774915200'123, "ci-bot", "registry.test:8443", "shop", "api/web", "1.4", "sha256:5f2c", 1774000000'999, false};
    }
    static QByteArray body(const WebhookTarget &target, const WebhookEvent &event)
    {
        return QByteArray::fromStdString(webhookBody(target, event, {"/projects/43/webhook/policies/34", "id-1", "request-1"}).bytes);
    }
    /// The texts of a message's blocks.
    static QStringList texts(const WebhookEvent &event)
    {
        QStringList list;
        for (const auto &block : QJsonDocument::fromJson(body(slack(), event)).object()[QLatin1String("blocks")].toArray())
            list << block.toObject()[QLatin1String("text")].toObject()[QLatin1String("text")].toString();
        return list;
    }

private Q_SLOTS:
    void whatIsNoTargetIsRefused_data()
    {
        QTest::addColumn<QByteArray>("address");
        QTest::addColumn<QByteArray>("words");
        const auto row = [](const char *address, const char *words) { QTest::newRow(address) << QByteArray(address) << QByteArray(words); };
        row("", "whole");
        row("/a", "whole");
        row("example.com/a", "whole");
        row("http://", "whole");
        row("http:///a", "whole");
        row("http://a b/", "whole");
        row("http://example.com/\n", "whole");
        row("ftp://example.com/", "http://");
        row("file:///etc/passwd", "whole");
        row("http://user:secret@example.com/", "name and password");
        row("http://example.com:0/", "port 0");
        row("http://example.com:65536/", "whole");
    }
    void whatIsNoTargetIsRefused()
    {
        QFETCH(const QByteArray, address);
        QFETCH(const QByteArray, words);
        const auto checked = checkWebhook(policy(http(address.constData())), WebhookPorts::Any);
        QVERIFY(!checked);
        QCOMPARE(checked.error().code, ErrorCode::BadRequest);
        QVERIFY2(QByteArray::fromStdString(checked.error().message).contains(words), checked.error().message.c_str());
        QVERIFY(checked.error().message.find("secret") == std::string::npos);
    }

    void theCloudAllowsFourPorts_data() // R-051, R-052
    {
        QTest::addColumn<QByteArray>("address");
        QTest::addColumn<bool>("isAllowed");
        const auto row = [](const char *address, bool isAllowed) { QTest::newRow(address) << QByteArray(address) << isAllowed; };
        row("http://a.example/x?y=1", true);
        row("https://a.example/", true);
        row("http://a.example:88/", true);
        row("http://a.example:443/", true);
        row("https://a.example:8443/", true);
        row("https://a.example:80/", true);
        row("http://a.example:8080/", false);
        row("http://a.example:22/", false);
        row("http://[::1]:8081/", false);
    }
    void theCloudAllowsFourPorts()
    {
        QFETCH(const QByteArray, address);
        QFETCH(const bool, isAllowed);
        QVERIFY(checkWebhook(policy(http(address.constData())), WebhookPorts::Any).has_value());
        const auto checked = checkWebhook(policy(http(address.constData())), WebhookPorts::PublicCloud);
        QCOMPARE(checked.has_value(), isAllowed);
        QVERIFY(isAllowed || checked.error().message.find("80, 88, 443 or 8443") != std::string::npos);
    }

    void whatIsNoPolicyIsRefused() // R-050
    {
        const auto isGood = [](const WebhookPolicy &wanted) { return checkWebhook(wanted, WebhookPorts::Any).has_value(); };
        auto wanted = policy(http("http://a.example/"));
        QVERIFY(isGood(wanted));
        wanted.events = {};
        QVERIFY(!isGood(wanted));
        wanted.events = {"PUSH_ARTIFACT", "SCANNING_COMPLETED"};
        QVERIFY(!isGood(wanted));
        wanted = policy(http("http://a.example/"));
        wanted.targets.clear();
        QVERIFY(!isGood(wanted));
        wanted.targets.assign(11, http("http://a.example/"));
        QVERIFY(!isGood(wanted));
        wanted = policy(http("http://a.example/"));
        wanted.targets[0].authHeader = "Bearer a\r\nX-Evil: b";
        QVERIFY(!isGood(wanted));
        wanted = policy(slack());
        QVERIFY(isGood(wanted));
        wanted.targets[0].format = WebhookTarget::Format::CloudEvents;
        QVERIFY(!isGood(wanted));
        wanted = policy(slack());
        wanted.name = std::string(129, 'a');
        QVERIFY(!isGood(wanted));
    }

    void theDefaultBodyIsHarbors()
    {
        QCOMPARE(body(http("http://a.example/"), event()),
            QByteArray(R"({"type":"PUSH_ARTIFACT","occur_at":1774915200,"operator":"ci-bot","event_data":{"resources":[{"digest":"sha256:5f2c","tag":"1.4",)"
                       R"("resource_url":"registry.test:8443/shop/api/web:1.4"}],"repository":{"date_created":1774000000,"name":"api/web","namespace":"shop",)"
                       R"("repo_full_name":"shop/api/web","repo_type":"private"}}})"));
    }

    void byDigestTheDigestStandsForTheTag() // W-04
    {
        auto told = event();
        told.tag.clear();
        told.imageCreated = 0; // the image is gone
        told.isPublic = true;
        QCOMPARE(body(http("http://a.example/"), told),
            QByteArray(
                R"({"type":"PUSH_ARTIFACT","occur_at":1774915200,"operator":"ci-bot","event_data":{"resources":[{"digest":"sha256:5f2c","tag":"sha256:5f2c",)"
                R"("resource_url":"registry.test:8443/shop/api/web@sha256:5f2c"}],"repository":{"name":"api/web","namespace":"shop",)"
                R"("repo_full_name":"shop/api/web","repo_type":"public"}}})"));
    }

    void cloudEventsHaveTheirEnvelope()
    {
        auto target = http("http://a.example/");
        target.format = WebhookTarget::Format::CloudEvents;
        QCOMPARE(QByteArray::fromStdString(webhookBody(target, event(), {}).contentType), QByteArray("application/cloudevents+json"));
        QCOMPARE(body(target, event()),
            QByteArray(R"({"specversion":"1.0","id":"id-1","source":"/projects/43/webhook/policies/34","type":"harbor.artifact.pushed",)"
                       R"("datacontenttype":"application/json","time":"2026-03-31T00:00:00Z","data":{"resources":[{"digest":"sha256:5f2c","tag":"1.4",)"
                       R"("resource_url":"registry.test:8443/shop/api/web:1.4"}],"repository":{"date_created":1774000000,"name":"api/web","namespace":"shop",)"
                       R"("repo_full_name":"shop/api/web","repo_type":"private"}},"operator":"ci-bot","requestid":"request-1"})"));
        auto told = event();
        told.type = webhookevent::remove;
        QVERIFY(body(target, told).contains("harbor.artifact.deleted"));
        told.type = webhookevent::pull;
        QVERIFY(body(target, told).contains("harbor.artifact.pulled"));
    }

    void slackGetsBlocks() // W-16
    {
        const auto list = texts(event());
        QCOMPARE(list.size(), 6);
        QCOMPARE(list[0], QStringLiteral("*Harbor webhook events*"));
        QCOMPARE(list[1], QStringLiteral("*event_type:* PUSH_ARTIFACT"));
        QCOMPARE(list[2], QStringLiteral("*occur_at:* <!date^1774915200^{date} at {time}|2026-03-31 00:00 UTC>"));
        QCOMPARE(list[3], QStringLiteral("*operator:* ci-bot"));
        QCOMPARE(list[4], QStringLiteral("*event_data:*"));
        QVERIFY(list[5].startsWith(QStringLiteral("```{\n\t\"resources\": [")) && list[5].endsWith(QStringLiteral("}```")));
        QVERIFY(list[5].contains(QStringLiteral("registry.test:8443/shop/api/web:1.4")));
        auto told = event();
        told.actor = "<!channel> & co ```";
        QVERIFY(!body(slack(), told).contains("<!channel>"));
        QCOMPARE(texts(told)[3], QStringLiteral("*operator:* &lt;!channel&gt; &amp; co ```"));
        const auto message = QJsonDocument::fromJson(body(slack(), event())).object();
        QCOMPARE(message[QLatin1String("text")].toString(), QStringLiteral("PUSH_ARTIFACT shop/api/web:1.4 by ci-bot"));
    }

    void noTextIsLongerThanSlackTakes() // W-17
    {
        auto told = event();
        told.image = std::string(2990, '&') + "x";
        told.actor = std::string(4000, '<');
        QVERIFY(!QJsonDocument::fromJson(body(slack(), told)).isNull());
        for (const auto &text : texts(told)) {
            QVERIFY2(text.size() <= 3000, qPrintable(QString::number(text.size())));
            QVERIFY(!text.contains(QStringLiteral("&am…")) && !text.contains(QStringLiteral("&l…")));
        }
        QVERIFY(texts(told)[5].endsWith(QStringLiteral("…```")));
    }

    void anAddressOfSlackIsShownWithoutItsSecret()
    {
        QCOMPARE(shownAddress(slack()), std::string("https://hooks.slack.com/*****"));
        QCOMPARE(shownAddress(http("https://a.example/x?y")), std::string("https://a.example/x?y"));
    }
};

QTEST_GUILESS_MAIN(WebhookTest)
#include "WebhookTest.moc"
