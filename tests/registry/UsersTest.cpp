// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <QRegularExpression>
#include <QThread>

#include "core/Time.h"
#include "support/AccessFixture.h"

using namespace berth;
using namespace berth::test;

/// Users: making, changing and deleting them, the end of their time, and that somebody can always let others in.
class UsersTest : public AccessFixture {
    Q_OBJECT

private:
    static constexpr const char *manifest = "/v2/team/app/manifests/1";
    static constexpr const char *uploads = "/v2/team/app/blobs/uploads/";

    QByteArray userObject(const QByteArray &name) const
    {
        const auto reply = berthCall("GET", "users?page_size=100").jsonBody();
        for (const auto &user : json::list(reply, "users")) {
            if (json::text(user, "name") == name.toStdString())
                return QByteArray::fromStdString(json::serialize(user));
        }
        return {};
    }

private Q_SLOTS:
    void anImageIsThere() { QCOMPARE(push("team/app", "1", makeImage(1)), 201); }

    void aUserIsMadeChangedAndDeleted()
    {
        const auto made =
            berthCall("POST", "users", R"({"name":"A.b_c-d@e","role":"member","registries":{"team":"uploader"},"ends_at":"2099-01-02T03:04:05Z"})");
        QCOMPARE(made.status, 201);
        QCOMPARE(text(made, "role"), QByteArray("member"));
        QCOMPARE(text(made, "ends_at"), QByteArray("2099-01-02T03:04:05.000Z"));
        QCOMPARE(userObject("A.b_c-d@e"), made.body);
        const auto changed = berthCall("PUT", "users/A.b_c-d@e", R"({"role":"none","ends_at":null})");
        QCOMPARE(changed.status, 200);
        QVERIFY(changed.body.contains(R"("registries":{"team":"uploader"})")); // what is left out stays
        QVERIFY(changed.body.contains(R"("ends_at":null)"));
        QCOMPARE(userObject("A.b_c-d@e"), changed.body);
        QVERIFY(berthCall("PUT", "users/A.b_c-d@e", R"({"registries":{}})").body.contains(R"("registries":{})"));
        QCOMPARE(berthCall("DELETE", "users/A.b_c-d@e").status, 200);
        QVERIFY(userObject("A.b_c-d@e").isEmpty());
        QCOMPARE(berthCall("DELETE", "users/A.b_c-d@e").status, 404);
        QCOMPARE(berthCall("PUT", "users/A.b_c-d@e", "{}").status, 404);
    }

    void usersComeInPagesByName()
    {
        for (int i = 0; i < 12; ++i)
            QCOMPARE(berthCall("POST", "users", "{\"name\":\"zz" + QByteArray::number(10 + i) + "\"}").status, 201);
        const auto names = [&](const char *query) {
            const auto reply = berthCall("GET", query).jsonBody();
            QByteArrayList list;
            for (const auto &user : json::list(reply, "users"))
                list << QByteArray::fromStdString(json::text(user, "name"));
            return list;
        };
        const auto all = names("users?page_size=100");
        QVERIFY(all.size() >= 13 && std::is_sorted(all.begin(), all.end()));
        QCOMPARE(names("users"), all.mid(0, 10));
        QCOMPARE(names("users?page=2&page_size=5"), all.mid(5, 5));
        QCOMPARE(berthCall("GET", "users?page=0").status, 400);
    }

