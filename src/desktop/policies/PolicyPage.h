// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <QPointer>

#include "desktop/panes/DetailPage.h"
#include "desktop/sessions/Ask.h"

namespace berth {

/// A tab of a registry's details that shows its policies. It asks the server when it is looked at, not when the row above only passes by.
class PolicyPage : public DetailPage {
    Q_OBJECT

public:
    explicit PolicyPage(QWidget *parent);

    void setSubject(const Subject &subject) override;
    void refresh() override;

protected:
    /// What is shown now: taken before a call and asked after it. May outlive the page.
    class Visit {
    public:
        /// The page is gone or about another registry, or the connection is down.
        bool isOver() const;
        const QPointer<Session> &session() const { return m_session; }
        const QString &registry() const { return m_registry; }

    private:
        friend class PolicyPage;
        explicit Visit(PolicyPage &page);
        QPointer<PolicyPage> m_page;
        QPointer<Session> m_session;
        QString m_registry;
        quint64 m_number;
    };
    Visit visit() { return Visit(*this); }

    /// What a role answers; nothing where nobody waits for it any more.
    template <class Role, class Call> static QCoro::Task<std::optional<typename std::invoke_result_t<Call, Role &>::value_type>> answer(Visit visit, Call call)
    {
        auto result = co_await ask<Role>(visit.session(), std::move(call));
        if (visit.isOver() || (!result && result.error().code == ErrorCode::Cancelled))
            co_return std::nullopt;
        co_return result;
    }

    const QPointer<Session> &session() const { return m_session; }
    const QString &registry() const { return m_registry; }
    template <class Role> bool has() const { return m_session && m_session->as<Role>(); }
    /// Why policies of this registry cannot be changed; empty if they can.
    QString refusal() const;

    /// Of another registry than before: nothing of what was shown may stay.
    virtual void clear() = 0;
    /// Asks the server; what is here may be shown until the answer comes.
    virtual void load() = 0;
    virtual void rightsChanged() { }
    /// Its connection has a new driver; what was under way has ended. load() follows.
    virtual void reconnected() { }

    void showEvent(QShowEvent *event) override;
    /// Delete and F2 are about the policy in front, not about the registry above.
    bool event(QEvent *event) override;

private:
    void loadIfSeen();

    QPointer<Session> m_session;
    QString m_registry;
    quint64 m_visit = 0;
    bool m_isStale = false;
};

} // namespace berth
