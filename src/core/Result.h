// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>

#include <tl/expected.hpp>

namespace berth {

/// What kind of thing went wrong. The protocols map each to their own code and status in one place.
enum class ErrorCode {
    BadRequest,
    Unauthorized,
    Denied,
    NotFound,
    MethodNotAllowed,
    Conflict,
    Precondition,
    TooManyRequests,
    Unsupported,
    NameInvalid,
    NameUnknown,
    TagInvalid,
    DigestInvalid,
    SizeInvalid,
    BlobUnknown,
    BlobInUse,
    UploadInvalid,
    UploadUnknown,
    RangeInvalid,
    ManifestInvalid,
    ManifestUnknown,
    ManifestBlobUnknown,
    ManifestInUse,
    TooLarge,
    NoSpace, ///< The disk is full: 413 for docker's eyes.
    Damaged, ///< Stored data does not match its digest or its format.
    Cancelled,
    Unreachable, ///< No connection, or no answer in time.
    Io,
    Internal,
};

/// A failure: a kind to act on and one English sentence (UTF-8) that says what and why.
///
/// Never holds a secret. Text for people in their language is made where it is shown.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    std::string message;
};

template <class T> using Result = tl::expected<T, Error>;

/// `return fail(ErrorCode::Io, "…")` in any function that returns a Result.
inline tl::unexpected<Error> fail(ErrorCode code, std::string message)
{
    return tl::unexpected<Error>(Error{code, std::move(message)});
}

} // namespace berth
