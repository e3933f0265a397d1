// SPDX-License-Identifier: Apache-2.0
#include "desktop/browse/ContentRows.h"

#include "desktop/browse/ContentTable.h"

namespace berth {

namespace {

QString countText(ContentRows kind, int rows)
{
    switch (kind) {
    case ContentRows::Registries: return ContentTable::tr("%n registries", nullptr, rows);
    case ContentRows::Images: return ContentTable::tr("%n images", nullptr, rows);
    case ContentRows::Artifacts: return ContentTable::tr("%n artifacts", nullptr, rows);
    case ContentRows::Tags: break;
    }
    return ContentTable::tr("%n tags", nullptr, rows);
}

/// Where a filter looked in vain.
QString lookedText(ContentRows kind, int rows)
{
    switch (kind) {
    case ContentRows::Registries: return ContentTable::tr("Looked at the names of all %n registries.", nullptr, rows);
    case ContentRows::Images: return ContentTable::tr("Looked at the names of all %n images.", nullptr, rows);
    case ContentRows::Artifacts: return ContentTable::tr("Looked at the digests, tags and platforms of all %n artifacts.", nullptr, rows);
    case ContentRows::Tags: break;
    }
    return ContentTable::tr("Looked at the names and digests of all %n tags.", nullptr, rows);
}

} // namespace

QString contentName(ContentRows kind)
{
    switch (kind) {
    case ContentRows::Registries: return ContentTable::tr("Registries");
    case ContentRows::Images: return ContentTable::tr("Images");
    case ContentRows::Artifacts: return ContentTable::tr("Artifacts");
    case ContentRows::Tags: break;
    }
    return ContentTable::tr("Tags");
}

QString ContentCount::text() const
{
    if (hasMore)
        return sortWaits   ? ContentTable::tr("sorting, %n loaded", nullptr, loaded)
            : isFiltered() ? ContentTable::tr("searching, %n loaded", nullptr, loaded)
                           : ContentTable::tr("%n loaded", nullptr, loaded);
    return isFiltered() ? ContentTable::tr("%1 of %2").arg(shown).arg(countText(kind, loaded)) : countText(kind, loaded);
}

StatePage::Content ContentCount::nothing() const
{
    if (isFiltered())
        return {
            "filter", Tint::Text3, ContentTable::tr("Nothing matches “%1”").arg(filter), lookedText(kind, loaded), {}, ContentTable::tr("Clear filter"), {}};
    if (loaded > 0)
        return {"artifact", Tint::Text3, ContentTable::tr("No artifact has a tag"), ContentTable::tr("%n artifacts without a tag are hidden.", nullptr, loaded),
            {}, {}, {}};
    return {"image", Tint::Text3,
        kind == ContentRows::Images     ? ContentTable::tr("No images yet")
            : kind == ContentRows::Tags ? ContentTable::tr("No tags yet")
                                        : ContentTable::tr("Nothing here yet"),
        ContentTable::tr("Drop an image archive on this window, or push one from a terminal."), {}, {}, {}};
}

} // namespace berth
