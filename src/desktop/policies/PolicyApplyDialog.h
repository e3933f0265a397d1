// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>

#include <QPointer>

#include "client/roles/CleanupTypes.h"
#include "core/PolicyFile.h"
#include "desktop/parts/DialogFrame.h"
#include "desktop/sessions/Ask.h"

namespace berth {

namespace Ui {
class PolicyApplyDialog;
}

/// Compares the policies of a file, or of another registry, with those of a registry, says what would change and what cleanup would then do,
/// and applies them: protection first, what deletes more last.
class PolicyApplyDialog : public DialogFrame {
    Q_OBJECT

public:
    /// `source` names where they are from. `session` is borrowed and may go meanwhile.
    PolicyApplyDialog(Session &session, const QString &registry, PolicyFile wanted, const QString &source, QWidget *parent);
    ~PolicyApplyDialog() override;

    /// Not while changes are being made.
    void reject() override;

Q_SIGNALS:
    /// All of it, or a part before a failure.
    void applied();

private:
    QCoro::Task<> compare();
    QCoro::Task<> lookAhead();
    QCoro::Task<> apply();
    /// Steps of one kind each; the first failure ends them.
    QCoro::Task<Result<void>> applyProtection();
    QCoro::Task<Result<void>> applyCleanup();
    QCoro::Task<Result<void>> removeOthers();
    QCoro::Task<Result<void>> setSchedule();
    QCoro::Task<Result<void>> disableProtection(ProtectionRule rule);
    void showPlan();
    bool removes() const;

    QPointer<Session> m_session;
    QString m_registry;
    PolicyFile m_wanted;
    std::unique_ptr<Ui::PolicyApplyDialog> m_ui;
    QPushButton *m_verb;
    std::optional<PolicyPlan> m_plan;
    quint64 m_asked = 0;
    bool m_isApplying = false;
};

} // namespace berth
