// SPDX-License-Identifier: Apache-2.0
#include "transfer/LayerMap.h"

#include <algorithm>
#include <vector>

#include <QFile>
#include <QSaveFile>

#include "core/Json.h"

namespace berth {

namespace {

QByteArray lineOf(const Digest &diffId, const LayerMap::Packed &packed)
{
    return QByteArray::fromStdString(
               json::serialize(json::object{{"diff_id", diffId.toString()}, {"digest", packed.digest.toString()}, {"size", packed.sizeBytes}}))
        + '\n';
}

} // namespace

LayerMap::LayerMap(QString file)
    : m_file(std::move(file))
{
    QFile stored(m_file);
    if (!stored.open(QIODevice::ReadOnly))
        return;
    bool isWhole = true;
    while (!stored.atEnd()) {
        const auto line = stored.readLine();
        isWhole = line.endsWith('\n');
        const auto value = json::parseStrict(std::string_view(line.constData(), std::size_t(line.size())));
        const auto diffId = value ? Digest::parse(json::text(*value, "diff_id")) : Result<Digest>(tl::unexpected(value.error()));
        const auto digest = value ? Digest::parse(json::text(*value, "digest")) : Result<Digest>(tl::unexpected(value.error()));
        if (diffId && digest)
            take(*diffId, {*digest, json::integer(*value, "size")});
        else
            ++m_lines;
    }
    stored.close();
    if (!isWhole || m_lines >= mostLayers * 2)
        compact();
}

std::optional<LayerMap::Packed> LayerMap::find(const Digest &diffId) const
{
    const std::lock_guard guard(m_mutex);
    const auto it = m_layers.find(diffId);
    return it == m_layers.end() ? std::nullopt : std::optional(it->second.packed);
}

void LayerMap::take(const Digest &diffId, const Packed &packed) { m_layers.insert_or_assign(diffId, Known{packed, m_lines++}); }

void LayerMap::remember(const Digest &diffId, const Packed &packed)
{
    const std::lock_guard guard(m_mutex);
    if (const auto known = m_layers.find(diffId); known != m_layers.end() && known->second.packed == packed)
        return;
    take(diffId, packed);
    QFile file(m_file);
    if (file.open(QIODevice::WriteOnly | QIODevice::Append))
        file.write(lineOf(diffId, packed));
    file.close();
    if (m_layers.size() > mostLayers || m_lines >= mostLayers * 2)
        compact();
}

void LayerMap::compact()
{
    std::vector<std::pair<std::uint64_t, Digest>> byAge;
    for (const auto &[diffId, known] : m_layers)
        byAge.emplace_back(known.order, diffId);
    std::ranges::sort(byAge);
    const std::size_t stale = byAge.size() > mostLayers ? byAge.size() - mostLayers / 2 : 0;
    QSaveFile file(m_file);
    const bool isOpen = file.open(QIODevice::WriteOnly);
    m_lines = 0;
    for (std::size_t i = 0; i < byAge.size(); ++i) {
        const auto known = m_layers.find(byAge[i].second);
        if (i < stale) {
            m_layers.erase(known);
            continue;
        }
        known->second.order = m_lines++;
        if (isOpen)
            file.write(lineOf(known->first, known->second.packed));
    }
    if (isOpen)
        file.commit();
}

} // namespace berth
