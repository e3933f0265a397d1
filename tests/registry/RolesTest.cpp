// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>

#include <QMap>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>

#include "QueryPlans.h"
#include "RolesTable.h"
#include "ServerState.h"
#include "registry/distribution/Distribution.h"
#include "registry/management/berth/BerthApi.h"
#include "registry/management/ncr/NcrApi.h"
#include "registry/store/Database.h"
#include "support/AccessFixture.h"
#include "support/OpenApiCheck.h"

using namespace berth;
using namespace berth::test;

using AskedCall = const berth::test::Call *;
Q_DECLARE_METATYPE(AskedCall)

namespace {

const QByteArray callers = "SMUNAmuLlDExyz";

/// The rows of a table that no call of the list meets.
template <class Row, std::size_t count> QStringList unasked(std::span<const Row> rows, const QByteArray &prefix, const berth::test::Call (&calls)[count])
{
    std::set<const Row *> met;
    for (const auto &call : calls) {
        auto path = QByteArray(call.path).split('?').first();
        if (!path.startsWith(prefix))
            continue;
        std::vector<std::string> components;
        for (const auto &part : path.mid(prefix.size()).split('/'))
            components.push_back(part.toStdString());
        for (const auto method : {http::Method::Get, http::Method::Head, http::Method::Post, http::Method::Put, http::Method::Patch, http::Method::Delete}) {
            if (http::nameOf(method) == call.method)
                met.insert(findRoute(rows, method, std::span<const std::string>(components)).route);
        }
    }
    QStringList names;
    for (const auto &row : rows) {
        if (!met.contains(&row))
            names << QString::fromLatin1(http::nameOf(row.method).data(), qsizetype(http::nameOf(row.method).size())) + QLatin1Char(' ')
                    + QLatin1String(row.pattern);
    }
    return names;
}

/// The characters of a row without the gaps.
QByteArray packed(const char *answers) { return QByteArray(answers).replace(' ', ""); }

} // namespace

/// Every call of every API by every kind of caller (RolesTable.h): who is served, how the others are refused, and that a refused call
/// leaves no trace.
class RolesTest : public AccessFixture {
    Q_OBJECT

private:
    struct Caller {
        QByteArray user;
        TestKey key;
        QByteArray token; ///< Made while it was still good, for those who are not any more.
    };
    QTemporaryDir m_traces;
    QString traceFile() const { return m_traces.filePath(QStringLiteral("statements")); }
    QStringList environment() const override { return {QStringLiteral("LD_PRELOAD=" BERTH_SQLTRACE), QStringLiteral("BERTH_SQL_TRACE=") + traceFile()}; }

    QMap<char, Caller> m_callers;
    QMap<QByteArray, QByteArray> m_ready; ///< What stands for a word of the table, until a call has used it up.
    QByteArrayList m_used;                ///< The words of the call under way.
    QByteArray m_state;                   ///< As last looked at; empty: something was done since.
    const TestImage m_image = makeImage(1);
    int m_number = 0;

    QByteArray number() { return QByteArray::number(++m_number); }
    static bool isManagement(const QByteArray &path) { return !path.startsWith("/v2") && !path.startsWith("/service"); }

    HttpReply manage(const QByteArray &method, const QByteArray &path, const QByteArray &body = {}) const
    {
        return registry.manage(method, QString::fromUtf8(path), body);
    }
    QByteArray deletionOf(const QByteArray &path) const
    {
        return manage("DELETE", "/ncr/v2.0/appkeys/local/registries/" + path).headers.value("berth-trash-operation");
    }

