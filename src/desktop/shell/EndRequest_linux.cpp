// SPDX-License-Identifier: Apache-2.0
#include "desktop/shell/EndRequest.h"

#include <csignal>
#include <memory>

#include <QSocketNotifier>

#include <sys/socket.h>
#include <unistd.h>

namespace berth {

namespace {

constexpr int endSignals[] = {SIGTERM, SIGINT, SIGHUP};
int wakeUp = -1; ///< What the handler writes to: all that it may do.

void tell(int)
{
    const char byte = 1;
    [[maybe_unused]] const auto written = ::write(wakeUp, &byte, 1);
}

} // namespace

struct EndRequest::Signals final : Listening {
    ~Signals() override
    {
        for (const int signal : endSignals)
            std::signal(signal, SIG_DFL);
        wakeUp = -1;
        notifier.reset();
        for (const int end : ends) {
            if (end >= 0)
                ::close(end);
        }
    }

    int ends[2] = {-1, -1};
    std::unique_ptr<QSocketNotifier> notifier;
};

void EndRequest::listen()
{
    auto signals = std::make_unique<Signals>();
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, signals->ends) != 0)
        return;
    wakeUp = signals->ends[0];
    signals->notifier = std::make_unique<QSocketNotifier>(signals->ends[1], QSocketNotifier::Read);
    connect(signals->notifier.get(), &QSocketNotifier::activated, this, [this, end = signals->ends[1]] {
        char bytes[16];
        while (::read(end, bytes, sizeof bytes) > 0) { }
        Q_EMIT requested();
    });
    struct sigaction action = {};
    action.sa_handler = tell;
    action.sa_flags = SA_RESTART;
    for (const int signal : endSignals)
        ::sigaction(signal, &action, nullptr);
    m_listening = std::move(signals);
}

} // namespace berth
