// SPDX-License-Identifier: Apache-2.0
#include "desktop/parts/CodeLine.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPainter>
#include <QTimer>

#include "desktop/style/BerthStyle.h"

namespace berth {

CodeLine::CodeLine(QWidget *parent)
    : QWidget(parent)
    , m_text(new ElidedLabel({}, TextRole::Mono, Shade::Text, this))
    , m_copy(makeIconButton("copy", {}, this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(28, 2, 4, 2);
    row->addWidget(m_text, 1);
    row->addWidget(m_copy);
    setMinimumHeight(34);
    connect(m_copy, &QPushButton::clicked, this, &CodeLine::copy);
}

CodeLine::CodeLine(const QString &name, QWidget *parent)
    : CodeLine(parent)
{
    setWhat(name);
}

void CodeLine::setWhat(const QString &what)
{
    m_what = what;
    const QString name = tr("Copy: %1").arg(what);
    m_copy->setAccessibleName(name);
    m_copy->setToolTip(name);
}

void CodeLine::setText(const QString &text) { m_text->setText(text); }

QString CodeLine::text() const { return m_text->text(); }

void CodeLine::copy()
{
    QGuiApplication::clipboard()->setText(text());
    m_copy->setIcon(icon("check", Tint::Ok));
    m_copy->setText(tr("Copied"));
    QTimer::singleShot(1500, this, [this] {
        m_copy->setIcon(icon("copy"));
        m_copy->setText({});
    });
}

void CodeLine::paintEvent(QPaintEvent *)
{
    const Theme &t = Theme::current();
    QPainter painter(this);
    paintRounded(&painter, rect(), 6, t.code, t.line);
    painter.setFont(fontFor(TextRole::Mono));
    painter.setPen(t.text3);
    painter.drawText(QRect(12, 0, 14, height()), Qt::AlignVCenter, QStringLiteral("$"));
}

} // namespace berth
