// SPDX-License-Identifier: Apache-2.0
#include "desktop/trash/TrashPane.h"

#include <QLineEdit>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "core/ErrorText.h"
#include "core/SizeText.h"
#include "desktop/browse/DeleteDialog.h"
#include "desktop/browse/ItemRoles.h"
#include "desktop/browse/RowFilter.h"
#include "desktop/browse/TableView.h"
#include "desktop/connections/Session.h"
#include "desktop/connections/SessionProblem.h"
#include "desktop/parts/DateText.h"
#include "desktop/parts/Parts.h"
#include "desktop/trash/TrashDetails.h"

namespace berth {

TrashPane::TrashPane(QWidget *parent)
    : ToolPane(parent)
    , m_bar(new ActionBar(this))
    , m_filter(new QLineEdit(this))
    , m_count(makeLabel({}, TextRole::Body, Shade::Text2, this))
    , m_restore(m_bar->addAction(tr("Restore"), "undo", "tonal"))
    , m_end(m_bar->addAction(tr("Delete for good…"), "x"))
    , m_empty(m_bar->addAction(tr("Empty trash…"), "trash"))
    , m_storage(m_bar->addAction(tr("Storage"), "treemap"))
    , m_banner(new Banner(this))
    , m_pages(new QStackedWidget(this))
    , m_view(new TableView(this))
    , m_state(new StatePage(this, StatePage::Kind::Empty))
    , m_model(new TrashModel(this))
    , m_rows(new RowFilter(this))
    , m_details(new TrashDetails(this))
    , m_loader(this, {[this](QList<TrashEntry> rows) {
                          const auto kept = selected();
                          m_model->reset(std::move(rows));
                          for (int row = 0; row < m_rows->rowCount(); ++row) {
                              const auto index = m_rows->index(row, 0);
                              if (!kept.isEmpty() && index.data(KeyRole).toString() == rowKey(kept.first()))
                                  m_view->setCurrentIndex(index);
                          }
                      },
                         [this](const QList<TrashEntry> &rows) { m_model->append(rows); },
                         [this](const Error &error) {
                             m_loading = false;
                             m_failed = m_model->rowCount() == 0;
                             m_view->setLoading(false);
                             if (m_failed)
                                 m_state->show(problemOf(tr("The trash could not be read"), error));
                             else
                                 m_banner->show(Banner::Kind::Danger, tr("The list could not be refreshed"), errorText(error), tr("Retry"));
                             m_pages->setCurrentWidget(m_failed ? static_cast<QWidget *>(m_state) : m_view);
                         },
                         [this](bool) { settled(); }})
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
    m_bar->addCount(m_count);
    m_rows->setSourceModel(m_model);
    m_view->setModel(m_rows);
    m_view->setRootIsDecorated(false);
    m_view->setAccessibleName(tr("Deletions"));
    m_view->sortByColumn(TrashModel::DeletedColumn, Qt::DescendingOrder);
    auto *header = m_view->header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(TrashModel::TagsColumn, QHeaderView::Stretch);
    const QFontMetrics metrics(m_view->font());
    const int date = dateWidth(metrics) + 20;
    const QList<std::pair<int, int>> widths{{TrashModel::DeletedColumn, date + 34}, {TrashModel::WhatColumn, metrics.horizontalAdvance(tr("%n artifacts", nullptr, 100)) + 60},
        {TrashModel::FromColumn, 190}, {TrashModel::ByColumn, 120}, {TrashModel::ReturnsColumn, metrics.horizontalAdvance(QStringLiteral("1,023.4 MB")) + 24}, {TrashModel::EndsColumn, date}};
    for (const auto &[column, width] : widths)
        m_view->setColumnWidth(column, width);
    m_pages->addWidget(m_view);
    m_pages->addWidget(m_state);
    auto *banners = new QVBoxLayout;
    banners->setContentsMargins(16, 0, 16, 4);
    banners->addWidget(m_banner);
    auto *top = new QWidget(this);
    auto *topColumn = new QVBoxLayout(top);
    topColumn->setContentsMargins(0, 0, 0, 0);
    topColumn->setSpacing(0);
    topColumn->addWidget(m_bar);
    topColumn->addLayout(banners);
    topColumn->addWidget(m_pages, 1);
    auto *split = new QSplitter(Qt::Vertical, this);
    split->addWidget(top);
    split->addWidget(m_details);
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
            m_loader.more();
        settled();
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &TrashPane::selectionChanged);
    connect(m_view->verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        const auto *scroll = m_view->verticalScrollBar();
        if (value > scroll->maximum() - scroll->pageStep())
            m_loader.more();
    });
    connect(m_restore, &QPushButton::clicked, this, [this] { restore(selected(), {}); });
    connect(m_details, &TrashDetails::restoreRequested, this, [this](const QStringList &artifacts) { restore(selected(), artifacts); });
    connect(m_details, &TrashDetails::changed, this, &TrashPane::updateActions);
    connect(m_end, &QPushButton::clicked, this, &TrashPane::endSelection);
    connect(m_empty, &QPushButton::clicked, this, &TrashPane::askToEmpty);
    connect(m_storage, &QPushButton::clicked, this, [this] {
        if (m_session)
            Q_EMIT placeRequested({m_session->id(), {}, {}, Tool::Storage});
    });
    connect(m_banner, &Banner::actionTriggered, this, &TrashPane::refresh);
    connect(m_state, &StatePage::primaryTriggered, this, [this] { m_failed ? refresh() : m_filter->clear(); });
    updateActions();
}

