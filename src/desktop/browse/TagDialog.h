// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>

#include <QPointer>

#include <QCoroTask>

#include "client/roles/Types.h"
#include "core/Result.h"
#include "desktop/parts/DialogFrame.h"
#include "desktop/sessions/Place.h"

class QTimer;

namespace berth {

namespace Ui {
class TagDialog;
}
class Session;

/// Gives an artifact a further tag. Where a tag of that name is on another artifact, it says on which, and offers to move it; creating never
/// moves one.
class TagDialog : public DialogFrame {
    Q_OBJECT

public:
    /// What is known here about an artifact; with its digest only where that is nothing.
    using Known = std::function<ArtifactSummary(const QString &digest)>;

    /// `session` is borrowed and may go meanwhile.
    TagDialog(Session &session, const Place &place, const ArtifactSummary &artifact, Known known, QWidget *parent);
    ~TagDialog() override;

Q_SIGNALS:
    void done(const QString &tag);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void typed();
    void act();
    /// Asks where the tag that stands in the field is now.
    void ask();
    void setMoving(const QString &from);
    void ended(const Result<void> &result);

    QPointer<Session> m_session;
    Place m_place;
    ArtifactSummary m_artifact;
    Known m_known;
    std::unique_ptr<Ui::TagDialog> m_ui;
    QPushButton *m_verb;
    QTimer *m_pause; ///< Until typing counts as done.
    QString m_from; ///< Digest that the tag would be moved away from; empty: it would be created.
    quint64 m_asked = 0;
};

} // namespace berth
