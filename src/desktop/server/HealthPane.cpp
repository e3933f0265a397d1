// SPDX-License-Identifier: Apache-2.0
#include "desktop/server/HealthPane.h"

#include <QHeaderView>
#include <QScrollArea>
#include <QStackedWidget>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include "client/roles/HealthReport.h"
#include "client/roles/Storage.h"
#include "core/ErrorText.h"
#include "core/SizeText.h"
#include "desktop/lists/ItemRoles.h"
#include "desktop/lists/TableView.h"
#include "desktop/parts/DateText.h"
#include "desktop/parts/FigureCard.h"
#include "desktop/parts/Parts.h"
#include "desktop/sessions/Session.h"
#include "desktop/sessions/SessionProblem.h"

namespace berth {

namespace {

/// What a problem is called and what helps; the server's own sentence says more.
struct Advice {
    QString title;
    QString button; ///< Empty: none.
    QString tool = {};
};

Advice adviceFor(const QString &kind)
{
    if (kind == QLatin1String("disk"))
        return {HealthPane::tr("The disk is nearly full: pushes are refused, pulls go on"), HealthPane::tr("Storage"), tool::storage};
    if (kind == QLatin1String("clock"))
        return {HealthPane::tr("The clock of this server jumped: nothing is destroyed until it is confirmed"), HealthPane::tr("The time is right"), {}};
    if (kind == QLatin1String("connections"))
        return {HealthPane::tr("All connections of this server are in use"), {}, {}};
    if (kind == QLatin1String("database"))
        return {HealthPane::tr("The registry runs on an older copy of its database"), {}, {}};
    if (kind == QLatin1String("collection"))
        return {HealthPane::tr("Unused space could not be freed"), HealthPane::tr("Storage"), tool::storage};
    if (kind == QLatin1String("trash") || kind == QLatin1String("expiry"))
        return {HealthPane::tr("The trash could not be emptied"), {}, {}};
    if (kind == QLatin1String("copy"))
        return {HealthPane::tr("The daily copy of the database could not be made"), {}, {}};
    if (kind == QLatin1String("scrub"))
        return {HealthPane::tr("Verifying broke off"), HealthPane::tr("Storage"), tool::storage};
    return {HealthPane::tr("Something is wrong on this server"), {}, {}};
}

} // namespace

HealthPane::HealthPane(QWidget *parent)
    : ToolPane(parent)
    , m_pages(new QStackedWidget(this))
    , m_content(new QWidget(this))
    , m_state(new StatePage(this))
    , m_banner(new Banner(m_content))
    , m_bar(new ActionBar(m_content))
    , m_seen(makeLabel({}, TextRole::Body, Shade::Text2, m_content))
    , m_problems(new QVBoxLayout)
    , m_damagedTitle(makeLabel({}, TextRole::BodyStrong, Shade::Text, m_content))
    , m_view(new TableView(m_content))
    , m_damaged(new QStandardItemModel(0, 2, this))
{
    auto *figures = new FigureRow(m_content);
    m_well = figures->addCard(tr("State"));
    m_free = figures->addCard(tr("Disk"));
    m_verified = figures->addCard(tr("Verified"));
    m_since = figures->addCard(tr("Running"));
    m_bar->row().setContentsMargins(0, 0, 0, 0);
    m_bar->addCount(m_seen);
    auto *storage = m_bar->addAction(tr("Storage"), "treemap");
    auto *settings = m_bar->addAction(tr("Server settings"), "gear");
    m_problems->setSpacing(6);
    m_damaged->setHorizontalHeaderLabels({tr("Damaged content"), tr("Images that it hurts")});
    m_view->setModel(m_damaged);
    m_view->setRootIsDecorated(false);
    m_view->setSortingEnabled(false);
    m_view->setAccessibleName(tr("Damaged content"));
    m_view->header()->setStretchLastSection(true);
    m_view->setColumnWidth(0, QFontMetrics(fontFor(TextRole::Mono)).horizontalAdvance(QStringLiteral("7a398144c5a2")) + 84);
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(18, 6, 18, 14);
    column->setSpacing(10);
    column->addWidget(m_banner);
    column->addWidget(figures);
    column->addWidget(m_bar);
    column->addLayout(m_problems);
    column->addWidget(m_damagedTitle);
    column->addWidget(m_view, 1);
    column->addStretch();
    auto *scroll = new QScrollArea(this);
    scroll->setAccessibleName(tr("Health"));
    scroll->setWidget(m_content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->viewport()->setAutoFillBackground(false);
    m_content->setAutoFillBackground(false);
    m_pages->addWidget(scroll);
    m_pages->addWidget(m_state);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_pages);
    const auto open = [this](const QString &id) {
        if (session())
            Q_EMIT placeRequested({session()->id(), {}, {}, id});
    };
    connect(storage, &QPushButton::clicked, this, [open] { open(tool::storage); });
    connect(settings, &QPushButton::clicked, this, [open] { open(tool::settings); });
    connect(m_state, &StatePage::primaryTriggered, this, &HealthPane::refresh);
    connect(m_banner, &Banner::actionTriggered, this, &HealthPane::refresh);
}

void HealthPane::sessionChanged(bool)
{
    m_isShown = false;
    for (auto *card : {m_well, m_free, m_verified, m_since})
        card->setFigure(QStringLiteral("…"), {});
    m_bar->setCount({});
    showProblems({});
    showDamaged({});
}

void HealthPane::refresh()
{
    m_banner->hide();
    m_pages->setCurrentIndex(0);
    load();
}

QCoro::Task<> HealthPane::load()
{
    const auto place = question(m_asked);
    auto healthTask = answer<HealthReport>(place, [](HealthReport &report) { return report.health(); });
    const auto health = co_await healthTask;
    if (!health)
        co_return;
    if (!*health) {
        if (m_isShown) {
            m_banner->show(Banner::Kind::Danger, tr("The server could not be asked again"), errorText(health->error()), tr("Retry"));
            co_return;
        }
        auto content = problemOf(tr("The server does not tell how it is"), health->error());
        content.secondary.clear();
        m_state->show(content);
        m_pages->setCurrentWidget(m_state);
        co_return;
    }
    auto verifiedTask = answer<Storage>(place, [](Storage &storage) { return storage.verifying(); });
    const auto verified = co_await verifiedTask;
    if (verified)
        show(**health, *verified);
}

void HealthPane::show(const Health &health, const Result<VerifyState> &verify)
{
    m_isShown = true;
    const auto verified = verify.value_or(VerifyState{});
    const int count = int(health.problems.size()) + (health.damaged.isEmpty() ? 0 : 1);
    m_well->setFigure(health.isHealthy ? tr("Well") : tr("%n problems", nullptr, count), health.isHealthy ? tr("nothing needs care") : tr("see below"));
    m_free->setFigure(health.freeBytes < 0 ? tr("Unknown") : sizeText(health.freeBytes), tr("free where the registry lies"));
    m_verified->setFigure(!verify         ? tr("Unknown")
            : verified.isRunning          ? tr("Under way")
            : verified.finished.isValid() ? dateText(verified.finished)
                                          : tr("Never"),
        verified.isRunning ? tr("%1 of %2 read").arg(sizeText(verified.readBytes), sizeText(verified.totalBytes)) : tr("each byte read and compared"));
    m_since->setFigure(
        durationText(health.started.msecsTo(QDateTime::currentDateTimeUtc())), tr("since %1, Berth %2").arg(dateText(health.started), health.version));
    m_bar->setCount(tr("Seen %1").arg(dateText(QDateTime::currentDateTimeUtc())));
    showProblems(health);
    showDamaged(health.damaged);
}

void HealthPane::showProblems(const Health &health)
{
    while (auto *item = m_problems->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const auto &problem : health.problems) {
        const auto advice = adviceFor(problem.kind);
        auto *line = new Banner(m_content);
        line->show(problem.kind == QLatin1String("database") ? Banner::Kind::Warn : Banner::Kind::Danger, advice.title, problem.message, advice.button);
        connect(line, &Banner::actionTriggered, this, [this, tool = advice.tool, isClock = problem.kind == QLatin1String("clock")] {
            if (isClock)
                confirmClock();
            if (session() && !tool.isEmpty())
                Q_EMIT placeRequested({session()->id(), {}, {}, tool});
        });
        m_problems->addWidget(line);
    }
    if (m_isShown && health.isHealthy) {
        auto *line = new Banner(m_content);
        line->show(Banner::Kind::Ok, tr("This server is well"), tr("There is room, its database is whole, and no content is damaged."));
        m_problems->addWidget(line);
    }
}

QCoro::Task<> HealthPane::confirmClock()
{
    auto confirmedTask = answer<HealthReport>(visit(), [](HealthReport &report) { return report.confirmClock(); });
    const auto confirmed = co_await confirmedTask;
    if (!confirmed)
        co_return;
    if (*confirmed)
        load();
    else
        m_banner->show(Banner::Kind::Danger, tr("The time could not be confirmed"), errorText(confirmed->error()), tr("Retry"));
}

void HealthPane::showDamaged(const QList<DamagedContent> &damaged)
{
    m_damaged->removeRows(0, m_damaged->rowCount());
    m_damagedTitle->setText(tr("Damaged content: push these images again, and it is whole"));
    m_damagedTitle->setVisible(!damaged.isEmpty());
    m_view->setVisible(!damaged.isEmpty());
    for (const auto &content : damaged) {
        auto *digest = new QStandardItem(content.digest.section(QLatin1Char(':'), 1).left(12));
        digest->setData(QStringLiteral("layers"), GlyphRole);
        digest->setData(true, MonoRole);
        digest->setToolTip(content.digest);
        auto *images = new QStandardItem(content.images.isEmpty() ? tr("None any more") : content.images.join(QStringLiteral(", ")));
        images->setToolTip(content.images.join(QLatin1Char('\n')));
        for (auto *item : {digest, images})
            item->setEditable(false);
        m_damaged->appendRow({digest, images});
    }
}

} // namespace berth
