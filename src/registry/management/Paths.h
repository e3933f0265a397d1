// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "registry/http/Message.h"
#include "registry/store/Page.h"

namespace berth::ncr {

/// The components of a path. An image's name may come raw, with %2F or with %252F: each component is decoded at most twice, and
/// what then holds slashes becomes several components. BadRequest if an encoding is broken.
Result<std::vector<std::string>> splitPath(std::string_view path);

/// `page` (from 1) and `page_size` (default 10, clamped to 100). BadRequest below 1 and for what is no number.
Result<Page> readPage(const http::Request &request);

/// What stands behind …/images: an image, one of its artifacts, tags of one, a tag.
struct ImagePath {
    std::string image;
    std::optional<std::string> reference; ///< Set with artifacts/{reference}.
    std::optional<std::string> tag;
    bool listsArtifacts = false;
    bool hasTags = false; ///< …/tags or …/tags/{tag}.
    std::string other;    ///< "scan", "additions": calls of their own.
};

/// Reads the components after "images". Image names hold slashes, so the end decides.
ImagePath readImagePath(const std::vector<std::string> &parts);

} // namespace berth::ncr
