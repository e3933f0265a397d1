// SPDX-License-Identifier: Apache-2.0
#include "core/Json.h"
#include "fuzz/Require.h"

using namespace berth;
using berth::test::require;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const auto parsed = json::parseStrict({reinterpret_cast<const char *>(data), size});
    if (!parsed) {
        require(!parsed.error().message.empty(), "a refusal says why");
        return 0;
    }
    const auto text = json::serialize(*parsed);
    // Boost.JSON reads 1e999 as infinity and 0e999 as no number, which it then writes as no JSON.
    if (text.find("Infinity") == std::string::npos && text.find("NaN") == std::string::npos)
        require(json::parseStrict(text).has_value(), "what was read can be written and read again");
    return 0;
}
