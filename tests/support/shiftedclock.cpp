// SPDX-License-Identifier: Apache-2.0
// Preloaded into a server, it shows another time: so many milliseconds later, as the file that BERTH_CLOCK_FILE names says at each look.
// The time since boot stays as it is.

#include <cstdlib>
#include <ctime>

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/time.h>
#include <unistd.h>

namespace {

long long shiftMs()
{
    static const char *const path = std::getenv("BERTH_CLOCK_FILE");
    const int fd = path ? ::open(path, O_RDONLY | O_CLOEXEC) : -1;
    if (fd < 0)
        return 0;
    char text[32] = {};
    const auto count = ::read(fd, text, sizeof(text) - 1);
    ::close(fd);
    return count > 0 ? std::atoll(text) : 0;
}

void shift(timespec &time)
{
    const long long ms = shiftMs();
    time.tv_sec += ms / 1000;
    time.tv_nsec += (ms % 1000) * 1'000'000;
    if (time.tv_nsec < 0) {
        time.tv_nsec += 1'000'000'000;
        --time.tv_sec;
    } else if (time.tv_nsec >= 1'000'000'000) {
        time.tv_nsec -= 1'000'000'000;
        ++time.tv_sec;
    }
}

} // namespace

extern "C" int clock_gettime(clockid_t clock, timespec *time)
{
    static const auto real = reinterpret_cast<int (*)(clockid_t, timespec *)>(::dlsym(RTLD_NEXT, "clock_gettime"));
    const int result = real(clock, time);
    if (result == 0 && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE))
        shift(*time);
    return result;
}

extern "C" int gettimeofday(timeval *time, void *) noexcept
{
    timespec now{};
    const int result = clock_gettime(CLOCK_REALTIME, &now);
    time->tv_sec = now.tv_sec;
    time->tv_usec = now.tv_nsec / 1000;
    return result;
}

extern "C" time_t time(time_t *into)
{
    timespec now{};
    clock_gettime(CLOCK_REALTIME, &now);
    if (into)
        *into = now.tv_sec;
    return now.tv_sec;
}
