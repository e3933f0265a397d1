// SPDX-License-Identifier: Apache-2.0
#include "desktop/lists/TableView.h"

#include <QDrag>
#include <QMimeData>
#include <QMouseEvent>
#include <QPainter>

#include "desktop/lists/RowDelegate.h"
#include "desktop/style/BerthStyle.h"
#include "desktop/style/Icons.h"
#include "desktop/style/Theme.h"

namespace berth {

TableHeader::TableHeader(QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
{
    setSectionsClickable(true);
    setHighlightSections(false);
    setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

void TableHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    const Theme &t = Theme::current();
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), t.line);
    const bool sorted = isSortIndicatorShown() && sortIndicatorSection() == section;
    const auto alignment = Qt::Alignment(model()->headerData(section, Qt::Horizontal, Qt::TextAlignmentRole).toInt());
    const bool right = alignment & Qt::AlignRight;
    const QString text = model()->headerData(section, Qt::Horizontal).toString();
    painter->setPen(sorted ? t.text : t.text3);
    // The title starts where the cells' glyphs start; in a tree, where their text does.
    const auto *tree = qobject_cast<const QTreeView *>(parentWidget());
    const int indent = section == 0 && tree && tree->rootIsDecorated() ? tree->indentation() + 24 : section == 0 ? 10 : 0;
    const QRect words = rect.adjusted(8 + indent, 0, sorted && right ? -24 : -8, -1);
    painter->drawText(words, int(alignment | Qt::AlignVCenter), painter->fontMetrics().elidedText(text, Qt::ElideRight, words.width()));
    if (sorted) {
        const int x = right ? rect.right() - 22 : words.left() + painter->fontMetrics().horizontalAdvance(text) + 4;
        paintIcon(painter, {x, rect.center().y() - 7, 14, 14}, sortIndicatorOrder() == Qt::DescendingOrder ? "chevron-down" : "chevron-up", Tint::Text);
    }
}

TableView::TableView(QWidget *parent)
    : QTreeView(parent)
{
    setHeader(new TableHeader(this));
    setItemDelegate(new RowDelegate(this));
    setUniformRowHeights(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSelectionMode(ExtendedSelection);
    setSelectionBehavior(SelectRows);
    setAllColumnsShowFocus(true);
    setMouseTracking(true);
    setSortingEnabled(true);
    setFrameShape(NoFrame);
    setEditTriggers(NoEditTriggers);
    setExpandsOnDoubleClick(false);
    viewport()->setAutoFillBackground(false);
}

void TableView::setLoading(bool loading)
{
    m_loading = loading;
    viewport()->update();
}

void TableView::setDragText(std::function<QString()> text)
{
    m_dragText = std::move(text);
    setDragDropMode(DragOnly);
}

void TableView::startDrag(Qt::DropActions)
{
    const QString text = m_dragText();
    if (text.isEmpty())
        return;
    auto *content = new QMimeData;
    content->setText(text);
    auto *drag = new QDrag(this);
    drag->setMimeData(content);
    drag->setPixmap(icon("copy", Tint::Accent).pixmap(QSize(20, 20), devicePixelRatioF()));
    drag->exec(Qt::CopyAction);
}

void TableView::drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &t = Theme::current();
    const QRect row(8, option.rect.top(), viewport()->width() - 16, option.rect.height());
    const bool selected = selectionModel()->isRowSelected(index.row(), index.parent());
    QColor ground;
    if (selected)
        ground = hasFocus() ? t.accentSoft : t.fill;
    else if (m_hovered.isValid() && m_hovered.row() == index.row() && m_hovered.parent() == index.parent())
        ground = t.raised;
    if (ground.isValid())
        paintRounded(painter, row, 6, ground);
    QStyleOptionViewItem own = option;
    own.state.setFlag(QStyle::State_Active, hasFocus());
    own.state.setFlag(QStyle::State_HasFocus, false);
    QTreeView::drawRow(painter, own, index);
    const QModelIndex current = currentIndex();
    if (hasFocus() && current.isValid() && current.row() == index.row() && current.parent() == index.parent() && !selected)
        paintRounded(painter, row, 6, {}, t.accent, 2);
}

void TableView::drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const
{
    if (!model()->hasChildren(index) || index.parent().isValid())
        return;
    paintIcon(painter, {rect.right() - 18, rect.center().y() - 6, 14, 14}, isExpanded(index) ? "chevron-down" : "chevron-right", Tint::Text2);
}

void TableView::paintEvent(QPaintEvent *event)
{
    QTreeView::paintEvent(event);
    if (!m_loading || (model() && model()->rowCount() > 0))
        return;
    // Bars of the rows' own height, so that nothing moves when the rows come.
    const Theme &t = Theme::current();
    QPainter painter(viewport());
    const int height = berth::rowHeight(fontMetrics());
    const int firstText = rootIsDecorated() ? indentation() + 32 : 42; // behind the glyph
    for (int row = 0; row * height < viewport()->height(); ++row) {
        for (int section = 0; section < header()->count(); ++section) {
            const int width = header()->sectionSize(section);
            const int bar = qMin(width - 24, 40 + (row * 37 + section * 53) % 70);
            const int left = header()->sectionViewportPosition(section);
            const bool right = Qt::Alignment(model()->headerData(section, Qt::Horizontal, Qt::TextAlignmentRole).toInt()) & Qt::AlignRight;
            if (bar > 10 && !header()->isSectionHidden(section))
                paintRounded(
                    &painter, QRect(right ? left + width - 8 - bar : left + (section == 0 ? firstText : 8), row * height + height / 2 - 5, bar, 10), 5, t.fill);
        }
    }
}

void TableView::mouseMoveEvent(QMouseEvent *event)
{
    QTreeView::mouseMoveEvent(event);
    const QModelIndex over = indexAt(event->pos());
    if (over != m_hovered) {
        m_hovered = over;
        viewport()->update();
    }
}

void TableView::leaveEvent(QEvent *event)
{
    QTreeView::leaveEvent(event);
    m_hovered = QModelIndex();
    viewport()->update();
}

} // namespace berth
