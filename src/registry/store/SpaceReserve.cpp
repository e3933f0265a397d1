// SPDX-License-Identifier: Apache-2.0
#include "registry/store/SpaceReserve.h"

#include <algorithm>

#include "registry/Log.h"
#include "registry/store/SystemFile.h"

namespace berth {

SpaceReserve::SpaceReserve(const std::filesystem::path &folder)
    : m_folder(folder)
    , m_file(folder / "reserve")
    , m_bytes(std::clamp<std::int64_t>(capacityBytes(folder) / 16, 512 << 10, 16 << 20))
{
}

bool SpaceReserve::release()
{
    const std::lock_guard guard(m_mutex);
    std::error_code ec;
    if (!std::filesystem::exists(m_file, ec))
        return false;
    logLine(LogLevel::Warning, "The disk is full; the room that was kept for deletions is given back");
    m_spent = true;
    return removeFile(m_file).has_value();
}

void SpaceReserve::look(std::int64_t floor)
{
    const auto free = freeBytes(m_folder);
    if (free < 0)
        return;
    if (free < m_bytes / 4) {
        release();
        return;
    }
    const std::lock_guard guard(m_mutex);
    std::error_code ec;
    const auto enough = std::max(std::min(floor, capacityBytes(m_folder) / 4), 2 * m_bytes) + m_bytes;
    if (free < enough || std::filesystem::exists(m_file, ec))
        return;
    auto file = SystemFile::openForWriting(m_file);
    const bool taken = file && file->allocate(m_bytes);
    if (!taken)
        removeFile(m_file).map_error([](const Error &) { return 0; }); // tried again at the next look
    m_spent = m_spent && !taken;
}

} // namespace berth
