// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/http/HttpClient.h"
#include "client/roles/Types.h"
#include "core/Json.h"

/// Reading what NCR's API answers. Every member may be absent; unknown ones are ignored.
namespace berth::ncrreplies {

/// The reply's JSON if the envelope says success. Otherwise an error whose kind comes from the result code and whose sentence is the
/// server's; HTML from a gateway and empty bodies get sentences of their own.
Result<json::value> open(const HttpReply &reply);

/// The JSON of one of Berth's own calls, which use HTTP's codes.
Result<json::value> openPlain(const HttpReply &reply);

QList<RegistrySummary> registries(const json::value &reply, const QString &host);
QList<ImageSummary> images(const json::value &reply, const QString &registry);
QList<ArtifactSummary> artifacts(const json::value &reply);
QList<TagSummary> tags(const json::value &reply);
DeletionForecast forecast(const json::value &reply);
SearchResult search(const json::value &reply);

} // namespace berth::ncrreplies
