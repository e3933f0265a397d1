// SPDX-License-Identifier: Apache-2.0
#include "registry/distribution/UploadHandler.h"

#include <charconv>

#include "registry/distribution/ErrorResponse.h"
#include "registry/distribution/NewImage.h"
#include "registry/distribution/ReceiveBody.h"
#include "registry/distribution/Room.h"
#include "registry/store/Blobs.h"
#include "registry/store/Images.h"

namespace berth {

namespace asio = boost::asio;

namespace {

/// Bodies up to this size are read first and then written, hashed and published in one step on the disk pool.
constexpr std::uint64_t smallBodyBytes = 256 << 10;

constexpr std::uint64_t maxLength = std::uint64_t(1) << 50; ///< Of an announced body, so that the sum over all uploads does not overflow.

/// What the session holds, as the Range header says it; nothing and one byte look alike.
std::string heldRange(std::int64_t received) { return "0-" + std::to_string(std::max<std::int64_t>(received - 1, 0)); }

http::Response sessionResponse(int status, const Call &call, const std::string &id, std::int64_t received)
{
    return http::Response{status, {}, std::string(), {}}
        .with("Location", "/v2/" + call.askedName + "/blobs/uploads/" + id)
        .with("Docker-Upload-UUID", id)
        .with("Range", heldRange(received));
}

http::Response sessionResponse(int status, const Call &call, const UploadSession &session)
{
    return sessionResponse(status, call, session.id, session.writer->receivedBytes());
}

http::Response createdResponse(const Call &call, const Digest &digest)
{
    return http::Response{201, {}, std::string(), {}}
        .with("Location", "/v2/" + call.askedName + "/blobs/" + digest.toString())
        .with("Docker-Content-Digest", digest.toString());
}

struct ContentRange {
    std::int64_t first = 0;
    std::int64_t last = 0;
};

/// "<first>-<last>", as uploads write Content-Range.
std::optional<ContentRange> readContentRange(std::string_view text)
{
    ContentRange range;
    const char *end = text.data() + text.size();
    const auto a = std::from_chars(text.data(), end, range.first);
    if (a.ec != std::errc() || a.ptr == end || *a.ptr != '-' || range.first < 0)
        return std::nullopt;
    const auto b = std::from_chars(a.ptr + 1, end, range.last);
    return b.ec == std::errc() && b.ptr == end ? std::optional(range) : std::nullopt;
}

/// Checks Content-Range against what the session holds and the body's length. RangeInvalid leaves the session unharmed.
Result<void> checkContentRange(const http::Request &request, const UploadSession &session)
{
    if (!request.hasHeader("content-range"))
        return {};
    const auto range = readContentRange(request.header("content-range"));
    if (!range)
        return fail(ErrorCode::RangeInvalid, "Content-Range of an upload is <first>-<last>");
    const auto received = session.writer->receivedBytes();
    if (range->first != received)
        return fail(ErrorCode::RangeInvalid, "The upload holds " + std::to_string(received) + " bytes, the chunk begins at " + std::to_string(range->first));
    if (const auto length = request.body->length(); length && std::int64_t(*length) != range->last - range->first + 1)
        return fail(ErrorCode::RangeInvalid, "Content-Range and Content-Length differ");
    return {};
}

/// The image's row, made with the first upload; refuses unknown registries where the caller may not create them.
asio::awaitable<Result<std::int64_t>> ensureImage(DistributionContext &context, const Call &call)
{
    auto id = co_await context.store.read([&](Sql &sql) -> Result<std::int64_t> { return images::idOf(sql, call.name); });
    if (!id || *id != 0)
        co_return id;
    if (auto good = checkNewName(call); !good)
        co_return tl::unexpected(good.error());
    const bool create = mayCreateRegistry(context, call);
    co_return co_await context.store.write(Durability::ProcessEnd, nullptr,
        [&](Sql &sql) { return images::ensure(sql, call.name, create ? images::CreateRegistry::Yes : images::CreateRegistry::No); });
}

/// For a blob that a manifest has waited for: the image is acknowledged already, so this part of it survives a power cut as well.
asio::awaitable<Result<void>> syncNow(Store &store, const Digest &digest)
{
    const auto synced = co_await runBlocking(store.diskPool(), [&] { return store.blobs().sync(std::span(&digest, 1)); });
    if (!synced)
        co_return synced;
    co_return co_await store.write(Durability::PowerCut, nullptr, [&](Sql &sql) -> Result<void> {
        blobs::markSynced(sql, digest);
        return {};
    });
}

/// Publishes the upload and makes the blob visible in its repository.
asio::awaitable<http::Response> publish(DistributionContext &context, Call &call, UploadSessions::Lease session, Digest digest, std::string lastChunk)
{
    bool keepsSession = false;
    std::optional<DigestLocks::Hold> hold; // from before the file is in place until its row is written
    const auto committed = co_await runBlocking(context.store.diskPool(), [&]() -> Result<std::int64_t> {
        if (!lastChunk.empty()) {
            const auto bytes = std::as_bytes(std::span(lastChunk.data(), lastChunk.size()));
            if (auto appended = session->writer->append(bytes); !appended) {
                keepsSession = true;
                return tl::unexpected(appended.error());
            }
        }
        const auto size = session->writer->receivedBytes();
        hold.emplace(context.store.locks().share(digest));
        if (auto done = session->writer->commit(digest); !done)
            return tl::unexpected(done.error());
        return size;
    });
    // After a POST nobody knows the upload's address.
    if (!keepsSession || call.request.method == http::Method::Post)
        session.end();
    if (!committed)
        co_return errorResponse(committed.error());
    const auto linked = co_await context.store.write(Durability::ProcessEnd, nullptr, [&](Sql &sql) -> Result<bool> {
            // An image that was deleted during the upload comes back with it.
        const auto repository = images::ensure(sql, call.name, images::CreateRegistry::No);
        if (!repository)
            return tl::unexpected(repository.error());
        return blobs::link(sql, *repository, digest, *committed);
    });
    if (!linked) {
        hold.reset();
        co_await context.store.removeUnknown(digest); // what is refused must not fill the disk
        co_return errorResponse(linked.error());
    }
    if (*linked) {
        if (auto kept = co_await syncNow(context.store, digest); !kept)
            co_return errorResponse(kept.error());
    }
    co_return createdResponse(call, digest);
}

/// Throws the upload and what arrived of it away.
asio::awaitable<void> discard(DistributionContext &context, UploadSessions::Lease &session)
{
    co_await runBlocking(context.store.diskPool(), [&]() -> Result<void> {
        session->writer->discard();
        return {};
    });
    session.end();
}

/// Appends the body to the session. On failure the disk gets back what this request wrote, unless the line broke in a PATCH: then the
/// client goes on from where it was.
asio::awaitable<Result<void>> receive(DistributionContext &context, const Call &call, UploadSession &session)
{
    auto &body = *call.request.body;
    // Counts from now on, so that of many that begin at once none takes the room for its own.
    const auto announced = std::int64_t(std::min<std::uint64_t>(body.length().value_or(uncheckedBytes), maxLength));
    const UploadSession::Announcement announcement(session, announced);
    const auto room = co_await Room::find(context, call, announced, true);
    if (!room)
        co_return tl::unexpected(room.error());
    session.writer->mark();
    auto received = co_await receiveBody(body, *session.writer, context.store.diskPool(), [&] { return room->check(); });
    if (auto fits = received ? room->check() : Result<void>(); !fits)
        received = fits;
    const bool resumable = call.request.method == http::Method::Patch && !received && received.error().code == ErrorCode::Unreachable;
    if (!received && !resumable) {
        const auto back = co_await runBlocking(context.store.diskPool(), [&] { return session.writer->rollBack(); });
        if (!back)
            co_return back;
    }
    co_return received;
}

/// A body that is small enough to be read before anything is written.
asio::awaitable<Result<std::string>> receiveSmall(DistributionContext &context, const Call &call, std::uint64_t length)
{
    if (length > 0) {
        const auto room = co_await Room::find(context, call, std::int64_t(length));
        if (!room)
            co_return tl::unexpected(room.error());
    }
    co_return co_await http::readWholeBody(*call.request.body, smallBodyBytes);
}

/// Takes the rest of the body (all of it, for a whole blob) and publishes.
asio::awaitable<http::Response> finish(DistributionContext &context, Call &call, UploadSessions::Lease session, Digest digest)
{
    auto &body = *call.request.body;
    std::string lastChunk;
    if (const auto length = body.length().value_or(maxLength); length <= smallBodyBytes) {
        auto chunk = co_await receiveSmall(context, call, length);
        if (!chunk) {
            if (call.request.method == http::Method::Post) // nobody knows the upload's address
                session.end();
            co_return errorResponse(chunk.error());
        }
        lastChunk = std::move(*chunk);
    } else if (auto received = co_await receive(context, call, *session); !received) {
        if (call.request.method == http::Method::Post) // nobody knows the upload's address
            co_await discard(context, session);
        co_return errorResponse(received.error());
    }
    co_return co_await publish(context, call, std::move(session), digest, std::move(lastChunk));
}

/// A repository that sees the blob and from which the caller may take it into the registry `target`: `from`, or without it any.
Result<RepositoryName> mountSource(Sql &sql, const Access &access, const std::string &target, const Digest &digest, const std::optional<std::string> &from)
{
    constexpr std::int64_t searched = 100;
    for (const auto &text : from ? std::vector{*from} : blobs::repositoriesOf(sql, digest, searched)) {
        const auto source = RepositoryName::parse(text);
        // By what the key may do: clients ask tokens for the target alone. Who only pushes to another registry may not read it this way.
        const bool may = source && (access.keyAllows(*source, Action::Pull) || (source->registry() == target && access.keyAllows(*source, Action::Push)));
        if (may && blobs::sizeIn(sql, *source, digest))
            return source;
    }
    return fail(ErrorCode::BlobUnknown, "The blob is not where it could be mounted from");
}

asio::awaitable<Result<void>> mounted(DistributionContext &context, const Call &call, const Digest &digest, const std::optional<std::string> &from)
{
    const auto linked = co_await context.store.write(Durability::ProcessEnd, nullptr, [&](Sql &sql) -> Result<bool> {
        const auto source = mountSource(sql, call.access, call.name.registry(), digest, from);
        if (!source)
            return tl::unexpected(source.error());
        const auto image = images::ensure(sql, call.name, images::CreateRegistry::No); // it may have been deleted this moment
        if (!image)
            return tl::unexpected(image.error());
        return blobs::link(sql, *image, digest, *blobs::sizeIn(sql, *source, digest));
    });
    if (!linked)
        co_return tl::unexpected(linked.error());
    if (*linked)
        co_return co_await syncNow(context.store, digest);
    co_return Result<void>();
}

/// The session for this request alone; of an earlier process if need be.
asio::awaitable<Result<UploadSessions::Lease>> leaseOf(DistributionContext &context, const Call &call, const std::string &id)
{
    auto session = context.uploads.find(call.name, id);
    if (session || session.error().code != ErrorCode::UploadUnknown)
        co_return session;
    co_return co_await runBlocking(context.store.slowPool(), [&] { return context.uploads.takeUp(call.name, id, call.access.actor()); });
}

Result<DigestAlgorithm> announcedAlgorithm(const http::Request &request)
{
    const auto text = request.parameter("digest-algorithm");
    if (text && *text != "sha256" && *text != "sha512")
        return fail(ErrorCode::DigestInvalid, "Digests use sha256 or sha512");
    return text == "sha512" ? DigestAlgorithm::Sha512 : DigestAlgorithm::Sha256;
}

/// The session of a request that sends bytes for it, once its Content-Range fits: what it holds is told otherwise.
asio::awaitable<Result<UploadSessions::Lease>> fittingLease(Call &call, http::Response &refused)
{
    const auto &id = call.parameters["upload"];
    auto session = co_await leaseOf(call.context, call, id);
    if (!session) {
        refused = errorResponse(session.error());
        co_return session;
    }
    if (auto fits = checkContentRange(call.request, **session); !fits) {
        refused = errorResponse(fits.error())
                      .with("Range", heldRange((*session)->writer->receivedBytes()))
                      .with("Location", "/v2/" + call.askedName + "/blobs/uploads/" + id);
        co_return tl::unexpected(fits.error());
    }
    co_return session;
}

} // namespace

asio::awaitable<http::Response> startUpload(Call &call)
{
    auto algorithm = announcedAlgorithm(call.request);
    if (!algorithm)
        co_return errorResponse(algorithm.error());
    std::optional<Digest> whole;
    if (const auto text = call.request.parameter("digest")) {
        auto digest = Digest::parse(*text);
        if (!digest)
            co_return errorResponse(digest.error());
        whole = *digest;
        algorithm = digest->algorithm();
    }
    const auto image = co_await ensureImage(call.context, call);
    if (!image)
        co_return errorResponse(image.error());
    if (const auto text = call.request.parameter("mount")) {
        const auto digest = Digest::parse(*text);
        const auto from = call.request.parameter("from");
        Result<void> done = digest.map([](const Digest &) {});
        if (digest)
            done = co_await mounted(call.context, call, *digest, from);
        if (done)
            co_return createdResponse(call, *digest);
        if (done.error().code == ErrorCode::Denied) // the quota; the bytes would not fit either way
            co_return errorResponse(done.error());
    }
    if (auto room = co_await Room::find(call.context, call, 0); !room) // before the bytes are sent
        co_return errorResponse(room.error());
    auto session = call.context.uploads.start(call.name, call.access.actor(), *algorithm);
    if (!session)
        co_return errorResponse(session.error());
    if (whole)
        co_return co_await finish(call.context, call, std::move(*session), *whole);
    co_return sessionResponse(202, call, **session);
}

asio::awaitable<http::Response> uploadState(Call &call)
{
    const auto &id = call.parameters["upload"];
    const auto received = co_await runBlocking(call.context.store.diskPool(), [&] { return call.context.uploads.receivedBytes(call.name, id); });
    co_return received ? sessionResponse(204, call, id, *received) : errorResponse(received.error());
}

asio::awaitable<http::Response> cancelUpload(Call &call)
{
    auto session = co_await leaseOf(call.context, call, call.parameters["upload"]);
    if (!session)
        co_return errorResponse(session.error());
    co_await discard(call.context, *session);
    co_return http::Response{204, {}, std::string(), {}};
}

asio::awaitable<http::Response> patchUpload(Call &call)
{
    http::Response refused;
    auto session = co_await fittingLease(call, refused);
    if (!session)
        co_return refused;
    if (auto received = co_await receive(call.context, call, **session); !received)
        co_return errorResponse(received.error());
    // A body without a length shows only at its end whether it is what Content-Range announced.
    const auto range = readContentRange(call.request.header("content-range"));
    if (range && range->last != (*session)->writer->receivedBytes() - 1)
        co_return errorResponse({ErrorCode::RangeInvalid, "Content-Range announced another number of bytes than came"})
            .with("Range", heldRange((*session)->writer->receivedBytes()))
            .with("Location", "/v2/" + call.askedName + "/blobs/uploads/" + call.parameters["upload"]);
    co_return sessionResponse(202, call, **session);
}

asio::awaitable<http::Response> closeUpload(Call &call)
{
    http::Response refused;
    auto session = co_await fittingLease(call, refused);
    if (!session)
        co_return refused;
    const auto digest = Digest::parse(call.request.parameter("digest").value_or(""));
    if (!digest)
        co_return errorResponse(digest.error());
    co_return co_await finish(call.context, call, std::move(*session), *digest);
}

} // namespace berth
