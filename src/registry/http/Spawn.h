// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <exception>
#include <string>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>

#include "registry/Log.h"

namespace berth::http {

/// Starts a coroutine that nobody waits for. What escapes it is logged under its name and ends it alone.
template <class Executor> void spawn(const Executor &executor, boost::asio::awaitable<void> work, std::string name)
{
    boost::asio::co_spawn(executor, std::move(work), [name = std::move(name)](std::exception_ptr escaped) {
        if (!escaped)
            return;
        try {
            std::rethrow_exception(escaped);
        } catch (const std::exception &error) {
            logLine(LogLevel::Warning, name + " ended early: " + error.what());
        }
    });
}

} // namespace berth::http
