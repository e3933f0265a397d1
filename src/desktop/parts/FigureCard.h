// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desktop/parts/Sheet.h"

class QGridLayout;
class QLabel;

namespace berth {

/// One figure in large type, what it is above it, and what it means below.
class FigureCard : public Sheet {
    Q_OBJECT

public:
    FigureCard(const QString &label, QWidget *parent);

    void setFigure(const QString &figure, const QString &caption);

private:
    QString m_label;
    QLabel *m_figure;
    QLabel *m_caption;
};

/// Four of them in a row, two by two where it is narrow.
class FigureRow : public QWidget {
    Q_OBJECT

public:
    explicit FigureRow(QWidget *parent);
    FigureCard *addCard(const QString &label);
    /// As wide as two of them: it can always become that narrow.
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();

    QGridLayout *m_grid;
    QList<FigureCard *> m_cards;
};

} // namespace berth
