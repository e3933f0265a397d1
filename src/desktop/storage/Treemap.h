// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QWidget>

namespace berth {

/// Blocks in groups; each block's area is its share of the bytes (squarified treemap, Bruls, Huizing and van Wijk 2000). One block is
/// current: arrows move to the nearest one in that direction, Enter opens it.
class Treemap : public QWidget {
    Q_OBJECT

public:
    enum class Fill { Hue, Hatched, Outlined };
    struct Block {
        QString name;
        qint64 bytes = 0;
        int id = -1; ///< Of the caller; -1: not to be opened.
    };
    struct Group {
        QString name;
        Fill fill = Fill::Hue;
        int hue = 0; ///< Index of the theme's hues.
        QList<Block> blocks;

        qint64 bytes() const;
    };

    explicit Treemap(QWidget *parent);

    void setGroups(const QList<Group> &groups);
    int currentId() const;
    void setCurrentId(int id);

    QSize sizeHint() const override { return {700, 420}; }
    QSize minimumSizeHint() const override { return {240, 160}; }

Q_SIGNALS:
    void currentChanged(int id);
    void opened(int id);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Cell {
        QRectF rect;
        int group = 0;
        Block block;
    };

    void layOut();
    int cellAt(const QPointF &position) const;
    void setCurrent(int cell);
    void paintCell(QPainter &painter, const Cell &cell, bool isCurrent) const;

    QList<Group> m_groups;
    QList<QRectF> m_heads; ///< Of the groups: where their names stand.
    QList<Cell> m_cells;
    int m_current = -1;
};

} // namespace berth
