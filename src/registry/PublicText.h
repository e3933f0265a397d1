// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "core/Result.h"

namespace berth {

/// What a client is told of a failure, and what only the log is: a sentence about a client's own doing goes out as it is; what names the
/// server's files or insides does not. An error of the server's own is logged here.
std::string publicText(const Error &error, int status);

} // namespace berth
