// SPDX-License-Identifier: Apache-2.0
#include "desktop/cleanup/CleanupPage.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "client/roles/CleanupPolicies.h"
#include "client/roles/ProtectionPolicies.h"
#include "core/ErrorText.h"
#include "core/SizeText.h"
#include "desktop/cleanup/CleanupHistory.h"
#include "desktop/cleanup/CleanupTimeline.h"
#include "desktop/cleanup/CronWords.h"
#include "desktop/cleanup/RunDialog.h"
#include "desktop/cleanup/ScheduleDialog.h"
#include "desktop/lists/RichList.h"
#include "desktop/parts/DateText.h"
#include "desktop/parts/Parts.h"
#include "desktop/parts/Sentence.h"
#include "desktop/policies/PolicyBoard.h"
#include "desktop/policies/PolicyExchange.h"
#include "desktop/policies/PolicySentence.h"
#include "desktop/policies/PreviewPanel.h"

namespace berth {

namespace {
constexpr int shownImages = 4;
}

CleanupPage::CleanupPage(QWidget *parent)
    : PolicyPage(parent)
    , m_bar(new ActionBar(this))
    , m_views(new Segments({tr("Policy settings"), tr("History"), tr("Timeline")}, tr("View"), this))
    , m_count(makeLabel({}, TextRole::Body, Shade::Text2, this))
    , m_stack(new QStackedWidget(this))
    , m_board(new PolicyBoard(tr("Cleanup policies"), this))
    , m_history(new CleanupHistory(this))
    , m_timeline(new CleanupTimeline(this))
    , m_schedule(new SentenceLabel(this))
    , m_lastRun(makeLabel({}, TextRole::Caption, Shade::Text2, this))
    , m_legend(makeLabel({}, TextRole::Caption, Shade::Text2, this))
    , m_note(makeLabel({}, TextRole::Caption, Shade::Text2, this))
    , m_shares(new StackBar(12, tr("Shares of what stays and goes"), this))
    , m_images(new QGridLayout)
{
    m_bar->addLeft(m_views);
    m_add = m_bar->addLeftAction(tr("Add cleanup policy…"), "plus", "tonal");
    m_edit = m_bar->addLeftAction(tr("Edit…"), "edit");
    m_delete = m_bar->addLeftAction(tr("Delete cleanup policy"), "trash");
    m_bar->addCount(m_count);
    m_test = m_bar->addAction(tr("Test run"), "flask", "secondary");
    m_run = m_bar->addAction(tr("Run now…"), "play", "secondary");
    m_more = makeIconButton("more", tr("Policies as a file"), this);
    m_bar->addRight(m_more);
    m_set = makeButton(tr("Set schedule…"), "secondary", nullptr, this);
    layOut();
    connectParts();
    clear();
}

CleanupPage::~CleanupPage() = default;

void CleanupPage::layOut()
{
    m_bar->row().setContentsMargins(16, 6, 14, 2);
    m_stack->addWidget(m_board);
    m_stack->addWidget(m_history);
    m_stack->addWidget(m_timeline);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(m_bar);
    column->addWidget(m_stack, 1);
    m_board->setHint(tr("In the images named here, whatever no policy keeps is deleted. Protected tags always stay."));

    auto *schedule = new Sheet(Sheet::Kind::Card, this);
    auto *row = new QHBoxLayout(schedule);
    row->setContentsMargins(14, 8, 8, 8);
    row->setSpacing(10);
    auto *glyph = new QLabel(this);
    glyph->setPixmap(icon("calendar").pixmap(QSize(18, 18), devicePixelRatioF()));
    row->addWidget(glyph);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_schedule);
    m_lastRun->setWordWrap(true);
    words->addWidget(m_lastRun);
    row->addLayout(words, 1);
    row->addWidget(m_set);
    m_board->below().addWidget(schedule);

