// SPDX-License-Identifier: Apache-2.0
#include "desktop/panes/ListTool.h"

#include <QLineEdit>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "core/ErrorText.h"
#include "desktop/lists/ItemRoles.h"
#include "desktop/lists/RowFilter.h"
#include "desktop/lists/TableView.h"
#include "desktop/parts/Parts.h"
#include "desktop/sessions/SessionProblem.h"

namespace berth {

ListTool::ListTool(const QString &name, QWidget *parent)
    : ToolPane(parent)
    , m_bar(new ActionBar(this))
    , m_filter(new QLineEdit(this))
    , m_banners(new QVBoxLayout)
    , m_banner(new Banner(this))
    , m_pages(new QStackedWidget(this))
    , m_view(new TableView(this))
    , m_state(new StatePage(this, StatePage::Kind::Empty))
    , m_rows(new RowFilter(this))
{
    m_filter->setPlaceholderText(tr("Filter"));
    m_filter->setAccessibleName(tr("Filter this list"));
    m_filter->setProperty("quiet", true);
    m_filter->setClearButtonEnabled(true);
    m_filter->addAction(icon("filter", Tint::Text3), QLineEdit::LeadingPosition)->setText(tr("Filter"));
    m_filter->setMaximumWidth(180);
    m_filter->setMinimumWidth(90);
    m_bar->row().setContentsMargins(16, 4, 12, 6);
    m_bar->addLeft(m_filter);
    m_view->setRootIsDecorated(false);
    m_view->setAccessibleName(name);
    m_view->header()->setStretchLastSection(false);
    m_pages->addWidget(m_view);
    m_pages->addWidget(m_state);
}

void ListTool::assemble(QAbstractItemModel *model, QWidget *details)
{
    m_rows->setSourceModel(model);
    m_view->setModel(m_rows);
    m_banners->setContentsMargins(16, 0, 16, 4);
    m_banners->setSpacing(6);
    m_banners->addWidget(m_banner);
    auto *top = new QWidget(this);
    auto *topColumn = new QVBoxLayout(top);
    topColumn->setContentsMargins(0, 0, 0, 0);
    topColumn->setSpacing(0);
    topColumn->addLayout(m_banners);
    topColumn->addWidget(m_bar);
    topColumn->addWidget(m_pages, 1);
    auto *split = new QSplitter(Qt::Vertical, this);
    split->addWidget(top);
    split->addWidget(details);
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 2);
    split->setChildrenCollapsible(false);
    split->setHandleWidth(1);
    split->setSizes({390, 230});
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(split);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_rows->setFilterFixedString(text);
        if (!text.isEmpty())
            moreWanted();
        if (!m_loading && !m_failed)
            showRows(m_empty);
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ListTool::selectionChanged);
    connect(m_view->verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        const auto *scroll = m_view->verticalScrollBar();
        if (value > scroll->maximum() - scroll->pageStep())
            moreWanted();
    });
    connect(m_banner, &Banner::actionTriggered, this, &ToolPane::refresh);
    connect(m_state, &StatePage::primaryTriggered, this, [this] { m_failed ? refresh() : m_filter->clear(); });
}

void ListTool::focusFilter()
{
    if (m_filter->isHidden())
        return;
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void ListTool::clearFilter() { m_filter->clear(); }

void ListTool::dropFilter() { bar().setShown(m_filter, false); }

void ListTool::begin()
{
    m_failed = false;
    m_loading = m_rows->sourceModel()->rowCount() == 0;
    m_banner->hide();
    m_view->setLoading(m_loading);
    m_pages->setCurrentWidget(m_view);
    if (m_loading) {
        m_bar->setCount({});
        selectionChanged(); // what was known of other rows goes
    }
}

void ListTool::showRows(const StatePage::Content &empty)
{
    m_empty = empty;
    m_loading = false;
    m_view->setLoading(false);
    const bool any = m_rows->rowCount() > 0;
    if (m_rows->sourceModel()->rowCount() == 0)
        m_state->show(empty);
    else if (!any)
        m_state->show({"filter", Tint::Text3, tr("Nothing matches “%1”").arg(m_filter->text()), {}, {}, tr("Clear filter"), {}});
    m_pages->setCurrentWidget(any ? static_cast<QWidget *>(m_view) : m_state);
    if (any && !m_view->selectionModel()->hasSelection())
        m_view->setCurrentIndex(m_rows->index(0, 0));
    selectionChanged();
}

void ListTool::showFailure(const QString &what, const Error &error)
{
    m_loading = false;
    m_view->setLoading(false);
    if (m_rows->sourceModel()->rowCount() > 0) {
        m_banner->show(Banner::Kind::Danger, what, errorText(error), tr("Retry"));
        return;
    }
    m_failed = true;
    auto content = problemOf(what, error);
    content.secondary.clear(); // what could be edited is not here
    m_state->show(content);
    m_pages->setCurrentWidget(m_state);
    selectionChanged();
}

QList<int> ListTool::selectedRows() const
{
    QList<int> rows;
    for (const auto &index : m_view->selectionModel()->selectedRows())
        rows << m_rows->mapToSource(index).row();
    return rows;
}

QString ListTool::selectedKey() const
{
    const auto rows = m_view->selectionModel()->selectedRows();
    return rows.isEmpty() ? QString() : rows.first().data(KeyRole).toString();
}

void ListTool::select(const QString &key)
{
    for (int row = 0; row < m_rows->rowCount(); ++row) {
        const auto index = m_rows->index(row, 0);
        if (index.data(KeyRole).toString() == key) {
            m_view->setCurrentIndex(index);
            return;
        }
    }
}

} // namespace berth
