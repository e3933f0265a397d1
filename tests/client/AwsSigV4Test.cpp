// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "client/auth/AwsSigV4.h"

using namespace berth;
using namespace Qt::StringLiterals;

namespace {

const QDateTime whenSigned(QDate(2015, 8, 30), QTime(12, 36), Qt::UTC);

QByteArray headerOf(const HttpRequest &request, const QByteArray &name)
{
    for (const auto &[known, value] : request.headers) {
        if (known.toLower() == name)
            return value;
    }
    return {};
}

} // namespace

/// Against the signatures that AWS publishes for its example key.
class AwsSigV4Test : public QObject {
    Q_OBJECT

private:
    static HttpRequest signedRequest(const QByteArray &method, const QByteArray &url, const QList<std::pair<QByteArray, QByteArray>> &headers,
        const QByteArray &body, const QString &service, const QString &token = {})
    {
        AwsSigV4 authorizer({u"AKIDEXAMPLE"_s, Secret("wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"), token}, u"us-east-1"_s, service, [] { return whenSigned; });
        HttpRequest request;
        request.method = method;
        request.url = QUrl::fromEncoded(url);
        request.headers = headers;
        request.body = body;
        authorizer.sign(request, {});
        return request;
    }

private Q_SLOTS:
    void signsAsPublished_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("url");
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("service");
        QTest::addColumn<QByteArray>("names");
        QTest::addColumn<QByteArray>("signature");
        const auto row = [](const char *name, const char *method, const char *url, const char *header, const char *value, const char *body, const char *service,
                             const char *names, const char *signature) {
            QTest::newRow(name) << QByteArray(method) << QByteArray(url) << QByteArray(header) << QByteArray(value) << QByteArray(body)
                                << QString::fromLatin1(service) << QByteArray(names) << QByteArray(signature);
        };
        const char *plain = "https://example.amazonaws.com/";
        const char *form = "application/x-www-form-urlencoded";
        row("get-vanilla", "GET", plain, "", "", "", "service", "host;x-amz-date", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31");
        row("post-vanilla", "POST", plain, "", "", "", "service", "host;x-amz-date", "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b");
        row("get-vanilla-query-order-key-case", "GET", "https://example.amazonaws.com/?Param2=value2&Param1=value1", "", "", "", "service", "host;x-amz-date",
            "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500");
        row("get-vanilla-query-order-value", "GET", "https://example.amazonaws.com/?Param1=value2&Param1=Value1", "", "", "", "service", "host;x-amz-date",
            "eedbc4e291e521cf13422ffca22be7d2eb8146eecf653089df300a15b2382bd1");
        row("get-vanilla-utf8-query", "GET", "https://example.amazonaws.com/?%E1%88%B4=bar", "", "", "", "service", "host;x-amz-date",
            "2cdec8eed098649ff3a119c94853b13c643bcf08f8b0a1d91e12c9027818dd04");
        row("get-unreserved", "GET", "https://example.amazonaws.com/-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "", "", "", "service",
            "host;x-amz-date", "07ef7494c76fa4850883e2b006601f940f8a34d404d0cfa977f52a65bbf5f24f");
        row("post-header-key-sort", "POST", plain, "My-Header1", "value1", "", "service", "host;my-header1;x-amz-date",
            "c5410059b04c1ee005303aed430f6e6645f61f4dc9e1461ec8f8916fdf18852c");
        row("post-x-www-form-urlencoded", "POST", plain, "Content-Type", form, "Param1=value1", "service", "content-type;host;x-amz-date",
            "ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a");
        row("ListUsers of IAM", "GET", "https://iam.amazonaws.com/?Action=ListUsers&Version=2010-05-08", "Content-Type",
            "application/x-www-form-urlencoded; charset=utf-8", "", "iam", "content-type;host;x-amz-date",
            "5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7");
        row("the usual port is not said", "GET", "https://example.amazonaws.com:443/", "", "", "", "service", "host;x-amz-date",
            "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31");
        row("paths without dots and empty parts", "GET", "https://example.amazonaws.com//a/..//./", "", "", "", "service", "host;x-amz-date",
            "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31");
    }
    void signsAsPublished()
    {
        QFETCH(const QByteArray, method);
        QFETCH(const QByteArray, url);
        QFETCH(const QByteArray, header);
        QFETCH(const QByteArray, value);
        QFETCH(const QByteArray, body);
        QFETCH(const QString, service);
        QFETCH(const QByteArray, names);
        QFETCH(const QByteArray, signature);
        QList<std::pair<QByteArray, QByteArray>> headers;
        if (!header.isEmpty())
            headers.emplaceBack(header, value);
        const auto request = signedRequest(method, url, headers, body, service);
        QCOMPARE(headerOf(request, "x-amz-date"), "20150830T123600Z");
        QCOMPARE(headerOf(request, "authorization"),
            QByteArray("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/" + service.toLatin1() + "/aws4_request, SignedHeaders=" + names
                + ", Signature=" + signature));
    }

    void aLentKeySendsAndSignsItsToken()
    {
        const QString token = u"6e86291e8372ff2a2260956d9b8aae1d763fbf315fa00fa31553b73ebf194267"_s;
        const auto request = signedRequest("GET", "https://example.amazonaws.com/", {}, {}, u"service"_s, token);
        QCOMPARE(headerOf(request, "x-amz-security-token"), token.toLatin1());
        QVERIFY(
            headerOf(request, "authorization")
                .endsWith("SignedHeaders=host;x-amz-date;x-amz-security-token, Signature=07ec1639c89043aa0e3e2de82b96708f198cceab042d4a97044c66dd9f74e7f8"));
    }

    void spacesWithinValuesCountOnce()
    {
        const auto loose = signedRequest("POST", "https://example.amazonaws.com/", {{"My-Header1", "  value   1 "}}, {}, u"service"_s);
        const auto tight = signedRequest("POST", "https://example.amazonaws.com/", {{"My-Header1", "value 1"}}, {}, u"service"_s);
        QCOMPARE(headerOf(loose, "authorization"), headerOf(tight, "authorization"));
    }

    void whatIsSignedMatters()
    {
        const auto one = headerOf(signedRequest("POST", "https://example.amazonaws.com/", {}, "a", u"ecr"_s), "authorization");
        QVERIFY(one != headerOf(signedRequest("POST", "https://example.amazonaws.com/", {}, "b", u"ecr"_s), "authorization"));
        QVERIFY(one != headerOf(signedRequest("PUT", "https://example.amazonaws.com/", {}, "a", u"ecr"_s), "authorization"));
        QVERIFY(one != headerOf(signedRequest("POST", "https://example.amazonaws.com:8443/", {}, "a", u"ecr"_s), "authorization"));
        QVERIFY(one != headerOf(signedRequest("POST", "https://example.amazonaws.com/a%20b", {}, "a", u"ecr"_s), "authorization"));
        QVERIFY(!one.contains("wJalr"));
    }
};

QTEST_GUILESS_MAIN(AwsSigV4Test)
#include "AwsSigV4Test.moc"
