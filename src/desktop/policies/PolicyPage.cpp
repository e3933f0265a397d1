// SPDX-License-Identifier: Apache-2.0
#include "desktop/policies/PolicyPage.h"

#include <QKeyEvent>

namespace berth {

PolicyPage::PolicyPage(QWidget *parent)
    : DetailPage(parent)
{
}

PolicyPage::Visit::Visit(PolicyPage &page)
    : m_page(&page)
    , m_session(page.m_session)
    , m_registry(page.m_registry)
    , m_number(page.m_visit)
{
}

bool PolicyPage::Visit::isOver() const { return !m_page || m_page->m_visit != m_number || !m_session || !m_session->isConnected(); }

void PolicyPage::setSubject(const Subject &subject)
{
    auto *session = subject.kind == Subject::Kind::Registry ? subject.session.get() : nullptr;
    const QString registry = session ? subject.registry.name : QString();
    if (session == m_session && registry == m_registry)
        return;
    ++m_visit;
    if (m_session)
        disconnect(m_session, nullptr, this, nullptr);
    m_session = session;
    m_registry = registry;
    if (session) {
        connect(session, &Session::rightsChanged, this, [this] { rightsChanged(); });
        connect(session, &Session::connected, this, [this] {
            ++m_visit; // answers of the former driver count no more
            m_isStale = true;
            reconnected();
            loadIfSeen();
        });
    }
    Q_EMIT countChanged({});
    clear();
    m_isStale = session != nullptr;
    loadIfSeen();
}

void PolicyPage::refresh()
{
    m_isStale = m_session != nullptr;
    loadIfSeen();
}

void PolicyPage::showEvent(QShowEvent *event)
{
    DetailPage::showEvent(event);
    loadIfSeen();
}

bool PolicyPage::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->modifiers() == Qt::NoModifier && (key->key() == Qt::Key_Delete || key->key() == Qt::Key_F2)) {
            event->accept();
            return true;
        }
    }
    return DetailPage::event(event);
}

void PolicyPage::loadIfSeen()
{
    if (m_isStale && isVisible() && m_session && m_session->isConnected()) {
        m_isStale = false;
        load();
    }
}

QString PolicyPage::refusal() const { return m_session ? m_session->refusal(Deed::ChangePolicies, m_registry) : QString(); }

} // namespace berth
