// SPDX-License-Identifier: Apache-2.0
#include "desktop/storage/Treemap.h"

#include <algorithm>
#include <cmath>

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

#include "core/SizeSum.h"
#include "core/SizeText.h"
#include "desktop/style/BerthStyle.h"
#include "desktop/style/Theme.h"

namespace berth {

namespace {

constexpr qreal groupGap = 8;
constexpr qreal blockGap = 2;
constexpr int shownBlocks = 24; ///< Of one group; the rest becomes one block.

/// Rectangles for the sizes, which are ordered from the largest, as near to squares as rows allow.
QList<QRectF> squarified(const QList<qreal> &sizes, QRectF room)
{
    QList<QRectF> rects;
    qreal left = 0;
    for (const qreal size : sizes)
        left += size;
    qsizetype next = 0;
    while (next < sizes.size() && left > 0 && room.width() > 0 && room.height() > 0) {
        const bool wide = room.width() >= room.height();
        const qreal side = wide ? room.height() : room.width();
        const qreal scale = room.width() * room.height() / left; // area of one unit
        // As many in this row as make its worst shape better.
        const auto worst = [&](qsizetype count, qreal sum) {
            const qreal depth = sum * scale / side;
            const auto shape = [&](qreal size) {
                const qreal length = size * scale / depth;
                return std::max(length / depth, depth / length);
            };
            return std::max(shape(sizes.at(next)), shape(sizes.at(next + count - 1)));
        };
        qsizetype count = 1;
        qreal sum = sizes.at(next);
        while (next + count < sizes.size() && worst(count + 1, sum + sizes.at(next + count)) <= worst(count, sum))
            sum += sizes.at(next + count++);
        const qreal depth = sum * scale / side;
        qreal at = wide ? room.top() : room.left();
        for (qsizetype i = next; i < next + count; ++i) {
            const qreal length = sizes.at(i) * scale / depth;
            rects << (wide ? QRectF(room.left(), at, depth, length) : QRectF(at, room.top(), length, depth));
            at += length;
        }
        if (wide)
            room.setLeft(room.left() + depth);
        else
            room.setTop(room.top() + depth);
        left -= sum;
        next += count;
    }
    while (rects.size() < sizes.size())
        rects << QRectF();
    return rects;
}

void hatch(QPainter &painter, const QRectF &rect, const QColor &colour)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(rect);
    painter.setPen(QPen(colour, 1.2));
    for (qreal at = rect.left() - rect.height(); at < rect.right(); at += 7)
        painter.drawLine(QPointF(at, rect.bottom()), QPointF(at + rect.height(), rect.top()));
    painter.restore();
}

} // namespace

qint64 Treemap::Group::bytes() const
{
    qint64 sum = 0;
    for (const auto &block : blocks)
        sum = sizeSum(sum, block.bytes);
    return sum;
}

Treemap::Treemap(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Where the bytes are"));
}

void Treemap::setGroups(const QList<Group> &groups)
{
    const int kept = currentId();
    m_groups = groups;
    m_groups.removeIf([](const Group &group) { return group.bytes() <= 0; });
    std::ranges::stable_sort(m_groups, std::greater(), &Group::bytes);
    for (auto &group : m_groups) {
        std::ranges::stable_sort(group.blocks, std::greater(), &Block::bytes);
        group.blocks.removeIf([](const Block &block) { return block.bytes <= 0; });
        if (group.blocks.size() <= shownBlocks)
            continue;
        Block rest{tr("%n more", nullptr, int(group.blocks.size()) - shownBlocks + 1), 0, -1};
        for (qsizetype i = shownBlocks - 1; i < group.blocks.size(); ++i)
            rest.bytes = sizeSum(rest.bytes, group.blocks.at(i).bytes);
        group.blocks.resize(shownBlocks - 1);
        group.blocks << rest;
    }
    layOut();
    setCurrentId(kept);
}

void Treemap::layOut()
{
    m_cells.clear();
    m_heads.clear();
    QList<qreal> sizes;
    for (const auto &group : std::as_const(m_groups))
        sizes << qreal(group.bytes());
    const qreal head = fontMetrics().height() + 6;
    const auto rooms = squarified(sizes, QRectF(rect()).adjusted(0, 0, groupGap, groupGap));
    for (qsizetype i = 0; i < m_groups.size(); ++i) {
        QRectF room = rooms.at(i).adjusted(0, 0, -groupGap, -groupGap);
        const bool hasHead = room.height() > head + 12 && room.width() > 40;
        m_heads << (hasHead ? QRectF(room.left(), room.top(), room.width(), head) : QRectF());
        if (hasHead)
            room.setTop(room.top() + head);
        QList<qreal> blocks;
        for (const auto &block : m_groups.at(i).blocks)
            blocks << qreal(block.bytes);
        const auto rects = squarified(blocks, room.adjusted(0, 0, blockGap, blockGap));
        for (qsizetype k = 0; k < blocks.size(); ++k)
            m_cells << Cell{rects.at(k).adjusted(0, 0, -blockGap, -blockGap), int(i), m_groups.at(i).blocks.at(k)};
    }
    update();
}

int Treemap::currentId() const { return m_current >= 0 && m_current < m_cells.size() ? m_cells.at(m_current).block.id : -1; }

void Treemap::setCurrentId(int id)
{
    int found = m_cells.isEmpty() ? -1 : 0;
    for (int i = 0; i < m_cells.size(); ++i) {
        if (id >= 0 && m_cells.at(i).block.id == id)
            found = i;
    }
    setCurrent(found);
}