    auto &card = m_board->card();
    card.addWidget(makeLabel(tr("If it ran now"), TextRole::BodyStrong, Shade::Text, this));
    auto *figures = new QGridLayout;
    figures->setVerticalSpacing(0);
    const auto figure = [&](int place, const QString &caption, Shade shade) {
        auto *label = makeLabel({}, TextRole::Page, shade, this);
        figures->addWidget(label, 0, place);
        figures->addWidget(makeLabel(caption, TextRole::Caption, Shade::Text2, this), 1, place);
        figures->setColumnStretch(place, 1);
        return label;
    };
    m_kept = figure(0, tr("kept"), Shade::Text);
    m_deleted = figure(1, tr("deleted"), Shade::Danger);
    m_freed = figure(2, tr("freed"), Shade::Text);
    card.addLayout(figures);
    card.addWidget(m_shares);
    m_legend->setWordWrap(true);
    card.addWidget(m_legend);
    m_images->setHorizontalSpacing(10);
    m_images->setColumnStretch(0, 1);
    card.addLayout(m_images);
    m_note->setWordWrap(true);
    card.addWidget(m_note);
    card.addStretch(1);
}

void CleanupPage::connectParts()
{
    auto &list = m_board->list();
    connect(m_views, &Segments::currentChanged, this, [this](int index) { turnTo(View(index)); });
    connect(&list, &RichList::currentKeyChanged, this, &CleanupPage::updateActions);
    connect(&list, &RichList::rowActivated, this, [this] { m_edit->click(); });
    connect(&list, &RichList::switched, this, [this](const QString &key, bool on) {
        for (auto rule : m_policies.rules) {
            if (QString::number(rule.id) == key) {
                rule.isEnabled = on;
                save(rule);
                return;
            }
        }
    });
    connect(m_add, &QPushButton::clicked, this, [this] { openDialog({}); });
    connect(m_edit, &QPushButton::clicked, this, [this] {
        if (const auto place = current())
            openDialog(place);
    });
    connect(m_delete, &QPushButton::clicked, this, [this] {
        if (const auto place = current())
            remove(m_policies.rules[*place]);
    });
    connect(m_test, &QPushButton::clicked, this, [this] { startTest(); });
    connect(m_run, &QPushButton::clicked, this, &CleanupPage::openRun);
    connect(m_set, &QPushButton::clicked, this, &CleanupPage::openSchedule);
    policyexchange::addMenu(*m_more,
        {[this] { return session(); }, [this] { return registry(); }, [this] { return refusal(); }, [this] { refresh(); },
            [this](const QString &what, const Error &error) {
                turnTo(View::Settings);
                fail(what, error);
            }});
    connect(m_history, &CleanupHistory::contentChanged, this, [this] {
        PolicyPage::refresh();
        m_timeline->refresh();
        Q_EMIT contentChanged();
    });
    connect(&m_board->banner(), &Banner::actionTriggered, this, [this] {
        m_board->banner().hide();
        if (m_removed)
            putBack(*std::exchange(m_removed, std::nullopt));
        else
            refresh();
    });
}

void CleanupPage::setSubject(const Subject &subject)
{
    PolicyPage::setSubject(subject);
    m_history->setSubject(subject);
    m_timeline->setSubject(subject);
}

void CleanupPage::refresh()
{
    PolicyPage::refresh();
    m_history->refresh();
    m_timeline->refresh();
}

void CleanupPage::turnTo(View view)
{
    m_views->setCurrent(int(view));
    m_stack->setCurrentIndex(int(view));
    for (auto *button : {m_add, m_edit, m_delete})
        m_bar->setShown(button, view == View::Settings);
    updateActions();
}

void CleanupPage::clear()
{
    m_policies = {};
    m_preview.reset();
    m_previewFailure.clear();
    m_removed.reset();
    m_busy = 0;
    m_isKnown = false;
    m_board->banner().hide();
    m_board->list().setRows({});
    m_board->showState(false);
    m_lastRun->clear();
    m_lastRun->hide();
    m_schedule->setSentence({});
    showCard();
    updateActions();
}

void CleanupPage::load() { fetch(); }

