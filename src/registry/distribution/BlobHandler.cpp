// SPDX-License-Identifier: Apache-2.0
#include "registry/distribution/BlobHandler.h"

#include "core/MediaTypes.h"
#include "registry/distribution/ByteRanges.h"
#include "registry/distribution/Conditions.h"
#include "registry/distribution/ErrorResponse.h"
#include "registry/store/Blobs.h"

namespace berth {

namespace asio = boost::asio;

namespace {

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

/// Opens the blob for sending. What is found damaged or gone goes out of service, so that the next push heals it: BlobUnknown.
asio::awaitable<Result<std::shared_ptr<BlobReader>>> openWhole(Store &store, const Digest &digest, std::int64_t size)
{
    // Opening reads no content and takes microseconds, so it stays on this thread.
    auto blob = store.blobs().open(digest);
    if (blob && (*blob)->sizeBytes() == size)
        co_return blob;
    if (!blob && blob.error().code != ErrorCode::BlobUnknown)
        co_return blob;
    co_await runBlocking(store.slowPool(), [&]() -> Result<void> {
        store.examine(digest);
        return {};
    });
    blob = store.blobs().open(digest); // somebody may have pushed it anew this moment
    if (blob && (*blob)->sizeBytes() == size)
        co_return blob;
    co_return fail(ErrorCode::BlobUnknown, "The stored blob " + digest.toString() + " was found damaged; push it again");
}

/// Lays the pieces into the answer: one as it is, several as multipart/byteranges (RFC 9110, section 14.6).
void setRanges(http::Response &response, http::BlobBody &body, const std::vector<ByteRange> &ranges, std::int64_t size)
{
    const auto contentRange = [&](const ByteRange &range) {
        return "bytes " + std::to_string(range.offset) + "-" + std::to_string(range.offset + range.length - 1) + "/" + std::to_string(size);
    };
    response.status = 206;
    if (ranges.size() == 1) {
        response.with("Content-Type", std::string(media::octets)).with("Content-Range", contentRange(ranges.front()));
        body.pieces.push_back({ranges.front().offset, ranges.front().length, {}});
        return;
    }
    const auto boundary = randomText(32);
    response.with("Content-Type", "multipart/byteranges; boundary=" + boundary);
    std::string before = "--" + boundary;
    for (const auto &range : ranges) {
        body.pieces.push_back({range.offset, range.length,
            before + "\r\nContent-Type: " + std::string(media::octets) + "\r\nContent-Range: " + contentRange(range) + "\r\n\r\n"});
        before = "\r\n--" + boundary;
    }
    body.after = before + "--\r\n";
}

asio::awaitable<http::Response> sendBlob(Store &store, Call &call, Digest digest, std::int64_t size)
{
    http::Response response;
    response.with("Docker-Content-Digest", digest.toString())
        .with("ETag", entityTag(digest.toString()))
        .with("Accept-Ranges", "bytes")
        .with("Cache-Control", "max-age=31536000");
    if (isKnownToClient(call.request, digest.toString())) {
        response.status = 304;
        co_return response;
    }
    if (call.request.method == http::Method::Head) {
        response.with("Content-Type", std::string(media::octets));
        response.headLength = size;
        co_return response;
    }
    std::vector<ByteRange> ranges;
    const auto ifRange = call.request.header("if-range");
    if (call.request.hasHeader("range") && (ifRange.empty() || ifRange == entityTag(digest.toString()))) {
        auto wanted = readRanges(call.request.header("range"), size);
        if (!wanted)
            co_return errorResponse(wanted.error()).with("Content-Range", "bytes */" + std::to_string(size));
        ranges = std::move(*wanted);
    }
    auto blob = co_await openWhole(store, digest, size);
    if (!blob)
        co_return errorResponse(blob.error());
    http::BlobBody body{std::move(*blob), {}, {}, [&store, digest] { store.examineLater(digest); }};
    if (ranges.empty()) {
        response.with("Content-Type", std::string(media::octets));
        body.pieces.push_back({0, size, {}});
    } else {
        setRanges(response, body, ranges, size);
    }
    response.body = std::move(body);
    co_return response;
}

} // namespace

asio::awaitable<http::Response> getBlob(Call &call)
{
    const auto digest = Digest::parse(call.parameters["digest"]);
    if (!digest)
        co_return errorResponse(digest.error());
    auto &store = call.context.store;
    const auto size = co_await visibleSize(store, call.name, *digest);
    if (!size)
        co_return errorResponse(size.error());
    // A push asks by HEAD what it may skip.
    if (call.request.method == http::Method::Head && call.access.allows(call.name, Action::Push)) {
        if (auto kept = co_await rely(store, call.name, *digest); !kept)
            co_return errorResponse(kept.error());
    }
    co_return co_await sendBlob(store, call, *digest, *size);
}

asio::awaitable<http::Response> deleteBlob(Call &call)
{
    const auto digest = Digest::parse(call.parameters["digest"]);
    if (!digest)
        co_return errorResponse(digest.error());
    const auto removed = co_await call.context.store.write(Durability::PowerCut, &call.name, [&](Sql &sql) { return blobs::unlink(sql, call.name, *digest); });
    if (!removed && removed.error().code == ErrorCode::BlobInUse)
        co_return errorResponse(removed.error()).with("Allow", "GET, HEAD");
    co_return removed ? http::Response{202, {}, std::string(), {}} : errorResponse(removed.error());
}

} // namespace berth