void Treemap::setCurrent(int cell)
{
    m_current = cell;
    if (cell >= 0 && cell < m_cells.size()) {
        const auto &[rect, group, block] = m_cells.at(cell);
        setAccessibleDescription(tr("%1, %2: %3", "registry, image, size").arg(m_groups.at(group).name, block.name, sizeText(block.bytes)));
    }
    update();
    Q_EMIT currentChanged(currentId());
}

int Treemap::cellAt(const QPointF &position) const
{
    for (int i = 0; i < m_cells.size(); ++i) {
        if (m_cells.at(i).rect.contains(position))
            return i;
    }
    return -1;
}

void Treemap::paintCell(QPainter &painter, const Cell &cell, bool isCurrent) const
{
    const Theme &t = Theme::current();
    const auto &group = m_groups.at(cell.group);
    const QRectF rect = cell.rect;
    if (rect.width() < 1 || rect.height() < 1)
        return;
    switch (group.fill) {
    case Fill::Hue: paintRounded(&painter, rect, 3, t.treemap.at(std::size_t(group.hue) % t.treemap.size())); break;
    case Fill::Hatched:
        paintRounded(&painter, rect, 3, t.treemapShared);
        hatch(painter, rect, t.line2);
        break;
    case Fill::Outlined: paintRounded(&painter, rect, 3, t.treemapTrash, t.line2); break;
    }
    if (isCurrent && hasFocus())
        paintRounded(&painter, rect.adjusted(1, 1, -1, -1), 3, {}, t.accent, 2);
    else if (isCurrent)
        paintRounded(&painter, rect.adjusted(1, 1, -1, -1), 3, {}, t.border, 1);
    const QRectF words = rect.adjusted(8, 4, -6, -4);
    const QFontMetrics metrics = painter.fontMetrics();
    if (words.width() < metrics.averageCharWidth() * 4 || words.height() < metrics.height())
        return;
    painter.setPen(t.text);
    painter.drawText(words, Qt::AlignLeft | Qt::AlignTop, metrics.elidedText(cell.block.name, Qt::ElideMiddle, int(words.width())));
    const QString size = sizeText(cell.block.bytes);
    if (words.height() >= 2 * metrics.height() && metrics.horizontalAdvance(size) <= words.width()) {
        painter.setPen(t.text2);
        painter.drawText(words.adjusted(0, metrics.height(), 0, 0), Qt::AlignLeft | Qt::AlignTop, size);
    }
}

void Treemap::paintEvent(QPaintEvent *)
{
    const Theme &t = Theme::current();
    QPainter painter(this);
    for (int i = 0; i < m_cells.size(); ++i)
        paintCell(painter, m_cells.at(i), i == m_current);
    for (qsizetype i = 0; i < m_heads.size(); ++i) {
        const QRectF head = m_heads.at(i);
        if (head.isNull())
            continue;
        const QString size = sizeText(m_groups.at(i).bytes());
        painter.setFont(font());
        int room = int(head.width()) - 4;
        const int sizeWidth = painter.fontMetrics().horizontalAdvance(size);
        if (room > sizeWidth + 60) {
            painter.setPen(t.text3);
            painter.drawText(head.adjusted(0, 0, -4, 0), Qt::AlignRight | Qt::AlignVCenter, size);
            room -= sizeWidth + 12;
        }
        painter.setFont(fontFor(TextRole::BodyStrong));
        painter.setPen(t.text2);
        painter.drawText(
            head.adjusted(2, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, painter.fontMetrics().elidedText(m_groups.at(i).name, Qt::ElideMiddle, room));
    }
}

void Treemap::resizeEvent(QResizeEvent *)
{
    const int kept = m_current;
    layOut();
    m_current = kept < m_cells.size() ? kept : -1;
}

void Treemap::mousePressEvent(QMouseEvent *event)
{
    if (const int cell = cellAt(event->position()); cell >= 0)
        setCurrent(cell);
}

void Treemap::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (cellAt(event->position()) == m_current && currentId() >= 0)
        Q_EMIT opened(currentId());
}

void Treemap::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentId() >= 0) {
        Q_EMIT opened(currentId());
        return;
    }
    QPointF step;
    switch (event->key()) {
    case Qt::Key_Left: step = {-1, 0}; break;
    case Qt::Key_Right: step = {1, 0}; break;
    case Qt::Key_Up: step = {0, -1}; break;
    case Qt::Key_Down: step = {0, 1}; break;
    default: QWidget::keyPressEvent(event); return;
    }
    if (m_current < 0)
        return;
    const QPointF from = m_cells.at(m_current).rect.center();
    int best = -1;
    qreal bestCost = 0;
    for (int i = 0; i < m_cells.size(); ++i) {
        const QPointF way = m_cells.at(i).rect.center() - from;
        const qreal along = way.x() * step.x() + way.y() * step.y();
        const qreal across = std::abs(way.x() * step.y()) + std::abs(way.y() * step.x());
        if (i == m_current || along <= 1)
            continue;
        if (const qreal cost = along + 2 * across; best < 0 || cost < bestCost) {
            best = i;
            bestCost = cost;
        }
    }
    if (best >= 0)
        setCurrent(best);
}

void Treemap::focusInEvent(QFocusEvent *) { update(); }
void Treemap::focusOutEvent(QFocusEvent *) { update(); }

bool Treemap::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        auto *help = static_cast<QHelpEvent *>(event);
        if (const int cell = cellAt(help->pos()); cell >= 0)
            QToolTip::showText(help->globalPos(),
                m_groups.at(m_cells.at(cell).group).name + QStringLiteral(" › ") + m_cells.at(cell).block.name + QStringLiteral("  ")
                    + sizeText(m_cells.at(cell).block.bytes),
                this);
        else
            QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

} // namespace berth
