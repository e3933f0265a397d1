// SPDX-License-Identifier: Apache-2.0
#include "desktop/cleanup/CleanupTimeline.h"

#include <array>

#include <QHeaderView>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "client/roles/CleanupPolicies.h"
#include "client/roles/ProtectionPolicies.h"
#include "core/ErrorText.h"
#include "core/SizeText.h"
#include "desktop/cleanup/CronWords.h"
#include "desktop/cleanup/TimelineModel.h"
#include "desktop/cleanup/TimelineView.h"
#include "desktop/lists/RichList.h"
#include "desktop/lists/RowFilter.h"
#include "desktop/lists/TableView.h"
#include "desktop/parts/DateText.h"
#include "desktop/parts/FigureCard.h"
#include "desktop/parts/Parts.h"

namespace berth {

namespace {
constexpr std::array horizons{30, 90, 365};
constexpr int narrow = 860;
constexpr int cardWidth = 250;
} // namespace

CleanupTimeline::CleanupTimeline(QWidget *parent)
    : PolicyPage(parent)
    , m_days(new Segments({tr("30 days"), tr("90 days"), tr("365 days")}, tr("How far ahead"), this))
    , m_asTable(makeButton(tr("As table"), "flat", "columns", this))
    , m_note(makeLabel({}, TextRole::Caption, Shade::Text2, this))
    , m_banner(new Banner(this))
    , m_stack(new QStackedWidget(this))
    , m_view(new TimelineView(this))
    , m_table(new TableView(this))
    , m_model(new TimelineModel(this))
    , m_sides(new QBoxLayout(QBoxLayout::LeftToRight))
    , m_card(new Sheet(Sheet::Kind::Raised, this))
    , m_when(makeLabel({}, TextRole::BodyStrong, Shade::Text, this))
    , m_utc(makeLabel({}, TextRole::Caption, Shade::Text2, this))
    , m_sum(makeLabel({}, TextRole::Body, Shade::Danger, this))
    , m_going(new RichList(tr("What goes in this run"), this))
{
    auto *figures = new FigureRow(this);
    m_tonight = figures->addCard(tr("Goes in the next run"));
    m_month = figures->addCard(tr("Goes in 30 days"));
    m_horizon = figures->addCard(tr("Goes in these days"));
    m_stays = figures->addCard(tr("Stays"));
    m_days->setCurrent(1);
    m_asTable->setCheckable(true);
    auto *bar = new QHBoxLayout;
    bar->addWidget(m_days);
    m_note->setWordWrap(true);
    bar->addStretch(1);
    bar->addWidget(m_asTable);
    auto *rows = new RowFilter(this);
    rows->setSourceModel(m_model);
    m_table->setModel(rows);
    m_table->setRootIsDecorated(false);
    m_table->setAccessibleName(tr("Timeline as a table"));
    m_table->setMinimumHeight(220);
    m_table->header()->setStretchLastSection(false);
    m_table->header()->setSectionResizeMode(TimelineModel::ReasonColumn, QHeaderView::Stretch);
    const QFontMetrics metrics(m_table->font());
    m_table->setColumnWidth(TimelineModel::ArtifactColumn, 170);
    m_table->setColumnWidth(TimelineModel::ImageColumn, 130);
    m_table->setColumnWidth(TimelineModel::GoesColumn, dateWidth(metrics) + 20);
    m_table->setColumnWidth(TimelineModel::SizeColumn, metrics.horizontalAdvance(QStringLiteral("1,023.4 MB")) + 24);
    m_table->sortByColumn(TimelineModel::GoesColumn, Qt::AscendingOrder);
    auto *card = new QVBoxLayout(m_card);
    card->setContentsMargins(14, 10, 14, 10);
    card->setSpacing(4);
    m_when->setWordWrap(true);
    m_utc->setWordWrap(true);
    for (auto *label : {m_when, m_utc, m_sum})
        card->addWidget(label);
    card->addWidget(m_going, 1);
    m_going->setMinimumHeight(160);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_table);
    m_sides->setSpacing(14);
    m_sides->addWidget(m_stack, 1);
    m_sides->addWidget(m_card);
    m_banner->hide();
    auto *body = new QWidget(this);
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(16, 6, 14, 10);
    column->setSpacing(10);
    column->addWidget(m_banner);
    column->addWidget(figures);
    column->addLayout(bar);
    column->addWidget(m_note);
    column->addLayout(m_sides, 1);
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(body);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->viewport()->setAutoFillBackground(false);
    body->setAutoFillBackground(false);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scroll);
    connect(m_days, &Segments::currentChanged, this, &CleanupTimeline::draw);
    connect(m_asTable, &QPushButton::toggled, this, [this](bool on) { m_stack->setCurrentIndex(on ? 1 : 0); });
    connect(m_view, &TimelineView::chosenChanged, this, &CleanupTimeline::showChosen);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this, rows](const QModelIndex &index) {
        if (index.isValid())
            m_view->choose(m_model->rowAt(rows->mapToSource(index).row()).goes);
    });
    connect(m_banner, &Banner::actionTriggered, this, &CleanupTimeline::refresh);
    clear();
}

CleanupTimeline::~CleanupTimeline() = default;

void CleanupTimeline::clear()
{
    m_policies = {};
    m_preview.reset();
    m_banner->hide();
    draw();
}

void CleanupTimeline::load() { fetch(); }

