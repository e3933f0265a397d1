// SPDX-License-Identifier: Apache-2.0
#include "desktop/style/Theme.h"

#include <QApplication>
#include <QFontDatabase>
#include <QWidget>

namespace berth {

const Theme &Theme::light()
{
    static const Theme theme{"#EEF1F3", "#FFFFFF", "#F5F7F8", "#FFFFFF", "#F5F7F8", "#E6EBEE", "#D9E0E4", "#E1E6E9", "#CBD3D8", "#7F888F", "#17212B", "#4B5964",
        "#5E6B75", "#9AA4AB", "#0B6A88", "#095972", "#074A5F", "#FFFFFF", "#DCEDF3", "#C8E2EB", "#0A5F7A", "#1A7A48", "#E1F3E8", "#855500", "#FCF0D4",
        "#B3261E", "#FBE7E5", "#BF2F26", "#A6251D", "#FFFFFF", "#6A4FB3", "#1E2A33", "#F2F5F7", "#FFFFFF",
        {"#CBE4ED", "#D3E9DA", "#F2E3C3", "#E1DAF2", "#F4DAD6"}, "#DDE3E7", "#F5F7F8"};
    return theme;
}

const Theme &Theme::dark()
{
    static const Theme theme{"#14181B", "#1C2125", "#222A2E", "#171B1F", "#171B1F", "#2B353A", "#37434A", "#2B3237", "#3A444B", "#75828B", "#E7ECEF", "#B1BCC3",
        "#95A1A9", "#5D6870", "#4FB9D6", "#6BC7E0", "#86D3E8", "#06222C", "#173642", "#1D4655", "#7CCDE3", "#5CC68C", "#17352A", "#E5B454", "#3A2F17",
        "#F58F86", "#43221F", "#F28B82", "#F7A39B", "#330A06", "#B5A2F0", "#E7ECEF", "#14181B", "#FFFFFF",
        {"#1D4B5B", "#23493A", "#544322", "#3F3763", "#57302D"}, "#353E45", "#20262A"};
    return theme;
}

const Theme &Theme::current() { return QApplication::palette().color(QPalette::Window).lightness() < 128 ? dark() : light(); }

QPalette Theme::palette() const
{
    QPalette palette;
    palette.setColor(QPalette::Window, chrome);
    palette.setColor(QPalette::WindowText, text);
    palette.setColor(QPalette::Base, surface);
    palette.setColor(QPalette::AlternateBase, raised);
    palette.setColor(QPalette::Text, text);
    palette.setColor(QPalette::PlaceholderText, text3);
    palette.setColor(QPalette::Button, surface);
    palette.setColor(QPalette::ButtonText, text);
    palette.setColor(QPalette::BrightText, onAccent);
    palette.setColor(QPalette::Highlight, accentSoft);
    palette.setColor(QPalette::HighlightedText, text);
    palette.setColor(QPalette::Link, accentText);
    palette.setColor(QPalette::LinkVisited, accentText);
    palette.setColor(QPalette::Mid, line2);
    palette.setColor(QPalette::Midlight, line);
    palette.setColor(QPalette::Light, surface);
    palette.setColor(QPalette::Dark, border);
    palette.setColor(QPalette::Shadow, border);
    palette.setColor(QPalette::ToolTipBase, tip);
    palette.setColor(QPalette::ToolTipText, tipText);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText, QPalette::PlaceholderText})
        palette.setColor(QPalette::Disabled, role, disabled);
    return palette;
}

QFont fontFor(TextRole role)
{
    QFont font = QApplication::font();
    const double size = font.pointSizeF() > 0 ? font.pointSizeF() : font.pixelSize() * 0.75;
    const auto scaled = [&](double factor, QFont::Weight weight) {
        font.setPointSizeF(size * factor);
        font.setWeight(weight);
        return font;
    };
    switch (role) {
    case TextRole::Caption: return scaled(0.92, QFont::Normal);
    case TextRole::Body: return scaled(1.0, QFont::Normal);
    case TextRole::BodyStrong: return scaled(1.0, QFont::DemiBold);
    case TextRole::Title: return scaled(1.16, QFont::DemiBold);
    case TextRole::Heading: return scaled(1.30, QFont::DemiBold);
    case TextRole::Page: return scaled(1.55, QFont::DemiBold);
    case TextRole::Mono: {
        QFont mono = QFontDatabase::systemFont(QFontDatabase::FixedFont);
        mono.setPointSizeF(size * 0.94);
        return mono;
    }
    }
    return font;
}

void setTextRole(QWidget *widget, TextRole role) { widget->setFont(fontFor(role)); }

} // namespace berth
