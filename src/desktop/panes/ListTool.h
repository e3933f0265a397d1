// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desktop/panes/ToolPane.h"
#include "desktop/parts/StatePage.h"

class QAbstractItemModel;
class QLineEdit;
class QStackedWidget;
class QVBoxLayout;

namespace berth {

class ActionBar;
class Banner;
class RowFilter;
class TableView;

/// A tool that is one table: filter and actions above it, what is known of its selection below.
class ListTool : public ToolPane {
    Q_OBJECT

public:
    void focusFilter() override;

protected:
    /// `name` is the table's for screen readers.
    ListTool(const QString &name, QWidget *parent);

    /// Once, at the end of the constructor; both are borrowed. Rows tell their KeyRole.
    void assemble(QAbstractItemModel *model, QWidget *details);

    ActionBar &bar() { return *m_bar; }
    Banner &banner() { return *m_banner; }
    /// For further ones, above the bar.
    QVBoxLayout &banners() { return *m_banners; }
    TableView &view() { return *m_view; }

    void clearFilter();
    /// For lists that are short by nature.
    void dropFilter();

    /// Rows are on their way: grey bars where there are none.
    void begin();
    /// Rows are here: shows them, or `empty` where there are none, or that none matches the filter.
    void showRows(const StatePage::Content &empty);
    /// They could not be had: in their place, or above those that are here.
    void showFailure(const QString &what, const Error &error);

    /// Rows of the model, in the order of the table.
    QList<int> selectedRows() const;
    /// Selects the row of that key, else the first one.
    void select(const QString &key);
    QString selectedKey() const;

    virtual void selectionChanged() = 0;
    /// The table is near its end, or is filtered.
    virtual void moreWanted() { }

private:
    ActionBar *m_bar;
    QLineEdit *m_filter;
    QVBoxLayout *m_banners;
    Banner *m_banner;
    QStackedWidget *m_pages;
    TableView *m_view;
    StatePage *m_state;
    RowFilter *m_rows;
    StatePage::Content m_empty;
    bool m_loading = false;
    bool m_failed = false;
};

} // namespace berth
