// SPDX-License-Identifier: Apache-2.0
#include "desktop/cleanup/CleanupHistory.h"

#include <algorithm>

#include <QHeaderView>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

#include "client/roles/CleanupPolicies.h"
#include "core/ErrorText.h"
#include "desktop/cleanup/RunModel.h"
#include "desktop/cleanup/RunView.h"
#include "desktop/lists/TableView.h"
#include "desktop/parts/DateText.h"
#include "desktop/parts/Parts.h"

namespace berth {

namespace {
constexpr int watchMs = 1'000;
constexpr int narrow = 860;
} // namespace

CleanupHistory::CleanupHistory(QWidget *parent)
    : PolicyPage(parent)
    , m_split(new QSplitter(Qt::Horizontal, this))
    , m_left(new QStackedWidget(this))
    , m_banner(new Banner(this))
    , m_table(new TableView(this))
    , m_state(new StatePage(this, StatePage::Kind::Empty))
    , m_model(new RunModel(this))
    , m_run(new RunView(this))
    , m_watch(new QTimer(this))
    , m_loader(this,
          {[this](QList<CleanupRun> runs) { showRuns(std::move(runs)); }, [this](const QList<CleanupRun> &runs) { m_model->append(runs); },
              [this](const Error &error) {
                  m_table->setLoading(false);
                  m_banner->show(Banner::Kind::Danger, tr("The history could not be read"), errorText(error), tr("Read again"));
              },
              [](bool) {}})
{
    m_table->setAccessibleName(tr("Runs"));
    m_table->setModel(m_model);
    m_table->setRootIsDecorated(false);
    m_table->setSortingEnabled(false);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    auto *header = m_table->header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(RunModel::RunColumn, QHeaderView::Stretch);
    const QFontMetrics metrics(m_table->font());
    const auto setWidth = [&](RunModel::Column column, const QString &longest) {
        const int heading = metrics.horizontalAdvance(m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        m_table->setColumnWidth(column, qMax(heading, metrics.horizontalAdvance(longest)) + 22);
    };
    setWidth(RunModel::ByColumn, QStringLiteral("administrator"));
    setWidth(RunModel::SeenColumn, QStringLiteral("100,000"));
    setWidth(RunModel::DeletedColumn, QStringLiteral("(100,000)"));
    setWidth(RunModel::FreedColumn, QStringLiteral("(999.9 MB)"));
    auto *left = new QWidget(this);
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    m_banner->hide();
    column->addWidget(m_banner);
    column->addWidget(m_left, 1);
    m_left->addWidget(m_table);
    m_left->addWidget(m_state);
    m_split->addWidget(left);
    m_split->addWidget(m_run);
    m_split->setChildrenCollapsible(false);
    m_split->setHandleWidth(1);
    m_split->setSizes({540, 480});
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_split);
    m_watch->setInterval(watchMs);
    m_watch->setSingleShot(true);
    connect(m_watch, &QTimer::timeout, this, &CleanupHistory::refresh);
    connect(m_banner, &Banner::actionTriggered, this, &CleanupHistory::refresh);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &CleanupHistory::showSelected);
    connect(m_table, &QTreeView::activated, this, [this] {
        m_isOpened = true;
        fit();
    });
    connect(m_table, &QTreeView::clicked, this, [this] {
        m_isOpened = true;
        fit();
    });
    connect(m_run, &RunView::backRequested, this, [this] {
        m_isOpened = false;
        fit();
        m_table->setFocus();
    });
    connect(m_run, &RunView::changed, this, &CleanupHistory::refresh);
    connect(m_run, &RunView::contentChanged, this, &CleanupHistory::contentChanged);
    connect(m_table->verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        const auto *scroll = m_table->verticalScrollBar();
        if (value > scroll->maximum() - scroll->pageStep())
            m_loader.more();
    });
    clear();
}

CleanupHistory::~CleanupHistory() { m_loader.stop(); }

void CleanupHistory::setSubject(const Subject &subject)
{
    PolicyPage::setSubject(subject);
    m_run->setRegistry(session(), registry());
}

void CleanupHistory::clear()
{
    m_loader.stop();
    m_watch->stop();
    m_banner->hide();
    m_model->reset({});
    m_left->setCurrentWidget(m_table);
    m_takesNewest = false;
    m_wasRunning = false;
    m_isOpened = false;
    m_run->setRun(nullptr);
    fit();
}

void CleanupHistory::load()
{
    m_banner->hide();
    m_table->setLoading(m_model->rowCount() == 0);
    m_loader.start(
        [session = session(), registry = registry()](const QString &cursor) {
            auto *policies = session ? session->as<CleanupPolicies>() : nullptr;
            return policies ? policies->cleanupRuns(registry, cursor) : cancelledPage<CleanupRun>();
        },
        m_model->rowCount());
}

void CleanupHistory::reconnected() { m_run->setRun(nullptr); }

void CleanupHistory::rightsChanged() { m_run->updateActions(); }

void CleanupHistory::watchNewest()
{
    m_takesNewest = true;
    m_isOpened = true;
    refresh();
}

void CleanupHistory::showRuns(QList<CleanupRun> runs)
{
    m_table->setLoading(false);
    const auto index = m_table->currentIndex();
    const qint64 front = index.isValid() ? m_model->rowAt(index.row()).id : 0;
    const int scroll = m_table->verticalScrollBar()->value();
    const bool isRunning = std::ranges::any_of(runs, [](const auto &run) { return !run.isOver() || run.restoring > 0; });
    {
        const QSignalBlocker quiet(m_table->selectionModel());
        m_model->reset(std::move(runs));
    }
    int row = 0;
    if (!std::exchange(m_takesNewest, false)) {
        const auto at = std::ranges::find(m_model->rows(), front, &CleanupRun::id);
        row = at == m_model->rows().end() ? 0 : int(at - m_model->rows().begin());
    }
    {
        const QSignalBlocker quiet(m_table->selectionModel());
        m_table->setCurrentIndex(m_model->rowCount() > 0 ? m_model->index(row, 0) : QModelIndex());
    }
    m_table->viewport()->update();
    m_table->verticalScrollBar()->setValue(scroll);
    showSelected();
    m_left->setCurrentWidget(m_model->rowCount() == 0 ? static_cast<QWidget *>(m_state) : m_table);
    m_state->show({"history", Tint::Text3, tr("No run yet"), tr("A test run says what would go, without deleting anything."), {}, {}, {}});
    if (isRunning)
        m_watch->start();
    if (m_wasRunning && !isRunning)
        Q_EMIT contentChanged();
    m_wasRunning = isRunning;
    fit();
}

void CleanupHistory::showSelected()
{
    const auto index = m_table->currentIndex();
    m_run->setRun(index.isValid() && index.row() < m_model->rows().size() ? &m_model->rowAt(index.row()) : nullptr);
}

void CleanupHistory::resizeEvent(QResizeEvent *event)
{
    PolicyPage::resizeEvent(event);
    fit();
}

void CleanupHistory::fit()
{
    const bool isNarrow = width() < narrow;
    const bool hasRuns = m_model->rowCount() > 0;
    m_split->widget(0)->setVisible(!isNarrow || !m_isOpened || !hasRuns);
    m_run->setVisible(hasRuns && (!isNarrow || m_isOpened));
    m_run->setHasBack(isNarrow);
}

} // namespace berth
