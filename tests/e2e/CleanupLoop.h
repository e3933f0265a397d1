// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtConcurrent>

#include <atomic>

#include "core/Json.h"
#include "support/RegistryProcess.h"

namespace berth::test {

/// Cleans up the registry "team" again and again, in a thread of its own, while real clients push and pull. What is tagged keep-… stays by a
/// policy, what is tagged v… by protection alone; all else goes.
class CleanupLoop {
public:
    explicit CleanupLoop(const RegistryProcess &registry)
        : m_registry(registry)
    {
        m_isReady = call("retentions", R"({"tag":{"include":true,"pattern":"keep-*","untagged":false},"parameters":{"always":-1}})")
            && call("immutabletagrules", R"({"tag":{"include":true,"pattern":"v*"}})");
        m_loop = QtConcurrent::run([this] {
            for (; !m_isOver; QThread::msleep(5))
                m_runs += call("retentions/executions", R"({"dry_run":false})");
        });
    }
    ~CleanupLoop() { stop(); }

    bool isReady() const { return m_isReady; }
    /// So many runs began.
    int stop()
    {
        m_isOver = true;
        m_loop.waitForFinished();
        return m_runs;
    }
    qint64 deletions() const { return json::integer(m_registry.manage("GET", QStringLiteral("/berth/v1/trash"), {}).jsonBody(), "total"); }

private:
    bool call(const char *path, const QByteArray &body) const
    {
        const auto reply = m_registry.manage("POST", QStringLiteral("/ncr/v2.0/appkeys/local/registries/team/") + QLatin1String(path), body).jsonBody();
        const auto *header = json::find(reply, "header");
        return header && json::integer(*header, "resultCode") == 200;
    }

    const RegistryProcess &m_registry;
    bool m_isReady = false;
    std::atomic<bool> m_isOver = false;
    std::atomic<int> m_runs = 0;
    QFuture<void> m_loop;
};

} // namespace berth::test
