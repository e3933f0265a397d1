// SPDX-License-Identifier: Apache-2.0
#include "registry/store/TrashWork.h"

#include "registry/store/Deletion.h"
#include "registry/store/Images.h"
#include "registry/store/TrashRestore.h"

namespace berth {

Result<bool> TrashWork::settle(const images::Unsettled &image)
{
    if (image.id != m_settled.id || image.pass != m_settled.pass) {
        m_settled = image;
        m_lastDigest.clear();
    }
    std::string last;
    const auto written = m_writer.postAndWait({Durability::ProcessEnd,
        [&](Sql &sql) -> Result<void> {
            last = m_lastDigest;
            images::settle(sql, image, last, deletion::rowsAStep);
            return {};
        },
        {}});
    if (!written)
        return tl::unexpected(written.error());
    m_lastDigest = last;
    return true;
}

bool TrashWork::isAny(Sql &reader) { return images::nextUnsettled(reader) || !trash::unfinished(reader, 0, 1).empty(); }

Result<bool> TrashWork::step(Sql &reader)
{
    if (const auto image = images::nextUnsettled(reader))
        return settle(*image);
    m_settled = {};
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
            progress =
                operation.isRestoring ? trash::restoreStep(sql, operation.id, deletion::rowsAStep) : trash::endStep(sql, operation.id, deletion::rowsAStep);
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
