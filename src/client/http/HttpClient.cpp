// SPDX-License-Identifier: Apache-2.0
#include "client/http/HttpClient.h"

#include <algorithm>
#include <optional>

#include <QDateTime>
#include <QLocale>
#include <QNetworkReply>
#include <QSslError>
#include <QTimeZone>

#include "client/http/Network.h"
#include "client/http/OnceBody.h"
#include "client/http/Origin.h"
#include "client/http/Redirect.h"
#include "core/Wakeup.h"

namespace berth {

namespace {

Result<HttpReply> brokenOff(const QNetworkReply &reply)
{
    const auto host = (reply.url().host() + (reply.url().port() > 0 ? QStringLiteral(":%1").arg(reply.url().port()) : QString())).toStdString();
    const auto said = reply.errorString().toStdString();
    constexpr auto away = ErrorCode::Unreachable;
    switch (reply.error()) {
    case QNetworkReply::ConnectionRefusedError: return fail(away, QT_TRANSLATE_NOOP("Error", "Nothing accepts connections at %1."), {host});
    case QNetworkReply::HostNotFoundError: return fail(away, QT_TRANSLATE_NOOP("Error", "The name %1 cannot be resolved."), {reply.url().host().toStdString()});
    case QNetworkReply::TimeoutError:
    case QNetworkReply::OperationCanceledError: return fail(away, QT_TRANSLATE_NOOP("Error", "%1 did not answer in time."), {host});
    case QNetworkReply::SslHandshakeFailedError: {
        const auto fault = reply.property("certificateFault").toString().toStdString();
        return fault.empty() ? fail(away, QT_TRANSLATE_NOOP("Error", "No secure connection to %1: %2"), {host, said})
                             : fail(away, QT_TRANSLATE_NOOP("Error", "The certificate of %1 is not trusted: %2"), {host, fault});
    }
    case QNetworkReply::ContentReSendError:
        return fail(away, QT_TRANSLATE_NOOP("Error", "%1 closed the connection without an answer. Refresh to see whether it was done."), {host});
    case QNetworkReply::RemoteHostClosedError: return fail(away, QT_TRANSLATE_NOOP("Error", "%1 closed the connection."), {host});
    default: return fail(away, QT_TRANSLATE_NOOP("Error", "The connection to %1 failed: %2"), {host, said});
    }
}

constexpr qint64 sinkBufferBytes = 1 << 20;

int statusOf(const QNetworkReply &reply) { return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(); }

bool isSunk(const QNetworkReply &reply) { return statusOf(reply) / 100 == 2; }

void drain(QNetworkReply &reply, const HttpSink &sink)
{
    if (!isSunk(reply)) {
        reply.setReadBufferSize(0); // what is kept must not wait for a reader
        return;
    }
    if (reply.bytesAvailable() == 0 || sink(statusOf(reply), reply.readAll()))
        return;
    reply.setProperty("cancelled", true);
    reply.abort();
}

/// A place among those that are under way, given back with it.
class Place {
public:
    Place(std::shared_ptr<ServerLink> link, std::shared_ptr<ServerLink::Visitor> visitor)
        : m_link(std::move(link))
        , m_visitor(std::move(visitor))
    {
    }
    Place(const Place &) = delete;
    Place &operator=(const Place &) = delete;
    ~Place() { m_link->leave(*m_visitor); }

private:
    std::shared_ptr<ServerLink> m_link;
    std::shared_ptr<ServerLink::Visitor> m_visitor;
};

constexpr int mostRests = 2; ///< Of one call.

QString hostOf(const QUrl &url) { return url.host() + QLatin1Char(':') + QString::number(url.port(url.scheme() == QLatin1String("https") ? 443 : 80)); }

bool isOwn(const QUrl &url, const ServerLink &link)
{
    return link.addresses().isEmpty() || std::ranges::any_of(link.addresses(), [&](const QUrl &own) { return isSameOrigin(own, url); });
}

/// How long the server wants to be left alone, as Retry-After says (RFC 9110, 10.2.3); -1: it does not say so.
qint64 restOf(const HttpReply &reply)
{
    if (reply.status != 429 && reply.status != 503)
        return -1;
    const auto said = reply.header("Retry-After").trimmed();
    bool isNumber = false;
    if (const auto seconds = said.toLongLong(&isNumber); isNumber)
        return seconds < 0 || seconds > 86'400 ? -1 : seconds * 1000;
    const auto when = QLocale::c().toDateTime(QString::fromLatin1(said), QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"));
    return when.isValid() ? std::max<qint64>(0, QDateTime::currentDateTimeUtc().msecsTo(QDateTime(when.date(), when.time(), QTimeZone::utc()))) : -1;
}

} // namespace

QByteArray HttpReply::header(const QByteArray &name) const
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

HttpClient::HttpClient(std::shared_ptr<ServerLink> link, QObject *parent)
    : QObject(parent)
    , m_link(std::move(link))
{
}

HttpClient::HttpClient(NetworkAccess access, QObject *parent)
    : HttpClient(std::make_shared<ServerLink>(QList<QUrl>(), std::move(access)), parent)
{
}

HttpClient::~HttpClient()
{
    m_closing = true;
    cancelAll();
}

void HttpClient::cancelAll()
{
    // Aborting resumes the coroutine that waits, which may start or end other calls: work on copies.
    const auto visitors = std::exchange(m_visitors, {});
    const auto replies = std::exchange(m_replies, {});
    for (const auto &one : visitors) { // all of them first: who is woken may send, which lets others in
        if (const auto visitor = one.lock())
            visitor->isGivenUp = true;
    }
    for (const auto &one : visitors) {
        if (const auto visitor = one.lock())
            visitor->woken.set();
    }
    for (const auto &reply : replies) {
        if (reply) {
            reply->setProperty("cancelled", true);
            reply->abort();
        }
    }
}

void HttpClient::watch(QNetworkReply &reply, const HttpRequest &request, QObject &context)
{
    if (request.sent)
        connect(&reply, &QNetworkReply::uploadProgress, &context,
            [network = m_link->network().get(), sent = request.sent](qint64 bytes, qint64) { network->tell([&] { sent(bytes); }); });
    if (request.sink) {
        reply.setReadBufferSize(sinkBufferBytes);
        connect(&reply, &QNetworkReply::readyRead, &context,
            [&reply, network = m_link->network().get(), sink = request.sink] { network->tell([&] { drain(reply, sink); }); });
    }
    connect(&reply, &QNetworkReply::downloadProgress, &context, [&reply, limit = request.bodyLimitBytes, hasSink = bool(request.sink)](qint64 bytes, qint64) {
        if (bytes > limit && !(hasSink && isSunk(reply)) && !reply.property("tooLarge").toBool()) {
            reply.setProperty("tooLarge", true);
            reply.abort();
        }
    });
    connect(&reply, &QNetworkReply::sslErrors, &context, [&reply, access = m_link->access()](const QList<QSslError> &errors) {
        if (access.trusts(reply.sslConfiguration().peerCertificate())) {
            reply.ignoreSslErrors(errors);
            return;
        }
        reply.setProperty("certificateFault", errors.first().errorString());
        // Qt goes on ignoring what it was once told to on a connection that it makes anew, though the certificate be another one: a list
        // that no error is in takes the place of that.
        reply.ignoreSslErrors({QSslError()});
    });
}

QCoro::Task<Result<HttpReply>> HttpClient::send(HttpRequest request)
{
    const auto link = m_link;
    if (auto may = redirects::mayGo(request, link->addresses()); !may)
        co_return tl::unexpected(may.error());
    const bool isReading = request.method == "GET" || request.method == "HEAD";
    if (isReading && !request.isForElsewhere && !isOwn(request.url, *link))
        redirects::dropCredentials(request);
    int hops = 0;
    for (int rests = 0;;) {
        auto reply = co_await exchange(request);
        if (!reply) // we may be gone
            co_return reply;
        if (const auto restMs = restOf(*reply); restMs >= 0 && restMs <= link->limits().longestRestMs) {
            link->rest(hostOf(request.url), restMs);
            if (isReading && rests++ < mostRests)
                continue;
        }
        auto further = redirects::next(request, *reply);
        if (!further)
            co_return tl::unexpected(further.error());
        if (!*further)
            co_return reply;
        if (++hops > redirects::mostHops)
            co_return fail(ErrorCode::Denied, QT_TRANSLATE_NOOP("Error", "%1 sends this request around in circles"), {originOf(request.url).toStdString()});
        request = std::move(**further);
    }
}

QCoro::Task<Result<HttpReply>> HttpClient::exchange(HttpRequest request)
{
    if (m_closing)
        co_return fail(ErrorCode::Cancelled, "Cancelled");
    const auto link = m_link;
    const auto visitor = std::make_shared<ServerLink::Visitor>();
    visitor->host = hostOf(request.url);
    m_visitors.append(visitor);
    link->enter(visitor);
    if (!visitor->isIn)
        co_await visitor->woken.next();
    std::optional<Place> place;
    if (visitor->isIn)
        place.emplace(link, visitor);
    if (visitor->isGivenUp) // perhaps by our end: no member is touched
        co_return fail(ErrorCode::Cancelled, "Cancelled");
    m_visitors.removeIf([&](const auto &one) { return one.expired() || one.lock() == visitor; });
    if (request.device && !request.device->seek(0))
        co_return fail(
            ErrorCode::Io, QT_TRANSLATE_NOOP("Error", "What is to be sent to %1 cannot be read from its beginning"), {hostOf(request.url).toStdString()});
    QNetworkRequest wire(request.url);
    // HTTP/2 was seen to ignore the read buffer's limit, and Qt to carry Authorization along a redirect.
    wire.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    wire.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    wire.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    wire.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    wire.setTransferTimeout(request.timeoutMs);
    wire.setRawHeader("User-Agent", "Berth");
    for (const auto &[name, value] : request.headers)
        wire.setRawHeader(name, value);
    if (request.url.scheme() == QLatin1String("https"))
        wire.setSslConfiguration(link->access().tls());

    const auto network = link->network();
    QNetworkReply *reply = nullptr;
    if (request.device || (request.method != "GET" && request.method != "HEAD")) {
        auto *body = new OnceBody(request.device, request.body, nullptr);
        wire.setHeader(QNetworkRequest::ContentLengthHeader, body->wholeSize()); // otherwise Qt reads it whole first
        wire.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
        reply = network->sendCustomRequest(wire, request.method, body);
        body->setParent(reply);
    } else if (request.method == "HEAD") {
        reply = network->head(wire); // as a custom request Qt would wait for a body
    } else {
        reply = network->sendCustomRequest(wire, request.method, request.body);
    }
    m_replies.removeAll(nullptr);
    m_replies.append(reply);

    const auto sink = request.sink;
    Wakeup ended;
    QObject listening; // nothing that the reply tells later reaches the caller's sink and counters
    watch(*reply, request, listening);
    connect(reply, &QNetworkReply::finished, &listening, [&ended, network = network.get()] { network->tell([&] { ended.set(); }); });
    if (!reply->isFinished())
        co_await ended.next();
    // From here on no member is touched: a cancelled wait may come from the destructor. The reply is there as long as its manager is.
    reply->deleteLater();
    if (sink && !reply->property("cancelled").toBool())
        drain(*reply, sink); // also what came before a line broke
    if (reply->property("cancelled").toBool())
        co_return fail(ErrorCode::Cancelled, "Cancelled");
    if (reply->property("tooLarge").toBool())
        co_return fail(ErrorCode::TooLarge, QT_TRANSLATE_NOOP("Error", "The answer of %1 is larger than Berth takes."), {reply->url().host().toStdString()});
    HttpReply result;
    result.status = statusOf(*reply);
    result.url = request.url;
    // After 307 and 308 Qt would send the body again, before anybody has asked for it, and says that it cannot.
    const bool isSentOn = result.status == 307 || result.status == 308;
    if (result.status == 0 || (reply->error() == QNetworkReply::ContentReSendError && !isSentOn) || (reply->error() > 0 && reply->error() < 100))
        co_return brokenOff(*reply);
    for (const auto &[name, value] : reply->rawHeaderPairs())
        result.headers.emplaceBack(name, value);
    result.body = reply->readAll();
    co_return result;
}

} // namespace berth
