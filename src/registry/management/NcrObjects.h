// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "core/Json.h"
#include "registry/store/Artifacts.h"
#include "registry/store/Images.h"
#include "registry/store/Registries.h"
#include "registry/store/Tags.h"

/// Rows as the objects of NCR's public API.
namespace berth::ncr {

json::object registryObject(const RegistryRow &row, const std::string &host);
json::object imageObject(const ImageRow &row);

/// Without tags and references, which callers add.
json::object artifactObject(const ArtifactRow &row, std::int64_t registryId);
json::object referenceObject(const ChildRow &child, std::int64_t parentId);
json::object tagObject(const TagRow &row);

} // namespace berth::ncr
