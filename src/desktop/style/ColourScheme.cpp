// SPDX-License-Identifier: Apache-2.0
#include "desktop/style/ColourScheme.h"

#include <QApplication>

#include "desktop/style/Theme.h"

namespace berth {

void ColourScheme::setChoice(Choice choice)
{
    m_choice = choice;
    show();
}

void ColourScheme::apply(bool dark)
{
    m_systemIsDark = dark;
    show();
}

void ColourScheme::show()
{
    const bool dark = m_choice == Choice::System ? m_systemIsDark : m_choice == Choice::Dark;
    QApplication::setPalette((dark ? Theme::dark() : Theme::light()).palette());
}

} // namespace berth
