// SPDX-License-Identifier: Apache-2.0
#include "registry/Process.h"

#include <chrono>
#include <csignal>
#include <thread>

/// The twin in plain C++: core dumps are left to the system.
namespace berth {

namespace {
volatile std::sig_atomic_t endAsked = 0;
extern "C" void askToEnd(int) { endAsked = 1; }
}// namespace

void prepareDesktopProcess()
{
#ifdef SIGPIPE
    std::signal(SIGPIPE, SIG_IGN);
#endif
}

void prepareProcess()
{
    prepareDesktopProcess();
    std::signal(SIGTERM, askToEnd);
    std::signal(SIGINT, askToEnd);
#ifdef SIGHUP
    std::signal(SIGHUP, askToEnd);
#endif
}

std::int64_t sinceBootMs() // sleep counts on some systems only: a long one may then look like a jump, and asks a person
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

std::int64_t fileHandleLimit() { return 512; } // the C library's own bound on Windows

void waitForEnd()
{
    while (!endAsked)
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
}

} // namespace berth
