// SPDX-License-Identifier: Apache-2.0
#include "desktop/parts/LabelledField.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QStyle>
#include <QVBoxLayout>

#include "desktop/parts/Buttons.h"

namespace berth {

LabelledField::LabelledField(QWidget *parent)
    : QWidget(parent)
    , m_hintGlyph(new QLabel(this))
    , m_hint(makeLabel({}, TextRole::Caption, Shade::Text3, this))
{
    m_hint->setWordWrap(true);
    m_hintGlyph->setPixmap(icon("error", Tint::Danger).pixmap(QSize(14, 14), devicePixelRatioF()));
    m_hintGlyph->hide();
}

LabelledField::LabelledField(const QString &label, QWidget *field, QWidget *parent)
    : LabelledField(parent)
{
    auto *name = makeLabel(label, TextRole::BodyStrong, Shade::Text, this);
    name->setBuddy(field);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(name);
    column->addWidget(field);
    adopt();
}

void LabelledField::adopt()
{
    auto *column = qobject_cast<QVBoxLayout *>(layout());
    auto *label = !m_field && column && column->count() > 0 ? qobject_cast<QLabel *>(column->itemAt(0)->widget()) : nullptr;
    if (!label || !label->buddy())
        return; // it has them, or the form is still being made
    m_label = label;
    m_field = label->buddy();
    m_field->setAccessibleName(label->text());
    auto *hintRow = new QHBoxLayout;
    hintRow->setSpacing(6);
    hintRow->addWidget(m_hintGlyph, 0, Qt::AlignTop);
    hintRow->addWidget(m_hint, 1);
    column->addLayout(hintRow);
    column->addStretch(); // what a dialog has to spare is below, not between
}

bool LabelledField::event(QEvent *event)
{
    if (event->type() == QEvent::Polish || event->type() == QEvent::Show) {
        adopt();
        if (m_field) // a form gives its texts last
            m_field->setAccessibleName(m_label->text());
    }
    return QWidget::event(event);
}

void LabelledField::setLabel(const QString &label)
{
    adopt();
    m_label->setText(label);
    m_field->setAccessibleName(label);
}

void LabelledField::setHint(const QString &hint)
{
    m_hintText = hint;
    adopt();
    if (m_field)
        setError({});
}

void LabelledField::setError(const QString &error)
{
    adopt();
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
