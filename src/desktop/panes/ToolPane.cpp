// SPDX-License-Identifier: Apache-2.0
#include "desktop/panes/ToolPane.h"

#include "client/roles/Management.h"
#include "desktop/sessions/Session.h"

namespace berth {

ToolPane::ToolPane(QWidget *parent)
    : QWidget(parent)
{
}

ToolPane::~ToolPane() = default;

ToolPane::Visit::Visit(ToolPane &pane)
    : m_pane(&pane)
    , m_number(pane.m_visit)
{
}

bool ToolPane::Visit::isOver() const { return !m_pane || m_pane->m_visit != m_number || !m_pane->m_session || !m_pane->m_session->isConnected(); }

Upkeep *ToolPane::upkeep() const { return m_session && m_session->management() ? m_session->management()->upkeep() : nullptr; }
Administration *ToolPane::administration() const { return m_session && m_session->management() ? m_session->management()->administration() : nullptr; }

void ToolPane::setSession(Session *session)
{
    ++m_visit;
    const bool isOther = !session || session != m_session || !session->connection().showsSameAs(m_shown);
    if (m_session)
        disconnect(m_session, nullptr, this, nullptr);
    m_session = session;
    m_shown = session ? session->connection() : Connection();
    m_shown.secret = {};
    if (session)
        connect(session, &Session::rightsChanged, this, &ToolPane::rightsChanged);
    sessionChanged(isOther);
    refresh();
}

} // namespace berth
