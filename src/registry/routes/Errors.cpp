// SPDX-License-Identifier: Apache-2.0
#include "registry/routes/Errors.h"

#include <algorithm>
#include <array>

namespace berth {

namespace {

constexpr std::array rows{
    ErrorWords{ErrorCode::BadRequest, 400, "UNSUPPORTED", 400},
    ErrorWords{ErrorCode::Unauthorized, 401, "UNAUTHORIZED", 401},
    ErrorWords{ErrorCode::Denied, 403, "DENIED", 403},
    ErrorWords{ErrorCode::NotFound, 404, "NAME_UNKNOWN", 404},
    ErrorWords{ErrorCode::MethodNotAllowed, 405, "UNSUPPORTED", 405},
    ErrorWords{ErrorCode::Conflict, 409, "DENIED", 409},
    ErrorWords{ErrorCode::FolderInUse, 409, "DENIED", 409},
    ErrorWords{ErrorCode::Precondition, 412, "DENIED", 412},
    ErrorWords{ErrorCode::TooManyRequests, 429, "TOOMANYREQUESTS", 429},
    ErrorWords{ErrorCode::Unsupported, 400, "UNSUPPORTED", 400},
    ErrorWords{ErrorCode::NameInvalid, 400, "NAME_INVALID", 400},
    ErrorWords{ErrorCode::NameUnknown, 404, "NAME_UNKNOWN", 404},
    ErrorWords{ErrorCode::TagInvalid, 400, "MANIFEST_INVALID", 400},
    ErrorWords{ErrorCode::DigestInvalid, 400, "DIGEST_INVALID", 400},
    ErrorWords{ErrorCode::SizeInvalid, 400, "SIZE_INVALID", 400},
    ErrorWords{ErrorCode::BlobUnknown, 404, "BLOB_UNKNOWN", 404},
    ErrorWords{ErrorCode::BlobInUse, 405, "UNSUPPORTED", 412},
    ErrorWords{ErrorCode::UploadInvalid, 400, "BLOB_UPLOAD_INVALID", 400},
    ErrorWords{ErrorCode::UploadUnknown, 404, "BLOB_UPLOAD_UNKNOWN", 404},
    ErrorWords{ErrorCode::RangeInvalid, 416, "BLOB_UPLOAD_INVALID", 400},
    ErrorWords{ErrorCode::ManifestInvalid, 400, "MANIFEST_INVALID", 400},
    ErrorWords{ErrorCode::ManifestUnknown, 404, "MANIFEST_UNKNOWN", 404},
    ErrorWords{ErrorCode::ManifestBlobUnknown, 400, "MANIFEST_BLOB_UNKNOWN", 400},
    ErrorWords{ErrorCode::ManifestInUse, 400, "UNSUPPORTED", 412},
    ErrorWords{ErrorCode::TooLarge, 413, "SIZE_INVALID", 413},
    ErrorWords{ErrorCode::NoSpace, 413, "SIZE_INVALID", 413},
    ErrorWords{ErrorCode::Damaged, 500, "UNKNOWN", 500},
    ErrorWords{ErrorCode::Cancelled, 500, "UNKNOWN", 500},
    ErrorWords{ErrorCode::Unreachable, 400, "UNSUPPORTED", 400}, // the client broke off; it may still listen
    ErrorWords{ErrorCode::Io, 500, "UNKNOWN", 500},
    ErrorWords{ErrorCode::Internal, 500, "UNKNOWN", 500},
};

constexpr bool isInOrder()
{
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (std::size_t(rows[i].code) != i)
            return false;
    }
    return rows.size() == std::size_t(ErrorCode::Internal) + 1;
}
static_assert(isInOrder(), "a row for each ErrorCode, in their order");

struct StatusWord {
    int status;
    const char *word;
};
constexpr std::array statusWords{
    StatusWord{400, "BAD_REQUEST"},
    StatusWord{401, "UNAUTHORIZED"},
    StatusWord{403, "FORBIDDEN"},
    StatusWord{404, "NOT_FOUND"},
    StatusWord{405, "METHOD_NOT_ALLOWED"},
    StatusWord{409, "CONFLICT"},
    StatusWord{412, "PRECONDITION"},
    StatusWord{413, "REQUEST_ENTITY_TOO_LARGE"},
    StatusWord{429, "TOO_MANY_REQUEST"},
};

} // namespace

const ErrorWords &wordsOf(ErrorCode code) { return rows.at(std::size_t(code)); }

const char *wordOf(int status)
{
    const auto found = std::ranges::find(statusWords, status, &StatusWord::status);
    return found == statusWords.end() ? "UNKNOWN" : found->word;
}

} // namespace berth
