// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/drivers/berth/Administration.h"
#include "client/drivers/berth/BerthHttp.h"
#include "client/drivers/berth/Upkeep.h"
#include "client/drivers/ncr/NcrManagement.h"

namespace berth {

/// A Berth: NCR's public API, and beside it Berth's own calls for what that has none for.
class BerthManagement final : public NcrManagement {
    Q_OBJECT

public:
    BerthManagement(const Connection &connection, const std::shared_ptr<ServerLink> &link, QObject *parent = nullptr);

    QCoro::Task<Result<SearchResult>> search(QString text) override;
    Upkeep *upkeep() override { return &m_upkeep; }
    Administration *administration() override { return &m_administration; }
    bool can(Capability) const override { return true; }
    bool endsWithEmptyPage() const override { return false; }
    QCoro::Task<Result<DeletionForecast>> forecastDeletion(QStringList registries, QStringList images, QStringList artifacts, QStringList tags) override;
    QCoro::Task<Result<StorageUse>> storageUse() override;

private:
    BerthHttp m_berth;
    Upkeep m_upkeep;
    Administration m_administration;
};

} // namespace berth
