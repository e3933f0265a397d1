// SPDX-License-Identifier: Apache-2.0
#include "desktop/parts/TextLabel.h"

#include <QEvent>

#include "desktop/style/Icons.h"

namespace berth {

QColor shadeColour(Shade shade)
{
    const Theme &theme = Theme::current();
    switch (shade) {
    case Shade::Text: return theme.text;
    case Shade::Text2: return theme.text2;
    case Shade::Text3: return theme.text3;
    case Shade::Danger: return theme.danger;
    case Shade::Warn: return theme.warn;
    }
    return theme.text;
}

namespace {

constexpr std::pair<const char *, TextRole> roles[] = {{"body", TextRole::Body}, {"caption", TextRole::Caption}, {"bodyStrong", TextRole::BodyStrong},
    {"title", TextRole::Title}, {"heading", TextRole::Heading}, {"page", TextRole::Page}, {"mono", TextRole::Mono}};
constexpr std::pair<const char *, Shade> shades[] = {
    {"text", Shade::Text}, {"text2", Shade::Text2}, {"text3", Shade::Text3}, {"danger", Shade::Danger}, {"warn", Shade::Warn}};

template <class Value, std::size_t n> Value valueNamed(const std::pair<const char *, Value> (&table)[n], const QString &name)
{
    for (const auto &[known, value] : table) {
        if (name == QLatin1String(known))
            return value;
    }
    return table[0].second;
}

template <class Value, std::size_t n> QString nameOf(const std::pair<const char *, Value> (&table)[n], Value wanted)
{
    for (const auto &[known, value] : table) {
        if (value == wanted)
            return QLatin1String(known);
    }
    return {};
}

} // namespace

TextRole textRoleNamed(const QString &name) { return valueNamed(roles, name); }
Shade shadeNamed(const QString &name) { return valueNamed(shades, name); }
QString textRoleName(TextRole role) { return nameOf(roles, role); }
QString shadeName(Shade shade) { return nameOf(shades, shade); }

TextLabel::TextLabel(QWidget *parent)
    : TextLabel({}, TextRole::Body, Shade::Text, parent)
{
}

TextLabel::TextLabel(const QString &text, TextRole role, Shade shade, QWidget *parent)
    : QLabel(text, parent)
    , m_role(role)
    , m_shade(shade)
{
    setFont(fontFor(role));
    setTextFormat(Qt::PlainText);
    shadeAnew();
}

void TextLabel::setRole(const QString &name)
{
    m_role = textRoleNamed(name);
    setFont(fontFor(m_role));
}

void TextLabel::setShade(const QString &name)
{
    m_shade = shadeNamed(name);
    shadeAnew();
}

void TextLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange)
        shadeAnew();
}

void TextLabel::shadeAnew()
{
    QPalette own = palette();
    own.setColor(QPalette::WindowText, shadeColour(m_shade));
    setPalette(own);
}

void Glyph::setGlyph(const QString &name)
{
    m_glyph = name;
    setPixmap(icon(name.toLatin1().constData()).pixmap(QSize(16, 16), devicePixelRatioF()));
}

QLabel *makeLabel(const QString &text, TextRole role, Shade shade, QWidget *parent) { return new TextLabel(text, role, shade, parent); }

} // namespace berth
