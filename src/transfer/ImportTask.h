// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "transfer/ImportRequest.h"
#include "transfer/TransferTask.h"

namespace berth {

/// Sends one image of an archive to a registry. Goes on after the last whole layer.
class ImportTask : public TransferTask {
public:
    static constexpr char id[] = "import";

    /// `title`: as the list calls it; the file's name if there is none.
    explicit ImportTask(ImportRequest request, QString title = {});
    static std::unique_ptr<TransferTask> restore(const json::value &stored);

    const ImportRequest &request() const { return m_request; }

    QString kind() const override { return QLatin1String(id); }
    Description describe() const override;
    Outcome outcome() const override { return {m_request.target.id, m_request.registry, m_request.imageName, {}}; }
    QList<Connection> servers() const override { return {m_request.target}; }
    void setServers(const QList<Connection> &servers) override { m_request.target = servers.at(0); }
    /// The archive is read by one at a time, and the images of one repository share layers, which go once.
    QStringList claims() const override;
    std::unique_ptr<TransferJob> makeJob(const TransferContext &context) const override;
    json::object stored() const override;

private:
    ImportRequest m_request;
    QString m_title;
};

} // namespace berth
