// SPDX-License-Identifier: Apache-2.0
#include "transfer/ImportTask.h"

#include "core/SizeSum.h"
#include "transfer/ImportJob.h"
#include "transfer/TaskStoring.h"

namespace berth {

namespace {
constexpr char keepLayers[] = "keep";
}

ImportTask::ImportTask(ImportRequest request, QString title)
    : m_request(std::move(request))
    , m_title(title.isEmpty() ? QString::fromStdU16String(m_request.file.filename().u16string()) : std::move(title))
{
}

TransferTask::Description ImportTask::describe() const
{
    qint64 total = 0;
    for (const auto &manifest : m_request.image.manifests)
        total = sizeSum(total, manifest.layerBytes());
    return {m_title, QStringLiteral("%1 › %2 › %3:%4").arg(m_request.target.name, m_request.registry, m_request.imageName, m_request.tag), total, true};
}

QStringList ImportTask::claims() const
{
    return {QStringLiteral("file ") + QString::fromStdU16String(m_request.file.u16string()),
        QStringLiteral("repository %1/%2").arg(m_request.target.address(), m_request.repository())};
}

std::unique_ptr<TransferJob> ImportTask::makeJob(const TransferContext &context) const { return std::make_unique<ImportJob>(m_request, context); }

json::object ImportTask::stored() const
{
    json::array selected;
    for (const bool is : m_request.selected)
        selected.push_back(is);
    json::array image;
    for (const auto &digest : m_request.image.manifests.empty() ? m_request.imageKey : keyOf(m_request.image))
        image.emplace_back(digest);
    return {{"title", m_title.toStdString()}, {"server", storedServer(m_request.target)}, {"file", textOf(m_request.file)}, {"file_bytes", m_request.fileBytes},
        {"modified_at", m_request.modifiedAt}, {"image", image}, {"selected", selected}, {"registry", m_request.registry.toStdString()},
        {"image_name", m_request.imageName.toStdString()}, {"tag", m_request.tag.toStdString()},
        {"layers", m_request.layers == LayerHandling::KeepAsInFile ? keepLayers : "pack"}};
}

std::unique_ptr<TransferTask> ImportTask::restore(const json::value &stored)
{
    const auto *server = json::find(stored, "server");
    const auto target = server ? restoredServer(*server) : std::nullopt;
    ImportRequest request;
    request.file = pathOf(json::text(stored, "file"));
    request.fileBytes = json::integer(stored, "file_bytes");
    request.modifiedAt = json::integer(stored, "modified_at");
    for (const auto &digest : json::list(stored, "image")) {
        if (digest.is_string())
            request.imageKey.emplace_back(digest.as_string());
    }
    for (const auto &is : json::list(stored, "selected"))
        request.selected.push_back(is.is_bool() && is.as_bool());
    request.registry = qtext(stored, "registry");
    request.imageName = qtext(stored, "image_name");
    request.tag = qtext(stored, "tag");
    request.layers = json::text(stored, "layers") == keepLayers ? LayerHandling::KeepAsInFile : LayerHandling::Pack;
    if (!target || request.file.empty() || request.imageKey.empty() || request.registry.isEmpty() || request.imageName.isEmpty() || request.tag.isEmpty())
        return nullptr;
    request.target = *target;
    return std::make_unique<ImportTask>(std::move(request), qtext(stored, "title"));
}

} // namespace berth
