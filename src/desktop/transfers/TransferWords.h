// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace berth {

class Transfer;

/// What the list says of a kind of task: a row for each of transfer/Tasks.h. The texts are for TransferWords::tr.
struct TransferWords {
    const char *kind;
    const char *glyph;       ///< While it is sent or fetched.
    const char *target;      ///< %1: the target's name.
    const char *moving;
    const char *movingAt;    ///< %1: a size each second.
    const char *paused;      ///< What happens when it goes on.
    const char *done;        ///< %1: what was moved.
    const char *doneSkipped; ///< %2: what was there already.
    const char *cancelled;   ///< What is left of it.

    static const TransferWords &of(const Transfer &transfer);
    static QString tr(const char *text);
};

} // namespace berth
