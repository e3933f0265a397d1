// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <utility>

#include <QByteArray>
#include <QList>

namespace berth::test {

/// The fields of one tar header as they stand in the file; what is not set is what a decent writer would put there.
struct TarHeader {
    QByteArray name = {};
    char type = '0';
    QByteArray size = QByteArrayLiteral("00000000000"); ///< Twelve bytes at most, octal digits or base-256.
    QByteArray linkTarget = {};
    QByteArray prefix = {};
    QByteArray magic = QByteArrayLiteral("ustar\00000"); ///< "ustar  " for GNU's, empty for version 7.
    int checksumError = 0;                               ///< Added to the right checksum.
};

/// Writes tar bytes by hand, so that anything can be made that a decent program never writes.
class TarWriter {
public:
    TarWriter &file(const QByteArray &name, const QByteArray &content);
    TarWriter &folder(const QByteArray &name);
    TarWriter &symbolicLink(const QByteArray &name, const QByteArray &target);
    TarWriter &hardLink(const QByteArray &name, const QByteArray &target);

    /// GNU's long name ('L') or long link target ('K') for the entry that follows.
    TarWriter &gnuLong(char type, const QByteArray &text);

    /// A PAX header for the entry that follows ('x') or for all of them ('g').
    TarWriter &pax(const QList<std::pair<QByteArray, QByteArray>> &records, char type = 'x');

    TarWriter &header(const TarHeader &header);

    /// Bytes filled up with zeros to whole blocks.
    TarWriter &body(const QByteArray &content);

    /// What was written so far, without an end mark.
    const QByteArray &bytes() const { return m_bytes; }

    /// What was written so far and the end mark, two blocks of zeros.
    QByteArray finished() const { return m_bytes + QByteArray(1024, '\0'); }

    static QByteArray octal(qint64 size);

    /// A size as twelve bytes, base-256: big-endian, the top bit set.
    static QByteArray base256(qint64 size);

private:
    QByteArray m_bytes;
};

} // namespace berth::test
