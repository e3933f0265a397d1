// SPDX-License-Identifier: Apache-2.0
#pragma once

struct archive;

namespace berth {

/// What libarchive objects to in a tar file, told from its words: those are for programmers, and its numbers stand for many faults each.
enum class TarFault {
    Other,
    HeaderBroken,    ///< It ends, or has a wrong checksum, behind a header that belongs to it.
    HeaderBreaksOff,
    BodyBreaksOff,
    Checksum,
    Size,            ///< Negative or overflowing.
    LongHeader,      ///< A PAX header or GNU long name above 1 MiB.
    HeaderCount,     ///< More of those before one entry than libarchive reads.
    Pax,
    NameConversion,  ///< The locale lacks a letter of a name; the entry has the bytes as they are.
};

/// The fault behind `result`, which a call on the handle has just returned and which is not ARCHIVE_OK.
TarFault tarFault(struct archive *handle, int result);

} // namespace berth
