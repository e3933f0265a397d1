// SPDX-License-Identifier: Apache-2.0
#include "desktop/shell/SidebarView.h"

#include <QLocale>
#include <QPainter>

#include "desktop/lists/ItemRoles.h"
#include "desktop/parts/StateMark.h"
#include "desktop/style/BerthStyle.h"
#include "desktop/style/Icons.h"
#include "desktop/style/Theme.h"

namespace berth {

namespace {

class SidebarDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override { return {100, qMax(30, option.fontMetrics.height() + 12)}; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme &t = Theme::current();
        QRect rect = option.rect;
        const bool isConnection = !index.parent().isValid();
        if (isConnection) {
            paintStateMark(painter, {rect.left(), rect.center().y() - 7, 14, 16}, StateMark::State(index.data(StateRole).toInt()));
            rect.setLeft(rect.left() + 20);
        }
        paintIcon(painter, {rect.left(), rect.center().y() - 7, 16, 16}, index.data(GlyphRole).toString().toUtf8().constData(), Tint::Text2);
        rect.setLeft(rect.left() + 22);
        painter->save();
        const QVariant count = index.data(CountRole);
        const QString note = index.data(NoteRole).toString();
        if (!note.isEmpty() || (count.isValid() && count.toLongLong() >= 0)) {
            painter->setFont(fontFor(TextRole::Caption));
            painter->setPen(t.text3);
            const QString text = note.isEmpty() ? QLocale().toString(count.toLongLong()) : note;
            painter->drawText(rect.adjusted(0, 0, -8, 0), Qt::AlignRight | Qt::AlignVCenter, text);
            rect.setRight(rect.right() - painter->fontMetrics().horizontalAdvance(text) - 14);
        }
        painter->setFont(isConnection ? fontFor(TextRole::BodyStrong) : option.font);
        painter->setPen(t.text);
        painter->drawText(rect, Qt::AlignLeft | Qt::AlignVCenter, painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideMiddle, rect.width()));
        painter->restore();
    }
};

} // namespace

SidebarView::SidebarView(QWidget *parent)
    : QTreeView(parent)
{
    setHeaderHidden(true);
    setItemDelegate(new SidebarDelegate(this));
    setUniformRowHeights(true);
    setFrameShape(NoFrame);
    setIndentation(20);
    setRootIsDecorated(true);
    setExpandsOnDoubleClick(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setEditTriggers(NoEditTriggers);
    viewport()->setAutoFillBackground(false);
    QPalette own = palette();
    own.setColor(QPalette::Base, Qt::transparent);
    setPalette(own);
}

void SidebarView::setDropTarget(const QModelIndex &index)
{
    if (index == m_dropTarget)
        return;
    m_dropTarget = index;
    viewport()->update();
}

void SidebarView::drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &t = Theme::current();
    const QRect row(0, option.rect.top(), viewport()->width(), option.rect.height());
    if (index == m_dropTarget)
        paintRounded(painter, row, 6, t.accentSoft, t.accent, 2);
    else if (selectionModel()->isSelected(index))
        paintRounded(painter, row, 6, t.fill);
    if (hasFocus() && index == currentIndex() && !selectionModel()->isSelected(index))
        paintRounded(painter, row, 6, {}, t.accent, 2);
    QStyleOptionViewItem own = option;
    own.state.setFlag(QStyle::State_HasFocus, false);
    QTreeView::drawRow(painter, own, index);
}

void SidebarView::drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const
{
    if (model()->hasChildren(index) && !index.parent().isValid())
        paintIcon(painter, {rect.right() - 17, rect.center().y() - 6, 14, 14}, isExpanded(index) ? "chevron-down" : "chevron-right", Tint::Text3);
}

} // namespace berth
