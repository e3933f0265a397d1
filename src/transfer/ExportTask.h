// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "transfer/ExportRequest.h"
#include "transfer/TransferTask.h"

namespace berth {

/// Writes artifacts of a server into one file or folder. Begins anew whenever it was stopped.
class ExportTask : public TransferTask {
public:
    static constexpr char id[] = "export";

    /// `title`: as the list calls it; the first image's name if there is none.
    explicit ExportTask(ExportRequest request, QString title = {});
    static std::unique_ptr<TransferTask> restore(const json::value &stored);

    const ExportRequest &request() const { return m_request; }

    QString kind() const override { return QLatin1String(id); }
    Description describe() const override;
    Outcome outcome() const override { return {{}, {}, {}, m_request.target}; }
    QList<Connection> servers() const override { return {m_request.source}; }
    void setServers(const QList<Connection> &servers) override { m_request.source = servers.at(0); }
    QStringList claims() const override;
    std::unique_ptr<TransferJob> makeJob(const TransferContext &context) const override;
    json::object stored() const override;

private:
    ExportRequest m_request;
    QString m_title;
};

} // namespace berth
