// SPDX-License-Identifier: Apache-2.0
#include "transfer/ExportTask.h"

#include <algorithm>
#include <iterator>

#include "transfer/ExportJob.h"
#include "transfer/TaskStoring.h"

namespace berth {

namespace {

/// Stored names, in the order of their enums.
constexpr const char *formats[] = {"oci-archive", "docker-archive", "oci-folder"};
constexpr const char *packings[] = {"none", "gzip", "zstd"};

/// Where it stands in the table; -1 if it does not.
template <std::size_t n> int indexIn(const char *const (&names)[n], const std::string &name)
{
    const auto it = std::ranges::find(names, name);
    return it == std::end(names) ? -1 : int(it - std::begin(names));
}

json::array textsOf(const QStringList &list)
{
    json::array texts;
    for (const auto &text : list)
        texts.emplace_back(text.toStdString());
    return texts;
}

QStringList listOf(const json::array &texts)
{
    QStringList list;
    for (const auto &text : texts) {
        if (text.is_string())
            list << QString::fromStdString(std::string(text.as_string()));
    }
    return list;
}

} // namespace

ExportTask::ExportTask(ExportRequest request, QString title)
    : m_request(std::move(request))
    , m_title(std::move(title))
{
    if (m_title.isEmpty() && !m_request.items.isEmpty())
        m_title = m_request.items.first().imageName;
}

TransferTask::Description ExportTask::describe() const { return {m_title, QString::fromStdU16String(m_request.target.filename().u16string()), 0, false}; }

QStringList ExportTask::claims() const { return {QStringLiteral("file ") + QString::fromStdU16String(m_request.target.u16string())}; }

std::unique_ptr<TransferJob> ExportTask::makeJob(const TransferContext &context) const { return std::make_unique<ExportJob>(m_request, context); }

json::object ExportTask::stored() const
{
    json::array items;
    for (const auto &item : m_request.items)
        items.push_back(json::object{{"registry", item.registry.toStdString()}, {"image_name", item.imageName.toStdString()}, {"tags", textsOf(item.tags)},
            {"digest", item.digest.toStdString()}, {"platforms", textsOf(item.platforms)}});
    return {{"title", m_title.toStdString()}, {"server", storedServer(m_request.source)}, {"items", items}, {"format", formats[int(m_request.format)]},
        {"packing", packings[int(m_request.packing)]}, {"file", textOf(m_request.target)}, {"replaces", m_request.replaces}};
}

std::unique_ptr<TransferTask> ExportTask::restore(const json::value &stored)
{
    const auto *server = json::find(stored, "server");
    const auto source = server ? restoredServer(*server) : std::nullopt;
    const int format = indexIn(formats, json::text(stored, "format"));
    const int packing = indexIn(packings, json::text(stored, "packing"));
    ExportRequest request;
    for (const auto &item : json::list(stored, "items"))
        request.items << ExportItem{
            qtext(item, "registry"), qtext(item, "image_name"), listOf(json::list(item, "tags")), qtext(item, "digest"), listOf(json::list(item, "platforms"))};
    request.target = pathOf(json::text(stored, "file"));
    if (!source || format < 0 || packing < 0 || request.items.isEmpty() || request.target.empty())
        return nullptr;
    request.source = *source;
    request.format = ExportFormat(format);
    request.packing = ImageWriter::Packing(packing);
    request.replaces = json::boolean(stored, "replaces");
    return std::make_unique<ExportTask>(std::move(request), qtext(stored, "title"));
}

} // namespace berth
