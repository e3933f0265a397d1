// SPDX-License-Identifier: Apache-2.0
#include "desktop/trash/UndoBanner.h"

#include <algorithm>

#include <QHBoxLayout>
#include <QKeySequence>
#include <QLocale>
#include <QPainter>

#include "client/roles/Trash.h"
#include "core/SizeText.h"
#include "desktop/parts/DateText.h"
#include "desktop/parts/Parts.h"
#include "desktop/sessions/Ask.h"
#include "desktop/sessions/Session.h"
#include "desktop/style/BerthStyle.h"

namespace berth {

UndoBanner::UndoBanner(QWidget *parent)
    : QWidget(parent)
    , m_title(makeLabel({}, TextRole::BodyStrong, Shade::Text, this))
    , m_names(new ElidedLabel({}, TextRole::Body, Shade::Text2, this))
    , m_returns(makeLabel({}, TextRole::Body, Shade::Text2, this))
    , m_undo(makeButton(tr("Undo"), "secondary", "undo", this))
    , m_key(makeLabel(QKeySequence(QKeySequence::Undo).toString(QKeySequence::NativeText), TextRole::Caption, Shade::Text3, this))
    , m_show(makeButton(tr("Show trash"), "flat", nullptr, this))
    , m_close(makeIconButton("x", tr("Close this notice"), this))
{
    m_undo->setProperty("mini", true);
    m_show->setProperty("mini", true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(42, 6, 6, 6);
    row->setSpacing(8);
    row->addWidget(m_title);
    row->addWidget(m_names, 1);
    row->addStretch(0);
    row->addWidget(m_returns);
    row->addWidget(m_undo);
    row->addWidget(m_key);
    row->addWidget(m_show);
    row->addWidget(m_close);
    connect(m_undo, &QPushButton::clicked, this, &UndoBanner::undo);
    connect(m_show, &QPushButton::clicked, this, &UndoBanner::trashRequested);
    connect(m_close, &QPushButton::clicked, this, &QWidget::hide);
    hide();
}

void UndoBanner::offer(Session &session, const DeletedItems &gone)
{
    m_session = &session;
    m_trashIds = gone.trashIds;
    if (m_trashIds.isEmpty()) {
        hide();
        return;
    }
    const int count = int(gone.names.size());
    m_title->setText(gone.glyph == QLatin1String("registry") ? tr("%n registries deleted", nullptr, count)
            : gone.glyph == QLatin1String("image")           ? tr("%n images deleted", nullptr, count)
            : gone.glyph == QLatin1String("tag")             ? tr("%n tags deleted", nullptr, count)
                                                             : tr("%n artifacts deleted", nullptr, count));
    m_names->setText(QLocale().createSeparatedList(gone.names));
    const bool returns = gone.bytes > 0 && gone.returns.isValid();
    m_returns->setText(returns ? tr("%1 return on %2").arg(sizeText(gone.bytes), dayText(gone.returns.toLocalTime().date())) : QString());
    m_undo->setEnabled(true);
    setAccessibleName(m_title->text() + QLatin1Char(' ') + m_names->text());
    setToolTip(QStringList{m_title->text(), m_names->text(), m_returns->text()}.join(QLatin1Char('\n')).trimmed());
    fit();
    show();
}

void UndoBanner::fit()
{
    const auto width = [](const QWidget *widget) { return widget->sizeHint().width() + 8; };
    int room = this->width() - 56 - width(m_title) - width(m_undo) - width(m_show) - width(m_close);
    const auto show = [&](QWidget *widget, int wanted) {
        widget->setVisible(wanted <= room);
        room -= wanted <= room ? wanted : 0;
    };
    show(m_returns, m_returns->text().isEmpty() ? this->width() : width(m_returns));
    show(m_names, fontMetrics().averageCharWidth() * 12);
    show(m_key, width(m_key));
}

void UndoBanner::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

void UndoBanner::undo()
{
    if (canUndo() && m_undo->isEnabled())
        restoreAll(std::exchange(m_trashIds, {}));
}

QCoro::Task<> UndoBanner::restoreAll(QList<qint64> ids)
{
    const QPointer<UndoBanner> self(this);
    const QPointer<Session> session = m_session;
    m_undo->setEnabled(false);
    std::ranges::reverse(ids);
    Result<void> outcome;
    for (const auto id : std::as_const(ids)) {
        auto restoredTask = ask<Trash>(session, [id](Trash &trash) { return trash.restore(id, {}, {}); });
        const auto restored = co_await restoredTask;
        if (!self || !session || (!restored && restored.error().code == ErrorCode::Cancelled))
            co_return;
        if (!restored)
            outcome = restored;
    }
    hide();
    Q_EMIT undone();
    if (!outcome)
        Q_EMIT failed(outcome.error());
}

void UndoBanner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintRounded(&painter, rect(), 8, Theme::current().accentSoft);
    paintIcon(&painter, {14, (height() - 18) / 2, 18, 18}, "trash", Tint::Accent);
}

} // namespace berth
