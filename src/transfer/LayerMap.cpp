// SPDX-License-Identifier: Apache-2.0
#include "transfer/LayerMap.h"

#include <QFile>
#include <QSaveFile>

#include "core/Json.h"

namespace berth {

namespace {
constexpr std::size_t maxLayers = 20'000;
}

LayerMap::LayerMap(QString file)
    : m_file(std::move(file))
{
    QFile stored(m_file);
    if (!stored.open(QIODevice::ReadOnly))
        return;
    const auto text = stored.readAll().toStdString();
    const auto value = json::parseStrict(text);
    if (!value || !value->is_object())
        return;
    for (const auto &member : value->get_object()) {
        const auto diffId = Digest::parse(member.key());
        const auto digest = Digest::parse(json::text(member.value(), "digest"));
        if (diffId && digest)
            m_layers.emplace(*diffId, Packed{*digest, json::integer(member.value(), "size")});
    }
}

std::optional<LayerMap::Packed> LayerMap::find(const Digest &diffId) const
{
    const std::lock_guard guard(m_mutex);
    const auto it = m_layers.find(diffId);
    return it == m_layers.end() ? std::nullopt : std::optional(it->second);
}

void LayerMap::remember(const Digest &diffId, const Packed &packed)
{
    const std::lock_guard guard(m_mutex);
    if (m_layers.size() >= maxLayers)
        m_layers.clear();
    m_layers.insert_or_assign(diffId, packed);
    save();
}

void LayerMap::save() const
{
    json::object object;
    for (const auto &[diffId, packed] : m_layers)
        object[diffId.toString()] = json::object{{"digest", packed.digest.toString()}, {"size", packed.sizeBytes}};
    QSaveFile file(m_file);
    if (file.open(QIODevice::WriteOnly) && file.write(QByteArray::fromStdString(json::serialize(object))) >= 0)
        file.commit();
}

} // namespace berth
