// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/Result.h"

namespace berth {

/// How the APIs say an error, one row for each ErrorCode. docker shows the sentence of 403, 413 and 429 at once, of 5xx only "unexpected HTTP
/// status" after five tries: so a full disk is 413, and 5xx is kept for defects of our own.
struct ErrorWords {
    ErrorCode code;
    int protocolStatus;       ///< Of the distribution protocol.
    const char *protocolCode; ///< Its word for it.
    int status;               ///< Of the management APIs: Berth's as it is, NCR's with 10000 added, in its envelope.
};

const ErrorWords &wordsOf(ErrorCode code);

/// The word that Berth's own API has for a status, as Harbor writes it.
const char *wordOf(int status);

} // namespace berth
