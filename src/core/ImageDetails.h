// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "core/Manifest.h"

namespace berth {

/// One step of an image's history, as its builder wrote it.
struct HistoryStep {
    std::string command;         ///< As a Dockerfile would have it: "RUN …", "COPY …"; empty if the builder wrote none.
    std::string created;         ///< RFC 3339, as written; may be empty.
    int layer = -1;              ///< Index of the layer that it made; -1: none.
    std::int64_t sizeBytes = -1; ///< Of that layer, as stored.
};

/// What an image configuration says (OCI image specification, config), for people to read. Members that are absent stay empty.
struct ImageDetails {
    std::vector<std::string> entrypoint;
    std::vector<std::string> command;
    std::string user;
    std::string folder;
    std::vector<std::string> ports;
    std::vector<std::string> volumes;
    std::string stopSignal;
    std::string health; ///< The test's command.
    std::vector<std::pair<std::string, std::string>> environment;
    std::vector<std::pair<std::string, std::string>> labels;
    std::vector<HistoryStep> history; ///< Oldest first. Steps without end: as many as the layers, if it has none.

    /// `manifest` is the one that names this configuration. BadRequest if it is no JSON object.
    static Result<ImageDetails> parse(std::string_view config, const Manifest &manifest);

    /// The command of the step that made that layer; empty if unknown.
    std::string commandOfLayer(std::size_t layer) const;
};

/// True for the name of a variable that looks as if its value were a secret.
bool looksLikeSecret(std::string_view variable);

} // namespace berth
