// SPDX-License-Identifier: Apache-2.0
#include "desktop/parts/SettingCard.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include "desktop/parts/Parts.h"

namespace berth {

namespace {

class Hairline final : public QWidget {
public:
    explicit Hairline(QWidget *parent)
        : QWidget(parent)
    {
        setFixedHeight(1);
    }

protected:
    void paintEvent(QPaintEvent *) override { QPainter(this).fillRect(rect(), Theme::current().line); }
};

} // namespace

SettingCard::SettingCard(QWidget *parent)
    : Sheet(Kind::Card, parent)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(14, 4, 12, 4);
    m_column->setSpacing(0);
}

QLabel *SettingCard::addRow(const QString &label, const QString &hint, QWidget *control)
{
    if (!m_isEmpty)
        m_column->addWidget(new Hairline(this));
    m_isEmpty = false;
    auto *words = new QVBoxLayout;
    words->setSpacing(1);
    auto *name = makeLabel(label, TextRole::Body, Shade::Text, this);
    name->setBuddy(control);
    name->setWordWrap(true);
    auto *more = makeLabel(hint, TextRole::Caption, Shade::Text3, this);
    more->setWordWrap(true);
    more->setVisible(!hint.isEmpty());
    words->addWidget(name);
    words->addWidget(more);
    if (control->accessibleName().isEmpty())
        control->setAccessibleName(label);
    control->setAccessibleDescription(hint);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, 8, 0, 8);
    row->setSpacing(16);
    row->addLayout(words, 1);
    row->addWidget(control);
    m_column->addLayout(row);
    return more;
}

} // namespace berth
