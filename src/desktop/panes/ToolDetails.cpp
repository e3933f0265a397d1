// SPDX-License-Identifier: Apache-2.0
#include "desktop/panes/ToolDetails.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTabBar>

#include "desktop/parts/Parts.h"

namespace berth {

ToolDetails::ToolDetails(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_tabs(new QTabBar(this))
    , m_subject(makeLabel({}, TextRole::Body, Shade::Text3, this))
    , m_pages(new QStackedWidget(this))
    , m_hint(makeLabel({}, TextRole::Body, Shade::Text3, this))
{
    m_tabs->setAccessibleName(name);
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_hint->setAlignment(Qt::AlignCenter);
    m_hint->setWordWrap(true);
    m_pages->addWidget(m_hint);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(6, 0, 16, 0);
    bar->addWidget(m_tabs, 1);
    bar->addWidget(m_subject);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 1, 0, 4);
    column->setSpacing(1);
    column->addLayout(bar);
    column->addWidget(m_pages, 1);
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int tab) {
        if (m_pages->currentWidget() != m_hint)
            m_pages->setCurrentIndex(tab + 1);
    });
}

int ToolDetails::addPage(const QString &title, QWidget *page)
{
    auto *scroll = new QScrollArea(this);
    scroll->setAccessibleName(title);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->viewport()->setAutoFillBackground(false);
    scroll->setWidget(page);
    page->setAutoFillBackground(false);
    return addTablePage(title, scroll);
}

int ToolDetails::addTablePage(const QString &title, QWidget *page)
{
    m_pages->addWidget(page);
    return m_tabs->addTab(title);
}

void ToolDetails::setPageEnabled(int page, bool enabled)
{
    m_tabs->setTabEnabled(page, enabled);
    if (!enabled && m_tabs->currentIndex() == page)
        m_tabs->setCurrentIndex(0);
}

void ToolDetails::setTitle(int page, const QString &title) { m_tabs->setTabText(page, title); }

void ToolDetails::showHint(const QString &hint)
{
    m_hint->setText(hint);
    m_subject->clear();
    m_pages->setCurrentWidget(m_hint);
}

void ToolDetails::showPages(const QString &subject)
{
    m_subject->setText(subject);
    m_pages->setCurrentIndex(m_tabs->currentIndex() + 1);
}

void ToolDetails::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(0, 0, width(), 1, Theme::current().line);
    painter.fillRect(0, m_pages->y() - 1, width(), 1, Theme::current().line);
}

} // namespace berth
