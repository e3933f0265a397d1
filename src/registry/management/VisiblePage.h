// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "registry/store/Page.h"

namespace berth {

/// The page of those rows that may be shown, where `fetch(Page)` gives all: what is hidden takes no place, so that a short page is the last.
template <class Fetch, class MayShow> auto visiblePage(Page page, const Fetch &fetch, const MayShow &mayShow) -> decltype(fetch(page))
{
    decltype(fetch(page)) result;
    constexpr std::int64_t step = 100;
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
