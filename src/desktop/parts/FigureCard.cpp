// SPDX-License-Identifier: Apache-2.0
#include "desktop/parts/FigureCard.h"

#include <QGridLayout>
#include <QVBoxLayout>

#include "desktop/parts/Buttons.h"

namespace berth {

namespace {
constexpr int narrowWidth = 720;
}

FigureCard::FigureCard(const QString &label, QWidget *parent)
    : Sheet(Kind::Raised, parent)
    , m_label(label)
    , m_figure(makeLabel({}, TextRole::Page, Shade::Text, this))
    , m_caption(makeLabel({}, TextRole::Caption, Shade::Text2, this))
{
    m_caption->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 10, 16, 10);
    column->setSpacing(2);
    column->addWidget(makeLabel(label, TextRole::Body, Shade::Text2, this));
    column->addWidget(m_figure);
    column->addWidget(m_caption);
}

void FigureCard::setFigure(const QString &figure, const QString &caption)
{
    m_figure->setText(figure);
    m_caption->setText(caption);
    setAccessibleName(m_label + QLatin1Char(' ') + figure + QLatin1Char(' ') + caption);
}

FigureRow::FigureRow(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(14);
}

FigureCard *FigureRow::addCard(const QString &label)
{
    m_cards << new FigureCard(label, this);
    arrange();
    return m_cards.last();
}

QSize FigureRow::minimumSizeHint() const
{
    int widest = 0;
    for (const auto *card : m_cards)
        widest = qMax(widest, card->minimumSizeHint().width());
    return {2 * widest + m_grid->spacing(), QWidget::minimumSizeHint().height()};
}

void FigureRow::arrange()
{
    const bool narrow = width() < narrowWidth;
    for (int i = 0; i < m_cards.size(); ++i)
        m_grid->addWidget(m_cards.at(i), narrow ? i / 2 : 0, narrow ? i % 2 : i);
}

void FigureRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

} // namespace berth
