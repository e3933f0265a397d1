// SPDX-License-Identifier: Apache-2.0
#include "desktop/shell/LocalCard.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QMenu>
#include <QVBoxLayout>

#include "core/SizeSum.h"
#include "core/SizeText.h"
#include "desktop/parts/Parts.h"
#include "desktop/sessions/LocalServer.h"
#include "desktop/sessions/Place.h"
#include "desktop/shell/ToolMenu.h"

namespace berth {

LocalCard::LocalCard(const Features &features, LocalServer &server, const Session &session, QWidget *parent)
    : Sheet(Kind::Card, parent)
    , m_features(features)
    , m_session(session)
    , m_server(server)
    , m_mark(new StateMark(this))
    , m_state(makeLabel({}, TextRole::BodyStrong, Shade::Text, this))
    , m_address(new ElidedLabel({}, TextRole::Mono, Shade::Text2, this))
    , m_copy(makeIconButton("copy", tr("Copy address"), this))
    , m_menu(makeIconButton("more", tr("Local registry menu"), this))
    , m_bar(new StackBar(6, tr("Used space"), this))
    , m_used(makeLabel(tr("Nothing stored yet"), TextRole::Caption, Shade::Text2, this))
    , m_free(makeLabel({}, TextRole::Caption, Shade::Text2, this))
    , m_start(makeButton(tr("Start"), "secondary", "play", this))
    , m_problems(makeButton({}, "secondary", "warn", this))
{
    layOut();
    connect(m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_server.address()); });
    connect(m_start, &QPushButton::clicked, this, [this] { m_server.start(); });
    connect(m_problems, &QPushButton::clicked, this, [this] { Q_EMIT toolRequested(tool::health); });
    connect(m_menu, &QPushButton::clicked, this, &LocalCard::showMenu);
    connect(&m_server, &LocalServer::stateChanged, this, &LocalCard::showState);
    showState();
}

void LocalCard::layOut()
{
    m_state->setWordWrap(true);
    m_used->setWordWrap(true);
    m_start->setProperty("mini", true);
    m_problems->setProperty("mini", true);
    auto *top = new QHBoxLayout;
    top->setSpacing(6);
    top->addWidget(m_mark);
    top->addWidget(m_state, 1);
    top->addWidget(m_menu);
    auto *middle = new QHBoxLayout;
    middle->addWidget(m_address, 1);
    middle->addWidget(m_copy);
    auto *bottom = new QHBoxLayout;
    bottom->addWidget(m_used, 1);
    bottom->addWidget(m_free);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 10);
    column->setSpacing(4);
    column->addLayout(top);
    column->addLayout(middle);
    column->addWidget(m_bar);
    column->addLayout(bottom);
    column->addWidget(m_start, 0, Qt::AlignLeft);
    column->addWidget(m_problems, 0, Qt::AlignLeft);
}

void LocalCard::showMenu()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (m_server.isRunning()) {
        menu->addAction(icon("stop"), tr("Stop local registry"), this, [this] { m_server.stop(); });
        addTools(*menu, m_features, m_session, [this](const QString &id) { Q_EMIT toolRequested(id); });
    } else {
        menu->addAction(icon("play"), tr("Start local registry"), this, [this] { m_server.start(); });
    }
    menu->addAction(icon("copy"), tr("Copy address"), this, [this] { QGuiApplication::clipboard()->setText(m_server.address()); });
    menu->popup(m_menu->mapToGlobal(QPoint(0, -menu->sizeHint().height()))); // the card is at the foot of the window
}

void LocalCard::setStorage(qint64 usedBytes, qint64 freeBytes)
{
    m_used->setText(usedBytes > 0 ? tr("%1 used").arg(sizeText(usedBytes)) : tr("Nothing stored yet"));
    m_free->setText(freeBytes < 0 ? QString() : tr("%1 free").arg(sizeText(freeBytes)));
    const double all = double(sizeSum(usedBytes, freeBytes));
    m_bar->setParts({{all > 0 ? double(usedBytes) / all : 0, StackBar::Fill::Accent}});
}

void LocalCard::setProblems(int count)
{
    m_problemCount = count;
    m_problems->setText(tr("%n problem(s)", nullptr, count));
    m_problems->setToolTip(tr("Shows what is wrong with the local registry, and the way out"));
    m_problems->setVisible(count > 0 && m_server.state() == LocalServer::State::Running);
}

void LocalCard::showState()
{
    using State = LocalServer::State;
    const State state = m_server.state();
    m_state->setText(m_server.stateText());
    m_address->setText(m_server.address());
    const bool running = state == State::Running;
    const bool busy = state == State::Starting || state == State::Stopping || state == State::AskingKeychain;
    m_mark->setState(running                                                      ? StateMark::State::On
            : busy                                                                ? StateMark::State::Busy
            : state == State::Stopped                                             ? StateMark::State::Off
            : state == State::KeychainLocked || state == State::KeychainDismissed ? StateMark::State::Locked
                                                                                  : StateMark::State::Error);
    m_start->setVisible(!running && !busy);
    for (QWidget *widget : {static_cast<QWidget *>(m_bar), static_cast<QWidget *>(m_used), static_cast<QWidget *>(m_free)})
        widget->setVisible(running);
    m_problems->setVisible(running && m_problemCount > 0);
}

} // namespace berth
