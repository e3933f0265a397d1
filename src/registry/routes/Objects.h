// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "core/Json.h"
#include "registry/store/Artifacts.h"
#include "registry/store/Images.h"
#include "registry/store/Registries.h"
#include "registry/store/Tags.h"

/// Rows as the objects of NCR's public API, which Berth's own shares.
namespace berth::objects {

json::object ofRegistry(const RegistryRow &row, const std::string &host);
json::object ofImage(const ImageRow &row);

/// Without tags and references, which callers add.
json::object ofArtifact(const ArtifactRow &row, std::int64_t registryId);
json::object ofReference(const ChildRow &child, std::int64_t parentId);
json::object ofTag(const TagRow &row, bool isProtected);

} // namespace berth::objects
