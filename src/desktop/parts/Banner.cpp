// SPDX-License-Identifier: Apache-2.0
#include "desktop/parts/Banner.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include "desktop/parts/Buttons.h"
#include "desktop/style/BerthStyle.h"

namespace berth {

Banner::Banner(QWidget *parent)
    : QWidget(parent)
    , m_title(makeLabel({}, TextRole::BodyStrong, Shade::Text, this))
    , m_text(makeLabel({}, TextRole::Body, Shade::Text2, this))
    , m_action(makeButton({}, "secondary", nullptr, this))
{
    m_text->setWordWrap(true);
    m_title->setWordWrap(true);
    m_action->setProperty("mini", true);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_title);
    words->addWidget(m_text);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(42, 10, 10, 10);
    row->addLayout(words, 1);
    row->addWidget(m_action, 0, Qt::AlignVCenter);
    connect(m_action, &QPushButton::clicked, this, &Banner::actionTriggered);
    hide();
}

void Banner::setClosable()
{
    auto *close = makeIconButton("x", tr("Close this notice"), this);
    layout()->addWidget(close);
    connect(close, &QPushButton::clicked, this, [this] {
        hide();
        Q_EMIT closed();
    });
}

void Banner::show(Kind kind, const QString &title, const QString &text, const QString &action)
{
    m_kind = kind;
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    setAccessibleName(title.isEmpty() ? text : title + QLatin1Char(' ') + text);
    setVisible(true);
    update();
}

void Banner::paintEvent(QPaintEvent *)
{
    const Theme &t = Theme::current();
    QPainter painter(this);
    // At the middle of the first line.
    const auto *first = m_title->isHidden() ? m_text : m_title;
    const int above = qMax(0, (first->height() - first->heightForWidth(first->width())) / 2);
    const QRect glyph(14, first->y() + above + (first->fontMetrics().height() - 18) / 2, 18, 18);
    switch (m_kind) {
    case Kind::Info:
        paintRounded(&painter, rect(), 8, t.accentSoft);
        paintIcon(&painter, glyph, "info", Tint::Accent);
        break;
    case Kind::Ok:
        paintRounded(&painter, rect(), 8, t.okSoft);
        paintIcon(&painter, glyph, "ok", Tint::Ok);
        break;
    case Kind::Warn:
        paintRounded(&painter, rect(), 8, t.warnSoft);
        paintIcon(&painter, glyph, "warn", Tint::Warn);
        break;
    case Kind::Danger:
        paintRounded(&painter, rect(), 8, t.dangerSoft);
        paintIcon(&painter, glyph, "error", Tint::Danger);
        break;
    }
}

} // namespace berth
