// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <utility>

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace berth {

/// Work that runs on a pool while its starter goes on, and whose result is fetched later.
///
/// Must be waited for before anything that the work uses goes away. Belongs to one single-threaded executor.
template <class Value> class StartedWork {
public:
    template <class Work>
    StartedWork(boost::asio::any_io_executor executor, boost::asio::thread_pool &pool, Work work)
        : m_state(std::make_shared<State>(executor))
    {
        boost::asio::post(pool, [state = m_state, executor, work = std::move(work)]() mutable {
            auto value = work();
            boost::asio::post(executor, [state, value = std::move(value)]() mutable {
                state->value = std::move(value);
                state->signal.cancel();
            });
        });
    }

    boost::asio::awaitable<Value> result()
    {
        const auto state = m_state;
        while (true) {
            if (auto value = std::exchange(state->value, std::nullopt))
                co_return std::move(*value);
            co_await state->signal.async_wait(boost::asio::as_tuple(boost::asio::use_awaitable));
        }
    }

private:
    struct State {
        explicit State(const boost::asio::any_io_executor &executor)
            : signal(executor, boost::asio::steady_timer::time_point::max())
        {
        }
        boost::asio::steady_timer signal;
        std::optional<Value> value;
    };
    std::shared_ptr<State> m_state; ///< Shared with the work in flight, which outlives a starter that is torn down.
};

} // namespace berth
