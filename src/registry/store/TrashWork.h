// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include "registry/store/Images.h"
#include "registry/store/Sql.h"
#include "registry/store/WriterThread.h"

namespace berth {

/// What deletions and restores of large images leave to be done: counting their bytes anew, taking away what a deletion that has ended held,
/// putting the rest of an image back. Everything that it goes by is in the database, so that a restart goes on where it was.
///
/// Belongs to one thread, which is not the writer's.
class TrashWork {
public:
    explicit TrashWork(WriterThread &writer)
        : m_writer(writer)
    {
    }

    /// Whether anything is left to be done.
    static bool isAny(Sql &reader);

    /// One step of a bounded number of rows; blocks. False if there is nothing to do now. Io or NoSpace: it is to be tried again later.
    Result<bool> step(Sql &reader);

private:
    Result<bool> settle(const images::Unsettled &image);

    WriterThread &m_writer;
    images::Unsettled m_settled; ///< The pass that is under way.
    std::string m_lastDigest;
    std::int64_t m_lastOperation = 0; ///< Those up to it wait.
};

} // namespace berth
