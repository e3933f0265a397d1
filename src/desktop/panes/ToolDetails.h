// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QLabel;
class QStackedWidget;
class QTabBar;

namespace berth {

/// Below the table of a tool: tabs with what is known of the selected row, or a hint where none is selected.
class ToolDetails : public QWidget {
    Q_OBJECT

public:
    explicit ToolDetails(const QString &name, QWidget *parent);

    /// In a scroll area of its own. Returns its number.
    int addPage(const QString &title, QWidget *page);
    /// One that scrolls by itself.
    int addTablePage(const QString &title, QWidget *page);
    void setTitle(int page, const QString &title);
    /// A page that is not enabled is left for the first one.
    void setPageEnabled(int page, bool enabled);

    /// In place of the pages.
    void showHint(const QString &hint);
    /// The pages, about that.
    void showPages(const QString &subject);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QTabBar *m_tabs;
    QLabel *m_subject;
    QStackedWidget *m_pages;
    QLabel *m_hint;
};

} // namespace berth
