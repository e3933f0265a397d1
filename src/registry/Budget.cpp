// SPDX-License-Identifier: Apache-2.0
#include "registry/Budget.h"

#include <algorithm>
#include <vector>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace berth {

namespace asio = boost::asio;

asio::awaitable<std::optional<Budget::Share>> Budget::take(std::int64_t amount, std::chrono::milliseconds patience)
{
    amount = std::min(amount, m_amount);
    const auto executor = co_await asio::this_coro::executor;
    std::shared_ptr<Waiter> waiter;
    {
        const std::lock_guard guard(m_mutex);
        if (m_waiters.empty() && m_free >= amount) {
            m_free -= amount;
            co_return std::make_optional<Share>(*this, amount);
        }
        if (m_waiters.size() >= m_mostWaiting)
            co_return std::nullopt;
        waiter = std::make_shared<Waiter>(executor, amount);
        m_waiters.push_back(waiter);
    }
    // A server that ends throws waiting requests away: neither the place in the queue nor what was granted may stay behind.
    struct Leave {
        Budget &budget;
        std::shared_ptr<Waiter> waiter;
        bool taken = false;
        ~Leave()
        {
            std::int64_t back = 0;
            {
                const std::lock_guard guard(budget.m_mutex);
                budget.m_waiters.remove(waiter);
                back = waiter->granted && !taken ? waiter->amount : 0;
            }
            if (!taken)
                budget.giveBack(back); // who stood behind may fit now
        }
    } leave{*this, waiter};
    waiter->timer.expires_after(patience);
    co_await waiter->timer.async_wait(asio::as_tuple(asio::use_awaitable));
    {
        const std::lock_guard guard(m_mutex);
        leave.taken = waiter->granted;
    }
    if (leave.taken)
        co_return std::make_optional<Share>(*this, amount);
    co_return std::nullopt;
}

void Budget::giveBack(std::int64_t amount)
{
    std::vector<std::shared_ptr<Waiter>> granted;
    {
        const std::lock_guard guard(m_mutex);
        m_free += amount;
        while (!m_waiters.empty() && m_waiters.front()->amount <= m_free) {
            auto &waiter = m_waiters.front();
            m_free -= waiter->amount;
            waiter->granted = true;
            granted.push_back(std::move(waiter));
            m_waiters.pop_front();
        }
    }
    // A timer belongs to its executor's thread, where the waiter began to wait before this can run.
    for (auto &waiter : granted)
        asio::post(waiter->timer.get_executor(), [waiter] { waiter->timer.cancel(); });
}

} // namespace berth
