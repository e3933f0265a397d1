// SPDX-License-Identifier: Apache-2.0
#include "desktop/cleanup/TimelineModel.h"

#include "core/SizeText.h"
#include "desktop/parts/DateText.h"

namespace berth {

QVariant TimelineModel::cell(const TimelineData::Lane &lane, int column, int role) const
{
    const auto &entry = lane.entry;
    const QString goes = lane.goes.isValid() ? dateText(lane.goes) : tr("stays");
    switch (role) {
    case KeyRole: return entry.image + QLatin1Char('\n') + entry.digest;
    case GlyphRole:
        return column != ArtifactColumn                         ? QVariant()
            : lane.goes.isValid()                               ? QVariant(QStringLiteral("trash"))
            : entry.outcome == CleanupEntry::Outcome::Protected ? QVariant(QStringLiteral("lock"))
                                                                : QVariant(QStringLiteral("check"));
    case MonoRole: return column == ArtifactColumn && entry.tags.isEmpty();
    case QuietRole: return column == ReasonColumn || column == ImageColumn;
    case Qt::ToolTipRole: return column == ReasonColumn ? QVariant(lane.reason) : QVariant();
    case Qt::AccessibleTextRole:
        if (column == ArtifactColumn)
            return tr("%1 in %2, %3: %4", "artifact, image, date, reason").arg(entry.name(), entry.image, goes, lane.reason);
        break;
    default: break;
    }
    if (role != Qt::DisplayRole && role != SortRole)
        return {};
    const bool sort = role == SortRole;
    switch (column) {
    case ArtifactColumn: return entry.name();
    case ImageColumn: return entry.image;
    case GoesColumn: return sort ? QVariant(lane.goes.isValid() ? lane.goes.toMSecsSinceEpoch() : std::numeric_limits<qint64>::max()) : QVariant(goes);
    case ReasonColumn: return lane.reason;
    default: return sort ? QVariant(entry.sizeBytes) : QVariant(entry.sizeBytes < 0 ? QString() : sizeText(entry.sizeBytes));
    }
}

QString TimelineModel::heading(int column) const
{
    switch (column) {
    case ArtifactColumn: return tr("Artifact");
    case ImageColumn: return tr("Image");
    case GoesColumn: return tr("Goes");
    case ReasonColumn: return tr("Reason");
    default: return tr("Size");
    }
}

} // namespace berth
