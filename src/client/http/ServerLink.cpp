// SPDX-License-Identifier: Apache-2.0
#include "client/http/ServerLink.h"

#include <algorithm>

#include <QDeadlineTimer>
#include <QNetworkProxyFactory>

#include "client/http/Network.h"

namespace berth {

namespace {

constexpr qint64 minuteMs = 60'000;

qint64 steadyMs() { return QDeadlineTimer::current(Qt::PreciseTimer).deadline(); }

/// Asked when a call really starts, which is later than send() and may be after the send() of another address.
class ProxyByAddress final : public QNetworkProxyFactory {
public:
    explicit ProxyByAddress(NetworkAccess access)
        : m_access(std::move(access))
    {
    }
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override { return {m_access.proxyFor(query.url())}; }

private:
    NetworkAccess m_access;
};

} // namespace

ServerLink::ServerLink(QList<QUrl> addresses, NetworkAccess access, LinkLimits limits)
    : m_addresses(std::move(addresses))
    , m_access(std::move(access))
    , m_limits(limits)
    , m_network(new Network, Network::end)
{
    m_network->setProxyFactory(new ProxyByAddress(m_access));
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &ServerLink::admit);
}

ServerLink::~ServerLink() = default;

void ServerLink::forgetOldStarts()
{
    while (!m_starts.empty() && m_starts.front() <= steadyMs() - minuteMs)
        m_starts.pop_front();
}

qint64 ServerLink::waitFor(const QString &host)
{
    const auto now = steadyMs();
    forgetOldStarts();
    qint64 wait = std::max<qint64>(0, m_restUntil.value(host) - now);
    if (m_limits.requestsAMinute > 0 && std::ssize(m_starts) >= m_limits.requestsAMinute)
        wait = std::max(wait, m_starts.front() + minuteMs - now + 1);
    return wait;
}

void ServerLink::enter(const std::shared_ptr<Visitor> &visitor)
{
    m_waiting.push_back(visitor);
    admit();
}

void ServerLink::leave(const Visitor &visitor)
{
    if (--m_underWay[visitor.host] == 0)
        m_underWay.remove(visitor.host);
    m_next.start(0); // not within the end of the one that leaves
}

void ServerLink::rest(const QString &host, qint64 ms) { m_restUntil[host] = std::max(m_restUntil.value(host), steadyMs() + ms); }

void ServerLink::admit()
{
    std::erase_if(m_waiting, [](const auto &visitor) { return visitor->isGivenUp; });
    std::vector<std::shared_ptr<Visitor>> admitted;
    qint64 soonest = -1;
    std::erase_if(m_waiting, [&](const auto &visitor) {
        if (m_underWay.value(visitor->host) >= m_limits.slotsAHost)
            return false;
        if (const auto wait = waitFor(visitor->host); wait > 0) {
            soonest = soonest < 0 ? wait : std::min(soonest, wait);
            return false;
        }
        ++m_underWay[visitor->host];
        m_starts.push_back(steadyMs());
        visitor->isIn = true;
        admitted.push_back(visitor);
        return true;
    });
    if (soonest >= 0)
        m_next.start(int(soonest));
    for (const auto &visitor : admitted)
        visitor->woken.set(); // which may end us
}

ServerLink::Traffic ServerLink::traffic()
{
    forgetOldStarts();
    Traffic traffic;
    for (const int count : std::as_const(m_underWay))
        traffic.underWay += count;
    traffic.waiting = int(std::ranges::count_if(m_waiting, [](const auto &visitor) { return !visitor->isGivenUp; }));
    traffic.lastMinute = int(m_starts.size());
    for (const auto until : std::as_const(m_restUntil))
        traffic.restsForMs = std::max(traffic.restsForMs, until - steadyMs());
    return traffic;
}

} // namespace berth
