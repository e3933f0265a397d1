// SPDX-License-Identifier: Apache-2.0
#include "registry/http/Message.h"

#include <algorithm>

#include <QByteArray>

#include "core/Text.h"

namespace berth::http {

std::string_view Request::header(std::string_view name) const
{
    for (const auto &[key, value] : headers) {
        if (key == name)
            return value;
    }
    return {};
}

bool Request::hasHeader(std::string_view name) const
{
    return std::ranges::any_of(headers, [&](const auto &header) { return header.first == name; });
}

std::optional<std::string> Request::parameter(std::string_view name) const
{
    for (const auto &[key, value] : query) {
        if (key == name)
            return value;
    }
    return std::nullopt;
}

std::vector<std::string> Request::parameters(std::string_view name) const
{
    std::vector<std::string> values;
    for (const auto &[key, value] : query) {
        if (key == name)
            values.push_back(value);
    }
    return values;
}

std::int64_t Response::bodyLength() const
{
    if (headLength)
        return *headLength;
    if (const auto *text = std::get_if<std::string>(&body))
        return std::int64_t(text->size());
    if (const auto *shared = std::get_if<SharedBody>(&body))
        return std::int64_t((*shared)->size());
    const auto &blob = std::get<BlobBody>(body);
    auto length = std::int64_t(blob.after.size());
    for (const auto &piece : blob.pieces)
        length += std::int64_t(piece.before.size()) + piece.length;
    return length;
}

Response jsonResponse(int status, const json::value &body) { return Response{status, {{"Content-Type", "application/json"}}, json::serialize(body), {}}; }

Result<std::string> percentDecode(std::string_view text)
{
    const auto digit = [](char c) {
        if (c >= '0' && c <= '9')
            return c - '0';
        if (c >= 'a' && c <= 'f')
            return c - 'a' + 10;
        if (c >= 'A' && c <= 'F')
            return c - 'A' + 10;
        return -1;
    };
    std::string result;
    result.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            result += text[i];
            continue;
        }
        if (i + 2 >= text.size() || digit(text[i + 1]) < 0 || digit(text[i + 2]) < 0)
            return fail(ErrorCode::BadRequest, "The address holds a broken percent sequence");
        result += char(digit(text[i + 1]) * 16 + digit(text[i + 2]));
        i += 2;
    }
    if (!isCleanText(result))
        return fail(ErrorCode::BadRequest, "The address holds text that is not clean UTF-8");
    return result;
}

Result<std::string> queryDecode(std::string_view text)
{
    std::string spaced(text);
    std::ranges::replace(spaced, '+', ' ');
    return percentDecode(spaced);
}

std::string percentEncode(std::string_view text) { return QByteArray(text.data(), qsizetype(text.size())).toPercentEncoding().toStdString(); }

std::string_view nameOf(Method method)
{
    static constexpr std::string_view names[] = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "This method"};
    return names[std::size_t(method)];
}

boost::asio::awaitable<Result<std::string>> readWholeBody(BodyReader &body, std::size_t limit)
{
    const auto announced = body.length().value_or(0);
    if (announced > limit)
        co_return fail(ErrorCode::TooLarge, "The body has more than " + std::to_string(limit) + " bytes");
    std::string text;
    text.reserve(std::size_t(announced)); // touched as bytes come
    std::vector<std::byte> buffer(64 << 10);
    while (true) {
        const auto count = co_await body.read(buffer);
        if (!count)
            co_return tl::unexpected(count.error());
        if (*count == 0)
            co_return text;
        if (text.size() + *count > limit)
            co_return fail(ErrorCode::TooLarge, "The body has more than " + std::to_string(limit) + " bytes");
        text.append(reinterpret_cast<const char *>(buffer.data()), *count);
    }
}

} // namespace berth::http
