// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>

#include <QPointer>

#include "client/roles/CleanupTypes.h"
#include "desktop/parts/DialogFrame.h"
#include "desktop/sessions/Ask.h"

class QTimer;

namespace berth {

namespace Ui {
class ProtectionDialog;
}
class PatternInput;

/// Adds a protection policy or changes one, and shows while it is typed what it protects.
class ProtectionDialog : public DialogFrame {
    Q_OBJECT

public:
    /// `rule`: the one to change, null for a new one. `session` is borrowed and may go meanwhile.
    ProtectionDialog(Session &session, const QString &registry, std::vector<ProtectionRule> rules, const ProtectionRule *rule, QWidget *parent);
    ~ProtectionDialog() override;

Q_SIGNALS:
    void saved();

private:
    void look();
    /// All artifacts of the registry, once: what a pattern means for them is decided here.
    QCoro::Task<> fetch();
    void showPreview();
    QCoro::Task<> save();
    ProtectionRule rule() const;
    QString fault() const;

    QPointer<Session> m_session;
    QString m_registry;
    std::vector<ProtectionRule> m_rules;
    std::optional<ProtectionRule> m_old;
    std::unique_ptr<Ui::ProtectionDialog> m_ui;
    PatternInput *m_images;
    PatternInput *m_tags;
    QPushButton *m_verb;
    QLabel *m_footGlyph;
    QLabel *m_foot;
    std::optional<CleanupPreview> m_all;
    bool m_isSaving = false;
};

} // namespace berth
