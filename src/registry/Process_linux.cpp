// SPDX-License-Identifier: Apache-2.0
#include "registry/Process.h"

#include <csignal>

#include <pthread.h>
#include <sys/resource.h>

namespace berth {

namespace {

sigset_t endSignals()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    return signals;
}

} // namespace

void prepareDesktopProcess()
{
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
    std::signal(SIGPIPE, SIG_IGN);
}

void prepareProcess()
{
    prepareDesktopProcess();
    const sigset_t signals = endSignals();
    pthread_sigmask(SIG_BLOCK, &signals, nullptr); // threads inherit it
}

void waitForEnd()
{
    const sigset_t signals = endSignals();
    int received = 0;
    sigwait(&signals, &received);
}

} // namespace berth
