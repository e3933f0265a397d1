// SPDX-License-Identifier: Apache-2.0
#include "desktop/transfers/TransferRow.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include "core/SizeText.h"
#include "desktop/parts/DateText.h"
#include "desktop/parts/Parts.h"
#include "transfer/Transfer.h"

namespace berth {

TransferRow::TransferRow(Transfer &transfer, QWidget *parent)
    : QWidget(parent)
    , m_transfer(transfer)
    , m_glyph(new QLabel(this))
    , m_title(new ElidedLabel(transfer.title, TextRole::Body, Shade::Text, this))
    , m_target(new ElidedLabel((transfer.isExport() ? tr("into %1") : tr("to %1")).arg(transfer.target), TextRole::Caption, Shade::Text2, this))
    , m_bar(new StackBar(6, tr("Progress of %1").arg(transfer.title), this))
    , m_percent(makeLabel({}, TextRole::BodyStrong, Shade::Text, this))
    , m_state(makeLabel({}, TextRole::Body, Shade::Text, this))
    , m_figures(makeLabel({}, TextRole::Caption, Shade::Text2, this))
    , m_action(makeButton({}, "secondary", nullptr, this))
    , m_close(makeIconButton("x", tr("Cancel %1").arg(transfer.title), this))
{
    m_action->setProperty("mini", true);
    m_figures->setWordWrap(true);
    m_state->setWordWrap(true);
    auto *names = new QVBoxLayout;
    names->setSpacing(0);
    names->addWidget(m_title);
    names->addWidget(m_target);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_state);
    words->addWidget(m_figures);
    // As wide as its longest words, so that the rows stand in one grid.
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
    m_percent->setMinimumWidth(m_percent->fontMetrics().horizontalAdvance(QStringLiteral("100 %")));
    m_percent->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 5, 16, 5);
    row->setSpacing(12);
    row->addWidget(m_glyph);
    row->addLayout(names, 4);
    row->addWidget(m_bar, 3);
    row->addWidget(m_percent);
    row->addLayout(words, 4);
    row->addWidget(m_action);
    row->addWidget(m_close);
    connect(m_action, &QPushButton::clicked, this, [this] {
        if (m_transfer.state == Transfer::State::Done)
            Q_EMIT showRequested();
        else if (m_transfer.state == Transfer::State::Paused)
            Q_EMIT resumeRequested();
        else if (m_transfer.isActive())
            Q_EMIT pauseRequested();
        else
            Q_EMIT retryRequested();
    });
    connect(m_close, &QPushButton::clicked, this, [this] {
        if (m_transfer.isActive())
            Q_EMIT cancelRequested();
        else
            Q_EMIT removeRequested();
    });
    connect(&transfer, &Transfer::changed, this, &TransferRow::showState);
    showState();
}

void TransferRow::showState()
{
    using State = Transfer::State;
    const auto &t = m_transfer;
    const char *glyph = "up";
    Tint tint = Tint::Accent;
    StackBar::Fill fill = StackBar::Fill::Accent;
    QString state, figures;
    const QString moved = tr("%1 of %2").arg(sizeText(t.doneBytes), sizeText(t.totalBytes));
    const QString left = t.leftMs() > 0 ? tr("%1, %2 left").arg(moved, durationText(t.leftMs())) : moved;
    bool failed = false;
    switch (t.state) {
    case State::Waiting:
        glyph = "wait";
        tint = Tint::Text2;
        state = tr("Waiting");
        figures = tr("Starts when those before it are done");
        break;
    case State::Reading:
        glyph = "archive";
        state = tr("Reading");
        figures = left;
        break;
    case State::Paused:
        glyph = "pause";
        tint = Tint::Text2;
        fill = StackBar::Fill::Paused;
        state = tr("Paused at %1 %").arg(t.percent());
        figures = tr("Goes on after the last whole layer");
        break;
    case State::Away:
        glyph = "offline";
        tint = Tint::Warn;
        fill = StackBar::Fill::Paused;
        state = tr("The server is away, trying again");
        figures = t.failure;
        break;
    case State::Sending:
        if (t.isExport()) {
            glyph = "down";
            state = t.bytesPerSecond > 1 ? tr("Fetching, %1/s").arg(sizeText(qint64(t.bytesPerSecond))) : tr("Fetching");
        } else {
            state = t.bytesPerSecond > 1 ? tr("Sending, %1/s").arg(sizeText(qint64(t.bytesPerSecond))) : tr("Sending");
        }
        figures = left;
        break;
    case State::Done:
        glyph = "ok";
        tint = Tint::Ok;
        fill = StackBar::Fill::Ok;
        state = tr("Done in %1").arg(durationText(t.durationMs));
        figures = t.isExport()   ? tr("%1 written and checked").arg(sizeText(t.sentBytes))
            : t.skippedBytes > 0 ? tr("%1 sent, %2 was there").arg(sizeText(t.sentBytes), sizeText(t.skippedBytes))
                                 : tr("%1 sent").arg(sizeText(t.sentBytes));
        break;
    case State::Failed:
        glyph = "error";
        tint = Tint::Danger;
        fill = StackBar::Fill::Danger;
        failed = true;
        state = tr("Stopped at %1 %").arg(t.percent());
        figures = t.failure;
        break;
    case State::Cancelled:
        glyph = "x";
        tint = Tint::Text2;
        fill = StackBar::Fill::Paused;
        state = tr("Cancelled");
        figures = t.isExport() ? tr("No file was written") : tr("No tag was written");
        break;
    }
    m_glyph->setPixmap(icon(glyph, tint).pixmap(QSize(18, 18), devicePixelRatioF()));
    m_bar->setParts({{double(t.percent()) / 100, fill}});
    m_bar->setAccessibleDescription(state);
    m_percent->setText(t.isActive() && t.state != State::Waiting ? tr("%1 %").arg(t.percent()) : QString());
    m_state->setText(state);
    QPalette own = m_state->palette();
    own.setColor(QPalette::WindowText, shadeColour(failed ? Shade::Danger : Shade::Text));
    m_state->setPalette(own);
    m_figures->setText(figures);
    const bool pausable = t.isActive() && !t.isExport();
    m_action->setVisible(!t.isActive() || pausable);
    m_action->setText(t.state == State::Done ? tr("Show") : t.state == State::Paused ? tr("Go on") : pausable ? tr("Pause") : tr("Retry"));
    m_action->setIcon(t.state == State::Done ? QIcon() : icon(t.state == State::Paused ? "play" : pausable ? "pause" : "refresh"));
    const QString close = t.isActive() ? tr("Cancel %1").arg(t.title) : tr("Take %1 off the list").arg(t.title);
    m_close->setAccessibleName(close);
    m_close->setToolTip(close);
}

void TransferRow::paintEvent(QPaintEvent *) { QPainter(this).fillRect(QRect(16, 0, width() - 32, 1), Theme::current().line); }

} // namespace berth
