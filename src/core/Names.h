// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

#include "core/Result.h"

namespace berth {

/// The registry that names of one component belong to; exists from the first start.
inline constexpr std::string_view defaultRegistry = "library";

/// Longest repository name including the server's address, without tag.
inline constexpr size_t maxFullNameLength = 255;

/// Checks the name of a registry. NameInvalid with the rule in words.
Result<void> checkRegistryName(std::string_view name);

/// Checks the name of an image inside its registry: components of a–z, 0–9 and separators,
/// joined by "/" (R-025, OCI distribution specification). NameInvalid with the rule in words.
Result<void> checkImageName(std::string_view name);

/// Checks a tag: [A-Za-z0-9_][A-Za-z0-9._-]{0,127}. TagInvalid with the rule in words.
Result<void> checkTag(std::string_view tag);

/// Checks the name of a user of a Berth server: 1 to 64 letters, digits and . _ - @. NameInvalid with the rule in words.
Result<void> checkUserName(std::string_view name);

/// An image's place on a server: registry and image, canonical ("ubuntu" is library/ubuntu).
class RepositoryName {
public:
    /// Reads a path as it stands in a URL or scope. NameInvalid if it breaks the grammar.
    static Result<RepositoryName> parse(std::string_view path);

    /// From its two parts, each checked.
    static Result<RepositoryName> of(std::string_view registry, std::string_view image);

    const std::string &registry() const { return m_registry; }
    const std::string &image() const { return m_image; }

    /// "registry/image".
    std::string toString() const { return m_registry + "/" + m_image; }

    friend auto operator<=>(const RepositoryName &, const RepositoryName &) = default;

private:
    RepositoryName(std::string registry, std::string image)
        : m_registry(std::move(registry))
        , m_image(std::move(image))
    {
    }

    std::string m_registry;
    std::string m_image;
};

/// A reference as people and archives write it, taken apart but not completed.
struct ImageReference {
    std::string host;   ///< With port; empty if the text names none.
    std::string path;   ///< "library/ubuntu", or "ubuntu" as written.
    std::string tag;    ///< Empty if none.
    std::string digest; ///< Empty if none.

    /// Reads [host[:port]/]path[:tag][@digest] by docker's rule: the first component is a host if it has
    /// a dot or a colon, or is "localhost". NameInvalid if a part breaks its grammar.
    static Result<ImageReference> parse(std::string_view text);
};

/// A legal image name nearest to free text such as a file's base name: Latin letters lower-cased, Hangul
/// romanised syllable by syllable, everything else a dash. Never empty ("image" when nothing is left).
std::string suggestImageName(std::string_view utf8);

} // namespace berth
