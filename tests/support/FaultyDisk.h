// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>
#include <QTemporaryDir>

namespace berth::test {

/// A server's disk that fails or forgets at one call: what faultyfs.cpp, preloaded into the server, is told to do.
struct Fault {
    QByteArray mode = "count"; ///< count, eio, enospc, kill, killafter, powercut, powercut-names
    int at = 0;                ///< At the n-th call, from 1.
    QByteArray match;          ///< "call:text|call:text": which calls count; all if empty.
    QByteArray start;          ///< The call that counting begins with; the first if empty.
    QByteArray ignore;         ///< Calls that only pretend.
    QByteArray fail;           ///< Syncs of which the first fails, and what it was to cover is lost though later ones succeed.
};

class FaultyDisk {
public:
    FaultyDisk();

    /// The folder below which calls count; it exists. The server's data folder goes into it.
    QString root() const { return m_folder.filePath(QStringLiteral("root")); }
    QString dataFolder() const { return root() + QStringLiteral("/data"); }

    /// Variables for RegistryProcess::start(). Forgets the calls of an earlier run.
    QStringList environmentFor(const Fault &fault);

    /// "call path" of each call counted so far, in order; the one that failed or was the last begins with "HIT ".
    QByteArrayList calls() const;
    /// The call at which the fault fell, as "call path"; empty if it never came to that.
    QByteArray hit() const;

    /// What would have survived the power cut, in place of root(): its data folder.
    QString survivingDataFolder() const { return m_folder.filePath(QStringLiteral("shadow/data")); }

private:
    QTemporaryDir m_folder;
    int m_run = 0;
};

} // namespace berth::test
