// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStyledItemDelegate>

namespace berth {

/// Paints every cell of the tables: glyph and name, digests in the fixed font, tags as chips, numbers to the right. The row's ground is
/// the view's.
class RowDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

enum class ChipGround { Surface, Selected, SelectedUnfocused };

/// Paints chips from the left; those that do not fit become "+n".
void paintChips(QPainter *painter, const QRect &rect, const QStringList &texts, ChipGround ground);

/// Height of a row in the tables.
int rowHeight(const QFontMetrics &metrics);

} // namespace berth
