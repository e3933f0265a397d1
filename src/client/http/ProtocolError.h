// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/http/HttpClient.h"

namespace berth {

/// What a refusal of the distribution protocol says, for a person. The pattern says what could not be done and has %1 for the server's own words
/// or its HTTP code.
Error protocolError(const HttpReply &reply, const char *pattern);

} // namespace berth