    void usersThatCannotBeAreRefused_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        const auto row = [](const QByteArray &body, int status) { QTest::newRow(body.left(60)) << body << status; };
        row(R"({"name":"administrator"})", 409);
        row(R"({})", 400);
        row(R"({"name":""})", 400);
        row(R"({"name":5})", 400);
        row(R"({"name":"a b"})", 400);
        row(R"({"name":"a/b"})", 400);
        row(R"({"name":"é"})", 400);
        row("{\"name\":\"" + QByteArray(65, 'n') + "\"}", 400);
        row(R"({"name":"x","role":"king"})", 400);
        row(R"({"name":"x","role":5})", 400);
        row(R"({"name":"x","registries":["team"]})", 400);
        row(R"({"name":"x","registries":{"team":"king"}})", 400);
        row(R"({"name":"x","registries":{"team":1}})", 400);
        row(R"({"name":"x","registries":{"UPPER":"member"}})", 400);
        row(R"({"name":"x","ends_at":"tomorrow"})", 400);
        row(R"({"name":"x","ends_at":5})", 400);
        row("[]", 400);
        row("x", 400);
    }
    void usersThatCannotBeAreRefused()
    {
        QFETCH(QByteArray, body);
        QFETCH(int, status);
        QCOMPARE(berthCall("POST", "users", body).status, status);
        QVERIFY(userObject("x").isEmpty());
        if (body.contains("\"x\"")) {
            const auto administrator = [&] { // but when the key was used, which this very call changes
                const auto object = userObject("administrator");
                return object.left(object.indexOf("\"used_at\""));
            };
            const auto before = administrator();
            QCOMPARE(berthCall("PUT", "users/administrator", body).status, status);
            QVERIFY(!before.isEmpty());
            QCOMPARE(administrator(), before);
        }
    }

    /// What a key may not see takes no place in a list: a page that is short is the last.
    void whatIsHiddenTakesNoPlaceInAList()
    {
        for (const char *image : {"hidden-a/needle", "hidden-b/needle", "seen/needle-1", "seen/needle-2"})
            QCOMPARE(push(image, "needle", makeImage(77)), 201);
        const auto key = newUserKey("none", R"({"seen":"member"})");
        const auto found = [&](const QByteArray &call, const char *list) {
            QByteArrayList names;
            const auto reply = berthCall(key, "GET", call).jsonBody();
            for (const auto &row : json::list(reply, list))
                names << QByteArray::fromStdString(json::text(row, "image") + json::text(row, "name"));
            return names;
        };
        QCOMPARE(found("search?q=needle&page=1&page_size=1", "images").size(), 1);
        QCOMPARE(found("search?q=needle&page=2&page_size=1", "images").size(), 1);
        QVERIFY(found("search?q=needle&page=1&page_size=1", "images") != found("search?q=needle&page=2&page_size=1", "images"));
        QCOMPARE(found("search?q=needle&page=3&page_size=1", "images").size(), 0);
        QCOMPARE(found("search?q=needle&page=2&page_size=1", "tags"), QByteArrayList{"seen/needle-2needle"});
        QCOMPARE(found("storage/images?page=1&page_size=2", "images").size(), 2);
        QCOMPARE(found("storage/images?page=2&page_size=1", "images").size(), 1);
        QCOMPARE(found("storage/images?page=3&page_size=1", "images").size(), 0);
    }

    // Somebody can always let others in

    void theLastAdministratorStays_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("body");
        const auto row = [](const char *title, const char *method, const char *path, const char *body) {
            QTest::newRow(title) << QByteArray(method) << QByteArray(path) << QByteArray(body);
        };
        row("delete the user", "DELETE", "users/administrator", "");
        row("take the role", "PUT", "users/administrator", R"({"role":"member"})");
        row("end the time", "PUT", "users/administrator", R"({"ends_at":"2020-01-01T00:00:00Z"})");
        row("delete the key", "DELETE", "keys/testkey", "");
        row("disable the key", "PUT", "keys/testkey", R"({"disabled":true})");
        row("limit the key's role", "PUT", "keys/testkey", R"({"role":"member"})");
        row("limit the key's registries", "PUT", "keys/testkey", R"({"registries":["team"]})");
    }
    void theLastAdministratorStays()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, body);
        const auto user = userObject("administrator");
        const auto keys = berthCall("GET", "keys").body;
        // Others do not count who cannot let anybody in.
        const auto other = newUser("administrator");
        const auto limited = newKey(other, R"("role":"administrator")");
        QVERIFY(!limited.id.isEmpty());
        const auto refused = berthCall(method, path, body);
        QCOMPARE(refused.status, 412);
        QCOMPARE(errorCode(refused), QByteArray("PRECONDITION"));
        const auto withoutUse = [](const QByteArray &text) {
            return QString::fromUtf8(text).remove(QRegularExpression(QStringLiteral("\"used_at\":(null|\"[^\"]*\")")));
        };
        QCOMPARE(withoutUse(userObject("administrator")), withoutUse(user));
        QCOMPARE(withoutUse(berthCall("GET", "keys").body), withoutUse(keys));
        QCOMPARE(berthCall("DELETE", "users/" + other).status, 200);
    }

    void withASecondAdministratorTheFirstMayGo()
    {
        const auto first = newUser("administrator");
        const auto firstKey = newKey(first);
        QCOMPARE(berthCall(firstKey, "PUT", "users/" + first, R"({"role":"member"})").status, 200);
        QCOMPARE(berthCall(firstKey, "GET", "users").status, 403); // at once
        QCOMPARE(berthCall("DELETE", "users/" + first).status, 200);
    }

    // From the next request on

    void aChangedRoleCountsWithTheTokenThatIsThere()
    {
        const auto user = newUser("uploader");
        const auto key = newKey(user);
        const auto token = bearer(key, "repository:team/app:pull,push");
        QCOMPARE(with(token, "POST", uploads).status, 202);
        QCOMPARE(berthCall("PUT", "users/" + user, R"({"role":"member"})").status, 200);
        QCOMPARE(with(token, "POST", uploads).status, 403);
        QCOMPARE(with(token, "GET", manifest).status, 401); // now it may, but asked when it might not: a new token helps
        QCOMPARE(with(bearer(key, "repository:team/app:pull"), "GET", manifest).status, 200);
        QCOMPARE(berthCall("PUT", "users/" + user, R"({"registries":{"team":"uploader"}})").status, 200);
        QCOMPARE(with(token, "POST", uploads).status, 202);
        QCOMPARE(berthCall("PUT", "users/" + user, R"({"registries":{"team":"none"}})").status, 200);
        QCOMPARE(with(token, "POST", uploads).status, 403);
        QCOMPARE(with(basicOf(key), "GET", manifest).status, 403); // the role in a registry wins over the server's, also downwards
    }

    void aRoleEndsWithItsRegistryAndComesBackOnlyWithIt()
    {
        QCOMPARE(ncrCall(administrator(), "POST", "registries", R"({"project_name":"shortlived"})"), 200);
        const auto name = newUser("none", R"({"shortlived":"administrator","team":"member"})");
        const auto key = newKey(name);
        const auto sees = [&] { return with(basicOf(key), "GET", "/v2/shortlived/app/tags/list").status != 403; };
        QVERIFY(sees());
        QCOMPARE(ncrCall(administrator(), "DELETE", "registries/shortlived"), 200);
        const auto trash = berthCall("GET", "trash").jsonBody();
        const auto deletion = QByteArray::number(qlonglong(json::integer(json::list(trash, "operations").at(0), "id")));
        QCOMPARE(ncrCall(administrator(), "POST", "registries", R"({"project_name":"shortlived"})"), 200); // another one of that name
        QVERIFY(!sees());
        QVERIFY(!userObject(name).contains("shortlived"));
        QVERIFY(userObject(name).contains(R"("team":"member")"));
        QCOMPARE(ncrCall(administrator(), "DELETE", "registries/shortlived"), 200);
        QCOMPARE(berthCall("POST", "trash/" + deletion + "/restore", "{}").status, 200);
        QVERIFY(sees());
    }

    void aDeletedUsersKeysAndTokensCountNoMore()
    {
        const auto user = newUser("member");
        const auto key = newKey(user);
        const auto token = bearer(key, "repository:team/app:pull");
        QCOMPARE(with(token, "GET", manifest).status, 200);
        QCOMPARE(berthCall("DELETE", "users/" + user).status, 200);
        QCOMPARE(with(basicOf(key), "GET", "/v2/").status, 401);
        QVERIFY(with(token, "GET", manifest).headers["www-authenticate"].contains("error=\"invalid_token\""));
        QCOMPARE(berthCall("POST", "users", "{\"name\":\"" + user + "\",\"role\":\"member\"}").status, 201);
        QCOMPARE(with(basicOf(key), "GET", "/v2/").status, 401); // nor for another of that name
    }

    void whenTheTimeIsOverTheKeysCountNoMore()
    {
        const auto ends = nowMs() + 2500;
        const auto user = newUser("member", "{}", "\"" + QByteArray::fromStdString(toRfc3339(ends)) + "\"");
        const auto key = newKey(user);
        const auto token = bearer(key, "repository:team/app:pull");
        QCOMPARE(with(token, "GET", manifest).status, 200);
        QCOMPARE(berthCall(key, "GET", "me").status, 200);
        QVERIFY2(nowMs() < ends, "too slow a machine for this test");
        QThread::msleep(std::uint64_t(ends - nowMs() + 100));
        QCOMPARE(with(token, "GET", manifest).status, 401); // though the server knew both a moment ago
        QCOMPARE(with(basicOf(key), "GET", "/v2/").status, 401);
        QCOMPARE(berthCall(key, "GET", "me").status, 401);
        QCOMPARE(berthCall("PUT", "users/" + user, R"({"ends_at":null})").status, 200);
        QCOMPARE(with(token, "GET", manifest).status, 200);
    }
};

QTEST_GUILESS_MAIN(UsersTest)
#include "UsersTest.moc"
