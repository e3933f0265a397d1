// SPDX-License-Identifier: Apache-2.0
#include "desktop/parts/ActionBar.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QVariant>

#include "desktop/parts/Buttons.h"

namespace berth {

namespace {
constexpr const char *wordsKey = "words";
constexpr const char *reasonKey = "reason";

void tell(QPushButton &button)
{
    const QString reason = button.property(reasonKey).toString();
    button.setToolTip(!reason.isEmpty() ? reason : button.text().isEmpty() ? button.property(wordsKey).toString() : QString());
}

} // namespace

ActionBar::ActionBar(QWidget *parent)
    : QWidget(parent)
    , m_row(new QHBoxLayout(this))
    , m_leftRow(new QHBoxLayout)
{
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(8);
    m_leftRow->setSpacing(8);
    m_row->addLayout(m_leftRow);
    m_row->addStretch(1);
}

void ActionBar::addLeft(QWidget *widget)
{
    m_left << widget;
    m_leftRow->addWidget(widget);
}

void ActionBar::addRight(QWidget *widget)
{
    m_left << widget; // of those whose words stay
    m_row->addWidget(widget);
}

void ActionBar::addCount(QLabel *label)
{
    m_count = label;
    label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_leftRow->addWidget(label);
}

void ActionBar::setCount(const QString &words)
{
    if (!m_count)
        return;
    m_count->setText(words);
    fit();
}

QPushButton *ActionBar::addAction(const QString &words, const char *glyph, const char *kind) { return makeAction(words, glyph, kind, *m_row); }

QPushButton *ActionBar::addLeftAction(const QString &words, const char *glyph, const char *kind) { return makeAction(words, glyph, kind, *m_leftRow); }

QPushButton *ActionBar::makeAction(const QString &words, const char *glyph, const char *kind, QHBoxLayout &row)
{
    auto *button = makeButton(words, kind, glyph, this);
    m_actions << button;
    row.addWidget(button);
    setWords(button, words);
    return button;
}

void ActionBar::setWords(QPushButton *action, const QString &words, const char *glyph)
{
    if (glyph)
        action->setIcon(icon(glyph));
    action->setProperty(wordsKey, words);
    action->setAccessibleName(QString(words).remove(QLatin1Char('&')));
    fit();
}

void ActionBar::setShown(QWidget *widget, bool shown)
{
    widget->setVisible(shown);
    fit();
}

void ActionBar::setReason(QPushButton *action, const QString &whyNot)
{
    action->setEnabled(whyNot.isEmpty());
    action->setProperty(reasonKey, whyNot);
    tell(*action);
}

void ActionBar::fit()
{
    if (m_fitting)
        return;
    m_fitting = true;
    int needed = m_row->contentsMargins().left() + m_row->contentsMargins().right();
    for (auto *widget : std::as_const(m_left))
        needed += widget->isHidden() ? 0 : qMin(widget->maximumWidth(), widget->sizeHint().width()) + 8;
    for (auto *button : std::as_const(m_actions)) {
        button->setText(button->property(wordsKey).toString());
        needed += button->isHidden() ? 0 : button->sizeHint().width() + 8;
    }
    const bool wordless = needed > width();
    int used = needed;
    for (auto *button : std::as_const(m_actions)) {
        if (wordless) {
            used -= button->isHidden() ? 0 : button->sizeHint().width();
            button->setText({});
            used += button->isHidden() ? 0 : button->sizeHint().width();
        }
        tell(*button);
    }
    if (m_count) {
        const int room = width() - used - 8;
        m_count->setVisible(room >= m_count->sizeHint().width());
        m_count->setMinimumWidth(qBound(0, room, m_count->sizeHint().width()));
    }
    m_fitting = false;
}

void ActionBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

void ActionBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fit();
}

} // namespace berth
