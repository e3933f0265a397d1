// SPDX-License-Identifier: Apache-2.0
#include "registry/routes/Requests.h"

#include <algorithm>
#include <charconv>

namespace berth {

Result<std::vector<std::string>> splitPath(std::string_view path)
{
    auto text = http::percentDecode(path);
    if (text && text->find('%') != std::string::npos)
        text = http::percentDecode(*text);
    if (!text)
        return tl::unexpected(text.error());
    std::vector<std::string> parts;
    std::string_view rest = *text;
    while (!rest.empty()) {
        const auto slash = rest.find('/');
        if (slash != 0)
            parts.emplace_back(rest.substr(0, slash));
        if (slash == std::string_view::npos)
            break;
        rest.remove_prefix(slash + 1);
    }
    return parts;
}

Result<Page> readPage(const http::Request &request)
{
    const auto number = [&](const char *name, std::int64_t fallback) -> std::int64_t {
        const auto text = request.parameter(name);
        if (!text)
            return fallback;
        std::int64_t value = 0;
        const auto [end, ec] = std::from_chars(text->data(), text->data() + text->size(), value);
        return ec == std::errc() && end == text->data() + text->size() ? value : -1;
    };
    const auto page = number("page", 1);
    const auto size = std::min<std::int64_t>(number("page_size", 10), 100);
    if (page < 1 || page > 1'000'000'000)
        return fail(ErrorCode::BadRequest, "page is a number from 1 on");
    if (size < 1)
        return fail(ErrorCode::BadRequest, "page_size is a number from 1 to 100");
    return Page{(page - 1) * size, size};
}

boost::asio::awaitable<Result<json::value>> readObject(http::Request &request)
{
    const auto body = co_await http::readWholeBody(*request.body, 1 << 20);
    if (!body)
        co_return tl::unexpected(body.error());
    if (body->empty())
        co_return json::value(json::object());
    auto value = json::parseStrict(*body);
    if (value && !value->is_object())
        co_return fail(ErrorCode::BadRequest, "The body is a JSON object");
    co_return value;
}

AccessKeyPair readKeyHeaders(const http::Request &request)
{
    return {std::string(request.header("x-tc-authentication-id")), Secret(std::string(request.header("x-tc-authentication-secret")))};
}

Result<std::int64_t> readNumber(const std::string &text)
{
    std::int64_t number = 0;
    const auto [end, ec] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (ec != std::errc() || end != text.data() + text.size())
        return fail(ErrorCode::NotFound, "There is no " + text + " here");
    return number;
}

} // namespace berth
