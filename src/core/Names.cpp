// SPDX-License-Identifier: Apache-2.0
#include "core/Names.h"

#include <algorithm>
#include <array>

#include <QString>

#include "core/Digest.h"

namespace berth {

namespace {

bool isAlnum(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

bool isSeparator(std::string_view run)
{
    return run == "." || run == "_" || run == "__" || std::ranges::all_of(run, [](char c) { return c == '-'; });
}

/// One path component: alphanumeric runs joined by ".", "_", "__" or dashes.
bool isComponent(std::string_view text)
{
    if (text.empty() || !isAlnum(text.front()) || !isAlnum(text.back()))
        return false;
    for (size_t i = 0; i < text.size();) {
        if (isAlnum(text[i])) {
            ++i;
            continue;
        }
        const size_t start = i;
        while (i < text.size() && !isAlnum(text[i]))
            ++i;
        if (!isSeparator(text.substr(start, i - start)))
            return false;
    }
    return true;
}

constexpr std::array<std::string_view, 5> reservedNames{"v2", "api", "service", "ncr", "c"};

/// Revised Romanization, plain: enough for a name that its owner recognises.
QString romanise(char16_t syllable)
{
    static constexpr std::array<const char *, 19> initials{"g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h"};
    static constexpr std::array<const char *, 21> vowels{
        "a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu", "eu", "ui", "i"};
    static constexpr std::array<const char *, 28> finals{
        "", "k", "k", "k", "n", "n", "n", "t", "l", "l", "l", "l", "l", "l", "l", "l", "m", "p", "p", "t", "t", "ng", "t", "t", "k", "t", "p", "t"};
    const int index = syllable - 0xAC00;
    return QLatin1String(initials[static_cast<size_t>(index / 588)]) + QLatin1String(vowels[static_cast<size_t>(index % 588 / 28)])
        + QLatin1String(finals[static_cast<size_t>(index % 28)]);
}

} // namespace

Result<void> checkRegistryName(std::string_view name)
{
    if (name.empty() || name.size() > maxFullNameLength || !isAlnum(name.front()) || !isAlnum(name.back()))
        return fail(ErrorCode::NameInvalid, "A registry name has 1 to 255 characters and begins and ends with a-z or 0-9");
    for (size_t i = 0; i < name.size(); ++i) {
        if (isAlnum(name[i]))
            continue;
        if ((name[i] != '.' && name[i] != '_' && name[i] != '-') || !isAlnum(name[i + 1]))
            return fail(ErrorCode::NameInvalid, "A registry name uses a-z, 0-9 and single . _ - between them");
    }
    if (std::ranges::find(reservedNames, name) != reservedNames.end())
        return fail(ErrorCode::NameInvalid, "The name \"%1\" is reserved for the server's own addresses", {std::string(name)});
    return {};
}

Result<void> checkImageName(std::string_view name)
{
    size_t start = 0;
    while (true) {
        const size_t slash = name.find('/', start);
        const auto component = name.substr(start, slash - start);
        if (!isComponent(component))
            return fail(ErrorCode::NameInvalid, "Image names use a-z, 0-9 and - _ . / with separators only between letters or digits");
        if (slash == std::string_view::npos)
            break;
        start = slash + 1;
    }
    if (name.size() > maxFullNameLength)
        return fail(ErrorCode::NameInvalid, "An image name has at most 255 characters");
    return {};
}

Result<void> checkTag(std::string_view tag)
{
    const auto word = [](char c) { return isAlnum(c) || (c >= 'A' && c <= 'Z') || c == '_'; };
    const bool good =
        !tag.empty() && tag.size() <= 128 && word(tag.front()) && std::ranges::all_of(tag, [&](char c) { return word(c) || c == '.' || c == '-'; });
    if (!good)
        return fail(ErrorCode::TagInvalid, "A tag has 1 to 128 letters, digits or _ . - and does not begin with . or -");
    return {};
}

Result<void> checkUserName(std::string_view name)
{
    const bool good = !name.empty() && name.size() <= 64
        && std::ranges::all_of(name, [](char c) { return isAlnum(c) || (c >= 'A' && c <= 'Z') || c == '.' || c == '_' || c == '-' || c == '@'; });
    if (!good)
        return fail(ErrorCode::NameInvalid, "A user's name has 1 to 64 letters, digits and . _ - @");
    return {};
}

Result<RepositoryName> RepositoryName::parse(std::string_view path)
{
    if (auto ok = checkImageName(path); !ok)
        return tl::unexpected(ok.error());
    const size_t slash = path.find('/');
    if (slash == std::string_view::npos)
        return RepositoryName(std::string(defaultRegistry), std::string(path));
    return RepositoryName(std::string(path.substr(0, slash)), std::string(path.substr(slash + 1)));
}

Result<RepositoryName> RepositoryName::of(std::string_view registry, std::string_view image)
{
    if (auto ok = checkRegistryName(registry); !ok)
        return tl::unexpected(ok.error());
    if (auto ok = checkImageName(image); !ok)
        return tl::unexpected(ok.error());
    return RepositoryName(std::string(registry), std::string(image));
}

Result<ImageReference> ImageReference::parse(std::string_view text)
{
    ImageReference reference;
    if (const size_t at = text.find('@'); at != std::string_view::npos) {
        const auto digest = Digest::parse(text.substr(at + 1));
        if (!digest)
            return tl::unexpected(digest.error());
        reference.digest = digest->toString();
        text = text.substr(0, at);
    }
    if (const size_t slash = text.find('/'); slash != std::string_view::npos) {
        const auto first = text.substr(0, slash);
        if (first == "localhost" || first.find_first_of(".:") != std::string_view::npos) {
            reference.host = first;
            text = text.substr(slash + 1);
        }
    }
    if (const size_t colon = text.rfind(':'); colon != std::string_view::npos) {
        reference.tag = text.substr(colon + 1);
        text = text.substr(0, colon);
        if (auto ok = checkTag(reference.tag); !ok)
            return tl::unexpected(ok.error());
    }
    reference.path = text;
    if (auto ok = checkImageName(text); !ok)
        return tl::unexpected(ok.error());
    return reference;
}

std::string suggestImageName(std::string_view utf8)
{
    QString name;
    const QString text = QString::fromUtf8(utf8.data(), qsizetype(utf8.size())).normalized(QString::NormalizationForm_C);
    for (const QChar c : text) {
        const char16_t unit = c.unicode();
        if (unit >= 0xAC00 && unit <= 0xD7A3)
            name += romanise(unit);
        else if (unit < 128 && isAlnum(char(c.toLower().unicode())))
            name += c.toLower();
        else if (unit == u'.' || unit == u'_' || unit == u'-')
            name += c;
        else
            name += QLatin1Char('-');
    }
    std::string result;
    for (const char c : name.toStdString()) {
        const bool separator = !isAlnum(c);
        if (separator && (result.empty() || !isAlnum(result.back())))
            continue;
        result += c;
    }
    result = result.substr(0, 100);
    while (!result.empty() && !isAlnum(result.back()))
        result.pop_back();
    return result.empty() ? "image" : result;
}

} // namespace berth
