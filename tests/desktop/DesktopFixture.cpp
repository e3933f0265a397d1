// SPDX-License-Identifier: Apache-2.0
#include "DesktopFixture.h"

#include <QTcpServer>

namespace berth::test {

int DesktopFixture::freePort()
{
    QTcpServer probe;
    probe.listen(QHostAddress::LocalHost);
    return probe.serverPort();
}

} // namespace berth::test
