// SPDX-License-Identifier: Apache-2.0
#include "desktop/parts/Buttons.h"

#include <QEvent>

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

QPushButton *makeButton(const QString &text, const char *kind, const char *glyph, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setProperty("kind", QLatin1String(kind));
    button->setAutoDefault(false);
    if (glyph)
        button->setIcon(icon(glyph, tintFor(QLatin1String(kind))));
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

/// Takes its colour from the theme at each change of the palette.
class ShadedLabel final : public QLabel {
public:
    ShadedLabel(const QString &text, Shade shade, QWidget *parent)
        : QLabel(text, parent)
        , m_shade(shade)
    {
        shadeAnew();
    }

protected:
    void changeEvent(QEvent *event) override
    {
        QLabel::changeEvent(event);
        if (event->type() == QEvent::ApplicationPaletteChange)
            shadeAnew();
    }

private:
    void shadeAnew()
    {
        QPalette own = palette();
        own.setColor(QPalette::WindowText, shadeColour(m_shade));
        setPalette(own);
    }

    Shade m_shade;
};

} // namespace

QLabel *makeLabel(const QString &text, TextRole role, Shade shade, QWidget *parent)
{
    auto *label = new ShadedLabel(text, shade, parent);
    label->setFont(fontFor(role));
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace berth
