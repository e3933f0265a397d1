// SPDX-License-Identifier: Apache-2.0
#include "desktop/trash/TrashPane.h"

#include "client/roles/Trash.h"
#include "core/ErrorText.h"
#include "core/SizeSum.h"
#include "core/SizeText.h"
#include "desktop/lists/TableView.h"
#include "desktop/panes/DeleteDialog.h"
#include "desktop/parts/DateText.h"
#include "desktop/parts/Parts.h"
#include "desktop/sessions/Session.h"
#include "desktop/trash/TrashDetails.h"

namespace berth {

TrashPane::TrashPane(QWidget *parent)
    : ListTool(tr("Deletions"), parent)
    , m_count(makeLabel({}, TextRole::Body, Shade::Text2, this))
    , m_restore(bar().addAction(tr("Restore"), "undo", "tonal"))
    , m_end(bar().addAction(tr("Delete for good…"), "x"))
    , m_empty(bar().addAction(tr("Empty trash…"), "trash"))
    , m_storage(bar().addAction(tr("Storage"), "treemap"))
    , m_model(new TrashModel(this))
    , m_details(new TrashDetails(this))
    , m_loader(this,
          {[this](QList<TrashEntry> rows) {
               const QString kept = selectedKey();
               m_model->reset(std::move(rows));
               select(kept);
           },
              [this](const QList<TrashEntry> &rows) { m_model->append(rows); },
              [this](const Error &error) { showFailure(tr("The trash could not be read"), error); }, [this](bool) { settled(); }})
{
    bar().addCount(m_count);
    assemble(m_model, m_details);
    view().sortByColumn(TrashModel::DeletedColumn, Qt::DescendingOrder);
    view().header()->setSectionResizeMode(TrashModel::TagsColumn, QHeaderView::Stretch);
    const QFontMetrics metrics(view().font());
    const int date = dateWidth(metrics) + 20;
    const QList<std::pair<int, int>> widths{{TrashModel::DeletedColumn, date + 34},
        {TrashModel::WhatColumn, metrics.horizontalAdvance(tr("%n artifacts", nullptr, 100)) + 60}, {TrashModel::FromColumn, 190}, {TrashModel::ByColumn, 120},
        {TrashModel::ReturnsColumn, metrics.horizontalAdvance(QStringLiteral("1,023.4 MB")) + 24}, {TrashModel::EndsColumn, date}};
    for (const auto &[column, width] : widths)
        view().setColumnWidth(column, width);
    connect(m_restore, &QPushButton::clicked, this, [this] { restore(selected(), {}); });
    connect(m_details, &TrashDetails::restoreRequested, this, [this](const QStringList &artifacts) { restore(selected(), artifacts); });
    connect(m_details, &TrashDetails::changed, this, &TrashPane::updateActions);
    connect(m_end, &QPushButton::clicked, this, &TrashPane::endSelection);
    connect(m_empty, &QPushButton::clicked, this, &TrashPane::askToEmpty);
    connect(m_storage, &QPushButton::clicked, this, [this] {
        if (session())
            Q_EMIT placeRequested({session()->id(), {}, {}, tool::storage});
    });
    updateActions();
}

TrashPane::~TrashPane() { m_loader.stop(); }

void TrashPane::sessionChanged(bool isOther)
{
    if (!isOther)
        return;
    m_model->reset({});
    m_totals = {};
    clearFilter();
}

void TrashPane::rightsChanged() { updateActions(); }

QCoro::Task<Result<RowPage<TrashEntry>>> TrashPane::fetch(QString cursor)
{
    auto listTask = answer<Trash>(visit(), [cursor](Trash &trash) { return trash.listTrash(cursor); });
    const auto list = co_await listTask;
    if (!list)
        co_return fail(ErrorCode::Cancelled, "Cancelled");
    if (!*list)
        co_return tl::unexpected(list->error());
    m_totals = **list;
    co_return static_cast<const RowPage<TrashEntry> &>(**list);
}

void TrashPane::refresh()
{
    begin();
    m_shown = 0;
    m_loader.start([this](const QString &cursor) { return fetch(cursor); }, m_model->rowCount());
}

void TrashPane::settled()
{
    const QString held = m_totals.heldBytes > 0 ? tr("%1 held").arg(sizeText(m_totals.heldBytes)) : tr("nothing held");
    const QString kept = tr("emptied after %n days", nullptr, int(m_totals.keepDays));
    bar().setCount(tr("%1, %2, %3", "5 deletions, 2.9 GB held, emptied after 7 days").arg(tr("%n deletions", nullptr, int(m_totals.total)), held, kept));
    showRows({"trash", Tint::Text3, tr("The trash is empty"),
        tr("What is deleted here stays for %n days and can be restored as it was.", nullptr, int(m_totals.keepDays)), {}, {}, {}});
}

QList<TrashEntry> TrashPane::selected() const
{
    QList<TrashEntry> entries;
    for (const int row : selectedRows())
        entries << m_model->rowAt(row);
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
    m_details->clear(tr("Loading…")); // names and pieces of another deletion are no answer for this one
    auto contentsTask = answer<Trash>(question(m_asked), [id](Trash &trash) { return trash.trashContents(id); });
    const auto contents = co_await contentsTask;
    if (!contents || m_shown != id)
        co_return;
    if (*contents)
        m_details->showContents(**contents);
    else
        m_details->clear(errorText(contents->error()));
}

void TrashPane::updateActions()
{
    const auto entries = selected();
    const QString first = tr("Select a deletion first");
    bar().setReason(m_restore, entries.isEmpty() ? first : entries.size() == 1 ? m_details->reasonAgainst() : QString());
    bar().setReason(m_end, entries.isEmpty() ? first : QString());
    bar().setReason(m_empty, m_model->rowCount() == 0 ? tr("The trash is empty") : session() ? session()->refusal(Deed::Administer) : QString());
}

QCoro::Task<> TrashPane::restore(QList<TrashEntry> entries, QStringList artifacts)
{
    const auto place = visit();
    const auto names = entries.size() == 1 ? m_details->tagNames() : QMap<QString, QString>();
    QString back;
    QString reason;
    int restored = 0;
    for (const auto &entry : std::as_const(entries)) {
        auto doneTask = answer<Trash>(place, [id = entry.id, artifacts, names](Trash &trash) { return trash.restore(id, artifacts, names); });
        const auto done = co_await doneTask;
        if (!done)
            co_return;
        restored += done->has_value();
        if (*done)
            back = entry.path();
        else
            reason = entry.path() + QStringLiteral(": ") + errorText(done->error());
    }
    refresh();
    if (restored > 0)
        Q_EMIT contentChanged();
    if (!reason.isEmpty())
        banner().show(Banner::Kind::Danger, tr("%n could not be restored", nullptr, int(entries.size()) - restored), reason);
    else
        banner().show(Banner::Kind::Ok, {}, restored == 1 ? tr("Restored to %1.").arg(back) : tr("%n deletions were restored.", nullptr, restored));
}

void TrashPane::endSelection()
{
    const auto entries = selected();
    if (entries.isEmpty() || !session())
        return;
    QList<DeleteDialog::Item> items;
    for (const auto &entry : entries) {
        items << DeleteDialog::Item{QStringLiteral("trash"), TrashModel::what(entry) + QStringLiteral(" · ") + entry.path(), false, entry.tags,
            entry.returnsBytes, [session = session(), id = entry.id]() -> QCoro::Task<Result<Deletion>> {
                auto endedTask = ask<Trash>(session, [id](Trash &trash) { return trash.endDeletion(id); });
                const auto ended = co_await endedTask;
                co_return ended.map([] { return Deletion{}; });
            }};
    }
    const int count = int(entries.size());
    qint64 bytes = 0;
    for (const auto &entry : entries)
        bytes = sizeSum(bytes, entry.returnsBytes);
    auto *dialog = new DeleteDialog(
        {tr("Delete %n deletions for good?", nullptr, count), tr("Delete for good"),
            tr("They cannot be restored any more. Their bytes return with the next collection, which starts at once."), tr("%1 return.").arg(sizeText(bytes))},
        items, {}, this);
    connect(dialog, &DeleteDialog::deletedSome, this, &TrashPane::refresh);
    dialog->open();
}

void TrashPane::askToEmpty()
{
    if (!session())
        return;
    auto *dialog = new DeleteDialog({tr("Empty the trash of %1?").arg(session()->name()), tr("Empty trash"),
                                        tr("Nothing that is in it can be restored any more. Its bytes return with the next collection, which starts at once."),
                                        tr("%1 return.").arg(sizeText(m_totals.heldBytes))},
        {{QStringLiteral("trash"), tr("%n deletions", nullptr, int(m_totals.total)), false, {}, m_totals.heldBytes,
            [session = session()]() -> QCoro::Task<Result<Deletion>> {
                auto emptiedTask = ask<Trash>(session, [](Trash &trash) { return trash.emptyTrash(); });
                const auto emptied = co_await emptiedTask;
                co_return emptied.map([] { return Deletion{}; });
            }}},
        {}, this);
    connect(dialog, &DeleteDialog::deletedSome, this, &TrashPane::refresh);
    dialog->open();
}

void TrashPane::resizeEvent(QResizeEvent *event)
{
    ToolPane::resizeEvent(event);
    view().setColumnHidden(TrashModel::ByColumn, width() < 960);
    view().setColumnHidden(TrashModel::EndsColumn, width() < 760);
    view().setColumnHidden(TrashModel::TagsColumn, width() < 760);
    view().header()->setSectionResizeMode(TrashModel::FromColumn, width() < 760 ? QHeaderView::Stretch : QHeaderView::Interactive);
    if (width() >= 760)
        view().setColumnWidth(TrashModel::FromColumn, 190);
}

} // namespace berth
