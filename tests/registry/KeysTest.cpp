// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <QDirIterator>
#include <QFile>

#include "core/Time.h"
#include "registry/store/Database.h"
#include "registry/store/Sql.h"
#include "support/AccessFixture.h"

using namespace berth;
using namespace berth::test;

/// Access keys: how many, what is told of them, new secrets, limits, and that a change counts at once.
class KeysTest : public AccessFixture {
    Q_OBJECT

private:
    QStringList arguments() const override { return {QStringLiteral("--log-level"), QStringLiteral("debug")}; }

    int keysOf(const QByteArray &owner) const { return int(json::list(berthCall("GET", "keys?owner=" + owner).jsonBody(), "keys").size()); }
    bool isAdvised(const QByteArray &owner) const
    {
        const auto reply = berthCall("GET", "keys?owner=" + owner).jsonBody();
        const auto &keys = json::list(reply, "keys");
        return !keys.empty() && json::boolean(keys[0], "change_advised");
    }
    /// Every way in with a key and its token is refused in the words for it.
    void verifyRefused(const TestKey &key, const QByteArray &token)
    {
        QCOMPARE(with(basicOf(key), "GET", "/v2/").status, 401);
        QCOMPARE(with(basicOf(key), "GET", "/service/token").status, 401);
        QCOMPARE(berthCall(key, "GET", "me").status, 401);
        QCOMPARE(ncrCall(key, "GET", "registries"), 10401);
        const auto reply = with(token, "GET", "/v2/team/app/manifests/1");
        QCOMPARE(reply.status, 401);
        QVERIFY2(reply.headers["www-authenticate"].contains("error=\"invalid_token\""), reply.headers["www-authenticate"].constData());
    }

private Q_SLOTS:
    void anImageIsThere() { QCOMPARE(push("team/app", "1", makeImage(1)), 201); }

    // How many

    void aUserHasFiveKeysAtMost()
    {
        const auto owner = newUser("member");
        TestKey last;
        for (int i = 0; i < 5; ++i) {
            last = newKey(owner);
            QVERIFY(!last.id.isEmpty());
        }
        const auto sixth = berthCall("POST", "keys", "{\"owner\":\"" + owner + "\"}");
        QCOMPARE(sixth.status, 409);
        QVERIFY(text(sixth, "secret").isEmpty());
        QCOMPARE(berthCall(last, "POST", "keys", "{}").status, 409); // nor by themselves
        QVERIFY(!newKey(newUser("member")).id.isEmpty());            // others are not concerned
        QCOMPARE(berthCall("DELETE", "keys/" + last.id).status, 200);
        QVERIFY(!newKey(owner).id.isEmpty());
        QCOMPARE(keysOf(owner), 5);
    }

    void ofTwoCreationsAtOnceOneIsTheFifth()
    {
        const auto owner = newUser("member");
        for (int i = 0; i < 4; ++i)
            QVERIFY(!newKey(owner).id.isEmpty());
        const auto body = "{\"owner\":\"" + owner + "\"}";
        const auto request =
            head("POST", "/berth/v1/keys", registry.host().toUtf8(),
                {QByteArray("X-TC-AUTHENTICATION-ID: ") + RegistryProcess::keyId, QByteArray("X-TC-AUTHENTICATION-SECRET: ") + RegistryProcess::secret,
                    "Content-Length: " + QByteArray::number(body.size())})
            + body;
        RawConnection first(registry.host());
        RawConnection second(registry.host());
        first.send(request);
        second.send(request);
        QList<int> statuses{first.receive().status, second.receive().status};
        std::ranges::sort(statuses);
        QCOMPARE(statuses, (QList<int>{201, 409}));
        QCOMPARE(keysOf(owner), 5);
    }

    // What is told

