// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

namespace berth::test {

/// Bytes through gzip, zstd, xz or bzip2 as the programs of those names write them. Ends the test program if one is missing.
QByteArray packed(const QString &program, const QByteArray &bytes);

/// Bytes cut into pieces that are packed each for itself: gzip members, zstd frames or xz streams.
QByteArray packedInPieces(const QString &program, const QByteArray &bytes, qsizetype pieceBytes);

/// What `program -dc` makes of the bytes; empty if it objects.
QByteArray unpacked(const QString &program, const QByteArray &bytes);

} // namespace berth::test
