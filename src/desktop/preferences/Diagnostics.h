// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace berth {

class ConnectionList;
class LocalServer;
class TransferQueue;

/// What someone who helps needs to know, in English: versions, platform, connections without keys, last errors. Holds no secret.
QString diagnosticsText(const ConnectionList &connections, const LocalServer &local, const TransferQueue &transfers);

} // namespace berth
