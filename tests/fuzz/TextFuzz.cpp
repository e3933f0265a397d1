// SPDX-License-Identifier: Apache-2.0
#include "core/Names.h"
#include "core/Text.h"
#include "fuzz/Require.h"
#include "registry/access/Access.h"
#include "registry/access/Tokens.h"
#include "registry/distribution/ByteRanges.h"
#include "registry/http/Forwarded.h"
#include "registry/http/Message.h"
#include "registry/store/PublicUrl.h"

using namespace berth;
using berth::test::require;

namespace {

void readAsRanges(std::string_view text, std::int64_t size)
{
    const auto ranges = readRanges(text, size);
    if (!ranges)
        return;
    require(ranges->size() <= maxRanges, "ranges are bounded");
    std::int64_t sum = 0;
    for (const auto &range : *ranges) {
        require(range.offset >= 0 && range.length > 0 && range.offset + range.length <= size, "a range lies inside");
        sum += range.length;
    }
    require(sum <= size, "no byte goes out twice");
}

void readAsToken(const std::string &text)
{
    static Tokens tokens(Secret("a signing key of these tests"));
    require(!tokens.check(text, nowMs()), "only what was signed is a token");
    const auto grant = parseScope(text);
    const bool allowsSomething = grant.pull || grant.push || grant.remove;
    require(!allowsSomething || RepositoryName::parse(grant.name).has_value(), "a grant names a repository");
    // What is made of it is read back as it was, or not at all.
    const auto made = tokens.make("key", 1, {grant}, nowMs(), std::chrono::minutes(5));
    const auto claims = tokens.check(made, nowMs());
    require(claims && (*claims)->grants.size() == 1 && (*claims)->grants[0].pull == grant.pull && (*claims)->grants[0].remove == grant.remove,
        "a token says what it was made for");
}

void readAsAddress(const std::string &text)
{
    const auto host = http::hostOf(text);
    require(host != "::1" || text.starts_with("[::1]"), "an address in brackets is read to its end");
    require(host.find(':') == std::string::npos || text.starts_with('['), "a name ends before its port");
    if (const auto decoded = http::percentDecode(text))
        require(isCleanText(*decoded), "what is decoded is clean");
    require(http::percentDecode(http::percentEncode(text)).has_value() == isCleanText(text), "encoding loses nothing");
    if (const auto url = PublicUrl::parse(text))
        require(!url->authority.empty() && url->authority.find('@') == std::string::npos, "an address holds no name of a user");
    http::TrustedProxies proxies;
    (void)proxies.add(text);
    require(proxies.add("127.0.0.1").has_value(), "an address is one");
    http::Request request;
    request.peer = "127.0.0.1";
    request.headers = {{"forwarded", text}, {"x-forwarded-for", text}, {"x-forwarded-proto", text}};
    http::applyForwarded(request, proxies);
    require(request.scheme == "http" || request.scheme == "https", "there are two schemes");
}

} // namespace

/// Text that stands in headers and addresses: ranges, tokens, scopes, hosts, forwarded hops.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const std::string text(reinterpret_cast<const char *>(data), std::min<std::size_t>(size, 16 << 10));
    for (const std::int64_t bytes : {0L, 1L, 1000L, 9223372036854775807L})
        readAsRanges(text, bytes);
    readAsToken(text);
    readAsAddress(text);
    return 0;
}
