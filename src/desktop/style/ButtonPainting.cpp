// SPDX-License-Identifier: Apache-2.0
#include "desktop/style/ButtonPainting.h"

#include <QPainter>
#include <QStyleOptionButton>
#include <QWidget>

#include "desktop/style/BerthStyle.h"
#include "desktop/style/Theme.h"

namespace berth::buttonpainting {

namespace {

struct Looks {
    QColor ground, edge, text;
};

QString kindOf(const QWidget *widget)
{
    const QString kind = widget ? widget->property("kind").toString() : QString();
    return kind.isEmpty() ? QStringLiteral("secondary") : kind;
}

Looks looksOf(const QStyleOptionButton &option, const QString &kind)
{
    const Theme &t = Theme::current();
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool hover = enabled && (option.state & QStyle::State_MouseOver);
    const bool pressed = enabled && (option.state & QStyle::State_Sunken);
    const bool on = option.state & QStyle::State_On;
    if (kind == QLatin1String("segment"))
        return {on ? t.surface : hover ? t.fill2 : QColor(), on ? t.line2 : QColor(), enabled ? (on ? t.text : t.text2) : t.disabled};
    if (!enabled)
        return {kind == QLatin1String("flat")        ? QColor()
                : kind == QLatin1String("secondary") ? t.raised
                                                     : t.fill,
            kind == QLatin1String("secondary") ? t.line : QColor(), t.disabled};
    if (kind == QLatin1String("primary"))
        return {pressed ? t.accentPressed : hover ? t.accentHover : t.accent, {}, t.onAccent};
    if (kind == QLatin1String("danger"))
        return {pressed || hover ? t.dangerHover : t.dangerFill, {}, t.onDanger};
    if (kind == QLatin1String("tonal"))
        return {pressed || hover ? t.accentSoft2 : t.accentSoft, {}, t.accentText};
    if (kind == QLatin1String("flat"))
        return {pressed ? t.fill2 : hover ? t.fill : QColor(), {}, t.text};
    return {pressed ? t.fill2 : hover ? t.raised : t.surface, hover ? t.text3 : t.line2, t.text};
}

} // namespace

void panel(const QStyleOptionButton &option, QPainter *painter, const QWidget *widget)
{
    const Theme &t = Theme::current();
    const QString kind = kindOf(widget);
    const Looks looks = looksOf(option, kind);
    const QRectF rect(option.rect);
    const qreal radius = kind == QLatin1String("segment") ? 5 : 6;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintRounded(painter, rect, radius, looks.ground, looks.edge);
    if ((option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_KeyboardFocusChange)) {
        const bool filled = kind == QLatin1String("primary") || kind == QLatin1String("danger");
        if (filled)
            paintRounded(painter, rect.adjusted(2, 2, -2, -2), radius - 1, {}, t.surface, 1);
        paintRounded(painter, rect, radius, {}, t.accent, 2);
    }
    painter->restore();
}

void label(const QStyleOptionButton &option, QPainter *painter, const QWidget *widget)
{
    const Looks looks = looksOf(option, kindOf(widget));
    const bool enabled = option.state & QStyle::State_Enabled;
    const QSize iconSize = option.icon.isNull() ? QSize(0, 0) : option.iconSize;
    const int gap = iconSize.isEmpty() || option.text.isEmpty() ? 0 : 8;
    const int flags = Qt::AlignVCenter | Qt::AlignLeft | Qt::TextShowMnemonic | Qt::TextSingleLine;
    const int textWidth = option.text.isEmpty() ? 0 : option.fontMetrics.size(Qt::TextShowMnemonic, option.text).width();
    const int total = iconSize.width() + gap + textWidth;
    const bool leading = widget && widget->property("leading").toBool();
    int x = leading ? option.rect.left() + 10 : option.rect.left() + qMax(2, (option.rect.width() - total) / 2);
    if (!iconSize.isEmpty()) {
        const QRect where(x, option.rect.top() + (option.rect.height() - iconSize.height()) / 2, iconSize.width(), iconSize.height());
        option.icon.paint(painter, where, Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
        x += iconSize.width() + gap;
    }
    painter->setPen(looks.text);
    const QRect textRect(x, option.rect.top(), option.rect.right() - x - 2, option.rect.height());
    const QString text = option.fontMetrics.elidedText(option.text, Qt::ElideRight, textRect.width() + 3, Qt::TextShowMnemonic);
    painter->drawText(textRect, flags, text);
}

QSize size(const QStyleOptionButton &option, const QWidget *widget)
{
    const bool mini = widget && widget->property("mini").toBool();
    const QString kind = kindOf(widget);
    const int fontHeight = option.fontMetrics.height();
    const int height = kind == QLatin1String("segment") ? qMax(26, fontHeight + 8) : mini ? qMax(26, fontHeight + 8) : qMax(32, fontHeight + 14);
    if (option.text.isEmpty())
        return {height, height};
    const int pad = kind == QLatin1String("flat") || mini ? 10 : 14;
    const int icon = option.icon.isNull() ? 0 : option.iconSize.width() + 8;
    return {option.fontMetrics.size(Qt::TextShowMnemonic, option.text).width() + icon + 2 * pad, height};
}

} // namespace berth::buttonpainting