QCoro::Task<> CleanupPage::fetch()
{
    const auto here = visit();
    auto rulesTask = answer<CleanupPolicies>(here, [registry = registry()](CleanupPolicies &policies) { return policies.cleanupRules(registry); });
    const auto rules = co_await rulesTask;
    if (!rules)
        co_return;
    if (!*rules) {
        fail(tr("The cleanup policies could not be read"), rules->error());
        co_return;
    }
    auto cronTask = answer<CleanupPolicies>(here, [registry = registry()](CleanupPolicies &policies) { return policies.cleanupSchedule(registry); });
    const auto cron = co_await cronTask;
    if (!cron)
        co_return;
    if (!*cron) {
        fail(tr("The cleanup schedule could not be read"), cron->error());
        co_return;
    }
    std::vector<ProtectionRule> protection;
    if (has<ProtectionPolicies>()) {
        auto protectionTask =
            answer<ProtectionPolicies>(here, [registry = registry()](ProtectionPolicies &policies) { return policies.protectionRules(registry); });
        const auto read = co_await protectionTask;
        if (!read)
            co_return;
        if (!*read) { // without them the preview would say that protected things go
            fail(tr("The protection policies could not be read"), read->error());
            co_return;
        }
        protection = **read;
    }
    m_policies = {**rules, std::move(protection), **cron};
    m_busy = 0;
    m_isKnown = true;
    Q_EMIT countChanged(m_policies.rules.empty() ? QString() : QString::number(m_policies.rules.size()));
    showRows();
    showSchedule();
    lookAhead();
    findLastRun();
}

QCoro::Task<> CleanupPage::lookAhead()
{
    const auto here = visit();
    CleanupWish wish{registry(), m_policies.rules, m_policies.protection, {}, true};
    auto previewTask = answer<CleanupPreviews>(here, [wish](CleanupPreviews &previews) { return previews.previewCleanup(wish); });
    const auto preview = co_await previewTask;
    if (!preview)
        co_return;
    m_preview = *preview ? std::optional(**preview) : std::nullopt;
    m_previewFailure = *preview ? QString() : errorText(preview->error());
    showRows();
    showCard();
}

QCoro::Task<> CleanupPage::findLastRun()
{
    auto runsTask = answer<CleanupPolicies>(visit(), [registry = registry()](CleanupPolicies &policies) { return policies.cleanupRuns(registry, {}); });
    const auto runs = co_await runsTask;
    if (!runs || !*runs)
        co_return;
    QString words;
    for (const auto &run : (*runs)->rows) {
        if (run.isTest)
            continue;
        if (!run.isOver())
            words = tr("A run is under way since %1").arg(dateText(run.started));
        else if (run.sums.deleted < 0)
            words = tr("Last run %1").arg(dateText(run.started));
        else
            words = tr("Last run %1, deleted %2, freed %3").arg(dateText(run.started)).arg(run.sums.deleted).arg(sizeText(qMax<qint64>(0, run.onlyHereBytes)));
        break;
    }
    m_lastRun->setText(words);
    m_lastRun->setVisible(!words.isEmpty());
}

void CleanupPage::showRows()
{
    using Outcome = CleanupEntry::Outcome;
    QHash<int, int> counts;
    const bool isWhole = m_preview && m_preview->entries.size() == m_preview->sums.total;
    if (isWhole) {
        for (const auto &entry : std::as_const(m_preview->entries)) {
            if (entry.outcome == Outcome::Kept)
                ++counts[entry.rule];
        }
    }
    QList<RichRow> rows;
    for (std::size_t i = 0; i < m_policies.rules.size(); ++i) {
        const auto &rule = m_policies.rules[i];
        RichRow row;
        row.key = QString::number(rule.id);
        row.lead = RichRow::Lead::Switch;
        row.isBusy = m_busy == rule.id;
        row.isOn = rule.isEnabled != row.isBusy;
        row.isFaded = !rule.isEnabled;
        row.title = sentenceOf(rule);
        row.right = !rule.isEnabled ? tr("disabled") : isWhole ? tr("keeps %n", "artifacts", counts.value(int(i))) : QString();
        rows << row;
    }
    m_board->list().setRows(rows);
    m_board->showState(rows.isEmpty());
    if (rows.isEmpty())
        m_board->state().show({"broom", Tint::Text3, tr("Nothing is cleaned up"),
            tr("Every artifact of %1 stays until someone deletes it. A cleanup policy says what is kept; the rest of its images goes.").arg(registry()), {}, {},
            {}});
    updateActions();
}

