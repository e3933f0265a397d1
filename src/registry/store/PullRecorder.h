// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <mutex>
#include <string>
#include <tuple>

#include "core/Names.h"
#include "core/Time.h"

namespace berth {

class WriterThread;

/// Gathers pulls and the use of access keys in memory, so that a GET costs no write. Thread-safe. A power cut may lose what was not yet flushed.
class PullRecorder {
public:
    /// `tag` is empty for a pull by digest; `actor` as Access::who() says.
    void record(const RepositoryName &name, const std::string &digest, const std::string &tag, const std::string &actor);

    void recordKey(const std::string &keyId);

    /// Hands what was gathered to the writer.
    void flush(WriterThread &writer);

private:
    struct Count {
        std::int64_t pulls = 0;
        TimeMs last = 0;
    };

    std::mutex m_mutex;
    std::map<std::tuple<RepositoryName, std::string, std::string, std::string>, Count> m_counts; ///< By name, digest, tag and actor.
    std::map<std::string, TimeMs> m_keys; ///< Last use.
};

} // namespace berth
