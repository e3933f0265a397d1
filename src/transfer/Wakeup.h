// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <coroutine>
#include <utility>

namespace berth {

/// Lets one coroutine sleep until something has happened: `co_await wakeup` returns at once if set() was called since the last time.
///
/// Belongs to one thread. set() resumes the sleeper before it returns.
class Wakeup {
public:
    void set()
    {
        m_isSet = true;
        if (m_sleeper)
            std::exchange(m_sleeper, {}).resume();
    }

    bool await_ready() const { return m_isSet; }
    void await_suspend(std::coroutine_handle<> sleeper) { m_sleeper = sleeper; }
    void await_resume() { m_isSet = false; }

private:
    bool m_isSet = false;
    std::coroutine_handle<> m_sleeper;
};

} // namespace berth
