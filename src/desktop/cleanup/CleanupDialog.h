// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>

#include <QPointer>

#include "client/roles/CleanupTypes.h"
#include "desktop/parts/DialogFrame.h"
#include "desktop/sessions/Ask.h"

class QCheckBox;
class QTimer;

namespace berth {

namespace Ui {
class CleanupDialog;
}
class PatternInput;

/// The policies that hold in a registry now, and when its cleanup runs next.
struct RegistryPolicies {
    std::vector<CleanupRule> rules;
    std::vector<ProtectionRule> protection;
    QString cron;
};

/// Adds a cleanup policy or changes one. While it is typed it shows what all policies together would keep and delete, each with its reason; what
/// it cannot mean well is said before it is saved.
class CleanupDialog : public DialogFrame {
    Q_OBJECT

public:
    /// `place`: of the rule to change; nothing for a new one. `session` is borrowed and may go meanwhile.
    CleanupDialog(Session &session, const QString &registry, RegistryPolicies policies, std::optional<std::size_t> place, QWidget *parent);
    ~CleanupDialog() override;

Q_SIGNALS:
    void saved();

private:
    void connectParts();
    void changed();
    void look();
    /// Asks what they would do, when nobody has typed for a moment.
    QCoro::Task<> askPreview();
    void showPreview();
    void showDanger();
    void showConflicts();
    QCoro::Task<> save();

    CleanupRule rule() const;
    std::vector<CleanupRule> allRules() const;
    /// Place among allRules().
    std::size_t place() const { return m_place.value_or(m_policies.rules.size()); }
    QString numberFault() const;
    QString twin() const;
    bool isGood() const;

    QPointer<Session> m_session;
    QString m_registry;
    RegistryPolicies m_policies;
    std::optional<std::size_t> m_place;
    std::unique_ptr<Ui::CleanupDialog> m_ui;
    PatternInput *m_images;
    PatternInput *m_tags;
    QPushButton *m_verb;
    QCheckBox *m_consent; ///< "I want to delete 51 artifacts".
    QLabel *m_footGlyph;
    QLabel *m_foot;
    QTimer *m_pause; ///< Until typing counts as done.
    quint64 m_asked = 0;
    std::optional<CleanupPreview> m_preview; ///< Of allRules() as they were when it was asked for.
    bool m_isCurrent = false;
    bool m_isSaving = false;
    qint64 m_number = 10; ///< The last complete one.
    qint64 m_imageCount = -1;
};

} // namespace berth