    void aSecretIsToldOnceAndIsNowhereAfterwards()
    {
        const auto owner = newUser("administrator");
        auto key = newKey(owner);
        const auto first = key.secret;
        const auto renewed = berthCall("POST", "keys/" + key.id + "/secret");
        QCOMPARE(renewed.headers.value("cache-control"), QByteArray("no-store"));
        key.secret = text(renewed, "secret");
        QVERIFY(first.size() >= 30 && key.secret.size() >= 30 && first != key.secret);
        QList<QByteArray> forms;
        for (const auto &secret : {first, key.secret})
            forms << secret << secret.toBase64() << secret.toHex() << (key.id + ":" + secret).toBase64();
        const auto holdsNone = [&](const QByteArray &bytes) { return std::ranges::none_of(forms, [&](const auto &form) { return bytes.contains(form); }); };
        QCOMPARE(with(basicOf({key.id, first}), "GET", "/v2/").status, 401);
        QVERIFY(holdsNone(bearer(key, "repository:team/app:pull")));
        for (const char *path : {"me", "keys", "users", "settings", "health", "storage", "trash", "search?q=a", "scrub", "collection"}) {
            const auto reply = berthCall(key, "GET", path);
            QCOMPARE(reply.status, 200);
            QVERIFY2(holdsNone(reply.body), path);
        }
        QVERIFY(holdsNone(berthCall("GET", "keys?owner=" + owner).body));
        QVERIFY(holdsNone(berthCall("PUT", "keys/" + key.id, R"({"note":"n"})").body));
        const auto checkFiles = [&] {
            int files = 0;
            QDirIterator it(registry.folder(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
            while (it.hasNext()) {
                QFile file(it.next());
                QVERIFY(file.open(QIODevice::ReadOnly));
                QVERIFY2(holdsNone(file.readAll()), qPrintable(file.fileName()));
                files += file.fileName().contains(QStringLiteral("berth.sqlite"));
            }
            QVERIFY(files >= 1);
        };
        QVERIFY(QFile::exists(registry.folder() + QStringLiteral("/berth.sqlite-wal")));
        checkFiles();
        QCOMPARE(registry.stop(), 0);
        checkFiles();
        QVERIFY(holdsNone(registry.output().toUtf8() + registry.errorOutput().toUtf8()));
        QVERIFY(registry.start(arguments()));
    }

    void aSecretOf90DaysIsAdvisedToBeChanged_data()
    {
        QTest::addColumn<int>("days");
        QTest::addColumn<bool>("advised");
        QTest::newRow("89 days") << 89 << false;
        QTest::newRow("90 days") << 90 << true;
        QTest::newRow("91 days") << 91 << true;
    }
    void aSecretOf90DaysIsAdvisedToBeChanged()
    {
        QFETCH(int, days);
        QFETCH(bool, advised);
        const auto owner = newUser("member");
        auto key = newKey(owner);
        {
            const auto sql = std::move(*Sql::open(Database::file(registry.folder().toStdString()), Sql::Sync::Normal));
            QCOMPARE(sql->run("UPDATE access_key SET secret_at = ? WHERE id = ?", TimeMs(nowMs() - days * 86'400'000LL), key.id.toStdString()), 1);
        }
        QCOMPARE(isAdvised(owner), advised);
        QCOMPARE(with(basicOf(key), "GET", "/v2/").status, 200); // it is advice: the key works on
        key.secret = text(berthCall("POST", "keys/" + key.id + "/secret"), "secret");
        QCOMPARE(isAdvised(owner), false);
    }

    // At once

    void aNewSecretKeepsTheKeyAndEndsTheOldOne()
    {
        const auto key = newUserKey("member");
        const auto token = bearer(key, "repository:team/app:pull");
        QCOMPARE(with(basicOf(key), "GET", "/v2/team/app/manifests/1").status, 200); // the server knows it by now
        QCOMPARE(with(token, "GET", "/v2/team/app/manifests/1").status, 200);
        const auto reply = berthCall(key, "POST", "keys/" + key.id + "/secret");
        QCOMPARE(reply.status, 200);
        QCOMPARE(text(reply, "id"), key.id);
        const TestKey renewed{key.id, text(reply, "secret")};
        verifyRefused(key, token);
        QCOMPARE(with(basicOf(renewed), "GET", "/v2/").status, 200);
        QCOMPARE(with(bearer(renewed, "repository:team/app:pull"), "GET", "/v2/team/app/manifests/1").status, 200);
        QCOMPARE(berthCall("POST", "keys/nothing/secret").status, 404);
    }

    void aDisabledKeyCountsNoMoreUntilItIsEnabled()
    {
        const auto key = newUserKey("member");
        const auto token = bearer(key, "repository:team/app:pull");
        QCOMPARE(with(token, "GET", "/v2/team/app/manifests/1").status, 200);
        QCOMPARE(berthCall("PUT", "keys/" + key.id, R"({"disabled":true})").status, 200);
        verifyRefused(key, token);
        QCOMPARE(berthCall("PUT", "keys/" + key.id, R"({"disabled":false})").status, 200);
        QCOMPARE(with(basicOf(key), "GET", "/v2/").status, 200);
    }

    void aDeletedKeyCountsNoMore()
    {
        const auto key = newUserKey("member");
        const auto token = bearer(key, "repository:team/app:pull");
        QCOMPARE(with(token, "GET", "/v2/team/app/manifests/1").status, 200);
        QCOMPARE(berthCall(key, "DELETE", "keys/" + key.id).status, 200);
        verifyRefused(key, token);
        QCOMPARE(berthCall("DELETE", "keys/" + key.id).status, 404);
        QCOMPARE(berthCall("PUT", "keys/" + key.id, "{}").status, 404);
    }

    // Limits of a key

    void aKeyDoesNoMoreThanItsLimits()
    {
        const auto owner = newUser("administrator");
        const auto reader = newKey(owner, R"("role":"member")");
        QCOMPARE(with(basicOf(reader), "GET", "/v2/team/app/manifests/1").status, 200);
        QCOMPARE(with(basicOf(reader), "POST", "/v2/team/app/blobs/uploads/").status, 403);
        const auto made = bearer(reader, "repository:team/app:pull,push,delete");
        QCOMPARE(json::serialize(*json::find(json::list(claimsOf(made), "access")[0], "actions")), std::string(R"(["pull"])"));
        QCOMPARE(berthCall("PUT", "keys/" + reader.id, R"({"role":"","registries":["other"]})").status, 200);
        QCOMPARE(with(basicOf(reader), "GET", "/v2/team/app/manifests/1").status, 403); // from the next request on
        QCOMPARE(with(basicOf(reader), "GET", "/v2/other/app/manifests/1").status, 404);
        QCOMPARE(with(made, "GET", "/v2/team/app/manifests/1").status, 403); // its tokens, too
        QCOMPARE(berthCall("PUT", "keys/" + reader.id, R"({"registries":[]})").status, 200);
        QCOMPARE(with(basicOf(reader), "POST", "/v2/team/app/blobs/uploads/").status, 202);
        QCOMPARE(berthCall("DELETE", "users/" + owner).status, 200);
    }

    void aLimitRaisesNothing()
    {
        const auto key = newKey(newUser("member"), R"("role":"administrator")");
        QCOMPARE(with(basicOf(key), "GET", "/v2/team/app/manifests/1").status, 200);
        QCOMPARE(with(basicOf(key), "POST", "/v2/team/app/blobs/uploads/").status, 403);
        QCOMPARE(berthCall(key, "GET", "users").status, 403);
    }

    void aLimitedKeyManagesNoKeys()
    {
        const auto owner = newUser("administrator");
        for (const char *limits : {R"("role":"administrator")", R"("registries":["team"])"}) {
            const auto key = newKey(owner, limits);
            QCOMPARE(berthCall(key, "GET", "me").status, 200);
            QCOMPARE(berthCall(key, "GET", "keys").status, 403);
            QCOMPARE(berthCall(key, "POST", "keys", "{}").status, 403);
            QCOMPARE(berthCall(key, "PUT", "keys/" + key.id, R"({"role":"","registries":[]})").status, 404);
            QCOMPARE(berthCall(key, "POST", "keys/" + key.id + "/secret").status, 404);
        }
        QCOMPARE(keysOf(owner), 2);
    }

    void wishesThatAreWrongAreRefused_data()
    {
        QTest::addColumn<QByteArray>("body");
        for (const char *body : {R"({"note":5})", R"({"role":"none"})", R"({"role":"king"})", R"({"role":null})", R"({"registries":"team"})",
                 R"({"registries":[1]})", R"({"registries":["UPPER"]})", R"({"registries":["a b"]})", R"({"disabled":"true"})", "[]", "x"})
            QTest::newRow(body) << QByteArray(body);
        QTest::newRow("a long note") << "{\"note\":\"" + QByteArray(201, 'n') + "\"}";
    }
    void wishesThatAreWrongAreRefused()
    {
        QFETCH(QByteArray, body);
        QCOMPARE(berthCall("POST", "keys", body).status, 400);
        QCOMPARE(berthCall("PUT", QByteArray("keys/") + RegistryProcess::keyId, body).status, 400);
        QCOMPARE(keysOf("administrator"), 1);
    }

    void aKeyOfNobodyIsNotMade() { QCOMPARE(berthCall("POST", "keys", R"({"owner":"nobody"})").status, 404); }
};

QTEST_GUILESS_MAIN(KeysTest)
#include "KeysTest.moc"
