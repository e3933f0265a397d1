// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <QPointer>
#include <QWidget>

#include "client/auth/Connection.h"
#include "core/Result.h"
#include "core/Secret.h"
#include "desktop/sessions/Ask.h"
#include "desktop/sessions/Place.h"

namespace berth {

/// What a call of a role answers.
template <class Role, class Call> using AnswerOf = typename std::invoke_result_t<Call, Role &>::value_type;

/// A pane that shows what a connection offers beside its content: trash, storage, keys, … It lives as long as the window and is shown for
/// one connection after the other.
class ToolPane : public QWidget {
    Q_OBJECT

public:
    explicit ToolPane(QWidget *parent);
    ~ToolPane() override;

    /// Whose, where the place names someone; before setSession().
    virtual void setSubject(const QString &) { }

    /// From now on it is about that connection, which is borrowed and may go; fetches what it shows. Also when the same connection has
    /// become another server or has another key.
    void setSession(Session *session);

    /// Fetches anew and keeps selection and scroll position.
    virtual void refresh() = 0;

    /// What the Delete key does here.
    virtual void deleteSelection() { }
    virtual void focusFilter() { }

Q_SIGNALS:
    void placeRequested(const berth::Place &place);

    /// The own key of that connection has another secret, which is to be kept.
    void keyReplaced(const QString &connectionId, const berth::AccessKeyPair &pair);

    /// The content of registries changed: lists of it are to be fetched anew.
    void contentChanged();

protected:
    /// Since one setSession() until the next. Taken before a call, and asked after it: whether the answer is about what is shown now. May
    /// outlive the pane.
    class Visit {
    public:
        /// The pane is gone or is about another connection, or that connection is down; or a newer question of that kind was asked.
        bool isOver() const;
        /// Null: none, or it is gone.
        const QPointer<Session> &session() const { return m_session; }

    private:
        friend class ToolPane;
        explicit Visit(ToolPane &pane, const quint64 *question = nullptr);
        QPointer<ToolPane> m_pane;
        QPointer<Session> m_session;
        quint64 m_number;
        const quint64 *m_question; ///< The pane's.
        quint64 m_asked;
    };
    Visit visit() { return Visit(*this); }
    /// Ends the earlier ones of the same counter, which is a member of the pane.
    Visit question(quint64 &counter)
    {
        ++counter;
        return Visit(*this, &counter);
    }

    /// Null: none, or it is gone.
    const QPointer<Session> &session() const { return m_session; }
    /// What a role of the session's server answers; nothing where nobody waits for it any more: the visit is over, or the call was cancelled.
    template <class Role, class Call> static QCoro::Task<std::optional<AnswerOf<Role, Call>>> answer(Visit visit, Call call)
    {
        auto result = co_await ask<Role>(visit.session(), std::move(call));
        if (visit.isOver() || (!result && result.error().code == ErrorCode::Cancelled))
            co_return std::nullopt;
        co_return result;
    }

    /// refresh() follows. `isOther`: nothing of what was shown may stay, it is another connection, server or key; else what is here may be
    /// shown until the new is.
    virtual void sessionChanged(bool isOther) = 0;
    virtual void rightsChanged() { }

private:
    QPointer<Session> m_session;
    Connection m_shown; ///< What m_session was when it came, without its secret.
    quint64 m_visit = 0;
};

} // namespace berth
