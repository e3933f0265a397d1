// SPDX-License-Identifier: Apache-2.0
#include "desktop/panes/ToolPane.h"

namespace berth {

ToolPane::ToolPane(QWidget *parent)
    : QWidget(parent)
{
}

ToolPane::~ToolPane() = default;

ToolPane::Visit::Visit(ToolPane &pane, const quint64 *question)
    : m_pane(&pane)
    , m_session(pane.m_session)
    , m_number(pane.m_visit)
    , m_question(question)
    , m_asked(question ? *question : 0)
{
}

bool ToolPane::Visit::isOver() const
{
    return !m_pane || m_pane->m_visit != m_number || !m_session || !m_session->isConnected() || (m_question && *m_question != m_asked);
}

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
