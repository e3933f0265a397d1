// SPDX-License-Identifier: Apache-2.0
#include "desktop/parts/StatePage.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include "desktop/parts/Buttons.h"

namespace berth {

StatePage::StatePage(QWidget *parent, Kind kind)
    : QWidget(parent)
    , m_glyph(new QLabel(this))
    , m_title(makeLabel({}, kind == Kind::Empty ? TextRole::Title : TextRole::Page, Shade::Text, this))
    , m_text(makeLabel({}, TextRole::Body, Shade::Text2, this))
    , m_remedies(makeLabel({}, TextRole::Body, Shade::Text2, this))
    , m_primary(makeButton({}, kind == Kind::Empty ? "secondary" : "primary", nullptr, this))
    , m_secondary(makeButton({}, "secondary", nullptr, this))
{
    m_title->setWordWrap(true);
    m_text->setWordWrap(true);
    m_remedies->setWordWrap(true);
    auto *column = new QWidget(this);
    column->setMaximumWidth(640);
    auto *words = new QVBoxLayout(column);
    words->setContentsMargins(24, 24, 24, 24);
    words->setSpacing(12);
    words->addWidget(m_glyph);
    words->addWidget(m_title);
    words->addWidget(m_text);
    words->addWidget(m_remedies);
    auto *buttons = new QHBoxLayout;
    if (kind == Kind::Empty) {
        for (auto *label : {m_glyph, m_title, m_text, m_remedies})
            label->setAlignment(Qt::AlignCenter);
        buttons->addStretch();
    }
    buttons->addWidget(m_primary);
    buttons->addWidget(m_secondary);
    buttons->addStretch();
    words->addSpacing(4);
    words->addLayout(buttons);
    auto *outer = new QVBoxLayout(this);
    outer->addStretch(1);
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(column, 20);
    row->addStretch(1);
    outer->addLayout(row);
    outer->addStretch(2);
    connect(m_primary, &QPushButton::clicked, this, &StatePage::primaryTriggered);
    connect(m_secondary, &QPushButton::clicked, this, &StatePage::secondaryTriggered);
}

void StatePage::show(const Content &content)
{
    m_glyph->setPixmap(icon(content.glyph, content.tint).pixmap(QSize(40, 40), devicePixelRatioF()));
    m_title->setText(content.title);
    m_text->setText(content.text);
    m_text->setVisible(!content.text.isEmpty());
    QString list;
    for (const auto &remedy : content.remedies)
        list += (list.isEmpty() ? QString() : QStringLiteral("\n")) + QStringLiteral("•  ") + remedy;
    m_remedies->setText(list);
    m_remedies->setVisible(!list.isEmpty());
    m_primary->setText(content.primary);
    m_primary->setVisible(!content.primary.isEmpty());
    m_secondary->setText(content.secondary);
    m_secondary->setVisible(!content.secondary.isEmpty());
    setBusy(false);
}

void StatePage::setBusy(bool busy) { m_primary->setEnabled(!busy); }

} // namespace berth
