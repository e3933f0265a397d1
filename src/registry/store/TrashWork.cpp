// SPDX-License-Identifier: Apache-2.0
#include "registry/store/TrashWork.h"

#include "registry/store/Deletion.h"
#include "registry/store/Images.h"
#include "registry/store/TrashRestore.h"

namespace berth {

Result<bool> TrashWork::settle(std::int64_t repository)
{
    if (repository != m_settled) {
        m_settled = repository;
        m_lastDigest.clear();
    }
    std::string last;
    const auto written = m_writer.postAndWait({Durability::ProcessEnd,
        [&](Sql &sql) -> Result<void> {
            last = m_lastDigest;
            images::settle(sql, repository, last, deletion::rowsAStep);
            return {};
        },
        {}});
    if (!written)
        return tl::unexpected(written.error());
    m_lastDigest = last;
    return true;
}

Result<bool> TrashWork::step(Sql &reader)
{
    if (const auto repository = images::nextUnsettled(reader))
        return settle(*repository);
    m_settled = 0;
    const auto open = trash::unfinished(reader, m_lastOperation, 1);
    if (reader.hasFailed())
        return tl::unexpected(reader.takeError());
    if (open.empty()) {
        m_lastOperation = 0;
        return false;
    }
    const auto &operation = open.front();
    auto progress = trash::Progress::Done;
    const auto written = m_writer.postAndWait({Durability::PowerCut,
        [&](Sql &sql) -> Result<void> {
            progress = operation.isRestoring ? trash::restoreStep(sql, operation.id, deletion::rowsAStep) : trash::endStep(sql, operation.id, deletion::rowsAStep);
            return {};
        },
        {}});
    if (!written)
        return tl::unexpected(written.error());
    if (progress == trash::Progress::Waiting)
        m_lastOperation = operation.id;
    return true;
}

} // namespace berth
