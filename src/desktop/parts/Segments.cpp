// SPDX-License-Identifier: Apache-2.0
#include "desktop/parts/Segments.h"

#include <QHBoxLayout>
#include <QPainter>

#include "desktop/parts/Buttons.h"
#include "desktop/style/BerthStyle.h"

namespace berth {

Segments::Segments(const QStringList &choices, const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
{
    setAccessibleName(name);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
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
    connect(m_group, &QButtonGroup::idToggled, this, [this](int id, bool on) {
        if (on)
            Q_EMIT currentChanged(id);
    });
}

int Segments::current() const { return m_group->checkedId(); }

void Segments::setCurrent(int index) { m_group->button(index)->setChecked(true); }

void Segments::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintRounded(&painter, rect(), 6, Theme::current().fill);
}

} // namespace berth
