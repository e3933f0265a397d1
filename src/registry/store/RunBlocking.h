// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <type_traits>
#include <utility>

#include <boost/asio/associated_executor.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace berth {

/// Bridges a callback to a coroutine: `begin(done)` starts something that calls `done(value)` once, from any thread; the caller
/// goes on with the value on its own executor.
template <class Value, class Begin> boost::asio::awaitable<Value> awaitCallback(Begin begin)
{
    namespace asio = boost::asio;
    co_return co_await asio::async_initiate<const asio::use_awaitable_t<> &, void(Value)>(
        [&begin](auto handler) {
            auto executor = asio::get_associated_executor(handler);
            auto shared = std::make_shared<decltype(handler)>(std::move(handler));
            begin(std::function<void(Value)>([executor, shared](Value value) {
                asio::post(executor, [shared, value = std::move(value)]() mutable { std::move (*shared)(std::move(value)); });
            }));
        },
        asio::use_awaitable);
}

/// Runs `work` on the pool and resumes the caller on its own executor: the only bridge between coroutines and the disk.
template <class Work> boost::asio::awaitable<std::invoke_result_t<Work>> runBlocking(boost::asio::thread_pool &pool, Work work)
{
    using Value = std::invoke_result_t<Work>;
    co_return co_await awaitCallback<Value>(
        [&](std::function<void(Value)> done) { boost::asio::post(pool, [work = std::move(work), done = std::move(done)]() mutable { done(work()); }); });
}

} // namespace berth
