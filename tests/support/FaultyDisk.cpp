// SPDX-License-Identifier: Apache-2.0
#include "support/FaultyDisk.h"

#include <QDir>
#include <QFile>

namespace berth::test {

FaultyDisk::FaultyDisk() { QDir().mkpath(root()); }

QStringList FaultyDisk::environmentFor(const Fault &fault)
{
    ++m_run;
    const auto entry = [](const char *name, const QByteArray &value) { return QLatin1String(name) + QLatin1Char('=') + QString::fromUtf8(value); };
    return {QStringLiteral("LD_PRELOAD=" BERTH_FAULTYFS), QStringLiteral("FAULTYFS_ROOT=") + root(),
        QStringLiteral("FAULTYFS_SHADOW=") + m_folder.filePath(QStringLiteral("shadow")),
        QStringLiteral("FAULTYFS_LOG=") + m_folder.filePath(QStringLiteral("calls-%1").arg(m_run)), entry("FAULTYFS_MODE", fault.mode),
        entry("FAULTYFS_AT", QByteArray::number(fault.at)), entry("FAULTYFS_MATCH", fault.match), entry("FAULTYFS_START", fault.start),
        entry("FAULTYFS_IGNORE", fault.ignore), entry("FAULTYFS_FAIL", fault.fail)};
}

QByteArrayList FaultyDisk::calls() const
{
    QFile file(m_folder.filePath(QStringLiteral("calls-%1").arg(m_run)));
    QByteArrayList calls;
    if (!file.open(QIODevice::ReadOnly))
        return calls;
    for (const auto &line : file.readAll().split('\n')) {
        const bool hit = line.startsWith("HIT ");
        const auto space = line.indexOf(' ', hit ? 4 : 0);
        if (space > 0)
            calls << (hit ? "HIT " : "") + line.mid(space + 1);
    }
    return calls;
}

QByteArray FaultyDisk::hit() const
{
    for (const auto &call : calls()) {
        if (call.startsWith("HIT "))
            return call.mid(4);
    }
    return {};
}

} // namespace berth::test
