// SPDX-License-Identifier: Apache-2.0
#include "core/Names.h"
#include "fuzz/Require.h"

using namespace berth;
using berth::test::require;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char *>(data), size);
    const auto suggested = suggestImageName(text);
    require(checkImageName(suggested).has_value(), "a suggested name is a legal one");
    const auto reference = ImageReference::parse(text);
    if (!reference)
        return 0;
    std::string again = reference->host.empty() ? reference->path : reference->host + "/" + reference->path;
    if (!reference->tag.empty())
        again += ":" + reference->tag;
    if (!reference->digest.empty())
        again += "@" + reference->digest;
    require(again == text, "the parts of a reference make up the whole");
    require(checkImageName(reference->path).has_value(), "the path is an image name");
    return 0;
}
