// SPDX-License-Identifier: Apache-2.0
#include "registry/distribution/Paging.h"

#include <algorithm>
#include <charconv>

namespace berth {

Result<ListWindow> readWindow(const http::Request &request)
{
    constexpr std::int64_t most = 1000;
    ListWindow window;
    window.last = request.parameter("last").value_or("");
    if (const auto text = request.parameter("n")) {
        std::int64_t count = 0;
        const auto [end, ec] = std::from_chars(text->data(), text->data() + text->size(), count);
        if (ec != std::errc() || end != text->data() + text->size() || count < 0)
            return fail(ErrorCode::BadRequest, "n is a number from 0 on");
        window.count = std::min(count, most);
    }
    return window;
}

std::string nextLink(const std::string &path, std::int64_t count, const std::string &last, const std::string &more)
{
    return "<" + path + "?n=" + std::to_string(count) + "&last=" + http::percentEncode(last) + more + ">; rel=\"next\"";
}

} // namespace berth
