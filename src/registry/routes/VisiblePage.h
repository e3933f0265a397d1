// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "core/Rights.h"
#include "registry/store/Page.h"

namespace berth {

/// True if the rights hide no registry, so that a list can be paged as it is and sums of the whole server may be told.
inline bool seesAll(const Rights &rights)
{
    return !rights.onlyIn && rights.allows({}, Action::See)
        && std::ranges::all_of(rights.registries, [&](const auto &entry) { return rights.allows(entry.first, Action::See); });
}

/// The page of those rows that may be shown, where `fetch(Page)` gives all: what is hidden takes no place, so that a short page is the last.
/// `all`: nothing is hidden.
template <class Fetch, class MayShow> auto visiblePage(bool all, Page page, const Fetch &fetch, const MayShow &mayShow) -> decltype(fetch(page))
{
    if (all)
        return fetch(page);
    decltype(fetch(page)) result;
    constexpr std::int64_t step = 500;
    std::int64_t skip = page.offset;
    for (std::int64_t offset = 0; std::int64_t(result.size()) < page.limit; offset += step) {
        auto rows = fetch(Page{offset, step});
        for (auto &row : rows) {
            if (mayShow(row) && skip-- <= 0 && std::int64_t(result.size()) < page.limit)
                result.push_back(std::move(row));
        }
        if (std::int64_t(rows.size()) < step)
            break;
    }
    return result;
}

} // namespace berth
