// SPDX-License-Identifier: Apache-2.0
#include "desktop/lastrun/Diagnostics.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QScreen>
#include <QSslSocket>
#include <QSysInfo>

#include "desktop/lastrun/RunRecord.h"
#include "desktop/sessions/ConnectionList.h"
#include "desktop/sessions/KindTile.h"
#include "desktop/sessions/LocalServer.h"
#include "transfer/TransferQueue.h"

namespace berth {

namespace {

QStringList programLines()
{
    return {QStringLiteral("Berth %1, Qt %2 (%3), %4")
                .arg(QCoreApplication::applicationVersion(), QString::fromLatin1(qVersion()), QGuiApplication::platformName(),
                    QSslSocket::sslLibraryVersionString()),
        QStringLiteral("%1, %2, kernel %3").arg(QSysInfo::prettyProductName(), QSysInfo::currentCpuArchitecture(), QSysInfo::kernelVersion())};
}

} // namespace

QString unfinishedRunText(const RunRecord &record, const QString &logFile)
{
    const auto &run = record.unfinished();
    if (!run)
        return {};
    QStringList lines = programLines();
    lines << QStringLiteral("Berth %1 ended unexpectedly: began %2, heard of last %3, local registry %4, %5 transfers on their way")
                 .arg(run->version, run->began.toString(Qt::ISODate), run->heardLast.toString(Qt::ISODate),
                     run->registryRan ? QStringLiteral("running") : QStringLiteral("stopped"))
                 .arg(run->transfers.size());
    if (!logFile.isEmpty())
        lines << QStringLiteral("Its log: %1.1").arg(logFile);
    lines << QStringLiteral("Done last:") << run->deeds;
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

QString diagnosticsText(
    const ConnectionList &connections, const LocalServer &local, const TransferQueue &transfers, const RunRecord *record, const QString &logFile)
{
    QStringList lines = programLines();
    if (const auto *screen = QGuiApplication::primaryScreen())
        lines << QStringLiteral("Screen %1 x %2 at %3, language %4")
                     .arg(screen->size().width())
                     .arg(screen->size().height())
                     .arg(screen->devicePixelRatio())
                     .arg(QLocale().name());
    lines << QStringLiteral("Local registry: state %1, %2%3")
                 .arg(int(local.state()))
                 .arg(local.address(), local.failure().isEmpty() ? QString() : QStringLiteral(", ") + local.failure());
    for (const auto *session : connections.sessions()) {
        const auto &connection = session->connection();
        QString line = QStringLiteral("Connection: %1, %2, state %3, %4 registries")
                           .arg(kindName(connection.kind), connection.url.toString(QUrl::RemovePath | QUrl::RemoveUserInfo))
                           .arg(int(session->state()))
                           .arg(session->registries().size());
        if (session->state() == Session::State::Failed || session->state() == Session::State::NoKey)
            line += QStringLiteral(", last error: ") + QString::fromStdString(session->error().message);
        lines << line;
    }
    for (const auto *transfer : transfers.transfers()) {
        if (!transfer->failure.isEmpty())
            lines << QStringLiteral("Transfer at %1 %: %2").arg(transfer->percent()).arg(transfer->failure);
    }
    if (!logFile.isEmpty())
        lines << QStringLiteral("Log: ") + logFile;
    if (record)
        lines << QStringLiteral("Done last:") << record->deeds();
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

} // namespace berth