TrashPane::~TrashPane() { m_loader.stop(); }

void TrashPane::setSession(Session *session)
{
    if (session != m_session) {
        m_model->reset({});
        m_filter->clear();
    }
    m_session = session;
    m_banner->hide();
    refresh();
}

QCoro::Task<Result<QList<TrashEntry>>> TrashPane::fetch(int page)
{
    const QPointer<TrashPane> self(this);
    if (!m_session || !m_session->management() || !m_session->management()->upkeep())
        co_return fail(ErrorCode::Cancelled, "Cancelled");
    const auto list = co_await m_session->management()->upkeep()->listTrash(page);
    if (!self)
        co_return fail(ErrorCode::Cancelled, "Cancelled");
    if (!list)
        co_return tl::unexpected(list.error());
    m_totals = *list;
    co_return list->entries;
}

void TrashPane::refresh()
{
    m_banner->hide();
    m_failed = false;
    m_loading = true;
    m_view->setLoading(m_model->rowCount() == 0);
    m_pages->setCurrentWidget(m_view);
    m_shown = 0;
    m_loader.start([this](int page) { return fetch(page); }, m_model->rowCount());
}

void TrashPane::settled()
{
    m_loading = false;
    m_view->setLoading(false);
    const int shown = m_rows->rowCount();
    const QString held = m_totals.heldBytes > 0 ? tr("%1 held").arg(sizeText(m_totals.heldBytes)) : tr("nothing held");
    const QString kept = tr("emptied after %n days", nullptr, int(m_totals.keepDays));
    m_bar->setCount(tr("%1, %2, %3", "5 deletions, 2.9 GB held, emptied after 7 days").arg(tr("%n deletions", nullptr, int(m_totals.total)), held, kept));
    if (m_model->rowCount() == 0)
        m_state->show({"trash", Tint::Text3, tr("The trash is empty"), tr("What is deleted here stays for %n days and can be restored as it was.", nullptr, int(m_totals.keepDays)), {}, {}, {}});
    else if (shown == 0)
        m_state->show({"filter", Tint::Text3, tr("Nothing matches “%1”").arg(m_filter->text()), {}, {}, tr("Clear filter"), {}});
    m_pages->setCurrentWidget(shown == 0 ? static_cast<QWidget *>(m_state) : m_view);
    if (shown > 0 && !m_view->selectionModel()->hasSelection())
        m_view->setCurrentIndex(m_rows->index(0, 0));
    selectionChanged();
}

QList<TrashEntry> TrashPane::selected() const
{
    QList<TrashEntry> entries;
    for (const auto &index : m_view->selectionModel()->selectedRows())
        entries << m_model->rowAt(m_rows->mapToSource(index).row());
    return entries;
}

void TrashPane::selectionChanged()
{
    const auto entries = selected();
    if (entries.size() != 1) {
        m_shown = 0;
        m_details->clear(entries.isEmpty() ? tr("Select a deletion to see what is in it") : tr("%n deletions selected", nullptr, int(entries.size())));
    } else if (entries.first().id != m_shown) {
        showSelected(entries.first().id);
    }
    updateActions();
}

QCoro::Task<> TrashPane::showSelected(qint64 id)
{
    m_shown = id;
    const QPointer<TrashPane> self(this);
    if (!m_session || !m_session->management() || !m_session->management()->upkeep())
        co_return;
    const auto contents = co_await m_session->management()->upkeep()->trashContents(id);
    if (!self || m_shown != id)
        co_return;
    if (contents)
        m_details->showContents(*contents);
    else if (contents.error().code != ErrorCode::Cancelled)
        m_details->clear(errorText(contents.error()));
}

