// SPDX-License-Identifier: Apache-2.0
#include "desktop/policies/PolicyBoard.h"

#include <QEvent>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "desktop/lists/RichList.h"
#include "desktop/parts/Parts.h"

namespace berth {

namespace {
constexpr int cardWidth = 308;
constexpr int narrow = 860; ///< Below that the card stands under the list.
} // namespace

PolicyBoard::PolicyBoard(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_scroll(new QScrollArea(this))
    , m_sides(new QBoxLayout(QBoxLayout::LeftToRight))
    , m_hint(makeLabel({}, TextRole::Body, Shade::Text2, this))
    , m_banner(new Banner(this))
    , m_stack(new QStackedWidget(this))
    , m_list(new RichList(name, this))
    , m_state(new StatePage(this, StatePage::Kind::Empty))
    , m_below(new QVBoxLayout)
    , m_card(new Sheet(Sheet::Kind::Raised, this))
    , m_cardColumn(new QVBoxLayout(m_card))
{
    auto *body = new QWidget(this);
    m_hint->setWordWrap(true);
    m_hint->setContentsMargins(10, 0, 0, 0);
    m_banner->hide();
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_state);
    m_list->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->installEventFilter(this);
    m_cardColumn->setContentsMargins(16, 12, 16, 12);
    m_cardColumn->setSpacing(8);
    m_card->setMinimumWidth(240);
    auto *left = new QVBoxLayout;
    left->setSpacing(6);
    left->addWidget(m_banner);
    left->addWidget(m_hint);
    left->addWidget(m_stack);
    left->addStretch(1);
    left->addLayout(m_below);
    m_sides->setContentsMargins(10, 4, 14, 10);
    m_sides->setSpacing(16);
    m_sides->addLayout(left, 1);
    m_sides->addWidget(m_card);
    body->setLayout(m_sides);
    m_scroll->setWidget(body);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->viewport()->setAutoFillBackground(false);
    body->setAutoFillBackground(false);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_scroll);
}

void PolicyBoard::setHint(const QString &hint) { m_hint->setText(hint); }

void PolicyBoard::showState(bool shown)
{
    m_stack->setCurrentWidget(shown ? static_cast<QWidget *>(m_state) : m_list);
    m_hint->setVisible(!shown);
    fitList();
}

void PolicyBoard::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool isNarrow = width() < narrow;
    m_sides->setDirection(isNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_card->setMaximumWidth(isNarrow ? QWIDGETSIZE_MAX : cardWidth);
    m_card->setMinimumWidth(isNarrow ? 240 : cardWidth);
}

bool PolicyBoard::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize || event->type() == QEvent::UpdateRequest))
        fitList();
    return QWidget::eventFilter(watched, event);
}

void PolicyBoard::fitList()
{
    const int wanted = m_stack->currentWidget() == m_list ? m_list->contentHeight() + 4 : m_state->sizeHint().height();
    if (wanted != m_stack->minimumHeight())
        m_stack->setFixedHeight(qMax(40, wanted));
}

} // namespace berth
