// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace berth {

/// What a program that serves does with its process, by system: Process_<system>.cpp.

/// To be called first in main(), before any thread starts: no core dumps (they would hold secrets), a lost peer is an error code and no
/// signal, and a request to end waits for waitForEnd().
void prepareProcess();

/// Only the first two of these, for a program with an event loop of its own.
void prepareDesktopProcess();

/// How many files and connections this process may have open, after the first two of these raised it to what the system allows.
std::int64_t fileHandleLimit();

/// Time since this computer started, sleep included, by a clock that nobody sets.
std::int64_t sinceBootMs();

/// Returns when the system or a person asks the program to end.
void waitForEnd();

} // namespace berth
