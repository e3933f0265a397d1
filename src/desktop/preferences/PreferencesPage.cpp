// SPDX-License-Identifier: Apache-2.0
#include "desktop/preferences/PreferencesPage.h"

#include <QVBoxLayout>

#include "desktop/parts/Parts.h"

namespace berth {

PreferencesPage::PreferencesPage(const char *glyph, const QString &title, QWidget *parent)
    : QScrollArea(parent)
    , m_glyph(glyph)
    , m_title(title)
{
    auto *content = new QWidget(this);
    m_column = new QVBoxLayout(content);
    m_column->setContentsMargins(26, 18, 26, 18);
    m_column->setSpacing(8);
    m_column->addWidget(makeLabel(title, TextRole::Heading, Shade::Text, content));
    setWidget(content);
    setWidgetResizable(true);
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(title);
    viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
}

void PreferencesPage::addBelowHeading(QWidget *content) { m_column->addWidget(content, 1); }

} // namespace berth
