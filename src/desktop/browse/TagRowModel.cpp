// SPDX-License-Identifier: Apache-2.0
#include "desktop/browse/TagRowModel.h"

#include "core/SizeText.h"
#include "desktop/lists/ItemRoles.h"
#include "desktop/parts/DateText.h"

namespace berth {

void TagRowModel::reset(const QList<ArtifactSummary> &artifacts)
{
    beginResetModel();
    m_artifacts = artifacts;
    m_rows.clear();
    for (int i = 0; i < m_artifacts.size(); ++i) {
        for (const auto &tag : std::as_const(m_artifacts.at(i).tags))
            m_rows << Row{tag, i};
    }
    endResetModel();
}

void TagRowModel::append(const QList<ArtifactSummary> &artifacts)
{
    QList<Row> fresh;
    for (const auto &artifact : artifacts) {
        for (const auto &tag : artifact.tags)
            fresh << Row{tag, int(m_artifacts.size())};
        m_artifacts << artifact;
    }
    if (fresh.isEmpty())
        return;
    beginInsertRows({}, int(m_rows.size()), int(m_rows.size() + fresh.size()) - 1);
    m_rows += fresh;
    endInsertRows();
}

int TagRowModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_rows.size()); }
int TagRowModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant TagRowModel::data(const QModelIndex &index, int role) const
{
    if (!hasIndex(index.row(), index.column(), index.parent()))
        return {};
    const auto &row = m_rows.at(index.row());
    const auto &artifact = m_artifacts.at(row.artifact);
    const int column = index.column();
    switch (role) {
    case KeyRole: return row.tag;
    case VersionRole: return column == TagColumn;
    case MonoRole: return column == DigestColumn;
    case QuietRole: return column == DigestColumn || column == PushedColumn || column == PulledColumn;
    case GlyphRole: return column == TagColumn ? QVariant(QStringLiteral("tag")) : QVariant();
    case Qt::TextAlignmentRole: return QVariant(int((column == SizeColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    case Qt::ToolTipRole: return column == DigestColumn ? artifact.digest : column == TagColumn ? row.tag : QVariant();
    case Qt::AccessibleTextRole:
        if (column == TagColumn)
            return tr("Tag %1 of artifact %2").arg(row.tag, artifact.shortDigest());
        break;
    default: break;
    }
    if (role != Qt::DisplayRole && role != SortRole)
        return {};
    const bool sort = role == SortRole;
    switch (column) {
    case TagColumn: return row.tag;
    case DigestColumn: return artifact.shortDigest();
    case PlatformColumn: return artifact.isIndex() ? tr("%n platforms", nullptr, int(artifact.references.size())) : artifact.platform;
    case SizeColumn: return sort ? QVariant(artifact.sizeBytes) : artifact.sizeBytes < 0 ? QVariant() : sizeText(artifact.sizeBytes);
    case PushedColumn: return sort ? QVariant(artifact.pushed) : dateText(artifact.pushed);
    case PulledColumn: return sort ? QVariant(artifact.pulled) : dateText(artifact.pulled);
    default: return {};
    }
}

QVariant TagRowModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role == Qt::TextAlignmentRole)
        return QVariant(int((section == SizeColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TagColumn: return tr("Tag");
    case DigestColumn: return tr("Artifact");
    case PlatformColumn: return tr("Platforms");
    case SizeColumn: return tr("Size");
    case PushedColumn: return tr("Pushed");
    case PulledColumn: return tr("Pulled");
    default: return {};
    }
}

} // namespace berth