QCoro::Task<> CleanupTimeline::fetch()
{
    const auto here = visit();
    const auto failed = [this](const Error &error) {
        m_banner->show(Banner::Kind::Danger, tr("The timeline could not be made"), errorText(error), tr("Read again"));
    };
    auto rulesTask = answer<CleanupPolicies>(here, [registry = registry()](CleanupPolicies &policies) { return policies.cleanupRules(registry); });
    const auto rules = co_await rulesTask;
    if (!rules)
        co_return;
    if (!*rules) {
        failed(rules->error());
        co_return;
    }
    auto cronTask = answer<CleanupPolicies>(here, [registry = registry()](CleanupPolicies &policies) { return policies.cleanupSchedule(registry); });
    const auto cron = co_await cronTask;
    if (!cron)
        co_return;
    auto protectionTask =
        answer<ProtectionPolicies>(here, [registry = registry()](ProtectionPolicies &policies) { return policies.protectionRules(registry); });
    const auto protection = co_await protectionTask;
    if (!protection)
        co_return;
    if (!*cron || !*protection) {
        failed(!*cron ? cron->error() : protection->error());
        co_return;
    }
    CleanupWish wish{registry(), **rules, **protection, {}, false};
    auto previewTask = answer<CleanupPreviews>(here, [wish](CleanupPreviews &previews) { return previews.previewCleanup(wish); });
    const auto preview = co_await previewTask;
    if (!preview)
        co_return;
    if (!*preview) {
        failed(preview->error());
        co_return;
    }
    m_banner->hide();
    m_policies = {wish.rules, wish.protection, **cron};
    m_preview = **preview;
    draw();
}

void CleanupTimeline::draw()
{
    const auto now = QDateTime::currentDateTimeUtc();
    const int days = horizons[std::size_t(qBound(0, m_days->current(), int(horizons.size()) - 1))];
    m_data = m_preview ? TimelineData::of(*m_preview, m_policies.rules, m_policies.protection, m_policies.cron, now, days) : TimelineData();
    m_model->reset(m_data.lanes);
    m_view->setData(m_data, now, days);
    if (!m_preview) {
        for (auto *card : {m_tonight, m_month, m_horizon, m_stays})
            card->setFigure(QStringLiteral("–"), {});
        m_note->clear();
        return;
    }
    const auto sizes = [](qint64 bytes) { return tr("%1 in all").arg(sizeText(bytes)); };
    const auto first = m_data.runs.isEmpty() ? TimelineData::Run() : m_data.runs.first();
    const auto next = cronwords::nextTimes(m_policies.cron, now, 1);
    const bool isNext = first.at.isValid() && (next.isEmpty() || first.at == next.first());
    m_tonight->setFigure(
        QString::number(isNext ? first.lanes.size() : 0), next.isEmpty() ? tr("there is no schedule") : tr("run %1").arg(dateText(next.first())));
    const auto month = now.addDays(30);
    m_month->setFigure(QString::number(m_data.goingBefore(month)), sizes(m_data.bytesBefore(month)));
    const auto end = now.addDays(days);
    m_horizon->setFigure(QString::number(m_data.goingBefore(end)), sizes(m_data.bytesBefore(end)));
    m_stays->setFigure(QString::number(m_data.lanes.size() - m_data.goingBefore(end)), tr("%n of them protected", nullptr, int(m_preview->sums.shielded)));
    QStringList notes{tr("If nothing is pushed or pulled until then.")};
    if (!m_data.hasSchedule)
        notes << tr("There is no schedule: drawn as if cleanup ran once a day.");
    if (!m_data.isWhole)
        notes << tr("Of the first %n artifacts.", nullptr, int(m_data.lanes.size()));
    m_note->setText(notes.join(QLatin1Char(' ')));
}

void CleanupTimeline::showChosen()
{
    const auto run = m_data.runs.value(m_view->chosen());
    m_card->setVisible(run.at.isValid());
    if (!run.at.isValid())
        return;
    const auto now = QDateTime::currentDateTimeUtc();
    m_when->setText(cronwords::timeWords(run.at.toLocalTime()) + QLatin1Char(' ') + run.at.toLocalTime().timeZoneAbbreviation());
    m_utc->setText(tr("%1 UTC, %2", "date, in 3 days").arg(cronwords::timeWords(run.at), cronwords::untilWords(run.at, now)));
    m_sum->setText(tr("%1, %2", "3 artifacts, 0.8 GB").arg(tr("%n artifacts", nullptr, int(run.lanes.size())), sizeText(run.bytes)));
    QList<RichRow> rows;
    for (const int place : run.lanes) {
        const auto &lane = m_data.lanes.at(place);
        RichRow row;
        row.key = lane.entry.image + QLatin1Char('\n') + lane.entry.digest;
        row.lead = RichRow::Lead::Glyph;
        row.glyph = "trash";
        row.tint = Tint::Danger;
        row.title = lane.entry.name();
        row.isMono = lane.entry.tags.isEmpty();
        row.second = lane.reason;
        row.right = lane.entry.image;
        rows << row;
    }
    m_going->setRows(rows);
}

void CleanupTimeline::resizeEvent(QResizeEvent *event)
{
    PolicyPage::resizeEvent(event);
    const bool isNarrow = width() < narrow;
    m_sides->setDirection(isNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_card->setMaximumWidth(isNarrow ? QWIDGETSIZE_MAX : cardWidth);
    m_card->setMinimumWidth(isNarrow ? 200 : cardWidth);
}

} // namespace berth
