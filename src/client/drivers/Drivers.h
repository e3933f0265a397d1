// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/roles/Driver.h"

namespace berth {

/// The kinds of server that this program knows, in the order of the connect dialog. A new one is a folder and a row here.
const QList<Driver> &drivers();

/// Null for a kind that is not among them.
const Driver *driverOf(const QString &kind);

/// The driver for that connection, over a link that others use as well. Null for a kind that this program does not know.
std::unique_ptr<RemoteServer> makeServer(const Connection &connection, const std::shared_ptr<ServerLink> &link);

} // namespace berth
