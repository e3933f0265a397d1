// SPDX-License-Identifier: Apache-2.0
#include "desktop/search/SearchModel.h"

#include <QLocale>

#include "client/roles/ContentSearch.h"
#include "core/Names.h"
#include "desktop/parts/DateText.h"
#include "desktop/sessions/ConnectionList.h"

namespace berth {

namespace {
constexpr int hitsPerSection = 8;
}

SearchModel::SearchModel(ConnectionList &connections, QList<QAction *> actions, QObject *parent)
    : QAbstractListModel(parent)
    , m_connections(connections)
    , m_actions(std::move(actions))
{
}

void SearchModel::setText(const QString &text)
{
    m_text = text.trimmed();
    ++m_generation;
    m_waiting = 0;
    m_found.clear();
    m_failed.clear();
    m_away.clear();
    m_tagless.clear();
    m_cut.clear();
    if (!m_text.isEmpty()) {
        for (auto *session : m_connections.sessions()) {
            if (session->as<ContentSearch>())
                ask(*session);
            else
                m_away << session->name();
        }
    }
    layOut();
}

void SearchModel::ask(Session &session)
{
    ++m_waiting;
    QCoro::connect(session.as<ContentSearch>()->search(m_text), this,
        [this, generation = m_generation, id = session.id(), name = session.name()](const Result<SearchResult> &result) {
            if (generation != m_generation)
                return;
            --m_waiting;
            if (result) {
                m_found << Found{id, name, *result};
                if (!result->tagsSearched)
                    m_tagless << name;
                if (!result->isWhole)
                    m_cut << tr("%1 looked at %2 names, there are more").arg(name, QLocale().toString(result->lookedAt));
            } else {
                m_failed << name;
            }
            layOut();
        });
}

void SearchModel::layOut()
{
    QList<Hit> places, images, tags, deeds;
    const auto contains = [this](const QString &text) { return text.contains(m_text, Qt::CaseInsensitive); };
    const QString arrow = QStringLiteral(" › ");
    for (const auto *session : m_connections.sessions()) {
        if (contains(session->name()))
            places << Hit{false, QStringLiteral("server"), session->name(), session->connection().address(), {}, {session->id(), {}, {}}, {}, {}};
        for (const auto &registry : session->registries()) {
            if (registry.name != topLevel && contains(registry.name))
                places << Hit{false, QStringLiteral("registry"), registry.name, session->name(),
                    registry.imageCount < 0 ? QString() : tr("%n images", nullptr, int(registry.imageCount)), {session->id(), registry.name, {}}, {}, {}};
        }
    }
    for (const auto &found : std::as_const(m_found)) {
        for (const auto &image : found.result.images)
            images << Hit{false, QStringLiteral("image"), image.name,
                image.registry == topLevel ? found.connectionName : found.connectionName + arrow + image.registry,
                image.artifactCount < 0 ? QString() : tr("%n artifacts", nullptr, int(image.artifactCount)), {found.connectionId, image.registry, image.name},
                {}, {}};
        for (const auto &tag : found.result.tags)
            tags << Hit{false, QStringLiteral("tag"), tag.name, found.connectionName + arrow + tag.registry + arrow + tag.image,
                tag.pushed.isValid() ? dateText(tag.pushed) : QString(), {found.connectionId, tag.registry, tag.image}, tag.name, {}};
    }
    // Servers that list nothing are opened by name.
    if (RepositoryName::parse(m_text.toStdString()) && m_text.size() > 1) {
        for (const auto *session : m_connections.sessions()) {
            if (session->isConnected() && session->connection().kind != ServerKind::Berth) {
                const bool isDeep = m_text.contains(QLatin1Char('/'));
                deeds << Hit{false, QStringLiteral("open"), tr("Open %1").arg(m_text), session->name(), {},
                    {session->id(), isDeep ? m_text.section(QLatin1Char('/'), 0, 0) : topLevel, isDeep ? m_text.section(QLatin1Char('/'), 1) : m_text}, {}, {}};
            }
        }
    }
    for (auto *action : std::as_const(m_actions)) {
        if (contains(action->text().remove(QLatin1Char('&'))))
            deeds << Hit{false, QStringLiteral("play"), action->text().remove(QLatin1Char('&')), {},
                action->isEnabled() ? action->shortcut().toString(QKeySequence::NativeText) : action->toolTip(), {}, {}, action};
    }
    beginResetModel();
    m_hits.clear();
    const auto section = [this](const QString &caption, const QList<Hit> &hits) {
        if (hits.isEmpty() || m_text.isEmpty())
            return;
        m_hits << Hit{true, {}, caption, {}, hits.size() > hitsPerSection ? tr("%1 of %2").arg(hitsPerSection).arg(hits.size()) : QString::number(hits.size()),
            {}, {}, {}};
        m_hits += hits.mid(0, hitsPerSection);
    };
    section(tr("Places"), places);
    section(tr("Images"), images);
    section(tr("Tags"), tags);
    section(tr("Do"), deeds);
    endResetModel();
    Q_EMIT searched();
}

QString SearchModel::missing() const
{
    QStringList sentences;
    const QString comma = QStringLiteral(", ");
    if (!m_failed.isEmpty())
        sentences << tr("No answer from %1").arg(m_failed.join(comma));
    if (!m_away.isEmpty())
        sentences << tr("Not connected: %1").arg(m_away.join(comma));
    if (!m_tagless.isEmpty())
        sentences << tr("Tags not searched: %1").arg(m_tagless.join(comma));
    sentences << m_cut;
    return sentences.join(QStringLiteral(" · "));
}

Place SearchModel::placeAt(int row, QString *tag) const
{
    *tag = m_hits.at(row).tag;
    return m_hits.at(row).place;
}

QAction *SearchModel::actionAt(int row) const { return m_hits.at(row).action; }

/// No caption, and nothing that this person may not do.
bool SearchModel::canChoose(int row) const
{
    const auto &hit = m_hits.at(row);
    return !hit.isCaption && (!hit.action || hit.action->isEnabled());
}

int SearchModel::nextHit(int row, int step) const
{
    while (row >= 0 && row < m_hits.size()) {
        if (canChoose(row))
            return row;
        row += step;
    }
    return -1;
}

int SearchModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_hits.size()); }

QVariant SearchModel::data(const QModelIndex &index, int role) const
{
    if (!hasIndex(index.row(), index.column(), index.parent()))
        return {};
    const auto &hit = m_hits.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return hit.title;
    case Qt::AccessibleTextRole: return hit.isCaption || hit.where.isEmpty() ? hit.title : hit.title + QStringLiteral(", ") + hit.where;
    case Qt::ToolTipRole: return hit.isCaption ? QVariant() : hit.where.isEmpty() ? hit.title : hit.where + QStringLiteral(" › ") + hit.title;
    case IsCaptionRole: return hit.isCaption;
    case GlyphNameRole: return hit.glyph;
    case WhereRole: return hit.where;
    case NoteRole: return hit.note;
    default: return {};
    }
}

Qt::ItemFlags SearchModel::flags(const QModelIndex &index) const
{
    if (!hasIndex(index.row(), index.column(), index.parent()))
        return Qt::NoItemFlags;
    return canChoose(index.row()) ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags;
}

} // namespace berth
