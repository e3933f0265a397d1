// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/roles/CleanupTypes.h"
#include "desktop/policies/PolicyPage.h"

class QGridLayout;
class QLabel;
class QPushButton;

namespace berth {

class ActionBar;
class PolicyBoard;

/// Which tags of a registry can be neither moved nor deleted: the policies as sentences, what they protect now, and what of it cleanup would
/// have deleted.
class ProtectionPage : public PolicyPage {
    Q_OBJECT

public:
    explicit ProtectionPage(QWidget *parent);
    ~ProtectionPage() override;

protected:
    void clear() override;
    void load() override;
    void rightsChanged() override { updateActions(); }
    void keyPressEvent(QKeyEvent *event) override;

private:
    QCoro::Task<> fetch();
    /// What is protected, and what cleanup loses by that.
    QCoro::Task<> lookAhead();
    void tellShielded(qint64 count);
    QCoro::Task<> save(ProtectionRule rule);
    QCoro::Task<> remove(ProtectionRule rule);
    QCoro::Task<> putBack(ProtectionRule rule);
    void showRows();
    void showProtected();
    void updateActions();
    const ProtectionRule *current() const;
    void openDialog(const ProtectionRule *rule);
    void fail(const QString &what, const Error &error);

    ActionBar *m_bar;
    QPushButton *m_add, *m_edit, *m_delete, *m_try;
    QLabel *m_count;
    PolicyBoard *m_board;
    QLabel *m_artifacts, *m_tags, *m_size, *m_more;
    QGridLayout *m_rows;
    std::vector<ProtectionRule> m_rules;
    std::optional<CleanupPreview> m_preview; ///< Of a cleanup that keeps nothing: what stays is protected.
    bool m_tellsShielded = false; ///< The banner is about that.
    qint64 m_busy = 0; ///< The rule whose switch is being saved.
    std::optional<ProtectionRule> m_removed;
};

} // namespace berth
