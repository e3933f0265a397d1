// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desktop/lists/PagedLoader.h"
#include "desktop/panes/DetailPage.h"

class QLineEdit;
class QPushButton;

namespace berth {

class Banner;
class RowFilter;
class TableView;
class ActionBar;
class TagHistoryPanel;
class TagTableModel;

/// The tags of the selected artifact: list, create, move, delete.
class TagsPage : public DetailPage {
    Q_OBJECT

public:
    explicit TagsPage(QWidget *parent);
    ~TagsPage() override;

    void setSubject(const Subject &subject) override;
    void refresh() override;
    QStringList selectedTags() const override;

private:
    void setUpTable();
    void layOut();
    void connectParts();
    void updateActions();
    void showHistory();

    QPointer<Session> m_session;
    QString m_registry, m_image, m_digest;
    TagTableModel *m_model;
    RowFilter *m_rows;
    TableView *m_view;
    QLineEdit *m_filter;
    ActionBar *m_bar;
    QPushButton *m_create;
    QPushButton *m_move;
    QPushButton *m_delete;
    QPushButton *m_history;
    TagHistoryPanel *m_panel; ///< Of the selected tag.
    Banner *m_banner;
    std::unique_ptr<PagedLoader<TagSummary>> m_loader;
};

} // namespace berth
