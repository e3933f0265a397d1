// SPDX-License-Identifier: Apache-2.0
#pragma once

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
class MoveTagDialog;
}
class Session;

/// Moves a tag to another artifact of the same image, which is named by one of its tags or by its digest.
class MoveTagDialog : public DialogFrame {
    Q_OBJECT

public:
    /// `artifacts` are those that are known here; others of the image are asked for. `session` is borrowed and may go meanwhile.
    MoveTagDialog(Session &session, const Place &place, const QString &tag, const QString &digest, QList<ArtifactSummary> artifacts, QWidget *parent);
    ~MoveTagDialog() override;

Q_SIGNALS:
    void done(const QString &tag);

private:
    ArtifactSummary known(const QString &digest) const;
    void typed();
    void ask();
    void found(const QString &digest);
    void act();

    QPointer<Session> m_session;
    Place m_place;
    QString m_name;
    QString m_from;
    QString m_to; ///< Empty until the field names an artifact.
    QList<ArtifactSummary> m_artifacts;
    std::unique_ptr<Ui::MoveTagDialog> m_ui;
    QPushButton *m_verb;
    QTimer *m_pause; ///< Until typing counts as done.
    quint64 m_asked = 0;
};

} // namespace berth
