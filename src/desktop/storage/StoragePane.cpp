// SPDX-License-Identifier: Apache-2.0
#include "desktop/storage/StoragePane.h"

#include <algorithm>
#include <optional>

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
#include "desktop/storage/ImageUseCard.h"
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
    , m_image(new ImageUseCard(m_content))
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
    body->addWidget(m_image);
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
    connect(m_treemap, &Treemap::opened, this, [this](int) { openShown(); });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
        [this](const QModelIndex &index) { showImage(index.isValid() ? m_rows->mapToSource(index).row() : -1); });
    connect(m_view, &QAbstractItemView::activated, this, [this] { openShown(); });
    connect(m_image, &ImageUseCard::opened, this, &StoragePane::openShown);
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

void StoragePane::sessionChanged(bool isOther)
{
    if (!isOther)
        return;
    m_model->reset({});
    m_figures = {};
    m_now = {};
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
    if (row >= 0 && row < m_model->rows().size())
        m_image->show(m_model->rows().at(row));
    else
        m_image->showNone(m_model->rows().isEmpty() ? tr("No images yet") : tr("Select an image"));
}

void StoragePane::openShown()
{
    if (session() && m_shown >= 0 && m_shown < m_model->rows().size())
        Q_EMIT placeRequested({session()->id(), m_model->rows().at(m_shown).registry, m_model->rows().at(m_shown).image});
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
    const bool wasCollecting = m_now.collection.state == QLatin1String("running");
    if (*collection)
        m_now.collection = **collection;
    if (*verify)
        m_now.verify = **verify;
    showWork();
    if (wasCollecting && m_now.collection.state == QLatin1String("idle"))
        load(); // the bytes are back
}

/// Starts collecting or verifying, or stops what is under way.
QCoro::Task<> StoragePane::begin(bool verifies)
{
    const auto place = visit();
    Result<void> outcome;
    if (verifies) {
        auto doneTask =
            answer<Storage>(place, [stops = m_now.verify.isRunning](Storage &storage) { return stops ? storage.stopVerifying() : storage.verify(); });
        const auto done = co_await doneTask;
        if (!done)
            co_return;
        outcome = done->map([](const VerifyState &) {});
    } else {
        const bool pauses = m_now.collection.state == QLatin1String("running");
        auto doneTask = answer<Storage>(place, [pauses](Storage &storage) { return pauses ? storage.pauseCollection() : storage.collect(); });
        const auto done = co_await doneTask;
        if (!done)
            co_return;
        outcome = done->map([](const CollectionState &) {});
        if (outcome && !pauses)
            m_now.collection.state = QStringLiteral("running"); // so that its end is noticed however short it is
    }
    if (!outcome)
        m_banner->show(
            Banner::Kind::Danger, verifies ? tr("Verifying could not be started") : tr("Collecting could not be started"), errorText(outcome.error()));
    watch();
}

void StoragePane::showWork()
{
    const bool collecting = m_now.isCollecting();
    const bool verifying = m_now.verify.isRunning;
    m_bar->setWords(m_collect, collecting ? tr("Pause") : m_now.isPaused() ? tr("Go on") : tr("Collect now"), collecting ? "pause" : "broom");
    m_bar->setWords(m_verifyButton, verifying ? tr("Stop verifying") : tr("Verify data"), verifying ? "stop" : "shield");
    const QString refused = session() ? session()->refusal(Deed::Administer) : QString();
    m_bar->setReason(m_collect, refused);
    m_bar->setReason(m_verifyButton, refused);
    m_work->setText(m_now.text());
    m_work->setWordWrap(true);
    m_workBar->setVisible(m_now.share() >= 0);
    m_workBar->setParts({{qBound(0.0, m_now.share(), 1.0), StackBar::Fill::Accent}});
    if (m_now.isUnderWay())
        m_watching.start();
    else
        m_watching.stop();
}

void StoragePane::resizeEvent(QResizeEvent *event)
{
    ToolPane::resizeEvent(event);
    // Where it is small the image's facts go.
    m_image->setVisible(width() >= 640 && height() >= 480);
}

} // namespace berth
