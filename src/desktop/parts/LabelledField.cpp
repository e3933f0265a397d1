// SPDX-License-Identifier: Apache-2.0
#include "desktop/parts/LabelledField.h"

#include <QHBoxLayout>
#include <QStyle>
#include <QVBoxLayout>

#include "desktop/parts/Buttons.h"

namespace berth {

LabelledField::LabelledField(const QString &label, QWidget *field, QWidget *parent)
    : QWidget(parent)
    , m_label(makeLabel(label, TextRole::BodyStrong, Shade::Text, this))
    , m_field(field)
    , m_hintGlyph(new QLabel(this))
    , m_hint(makeLabel({}, TextRole::Caption, Shade::Text3, this))
{
    m_label->setBuddy(field);
    field->setAccessibleName(label);
    m_hint->setWordWrap(true);
    m_hintGlyph->setPixmap(icon("error", Tint::Danger).pixmap(QSize(14, 14), devicePixelRatioF()));
    m_hintGlyph->hide();
    auto *hintRow = new QHBoxLayout;
    hintRow->setSpacing(6);
    hintRow->addWidget(m_hintGlyph, 0, Qt::AlignTop);
    hintRow->addWidget(m_hint, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_label);
    column->addWidget(field);
    column->addLayout(hintRow);
    column->addStretch(); // what a dialog has to spare is below, not between
}

void LabelledField::setLabel(const QString &label)
{
    m_label->setText(label);
    m_field->setAccessibleName(label);
}

void LabelledField::setHint(const QString &hint)
{
    m_hintText = hint;
    setError({});
}

void LabelledField::setError(const QString &error)
{
    const bool bad = !error.isEmpty();
    m_field->setProperty("bad", bad);
    m_field->style()->unpolish(m_field);
    m_field->style()->polish(m_field);
    m_field->update();
    m_hintGlyph->setVisible(bad);
    m_hint->setText(bad ? error : m_hintText);
    QPalette own = m_hint->palette();
    own.setColor(QPalette::WindowText, shadeColour(bad ? Shade::Danger : Shade::Text3));
    m_hint->setPalette(own);
    m_field->setAccessibleDescription(m_hint->text());
}

} // namespace berth
