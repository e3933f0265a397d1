// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <boost/asio/awaitable.hpp>

#include "core/Json.h"
#include "core/Result.h"
#include "registry/BlobReader.h"

/// HTTP as the handlers see it: no library's types, so that only this folder knows the parser.
namespace berth::http {

enum class Method { Get, Head, Post, Put, Patch, Delete, Other };

/// "GET"; for Other "This method".
std::string_view nameOf(Method method);

/// The body of a request, read once from front to back on the connection's thread.
class BodyReader {
public:
    virtual ~BodyReader() = default;

    /// From Content-Length; empty for a chunked body.
    virtual std::optional<std::uint64_t> length() const = 0;

    /// Bytes read, 0 at the end. Unreachable if the peer went away or fell silent.
    virtual boost::asio::awaitable<Result<std::size_t>> read(std::span<std::byte> into) = 0;

    /// How long a silence may be from now on; a minute unless said otherwise.
    virtual void setPatience(std::chrono::seconds patience) = 0;
};

struct Request {
    Method method = Method::Other;
    std::string path;  ///< As sent, percent-encoding included, without the query.
    std::vector<std::pair<std::string, std::string>> query; ///< Decoded, in order.
    std::vector<std::pair<std::string, std::string>> headers; ///< Names in lower case.
    std::string host; ///< As the client knows the server; checked before any handler sees the request.
    std::string scheme = "http"; ///< As the client sees it: "https" behind a proxy that ends TLS.
    std::string peer; ///< The client's IP address.
    BodyReader *body = nullptr; ///< Borrowed from the connection; never null in a handler.

    /// "https://registry.example": where clients send their next request.
    std::string origin() const { return scheme + "://" + host; }

    /// First value of that header (lower-case name), empty if absent.
    std::string_view header(std::string_view name) const;
    bool hasHeader(std::string_view name) const;

    /// First value of that query parameter.
    std::optional<std::string> parameter(std::string_view name) const;
    std::vector<std::string> parameters(std::string_view name) const;
};

/// A piece of a stored blob, and text that goes out before it.
struct BlobPiece {
    std::int64_t offset = 0;
    std::int64_t length = 0;
    std::string before;
};

/// Pieces of one stored blob, in the order in which they are sent.
struct BlobBody {
    std::shared_ptr<BlobReader> blob;
    std::vector<BlobPiece> pieces;
    std::string after;            ///< Text behind the last piece.
    std::function<void()> broken; ///< Called on the connection's thread if the bytes cannot be read to their end; may be empty.
};

/// Bytes that several responses share.
using SharedBody = std::shared_ptr<const std::string>;

struct Response {
    int status = 200;
    std::vector<std::pair<std::string, std::string>> headers;
    std::variant<std::string, SharedBody, BlobBody> body;
    std::optional<std::int64_t> headLength; ///< Content-Length of a HEAD answer that has no body at hand.

    Response &with(std::string name, std::string value) &
    {
        headers.emplace_back(std::move(name), std::move(value));
        return *this;
    }
    Response &&with(std::string name, std::string value) &&
    {
        headers.emplace_back(std::move(name), std::move(value));
        return std::move(*this);
    }
    std::int64_t bodyLength() const;
};

/// Names, in the answer to a deletion, the trash entry that undoes it.
inline constexpr std::string_view trashHeader = "Berth-Trash-Operation";

Response jsonResponse(int status, const json::value &body);

/// Decodes percent-encoding once; BadRequest if it is malformed, or if what comes out is no clean text (core/Text.h).
Result<std::string> percentDecode(std::string_view text);
/// The same for a part of a query, where "+" is a space.
Result<std::string> queryDecode(std::string_view text);
std::string percentEncode(std::string_view text);

/// Reads a whole body of at most `limit` bytes; TooLarge above.
boost::asio::awaitable<Result<std::string>> readWholeBody(BodyReader &body, std::size_t limit);

} // namespace berth::http
