// SPDX-License-Identifier: Apache-2.0
// A system without signals: the end of the session is all that is heard of.
#include "desktop/shell/EndRequest.h"

namespace berth {

void EndRequest::listen() { }

} // namespace berth
