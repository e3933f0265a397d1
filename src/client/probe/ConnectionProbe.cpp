// SPDX-License-Identifier: Apache-2.0
#include "client/probe/ConnectionProbe.h"

#include <QHostAddress>
#include <QHostInfo>
#include <QTimer>

#include "client/auth/LinkTo.h"
#include "client/drivers/Drivers.h"
#include "client/roles/Registries.h"
#include "core/SizeSum.h"

namespace berth {

namespace {
constexpr int stepTimeoutMs = 10'000;
}

ConnectionProbe::ConnectionProbe(Connection connection, QObject *parent)
    : QObject(parent)
    , m_connection(std::move(connection))
{
    for (const auto kind :
        {ProbeStep::Kind::Name, ProbeStep::Kind::Tcp, ProbeStep::Kind::Tls, ProbeStep::Kind::Registry, ProbeStep::Kind::SignIn, ProbeStep::Kind::Api})
        m_steps << ProbeStep{kind};
}

ConnectionProbe::~ConnectionProbe()
{
    m_ended = true;
    if (m_lookup >= 0)
        QHostInfo::abortHostLookup(m_lookup);
}

bool ConnectionProbe::passed() const
{
    return std::all_of(m_steps.begin(), m_steps.end(),
        [](const ProbeStep &step) { return step.state == ProbeStep::State::Passed || step.state == ProbeStep::State::NotNeeded; });
}

const ProbeStep *ConnectionProbe::failure() const
{
    const auto at = std::find_if(m_steps.begin(), m_steps.end(), [](const ProbeStep &step) { return step.state == ProbeStep::State::Failed; });
    return at == m_steps.end() ? nullptr : &*at;
}

void ConnectionProbe::pass(ProbeStep::Kind kind, const Error &finding)
{
    auto &step = m_steps[int(kind)];
    step = {kind, ProbeStep::State::Passed, finding, m_clock.restart()};
    Q_EMIT stepped(step);
}

void ConnectionProbe::skip(ProbeStep::Kind kind, const Error &finding)
{
    auto &step = m_steps[int(kind)];
    step = {kind, ProbeStep::State::NotNeeded, finding, 0};
    m_clock.restart();
    Q_EMIT stepped(step);
}

void ConnectionProbe::failAt(ProbeStep::Kind kind, const Error &finding)
{
    if (m_ended)
        return;
    auto &step = m_steps[int(kind)];
    step = {kind, ProbeStep::State::Failed, finding, m_clock.restart()};
    Q_EMIT stepped(step);
    end();
}

void ConnectionProbe::end()
{
    if (m_ended)
        return;
    m_ended = true;
    if (m_socket)
        m_socket->abort();
    Q_EMIT finished();
}

void ConnectionProbe::start()
{
    m_clock.start();
    QTimer::singleShot(0, this, &ConnectionProbe::lookUp);
}

void ConnectionProbe::lookUp()
{
    const QString host = m_connection.url.host();
    const auto proxy = m_connection.network.proxyFor(m_connection.url);
    if (proxy.type() != QNetworkProxy::NoProxy) {
        skip(ProbeStep::Kind::Name, warning(QT_TRANSLATE_NOOP("Error", "The proxy %1 looks the name up."), {proxy.hostName().toStdString()}));
        connectSocket();
        return;
    }
    if (!QHostAddress(host).isNull()) {
        skip(ProbeStep::Kind::Name, warning(QT_TRANSLATE_NOOP("Error", "%1 is an address already."), {host.toStdString()}));
        connectSocket();
        return;
    }
    m_lookup = QHostInfo::lookupHost(host, this, [this, host](const QHostInfo &info) {
        m_lookup = -1;
        if (info.addresses().isEmpty()) {
            failAt(ProbeStep::Kind::Name,
                warning(QT_TRANSLATE_NOOP("Error", "The name %1 cannot be resolved. Check its spelling, and whether this network knows it."),
                    {host.toStdString()}));
            return;
        }
        pass(ProbeStep::Kind::Name, fail(ErrorCode::BadRequest, info.addresses().first().toString().toStdString()).value());
        connectSocket();
    });
}

void ConnectionProbe::connectSocket()
{
    const QUrl &url = m_connection.url;
    const bool secure = url.scheme() == QLatin1String("https");
    const quint16 port = quint16(url.port(secure ? 443 : 80));
    const auto proxy = m_connection.network.proxyFor(url);
    const bool proxied = proxy.type() != QNetworkProxy::NoProxy;
    m_socket = std::make_unique<QSslSocket>();
    // Plain HTTP is asked of the proxy itself: many make no tunnels to other ports than 443.
    m_socket->setProxy(secure ? proxy : QNetworkProxy(QNetworkProxy::NoProxy));
    connect(m_socket.get(), &QSslSocket::connected, this, [this] {
        pass(ProbeStep::Kind::Tcp);
        startTls();
    });
    connect(m_socket.get(), &QSslSocket::errorOccurred, this, [this, port, proxied, name = proxy.hostName()](QAbstractSocket::SocketError error) {
        const bool isTls = m_steps[int(ProbeStep::Kind::Tcp)].state == ProbeStep::State::Passed;
        if (isTls && m_lacksTrust)
            return; // said already
        if (isTls)
            failAt(ProbeStep::Kind::Tls,
                warning(QT_TRANSLATE_NOOP("Error", "No secure connection: %1. If the server speaks plain HTTP, write http:// before its address."),
                    {m_socket->errorString().toStdString()}));
        else if (proxied)
            failAt(ProbeStep::Kind::Tcp,
                warning(
                    QT_TRANSLATE_NOOP("Error", "The proxy %1 did not make the connection: %2."), {name.toStdString(), m_socket->errorString().toStdString()}));
        else if (error == QAbstractSocket::ConnectionRefusedError)
            failAt(ProbeStep::Kind::Tcp,
                warning(QT_TRANSLATE_NOOP("Error", "Nothing accepts connections at port %1. Is the server running, and is the port right?"),
                    {std::to_string(port)}));
        else
            failAt(ProbeStep::Kind::Tcp,
                warning(QT_TRANSLATE_NOOP("Error", "Port %1 could not be reached: %2. A firewall or a VPN may be in the way."),
                    {std::to_string(port), m_socket->errorString().toStdString()}));
    });
    QTimer::singleShot(stepTimeoutMs, m_socket.get(), [this, port] {
        if (m_steps[int(ProbeStep::Kind::Tcp)].state == ProbeStep::State::NotReached)
            failAt(ProbeStep::Kind::Tcp,
                warning(
                    QT_TRANSLATE_NOOP("Error", "Port %1 did not answer within 10 seconds. A firewall or a VPN may be in the way."), {std::to_string(port)}));
    });
    if (proxied && !secure)
        m_socket->connectToHost(proxy.hostName(), proxy.port());
    else
        m_socket->connectToHost(url.host(), port);
}

void ConnectionProbe::startTls()
{
    if (m_connection.url.scheme() != QLatin1String("https")) {
        skip(ProbeStep::Kind::Tls, warning(QT_TRANSLATE_NOOP("Error", "Plain HTTP: what is sent can be read on the way.")));
        askRegistry();
        return;
    }
    m_socket->setSslConfiguration(m_connection.network.tls());
    m_socket->setPeerVerifyName(m_connection.url.host());
    QTimer::singleShot(stepTimeoutMs, m_socket.get(), [this] {
        if (m_steps[int(ProbeStep::Kind::Tls)].state == ProbeStep::State::NotReached)
            failAt(ProbeStep::Kind::Tls,
                warning(QT_TRANSLATE_NOOP("Error", "The server did not answer within 10 seconds. If it speaks plain HTTP, write http:// before its address.")));
    });
    connect(m_socket.get(), &QSslSocket::sslErrors, this, [this](const QList<QSslError> &errors) {
        m_chain = m_socket->peerCertificateChain();
        if (m_connection.network.trusts(m_socket->peerCertificate())) {
            m_socket->ignoreSslErrors(errors);
            return;
        }
        m_lacksTrust = true;
        failAt(ProbeStep::Kind::Tls, warning(QT_TRANSLATE_NOOP("Error", "The certificate is not trusted: %1."), {errors.first().errorString().toStdString()}));
    });
    connect(m_socket.get(), &QSslSocket::encrypted, this, [this] {
        m_chain = m_socket->peerCertificateChain();
        const auto until = m_socket->peerCertificate().expiryDate();
        pass(ProbeStep::Kind::Tls,
            warning(QT_TRANSLATE_NOOP("Error", "Certificate valid until %1."),
                {QLocale().toString(until.toLocalTime().date(), QLocale::ShortFormat).toStdString()}));
        askRegistry();
    });
    m_socket->startClientEncryption();
}

QCoro::Task<> ConnectionProbe::askRegistry()
{
    m_socket->abort();
    // The first answer is asked for without credentials: what is not a registry must not see them.
    Connection nobody = m_connection;
    nobody.keyId.clear();
    nobody.secret = {};
    m_client = std::make_unique<RegistryClient>(nobody);
    const auto anonymous = co_await m_client->signIn();
    if (!anonymous && anonymous.error().code == ErrorCode::Cancelled)
        co_return;
    if (!anonymous && anonymous.error().code != ErrorCode::Unauthorized && anonymous.error().code != ErrorCode::Denied) {
        failAt(ProbeStep::Kind::Registry, anonymous.error());
        co_return;
    }
    pass(ProbeStep::Kind::Registry);
    if (m_connection.keyId.isEmpty()) {
        if (!anonymous) {
            failAt(ProbeStep::Kind::SignIn, warning(QT_TRANSLATE_NOOP("Error", "The server wants an access key or a user name, and none is given.")));
            co_return;
        }
        skip(ProbeStep::Kind::SignIn, warning(QT_TRANSLATE_NOOP("Error", "The server lets anyone in.")));
    } else {
        m_client = std::make_unique<RegistryClient>(m_connection);
        const auto signedIn = co_await m_client->signIn();
        if (!signedIn && signedIn.error().code == ErrorCode::Cancelled)
            co_return;
        if (!signedIn) {
            failAt(ProbeStep::Kind::SignIn,
                signedIn.error().code == ErrorCode::Unauthorized
                    ? warning(QT_TRANSLATE_NOOP("Error", "The server does not know this access key, or its secret is another one."))
                    : signedIn.error());
            co_return;
        }
        pass(ProbeStep::Kind::SignIn);
    }
    askApi();
}

QCoro::Task<> ConnectionProbe::askApi()
{
    m_server = makeServer(m_connection, linkTo(m_connection));
    auto *list = m_server ? m_server->as<Registries>() : nullptr;
    if (!list) {
        skip(ProbeStep::Kind::Api, {});
        end();
        co_return;
    }
    const auto registries = co_await list->listRegistries({});
    if (!registries && registries.error().code == ErrorCode::Cancelled)
        co_return;
    if (!registries && registries.error().code == ErrorCode::Unsupported) {
        skip(ProbeStep::Kind::Api, registries.error());
        end();
        co_return;
    }
    if (!registries) {
        failAt(ProbeStep::Kind::Api, registries.error());
        co_return;
    }
    m_registryCount = registries->rows.size();
    m_imageCount = 0;
    for (const auto &row : registries->rows)
        m_imageCount = sizeSum(m_imageCount, row.imageCount);
    m_answeredMs = m_clock.elapsed();
    pass(ProbeStep::Kind::Api);
    end();
}

} // namespace berth
