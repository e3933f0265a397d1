// SPDX-License-Identifier: Apache-2.0
#include "registry/Process.h"

#include <algorithm>
#include <csignal>
#include <ctime>

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
    struct sigaction hangup { };
    // The terminal went, or a supervisor says goodbye; nohup asks to be left alone.
    if (sigaction(SIGHUP, nullptr, &hangup) == 0 && hangup.sa_handler != SIG_IGN)
        sigaddset(&signals, SIGHUP);
    return signals;
}

} // namespace

void prepareDesktopProcess()
{
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
    std::signal(SIGPIPE, SIG_IGN);
    rlimit handles{};
    if (getrlimit(RLIMIT_NOFILE, &handles) == 0) {
        handles.rlim_cur = handles.rlim_max;
        setrlimit(RLIMIT_NOFILE, &handles);
    }
}

std::int64_t sinceBootMs()
{
    timespec time{};
    ::clock_gettime(CLOCK_BOOTTIME, &time);
    return std::int64_t(time.tv_sec) * 1000 + time.tv_nsec / 1'000'000;
}

std::int64_t fileHandleLimit()
{
    rlimit handles{};
    return getrlimit(RLIMIT_NOFILE, &handles) == 0 ? std::int64_t(std::min<rlim_t>(handles.rlim_cur, 1 << 20)) : 1024;
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