    QByteArray newImage(const QByteArray &in)
    {
        const auto name = "image" + number();
        return push(in + "/" + name, "1", m_image) == 201 ? name : QByteArray();
    }
    QByteArray newRegistry()
    {
        const auto name = "empty" + number();
        manage("POST", "/ncr/v2.0/appkeys/local/registries", "{\"project_name\":\"" + name + "\"}");
        return name;
    }
    /// Another key of the caller's, made by the caller where that may be.
    QByteArray ownKeyOf(char caller)
    {
        const auto &who = m_callers[caller];
        if (who.user.isEmpty() || !who.token.isEmpty())
            return "none";
        return caller == 'L' || caller == 'l' ? newKey(who.user).id : text(berthCall(who.key, "POST", "keys", "{}"), "id");
    }
    QByteArray make(const QByteArray &word, const QByteArray &in, char caller)
    {
        if (word == "image")
            return newImage(in);
        if (word == "empty")
            return newRegistry();
        if (word == "upload")
            return openUpload(in + "/app").split('/').last();
        if (word == "nothing")
            return "0";
        if (word == "deletion")
            return deletionOf(in + "/images/" + newImage(in));
        if (word == "registrydeletion")
            return deletionOf(newRegistry());
        if (word == "user")
            return newUser("none");
        if (word == "ownkey")
            return ownKeyOf(caller);
        if (word == "somebodyskey")
            return newKey("somebody").id;
        const auto blob = "lone " + number(); // "loneblob"
        return upload(in + "/app", blob) == 201 ? digestOf(blob) : QByteArray();
    }
    /// The text with its words replaced; what they stand for is there then.
    QByteArray filled(QByteArray text, const QByteArray &in, char caller)
    {
        text.replace("{r}", in).replace("{manifest}", m_image.manifest).replace("{digest}", m_image.digest());
        text.replace("{blob}", digestOf(m_image.config)).replace("{emptydigest}", digestOf("")).replace("{n}", number()).replace("{job}", "trash");
        static const QRegularExpression pattern(QStringLiteral("\\{(\\w+)\\}"));
        for (auto match = pattern.match(QString::fromUtf8(text)); match.hasMatch(); match = pattern.match(QString::fromUtf8(text))) {
            const auto word = match.captured(1).toLatin1();
            m_used << word + " " + in + (word == "ownkey" ? QByteArray(1, caller) : QByteArray());
            auto &thing = m_ready[m_used.last()];
            if (thing.isEmpty()) {
                thing = make(word, in, caller);
                m_state.clear();
            }
            text.replace("{" + word + "}", thing);
        }
        return text;
    }

    HttpReply ask(char caller, const QByteArray &method, const QByteArray &path, const QByteArray &body)
    {
        const auto &who = m_callers[caller];
        QList<std::pair<QByteArray, QByteArray>> headers;
        if (isManagement(path)) {
            headers = {{"X-TC-AUTHENTICATION-ID", who.key.id}, {"X-TC-AUTHENTICATION-SECRET", who.key.secret}};
            headers.emplaceBack("Content-Type", "application/json");
        } else {
            if (!who.token.isEmpty() && !path.startsWith("/service"))
                headers.emplaceBack("Authorization", who.token);
            else if (!who.key.id.isEmpty())
                headers.emplaceBack("Authorization", basicOf(who.key));
            headers.emplaceBack("Content-Type", "application/vnd.oci.image.manifest.v1+json");
        }
        const bool slowed = who.token.isEmpty() ? isManagement(path) && who.key.id.isEmpty() : isManagement(path) || path.startsWith("/service");
        if (!slowed)
            return call({method, registry.url(QString::fromUtf8(path)), headers, body});
        // Wrong keys are answered ever later to one address: each of these calls comes from another.
        const int from = ++m_number;
        RawConnection connection(registry.host(), QStringLiteral("127.1.%1.%2").arg(from / 250).arg(from % 250 + 1));
        QList<QByteArray> lines{"Content-Length: " + QByteArray::number(body.size())};
        for (const auto &[name, value] : headers)
            lines << name + ": " + value;
        connection.send(head(method, path, registry.host().toUtf8(), lines) + body);
        return connection.receive(method == "HEAD");
    }

