// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <Qt>

namespace berth {

/// What the tables' models answer beside text.
enum ItemRole {
    SortRole = Qt::UserRole, ///< Bytes and times, not their text.
    ChipsRole,               ///< QStringList: tags as chips.
    ChipToneRole,            ///< "ok", "warn" or "danger": the chip is a state with its glyph, not a tag.
    GlyphRole,               ///< Name of the glyph before the text.
    MonoRole,                ///< True for digests and addresses.
    QuietRole,               ///< True for text of the second rank.
    CountRole,               ///< Number at the right of a sidebar row.
    NoteRole,                ///< Words at the right of a sidebar row, in place of a number.
    StateRole,               ///< StateMark::State of a connection.
    VersionRole,             ///< True where SortRole is a tag, to be ordered as a version.
    UntaggedRole,            ///< True for an artifact that no tag names.
    KeyRole,                 ///< What identifies the row over a refresh.
};

} // namespace berth
