// SPDX-License-Identifier: Apache-2.0
#include <QAbstractItemView>
#include <QMouseEvent>
#include <QPainter>

#include "desktop/lists/RichList.h"
#include "desktop/style/BerthStyle.h"
#include "desktop/style/Theme.h"

namespace berth {

namespace {

constexpr int margin = 10;      ///< Of the rounded ground to what stands in it.
constexpr int switchRoom = 50;  ///< Of a switch and the gap behind it.
constexpr int glyphRoom = 28;
constexpr int indentStep = 22;

/// Where the parts of a row lie.
struct Places {
    QRect ground;
    QRect lead;
    QRect words; ///< Title and second line.
    QRect right;
};

int rightWidth(const RichRow &row, const QFont &caption, int room)
{
    const QFontMetrics metrics(caption);
    const int first = metrics.horizontalAdvance(row.right);
    const int second = metrics.horizontalAdvance(row.rightSecond) + (row.rightGlyph.isEmpty() ? 0 : 20);
    return qMin(qMax(first, second) + 2, room / 2);
}

Places placesOf(const RichRow &row, const QRect &rect)
{
    Places places;
    places.ground = rect.adjusted(0, 1, 0, -1);
    QRect inner = places.ground.adjusted(row.isHeading ? 2 : margin, 0, -margin, 0);
    inner.setLeft(inner.left() + row.indent * indentStep);
    const int lead = row.lead == RichRow::Lead::Switch ? switchRoom : row.lead == RichRow::Lead::Glyph ? glyphRoom : 0;
    places.lead = QRect(inner.left(), inner.top(), lead, inner.height());
    inner.setLeft(inner.left() + lead);
    const int right = row.right.isEmpty() && row.rightSecond.isEmpty() ? 0 : rightWidth(row, fontFor(TextRole::Caption), inner.width());
    places.right = QRect(inner.right() - right + 1, inner.top(), right, inner.height());
    places.words = inner.adjusted(0, 0, right > 0 ? -right - 12 : 0, 0);
    return places;
}

QFont titleFont(const RichRow &row, const QFont &font)
{
    if (row.isMono)
        return fontFor(TextRole::Mono);
    return row.isHeading ? fontFor(TextRole::BodyStrong) : font;
}

void paintSwitch(QPainter &painter, const QRect &rect, const RichRow &row)
{
    const Theme &t = Theme::current();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QRect track(rect.left() + 3, rect.center().y() - 7, 32, 16);
    const QColor edge = row.isOn ? t.accent : t.border;
    paintRounded(&painter, track, 8, row.isOn ? edge : t.field, edge);
    const int size = row.isOn ? 10 : 8;
    const QRect knob(row.isOn ? track.right() - size - 2 : track.left() + 4, track.center().y() - size / 2 + 1, size, size);
    if (row.isBusy) {
        painter.setPen(QPen(row.isOn ? t.onAccent : t.border, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawArc(knob, 90 * 16, 270 * 16);
    } else {
        painter.setPen(Qt::NoPen);
        painter.setBrush(row.isOn ? t.onAccent : edge);
        painter.drawEllipse(knob);
    }
    painter.restore();
}

void paintRight(QPainter &painter, const QRect &rect, const RichRow &row, int lines)
{
    const Theme &t = Theme::current();
    painter.setFont(fontFor(TextRole::Caption));
    painter.setPen(row.isFaded ? t.text3 : t.text2);
    const auto metrics = painter.fontMetrics();
    const int half = lines > 1 ? rect.height() / 2 : rect.height();
    const QRect first(rect.left(), rect.top(), rect.width(), row.rightSecond.isEmpty() ? rect.height() : half);
    painter.drawText(
        first, Qt::AlignRight | (row.rightSecond.isEmpty() ? Qt::AlignVCenter : Qt::AlignBottom), metrics.elidedText(row.right, Qt::ElideMiddle, rect.width()));
    if (row.rightSecond.isEmpty())
        return;
    const QRect second(rect.left(), rect.top() + half, rect.width(), rect.height() - half);
    painter.drawText(second, Qt::AlignRight | Qt::AlignTop, row.rightSecond);
    if (!row.rightGlyph.isEmpty()) {
        const int x = second.right() - metrics.horizontalAdvance(row.rightSecond) - 19;
        paintIcon(&painter, {x, second.top() + (metrics.height() - 14) / 2, 14, 14}, row.rightGlyph.constData(), row.rightTint);
    }
}

} // namespace

void RichRowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &t = Theme::current();
    const auto row = index.data(RichRowsModel::RowRole).value<RichRow>();
    const auto places = placesOf(row, option.rect);
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const bool hasFocus = view && view->hasFocus();
    const bool isSelected = option.state & QStyle::State_Selected;
    painter->save();
    if (isSelected)
        paintRounded(painter, places.ground, 6, hasFocus ? t.accentSoft : t.fill);
    else if ((option.state & QStyle::State_MouseOver) && !row.isHeading)
        paintRounded(painter, places.ground, 6, t.raised);
    if (hasFocus && view->currentIndex() == index && !isSelected)
        paintRounded(painter, places.ground, 6, {}, t.accent, 2);

    const QFont font = titleFont(row, option.font);
    const QFontMetrics caption(fontFor(TextRole::Caption));
    const int titleHeight = row.title.height(font, places.words.width());
    const int secondHeight = row.second.isEmpty() ? 0 : caption.height() + 1;
    QRect title = places.words;
    title.setTop(places.words.center().y() - (titleHeight + secondHeight) / 2 + 1);
    title.setHeight(titleHeight);
    if (row.lead == RichRow::Lead::Switch)
        paintSwitch(*painter, places.lead, row);
    else if (row.lead == RichRow::Lead::Glyph)
        paintIcon(painter, {places.lead.left(), row.second.isEmpty() ? places.lead.center().y() - 7 : title.center().y() - 7, 16, 16}, row.glyph.constData(),
            row.tint);
    const QColor chip = isSelected ? (hasFocus ? t.accentSoft2 : t.fill2) : t.fill;
    row.title.paint(*painter, title, font, {row.isFaded ? t.text3 : row.isHeading ? t.text2 : t.text, chip});
    if (secondHeight > 0) {
        painter->setFont(fontFor(TextRole::Caption));
        painter->setPen(shadeColour(row.secondShade));
        const QRect second(places.words.left(), title.bottom() - 1, places.words.width(), secondHeight);
        painter->drawText(second, Qt::AlignVCenter | Qt::AlignLeft, caption.elidedText(row.second, Qt::ElideMiddle, second.width()));
    }
    if (places.right.width() > 0)
        paintRight(*painter, places.right, row, row.rightSecond.isEmpty() ? 1 : 2);
    painter->restore();
}

QSize RichRowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto row = index.data(RichRowsModel::RowRole).value<RichRow>();
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const int width = view ? view->viewport()->width() : option.rect.width();
    const auto places = placesOf(row, QRect(0, 0, qMax(120, width), 40));
    const QFontMetrics caption(fontFor(TextRole::Caption));
    const int words = row.title.height(titleFont(row, option.font), places.words.width()) + (row.second.isEmpty() ? 0 : caption.height() + 1);
    const int right = row.rightSecond.isEmpty() ? 0 : 2 * caption.height();
    const int least = row.isHeading ? 30 : row.lead == RichRow::Lead::Switch ? 38 : 32;
    return {width, qMax(least, qMax(words, right) + (row.isHeading ? 6 : 12))};
}

bool RichRowDelegate::editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() != QEvent::MouseButtonRelease)
        return false;
    const auto *mouse = static_cast<QMouseEvent *>(event);
    const auto row = index.data(RichRowsModel::RowRole).value<RichRow>();
    if (row.lead != RichRow::Lead::Switch || mouse->button() != Qt::LeftButton || !placesOf(row, option.rect).lead.contains(mouse->pos()))
        return false;
    return model->setData(index, row.isOn ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
}

} // namespace berth
