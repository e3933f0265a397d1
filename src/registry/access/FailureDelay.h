// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <chrono>
#include <map>
#include <mutex>
#include <string>
#include <utility>

namespace berth {

/// Slows the guessing of secrets, counted by address and key together: on loopback all clients share one address, and a guesser of one
/// key must not slow the owner of another. A wrong secret is answered late, ever later; a right one never. Thread-safe.
class FailureDelay {
public:
    using Clock = std::chrono::steady_clock;

    /// How long to hold back the answer to one more wrong secret.
    std::chrono::milliseconds failed(const std::string &address, const std::string &key, Clock::time_point now = Clock::now())
    {
        const std::lock_guard guard(m_mutex);
        if (m_failures.size() >= most)
            std::erase_if(m_failures, [&](const auto &entry) { return now - entry.second.last > memory; });
        if (m_failures.size() >= most)
            m_failures.clear();
        auto &failure = m_failures[{address, key}];
        if (now - failure.last > memory)
            failure.count = 0;
        failure.last = now;
        const int beyond = ++failure.count - free;
        return beyond <= 0 ? std::chrono::milliseconds(0) : std::min(longest, first * (1 << std::min(beyond - 1, 10)));
    }

    /// After a right secret.
    void succeeded(const std::string &address, const std::string &key)
    {
        const std::lock_guard guard(m_mutex);
        m_failures.erase({address, key});
    }

private:
    static constexpr int free = 3; ///< A person mistypes.
    static constexpr std::chrono::milliseconds first{250};
    static constexpr std::chrono::milliseconds longest{4000};
    static constexpr std::chrono::minutes memory{10};
    static constexpr std::size_t most = 10'000;

    struct Failure {
        int count = 0;
        Clock::time_point last;
    };
    std::mutex m_mutex;
    std::map<std::pair<std::string, std::string>, Failure> m_failures;
};

} // namespace berth
