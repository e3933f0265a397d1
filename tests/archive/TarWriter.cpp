// SPDX-License-Identifier: Apache-2.0
#include "archive/TarWriter.h"

#include <algorithm>

namespace berth::test {

namespace {

constexpr qsizetype blockBytes = 512;

void put(QByteArray &block, qsizetype at, qsizetype width, const QByteArray &text)
{
    std::copy_n(text.begin(), std::min(width, text.size()), block.begin() + at);
}

/// "LENGTH KEY=VALUE\n", where the length counts itself.
QByteArray paxRecord(const QByteArray &key, const QByteArray &value)
{
    const QByteArray rest = ' ' + key + '=' + value + '\n';
    qsizetype length = rest.size() + 1;
    while (QByteArray::number(length).size() + rest.size() != length)
        ++length;
    return QByteArray::number(length) + rest;
}

} // namespace

TarWriter &TarWriter::file(const QByteArray &name, const QByteArray &content)
{
    if (name.size() > 100)
        gnuLong('L', name);
    return header({.name = name, .size = octal(content.size())}).body(content);
}

TarWriter &TarWriter::folder(const QByteArray &name) { return header({.name = name + '/', .type = '5'}); }

TarWriter &TarWriter::symbolicLink(const QByteArray &name, const QByteArray &target) { return header({.name = name, .type = '2', .linkTarget = target}); }

TarWriter &TarWriter::hardLink(const QByteArray &name, const QByteArray &target) { return header({.name = name, .type = '1', .linkTarget = target}); }

TarWriter &TarWriter::gnuLong(char type, const QByteArray &text)
{
    return header({.name = "././@LongLink", .type = type, .size = octal(text.size() + 1), .magic = QByteArray("ustar  ")}).body(text + '\0');
}

TarWriter &TarWriter::pax(const QList<std::pair<QByteArray, QByteArray>> &records, char type)
{
    QByteArray content;
    for (const auto &[key, value] : records)
        content += paxRecord(key, value);
    return header({.name = "PaxHeaders/x", .type = type, .size = octal(content.size())}).body(content);
}

TarWriter &TarWriter::header(const TarHeader &header)
{
    QByteArray block(blockBytes, '\0');
    put(block, 0, 100, header.name);
    put(block, 100, 8, "0000644");
    put(block, 108, 8, "0000000");
    put(block, 116, 8, "0000000");
    put(block, 124, 12, header.size);
    put(block, 136, 12, "00000000000");
    put(block, 148, 8, "        ");
    block[156] = header.type;
    put(block, 157, 100, header.linkTarget);
    put(block, 257, 8, header.magic);
    put(block, 345, 155, header.prefix);
    qint64 sum = header.checksumError;
    for (const char c : std::as_const(block))
        sum += static_cast<unsigned char>(c);
    put(block, 148, 8, QByteArray::number(sum, 8).rightJustified(6, '0') + '\0');
    m_bytes += block;
    return *this;
}

TarWriter &TarWriter::body(const QByteArray &content)
{
    m_bytes += content;
    m_bytes.append((blockBytes - content.size() % blockBytes) % blockBytes, '\0');
    return *this;
}

QByteArray TarWriter::octal(qint64 size) { return QByteArray::number(size, 8).rightJustified(11, '0'); }

QByteArray TarWriter::base256(qint64 size)
{
    QByteArray field(12, size < 0 ? '\xff' : '\0');
    for (int i = 0; i < 8; ++i)
        field[11 - i] = char((size >> (8 * i)) & 0xff);
    field[0] = char(field[0] | '\x80');
    return field;
}

} // namespace berth::test
