// SPDX-License-Identifier: Apache-2.0
#include "archive/EntryStream.h"

#include <QString>

#include "core/Digest.h"

namespace berth {

namespace {

/// The pattern's only value is the name.
tl::unexpected<Error> refused(std::string_view name, const char *pattern) { return fail(ErrorCode::BadRequest, pattern, {shownName(name)}); }

} // namespace

std::string shownName(std::string_view name)
{
    QString text = QString::fromUtf8(name.data(), qsizetype(std::min<std::size_t>(name.size(), 200)));
    for (QChar &c : text) {
        const auto category = c.category();
        if (category == QChar::Other_Control || category == QChar::Other_Format)
            c = QLatin1Char('?');
    }
    return text.toStdString();
}

Result<std::string> canonicalEntryName(std::string_view name)
{
    if (name.size() > archivelimits::nameBytes)
        return refused(name, QT_TRANSLATE_NOOP("Error", "The archive holds the entry \"%1\", whose name is longer than 4096 bytes"));
    std::string canonical;
    std::string_view rest = name;
    if (rest.starts_with('/'))
        return refused(name, QT_TRANSLATE_NOOP("Error", "The archive holds the entry \"%1\", whose name is an absolute path"));
    for (const char c : rest) {
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f)
            return refused(name, QT_TRANSLATE_NOOP("Error", "The archive holds the entry \"%1\", whose name holds control characters"));
        if (c == '\\')
            return refused(name, QT_TRANSLATE_NOOP("Error", "The archive holds the entry \"%1\", whose name holds back-slashes"));
    }
    while (true) {
        const auto slash = rest.find('/');
        const auto part = rest.substr(0, slash);
        if (part == "..")
            return refused(name, QT_TRANSLATE_NOOP("Error", "The archive holds the entry \"%1\", whose name leads out of the archive"));
        if (part.find(':') != std::string_view::npos && !Digest::parse(part))
            return refused(name, QT_TRANSLATE_NOOP("Error", "The archive holds the entry \"%1\", whose name holds a colon, as drives and streams do"));
        if (!part.empty() && part != ".")
            canonical += (canonical.empty() ? "" : "/") + std::string(part);
        if (slash == std::string_view::npos)
            return canonical;
        rest.remove_prefix(slash + 1);
    }
}

Result<std::string> readEntry(EntryStream &entries, std::size_t limit)
{
    std::string text;
    std::byte buffer[16 << 10];
    while (true) {
        const auto count = entries.read(buffer);
        if (!count)
            return tl::unexpected(count.error());
        if (*count == 0)
            return text;
        if (text.size() + *count > limit)
            return fail(ErrorCode::TooLarge, "An entry has more than %1 bytes", {std::to_string(limit)});
        text.append(reinterpret_cast<const char *>(buffer), *count);
    }
}

} // namespace berth
