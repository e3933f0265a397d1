// SPDX-License-Identifier: Apache-2.0
#include "desktop/browse/ArtifactTreeModel.h"

#include "core/SizeText.h"
#include "desktop/lists/ItemRoles.h"
#include "desktop/parts/DateText.h"

namespace berth {

namespace {
QString shortDigest(const QString &digest) { return digest.section(QLatin1Char(':'), 1).left(12); }
}// namespace

void ArtifactTreeModel::reset(QList<ArtifactSummary> rows)
{
    beginResetModel();
    m_rows.clear();
    m_rowOf.clear();
    for (auto &row : rows) {
        if (const auto known = m_rowOf.constFind(row.digest); known != m_rowOf.cend()) {
            m_rows[*known].tags += row.tags;
            m_rows[*known].tagCount += row.tagCount;
            continue;
        }
        m_rowOf.insert(row.digest, int(m_rows.size()));
        m_rows << std::move(row);
    }
    endResetModel();
}

void ArtifactTreeModel::append(const QList<ArtifactSummary> &rows)
{
    QList<ArtifactSummary> fresh;
    for (const auto &row : rows) {
        const auto known = m_rowOf.constFind(row.digest);
        if (known == m_rowOf.cend()) {
            m_rowOf.insert(row.digest, int(m_rows.size() + fresh.size()));
            fresh << row;
            continue;
        }
        auto &there = *known < m_rows.size() ? m_rows[*known] : fresh[*known - m_rows.size()];
        there.tags += row.tags;
        there.tagCount += row.tagCount;
        if (*known < m_rows.size())
            Q_EMIT dataChanged(index(*known, TagsColumn), index(*known, TagsColumn));
    }
    if (fresh.isEmpty())
        return;
    beginInsertRows({}, int(m_rows.size()), int(m_rows.size() + fresh.size()) - 1);
    m_rows += fresh;
    endInsertRows();
}

const ArtifactSummary &ArtifactTreeModel::artifactAt(const QModelIndex &index) const
{
    return m_rows.at(isPlatform(index) ? int(index.internalId()) - 1 : index.row());
}

QString ArtifactTreeModel::digestAt(const QModelIndex &index) const
{
    const auto &artifact = artifactAt(index);
    return isPlatform(index) ? artifact.references.at(index.row()).digest : artifact.digest;
}

QModelIndex ArtifactTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row() + 1) : quintptr(0));
}

QModelIndex ArtifactTreeModel::parent(const QModelIndex &child) const
{
    return child.isValid() && isPlatform(child) ? createIndex(int(child.internalId()) - 1, 0, quintptr(0)) : QModelIndex();
}

int ArtifactTreeModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_rows.size());
    return parent.column() == 0 && !isPlatform(parent) && parent.row() < m_rows.size() ? int(m_rows.at(parent.row()).references.size()) : 0;
}

int ArtifactTreeModel::columnCount(const QModelIndex &) const { return ColumnCount; }

QVariant ArtifactTreeModel::artifactData(const ArtifactSummary &row, int column, int role) const
{
    if (role == Qt::AccessibleTextRole) {
        if (column == DigestColumn)
            return tr("Artifact %1").arg(row.shortDigest());
        if (column == TagsColumn)
            return row.tags.isEmpty() ? tr("No tags") : tr("Tags %1").arg(row.tags.join(QStringLiteral(", ")));
    }
    if (role == GlyphRole && column == DigestColumn)
        return row.isIndex() ? QStringLiteral("index") : row.kind == QLatin1String("CHART") ? QStringLiteral("chart") : QStringLiteral("artifact");
    if (role == ChipsRole && column == TagsColumn)
        return row.tags;
    if (role == Qt::ToolTipRole && column == TagsColumn)
        return row.tags.join(QStringLiteral(", "));
    if (role == Qt::ToolTipRole && column == DigestColumn)
        return row.digest;
    if (role != Qt::DisplayRole && role != SortRole)
        return {};
    const bool sort = role == SortRole;
    switch (column) {
    case DigestColumn: return row.shortDigest();
    case TagsColumn: return sort ? row.tags.value(0) : row.tags.isEmpty() ? tr("No tags") : row.tags.join(QStringLiteral(", "));
    case PlatformColumn: return row.isIndex() ? tr("%n platforms", nullptr, int(row.references.size())) : row.platform;
    case SizeColumn: return sort ? QVariant(row.sizeBytes) : row.sizeBytes < 0 ? QVariant() : sizeText(row.sizeBytes);
    case PushedColumn: return sort ? QVariant(row.pushed) : dateText(row.pushed);
    case PulledColumn: return sort ? QVariant(row.pulled) : dateText(row.pulled);
    default: return {};
    }
}

QVariant ArtifactTreeModel::platformData(const ReferenceSummary &row, int column, int role) const
{
    if (role == Qt::AccessibleTextRole && column == DigestColumn)
        return tr("Platform %1").arg(row.platform);
    if (role == GlyphRole && column == DigestColumn)
        return QStringLiteral("artifact");
    if (role == Qt::ToolTipRole && column == DigestColumn)
        return row.digest;
    if (role != Qt::DisplayRole && role != SortRole)
        return {};
    const bool sort = role == SortRole;
    switch (column) {
    case DigestColumn: return shortDigest(row.digest);
    case PlatformColumn: return row.platform;
    case SizeColumn: return sort ? QVariant(row.sizeBytes) : row.sizeBytes <= 0 ? QVariant() : sizeText(row.sizeBytes);
    case PulledColumn: return sort ? QVariant(row.pulled) : dateText(row.pulled);
    default: return {};
    }
}

QVariant ArtifactTreeModel::data(const QModelIndex &index, int role) const
{
    if (!hasIndex(index.row(), index.column(), index.parent()))
        return {};
    const int column = index.column();
    if (role == KeyRole)
        return digestAt(index);
    if (role == UntaggedRole)
        return !isPlatform(index) && m_rows.at(index.row()).tags.isEmpty();
    if (role == VersionRole)
        return column == TagsColumn;
    if (role == MonoRole)
        return column == DigestColumn;
    if (role == QuietRole)
        return column == PushedColumn || column == PulledColumn || (column == DigestColumn && isPlatform(index));
    if (role == Qt::TextAlignmentRole)
        return QVariant(int((column == SizeColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    return isPlatform(index) ? platformData(artifactAt(index).references.at(index.row()), column, role) : artifactData(m_rows.at(index.row()), column, role);
}

QVariant ArtifactTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role == Qt::TextAlignmentRole)
        return QVariant(int((section == SizeColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case DigestColumn: return tr("Artifact");
    case TagsColumn: return tr("Tags");
    case PlatformColumn: return tr("Platforms");
    case SizeColumn: return tr("Size");
    case PushedColumn: return tr("Pushed");
    case PulledColumn: return tr("Pulled");
    default: return {};
    }
}

} // namespace berth
