// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "registry/jobs/Job.h"
#include "registry/store/Database.h"

namespace berth {

/// Makes the day's verified copy of the database, unless it is there.
class CopyJob : public Job {
public:
    explicit CopyJob(std::filesystem::path folder)
        : m_folder(std::move(folder))
    {
    }

    Result<Step> step(const Turn &turn) override
    {
        const auto made = Database::copyDaily(m_folder, turn.reader);
        if (!made)
            return fail(made.error().code, "The daily copy of the database was not made: " + made.error().message);
        m_made = *made;
        return Step::Done;
    }
    json::object facts() const override { return {{"made", m_made}}; }
    bool hasDoneSomething() const override { return m_made; }

private:
    std::filesystem::path m_folder;
    bool m_made = false;
};

} // namespace berth
