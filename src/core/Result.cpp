// SPDX-License-Identifier: Apache-2.0
#include "core/Result.h"

namespace berth {

namespace {

std::string filled(const char *pattern, const std::vector<std::string> &values)
{
    std::string message;
    for (const char *at = pattern; *at; ++at) {
        const auto number = *at == '%' && at[1] >= '1' && at[1] <= '9' ? std::size_t(at[1] - '1') : values.size();
        if (number < values.size()) {
            message += values[number];
            ++at;
        } else {
            message += *at;
        }
    }
    return message;
}

} // namespace

tl::unexpected<Error> fail(ErrorCode code, const char *pattern, std::vector<std::string> values)
{
    auto message = filled(pattern, values);
    return tl::unexpected<Error>(Error{code, std::move(message), pattern, std::move(values), nullptr});
}

tl::unexpected<Error> fail(ErrorCode code, const char *pattern, std::vector<std::string> values, const Error &reason)
{
    auto all = values;
    all.push_back(reason.message);
    return tl::unexpected<Error>(Error{code, filled(pattern, all), pattern, std::move(values), std::make_shared<const Error>(reason)});
}

} // namespace berth
