// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <filesystem>
#include <mutex>

namespace berth {

/// Some megabytes of disk, kept in a file of the data folder, that are given back when the disk is full: so that a deletion, a checkpoint
/// or a start, which all need a little room before they free some, still work then. Thread-safe; may block on the disk.
class SpaceReserve {
public:
    explicit SpaceReserve(const std::filesystem::path &folder);

    /// Gives the room back. False if there was none to give.
    bool release();

    /// True from release() until the room is there again: till then nothing may be written that could wait.
    bool isSpent() const { return m_spent; }

    /// Releases if next to nothing is free, and takes the room anew once more than `floor`, or a quarter of a small disk, is.
    void look(std::int64_t floor);

private:
    const std::filesystem::path m_folder;
    const std::filesystem::path m_file;
    std::int64_t m_bytes; ///< A small part of a small disk.
    std::mutex m_mutex;
    std::atomic<bool> m_spent = false;
};

} // namespace berth
