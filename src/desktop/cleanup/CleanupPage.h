// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desktop/cleanup/CleanupDialog.h"
#include "desktop/policies/PolicyPage.h"

class QGridLayout;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace berth {

class ActionBar;
class CleanupHistory;
class CleanupTimeline;
class PolicyBoard;
class Segments;
class SentenceLabel;
class StackBar;

/// What of a registry's artifacts cleanup keeps, what it would do now, when it runs, and what it did.
class CleanupPage : public PolicyPage {
    Q_OBJECT

public:
    enum class View { Settings, History, Timeline };

    explicit CleanupPage(QWidget *parent);
    ~CleanupPage() override;

    void setSubject(const Subject &subject) override;
    void refresh() override;
    void turnTo(View view);

protected:
    void clear() override;
    void load() override;
    void rightsChanged() override { updateActions(); }
    void keyPressEvent(QKeyEvent *event) override;

private:
    void layOut();
    void connectParts();
    QCoro::Task<> fetch();
    QCoro::Task<> lookAhead();
    QCoro::Task<> save(CleanupRule rule);
    QCoro::Task<> remove(CleanupRule rule);
    QCoro::Task<> putBack(CleanupRule rule);
    QCoro::Task<> startTest();
    QCoro::Task<> findLastRun();
    void openDialog(std::optional<std::size_t> place);
    void openSchedule();
    void openRun();
    void showRows();
    void showCard();
    void showSchedule();
    void updateActions();
    std::optional<std::size_t> current() const;
    void fail(const QString &what, const Error &error);

    ActionBar *m_bar;
    Segments *m_views;
    QPushButton *m_add, *m_edit, *m_delete, *m_test, *m_run, *m_more, *m_set;
    QLabel *m_count;
    QStackedWidget *m_stack;
    PolicyBoard *m_board;
    CleanupHistory *m_history;
    CleanupTimeline *m_timeline;
    SentenceLabel *m_schedule;
    QLabel *m_lastRun;
    QLabel *m_kept, *m_deleted, *m_freed, *m_legend, *m_note;
    StackBar *m_shares;
    QGridLayout *m_images;
    RegistryPolicies m_policies;
    std::optional<CleanupPreview> m_preview;
    QString m_previewFailure;
    qint64 m_busy = 0; ///< The rule whose switch is being saved.
    bool m_isKnown = false; ///< The policies are those of the server.
    std::optional<CleanupRule> m_removed;
};

} // namespace berth
