// SPDX-License-Identifier: Apache-2.0
#include "desktop/connections/EngineNotice.h"

#include <QDesktopServices>
#include <QFutureWatcher>
#include <QHBoxLayout>
#include <QSysInfo>
#include <QVBoxLayout>
#include <QtConcurrent>

#include "desktop/connections/EngineHint.h"
#include "desktop/parts/Parts.h"
#include "engine/EngineAddress.h"

namespace berth {

namespace {
constexpr std::chrono::milliseconds answerTime{3000};
}

EngineNotice::EngineNotice(QWidget *parent)
    : QWidget(parent)
    , m_glyph(new QLabel(this))
    , m_text(makeLabel(tr("Looking for Docker…"), TextRole::Body, Shade::Text2, this))
    , m_page(makeButton(tr("Open page"), "secondary", "open", this))
    , m_again(makeIconButton("refresh", tr("Look for Docker again"), this))
    , m_command(new CodeLine(tr("command"), this))
{
    m_text->setWordWrap(true);
    m_page->setProperty("mini", true);
    m_page->hide();
    m_command->hide();
    m_glyph->setPixmap(icon("wait", Tint::Text2).pixmap(QSize(16, 16), devicePixelRatioF()));
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_glyph, 0, Qt::AlignTop);
    row->addWidget(m_text, 1);
    row->addWidget(m_page, 0, Qt::AlignTop);
    row->addWidget(m_again, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addLayout(row);
    column->addWidget(m_command);
    connect(m_again, &QPushButton::clicked, this, &EngineNotice::look);
    connect(m_page, &QPushButton::clicked, this, [this] { QDesktopServices::openUrl(m_pageUrl); });
}

void EngineNotice::look()
{
    if (m_isLooking)
        return;
    m_isLooking = true;
    m_again->setEnabled(false);
    auto *watcher = new QFutureWatcher<EngineReport>(this);
    connect(watcher, &QFutureWatcher<EngineReport>::finished, this, [this, watcher] {
        m_isLooking = false;
        m_again->setEnabled(true);
        show(watcher->result());
        watcher->deleteLater();
    });
    watcher->setFuture(QtConcurrent::run([] { return askEngine(engineAddresses(), answerTime); }));
}

void EngineNotice::show(const EngineReport &report)
{
    const auto hint = engineHint(report, engineSystem(QSysInfo::productType(), QSysInfo::productVersion()));
    m_glyph->setPixmap(icon(hint.isGood ? "ok" : "info", hint.isGood ? Tint::Ok : Tint::Text2).pixmap(QSize(16, 16), devicePixelRatioF()));
    m_text->setText(hint.text);
    m_pageUrl = hint.page;
    m_page->setVisible(!hint.page.isEmpty());
    m_page->setToolTip(hint.page.toString());
    m_command->setText(hint.command);
    m_command->setVisible(!hint.command.isEmpty());
}

} // namespace berth
