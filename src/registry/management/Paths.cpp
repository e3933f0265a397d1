// SPDX-License-Identifier: Apache-2.0
#include "registry/management/Paths.h"

#include <algorithm>
#include <charconv>

namespace berth::ncr {

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

ImagePath readImagePath(const std::vector<std::string> &parts)
{
    const auto at = [&](std::size_t fromEnd) -> std::string_view {
        return parts.size() > fromEnd ? std::string_view(parts[parts.size() - 1 - fromEnd]) : std::string_view();
    };
    ImagePath path;
    const auto nameUpTo = [&](std::size_t used) {
        for (std::size_t i = 0; i + used < parts.size(); ++i)
            path.image += (i == 0 ? "" : "/") + parts[i];
    };
    if (at(3) == "artifacts" && at(1) == "tags") {
        nameUpTo(4);
        path.reference = at(2);
        path.hasTags = true;
        path.tag = at(0);
    } else if (at(3) == "artifacts" && at(1) == "additions") {
        nameUpTo(4);
        path.reference = at(2);
        path.other = "additions";
    } else if (at(2) == "artifacts" && (at(0) == "tags" || at(0) == "scan")) {
        nameUpTo(3);
        path.reference = at(1);
        path.hasTags = at(0) == "tags";
        path.other = at(0) == "scan" ? "scan" : "";
    } else if (at(1) == "artifacts") {
        nameUpTo(2);
        path.reference = at(0);
    } else if (at(0) == "artifacts") {
        nameUpTo(1);
        path.listsArtifacts = true;
    } else {
        nameUpTo(0);
    }
    return path;
}

} // namespace berth::ncr
