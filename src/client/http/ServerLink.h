// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <memory>

#include <QDateTime>
#include <QHash>
#include <QList>
#include <QObject>
#include <QTimer>
#include <QUrl>

#include "client/http/NetworkAccess.h"
#include "core/Wakeup.h"

class QNetworkAccessManager;

namespace berth {

struct LinkLimits {
    int slotsAHost = 6;            ///< Requests under way at once.
    int requestsAMinute = 0;       ///< More of them wait; 0: as many as come.
    qint64 longestRestMs = 10'000; ///< A server that wants to be left alone longer gets no second try: its answer is told.
};

/// Everything that touches the network of one server, in one session and thread: the access manager, how many requests are under way at once,
/// when the server wants to be left alone, trust and proxy. Shared by the HttpClients of all that talk to that server.
///
/// Belongs to the thread that made it.
class ServerLink : public QObject {
    Q_OBJECT

public:
    /// `addresses`: those of the server, the main one first; bodies and changes go nowhere else. None: to whichever is asked first.
    explicit ServerLink(QList<QUrl> addresses = {}, NetworkAccess access = {}, LinkLimits limits = {});
    ~ServerLink() override;

    const QList<QUrl> &addresses() const { return m_addresses; }
    const NetworkAccess &access() const { return m_access; }
    const LinkLimits &limits() const { return m_limits; }

    /// Somebody who wants to send. It is woken when it is let in; who gives up says so and wakes itself.
    struct Visitor {
        QString host;
        bool isIn = false;
        bool isGivenUp = false;
        Wakeup woken = {};
    };

    /// Lets it in, now if there is room.
    void enter(const std::shared_ptr<Visitor> &visitor);
    void leave(const Visitor &visitor);

    /// The host wants to be left alone for so long.
    void rest(const QString &host, qint64 ms);

    /// What can be shown.
    struct Traffic {
        int underWay = 0;
        int waiting = 0;
        int lastMinute = 0;   ///< Requests that began within it.
        qint64 restsForMs = 0; ///< Of the host that rests longest.
    };
    Traffic traffic();

    /// Qt's part. Ended with the last share in it.
    class Network;
    const std::shared_ptr<Network> &network() const { return m_network; }

private:
    void admit();
    void forgetOldStarts();
    /// Milliseconds till one more may begin there; 0: now.
    qint64 waitFor(const QString &host);

    QList<QUrl> m_addresses;
    NetworkAccess m_access;
    LinkLimits m_limits;
    std::shared_ptr<Network> m_network;
    std::deque<std::shared_ptr<Visitor>> m_waiting;
    QHash<QString, int> m_underWay;     ///< By host.
    QHash<QString, qint64> m_restUntil; ///< By host, in milliseconds of a clock that nobody sets.
    std::deque<qint64> m_starts;
    QTimer m_next;
};

} // namespace berth
