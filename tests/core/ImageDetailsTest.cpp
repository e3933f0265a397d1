// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <QTest>

#include "core/ImageDetails.h"

using namespace berth;

namespace {

/// JSON is written with ' for ": moc 6.4 loses its way in a raw text with a # in it.
std::string jsonOf(std::string text)
{
    std::ranges::replace(text, '\'', '"');
    return text;
}

Manifest manifestOf(int layers)
{
    std::string list;
    for (int i = 0; i < layers; ++i)
        list += std::string(i ? "," : "") + R"({"mediaType":"application/vnd.oci.image.layer.v1.tar+gzip","digest":"sha256:)" + std::string(63, '0')
            + char('1' + i) + R"(","size":)" + std::to_string(100 * (i + 1)) + "}";
    return *Manifest::parse(
        R"({"schemaVersion":2,"mediaType":"application/vnd.oci.image.manifest.v1+json","config":{"mediaType":"application/vnd.oci.image.config.v1+json","digest":"sha256:)"
            + std::string(64, 'a') + R"(","size":2},"layers":[)" + list + "]}",
        {});
}

} // namespace

class ImageDetailsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void stepsAreMatchedWithTheLayersThatTheyMade()
    {
        const std::string config = jsonOf("{'history':[{'created_by':'/bin/sh -c #(nop) ADD file:6089 in / '},"
                                          "{'created_by':'/bin/sh -c #(nop)  ENV A=b','empty_layer':true},"
                                          "{'created_by':'RUN /bin/sh -c apt-get update # buildkit','created':'2026-11-24T14:29:00Z'},"
                                          "{'created_by':'/bin/sh -c make install'}]}");
        const auto details = ImageDetails::parse(config, manifestOf(3));
        QVERIFY(details.has_value());
        QCOMPARE(details->history.size(), 4U);
        QCOMPARE(details->history[0].command, std::string("ADD file:6089 in / "));
        QCOMPARE(details->history[0].layer, 0);
        QCOMPARE(details->history[1].command, std::string("ENV A=b"));
        QCOMPARE(details->history[1].layer, -1);
        QCOMPARE(details->history[2].command, std::string("RUN apt-get update"));
        QCOMPARE(details->history[2].sizeBytes, std::int64_t(200));
        QCOMPARE(details->history[2].created, std::string("2026-11-24T14:29:00Z"));
        QCOMPARE(details->commandOfLayer(2), std::string("RUN make install"));
    }

    void layersThatTheHistoryDoesNotTellOfAreThereAllTheSame()
    {
        const auto details = ImageDetails::parse(R"({"history":[{"created_by":"COPY a b"}]})", manifestOf(3));
        QCOMPARE(details->history.size(), 3U);
        QCOMPARE(details->history[2].layer, 2);
        QVERIFY(details->history[2].command.empty());
        QVERIFY(details->commandOfLayer(7).empty());
    }

    void aHistoryLongerThanTheLayersNamesNoLayerThatIsNotThere()
    {
        const auto details = ImageDetails::parse(R"({"history":[{"created_by":"A"},{"created_by":"B"},{"created_by":"C"}]})", manifestOf(1));
        QCOMPARE(details->history[1].layer, -1);
        QCOMPARE(details->history[2].sizeBytes, std::int64_t(-1));
    }

    void whatRunsIsRead()
    {
        const auto details = ImageDetails::parse(
            R"({"config":{"Entrypoint":["/tini","--"],"Cmd":["serve"],"User":"10001","WorkingDir":"/srv","ExposedPorts":{"8080/tcp":{}},"Volumes":{"/data":{}},"StopSignal":"SIGINT","Env":["PATH=/usr/bin:/bin","EMPTY=","BARE","TOKEN=a=b"],"Labels":{"k":"v","n":7},"Healthcheck":{"Test":["CMD-SHELL","curl -f x"]}}})",
            manifestOf(0));
        QCOMPARE(details->entrypoint.size(), 2U);
        QCOMPARE(details->ports.front(), std::string("8080/tcp"));
        QCOMPARE(details->environment[1].second, std::string());
        QCOMPARE(details->environment[2].first, std::string("BARE"));
        QCOMPARE(details->environment[3].second, std::string("a=b"));
        QCOMPARE(details->labels[1].second, std::string("7"));
        QCOMPARE(details->health, std::string("curl -f x"));
    }

    void wrongTypesAreLeftOut()
    {
        const auto details = ImageDetails::parse(
            R"({"config":{"Cmd":"serve","Env":[1,null,"A=b"],"Labels":[],"ExposedPorts":"80","Healthcheck":7},"history":[7,"x"]})", manifestOf(1));
        QVERIFY(details.has_value());
        QVERIFY(details->command.empty());
        QCOMPARE(details->environment.size(), 1U);
        QVERIFY(details->labels.empty());
        QVERIFY(!ImageDetails::parse("[]", manifestOf(0)));
        QVERIFY(!ImageDetails::parse("{", manifestOf(0)));
    }

    void namesOfSecretsAreSeen()
    {
        for (const char *name : {"SENTRY_AUTH_TOKEN", "db_password", "AWS_SECRET_ACCESS_KEY", "Api_Key"})
            QVERIFY2(looksLikeSecret(name), name);
        for (const char *name : {"PATH", "TZ", "MONKEY", "LANG"})
            QVERIFY2(!looksLikeSecret(name), name);
    }
};

QTEST_APPLESS_MAIN(ImageDetailsTest)
#include "ImageDetailsTest.moc"
