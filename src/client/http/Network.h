// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QNetworkAccessManager>

#include "client/http/ServerLink.h"

namespace berth {

/// Knows whether one of its replies is telling something just now: then it may be that which ends us, and goes on to use the reply after it.
class ServerLink::Network final : public QNetworkAccessManager {
public:
    static void end(Network *network)
    {
        if (network->m_telling > 0)
            network->deleteLater();
        else
            delete network;
    }

    /// Counts while something of ours that a reply calls is at work. Whoever lets go of the last share in it puts the end off, so that it is
    /// still there afterwards.
    template <class Act> void tell(Act act)
    {
        ++m_telling;
        act();
        --m_telling;
    }

private:
    int m_telling = 0;
};

} // namespace berth
