// SPDX-License-Identifier: Apache-2.0
#include "desktop/lists/RowDelegate.h"

#include <QPainter>

#include "desktop/lists/ItemRoles.h"
#include "desktop/style/BerthStyle.h"
#include "desktop/style/Icons.h"
#include "desktop/style/Theme.h"

namespace berth {

int rowHeight(const QFontMetrics &metrics) { return qMax(32, metrics.height() + 13); }

void paintChips(QPainter *painter, const QRect &rect, const QStringList &texts, ChipGround ground)
{
    const Theme &t = Theme::current();
    painter->save();
    painter->setFont(fontFor(TextRole::Caption));
    const QFontMetrics metrics = painter->fontMetrics();
    const int height = qMax(20, metrics.height() + 4);
    const int more = metrics.horizontalAdvance(QStringLiteral("+000"));
    int x = rect.left();
    for (int i = 0; i < texts.size(); ++i) {
        const bool isLast = i + 1 == texts.size();
        const int room = rect.right() - x - (isLast ? 0 : more);
        const int wanted = metrics.horizontalAdvance(texts.at(i)) + 16;
        if (wanted > room && (i > 0 || room < 40)) {
            painter->setPen(t.text2);
            painter->drawText(QRect(x + 4, rect.top(), more, rect.height()), Qt::AlignVCenter, QStringLiteral("+%1").arg(texts.size() - i));
            break;
        }
        const QRect chip(x, rect.center().y() - height / 2 + 1, qMin(wanted, room), height);
        paintRounded(painter, chip, 5, ground == ChipGround::Selected ? t.accentSoft2 : ground == ChipGround::SelectedUnfocused ? t.fill2 : t.fill);
        painter->setPen(t.text);
        painter->drawText(chip.adjusted(8, 0, -8, 0), Qt::AlignVCenter | Qt::AlignLeft,
            wanted <= room ? texts.at(i) : metrics.elidedText(texts.at(i), Qt::ElideMiddle, chip.width() - 16)); // a part of a pixel cuts nothing
        x = chip.right() + 5;
    }
    painter->restore();
}

namespace {

/// A state as a chip: its glyph says by shape what its colour says.
void paintStateChip(QPainter *painter, const QRect &rect, const QString &text, const QString &tone)
{
    const Theme &t = Theme::current();
    const bool warns = tone == QLatin1String("warn");
    const bool bad = tone == QLatin1String("danger");
    painter->save();
    painter->setFont(fontFor(TextRole::Caption));
    const QFontMetrics metrics = painter->fontMetrics();
    const int height = qMax(20, metrics.height() + 4);
    const int glyph = qMin(14, height - 4);
    const QRect chip(rect.left(), rect.center().y() - height / 2 + 1, qMin(rect.width(), metrics.horizontalAdvance(text) + glyph + 20), height);
    paintRounded(painter, chip, 5, bad ? t.dangerSoft : warns ? t.warnSoft : t.okSoft);
    paintIcon(painter, {chip.left() + 6, chip.center().y() - glyph / 2 + 1, glyph, glyph},
        bad         ? "error"
            : warns ? "warn"
                    : "ok",
        bad         ? Tint::Danger
            : warns ? Tint::Warn
                    : Tint::Ok);
    painter->setPen(bad ? t.danger : warns ? t.warn : t.ok);
    const QRect words = chip.adjusted(glyph + 10, 0, -6, 0);
    painter->drawText(words, Qt::AlignVCenter | Qt::AlignLeft, metrics.elidedText(text, Qt::ElideRight, words.width() + 1));
    painter->restore();
}

} // namespace

void RowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &t = Theme::current();
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool selected = (option.state & QStyle::State_Selected) && (option.state & QStyle::State_Active);
    QRect rect = option.rect.adjusted(index.column() == 0 && !index.parent().isValid() && option.rect.left() < 8 ? 18 : 8, 0, -8, 0);
    const QStringList chips = index.data(ChipsRole).toStringList();
    if (const QString tone = index.data(ChipToneRole).toString(); !chips.isEmpty() && !tone.isEmpty()) {
        paintStateChip(painter, rect, chips.first(), tone);
        return;
    }
    if (!chips.isEmpty()) {
        const bool any = option.state & QStyle::State_Selected;
        paintChips(painter, rect, chips, selected ? ChipGround::Selected : any ? ChipGround::SelectedUnfocused : ChipGround::Surface);
        return;
    }
    const QString glyph = index.data(GlyphRole).toString();
    if (!glyph.isEmpty()) {
        paintIcon(painter, {rect.left(), rect.center().y() - 7, 16, 16}, glyph.toUtf8().constData(), Tint::Text2, enabled);
        rect.setLeft(rect.left() + 24);
    }
    painter->save();
    const bool mono = index.data(MonoRole).toBool();
    painter->setFont(mono ? fontFor(TextRole::Mono) : option.font);
    painter->setPen(!enabled ? t.disabled : index.data(QuietRole).toBool() ? t.text2 : t.text);
    const auto alignment = Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt());
    const QString text = index.data().toString();
    painter->drawText(
        rect, int((alignment ? alignment : Qt::AlignLeft | Qt::AlignVCenter)), painter->fontMetrics().elidedText(text, Qt::ElideMiddle, rect.width()));
    painter->restore();
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QStringList chips = index.data(ChipsRole).toStringList();
    const QFontMetrics metrics(index.data(MonoRole).toBool() ? fontFor(TextRole::Mono) : option.font);
    int width = 0;
    for (const auto &chip : chips)
        width += metrics.horizontalAdvance(chip) + 20;
    if (chips.isEmpty())
        width = metrics.horizontalAdvance(index.data().toString()) + (index.data(GlyphRole).toString().isEmpty() ? 16 : 40);
    return {width, rowHeight(option.fontMetrics)};
}

} // namespace berth
