// SPDX-License-Identifier: Apache-2.0
#include "desktop/parts/Segments.h"

#include <QHBoxLayout>
#include <QPainter>

#include "desktop/parts/Buttons.h"
#include "desktop/style/BerthStyle.h"

namespace berth {

Segments::Segments(QWidget *parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(m_group, &QButtonGroup::idToggled, this, [this](int id, bool on) {
        if (on)
            Q_EMIT currentChanged(id);
    });
}

Segments::Segments(const QStringList &choices, const QString &name, QWidget *parent)
    : Segments(parent)
{
    setAccessibleName(name);
    setChoices(choices);
}

QStringList Segments::choices() const
{
    QStringList choices;
    for (const auto *button : m_group->buttons())
        choices << button->text();
    return choices;
}

void Segments::setChoices(const QStringList &choices)
{
    setMinimumSize(0, 0); // what Designer needs to show it
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(2, 2, 2, 2);
    row->setSpacing(0);
    for (int i = 0; i < choices.size(); ++i) {
        auto *button = makeButton(choices.at(i), "segment", nullptr, this);
        button->setCheckable(true);
        button->setChecked(i == 0);
        m_group->addButton(button, i);
        row->addWidget(button);
    }
}

int Segments::current() const { return m_group->checkedId(); }

void Segments::setCurrent(int index) { m_group->button(index)->setChecked(true); }

void Segments::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintRounded(&painter, rect(), 6, Theme::current().fill);
}

} // namespace berth
