// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

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
    FolderInUse, ///< Another program serves the data folder.
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
/// Never holds a secret. A sentence that reaches people keeps its pattern and its values apart, so that core/ErrorText.h can say it
/// in their language; what a server or the system said itself is a value, or the whole message, and stays as it is.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    std::string message;
    const char *pattern = nullptr;            ///< Text with %1, %2 … of static lifetime; null if there is no more than the message.
    std::vector<std::string> values = {};     ///< UTF-8, in the order of the numbers.
    std::shared_ptr<const Error> reason = {}; ///< A failure behind this one: its sentence stands at the number after the last value.
};

template <class T> using Result = tl::expected<T, Error>;

/// `return fail(ErrorCode::Io, text)` in any function that returns a Result: a sentence that is made as a whole.
inline tl::unexpected<Error> fail(ErrorCode code, std::string message) { return tl::unexpected<Error>(Error{code, std::move(message), nullptr, {}, nullptr}); }

/// A sentence that can be said in other languages: a literal, marked with QT_TRANSLATE_NOOP("Error", "…") where a window may show it;
/// one whole sentence with %1 to %9 where `values` belong.
tl::unexpected<Error> fail(ErrorCode code, const char *pattern, std::vector<std::string> values = {});

/// The same, where a further failure says why: "The manifest %1 cannot be read: %2" with one value takes the reason's sentence as %2.
tl::unexpected<Error> fail(ErrorCode code, const char *pattern, std::vector<std::string> values, const Error &reason);

/// A sentence of that kind that stops nothing.
inline Error warning(const char *pattern, std::vector<std::string> values = {}) { return fail(ErrorCode::BadRequest, pattern, std::move(values)).value(); }

} // namespace berth
