// SPDX-License-Identifier: Apache-2.0
#include "desktop/parts/Buttons.h"

namespace berth {

namespace {

Tint tintFor(const QString &kind)
{
    if (kind == QLatin1String("primary"))
        return Tint::OnAccent;
    if (kind == QLatin1String("danger"))
        return Tint::OnDanger;
    return kind == QLatin1String("tonal") ? Tint::AccentText : Tint::Text2;
}

} // namespace

Button::Button(QWidget *parent)
    : QPushButton(parent)
{
    setAutoDefault(false);
}

void Button::setGlyph(const QString &name)
{
    m_glyph = name;
    setIcon(berth::icon(name.toLatin1().constData(), tintFor(property("kind").toString())));
}

QPushButton *makeButton(const QString &text, const char *kind, const char *glyph, QWidget *parent)
{
    auto *button = new Button(parent);
    button->setText(text);
    button->setProperty("kind", QLatin1String(kind));
    if (glyph)
        button->setGlyph(QLatin1String(glyph));
    return button;
}

QPushButton *makeIconButton(const char *glyph, const QString &name, QWidget *parent)
{
    auto *button = makeButton(QString(), "flat", glyph, parent);
    button->setProperty("mini", true);
    button->setAccessibleName(name);
    button->setToolTip(name);
    return button;
}

} // namespace berth
