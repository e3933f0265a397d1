// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPointer>
#include <QWidget>

#include "client/auth/Connection.h"
#include "core/Result.h"
#include "core/Secret.h"
#include "desktop/sessions/Place.h"

namespace berth {

class Administration;
class Session;
class Upkeep;

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
        /// The pane is gone or is about another connection, or that connection is down.
        bool isOver() const;

    private:
        friend class ToolPane;
        explicit Visit(ToolPane &pane);
        QPointer<ToolPane> m_pane;
        quint64 m_number;
    };
    Visit visit() { return Visit(*this); }

    /// Null: none, or it is gone.
    const QPointer<Session> &session() const { return m_session; }
    /// Null while not connected, and for servers that are no Berth.
    Upkeep *upkeep() const;
    Administration *administration() const;

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
