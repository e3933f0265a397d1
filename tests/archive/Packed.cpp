// SPDX-License-Identifier: Apache-2.0
#include "archive/Packed.h"

#include <QProcess>

namespace berth::test {

namespace {

QByteArray piped(const QString &program, const QStringList &arguments, const QByteArray &bytes)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForStarted())
        qFatal("The program %s is missing; its package has the same name (xz: xz-utils)", qPrintable(program));
    process.write(bytes);
    process.closeWriteChannel();
    process.waitForFinished(60'000);
    return process.exitCode() == 0 ? process.readAllStandardOutput() : QByteArray();
}

} // namespace

QByteArray packed(const QString &program, const QByteArray &bytes) { return piped(program, {QStringLiteral("-c")}, bytes); }

QByteArray packedInPieces(const QString &program, const QByteArray &bytes, qsizetype pieceBytes)
{
    QByteArray result;
    for (qsizetype at = 0; at < bytes.size(); at += pieceBytes)
        result += packed(program, bytes.mid(at, pieceBytes));
    return result;
}

QByteArray unpacked(const QString &program, const QByteArray &bytes) { return piped(program, {QStringLiteral("-dc")}, bytes); }

} // namespace berth::test
