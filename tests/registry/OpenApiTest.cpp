// SPDX-License-Identifier: Apache-2.0
#include <QFile>
#include <QRegularExpression>
#include <QSet>

#include "registry/management/berth/BerthApi.h"
#include "support/OpenApiCheck.h"
#include "support/RegistryFixture.h"

using namespace berth;
using namespace berth::test;

namespace {

/// A small document for the checker itself.
OpenApiCheck smallDocument()
{
    const char *text = R"({"servers":[{"url":"/x"}],"paths":{"/things/{id}":{"get":{"responses":{
        "200":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Thing"}}}},"404":{"$ref":"#/components/responses/Missing"}}}}},
        "components":{"responses":{"Missing":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Error"}}}}},
        "schemas":{"Error":{"type":"object","required":["errors"],"properties":{"errors":{"type":"array","items":{"type":"string"}}}},
        "Thing":{"type":"object","required":["name","parts"],"properties":{"name":{"type":"string"},"kind":{"type":"string","enum":["a","b"]},
        "at":{"type":"string","format":"date-time","nullable":true},"count":{"type":"integer"},"on":{"type":"boolean"},
        "parts":{"type":"array","items":{"type":"object","properties":{"size":{"type":"integer"}}}},
        "roles":{"type":"object","additionalProperties":{"type":"string"}},"free":{"type":"object","additionalProperties":true}}}}}})";
    return OpenApiCheck(*json::parseStrict(text));
}

/// The server's calls, as the document writes them: "GET /keys/{key}".
QStringList callsOfTheServer()
{
    QStringList calls;
    for (const auto &row : berthRoutes())
        calls << QString::fromStdString(std::string(http::nameOf(row.method))) + QLatin1String(" /") + QLatin1String(row.pattern);
    return calls;
}

/// Without the names of what stands in the address.
QStringList plain(QStringList calls)
{
    calls.replaceInStrings(QRegularExpression(QStringLiteral("\\{\\w+\\}")), QStringLiteral("{}"));
    calls.sort();
    return calls;
}

} // namespace

