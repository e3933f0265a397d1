// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace berth {

class ConnectionList;
class LocalServer;
class RunRecord;
class TransferQueue;

/// What someone who helps needs to know, in English: versions, platform, connections without keys, last errors, where the log lies, what was
/// done last. Holds no secret. `record` may be null; `logFile` empty: there is none.
QString diagnosticsText(
    const ConnectionList &connections, const LocalServer &local, const TransferQueue &transfers, const RunRecord *record, const QString &logFile);

/// The same of a run that ended unexpectedly: what it was, and what was done last in it. Holds no name of anything that was done.
QString unfinishedRunText(const RunRecord &record, const QString &logFile);

} // namespace berth
