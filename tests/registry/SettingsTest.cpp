// SPDX-License-Identifier: Apache-2.0
#include "UpkeepFixture.h"

using namespace berth;
using namespace berth::test;

/// What an administrator sets while the server runs.
class SettingsTest : public UpkeepFixture {
    Q_OBJECT

private Q_SLOTS:
    void aNewServerHasTheDefaults()
    {
        const auto settings = asked("settings");
        QCOMPARE(number(settings, "trash_days"), 7);
        QCOMPARE(number(settings, "token_minutes"), 60);
        QCOMPARE(number(settings, "scrub_days"), 30);
        QCOMPARE(number(settings, "free_floor_bytes"), qint64(256) << 20);
        QCOMPARE(text(settings, "anonymous"), QByteArray("off"));
        QVERIFY(json::boolean(settings, "creates_registries"));
        QVERIFY(json::boolean(settings, "collects_by_itself"));
    }

    void whatIsSetIsInForceAndSurvivesARestart()
    {
        const auto reply = berthCall("PUT", "settings", "{\"trash_days\":3,\"anonymous\":\"pull\",\"collects_by_itself\":false,\"scrub_days\":0}");
        QCOMPARE(reply.status, 200);
        QCOMPARE(number(reply.jsonBody(), "trash_days"), 3);
        QVERIFY(restart());
        const auto settings = asked("settings");
        QCOMPARE(number(settings, "trash_days"), 3);
        QCOMPARE(text(settings, "anonymous"), QByteArray("pull"));
        QVERIFY(!json::boolean(settings, "collects_by_itself", true));
        QCOMPARE(number(settings, "token_minutes"), 60); // what was not named stays
    }

    void theLimitsThemselvesAreTaken_data()
    {
        QTest::addColumn<QByteArray>("body");
        for (const char *body : {"{}", "{\"trash_days\":0}", "{\"trash_days\":3650}", "{\"token_minutes\":30}", "{\"token_minutes\":720}", "{\"scrub_days\":0}",
                 "{\"free_floor_bytes\":0}", "{\"anonymous\":\"push\"}", "{\"creates_registries\":false}"})
            QTest::newRow(body) << QByteArray(body);
    }
    void theLimitsThemselvesAreTaken()
    {
        QFETCH(QByteArray, body);
        QCOMPARE(berthCall("PUT", "settings", body).status, 200);
    }

    void aBadValueIsRefusedAndChangesNothing_data()
    {
        QTest::addColumn<QByteArray>("body");
        for (const char *body : {"{\"trash_days\":-1}", "{\"trash_days\":3651}", "{\"trash_days\":\"7\"}", "{\"trash_days\":1.5}", "{\"trash_days\":null}",
                 "{\"free_floor_bytes\":-1}", "{\"free_floor_bytes\":true}", "{\"free_floor_bytes\":9223372036854775807}", "{\"token_minutes\":29}",
                 "{\"token_minutes\":721}", "{\"scrub_days\":-1}", "{\"scrub_days\":3651}", "{\"creates_registries\":1}", "{\"collects_by_itself\":\"true\"}",
                 "{\"anonymous\":\"all\"}", "{\"webhook_ports\":\"80\"}", "{\"webhook_ports\":80}", "{\"webhook_targets\":\"none\"}", "{\"anonymous\":false}",
                 "{\"nothing\":1}", "{\"trash_days\":5,\"token_minutes\":1}", "[]", "7", "x"})
            QTest::newRow(body) << QByteArray(body);
    }
    void aBadValueIsRefusedAndChangesNothing()
    {
        QFETCH(QByteArray, body);
        const auto before = berthCall("GET", "settings").body;
        const auto refused = berthCall("PUT", "settings", body);
        QCOMPARE(refused.status, 400);
        QVERIFY(!sentenceOf(refused).isEmpty());
        QCOMPARE(berthCall("GET", "settings").body, before);
    }

    void whetherAPushMakesItsRegistryIsSetWhileItRuns()
    {
        QCOMPARE(berthCall("PUT", "settings", "{\"creates_registries\":false}").status, 200);
        QCOMPARE(push("unmade/app", "1", makeImage(1)), 404);
        QCOMPARE(berthCall("PUT", "settings", "{\"creates_registries\":true}").status, 200);
        QCOMPARE(push("unmade/app", "1", makeImage(1)), 201);
    }

    void aSettingOfAnotherVersionIsLeftAlone()
    {
        database()->run("INSERT INTO setting (name, value) VALUES ('of_tomorrow', '7')");
        database()->run("UPDATE setting SET value = '99999' WHERE name = 'trash_days'");
        QVERIFY(restart());
        QCOMPARE(number(asked("settings"), "trash_days"), 7);
        QCOMPARE(berthCall("PUT", "settings", "{\"trash_days\":9}").status, 200);
        QCOMPARE(database()->integer("SELECT value FROM setting WHERE name = 'of_tomorrow'", 0), std::int64_t(7));
    }
};

QTEST_GUILESS_MAIN(SettingsTest)
#include "SettingsTest.moc"