    static char answerOf(const QByteArray &method, const QByteArray &path, const HttpReply &reply)
    {
        int status = reply.status;
        if (path.startsWith("/ncr/")) {
            const auto envelope = reply.jsonBody();
            const auto *header = json::find(envelope, "header");
            status = header ? int(json::integer(*header, "resultCode") % 10000) : 0;
        } else if (path.startsWith("/berth/")
            && !OpenApiCheck::ofBerth()
                    .fault(method, QUrl(QString::fromUtf8(path)).path(), reply.status, reply.headers.value("content-type"), reply.body)
                    .isEmpty()) {
            return '#';
        }
        if (status >= 200 && status < 300)
            return '+';
        return (status >= 400 && status < 410) || status == 412 ? char('0' + status % 10) : '?';
    }

    /// Ending what is in the trash starts one, paused or not.
    void letCollectionEnd() const
    {
        while (text(berthCall("GET", "collection"), "state") == "running")
            QTest::qWait(10);
        berthCall("POST", "collection", R"({"action":"pause"})");
    }

    void addRows(const berth::test::Call *calls, std::size_t count)
    {
        QTest::addColumn<AskedCall>("row");
        QTest::addColumn<QByteArray>("in");
        for (const auto *row = calls; row != calls + count; ++row) {
            QTest::addRow("%s %s in team", row->method, row->path) << row << QByteArray("team");
            if (row->who.outside)
                QTest::addRow("%s %s in other", row->method, row->path) << row << QByteArray("other");
        }
    }
    /// Asks as those callers who are served, or as those who are refused; the others' answers are left out on both sides.
    void walk(const QByteArray &who, bool served)
    {
        QFETCH(AskedCall, row);
        QFETCH(QByteArray, in);
        auto expected = packed(in == "team" ? row->who.inside : row->who.outside).left(who.size());
        QByteArray answers;
        for (qsizetype i = 0; i < who.size(); ++i) {
            if ((expected[i] == '+') != served || isLeftForTheFullTest(*row, in, who[i]))
                expected[i] = '.';
            answers += expected[i] == '.' ? '.' : answer(*row, in, who[i]);
        }
        QCOMPARE(answers, expected);
    }
    /// A wrong key costs the server a slow hash in each management call: of the three who have none that counts, one a row is asked.
    bool isLeftForTheFullTest(const berth::test::Call &row, const QByteArray &in, char caller) const
    {
        static const bool asksAll = qEnvironmentVariableIsSet("BERTH_ALL_CALLERS");
        const auto place = QByteArray("DEx").indexOf(caller);
        return !asksAll && place >= 0 && isManagement(row.path) && (in == "other" || (&row - managementCalls) % 3 != place);
    }
    /// The answer as in the table; "!" if a call was refused and yet changed something.
    char answer(const berth::test::Call &row, const QByteArray &in, char caller)
    {
        if (caller == 'y' || caller == 'z')
            berthCall("PUT", "settings", caller == 'y' ? R"({"anonymous":"pull"})" : R"({"anonymous":"push"})");
        m_state = caller == 'y' || caller == 'z' ? QByteArray() : m_state;
        m_used.clear();
        const auto path = filled(row.path, in, caller);
        const auto body = filled(row.body, in, caller);
        if (m_state.isEmpty())
            m_state = stateOf(registry.folder());
        const auto reply = ask(caller, row.method, path, body);
        auto result = answerOf(row.method, path, reply);
        if (result == '+') {
            if (row.method == QByteArray("DELETE") || path.contains("restore") || QByteArray(row.path).contains("{upload}"))
                std::ranges::for_each(m_used, [this](const auto &thing) { m_ready.remove(thing); });
            if (row.method == QByteArray("DELETE") && path == "/berth/v1/trash")
                m_ready.clear();
            if (row.method == QByteArray("POST") && path == "/berth/v1/keys")
                berthCall(m_callers[caller].key, "DELETE", "keys/" + text(reply, "id")); // there may be five only
            if (row.method == QByteArray("DELETE") && path.startsWith("/berth/v1/trash"))
                letCollectionEnd();
            m_state.clear();
        } else if (auto after = stateOf(registry.folder()); after != m_state) {
            const auto was = m_state.split('\n');
            for (const auto &line : after.split('\n')) {
                if (!was.contains(line))
                    qWarning("%c %s %s: %s", caller, row.method, path.constData(), line.constData());
            }
            m_state = after;
            result = '!';
        }
        if (caller == 'y' || caller == 'z') {
            berthCall("PUT", "settings", R"({"anonymous":"off"})");
            m_state.clear();
        }
        return result;
    }

