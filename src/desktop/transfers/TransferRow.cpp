// SPDX-License-Identifier: Apache-2.0
#include "desktop/transfers/TransferRow.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include "core/SizeText.h"
#include "desktop/parts/DateText.h"
#include "desktop/parts/Parts.h"
#include "desktop/transfers/TransferWords.h"
#include "transfer/Transfer.h"

namespace berth {

namespace {

/// One line above the other.
QVBoxLayout *lines(QWidget *upper, QWidget *lower)
{
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(upper);
    column->addWidget(lower);
    return column;
}

} // namespace

struct TransferRow::Look {
    const char *glyph;
    Tint tint;
    StackBar::Fill fill;
    QString state;
    QString figures;
};

TransferRow::TransferRow(Transfer &transfer, QWidget *parent)
    : QWidget(parent)
    , m_transfer(transfer)
    , m_words(TransferWords::of(transfer))
    , m_glyph(new QLabel(this))
    , m_title(new ElidedLabel(transfer.title, TextRole::Body, Shade::Text, this))
    , m_target(new ElidedLabel(TransferWords::tr(m_words.target).arg(transfer.target), TextRole::Caption, Shade::Text2, this))
    , m_bar(new StackBar(6, tr("Progress of %1").arg(transfer.title), this))
    , m_percent(makeLabel({}, TextRole::BodyStrong, Shade::Text, this))
    , m_state(makeLabel({}, TextRole::Body, Shade::Text, this))
    , m_figures(makeLabel({}, TextRole::Caption, Shade::Text2, this))
    , m_action(makeButton({}, "secondary", nullptr, this))
    , m_close(makeIconButton("x", tr("Cancel %1").arg(transfer.title), this))
{
    giveActionItsWidth();
    setLayout(columns());
    connect(m_action, &QPushButton::clicked, this, &TransferRow::act);
    connect(m_close, &QPushButton::clicked, this, [this] { m_transfer.isActive() ? Q_EMIT cancelRequested() : Q_EMIT removeRequested(); });
    connect(&transfer, &Transfer::changed, this, &TransferRow::showState);
    showState();
}

/// As wide as its longest words, and that wide when hidden, so that the rows stand in one grid.
void TransferRow::giveActionItsWidth()
{
    m_action->setProperty("mini", true);
    int widest = 0;
    for (const auto &[verb, glyph] :
        {std::pair{tr("Show"), "x"}, std::pair{tr("Pause"), "pause"}, std::pair{tr("Go on"), "play"}, std::pair{tr("Retry"), "refresh"}}) {
        m_action->setText(verb);
        m_action->setIcon(icon(glyph));
        widest = qMax(widest, m_action->sizeHint().width());
    }
    m_action->setMinimumWidth(widest);
    QSizePolicy stays = m_action->sizePolicy();
    stays.setRetainSizeWhenHidden(true);
    m_action->setSizePolicy(stays);
}

QHBoxLayout *TransferRow::columns()
{
    m_figures->setWordWrap(true);
    m_state->setWordWrap(true);
    m_percent->setMinimumWidth(m_percent->fontMetrics().horizontalAdvance(QStringLiteral("100 %")));
    m_percent->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(16, 5, 16, 5);
    row->setSpacing(12);
    row->addWidget(m_glyph);
    row->addLayout(lines(m_title, m_target), 4);
    row->addWidget(m_bar, 3);
    row->addWidget(m_percent);
    row->addLayout(lines(m_state, m_figures), 4);
    row->addWidget(m_action);
    row->addWidget(m_close);
    return row;
}

void TransferRow::act()
{
    if (m_transfer.state == Transfer::State::Done)
        Q_EMIT showRequested();
    else if (m_transfer.state == Transfer::State::Paused)
        Q_EMIT resumeRequested();
    else if (m_transfer.isActive())
        Q_EMIT pauseRequested();
    else
        Q_EMIT retryRequested();
}

TransferRow::Look TransferRow::look() const
{
    using State = Transfer::State;
    using Fill = StackBar::Fill;
    const auto &t = m_transfer;
    const auto words = [](const char *text) { return TransferWords::tr(text); };
    const QString moved = tr("%1 of %2").arg(sizeText(t.doneBytes), sizeText(t.totalBytes));
    const QString left = t.leftMs() > 0 ? tr("%1, %2 left").arg(moved, durationText(t.leftMs())) : moved;
    switch (t.state) {
    case State::Waiting: return {"wait", Tint::Text2, Fill::Accent, tr("Waiting"), tr("Starts when those before it are done")};
    case State::Reading: return {"archive", Tint::Accent, Fill::Accent, tr("Reading"), left};
    case State::Paused: return {"pause", Tint::Text2, Fill::Paused, tr("Paused at %1 %").arg(t.percent()), words(m_words.paused)};
    case State::Away: return {"offline", Tint::Warn, Fill::Paused, tr("The server is away, trying again"), t.failure};
    case State::Sending: {
        const bool hasSpeed = t.bytesPerSecond > 1;
        return {m_words.glyph, Tint::Accent, Fill::Accent, hasSpeed ? words(m_words.movingAt).arg(sizeText(qint64(t.bytesPerSecond))) : words(m_words.moving),
            left};
    }
    case State::Done: {
        const QString figures = t.skippedBytes > 0 ? words(m_words.doneSkipped).arg(sizeText(t.sentBytes), sizeText(t.skippedBytes))
                                                   : words(m_words.done).arg(sizeText(t.sentBytes));
        return {"ok", Tint::Ok, Fill::Ok, tr("Done in %1").arg(durationText(t.durationMs)), figures};
    }
    case State::Failed: return {"error", Tint::Danger, Fill::Danger, tr("Stopped at %1 %").arg(t.percent()), t.failure};
    case State::Cancelled: break;
    }
    return {"x", Tint::Text2, Fill::Paused, tr("Cancelled"), words(m_words.cancelled)};
}

void TransferRow::showState()
{
    const auto &t = m_transfer;
    const Look now = look();
    m_glyph->setPixmap(icon(now.glyph, now.tint).pixmap(QSize(18, 18), devicePixelRatioF()));
    m_bar->setParts({{double(t.percent()) / 100, now.fill}});
    m_bar->setAccessibleDescription(now.state);
    m_percent->setText(t.isActive() && t.state != Transfer::State::Waiting ? tr("%1 %").arg(t.percent()) : QString());
    m_state->setText(now.state);
    QPalette own = m_state->palette();
    own.setColor(QPalette::WindowText, shadeColour(t.state == Transfer::State::Failed ? Shade::Danger : Shade::Text));
    m_state->setPalette(own);
    m_figures->setText(now.figures);
    showAction();
    const QString close = t.isActive() ? tr("Cancel %1").arg(t.title) : tr("Take %1 off the list").arg(t.title);
    m_close->setAccessibleName(close);
    m_close->setToolTip(close);
}

void TransferRow::showAction()
{
    const auto &t = m_transfer;
    const bool isPaused = t.state == Transfer::State::Paused;
    const bool pausable = t.isActive() && t.keepsProgress;
    m_action->setVisible(!t.isActive() || isPaused || pausable);
    m_action->setText(t.state == Transfer::State::Done ? tr("Show") : isPaused ? tr("Go on") : pausable ? tr("Pause") : tr("Retry"));
    m_action->setIcon(t.state == Transfer::State::Done ? QIcon() : icon(isPaused ? "play" : pausable ? "pause" : "refresh"));
}

void TransferRow::paintEvent(QPaintEvent *) { QPainter(this).fillRect(QRect(16, 0, width() - 32, 1), Theme::current().line); }

} // namespace berth
