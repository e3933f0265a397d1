// SPDX-License-Identifier: Apache-2.0
#include "registry/routes/Objects.h"

#include <algorithm>

#include <boost/json/parse.hpp>

#include "core/MediaTypes.h"

namespace berth::objects {

namespace {

json::object parsed(const std::string &text)
{
    boost::system::error_code ec;
    auto value = boost::json::parse(text, ec);
    return !ec && value.is_object() ? value.get_object() : json::object();
}

/// "IMAGE" for container images; otherwise a word from the config's type, as Harbor names charts and other artifacts.
std::string kindOf(const ArtifactRow &row)
{
    if (media::isIndex(row.mediaType) || row.configType == media::ociConfig || row.configType == media::dockerConfig)
        return "IMAGE";
    if (row.configType.find("helm") != std::string::npos)
        return "CHART";
    return "ARTIFACT";
}

} // namespace

json::object ofRegistry(const RegistryRow &row, const std::string &host)
{
    return {{"project_id", row.id}, {"name", row.name}, {"creation_time", toRfc3339(row.createdAt)}, {"update_time", toRfc3339(row.updatedAt)},
        {"repo_count", row.imageCount}, {"metadata", parsed(row.metadata)}, {"registry_id", row.sourceId}, {"usage", row.usedBytes},
        {"uri", host + "/" + row.name}};
}

json::object ofImage(const ImageRow &row)
{
    return {{"id", row.id}, {"name", row.registry + "/" + row.name}, {"project_id", row.registryId}, {"description", ""}, {"pull_count", row.pullCount},
        {"artifact_count", row.artifactCount}, {"tag_count", row.tagCount}, {"usage", row.usedBytes}, {"creation_time", toRfc3339(row.createdAt)},
        {"update_time", toRfc3339(row.updatedAt)}};
}

json::object ofArtifact(const ArtifactRow &row, std::int64_t registryId)
{
    json::object extra{{"architecture", row.platform.architecture}, {"os", row.platform.os}, {"author", row.author}, {"created", row.builtAt}};
    if (!row.platform.variant.empty())
        extra["variant"] = row.platform.variant;
    return {{"id", row.id}, {"digest", row.digest}, {"manifest_media_type", row.mediaType}, {"media_type", row.configType}, {"artifact_type", row.artifactType},
        {"type", kindOf(row)}, {"size", row.totalBytes}, {"push_time", toRfc3339(row.pushedAt)}, {"pull_time", toRfc3339(row.pulledAt)},
        {"pull_count", row.pullCount}, {"extra_attrs", extra}, {"project_id", registryId}, {"repository_id", row.repositoryId},
        {"annotations", parsed(row.annotations)}, {"labels", nullptr}, {"accessories", nullptr}};
}

json::object ofReference(const ChildRow &child, std::int64_t parentId)
{
    return {{"parent_id", parentId}, {"child_digest", child.digest},
        {"platform", json::object{{"os", child.platform.os}, {"architecture", child.platform.architecture}, {"variant", child.platform.variant}}},
        {"media_type", child.mediaType}, {"size", child.totalBytes}, {"pull_time", toRfc3339(child.pulledAt)}};
}

json::object ofTag(const TagRow &row, bool isProtected)
{
    return {{"id", row.id}, {"name", row.name}, {"push_time", toRfc3339(row.pushedAt)}, {"pull_time", toRfc3339(row.pulledAt)}, {"immutable", isProtected},
        {"signed", false}, {"artifact_id", row.artifactId}, {"repository_id", row.repositoryId}};
}

} // namespace berth::objects
