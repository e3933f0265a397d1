// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include <QColor>
#include <QFont>
#include <QPalette>

class QWidget;

namespace berth {

/// The colours of the program by what they are for, light and dark. Widgets read roles here, never a colour of their own.
struct Theme {
    QColor chrome, surface, raised, field, code, fill, fill2, line, line2, border;
    QColor text, text2, text3, disabled;
    QColor accent, accentHover, accentPressed, onAccent, accentSoft, accentSoft2, accentText;
    QColor ok, okSoft, warn, warnSoft, danger, dangerSoft, dangerFill, dangerHover, onDanger, protectedKept;
    QColor tip, tipText;
    QColor onTile; ///< Letters on the tile of a kind of server, whose colour its row tells.
    std::array<QColor, 5> treemap;                   ///< A hue for each registry, then around.
    QColor treemapShared, treemapTrash;

    static const Theme &light();
    static const Theme &dark();

    /// The one that the application's palette was made of.
    static const Theme &current();

    QPalette palette() const;
};

/// Sizes of text, relative to the person's own UI font.
enum class TextRole { Caption, Body, BodyStrong, Title, Heading, Page, Mono };
QFont fontFor(TextRole role);

/// Sets font and colour of a label at once. `colour` is one of the palette roles WindowText (text) or PlaceholderText (text3).
void setTextRole(QWidget *widget, TextRole role);

} // namespace berth
