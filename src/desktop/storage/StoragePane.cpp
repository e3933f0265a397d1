// SPDX-License-Identifier: Apache-2.0
#include "desktop/storage/StoragePane.h"

#include <algorithm>
#include <optional>

#include <QGridLayout>
#include <QLocale>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "client/roles/Storage.h"
#include "core/ErrorText.h"
#include "core/SizeText.h"
#include "desktop/lists/ItemRoles.h"
#include "desktop/lists/RowFilter.h"
#include "desktop/lists/TableView.h"
#include "desktop/parts/DateText.h"
#include "desktop/parts/FigureCard.h"
#include "desktop/parts/Parts.h"
#include "desktop/sessions/Session.h"
#include "desktop/sessions/SessionProblem.h"
#include "desktop/storage/StorageTable.h"
#include "desktop/storage/Treemap.h"

namespace berth {

namespace {

enum Which { Total, Unique, Shared };
constexpr int watchMs = 1000;
constexpr int mostPages = 20; ///< 2,000 images are looked at; the rest is in the figures.

/// What the images hold together, where nobody tells more.
StorageFigures sumOf(const QList<PlaceUse> &images)
{
    StorageFigures sum;
    for (const auto &image : images) {
        sum.uniqueBytes = sizeSum(sum.uniqueBytes, image.uniqueBytes);
        sum.sharedBytes = sizeSum(sum.sharedBytes, image.sharedBytes);
    }
    sum.totalBytes = sizeSum(sum.uniqueBytes, sum.sharedBytes);
    sum.counted = QDateTime::currentDateTimeUtc();
    return sum;
}

} // namespace

StoragePane::StoragePane(QWidget *parent)
    : ToolPane(parent)
    , m_pages(new QStackedWidget(this))
    , m_content(new QWidget(this))
    , m_state(new StatePage(this))
    , m_banner(new Banner(m_content))
    , m_cards(new FigureRow(m_content))
    , m_unique(m_cards->addCard(tr("Unique")))
    , m_shared(m_cards->addCard(tr("Shared")))
    , m_trashed(m_cards->addCard(tr("Trash")))
    , m_total(m_cards->addCard(tr("Total on disk")))
    , m_bar(new ActionBar(m_content))
    , m_which(new Segments({tr("Total"), tr("Unique"), tr("Shared")}, tr("What a block's size is"), m_content))
    , m_counted(makeLabel({}, TextRole::Body, Shade::Text2, m_content))
    , m_asTable(m_bar->addAction(tr("As table"), "columns"))
    , m_collect(m_bar->addAction(tr("Collect now"), "broom"))
    , m_verifyButton(m_bar->addAction(tr("Verify data"), "shield"))
    , m_trash(m_bar->addAction(tr("Trash"), "trash"))
    , m_work(makeLabel({}, TextRole::Body, Shade::Text2, m_content))
    , m_workBar(new StackBar(6, tr("Progress"), m_content))
    , m_views(new QStackedWidget(m_content))
    , m_treemap(new Treemap(m_content))
    , m_view(new TableView(m_content))
    , m_model(new StorageTable(this))
    , m_rows(new RowFilter(this))
{
    buildTable();
    layOut();
    connectParts();
    showWork();
}

void StoragePane::buildTable()
{
    m_rows->setSourceModel(m_model);
    m_view->setModel(m_rows);
    m_view->setRootIsDecorated(false);
    m_view->setAccessibleName(tr("Images and what they hold"));
    m_view->sortByColumn(StorageTable::TotalColumn, Qt::DescendingOrder);
    m_view->header()->setStretchLastSection(false);
    m_view->header()->setSectionResizeMode(StorageTable::ImageColumn, QHeaderView::Stretch);
    const int number = m_view->fontMetrics().horizontalAdvance(QStringLiteral("1,023.4 MB")) + 24;
    for (int column = StorageTable::UniqueColumn; column < StorageTable::OldestColumn; ++column)
        m_view->setColumnWidth(column, number);
    m_view->setColumnWidth(StorageTable::OldestColumn, dateWidth(m_view->fontMetrics()) + 20);
}

void StoragePane::layOut()
{
    m_views->addWidget(m_treemap);
    m_views->addWidget(m_view);
    m_asTable->setCheckable(true);
    m_bar->row().setContentsMargins(0, 0, 0, 0);
    m_bar->addLeft(m_which);
    m_bar->addCount(m_counted);
    auto *work = new QHBoxLayout;
    work->setSpacing(12);
    work->addWidget(m_work, 1);
    m_workBar->setMaximumWidth(220);
    work->addWidget(m_workBar);
    auto *body = new QHBoxLayout;
    body->setSpacing(18);
    body->addWidget(m_views, 1);
    body->addWidget(makeSide());
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(18, 6, 18, 14);
    column->setSpacing(10);
    column->addWidget(m_banner);
    column->addWidget(m_cards);
    column->addWidget(m_bar);
    column->addLayout(work);
    column->addLayout(body, 1);
    m_pages->addWidget(m_content);
    m_pages->addWidget(m_state);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_pages);
}

