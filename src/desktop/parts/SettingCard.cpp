// SPDX-License-Identifier: Apache-2.0
#include "desktop/parts/SettingCard.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include "desktop/parts/Parts.h"

namespace berth {

SettingRow::SettingRow(QWidget *parent)
    : QWidget(parent)
{
}

SettingRow::SettingRow(const QString &label, const QString &hint, QWidget *control, QWidget *parent)
    : QWidget(parent)
{
    auto *name = makeLabel(label, TextRole::Body, Shade::Text, this);
    name->setBuddy(control);
    name->setWordWrap(true);
    auto *more = makeLabel(hint, TextRole::Caption, Shade::Text3, this);
    more->setWordWrap(true);
    auto *words = new QVBoxLayout;
    words->setSpacing(1);
    words->addWidget(name);
    words->addWidget(more);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 8, 0, 8);
    row->setSpacing(16);
    row->addLayout(words, 1);
    row->addWidget(control);
    adopt();
}

void SettingRow::adopt()
{
    const auto *words = layout() && layout()->count() > 0 ? layout()->itemAt(0)->layout() : nullptr;
    const auto *name = words && words->count() > 1 ? qobject_cast<QLabel *>(words->itemAt(0)->widget()) : nullptr;
    if (!name || !name->buddy())
        return; // the form is still being made
    m_control = name->buddy();
    m_hint = qobject_cast<QLabel *>(words->itemAt(1)->widget());
    if (m_control->accessibleName().isEmpty())
        m_control->setAccessibleName(name->text());
    m_hint->setVisible(!m_hint->text().isEmpty());
    m_control->setAccessibleDescription(m_hint->text());
}

void SettingRow::setHint(const QString &hint)
{
    adopt();
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
    m_control->setAccessibleDescription(hint);
}

bool SettingRow::event(QEvent *event)
{
    if (event->type() == QEvent::Polish || event->type() == QEvent::Show)
        adopt();
    return QWidget::event(event);
}

void SettingRow::paintEvent(QPaintEvent *)
{
    const auto *column = parentWidget()->layout();
    if (column && column->indexOf(this) > 0)
        QPainter(this).fillRect(QRect(0, 0, width(), 1), Theme::current().line);
}

SettingCard::SettingCard(QWidget *parent)
    : Sheet(Kind::Card, parent)
{
}

SettingRow *SettingCard::addRow(const QString &label, const QString &hint, QWidget *control)
{
    if (!layout()) {
        auto *column = new QVBoxLayout(this);
        column->setContentsMargins(14, 4, 12, 4);
        column->setSpacing(0);
    }
    auto *row = new SettingRow(label, hint, control, this);
    static_cast<QVBoxLayout *>(layout())->addWidget(row);
    return row;
}

} // namespace berth
