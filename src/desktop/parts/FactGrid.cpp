// SPDX-License-Identifier: Apache-2.0
#include "desktop/parts/FactGrid.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>

#include "desktop/parts/Buttons.h"

namespace berth {

FactGrid::FactGrid(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(16);
    m_grid->setVerticalSpacing(8);
    m_grid->setColumnStretch(1, 1);
}

void FactGrid::clear()
{
    while (auto *item = m_grid->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    m_row = 0;
}

void FactGrid::add(const QString &name, const QString &value, bool isMono, QWidget *extra)
{
    m_grid->addWidget(makeLabel(name, TextRole::Body, Shade::Text3, this), m_row, 0, Qt::AlignTop);
    auto *label = makeLabel(value, isMono ? TextRole::Mono : TextRole::Body, Shade::Text, this);
    label->setWordWrap(!isMono);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    if (extra) {
        auto *both = new QWidget(this);
        // Behind a figure; below words, which may wrap.
        auto *row = new QBoxLayout(isMono ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom, both);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(isMono ? 8 : 4);
        row->addWidget(label);
        row->addWidget(extra, 0, isMono ? Qt::Alignment() : Qt::AlignLeft);
        row->addStretch();
        m_grid->addWidget(both, m_row, 1);
        if (isMono)
            m_grid->itemAtPosition(m_row, 0)->setAlignment(Qt::AlignVCenter);
    } else {
        m_grid->addWidget(label, m_row, 1);
    }
    ++m_row;
}

void FactGrid::addCopied(const QString &name, const QString &value)
{
    auto *copy = makeIconButton("copy", tr("Copy: %1").arg(name), this);
    connect(copy, &QPushButton::clicked, this, [value] { QGuiApplication::clipboard()->setText(value); });
    add(name, value, true, copy);
}

} // namespace berth