void StoragePane::connectParts()
{
    connect(m_which, &Segments::currentChanged, this, &StoragePane::showBlocks);
    connect(m_asTable, &QPushButton::toggled, this, [this](bool table) { m_views->setCurrentIndex(table ? 1 : 0); });
    connect(m_treemap, &Treemap::currentChanged, this, &StoragePane::showImage);
    connect(m_treemap, &Treemap::opened, this, [this](int) { m_open->click(); });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
        [this](const QModelIndex &index) { showImage(index.isValid() ? m_rows->mapToSource(index).row() : -1); });
    connect(m_view, &QAbstractItemView::activated, this, [this] { m_open->click(); });
    connect(m_collect, &QPushButton::clicked, this, [this] { begin(false); });
    connect(m_verifyButton, &QPushButton::clicked, this, [this] { begin(true); });
    connect(m_trash, &QPushButton::clicked, this, [this] {
        if (session())
            Q_EMIT placeRequested({session()->id(), {}, {}, tool::trash});
    });
    connect(m_state, &StatePage::primaryTriggered, this, &StoragePane::refresh);
    connect(m_banner, &Banner::actionTriggered, this, &StoragePane::refresh);
    m_watching.setInterval(watchMs);
    connect(&m_watching, &QTimer::timeout, this, [this] {
        if (isVisible())
            watch();
    });
}

