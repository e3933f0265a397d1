// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desktop/parts/StatePage.h"

namespace berth {

/// What a row of the content table stands for.
enum class ContentRows { Registries, Images, Artifacts, Tags };
inline constexpr int contentRowKinds = 4;

/// What the table says of its rows.
struct ContentCount {
    ContentRows kind = ContentRows::Registries;
    int loaded = 0;
    int shown = 0;
    bool hasMore = false;
    bool sortWaits = false; ///< For the rest of the rows.
    QString filter;         ///< Empty: none.

    bool isFiltered() const { return !filter.isEmpty(); }
    /// "12 of 300 images", "searching, 300 loaded".
    QString text() const;
    /// What stands in the place of rows where none is shown.
    StatePage::Content nothing() const;
};

/// The table's name for screen readers.
QString contentName(ContentRows kind);

} // namespace berth