void CleanupPage::showCard()
{
    while (auto *item = m_images->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const bool isKnown = m_preview.has_value();
    m_shares->setVisible(isKnown && m_preview->sums.total > 0);
    m_legend->setVisible(isKnown && m_preview->sums.total > 0);
    if (!isKnown) {
        for (auto *figure : {m_kept, m_deleted, m_freed})
            figure->setText(QStringLiteral("–"));
        m_note->setText(m_previewFailure.isEmpty() ? QString() : tr("What it would do is not known. %1").arg(m_previewFailure));
        return;
    }
    const auto &sums = m_preview->sums;
    m_kept->setText(QString::number(sums.total - sums.deleted));
    m_deleted->setText(QString::number(sums.deleted));
    m_freed->setText(freedSize(*m_preview));
    m_deleted->setProperty("shade", shadeName(sums.deleted > 0 ? Shade::Danger : Shade::Text));
    setShares(*m_shares, sums);
    QStringList legend{
        tr("%n by policy", "artifacts", int(sums.kept)), tr("%n protected", "artifacts", int(sums.shielded)), tr("%n deleted", "artifacts", int(sums.deleted))};
    if (sums.failed > 0)
        legend << tr("%n stay with others", "artifacts", int(sums.failed));
    m_legend->setText(legend.join(QStringLiteral(" · ")));
    int row = 0;
    qint64 spared = 0;
    for (const auto &image : std::as_const(m_preview->images)) {
        spared += image.sums.deleted == 0;
        if (image.sums.deleted == 0 || row >= shownImages)
            continue;
        m_images->addWidget(new ElidedLabel(image.image, TextRole::Body, Shade::Text, this), row, 0);
        m_images->addWidget(
            makeLabel(tr("%1 of %2 deleted", "artifacts").arg(image.sums.deleted).arg(image.sums.total), TextRole::Caption, Shade::Text2, this), row, 1);
        ++row;
    }
    QStringList notes;
    if (m_preview->imageCount == 0)
        notes << (m_policies.rules.empty() ? tr("Without a policy nothing is deleted.") : tr("No enabled policy names an image that is here."));
    else if (spared > 0)
        notes << tr("%n images lose nothing.", nullptr, int(spared));
    if (m_preview->neverPulled > 0)
        notes << tr("%1 of the %n were never pulled.", nullptr, int(sums.deleted)).arg(m_preview->neverPulled);
    if (m_preview->isPartial)
        notes << tr("There is more than was looked at.");
    m_note->setText(notes.join(QLatin1Char(' ')));
}

void CleanupPage::showSchedule()
{
    const auto now = QDateTime::currentDateTimeUtc();
    const auto next = cronwords::nextTimes(m_policies.cron, now, 1);
    const auto words = cronwords::sentenceOf(m_policies.cron);
    m_schedule->setSentence(
        next.isEmpty() ? words : Sentence::of(tr("%1 Next run %2.", "schedule, date"), {words, Sentence::strong(dateTextWithUtc(next.first()))}));
}

std::optional<std::size_t> CleanupPage::current() const
{
    const QString key = m_board->list().currentKey();
    for (std::size_t i = 0; i < m_policies.rules.size(); ++i) {
        if (QString::number(m_policies.rules[i].id) == key)
            return i;
    }
    return {};
}

void CleanupPage::updateActions()
{
    const QString refused = refusal();
    const QString unknown = m_isKnown ? QString() : tr("The policies are being read");
    const auto first = [](const QStringList &reasons) {
        for (const auto &reason : reasons) {
            if (!reason.isEmpty())
                return reason;
        }
        return QString();
    };
    const QString full = m_policies.rules.size() >= mostPolicies ? tr("There are %1 policies; more are not possible").arg(mostPolicies) : QString();
    const QString none = current() ? QString() : tr("Select a policy first");
    const QString empty = m_policies.rules.empty() ? tr("Add a policy first") : QString();
    m_bar->setReason(m_add, first({refused, unknown, full}));
    m_bar->setReason(m_edit, first({refused, none}));
    m_bar->setReason(m_delete, first({refused, none}));
    m_bar->setReason(m_test, first({refused, unknown, empty}));
    m_bar->setReason(m_run, first({refused, unknown, empty}));
    m_set->setEnabled(refused.isEmpty() && m_isKnown);
    m_set->setToolTip(first({refused, unknown}));
    const bool counts = m_stack->currentIndex() == int(View::Settings) && !m_policies.rules.empty();
    m_bar->setCount(counts ? tr("%1 of %2", "policies").arg(m_policies.rules.size()).arg(mostPolicies) : QString());
}

void CleanupPage::openDialog(std::optional<std::size_t> place)
{
    if (!session())
        return;
    auto *dialog = new CleanupDialog(*session(), registry(), m_policies, place, this);
    connect(dialog, &CleanupDialog::saved, this, &CleanupPage::refresh);
    dialog->open();
}

void CleanupPage::openSchedule()
{
    if (!session())
        return;
    auto *dialog = new ScheduleDialog(*session(), registry(), m_policies.cron, this);
    connect(dialog, &ScheduleDialog::saved, this, &CleanupPage::refresh);
    dialog->open();
}

void CleanupPage::openRun()
{
    if (!session())
        return;
    auto *dialog = new RunDialog(*session(), {registry(), m_policies.rules, m_policies.protection, {}, true}, this);
    connect(dialog, &RunDialog::started, this, [this] {
        turnTo(View::History);
        m_history->watchNewest();
    });
    dialog->open();
}

QCoro::Task<> CleanupPage::startTest()
{
    const auto here = visit();
    m_test->setEnabled(false);
    auto startedTask = attempt<CleanupPolicies>(
        here.session(), Deed::ChangePolicies, [registry = registry()](CleanupPolicies &policies) { return policies.startCleanup(registry, true); });
    const auto started = co_await startedTask;
    if (here.isOver())
        co_return;
    updateActions();
    if (!started) {
        turnTo(View::Settings);
        fail(tr("The test run did not begin"), started.error());
        co_return;
    }
    turnTo(View::History);
    m_history->watchNewest();
}

QCoro::Task<> CleanupPage::save(CleanupRule rule)
{
    if (const QString refused = refusal(); !refused.isEmpty()) {
        fail(tr("The policy was not changed"), Error{ErrorCode::Denied, refused.toStdString()});
        co_return;
    }
    const auto here = visit();
    m_busy = rule.id;
    showRows();
    auto savedTask = attempt<CleanupPolicies>(
        here.session(), Deed::ChangePolicies, [rule, registry = registry()](CleanupPolicies &policies) { return policies.changeCleanupRule(registry, rule); });
    const auto saved = co_await savedTask;
    if (here.isOver())
        co_return;
    m_busy = 0;
    if (saved) {
        refresh();
        co_return;
    }
    showRows();
    fail(rule.isEnabled ? tr("The policy could not be enabled") : tr("The policy could not be disabled"), saved.error());
}

QCoro::Task<> CleanupPage::remove(CleanupRule rule)
{
    const auto here = visit();
    m_delete->setEnabled(false);
    auto removedTask = attempt<CleanupPolicies>(here.session(), Deed::ChangePolicies,
        [id = rule.id, registry = registry()](CleanupPolicies &policies) { return policies.deleteCleanupRule(registry, id); });
    const auto removed = co_await removedTask;
    if (here.isOver())
        co_return;
    if (!removed) {
        updateActions();
        fail(tr("The policy could not be deleted"), removed.error());
        if (removed.error().code == ErrorCode::NotFound)
            refresh();
        co_return;
    }
    m_removed = rule;
    m_board->banner().show(Banner::Kind::Info, tr("Policy deleted"), sentenceOf(rule).plain(), tr("Undo"));
    refresh();
}

QCoro::Task<> CleanupPage::putBack(CleanupRule rule)
{
    const auto here = visit();
    auto addedTask = attempt<CleanupPolicies>(
        here.session(), Deed::ChangePolicies, [rule, registry = registry()](CleanupPolicies &policies) { return policies.addCleanupRule(registry, rule); });
    const auto added = co_await addedTask;
    if (here.isOver())
        co_return;
    if (!added)
        fail(tr("The policy could not be brought back"), added.error());
    refresh();
}

void CleanupPage::fail(const QString &what, const Error &error)
{
    m_removed.reset();
    m_board->banner().show(Banner::Kind::Danger, what, errorText(error), tr("Read again"));
}

void CleanupPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Delete && m_board->list().hasFocus())
        m_delete->click();
    else if (event->key() == Qt::Key_F2 && m_board->list().hasFocus())
        m_edit->click();
    else
        PolicyPage::keyPressEvent(event);
}

} // namespace berth
