// SPDX-License-Identifier: Apache-2.0
#include "registry/distribution/Conditions.h"

namespace berth {

std::string entityTag(const std::string &digest) { return "\"" + digest + "\""; }

bool isKnownToClient(const http::Request &request, const std::string &digest)
{
    const auto tag = entityTag(digest);
    for (const auto &[name, value] : request.headers) {
        if (name != "if-none-match")
            continue;
        // Digests hold neither commas nor quotes, so a tag between the separators of a list is one of its elements.
        std::string_view rest = value;
        while (true) {
            const auto comma = rest.find(',');
            auto element = rest.substr(0, comma);
            while (element.starts_with(' ') || element.starts_with('\t'))
                element.remove_prefix(1);
            while (element.ends_with(' ') || element.ends_with('\t'))
                element.remove_suffix(1);
            if (element.starts_with("W/"))
                element.remove_prefix(2);
            if (element == "*" || element == tag)
                return true;
            if (comma == std::string_view::npos)
                break;
            rest.remove_prefix(comma + 1);
        }
    }
    return false;
}

} // namespace berth
