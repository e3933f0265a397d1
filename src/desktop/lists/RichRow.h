// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QMetaType>
#include <QString>

#include "desktop/parts/Sentence.h"
#include "desktop/parts/TextLabel.h"
#include "desktop/style/Icons.h"

namespace berth {

/// A row of a RichList: a switch or a glyph, a sentence, a second line, and captions at the right.
struct RichRow {
    enum class Lead { None, Switch, Glyph };

    QString key; ///< What identifies it when the rows are set anew.
    Lead lead = Lead::None;
    bool isOn = false;   ///< Of the switch.
    bool isBusy = false; ///< The switch was pressed and is not saved yet.
    QByteArray glyph = {};
    Tint tint = Tint::Text2;
    Sentence title = {};
    bool isMono = false; ///< The title, which is plain then, is a digest.
    QString second = {};
    Shade secondShade = Shade::Text2;
    QString right = {};
    QString rightSecond = {};
    QByteArray rightGlyph = {}; ///< Before rightSecond.
    Tint rightTint = Tint::Text2;
    int indent = 0; ///< Steps below the row that it belongs to.
    bool isHeading = false; ///< Of the rows below it; cannot be selected.
    bool isFaded = false;   ///< Switched off.

    /// All of it, for screen readers.
    QString spoken() const;
};

} // namespace berth

Q_DECLARE_METATYPE(berth::RichRow)
