// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <boost/asio/awaitable.hpp>

#include "registry/http/Message.h"
#include "registry/routes/Right.h"

namespace berth {

/// What an address gives for the words of its pattern.
class Parameters {
public:
    void add(std::string_view name, std::string value) { m_values.emplace_back(name, std::move(value)); }

    /// Empty if the pattern has no such word.
    const std::string &operator[](std::string_view name) const;

private:
    std::vector<std::pair<std::string_view, std::string>> m_values; ///< Names lie in the pattern.
};

/// Whether the components of a path are of that pattern, as in "registries/{registry}/images/{image...}/artifacts": {word} stands for one component,
/// {word...} for one or more of them, once in a pattern at most.
bool matches(std::string_view pattern, std::span<const std::string> components, Parameters &parameters);

/// One call of an API: what is asked, what for, by whom it may be, and who answers. Every API is a table of these; its dispatcher finds the row,
/// checks the right and calls the handler. Rows of one pattern stand together, and the more special patterns before those that would take their addresses.
template <class Call> struct Route {
    http::Method method;
    const char *pattern;
    Right right;
    boost::asio::awaitable<http::Response> (*handler)(Call &);
};

/// What a table has for an address.
template <class Call> struct Found {
    const Route<Call> *route = nullptr; ///< Null: nothing, or another method.
    Parameters parameters;
    std::string allowed; ///< The methods of that address, "GET, HEAD"; empty: it is none.
};

template <class Call> Found<Call> findRoute(std::span<const Route<Call>> routes, http::Method method, std::span<const std::string> components)
{
    Found<Call> found;
    std::string_view pattern;
    for (const auto &route : routes) {
        if (found.allowed.empty()) {
            Parameters parameters;
            if (!matches(route.pattern, components, parameters))
                continue;
            pattern = route.pattern;
            found.parameters = std::move(parameters);
        } else if (pattern != route.pattern) {
            break;
        }
        found.allowed += (found.allowed.empty() ? "" : ", ") + std::string(http::nameOf(route.method));
        if (route.method == method)
            found.route = &route;
    }
    return found;
}

} // namespace berth
