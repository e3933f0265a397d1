// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCoroTask>

#include "client/roles/HealthReport.h"
#include "client/roles/Storage.h"
#include "desktop/panes/ToolPane.h"

class QLabel;
class QStackedWidget;
class QStandardItemModel;
class QVBoxLayout;

namespace berth {

class ActionBar;
class Banner;
class FigureCard;
class StatePage;
class TableView;

/// Whether a server is well: what is wrong in words with a way out, content that is damaged and the images it hurts, when all of it was
/// verified last.
class HealthPane final : public ToolPane {
    Q_OBJECT

public:
    explicit HealthPane(QWidget *parent);

    void refresh() override;

protected:
    void sessionChanged(bool isOther) override;

private:
    QCoro::Task<> load();
    QCoro::Task<> confirmClock();
    void show(const Health &health, const Result<VerifyState> &verify);
    void showProblems(const Health &health);
    void showDamaged(const QList<DamagedContent> &damaged);

    quint64 m_asked = 0;
    bool m_isShown = false;   ///< Something of this session.
    QStackedWidget *m_pages;
    QWidget *m_content;
    StatePage *m_state;
    Banner *m_banner;
    FigureCard *m_well;
    FigureCard *m_free;
    FigureCard *m_verified;
    FigureCard *m_since;
    ActionBar *m_bar;
    QLabel *m_seen;
    QVBoxLayout *m_problems; ///< A banner each.
    QLabel *m_damagedTitle;
    TableView *m_view;
    QStandardItemModel *m_damaged;
};

} // namespace berth