void TrashPane::updateActions()
{
    const auto entries = selected();
    const QString first = tr("Select a deletion first");
    m_bar->setReason(m_restore, entries.isEmpty() ? first : entries.size() == 1 ? m_details->reasonAgainst() : QString());
    m_bar->setReason(m_end, entries.isEmpty() ? first : QString());
    m_bar->setReason(m_empty, m_model->rowCount() == 0 ? tr("The trash is empty") : QString());
}

QCoro::Task<> TrashPane::restore(QList<TrashEntry> entries, QStringList artifacts)
{
    const QPointer<TrashPane> self(this);
    const QPointer<Session> session = m_session;
    const auto names = entries.size() == 1 ? m_details->tagNames() : QMap<QString, QString>();
    QString back;
    QString reason;
    int restored = 0;
    for (const auto &entry : std::as_const(entries)) {
        if (!session || !session->management() || !session->management()->upkeep())
            co_return;
        const auto done = co_await session->management()->upkeep()->restore(entry.id, artifacts, names);
        if (!self || (!done && done.error().code == ErrorCode::Cancelled))
            co_return;
        restored += done.has_value();
        if (done)
            back = entry.path();
        else
            reason = entry.path() + QStringLiteral(": ") + errorText(done.error());
    }
    refresh();
    if (restored > 0)
        Q_EMIT contentChanged();
    if (!reason.isEmpty())
        m_banner->show(Banner::Kind::Danger, tr("%n could not be restored", nullptr, int(entries.size()) - restored), reason);
    else
        m_banner->show(Banner::Kind::Ok, {}, restored == 1 ? tr("Restored to %1.").arg(back) : tr("%n deletions were restored.", nullptr, restored));
}

void TrashPane::endSelection()
{
    const auto entries = selected();
    if (entries.isEmpty() || !m_session)
        return;
    QList<DeleteDialog::Item> items;
    for (const auto &entry : entries) {
        items << DeleteDialog::Item{QStringLiteral("trash"), TrashModel::what(entry) + QStringLiteral(" · ") + entry.path(), false, entry.tags, entry.returnsBytes,
            [session = m_session, id = entry.id]() -> QCoro::Task<Result<Deletion>> {
                if (!session || !session->management() || !session->management()->upkeep())
                    co_return fail(ErrorCode::Unreachable, TrashPane::tr("The connection was closed meanwhile.").toStdString());
                const auto ended = co_await session->management()->upkeep()->endDeletion(id);
                co_return ended.map([] { return Deletion{}; });
            }};
    }
    const int count = int(entries.size());
    qint64 bytes = 0;
    for (const auto &entry : entries)
        bytes += entry.returnsBytes;
    auto *dialog = new DeleteDialog({tr("Delete %n deletions for good?", nullptr, count), tr("Delete for good"), tr("They cannot be restored any more. Their bytes return with the next collection, which starts at once."), tr("%1 return.").arg(sizeText(bytes))}, items, {}, this);
    connect(dialog, &DeleteDialog::deletedSome, this, &TrashPane::refresh);
    dialog->open();
}

void TrashPane::askToEmpty()
{
    if (!m_session)
        return;
    auto *dialog = new DeleteDialog({tr("Empty the trash of %1?").arg(m_session->name()), tr("Empty trash"), tr("Nothing that is in it can be restored any more. Its bytes return with the next collection, which starts at once."), tr("%1 return.").arg(sizeText(m_totals.heldBytes))},
        {{QStringLiteral("trash"), tr("%n deletions", nullptr, int(m_totals.total)), false, {}, m_totals.heldBytes,
            [session = m_session]() -> QCoro::Task<Result<Deletion>> {
                if (!session || !session->management() || !session->management()->upkeep())
                    co_return fail(ErrorCode::Unreachable, TrashPane::tr("The connection was closed meanwhile.").toStdString());
                const auto emptied = co_await session->management()->upkeep()->emptyTrash();
                co_return emptied.map([] { return Deletion{}; });
            }}},
        {}, this);
    connect(dialog, &DeleteDialog::deletedSome, this, &TrashPane::refresh);
    dialog->open();
}

void TrashPane::resizeEvent(QResizeEvent *event)
{
    ToolPane::resizeEvent(event);
    m_view->setColumnHidden(TrashModel::ByColumn, width() < 960);
    m_view->setColumnHidden(TrashModel::EndsColumn, width() < 760);
    m_view->setColumnHidden(TrashModel::TagsColumn, width() < 760);
    m_view->header()->setSectionResizeMode(TrashModel::FromColumn, width() < 760 ? QHeaderView::Stretch : QHeaderView::Interactive);
    if (width() >= 760)
        m_view->setColumnWidth(TrashModel::FromColumn, 190);
}

void TrashPane::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

} // namespace berth
