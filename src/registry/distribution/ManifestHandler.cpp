// SPDX-License-Identifier: Apache-2.0
#include "registry/distribution/ManifestHandler.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <utility>

#include "core/Hasher.h"
#include "core/MediaTypes.h"
#include "registry/distribution/Conditions.h"
#include "registry/distribution/ErrorResponse.h"
#include "registry/distribution/NewImage.h"
#include "registry/store/Artifacts.h"
#include "registry/store/Deletion.h"
#include "registry/store/Images.h"

namespace berth {

namespace asio = boost::asio;

namespace {

constexpr std::int64_t maxConfigBytes = 8 << 20;
constexpr std::size_t maxTags = 100;
constexpr std::uint64_t smallManifestBytes = 256 << 10;

bool isDigest(const std::string &reference) { return reference.find(':') != std::string::npos; }

asio::awaitable<Result<std::shared_ptr<const ManifestContent>>> load(Store &store, const RepositoryName &name, const std::string &reference)
{
    const auto generation = store.cache().generation();
    std::optional<std::string> digest = reference;
    if (!isDigest(reference))
        digest = store.cache().digestOfTag(name, reference);
    if (digest) {
        if (auto content = store.cache().manifest(name, *digest))
            co_return content;
    }
    const auto content = co_await store.read([&](Sql &sql) -> Result<ManifestContent> {
        const auto wanted = isDigest(reference) ? reference : artifacts::digestOfTag(sql, name, reference);
        auto found = wanted.empty() ? std::nullopt : artifacts::content(sql, name, wanted);
        if (!found)
            return fail(ErrorCode::ManifestUnknown, "There is no " + reference + " in " + name.toString());
        return *found;
    });
    if (!content)
        co_return tl::unexpected(content.error());
    auto shared = std::make_shared<const ManifestContent>(*content);
    if (!isDigest(reference))
        store.cache().rememberTag(generation, name, reference, shared->digest);
    store.cache().rememberManifest(generation, name, shared);
    co_return shared;
}

asio::awaitable<http::Response> get(DistributionContext &context, Call &call, const std::string &reference)
{
    const bool head = call.request.method == http::Method::Head;
    const auto content = co_await load(context.store, call.name, reference);
    if (!content)
        co_return errorResponse(content.error());
    http::Response response;
    response.with("Content-Type", (*content)->mediaType).with("Docker-Content-Digest", (*content)->digest).with("ETag", entityTag((*content)->digest));
    if (isKnownToClient(call.request, (*content)->digest)) {
        response.status = 304;
        co_return response;
    }
    if (!head)
        context.store.pulls().record(call.name, (*content)->digest, isDigest(reference) ? std::string() : reference, call.access.who());
    response.body = http::SharedBody(*content, &(*content)->bytes);
    co_return response;
}

/// The digest under which the artifact will be known: that of the request, or sha256.
Result<Digest> settleDigest(const std::string &reference, const std::string &bytes)
{
    if (!isDigest(reference))
        return Hasher::of(bytes);
    const auto named = Digest::parse(reference);
    if (!named)
        return named;
    const auto actual = Hasher::of(bytes, named->algorithm());
    if (actual != *named)
        return fail(ErrorCode::DigestInvalid, "The manifest has the digest " + actual.toString());
    return named;
}

Result<std::vector<std::string>> settleTags(const http::Request &request, const std::string &reference)
{
    std::vector<std::string> tags = request.parameters("tag");
    if (!isDigest(reference)) {
        if (!tags.empty())
            return fail(ErrorCode::BadRequest, "tag parameters go with a digest, not with a tag");
        tags = {reference};
    }
    if (tags.size() > maxTags)
        return fail(ErrorCode::TooLarge, "One push sets at most " + std::to_string(maxTags) + " tags");
    for (const auto &tag : tags) {
        if (auto good = checkTag(tag); !good)
            return tl::unexpected(good.error());
    }
    return tags;
}

/// What the config says about platform and author. A config that is no image configuration leaves it empty.
ImageConfig readConfig(const BlobStore &blobs, const Manifest &manifest)
{
    if (!manifest.config || manifest.config->sizeBytes > maxConfigBytes
        || (manifest.config->mediaType != media::ociConfig && manifest.config->mediaType != media::dockerConfig))
        return {};
    const auto blob = blobs.open(manifest.config->digest);
    if (!blob || (*blob)->sizeBytes() > maxConfigBytes)
        return {};
    std::string text(std::size_t((*blob)->sizeBytes()), '\0');
    const auto count = (*blob)->read(0, std::as_writable_bytes(std::span(text.data(), text.size())));
    if (!count || *count != text.size())
        return {};
    return ImageConfig::parse(text).value_or(ImageConfig{});
}

std::string plainContentType(const http::Request &request)
{
    const auto header = request.header("content-type");
    auto type = header.substr(0, header.find(';'));
    while (type.ends_with(' '))
        type.remove_suffix(1);
    return std::string(type);
}

/// What was read of a manifest's bytes.
struct ReadManifest {
    Digest digest;
    Manifest manifest;
    ImageConfig config;
    std::map<Digest, std::int64_t> suspects; ///< Blobs whose file is gone (-1) or shorter than the manifest says: its bytes.
};

/// Sizes that no blob has would only break sums: refused. What every reader of JSON can tell apart goes up to 2^53.
Result<void> checkSizes(const Manifest &manifest)
{
    constexpr std::int64_t most = std::int64_t(1) << 53;
    const auto isTooLarge = [](const Descriptor &one) { return one.sizeBytes > most; };
    if ((manifest.config && isTooLarge(*manifest.config)) || (manifest.subject && isTooLarge(*manifest.subject))
        || std::ranges::any_of(manifest.layers, isTooLarge) || std::ranges::any_of(manifest.manifests, isTooLarge))
        return fail(ErrorCode::ManifestInvalid, "A size in the manifest is larger than any content can be");
    return {};
}

/// Hashes, parses and looks at the blobs that the manifest names: blocks, and takes a while for megabytes.
Result<ReadManifest> readManifest(Store &store, const std::string &reference, const std::string &bytes, const std::string &type)
{
    auto digest = settleDigest(reference, bytes);
    if (!digest)
        return tl::unexpected(digest.error());
    auto manifest = Manifest::parse(bytes, type);
    if (!manifest)
        return tl::unexpected(manifest.error());
    if (auto good = checkSizes(*manifest); !good)
        return tl::unexpected(good.error());
    std::map<Digest, std::int64_t> sizes;
    for (const auto &layer : manifest->layers)
        sizes[layer.digest] = layer.sizeBytes;
    if (const auto &settings = manifest->config)
        sizes[settings->digest] = settings->sizeBytes;
    std::map<Digest, std::int64_t> suspects;
    for (const auto &needed : artifacts::neededBlobs(*manifest)) {
        const auto blob = store.blobs().open(needed);
        const auto stored = blob ? (*blob)->sizeBytes() : -1;
        if (blob ? stored < sizes[needed] : blob.error().code == ErrorCode::BlobUnknown)
            suspects.emplace(needed, stored);
    }
    auto config = readConfig(store.blobs(), *manifest);
    return ReadManifest{std::move(*digest), std::move(*manifest), std::move(config), std::move(suspects)};
}

/// Takes out of service what the database takes for whole and the disk does not have so: the push then fails and says so, and its client
/// uploads it again.
asio::awaitable<void> examine(Store &store, const std::map<Digest, std::int64_t> &suspects)
{
    constexpr std::size_t most = 64; ///< One push at a time; the scrub finds the rest.
    const auto promised = co_await store.read([&](Sql &sql) -> Result<std::vector<Digest>> {
        std::vector<Digest> found;
        for (const auto &[digest, bytes] : suspects) { // a manifest may claim anything: the row says what was stored
            if (found.size() < most
                && sql.integer("SELECT count(*) FROM blob WHERE digest = ? AND damaged_at = 0 AND size <> ?", 0, digest.toString(), bytes) > 0)
                found.push_back(digest);
        }
        return found;
    });
    if (!promised || promised->empty())
        co_return;
    co_await runBlocking(store.slowPool(), [&]() -> Result<void> {
        for (const auto &digest : *promised)
            store.examine(digest);
        return {};
    });
}

/// The accepted tags, joined into lines that any client takes.
void addTagHeaders(http::Response &response, const std::vector<std::string> &tags)
{
    constexpr std::size_t longest = 4000;
    std::string line;
    for (const auto &tag : tags) {
        if (!line.empty() && line.size() + tag.size() > longest) {
            response.with("OCI-Tag", std::exchange(line, {}));
        }
        line += (line.empty() ? "" : ", ") + tag;
    }
    if (!line.empty())
        response.with("OCI-Tag", line);
}

/// The body. Parsed, a manifest takes some times its bytes, so a large one needs its turn: once it has begun to come in earnest, and for
/// two minutes. Small ones, nearly all, need none.
asio::awaitable<Result<std::string>> readManifestBytes(http::BodyReader &body, std::uint64_t announced, Budget &budget, std::optional<Budget::Share> &share)
{
    constexpr std::chrono::minutes longest(2);
    const auto end = std::chrono::steady_clock::now() + longest;
    body.setPatience(std::chrono::seconds(20));
    std::string bytes;
    std::vector<std::byte> buffer(64 << 10);
    while (true) {
        const auto count = co_await body.read(buffer);
        if (!count)
            co_return tl::unexpected(count.error());
        if (*count == 0)
            co_return bytes;
        if (bytes.size() + *count > maxManifestBytes)
            co_return fail(ErrorCode::TooLarge, "A manifest has at most 8 MiB");
        if (std::chrono::steady_clock::now() > end)
            co_return fail(ErrorCode::Unreachable, "The manifest took more than two minutes to arrive");
        bytes.append(reinterpret_cast<const char *>(buffer.data()), *count);
        if (!share && bytes.size() > smallManifestBytes) {
            share = co_await budget.take(std::int64_t(announced), std::chrono::seconds(10));
            if (!share)
                co_return fail(ErrorCode::TooManyRequests, "Too many large manifests are being pushed at once; try again in a second");
            bytes.reserve(announced);
        }
    }
}

asio::awaitable<http::Response> put(DistributionContext &context, Call &call, const std::string &reference)
{
    if (auto good = checkNewName(call); !good) {
        const auto id = co_await context.store.read([&](Sql &sql) -> Result<std::int64_t> { return images::idOf(sql, call.name); });
        if (id.value_or(0) == 0) // an image that is there keeps its name, whatever address the server has got since
            co_return errorResponse(good.error());
    }
    const auto tags = settleTags(call.request, reference);
    if (!tags) {
        auto refused = errorResponse(tags.error());
        if (tags.error().code == ErrorCode::TooLarge)
            refused.status = 414;
        co_return refused;
    }
    auto &body = *call.request.body;
    const auto announced = body.length().value_or(maxManifestBytes);
    if (announced > maxManifestBytes)
        co_return errorResponse({ErrorCode::TooLarge, "A manifest has at most 8 MiB"}, "MANIFEST_INVALID");
    std::optional<Budget::Share> share;
    auto bytes = co_await readManifestBytes(body, announced, call.access.actor().empty() ? context.anonymousManifests : context.manifests, share);
    if (!bytes) {
        if (bytes.error().code == ErrorCode::TooLarge)
            co_return errorResponse({ErrorCode::TooLarge, "A manifest has at most 8 MiB"}, "MANIFEST_INVALID");
        co_return errorResponse(bytes.error());
    }
    if (auto room = context.store.checkFreeSpace(); !room)
        co_return errorResponse(room.error());
    const auto type = plainContentType(call.request);
    auto read = co_await runBlocking(context.store.diskPool(), [&] { return readManifest(context.store, reference, *bytes, type); });
    if (!read)
        co_return errorResponse(read.error());
    if (!read->suspects.empty())
        co_await examine(context.store, read->suspects);
    const auto digest = read->digest;
    const auto subject = read->manifest.subject;
    ManifestPush push{call.name, std::move(read->manifest), digest, std::move(*bytes), *tags, std::move(read->config), mayCreateRegistry(context, call),
        call.access.deed(call.request.peer)};
    const auto stored = co_await context.store.push(std::move(push));
    if (!stored)
        co_return errorResponse(stored.error());
    auto response = http::Response{201, {}, std::string(), {}}
                        .with("Location", "/v2/" + call.askedName + "/manifests/" + digest.toString())
                        .with("Docker-Content-Digest", digest.toString());
    if (subject)
        response.with("OCI-Subject", subject->digest.toString());
    if (isDigest(reference))
        addTagHeaders(response, *tags);
    co_return response;
}

asio::awaitable<http::Response> remove(DistributionContext &context, Call &call, const std::string &reference)
{
    const auto removed = co_await context.store.write(Durability::PowerCut, &call.name, [&](Sql &sql) {
        return isDigest(reference) ? deletion::deleteArtifact(sql, call.name, reference, deletion::Along::Nothing, call.access.deed(call.request.peer))
                                   : deletion::deleteTag(sql, call.name, reference, call.access.deed(call.request.peer));
    });
    if (removed)
        co_return http::Response{202, {}, std::string(), {}}.with(std::string(http::trashHeader), std::to_string(*removed));
    if (removed.error().code == ErrorCode::NotFound)
        co_return errorResponse({ErrorCode::ManifestUnknown, removed.error().message});
    co_return errorResponse(removed.error());
}

/// A reference of the address that can name nothing.
std::optional<Error> faultOf(const std::string &reference)
{
    if (isDigest(reference)) {
        const auto digest = Digest::parse(reference);
        return digest ? std::nullopt : std::optional(digest.error());
    }
    return checkTag(reference) ? std::nullopt : std::optional(Error{ErrorCode::ManifestUnknown, "There is no such tag"});
}

} // namespace

asio::awaitable<http::Response> getManifest(Call &call)
{
    const auto &reference = call.parameters["reference"];
    if (const auto fault = faultOf(reference))
        co_return errorResponse(*fault);
    co_return co_await get(call.context, call, reference);
}

asio::awaitable<http::Response> putManifest(Call &call)
{
    const auto &reference = call.parameters["reference"];
    if (const auto fault = faultOf(reference); fault && isDigest(reference))
        co_return errorResponse(*fault);
    if (auto good = isDigest(reference) ? Result<void>() : checkTag(reference); !good)
        co_return errorResponse(good.error());
    co_return co_await put(call.context, call, reference);
}

asio::awaitable<http::Response> deleteManifest(Call &call)
{
    const auto &reference = call.parameters["reference"];
    if (const auto fault = faultOf(reference))
        co_return errorResponse(*fault);
    co_return co_await remove(call.context, call, reference);
}

} // namespace berth
