// SPDX-License-Identifier: Apache-2.0
#include "support/HttpCall.h"

#include <QEventLoop>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QTest>

#include "support/OpenApiCheck.h"

namespace berth::test {

/// Whatever Berth's own API answers in any test is as its document says, or that test fails.
static void checkAgainstDocument(const HttpRequest &request, const HttpReply &reply)
{
    if (reply.status == 0 || request.method == "HEAD" || !request.url.path().startsWith(QLatin1String("/berth/v1/")))
        return;
    const auto wrong = OpenApiCheck::ofBerth().fault(request.method, request.url.path(), reply.status, reply.headers.value("content-type"), reply.body);
    if (wrong.isEmpty())
        return;
    if (QTest::currentTestFunction())
        QTest::qFail(qPrintable(wrong), __FILE__, __LINE__);
    else
        qCritical("%s", qPrintable(wrong));
}

json::value HttpReply::jsonBody() const { return json::parseStrict(std::string_view(body.constData(), size_t(body.size()))).value_or(json::value()); }

HttpReply call(const HttpRequest &request)
{
    QNetworkAccessManager network;
    network.setProxy(QNetworkProxy::NoProxy);
    network.setTransferTimeout(30000);
    QNetworkRequest wire(request.url);
    wire.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    wire.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    bool typed = false;
    for (const auto &[name, value] : request.headers) {
        wire.setRawHeader(name, value);
        typed |= name.toLower() == "content-type";
    }
    if (!typed && !request.body.isEmpty())
        wire.setRawHeader("Content-Type", "application/octet-stream");
    // As a custom request HEAD would wait for the body that its length promises.
    QNetworkReply *reply = request.method == "HEAD" ? network.head(wire) : network.sendCustomRequest(wire, request.method, request.body);
    QEventLoop loop;
    QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
    loop.exec();
    HttpReply result;
    result.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    for (const auto &[name, value] : reply->rawHeaderPairs())
        result.headers[name.toLower()] = value;
    result.body = reply->readAll();
    result.networkError = reply->errorString();
    delete reply;
    checkAgainstDocument(request, result);
    return result;
}

QByteArray basic(const QByteArray &id, const QByteArray &secret) { return "Basic " + (id + ":" + secret).toBase64(); }

} // namespace berth::test
