// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>

#include <QByteArray>
#include <QHostAddress>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QUrl>

#include "core/Result.h"

class QNetworkReply;

namespace berth {

class ServerLink;

/// One message to a place that somebody has named, such as a webhook's target.
struct PlainMessage {
    QUrl url;
    QByteArray contentType;
    QByteArray authorization; ///< Word for word; empty: none.
    QByteArray body;
    bool skipsCertificate = false;
    /// Asked for the address before anything is sent there; the connection goes to exactly that one. Empty: everywhere.
    std::function<bool(const QHostAddress &)> mayReach = {};
    int mostMs = 10'000;              ///< For all of it.
    qint64 mostReplyBytes = 64 << 10; ///< What is longer is cut.
};

struct PlainAnswer {
    int status = 0;
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;
    bool isCut = false;
};

/// POSTs one message, once: no redirect is followed, no cookie kept, no credential but the given one sent, nothing sent again.
///
/// Belongs to the thread that made it. Destroying it breaks off without a word.
class PlainPost : public QObject {
    Q_OBJECT

public:
    /// Of the link only network, trust and proxies are used; one that looks at certificates needs another link than one that does not. `done` is called once,
    /// on this thread: with an answer of any status, or Unreachable or Denied with a sentence. It may destroy this.
    PlainPost(std::shared_ptr<ServerLink> link, PlainMessage message, std::function<void(Result<PlainAnswer>)> done, QObject *parent = nullptr);
    ~PlainPost() override;

private:
    void resolved(const QList<QHostAddress> &addresses);
    void send(const QHostAddress &address);
    void read();
    void finished();
    void tell(Result<PlainAnswer> answer);
    std::string host() const;
    QByteArray authority() const;

    PlainMessage m_message;
    std::function<void(Result<PlainAnswer>)> m_done;
    std::shared_ptr<ServerLink> m_link;
    QPointer<QNetworkReply> m_reply;
    QByteArray m_body;
    bool m_isCut = false;
    bool m_isLate = false;
    int m_lookup = -1;
};

/// True for addresses that a server which others reach does not send to for them: this computer itself, link-local ones, those of the
/// metadata services of clouds, and what is no address of one host. Private ranges are allowed.
bool isGuardedAddress(const QHostAddress &address);

} // namespace berth