    void addCaller(char letter, const QByteArray &user, const QByteArray &limits = {}) { m_callers[letter] = {user, newKey(user, limits), {}}; }

private Q_SLOTS:
    void callersAreMade()
    {
        for (const char *in : {"team", "other"})
            QCOMPARE(push(in + QByteArray("/app"), "1", m_image), 201);
        QCOMPARE(berthCall("POST", "collection", R"({"action":"pause"})").status, 200); // nothing is to change by itself
        QCOMPARE(berthCall("POST", "users", R"({"name":"somebody"})").status, 201);
        m_callers['S'] = {"administrator", AccessFixture::administrator(), {}};
        addCaller('M', newUser("member"));
        addCaller('U', newUser("uploader"));
        addCaller('N', newUser("none"));
        addCaller('A', newUser("none", R"({"team":"administrator"})"));
        addCaller('m', newUser("none", R"({"team":"member"})"));
        addCaller('u', newUser("none", R"({"team":"uploader"})"));
        addCaller('L', newUser("administrator"), R"("role":"member")");
        addCaller('l', newUser("administrator"), R"("registries":["team"])");
        addCaller('D', newUser("administrator"));
        addCaller('E', newUser("administrator"));
        for (const char gone : {'D', 'E'})
            m_callers[gone].token = bearer(m_callers[gone].key, "repository:team/app:*&scope=repository:other/app:*");
        QCOMPARE(berthCall("PUT", "keys/" + m_callers['D'].key.id, R"({"disabled":true})").status, 200);
        QCOMPARE(berthCall("PUT", "users/" + m_callers['E'].user, R"({"ends_at":"2020-01-01T00:00:00Z"})").status, 200);
        m_callers['x'] = m_callers['y'] = m_callers['z'] = {};
        for (const char letter : callers)
            QVERIFY2(m_callers.contains(letter) && (letter >= 'x' || m_callers[letter].key.secret.size() >= 20), &letter);
        // On a busy machine the reading of all blobs would begin meanwhile: no call, and it does read all.
        QCOMPARE(berthCall("PUT", "settings", R"({"scrub_days":0})").status, 200);
        QVERIFY(openState(registry.folder()));
        QVERIFY(stateOf(registry.folder()).contains("access_key|testkey"));
    }

    // The refused first: as long as nothing changes, the server knows everybody's key.

    void whoMayNotIsRefusedByTheProtocol_data() { addRows(protocolCalls, std::size(protocolCalls)); }
    void whoMayNotIsRefusedByTheProtocol() { walk(callers, false); }
    void whoMayNotIsRefusedByManagement_data() { addRows(managementCalls, std::size(managementCalls)); }
    void whoMayNotIsRefusedByManagement() { walk(callers.left(12), false); }
    void whoMayIsServedByTheProtocol_data() { addRows(protocolCalls, std::size(protocolCalls)); }
    void whoMayIsServedByTheProtocol() { walk(callers, true); }
    void whoMayIsServedByManagement_data() { addRows(managementCalls, std::size(managementCalls)); }
    void whoMayIsServedByManagement() { walk(callers.left(12), true); }

    void noCallOfTheDocumentIsForgotten()
    {
        static const QRegularExpression word(QStringLiteral("\\{\\w+\\}"));
        QSet<QString> rows;
        for (const auto &row : managementCalls)
            rows << QString::fromLatin1(row.method) + QString::fromLatin1(row.path).section(QLatin1Char('?'), 0, 0).replace(word, QStringLiteral("{}"));
        for (auto operation : OpenApiCheck::ofBerth().operations()) {
            const auto row = QString::fromLatin1(operation.method) + QStringLiteral("/berth/v1") + operation.path.replace(word, QStringLiteral("{}"));
            QVERIFY2(rows.contains(row), qPrintable(row));
        }
    }

