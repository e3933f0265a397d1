// SPDX-License-Identifier: Apache-2.0
#include "desktop/parts/DialogFrame.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QScreen>
#include <QVBoxLayout>

#include "desktop/parts/Buttons.h"
#include "desktop/parts/Sheet.h"
#include "desktop/parts/TabOrder.h"

namespace berth {

DialogFrame::DialogFrame(const QString &heading, const QString &sentence, int width, QWidget *parent)
    : QDialog(parent)
    , m_heading(makeLabel(heading, TextRole::Heading, Shade::Text, this))
    , m_sentence(makeLabel(sentence, TextRole::Body, Shade::Text2, this))
    , m_body(new QVBoxLayout)
    , m_footLeft(new QHBoxLayout)
    , m_buttons(new QHBoxLayout)
    , m_cancel(makeButton(tr("Cancel"), "secondary", nullptr, this))
{
    setWindowTitle(heading);
    setMinimumWidth(width);
    m_heading->setWordWrap(true);
    m_sentence->setWordWrap(true);
    m_sentence->setVisible(!sentence.isEmpty());

    auto *foot = new Sheet(Sheet::Kind::Foot, this);
    auto *footRow = new QHBoxLayout(foot);
    footRow->setContentsMargins(24, 12, 24, 12);
    footRow->addLayout(m_footLeft);
    footRow->addStretch(1);
    footRow->addLayout(m_buttons);
    m_buttons->addWidget(m_cancel);

    auto *content = new QVBoxLayout;
    content->setContentsMargins(24, 20, 24, 20);
    content->setSpacing(6);
    content->addWidget(m_heading);
    content->addWidget(m_sentence);
    content->addSpacing(8);
    content->addLayout(m_body, 1);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    outer->addLayout(content, 1);
    outer->addWidget(foot);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
}

void DialogFrame::addToBody(QWidget *content) { m_body->addWidget(content, 1); }

void DialogFrame::setHeading(const QString &heading)
{
    m_heading->setText(heading);
    setWindowTitle(heading);
}

void DialogFrame::setSentence(const QString &sentence)
{
    m_sentence->setText(sentence);
    m_sentence->setVisible(!sentence.isEmpty());
}

QPushButton *DialogFrame::addVerb(const QString &text, const char *kind, const char *glyph)
{
    auto *button = makeButton(text, kind, glyph, this);
    m_buttons->addWidget(button);
    // Enter never deletes.
    setDefaultVerb(qstrcmp(kind, "danger") == 0 ? nullptr : button);
    return button;
}

void DialogFrame::setDefaultVerb(QPushButton *verb) { (verb ? verb : m_cancel)->setDefault(true); }

void DialogFrame::hideCancel() { m_cancel->hide(); }

bool DialogFrame::event(QEvent *event)
{
    const bool taken = QDialog::event(event);
    if (event->type() == QEvent::Show || (event->type() == QEvent::LayoutRequest && isVisible()))
        grow();
    return taken;
}

void DialogFrame::grow()
{
    const int needed = layout()->totalHeightForWidth(width());
    const int frame = frameGeometry().height() - height();
    if (needed > height())
        resize(width(), qMax(height(), qMin(needed, screen()->availableGeometry().height() - frame)));
}

bool DialogFrame::focusNextPrevChild(bool next)
{
    orderByReading(*this);
    return QDialog::focusNextPrevChild(next);
}

void DialogFrame::paintEvent(QPaintEvent *) { QPainter(this).fillRect(rect(), Theme::current().surface); }

} // namespace berth
