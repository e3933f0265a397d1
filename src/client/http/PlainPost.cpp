// SPDX-License-Identifier: Apache-2.0
#include "client/http/PlainPost.h"

#include <QHostInfo>
#include <QNetworkInterface>
#include <QNetworkReply>
#include <QSslError>
#include <QTimer>

#include "client/http/Network.h"
#include "client/http/OnceBody.h"

namespace berth {

PlainPost::PlainPost(std::shared_ptr<ServerLink> link, PlainMessage message, std::function<void(Result<PlainAnswer>)> done, QObject *parent)
    : QObject(parent)
    , m_message(std::move(message))
    , m_done(std::move(done))
    , m_link(std::move(link))
{
    QTimer::singleShot(m_message.mostMs, this, [this] {
        m_isLate = true;
        if (m_reply)
            m_reply->abort();
        else
            tell(fail(ErrorCode::Unreachable, QT_TRANSLATE_NOOP("Error", "%1 did not answer in time."), {host()}));
    });
    const auto name = m_message.url.host();
    if (!m_message.mayReach) { // whoever connects resolves it, a proxy perhaps
        QMetaObject::invokeMethod(
            this, [this] { send({}); }, Qt::QueuedConnection);
        return;
    }
    if (const QHostAddress literal(name); !literal.isNull()) {
        QMetaObject::invokeMethod(
            this, [this, literal] { resolved({literal}); }, Qt::QueuedConnection);
        return;
    }
    m_lookup = QHostInfo::lookupHost(name, this, [this](const QHostInfo &info) {
        m_lookup = -1;
        resolved(info.addresses());
    });
}

PlainPost::~PlainPost()
{
    m_done = {};
    if (m_lookup != -1)
        QHostInfo::abortHostLookup(m_lookup);
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->abort();
    }
}

std::string PlainPost::host() const
{
    const auto &url = m_message.url;
    return (url.host() + (url.port() > 0 ? QStringLiteral(":%1").arg(url.port()) : QString())).toStdString();
}

/// As the Host header has it: an IPv6 address in brackets, a name in its ASCII form.
QByteArray PlainPost::authority() const
{
    const auto &url = m_message.url;
    auto name = url.host(QUrl::FullyEncoded).toLatin1();
    if (name.contains(':') && !name.startsWith('['))
        name = '[' + name + ']';
    return url.port() > 0 ? name + ':' + QByteArray::number(url.port()) : name;
}

void PlainPost::resolved(const QList<QHostAddress> &addresses)
{
    if (m_isLate)
        return;
    if (addresses.isEmpty()) {
        tell(fail(ErrorCode::Unreachable, QT_TRANSLATE_NOOP("Error", "The name %1 cannot be resolved."), {m_message.url.host().toStdString()}));
        return;
    }
    // A name that leads to several places leads nowhere if one of them is not allowed: which of them would be tried is not ours to say.
    for (const auto &address : addresses) {
        if (!m_message.mayReach(address)) {
            tell(fail(
                ErrorCode::Denied, QT_TRANSLATE_NOOP("Error", "%1 leads to %2, where this server sends nothing"), {host(), address.toString().toStdString()}));
            return;
        }
    }
    send(addresses.front());
}

void PlainPost::send(const QHostAddress &address)
{
    auto url = m_message.url;
    const auto name = url.host();
    if (m_message.mayReach) // exactly there, whatever the name leads to by now
        url.setHost(address.toString());
    QNetworkRequest request(url);
    request.setRawHeader("Host", authority());
    request.setPeerVerifyName(name);
    request.setRawHeader("Content-Type", m_message.contentType);
    request.setRawHeader("User-Agent", "Berth");
    request.setRawHeader("Accept-Encoding", "identity");
    request.setRawHeader("Connection", "close");
    if (!m_message.authorization.isEmpty())
        request.setRawHeader("Authorization", m_message.authorization);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setSslConfiguration(m_link->access().tls());
    request.setHeader(QNetworkRequest::ContentLengthHeader, m_message.body.size());
    request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    auto *body = new OnceBody(nullptr, m_message.body, this); // Qt sends nothing of it twice
    m_reply = m_link->network()->post(request, body);
    m_reply->setReadBufferSize(m_message.mostReplyBytes);
    if (m_message.skipsCertificate)
        connect(m_reply, &QNetworkReply::sslErrors, m_reply, [reply = m_reply.data()](const QList<QSslError> &) { reply->ignoreSslErrors(); });
    connect(m_reply, &QNetworkReply::readyRead, this, &PlainPost::read);
    connect(m_reply, &QNetworkReply::finished, this, &PlainPost::finished);
}

/// Keeps the beginning; once that is full, the rest is of no interest.
void PlainPost::read()
{
    m_body += m_reply->read(m_message.mostReplyBytes - m_body.size());
    if (m_body.size() < m_message.mostReplyBytes || m_reply->bytesAvailable() == 0)
        return;
    m_isCut = true;
    m_reply->abort();
}

void PlainPost::finished()
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (m_isLate || (status == 0 && !m_isCut)) {
        tell(m_isLate
                ? fail(ErrorCode::Unreachable, QT_TRANSLATE_NOOP("Error", "%1 did not answer in time."), {host()})
                : fail(ErrorCode::Unreachable, QT_TRANSLATE_NOOP("Error", "The connection to %1 failed: %2"), {host(), m_reply->errorString().toStdString()}));
        return;
    }
    if (!m_isCut)
        m_body += m_reply->read(m_message.mostReplyBytes - m_body.size());
    PlainAnswer answer{status, {}, m_body, m_isCut};
    for (const auto &[name, value] : m_reply->rawHeaderPairs())
        answer.headers.append({name, value});
    // An answer that was broken off in its body is none.
    if (!m_isCut && m_reply->error() != QNetworkReply::NoError && status / 100 == 2) {
        tell(fail(ErrorCode::Unreachable, QT_TRANSLATE_NOOP("Error", "The connection to %1 failed: %2"), {host(), m_reply->errorString().toStdString()}));
        return;
    }
    tell(std::move(answer));
}

void PlainPost::tell(Result<PlainAnswer> answer)
{
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->deleteLater();
    }
    if (const auto done = std::exchange(m_done, {}))
        done(std::move(answer));
}

bool isGuardedAddress(const QHostAddress &address)
{
    bool isFour = false;
    const QHostAddress four(address.toIPv4Address(&isFour)); // also of an IPv6 address that stands for one
    const auto &plain = isFour ? four : address;
    const auto isIn = [&plain](const char *subnet) { return plain.isInSubnet(QHostAddress::parseSubnet(QLatin1String(subnet))); };
    if (QNetworkInterface::allAddresses().contains(plain)) // this computer by another of its names
        return true;
    if (isFour)
        return isIn("0.0.0.0/8") || isIn("127.0.0.0/8") || isIn("169.254.0.0/16") || isIn("224.0.0.0/3") || isIn("100.100.100.200/32")
            || isIn("168.63.129.16/32") || isIn("192.0.0.192/32");
    // With the old ways of writing an IPv4 address into an IPv6 one, which lead where that one does.
    return plain.isNull() || plain == QHostAddress(QHostAddress::AnyIPv6) || plain.isLoopback() || plain.isLinkLocal() || plain.isMulticast() || isIn("::/96")
        || isIn("64:ff9b::/96") || isIn("64:ff9b:1::/48") || isIn("2002::/16") || isIn("fd00:ec2::/32") || isIn("fd20:ce::254/128");
}

} // namespace berth
