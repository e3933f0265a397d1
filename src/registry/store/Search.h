// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <vector>

#include "registry/store/Images.h"
#include "registry/store/Page.h"
#include "registry/store/Tags.h"

namespace berth {

/// What a search came upon.
struct FoundNames {
    std::vector<ImageRow> images; ///< By registry and name.
    std::vector<TagRow> tags;     ///< By registry, image and name.
    std::int64_t lookedAt = 0;    ///< Names of images and tags.
    bool isWhole = true;          ///< False: the time was over before all were looked at.
};

namespace search {

/// Images and tags whose names contain `text`, literally, of the registries that may be shown. Looks at name after name and so takes
/// the longer the more there are; it ends when the page is full, or after that time.
FoundNames byPartOfName(Sql &sql, const std::string &text, Page page, const std::function<bool(const std::string &registry)> &mayShow,
    std::chrono::milliseconds longest = std::chrono::seconds(3));

} // namespace search

} // namespace berth
