// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/roles/CleanupTypes.h"
#include "desktop/lists/PagedLoader.h"
#include "desktop/policies/PolicyPage.h"

class QSplitter;
class QStackedWidget;
class QTimer;

namespace berth {

class Banner;
class RunModel;
class RunView;
class TableView;
class StatePage;

/// The runs of a registry's cleanup at the left, the one in front opened at the right; where it is narrow, one of the two.
class CleanupHistory : public PolicyPage {
    Q_OBJECT

public:
    explicit CleanupHistory(QWidget *parent);
    ~CleanupHistory() override;

    void setSubject(const Subject &subject) override;
    /// Opens the newest run and follows it to its end.
    void watchNewest();

protected:
    void clear() override;
    void load() override;
    void rightsChanged() override;
    void reconnected() override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void showRuns(QList<CleanupRun> runs);
    void showSelected();
    void fit();

    QSplitter *m_split;
    QStackedWidget *m_left;
    Banner *m_banner;
    TableView *m_table;
    StatePage *m_state;
    RunModel *m_model;
    RunView *m_run;
    QTimer *m_watch; ///< Asks again while one is under way.
    PagedLoader<CleanupRun> m_loader;
    bool m_takesNewest = false;
    bool m_wasRunning = false;
    bool m_isOpened = false; ///< Where it is narrow: the run has taken the list's place.
};

} // namespace berth
