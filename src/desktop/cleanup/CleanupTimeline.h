// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "desktop/cleanup/CleanupDialog.h"
#include "desktop/cleanup/TimelineData.h"
#include "desktop/policies/PolicyPage.h"

class QBoxLayout;
class QCheckBox;
class QLabel;
class QPushButton;
class QScrollArea;
class QStackedWidget;

namespace berth {

class Banner;
class FigureCard;
class RichList;
class Segments;
class Sheet;
class TableView;
class TimelineModel;
class TimelineView;

/// When each artifact of a registry falls out if nobody pushes or pulls: drawn, and as a table.
class CleanupTimeline : public PolicyPage {
    Q_OBJECT

public:
    explicit CleanupTimeline(QWidget *parent);
    ~CleanupTimeline() override;

protected:
    void clear() override;
    void load() override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QCoro::Task<> fetch();
    void draw();
    void showChosen();

    FigureCard *m_tonight, *m_month, *m_horizon, *m_stays;
    Segments *m_days;
    QPushButton *m_asTable;
    QLabel *m_note;
    Banner *m_banner;
    QStackedWidget *m_stack;
    TimelineView *m_view;
    TableView *m_table;
    TimelineModel *m_model;
    QBoxLayout *m_sides;
    Sheet *m_card;
    QLabel *m_when, *m_utc, *m_sum;
    RichList *m_going;
    RegistryPolicies m_policies;
    std::optional<CleanupPreview> m_preview;
    TimelineData m_data;
};

} // namespace berth