/// The document of Berth's own API: that it is served, that it describes each call and no other, and that what watches over it can fail.
class OpenApiTest : public RegistryFixture {
    Q_OBJECT

private:
    /// On one connection, as there are thousands of these.
    HttpReply ask(RawConnection &connection, const QByteArray &method, const QString &path, const QByteArray &body = {}) const
    {
        connection.send(head(method, "/berth/v1" + path.toUtf8(), registry.host().toUtf8(),
                            {QByteArray("X-TC-AUTHENTICATION-ID: ") + RegistryProcess::keyId,
                                QByteArray("X-TC-AUTHENTICATION-SECRET: ") + RegistryProcess::secret, "Content-Length: " + QByteArray::number(body.size())})
            + body);
        return connection.receive(method == "HEAD");
    }
    /// Whether the server has such a call, whatever came of this one.
    static bool isServed(const HttpReply &reply)
    {
        return reply.status != 0 && reply.status != 405 && !(reply.status == 404 && (reply.body.isEmpty() || reply.body.contains("no call at this address")));
    }

private Q_SLOTS:
    void anybodyMayReadTheDocument()
    {
        const auto reply = call({"GET", registry.url(QStringLiteral("/berth/v1/openapi.json")), {}, {}});
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.headers.value("content-type"), QByteArray("application/json"));
        QFile file(QStringLiteral(BERTH_SOURCE_DIR "/resources/openapi.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(reply.body, file.readAll());
    }

    void everyCallInTheDocumentIsServed()
    {
        RawConnection connection(registry.host());
        const auto operations = OpenApiCheck::ofBerth().operations();
        QVERIFY(operations.size() > 30);
        for (const auto &operation : operations) {
            auto path = operation.path;
            path.replace(QRegularExpression(QStringLiteral("\\{\\w+\\}")), QStringLiteral("1"));
            const auto reply = ask(connection, operation.method, path, operation.method == "GET" ? "" : "{}");
            QVERIFY2(isServed(reply), qPrintable(QString::fromLatin1(operation.method + ' ') + path + QLatin1String(": ") + QString::fromUtf8(reply.body)));
        }
    }

    void everyCallThatIsServedIsInTheDocument()
    {
        QStringList described;
        for (const auto &operation : OpenApiCheck::ofBerth().operations())
            described << QString::fromLatin1(operation.method + ' ') + operation.path;
        QCOMPARE(plain(described), plain(callsOfTheServer()));
    }

    void whatIsNoCallIsToldSo()
    {
        RawConnection connection(registry.host());
        const auto &document = OpenApiCheck::ofBerth();
        QSet<QString> paths{QStringLiteral("/nothing"), QStringLiteral("/keys/1/2/3")};
        for (const auto &operation : document.operations()) {
            auto path = operation.path;
            path.replace(QRegularExpression(QStringLiteral("\\{\\w+\\}")), QStringLiteral("1"));
            paths << path << path + QStringLiteral("/more");
        }
        for (const auto &path : paths) {
            for (const char *method : {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"}) {
                if (document.describes(method, QLatin1String("/berth/v1") + path))
                    continue;
                const auto status = ask(connection, method, path).status;
                QVERIFY2(status == 404 || status == 405, qPrintable(QLatin1String(method) + QLatin1Char(' ') + path + QStringLiteral(": %1").arg(status)));
            }
        }
    }

    // The checker itself

    void anAnswerIsHeldAgainstItsDescription_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("fault");
        const auto row = [](const char *title, int status, const char *body, const char *fault) {
            QTest::newRow(title) << status << QByteArray(body) << QString::fromLatin1(fault);
        };
        row("as described", 200,
            R"({"name":"n","parts":[{"size":1},{}],"kind":"a","at":"2026-01-02T03:04:05.678Z","count":1,"on":true,"roles":{"r":"x"},"free":{"a":1}})", "");
        row("a null that may be", 200, R"({"name":"n","parts":[],"at":null})", "");
        row("a described failure", 404, R"({"errors":["e"]})", "");
        row("no JSON", 200, "x", "no JSON");
        row("wrong type", 200, R"({"name":5,"parts":[]})", "body.name is no string");
        row("a fraction for a number", 200, R"({"name":"n","parts":[],"count":1.5})", "body.count is no integer");
        row("a text for a switch", 200, R"({"name":"n","parts":[],"on":"true"})", "body.on is no boolean");
        row("missing member", 200, R"({"parts":[]})", "body lacks name");
        row("unknown member", 200, R"({"name":"n","parts":[],"more":1})", "body.more is not described");
        row("unknown member deep down", 200, R"({"name":"n","parts":[{"size":1},{"more":1}]})", "body.parts[1].more is not described");
        row("wrong value of a map", 200, R"({"name":"n","parts":[],"roles":{"r":1}})", "body.roles.r is no string");
        row("word of another list", 200, R"({"name":"n","parts":[],"kind":"c"})", "body.kind is none of the words");
        row("null that may not be", 200, R"({"name":null,"parts":[]})", "body.name is null");
        row("no time", 200, R"({"name":"n","parts":[],"at":"yesterday"})", "body.at is no time");
        row("list for an object", 200, "[]", "body is no object");
        row("undocumented status", 201, R"({"name":"n","parts":[]})", "does not know this status");
        row("failure without its shape", 404, R"({"error":"e"})", "body lacks errors");
    }
    void anAnswerIsHeldAgainstItsDescription()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(QString, fault);
        const auto found = smallDocument().fault("GET", QStringLiteral("/x/things/1"), status, "application/json", body);
        QVERIFY2(fault.isEmpty() ? found.isEmpty() : found.contains(fault), qPrintable(found));
    }

    void whatIsNotDescribedMayOnlyBeRefused()
    {
        const auto document = smallDocument();
        const QByteArray error = R"({"errors":["e"]})";
        QVERIFY(document.fault("POST", QStringLiteral("/x/things/1"), 405, "application/json", error).isEmpty());
        QVERIFY(document.fault("GET", QStringLiteral("/x/others"), 404, "application/json", error).isEmpty());
        QVERIFY(document.fault("POST", QStringLiteral("/x/things/1"), 200, "application/json", error).contains(QStringLiteral("not in the document")));
        QVERIFY(document.fault("GET", QStringLiteral("/x/things/"), 200, "application/json", error).contains(QStringLiteral("not in the document")));
        QVERIFY(document.fault("POST", QStringLiteral("/x/things/1"), 405, "application/json", "{}").contains(QStringLiteral("lacks errors")));
        QVERIFY(document.fault("GET", QStringLiteral("/x/things/1"), 404, "text/html", error).contains(QStringLiteral("type")));
    }
};

QTEST_GUILESS_MAIN(OpenApiTest)
#include "OpenApiTest.moc"
