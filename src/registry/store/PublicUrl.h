// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "core/Result.h"

namespace berth {

/// The address under which the world reaches a server, as where a proxy that ends TLS stands before it.
struct PublicUrl {
    std::string scheme;    ///< "http" or "https".
    std::string authority; ///< "registry.example" or "registry.example:8443", in lower case.

    /// BadRequest for anything but scheme, host and port.
    static Result<PublicUrl> parse(const std::string &text);
};

} // namespace berth
