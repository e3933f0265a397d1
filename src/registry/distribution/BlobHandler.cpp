// SPDX-License-Identifier: Apache-2.0
#include "registry/distribution/BlobHandler.h"

#include <charconv>
#include <limits>

#include "core/MediaTypes.h"
#include "registry/distribution/ErrorResponse.h"
#include "registry/store/Blobs.h"

namespace berth {

namespace asio = boost::asio;

namespace {

struct ByteRange {
    std::int64_t offset = 0;
    std::int64_t length = 0;
};

std::optional<std::int64_t> number(std::string_view text)
{
    std::int64_t value = 0;
    const auto [end, ec] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || text.front() == '-' || end != text.data() + text.size())
        return std::nullopt;
    return ec == std::errc::result_out_of_range ? std::numeric_limits<std::int64_t>::max() : value;
}

/// Reads a Range header (RFC 9110). Empty: the whole blob is to be sent; RangeInvalid: 416.
Result<std::optional<ByteRange>> readRange(std::string_view header, std::int64_t size)
{
    const auto unsatisfiable = fail(ErrorCode::RangeInvalid, "The blob has " + std::to_string(size) + " bytes");
    if (!header.starts_with("bytes=") || header.find(',') != std::string_view::npos)
        return std::nullopt;
    header.remove_prefix(6);
    const auto dash = header.find('-');
    if (dash == std::string_view::npos)
        return std::nullopt;
    const auto first = number(header.substr(0, dash));
    const auto last = number(header.substr(dash + 1));
    if (dash == 0) {
        if (!last)
            return std::nullopt;
        const auto length = std::min(*last, size);
        if (length == 0)
            return unsatisfiable;
        return ByteRange{size - length, length};
    }
    if (!first || (dash + 1 < header.size() && !last))
        return std::nullopt;
    if (*first >= size || (last && *last < *first))
        return unsatisfiable;
    const auto end = std::min(last.value_or(size - 1), size - 1);
    return ByteRange{*first, end - *first + 1};
}

asio::awaitable<Result<std::int64_t>> visibleSize(Store &store, const RepositoryName &name, const Digest &digest)
{
    if (const auto size = store.cache().blobSize(name, digest.toString()))
        co_return *size;
    const auto generation = store.cache().generation();
    const auto size = co_await store.read([&](Sql &sql) -> Result<std::int64_t> {
        const auto found = blobs::sizeIn(sql, name, digest);
        if (!found)
            return fail(ErrorCode::BlobUnknown, "The blob " + digest.toString() + " is not in " + name.toString());
        return *found;
    });
    if (size)
        store.cache().rememberBlob(generation, name, digest.toString(), *size);
    co_return size;
}

/// Keeps a blob from collection whose pusher is told that it is here: docker then skips the upload. BlobUnknown if it has gone.
asio::awaitable<Result<void>> rely(Store &store, const RepositoryName &name, const Digest &digest)
{
    const auto now = nowMs();
    if (store.reliance().isFresh(name, digest, now))
        co_return Result<void>();
    const auto kept = co_await store.write(Durability::ProcessEnd, nullptr, [&](Sql &sql) -> Result<void> {
        if (!blobs::rely(sql, name, digest))
            return fail(ErrorCode::BlobUnknown, "The blob " + digest.toString() + " is not in " + name.toString());
        return {};
    });
    if (kept)
        store.reliance().note(name, digest, now);
    co_return kept;
}

asio::awaitable<http::Response> sendBlob(Store &store, Call call, Digest digest, std::int64_t size)
{
    http::Response response;
    response.with("Content-Type", std::string(media::octets))
        .with("Docker-Content-Digest", digest.toString())
        .with("ETag", "\"" + digest.toString() + "\"")
        .with("Accept-Ranges", "bytes")
        .with("Cache-Control", "max-age=31536000");
    if (call.request.header("if-none-match") == "\"" + digest.toString() + "\"") {
        response.status = 304;
        co_return response;
    }
    if (call.request.method == http::Method::Head) {
        response.headLength = size;
        co_return response;
    }
    ByteRange range{0, size};
    const auto ifRange = call.request.header("if-range");
    if (call.request.hasHeader("range") && (ifRange.empty() || ifRange == "\"" + digest.toString() + "\"")) {
        const auto wanted = readRange(call.request.header("range"), size);
        if (!wanted)
            co_return errorResponse(wanted.error()).with("Content-Range", "bytes */" + std::to_string(size));
        if (*wanted) {
            range = **wanted;
            response.status = 206;
            response.with("Content-Range", "bytes " + std::to_string(range.offset) + "-"
                    + std::to_string(range.offset + range.length - 1) + "/" + std::to_string(size));
        }
    }
    // Opening reads no content and takes microseconds, so it stays on this thread.
    auto blob = store.blobs().open(digest);
    if (!blob)
        co_return errorResponse(blob.error());
    if ((*blob)->sizeBytes() != size)
        co_return errorResponse({ErrorCode::Damaged, "The stored blob " + digest.toString() + " has the wrong size"});
    response.body = http::BlobBody{std::move(*blob), range.offset, range.length};
    co_return response;
}

} // namespace

asio::awaitable<http::Response> handleBlob(DistributionContext &context, Call call, std::string digestText)
{
    const auto method = call.request.method;
    const auto digest = Digest::parse(digestText);
    if (method == http::Method::Get || method == http::Method::Head) {
        // A push asks by HEAD what it may skip, so pushers without pull rights may ask as well.
        const bool mayAsk = method == http::Method::Head && call.access.allows(call.name, Action::Push);
        if (!mayAsk) {
            if (auto refused = refusal(call, Action::Pull))
                co_return *refused;
        }
        if (!digest)
            co_return errorResponse(digest.error());
        const auto size = co_await visibleSize(context.store, call.name, *digest);
        if (!size)
            co_return errorResponse(size.error());
        if (mayAsk) {
            if (auto kept = co_await rely(context.store, call.name, *digest); !kept)
                co_return errorResponse(kept.error());
        }
        co_return co_await sendBlob(context.store, std::move(call), *digest, *size);
    }
    if (method == http::Method::Delete) {
        if (auto refused = refusal(call, Action::Delete))
            co_return *refused;
        if (!digest)
            co_return errorResponse(digest.error());
        const auto removed = co_await context.store.write(Durability::PowerCut, &call.name,
            [&](Sql &sql) { return blobs::unlink(sql, call.name, *digest); });
        if (!removed && removed.error().code == ErrorCode::BlobInUse)
            co_return errorResponse(removed.error()).with("Allow", "GET, HEAD");
        co_return removed ? http::Response{202, {}, std::string(), {}} : errorResponse(removed.error());
    }
    co_return methodNotAllowed("GET, HEAD, DELETE");
}

} // namespace berth