QWidget *StoragePane::makeSide()
{
    m_side = new QWidget(m_content);
    // Wide enough for its longest line, a name with a date.
    m_side->setFixedWidth(
        qMax(qMax(230, fontMetrics().averageCharWidth() * 34), fontMetrics().horizontalAdvance(tr("Oldest push")) + dateWidth(fontMetrics()) + 24));
    m_name = makeLabel({}, TextRole::Heading, Shade::Text, m_side);
    m_registry = makeLabel({}, TextRole::Body, Shade::Text2, m_side);
    m_facts = new QGridLayout;
    m_facts->setVerticalSpacing(8);
    m_facts->setColumnStretch(0, 1);
    m_share = new StackBar(8, tr("Only here and shared"), m_side);
    m_forecast = makeLabel({}, TextRole::Caption, Shade::Text2, m_side);
    m_open = makeButton(tr("View artifacts"), "secondary", "artifact", m_side);
    for (QLabel *label : {m_name, m_registry, m_forecast})
        label->setWordWrap(true);
    auto *column = new QVBoxLayout(m_side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    column->addWidget(m_name);
    column->addWidget(m_registry);
    column->addLayout(m_facts);
    column->addWidget(m_share);
    column->addWidget(m_forecast);
    column->addWidget(m_open);
    column->addStretch();
    connect(m_open, &QPushButton::clicked, this, [this] {
        if (session() && m_shown >= 0 && m_shown < m_model->rows().size())
            Q_EMIT placeRequested({session()->id(), m_model->rows().at(m_shown).registry, m_model->rows().at(m_shown).image});
    });
    return m_side;
}

void StoragePane::sessionChanged(bool isOther)
{
    if (!isOther)
        return;
    m_model->reset({});
    m_figures = {};
    m_collection = {};
    m_verify = {};
    showFigures();
    showBlocks();
    showWork();
}

void StoragePane::rightsChanged() { showWork(); }

void StoragePane::refresh()
{
    m_banner->hide();
    m_pages->setCurrentWidget(m_content);
    load();
    watch();
}

QCoro::Task<> StoragePane::load()
{
    const auto place = question(m_asked);
    if (place.isOver())
        co_return;
    m_counted->setText(tr("Counting…"));
    auto answeredTask = answer<Storage>(place, [](Storage &storage) { return storage.storage(); });
    const auto answered = co_await answeredTask;
    if (!answered)
        co_return;
    const auto &figures = *answered;
    // The sums of the whole server are told only to those who see all of it; others get those of what they see.
    const bool seesAll = figures || figures.error().code != ErrorCode::Denied;
    Result<void> outcome = seesAll ? figures.map([](const StorageFigures &) {}) : Result<void>();
    QList<PlaceUse> images;
    QString cursor;
    for (int page = 0; outcome && page < mostPages && (page == 0 || !cursor.isEmpty()); ++page) {
        auto rowsTask = answer<Storage>(place, [cursor](Storage &storage) { return storage.imageUse(cursor); });
        const auto rows = co_await rowsTask;
        if (!rows)
            co_return;
        if (!*rows) {
            outcome = tl::unexpected(rows->error());
            break;
        }
        images += (*rows)->rows;
        cursor = (*rows)->next;
    }
    if (!outcome) {
        if (m_model->rows().isEmpty()) {
            m_state->show(problemOf(tr("The storage could not be counted"), outcome.error()));
            m_pages->setCurrentWidget(m_state);
        } else {
            m_banner->show(Banner::Kind::Danger, tr("The storage could not be counted again"), errorText(outcome.error()), tr("Retry"));
        }
        co_return;
    }
    m_seesAll = seesAll;
    m_figures = figures ? *figures : sumOf(images);
    // Its row may be another one now.
    const auto kept = m_shown >= 0 && m_shown < m_model->rows().size() ? std::optional(m_model->rows().at(m_shown)) : std::nullopt;
    m_model->reset(images);
    showFigures();
    showBlocks();
    if (!kept)
        co_return;
    const auto same = std::ranges::find_if(images, [&](const PlaceUse &image) { return image.registry == kept->registry && image.image == kept->image; });
    m_treemap->setCurrentId(same == images.end() ? -1 : int(same - images.begin()));
    showImage(m_treemap->currentId());
}

void StoragePane::showFigures()
{
    m_unique->setFigure(sizeText(m_figures.uniqueBytes), tr("used by one image only"));
    m_shared->setFigure(sizeText(m_figures.sharedBytes),
        m_figures.savedBytes > 0 ? tr("stored once, saves %1").arg(sizeText(m_figures.savedBytes)) : tr("used by several images, stored once"));
    if (!m_seesAll)
        m_trashed->setFigure(tr("Unknown"), tr("this key sees some registries only"));
    else
        m_trashed->setFigure(sizeText(m_figures.trashBytes), m_figures.trashBytes > 0 ? tr("can still be restored") : tr("nothing held"));
    m_total->setFigure(sizeText(m_figures.totalBytes), m_figures.freeBytes < 0 ? QString() : tr("%1 free on this disk").arg(sizeText(m_figures.freeBytes)));
    m_bar->setCount(m_figures.counted.isValid() ? tr("Counted %1").arg(dateText(m_figures.counted)) : QString());
}

void StoragePane::showBlocks()
{
    const int which = m_which->current();
    QList<Treemap::Group> groups;
    QHash<QString, qsizetype> at;
    const auto &rows = m_model->rows();
    for (int row = 0; row < rows.size(); ++row) {
        const auto &image = rows.at(row);
        if (!at.contains(image.registry)) {
            at.insert(image.registry, groups.size());
            groups << Treemap::Group{image.registry, which == Shared ? Treemap::Fill::Hatched : Treemap::Fill::Hue, int(groups.size()), {}};
        }
        const qint64 bytes = which == Total ? image.totalBytes() : which == Unique ? image.uniqueBytes : image.sharedBytes;
        groups[at.value(image.registry)].blocks << Treemap::Block{image.image, bytes, row};
    }
    if (which == Total && m_figures.trashBytes > 0)
        groups << Treemap::Group{tr("Trash"), Treemap::Fill::Outlined, 0, {{tr("can still be restored"), m_figures.trashBytes, -1}}};
    if (which == Total && m_figures.unusedBytes > 0)
        groups << Treemap::Group{tr("Unused"), Treemap::Fill::Outlined, 0, {{tr("goes with the next collection"), m_figures.unusedBytes, -1}}};
    m_treemap->setGroups(groups);
    showImage(m_treemap->currentId());
}

void StoragePane::showImage(int row)
{
    m_shown = row;
    const bool any = row >= 0 && row < m_model->rows().size();
    for (QWidget *widget :
        {static_cast<QWidget *>(m_registry), static_cast<QWidget *>(m_share), static_cast<QWidget *>(m_forecast), static_cast<QWidget *>(m_open)})
        widget->setVisible(any);
    while (auto *item = m_facts->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    if (!any) {
        m_name->setText(m_model->rows().isEmpty() ? tr("No images yet") : tr("Select an image"));
        return;
    }
    const auto image = m_model->rows().at(row);
    m_name->setText(image.image);
    m_registry->setText(image.registry);
    int line = 0;
    const auto fact = [&](const QString &name, const QString &value, TextRole role = TextRole::Body) {
        m_facts->addWidget(makeLabel(name, TextRole::Body, Shade::Text3, m_side), line, 0);
        m_facts->addWidget(makeLabel(value, role, Shade::Text, m_side), line++, 1, Qt::AlignRight);
    };
    fact(tr("Unique"), sizeText(image.uniqueBytes));
    fact(tr("Shared"), sizeText(image.sharedBytes));
    fact(tr("Total"), sizeText(image.totalBytes()), TextRole::BodyStrong);
    fact(tr("Artifacts"), QLocale().toString(image.artifactCount));
    fact(tr("Tags"), QLocale().toString(image.tagCount));
    fact(tr("Never pulled"), QLocale().toString(image.neverPulled));
    fact(tr("Oldest push"), dateText(image.oldestPush));
    const double all = double(image.totalBytes());
    m_share->setParts(
        {{all > 0 ? double(image.uniqueBytes) / all : 0, StackBar::Fill::Accent}, {all > 0 ? double(image.sharedBytes) / all : 0, StackBar::Fill::Hatched}});
    m_forecast->setText(image.sharedBytes > 0
            ? tr("Deleting the image returns %1. The %2 stay: other images use them.").arg(sizeText(image.uniqueBytes), sizeText(image.sharedBytes))
            : tr("Deleting the image returns %1.").arg(sizeText(image.uniqueBytes)));
}

QCoro::Task<> StoragePane::watch()
{
    const auto place = visit();
    auto collectionTask = answer<Storage>(place, [](Storage &storage) { return storage.collection(); });
    const auto collection = co_await collectionTask;
    if (!collection)
        co_return;
    auto verifyTask = answer<Storage>(place, [](Storage &storage) { return storage.verifying(); });
    const auto verify = co_await verifyTask;
    if (!verify)
        co_return;
    const bool wasCollecting = m_collection.state == QLatin1String("running");
    if (*collection)
        m_collection = **collection;
    if (*verify)
        m_verify = **verify;
    showWork();
    if (wasCollecting && m_collection.state == QLatin1String("idle"))
        load(); // the bytes are back
}

/// Starts collecting or verifying, or stops what is under way.
QCoro::Task<> StoragePane::begin(bool verifies)
{
    const auto place = visit();
    Result<void> outcome;
    if (verifies) {
        auto doneTask = answer<Storage>(place, [stops = m_verify.isRunning](Storage &storage) { return stops ? storage.stopVerifying() : storage.verify(); });
        const auto done = co_await doneTask;
        if (!done)
            co_return;
        outcome = done->map([](const VerifyState &) {});
    } else {
        const bool pauses = m_collection.state == QLatin1String("running");
        auto doneTask = answer<Storage>(place, [pauses](Storage &storage) { return pauses ? storage.pauseCollection() : storage.collect(); });
        const auto done = co_await doneTask;
        if (!done)
            co_return;
        outcome = done->map([](const CollectionState &) {});
        if (outcome && !pauses)
            m_collection.state = QStringLiteral("running"); // so that its end is noticed however short it is
    }
    if (!outcome)
        m_banner->show(
            Banner::Kind::Danger, verifies ? tr("Verifying could not be started") : tr("Collecting could not be started"), errorText(outcome.error()));
    watch();
}

void StoragePane::showWork()
{
    const bool collecting = m_collection.state == QLatin1String("running") || m_collection.state == QLatin1String("waiting");
    m_bar->setWords(m_collect,
        collecting                                          ? tr("Pause")
            : m_collection.state == QLatin1String("paused") ? tr("Go on")
                                                            : tr("Collect now"),
        collecting ? "pause" : "broom");
    m_bar->setWords(m_verifyButton, m_verify.isRunning ? tr("Stop verifying") : tr("Verify data"), m_verify.isRunning ? "stop" : "shield");
    const QString refused = session() ? session()->refusal(Deed::Administer) : QString();
    m_bar->setReason(m_collect, refused);
    m_bar->setReason(m_verifyButton, refused);
    double share = -1;
    if (collecting || m_collection.state == QLatin1String("paused")) {
        m_work->setText(
            tr("Collecting: %1 of %2 are back").arg(sizeText(m_collection.removedBytes), sizeText(qMax(m_collection.wantedBytes, m_collection.removedBytes))));
        share = m_collection.wantedBytes > 0 ? double(m_collection.removedBytes) / double(m_collection.wantedBytes) : 0;
    } else if (m_verify.isRunning) {
        m_work->setText(tr("Verifying: %1 of %2 read").arg(sizeText(m_verify.readBytes), sizeText(m_verify.totalBytes)));
        share = m_verify.totalBytes > 0 ? double(m_verify.readBytes) / double(m_verify.totalBytes) : 0;
    } else if (!m_verify.damaged.isEmpty()) {
        QStringList hurt;
        for (const auto &damage : m_verify.damaged)
            hurt += damage.images;
        hurt.removeDuplicates();
        m_work->setText(tr("%n damaged layers were put aside. Push these images again to heal them: %1", nullptr, int(m_verify.damaged.size()))
                            .arg(QLocale().createSeparatedList(hurt.mid(0, 5))));
    } else {
        QStringList sentences;
        if (m_collection.unusedBytes > 0)
            sentences << tr("%1 are in nobody's use and come back with the next collection.").arg(sizeText(m_collection.unusedBytes));
        else if (m_collection.waitingBytes > 0)
            sentences << tr("%1 are in nobody's use, but were pushed a short while ago; they come back from %2 on.")
                             .arg(sizeText(m_collection.waitingBytes), dateText(m_collection.waitingUntil));
        else
            sentences << tr("Everything here is in use.");
        if (m_verify.finished.isValid())
            sentences << tr("Verified %1: all whole.").arg(dateText(m_verify.finished));
        m_work->setText(sentences.join(QLatin1Char(' ')));
    }
    m_work->setWordWrap(true);
    m_workBar->setVisible(share >= 0);
    m_workBar->setParts({{qBound(0.0, share, 1.0), StackBar::Fill::Accent}});
    if (collecting || m_verify.isRunning)
        m_watching.start();
    else
        m_watching.stop();
}

void StoragePane::resizeEvent(QResizeEvent *event)
{
    ToolPane::resizeEvent(event);
    // Where it is small the image's facts go.
    m_side->setVisible(width() >= 640 && height() >= 480);
}

} // namespace berth
