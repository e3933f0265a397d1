// SPDX-License-Identifier: Apache-2.0
#include "core/ImageDetails.h"

#include <algorithm>
#include <array>

namespace berth {

namespace {

std::vector<std::string> texts(const json::value &from, std::string_view key)
{
    std::vector<std::string> result;
    for (const auto &item : json::list(from, key)) {
        if (item.is_string())
            result.emplace_back(item.get_string());
    }
    return result;
}

/// The keys of an object member: how ports and volumes are written.
std::vector<std::string> keys(const json::value &from, std::string_view key)
{
    std::vector<std::string> result;
    if (const auto *member = json::find(from, key); member && member->is_object()) {
        for (const auto &[name, value] : member->get_object())
            result.emplace_back(name);
    }
    return result;
}

bool takePrefix(std::string_view &text, std::string_view prefix)
{
    if (!text.starts_with(prefix))
        return false;
    text.remove_prefix(prefix.size());
    return true;
}

/// What builders write before and behind the command is dropped.
std::string dockerfileLine(std::string_view text)
{
    constexpr std::string_view shell = "/bin/sh -c ", nop = "#(nop) ", buildkit = " # buildkit";
    if (text.ends_with(buildkit))
        text.remove_suffix(buildkit.size());
    std::string line;
    if (takePrefix(text, shell)) {
        if (!takePrefix(text, nop))
            line = "RUN ";
    } else if (takePrefix(text, "RUN ")) {
        takePrefix(text, shell);
        line = "RUN ";
    }
    while (text.starts_with(' '))
        text.remove_prefix(1);
    return line.append(text);
}

} // namespace

Result<ImageDetails> ImageDetails::parse(std::string_view config, const Manifest &manifest)
{
    const auto body = json::parseStrict(config);
    if (!body)
        return tl::unexpected(body.error());
    if (!body->is_object())
        return fail(ErrorCode::BadRequest, "An image configuration is a JSON object");
    ImageDetails details;
    if (const auto *run = json::find(*body, "config"); run && run->is_object()) {
        details.entrypoint = texts(*run, "Entrypoint");
        details.command = texts(*run, "Cmd");
        details.user = json::text(*run, "User");
        details.folder = json::text(*run, "WorkingDir");
        details.ports = keys(*run, "ExposedPorts");
        details.volumes = keys(*run, "Volumes");
        details.stopSignal = json::text(*run, "StopSignal");
        for (const auto &line : texts(*run, "Env")) {
            const auto equals = std::min(line.find('='), line.size());
            details.environment.emplace_back(line.substr(0, equals), equals < line.size() ? line.substr(equals + 1) : std::string());
        }
        if (const auto *labels = json::find(*run, "Labels"); labels && labels->is_object()) {
            for (const auto &[name, value] : labels->get_object())
                details.labels.emplace_back(name, value.is_string() ? std::string(value.get_string()) : json::serialize(value));
        }
        if (const auto *health = json::find(*run, "Healthcheck"); health && health->is_object()) {
            for (const auto &word : texts(*health, "Test")) {
                if (word != "CMD" && word != "CMD-SHELL" && word != "NONE")
                    details.health += (details.health.empty() ? "" : " ") + word;
            }
        }
    }
    int layer = 0;
    for (const auto &item : json::list(*body, "history")) {
        HistoryStep step;
        step.command = dockerfileLine(json::text(item, "created_by"));
        step.created = json::text(item, "created");
        if (!json::boolean(item, "empty_layer") && std::size_t(layer) < manifest.layers.size()) {
            step.layer = layer;
            step.sizeBytes = manifest.layers[std::size_t(layer)].sizeBytes;
            ++layer;
        }
        details.history.push_back(std::move(step));
    }
    for (; std::size_t(layer) < manifest.layers.size(); ++layer)
        details.history.push_back({{}, {}, layer, manifest.layers[std::size_t(layer)].sizeBytes});
    return details;
}

std::string ImageDetails::commandOfLayer(std::size_t layer) const
{
    const auto step = std::ranges::find(history, int(layer), &HistoryStep::layer);
    return step == history.end() ? std::string() : step->command;
}

bool looksLikeSecret(std::string_view variable)
{
    std::string upper(variable);
    std::ranges::transform(upper, upper.begin(), [](char c) { return c >= 'a' && c <= 'z' ? char(c - 'a' + 'A') : c; });
    constexpr std::array words{"SECRET", "PASSWORD", "PASSWD", "TOKEN", "APIKEY", "API_KEY", "PRIVATE_KEY", "ACCESS_KEY", "CREDENTIAL"};
    return std::ranges::any_of(words, [&](std::string_view word) { return upper.find(word) != std::string::npos; });
}

} // namespace berth
