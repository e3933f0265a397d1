// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/steady_timer.hpp>

namespace berth {

/// An amount of something (bytes of memory, checks at once) that requests share. Who finds it used up waits for his turn, in the order of
/// arrival, for a while; so many may wait, and no more. Thread-safe; take() belongs on single-threaded executors. Outlives its shares.
class Budget {
public:
    /// What one request holds of it, until it goes. Any thread may let it go.
    class Share {
    public:
        Share(Budget &budget, std::int64_t amount)
            : m_budget(&budget)
            , m_amount(amount)
        {
        }
        Share(Share &&other) noexcept
            : m_budget(std::exchange(other.m_budget, nullptr))
            , m_amount(other.m_amount)
        {
        }
        Share(const Share &) = delete;
        Share &operator=(const Share &) = delete;
        Share &operator=(Share &&other) noexcept
        {
            std::swap(m_budget, other.m_budget);
            std::swap(m_amount, other.m_amount);
            return *this;
        }
        ~Share()
        {
            if (m_budget)
                m_budget->giveBack(m_amount);
        }

    private:
        Budget *m_budget;
        std::int64_t m_amount;
    };

    Budget(std::int64_t amount, std::size_t mostWaiting)
        : m_amount(amount)
        , m_free(amount)
        , m_mostWaiting(mostWaiting)
    {
    }

    /// Empty if the wait was too long, or too many wait already. More than the whole counts as the whole.
    boost::asio::awaitable<std::optional<Share>> take(std::int64_t amount, std::chrono::milliseconds patience);

private:
    struct Waiter {
        explicit Waiter(const boost::asio::any_io_executor &executor, std::int64_t wanted)
            : timer(executor)
            , amount(wanted)
        {
        }
        boost::asio::steady_timer timer;
        std::int64_t amount;
        bool granted = false; ///< Guarded by m_mutex.
    };

    void giveBack(std::int64_t amount);

    const std::int64_t m_amount;
    std::mutex m_mutex;
    std::int64_t m_free;
    const std::size_t m_mostWaiting;
    std::list<std::shared_ptr<Waiter>> m_waiters; ///< First come, first served: a large wish is not overtaken for ever.
};

} // namespace berth
