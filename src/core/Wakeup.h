// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <coroutine>
#include <utility>

namespace berth {

/// Lets one coroutine sleep until something has happened: `co_await wakeup.next()` returns at once if set() was called since the last time.
///
/// Belongs to one thread. set() resumes the sleeper before it returns.
class Wakeup {
public:
    Wakeup() = default;
    Wakeup(const Wakeup &) = delete;
    Wakeup &operator=(const Wakeup &) = delete;

    void set()
    {
        m_isSet = true;
        if (m_sleeper)
            std::exchange(m_sleeper, {}).resume();
    }

    /// May be copied by the coroutine's machinery: it only points back.
    struct Awaiter {
        Wakeup *wakeup;
        bool await_ready() const { return wakeup->m_isSet; }
        void await_suspend(std::coroutine_handle<> sleeper) { wakeup->m_sleeper = sleeper; }
        void await_resume() { wakeup->m_isSet = false; }
    };
    Awaiter next() { return Awaiter{this}; }

private:
    bool m_isSet = false;
    std::coroutine_handle<> m_sleeper;
};

} // namespace berth
