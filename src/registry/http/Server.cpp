// SPDX-License-Identifier: Apache-2.0
#include "registry/http/Server.h"

#include <algorithm>
#include <chrono>
#include <thread>
#include <vector>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <QtGlobal>

#include "registry/http/Connection.h"
#include "registry/http/Spawn.h"

namespace berth::http {

namespace asio = boost::asio;
using asio::ip::tcp;

struct Server::Parts {
    Handlers handlers;
    ServerLoad &load;
    asio::io_context acceptContext{1};
    tcp::acceptor acceptor{acceptContext};
    std::vector<std::unique_ptr<Worker>> workers;
    std::vector<asio::executor_work_guard<asio::io_context::executor_type>> guards;
    std::vector<std::thread> threads;
    std::uint16_t port = 0;
    int nextToFree = 0; ///< The worker that is asked next to close an idle connection. Acceptor's thread only.

    explicit Parts(ServerLoad &serverLoad)
        : load(serverLoad)
    {
    }

    int connections() const
    {
        int count = 0;
        for (const auto &worker : workers)
            count += worker->count;
        return count;
    }

    /// Closes the connection that has been idle longest on one worker; each has its turn, and their loads are alike.
    void closeAnIdleOne()
    {
        Worker *worker = workers[std::size_t(nextToFree++) % workers.size()].get();
        asio::post(worker->context, [this, worker] {
            Worker::Entry *oldest = nullptr;
            for (auto *entry : worker->entries) {
                if (entry->idle && entry->socket->is_open() && (!oldest || entry->idleSince < oldest->idleSince))
                    oldest = entry;
            }
            if (!oldest)
                return;
            boost::system::error_code ec;
            oldest->socket->close(ec);
            ++load.closedIdle;
        });
    }

    asio::awaitable<void> acceptConnections()
    {
        const auto token = asio::as_tuple(asio::use_awaitable);
        while (true) {
            // The least busy one: strict turns put all data on one thread for clients that fetch a token between two connections.
            Worker &worker = **std::ranges::min_element(workers, {}, [](const auto &one) { return one->count.load(); });
            auto [ec, socket] = co_await acceptor.async_accept(worker.context, token);
            if (ec == asio::error::operation_aborted || ec == asio::error::bad_descriptor)
                co_return;
            if (ec) { // no more file handles, or a peer that went away: make room, breathe and go on
                closeAnIdleOne();
                asio::steady_timer pause(acceptContext, std::chrono::milliseconds(20));
                co_await pause.async_wait(token);
                continue;
            }
            int count = connections();
            // Idle ones close on their own threads, which may be busy: a moment for these, rather than to send somebody away who has work.
            const int atAll = load.mostConnections + load.mostConnections / 2;
            for (int moments = 0; count >= atAll && moments < 50; ++moments, count = connections()) {
                closeAnIdleOne();
                asio::steady_timer pause(acceptContext, std::chrono::milliseconds(5));
                co_await pause.async_wait(token);
            }
            load.connections = count + 1;
            if (count >= atAll) { // nothing idle could be closed so far
                ++load.turnedAway;
                continue; // closes it
            }
            if (count >= load.mostConnections)
                closeAnIdleOne();
            // Accepted sockets belong to the worker's loop, so its coroutine starts there.
            ++worker.count; // at once, so that the next one goes elsewhere
            asio::post(worker.context, [this, &worker, peer = std::make_shared<tcp::socket>(std::move(socket))] {
                spawn(worker.context.get_executor(), serveConnection(std::move(*peer), worker, handlers), "A connection");
            });
        }
    }
};

Server::Server(std::unique_ptr<Parts> parts)
    : m_parts(std::move(parts))
{
}

Result<std::unique_ptr<Server>> Server::start(const Options &options, Handlers handlers, ServerLoad &load)
{
    auto parts = std::make_unique<Parts>(load);
    parts->handlers = std::move(handlers);
    load.mostConnections = options.mostConnections;
    boost::system::error_code ec;
    const auto address = asio::ip::make_address(options.address, ec);
    if (ec)
        return fail(ErrorCode::BadRequest, QT_TRANSLATE_NOOP("Error", "%1 is no IP address"), {options.address});
    const tcp::endpoint endpoint(address, options.port);
    parts->acceptor.open(endpoint.protocol(), ec);
    if (!ec)
        parts->acceptor.set_option(tcp::acceptor::reuse_address(true), ec);
    if (!ec)
        parts->acceptor.bind(endpoint, ec);
    if (!ec)
        parts->acceptor.listen(1024, ec);
    const auto port = std::to_string(options.port);
    if (ec == asio::error::address_in_use)
        return fail(ErrorCode::Conflict, QT_TRANSLATE_NOOP("Error", "Could not listen on %1:%2: another program uses this port"), {options.address, port});
    if (ec)
        return fail(ErrorCode::Io, QT_TRANSLATE_NOOP("Error", "Could not listen on %1:%2: %3"), {options.address, port, ec.message()});
    parts->port = parts->acceptor.local_endpoint().port();

    const int cores = options.threads > 0 ? options.threads : int(std::max(1U, std::thread::hardware_concurrency()));
    for (int i = 0; i < cores; ++i) {
        auto &worker = parts->workers.emplace_back(std::make_unique<Worker>());
        parts->guards.push_back(asio::make_work_guard(worker->context));
        parts->threads.emplace_back([context = &worker->context] { context->run(); });
    }
    spawn(parts->acceptContext.get_executor(), parts->acceptConnections(), "The acceptor");
    parts->threads.emplace_back([context = &parts->acceptContext] { context->run(); });
    return std::unique_ptr<Server>(new Server(std::move(parts)));
}

std::uint16_t Server::port() const { return m_parts->port; }

Server::~Server() { stop(); }

void Server::stop()
{
    using namespace std::chrono_literals;
    if (m_parts->threads.empty())
        return;
    asio::post(m_parts->acceptContext, [parts = m_parts.get()] {
        boost::system::error_code ec;
        parts->acceptor.close(ec);
    });
    const auto closeConnections = [this](bool alsoBusy) {
        for (auto &worker : m_parts->workers) {
            asio::post(worker->context, [w = worker.get(), alsoBusy] {
                w->stopping = true;
                for (auto *entry : w->entries) {
                    boost::system::error_code ec;
                    if (entry->idle || alsoBusy)
                        entry->socket->close(ec);
                }
            });
        }
    };
    const auto waitForAll = [this](std::chrono::seconds most) {
        const auto deadline = std::chrono::steady_clock::now() + most;
        while (m_parts->connections() > 0 && std::chrono::steady_clock::now() < deadline)
            std::this_thread::sleep_for(5ms);
    };
    closeConnections(false);
    std::this_thread::sleep_for(5ms); // a connection that was being accepted appears a moment later
    waitForAll(8s);
    closeConnections(true);
    waitForAll(1s);
    m_parts->guards.clear();
    for (auto &worker : m_parts->workers)
        worker->context.stop();
    for (auto &thread : m_parts->threads)
        thread.join();
    m_parts->threads.clear();
}

} // namespace berth::http