    /// Every call was made by now, so every statement that a request runs is in the trace.
    void noStatementReadsAllOfATableThatGrows()
    {
        const auto statements = statementsIn(traceFile());
        QVERIFY2(statements.size() > 150, QByteArray::number(statements.size()));
        const auto faults = scansOf(statements, Database::file(registry.folder().toStdString()));
        for (const auto &fault : faults)
            qWarning("%s", qPrintable(fault));
        QCOMPARE(faults.size(), 0);
    }
    void aStatementThatReadsAllIsSeen_data()
    {
        QTest::addColumn<QString>("statement");
        for (const char *statement : {"SELECT count(*) FROM tag", "SELECT name FROM tag WHERE pushed_at > ?",
                 "SELECT m.digest FROM manifest m JOIN tag t ON t.manifest_id = m.id WHERE t.pulled_at = ?", "SELECT name FROM tag ORDER BY pushed_at LIMIT ?",
                 "DELETE FROM blob WHERE size = ?", "UPDATE manifest SET pull_count = 0",
                 "SELECT digest FROM manifest WHERE repository_id = ? ORDER BY size LIMIT ?", "SELECT digest FROM manifest WHERE repository_id = ?",
                 "SELECT repository_id FROM repository_blob WHERE digest = ?",
                 "SELECT mm.manifest_id FROM manifest_missing mm JOIN manifest m ON m.id = mm.manifest_id WHERE mm.digest = ? AND m.repository_id = ?"})
            QTest::newRow(statement) << QString::fromLatin1(statement);
    }
    void aStatementThatReadsAllIsSeen()
    {
        QFETCH(QString, statement);
        QCOMPARE(scansOf({statement}, Database::file(registry.folder().toStdString())).size(), 1);
    }

    /// Every row of every API's table is asked by RolesTable.h.
    void noRowOfTheServerIsForgotten()
    {
        QStringList forgotten;
        forgotten << unasked(protocolRoutes(), "/", protocolCalls) << unasked(serviceRoutes(), "/", protocolCalls)
                  << unasked(berthRoutes(), QByteArray(BerthApi::prefix.data(), qsizetype(BerthApi::prefix.size())), managementCalls)
                  << unasked(ncrRoutes(), "/ncr/v2.0/appkeys/local/", managementCalls);
        forgotten.removeIf([](const QString &row) {
            return row.contains(QLatin1String("/scan")) || row.contains(QLatin1String("/additions/")) // not served, whoever asks
                || row.endsWith(QLatin1String(" v2")) || row.endsWith(QLatin1String("HEAD v2/")) || row.endsWith(QLatin1String("HEAD v2/_catalog"))
                || row.endsWith(QLatin1String("blobs/uploads")) || row == QLatin1String("POST service/token"); // other spellings of a row that is asked
        });
        QCOMPARE(forgotten, QStringList());
    }

    void listsHoldWhatTheCallerMaySeeOnly()
    {
        const auto member = newUserKey("none", R"({"team":"member"})");
        const auto registryAdministrator = newUserKey("none", R"({"team":"administrator"})");
        QVERIFY(deletionOf("team/images/" + newImage("team")) != "");
        QVERIFY(deletionOf("other/images/" + newImage("other")) != "");
        QVERIFY(with(basicOf(member), "GET", "/v2/_catalog").body.contains("team/app"));
        QVERIFY(!with(basicOf(member), "GET", "/v2/_catalog").body.contains("other/"));
        for (const char *path : {"storage/registries", "storage/images", "search?q=app&page_size=100"}) {
            const auto body = berthCall(member, "GET", path).body;
            QVERIFY2(body.contains("team") && !body.contains("\"other"), body.constData());
        }
        const auto trash = berthCall(registryAdministrator, "GET", "trash?page_size=100").body;
        QVERIFY2(trash.contains("\"team\"") && !trash.contains("\"other\""), trash.constData());
        QVERIFY(json::list(berthCall(member, "GET", "trash").jsonBody(), "operations").empty());
    }
};

QTEST_GUILESS_MAIN(RolesTest)
#include "RolesTest.moc"
