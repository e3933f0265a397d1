// SPDX-License-Identifier: Apache-2.0
#include "desktop/cleanup/RunView.h"

#include <algorithm>

#include <QHBoxLayout>
#include <QVBoxLayout>

#include "client/roles/CleanupPolicies.h"
#include "client/roles/ProtectionPolicies.h"
#include "core/ErrorText.h"
#include "core/SizeText.h"
#include "desktop/cleanup/RunModel.h"
#include "desktop/lists/RichList.h"
#include "desktop/parts/DateText.h"
#include "desktop/parts/Parts.h"
#include "desktop/policies/PolicySentence.h"

namespace berth {

namespace {

constexpr int keptAtFirst = 3;
constexpr qsizetype mostCompared = 20'000;
constexpr int shownDifferences = 50;

QString imageKey(qint64 image) { return QStringLiteral("i%1").arg(image); }

RichRow rowOf(const CleanupEntry &entry, const QString &reason)
{
    using Outcome = CleanupEntry::Outcome;
    const bool goes = entry.outcome == Outcome::Deleted;
    RichRow row;
    row.lead = RichRow::Lead::Glyph;
    row.indent = 1;
    row.glyph = goes ? "trash" : entry.outcome == Outcome::Protected ? "lock" : entry.outcome == Outcome::Kept ? "check" : "error";
    row.tint = goes || entry.outcome == Outcome::Failed ? Tint::Danger : entry.outcome == Outcome::Protected ? Tint::Protected : Tint::Ok;
    row.title = entry.name();
    row.isMono = entry.tags.isEmpty();
    row.second = reason;
    row.secondShade = goes ? Shade::Danger : Shade::Text2;
    row.right = entry.sizeBytes >= 0 ? sizeText(entry.sizeBytes) : QString();
    return row;
}

} // namespace

RunView::RunView(QWidget *parent)
    : QWidget(parent)
    , m_back(makeIconButton("chevron-left", tr("Back to the runs"), this))
    , m_title(makeLabel({}, TextRole::BodyStrong, Shade::Text, this))
    , m_sum(makeLabel({}, TextRole::Caption, Shade::Text2, this))
    , m_stop(makeButton(tr("Stop"), "secondary", "stop", this))
    , m_restore(makeButton({}, "secondary", "undo", this))
    , m_compare(makeButton(tr("Compare with what we expected"), "flat", "eye", this))
    , m_banner(new Banner(this))
    , m_list(new RichList(tr("Images and artifacts of the run"), this))
{
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    m_sum->setWordWrap(true);
    words->addWidget(m_title);
    words->addWidget(m_sum);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(12, 6, 14, 4);
    head->addWidget(m_back);
    head->addLayout(words, 1);
    for (auto *button : {m_stop, m_restore, m_compare})
        head->addWidget(button);
    m_banner->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addLayout(head);
    column->addWidget(m_banner);
    column->addWidget(m_list, 1);
    m_back->hide();
    connect(m_back, &QPushButton::clicked, this, &RunView::backRequested);
    connect(m_list, &RichList::rowActivated, this, &RunView::activate);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) {
        const auto key = m_list->rows().at(index.row()).key;
        if (key.startsWith(QLatin1Char('i')) || key.startsWith(QLatin1Char('m')))
            activate(key);
    });
    connect(m_stop, &QPushButton::clicked, this, [this] { stop(); });
    connect(m_restore, &QPushButton::clicked, this, [this] { restore(); });
    connect(m_compare, &QPushButton::clicked, this, [this] { compare(); });
    showHead();
}

void RunView::setHasBack(bool hasBack) { m_back->setVisible(hasBack); }

void RunView::setRegistry(Session *session, const QString &registry)
{
    if (session == m_session && registry == m_registry)
        return;
    m_session = session;
    m_registry = registry;
    setRun(nullptr);
}

void RunView::setRun(const CleanupRun *run)
{
    const bool isSame = run && m_run && run->id == m_run->id;
    const bool hasEnded = isSame && !m_run->isOver() && run->isOver();
    const bool isBack = isSame && m_isRestoring && run->restoring == 0;
    m_run = run ? std::optional(*run) : std::nullopt;
    if (!isSame) {
        ++m_visit;
        m_isBusy = false;
        m_isRestoring = false;
        m_images.clear();
        m_opened.clear();
        m_rules = run ? run->rules : std::vector<CleanupRule>();
        m_protection = run ? run->protection : std::vector<ProtectionRule>();
        m_banner->hide();
        showRows();
    }
    if (isBack) {
        m_isRestoring = false;
        m_banner->show(Banner::Kind::Ok, {}, tr("What this run deleted is back."));
        Q_EMIT contentChanged();
    }
    showHead();
    if (m_run && (!isSame || hasEnded || !m_run->isOver()))
        fetchImages();
}

void RunView::showHead()
{
    if (!m_run) {
        m_title->clear();
        m_sum->clear();
    } else {
        const auto &run = *m_run;
        m_title->setText(dateTextWithUtc(run.started));
        QStringList facts;
        if (run.isOver() && run.finished.isValid())
            facts << durationText(run.started.msecsTo(run.finished));
        facts << RunModel::stateWords(run);
        if (run.tellsPolicies)
            facts << tr("%n policies", nullptr, int(run.rules.size()));
        if (run.sums.deleted >= 0) {
            const QString freed = sizeText(qMax<qint64>(0, run.onlyHereBytes));
            facts << (run.isTest ? tr("would delete %1 of %n and free %2", nullptr, int(run.sums.total)).arg(run.sums.deleted).arg(freed)
                                 : tr("deleted %1 of %n, freed %2", nullptr, int(run.sums.total)).arg(run.sums.deleted).arg(freed));
        }
        if (!run.failure.isEmpty())
            facts << run.failure;
        m_sum->setText(facts.join(QStringLiteral(" · ")));
    }
    updateActions();
}

void RunView::updateActions()
{
    const bool hasDeeds = m_session && m_session->as<CleanupRunDeeds>();
    const QString refused = m_session ? m_session->refusal(Deed::ChangePolicies, m_registry) : QString();
    m_stop->setVisible(m_run && hasDeeds && !m_run->isOver());
    m_stop->setEnabled(refused.isEmpty() && !m_isBusy);
    m_stop->setToolTip(refused);
    m_restore->setVisible(m_run && hasDeeds && m_run->isOver() && m_run->inTrash > 0);
    if (m_run)
        m_restore->setText(tr("Restore %n images", nullptr, int(m_run->inTrash)));
    m_restore->setEnabled(refused.isEmpty() && !m_isBusy);
    m_restore->setToolTip(refused);
    m_compare->setVisible(m_run && m_run->isOver());
    m_compare->setEnabled(!m_isBusy && !m_images.isEmpty());
    m_compare->setToolTip(m_images.isEmpty() ? tr("The run looked at nothing") : QString());
}

QCoro::Task<> RunView::fetchImages()
{
    const QPointer<RunView> self(this);
    if (std::exchange(m_isFetching, true)) {
        m_fetchesAgain = true;
        co_return;
    }
    auto imagesTask = readImages();
    co_await imagesTask;
    if (!self)
        co_return;
    m_isFetching = false;
    if (std::exchange(m_fetchesAgain, false) && m_run)
        fetchImages();
}

QCoro::Task<> RunView::readImages()
{
    const QPointer<RunView> self(this);
    const auto visit = m_visit;
    const qint64 run = m_run->id;
    QList<CleanupRunImage> images;
    for (QString cursor;;) {
        auto pageTask =
            ask<CleanupPolicies>(m_session, [=, registry = m_registry](CleanupPolicies &policies) { return policies.cleanupRunImages(registry, run, cursor); });
        const auto page = co_await pageTask;
        if (!self || isOver(visit) || (!page && page.error().code == ErrorCode::Cancelled))
            co_return;
        if (!page) {
            m_banner->show(Banner::Kind::Danger, tr("What the run did could not be read"), errorText(page.error()));
            co_return;
        }
        // A server that repeats a page has no more.
        const bool isRepeated = !page->rows.isEmpty() && std::ranges::find(images, page->rows.first().id, &CleanupRunImage::id) != images.end();
        if (!isRepeated)
            images += page->rows;
        cursor = page->next;
        if (cursor.isEmpty() || isRepeated || page->rows.isEmpty() || images.size() >= mostCompared)
            break;
    }
    const bool isFirst = m_images.isEmpty();
    m_images = images;
    if (isFirst && m_images.size() == 1)
        activate(imageKey(m_images.first().id));
    // What is open may have more to show by now.
    if (m_run && !isFirst) {
        for (const auto &image : images) {
            if (!isOpen(image.id))
                continue;
            auto artifactsTask = fetchArtifacts(image.id);
            co_await artifactsTask;
            if (!self || isOver(visit))
                co_return;
        }
    }
    showRows();
    updateActions();
}

QCoro::Task<> RunView::fetchArtifacts(qint64 image)
{
    const QPointer<RunView> self(this);
    const auto visit = m_visit;
    const qint64 run = m_run->id;
    m_opened[image].isLoading = true;
    QList<CleanupEntry> entries;
    QString cursor;
    QString failure;
    while (true) {
        auto pageTask = ask<CleanupPolicies>(
            m_session, [=, registry = m_registry](CleanupPolicies &policies) { return policies.cleanupRunArtifacts(registry, run, image, cursor); });
        const auto page = co_await pageTask;
        if (!self || isOver(visit))
            co_return;
        if (!page) {
            failure = errorText(page.error());
            break;
        }
        const bool isRepeated = !page->rows.isEmpty() && std::ranges::find(entries, page->rows.first().digest, &CleanupEntry::digest) != entries.end();
        if (!isRepeated)
            entries += page->rows;
        cursor = page->next;
        if (cursor.isEmpty() || isRepeated || page->rows.isEmpty() || entries.size() >= mostCompared)
            break;
    }
    auto &opened = m_opened[image];
    opened.entries = entries;
    opened.isLoading = false;
    opened.failure = failure;
    if (opened.isOpen)
        showRows();
}

bool RunView::isOverAfterDeed(quint64 visit)
{
    if (!isOver(visit))
        return false;
    if (visit == m_visit) {
        m_isBusy = false;
        m_banner->hide();
        updateActions();
    }
    return true;
}

void RunView::activate(const QString &key)
{
    const qint64 image = key.mid(1).toLongLong();
    if (key.startsWith(QLatin1Char('m')) && m_opened.contains(image)) {
        m_opened[image].showsAllKept = true;
        showRows();
    } else if (key.startsWith(QLatin1Char('i'))) {
        auto &opened = m_opened[image];
        opened.isOpen = !opened.isOpen;
        if (opened.isOpen && opened.entries.isEmpty() && !opened.isLoading)
            fetchArtifacts(image);
        showRows();
    }
}

void RunView::showRows()
{
    QList<RichRow> rows;
    for (const auto &image : std::as_const(m_images)) {
        RichRow row;
        row.key = imageKey(image.id);
        row.lead = RichRow::Lead::Glyph;
        row.glyph = isOpen(image.id) ? "chevron-down" : "chevron-right";
        row.title = Sentence::strong(image.image);
        row.second = image.failure;
        row.secondShade = Shade::Danger;
        row.right = image.sums.deleted < 0 ? tr("%n artifacts", nullptr, int(qMax<qint64>(0, image.sums.total)))
                                           : tr("%1 of %2 deleted", "artifacts").arg(image.sums.deleted).arg(image.sums.total);
        rows << row;
        if (isOpen(image.id))
            addArtifacts(rows, image);
    }
    m_list->setRows(rows);
}

void RunView::addArtifacts(QList<RichRow> &rows, const CleanupRunImage &image) const
{
    using Outcome = CleanupEntry::Outcome;
    const auto &opened = m_opened[image.id];
    const bool hasHappened = m_run && !m_run->isTest;
    if (opened.entries.isEmpty()) {
        RichRow row;
        row.key = QStringLiteral("n%1").arg(image.id);
        row.indent = 1;
        row.title = opened.isLoading ? tr("Reading…") : !opened.failure.isEmpty() ? opened.failure : tr("What became of each artifact is not kept any more");
        row.isFaded = true;
        rows << row;
        return;
    }
    int kept = 0;
    const auto add = [&](const CleanupEntry &entry) {
        auto row = rowOf(entry, verdictWords(entry, reasonOf(entry, m_rules, m_protection), hasHappened));
        row.key = QStringLiteral("a%1 %2").arg(image.id).arg(entry.digest);
        rows << row;
    };
    for (const auto &entry : opened.entries) {
        if (entry.outcome != Outcome::Kept)
            add(entry);
    }
    for (const auto &entry : opened.entries) {
        if (entry.outcome == Outcome::Kept && (++kept <= keptAtFirst || opened.showsAllKept))
            add(entry);
    }
    if (kept > keptAtFirst && !opened.showsAllKept) {
        RichRow more;
        more.key = QStringLiteral("m%1").arg(image.id);
        more.indent = 1;
        more.title = tr("%n more kept", nullptr, kept - keptAtFirst);
        rows << more;
    }
}

QCoro::Task<> RunView::restore()
{
    const QPointer<RunView> self(this);
    const auto visit = m_visit;
    m_isBusy = true;
    updateActions();
    auto restoredTask = attempt<CleanupRunDeeds>(
        m_session, Deed::ChangePolicies, [registry = m_registry, run = m_run->id](CleanupRunDeeds &deeds) { return deeds.restoreCleanup(registry, run); });
    const auto restored = co_await restoredTask;
    if (!self || isOverAfterDeed(visit))
        co_return;
    m_isBusy = false;
    m_isRestoring = restored.has_value();
    updateActions();
    if (restored)
        m_banner->show(Banner::Kind::Info, {}, tr("What this run deleted is on its way back…"));
    else
        m_banner->show(Banner::Kind::Danger, tr("Not everything could be restored"), errorText(restored.error()));
    Q_EMIT changed();
}

QCoro::Task<> RunView::stop()
{
    const QPointer<RunView> self(this);
    const auto visit = m_visit;
    m_isBusy = true;
    updateActions();
    auto stoppedTask = attempt<CleanupRunDeeds>(
        m_session, Deed::ChangePolicies, [registry = m_registry, run = m_run->id](CleanupRunDeeds &deeds) { return deeds.stopCleanup(registry, run); });
    const auto stopped = co_await stoppedTask;
    if (!self || isOverAfterDeed(visit))
        co_return;
    m_isBusy = false;
    updateActions();
    if (!stopped)
        m_banner->show(Banner::Kind::Danger, tr("The run could not be stopped"), errorText(stopped.error()));
    Q_EMIT changed();
}

QCoro::Task<Result<void>> RunView::findPolicies()
{
    const QPointer<RunView> self(this);
    const auto visit = m_visit;
    if (m_run->tellsPolicies)
        co_return Result<void>();
    auto rulesTask = ask<CleanupPolicies>(m_session, [registry = m_registry](CleanupPolicies &policies) { return policies.cleanupRules(registry); });
    const auto rules = co_await rulesTask;
    if (!rules)
        co_return tl::unexpected(rules.error());
    if (!self || isOver(visit))
        co_return fail(ErrorCode::Cancelled, "Cancelled");
    auto protectionTask =
        ask<ProtectionPolicies>(m_session, [registry = m_registry](ProtectionPolicies &policies) { return policies.protectionRules(registry); });
    const auto protection = co_await protectionTask;
    if (!protection)
        co_return tl::unexpected(protection.error());
    if (!self || isOver(visit))
        co_return fail(ErrorCode::Cancelled, "Cancelled");
    m_rules = *rules;
    m_protection = *protection;
    co_return Result<void>();
}

/// Holds what the server decided against our own evaluation of the same policies at the moment when the run began.
QCoro::Task<> RunView::compare()
{
    const QPointer<RunView> self(this);
    const auto visit = m_visit;
    m_isBusy = true;
    updateActions();
    m_banner->show(Banner::Kind::Info, {}, tr("Comparing…"));
    const auto failed = [&](const Error &error) {
        m_isBusy = false;
        updateActions();
        m_banner->show(Banner::Kind::Danger, tr("The run could not be compared"), errorText(error));
    };
    const auto found = findPolicies();
    const auto known = co_await found;
    if (!self || isOverAfterDeed(visit))
        co_return;
    if (!known) {
        failed(known.error());
        co_return;
    }
    const auto cleanup = Cleanup::of(m_rules, m_protection);
    if (!cleanup) {
        failed(cleanup.error());
        co_return;
    }
    QList<CleanupDifference> differences;
    qint64 compared = 0;
    bool isWhole = true;
    const auto images = m_images;
    for (const auto &image : images) {
        if (!m_opened.contains(image.id) || m_opened[image.id].isLoading || m_opened[image.id].entries.isEmpty()) {
            const auto fetched = fetchArtifacts(image.id);
            co_await fetched;
            if (!self || isOverAfterDeed(visit))
                co_return;
        }
        const auto opened = m_opened.value(image.id);
        const bool isComplete = opened.failure.isEmpty() && opened.entries.size() == qMax<qint64>(0, image.sums.total);
        isWhole &= isComplete;
        if (!isComplete)
            continue; // of a part it cannot be said what the newest are
        compared += opened.entries.size();
        differences += differencesOf(*cleanup, image.image, opened.entries, m_run->started.toMSecsSinceEpoch());
        if (compared > mostCompared) {
            isWhole = false;
            break;
        }
    }
    m_isBusy = false;
    updateActions();
    showDifferences(differences, compared, isWhole);
}

void RunView::showDifferences(const QList<CleanupDifference> &differences, qint64 compared, bool isWhole)
{
    const auto looksAtTimes = std::ranges::any_of(m_rules, [](const auto &rule) { return rule.isEnabled && rule.keep != Keep::Always; });
    const auto lacksTimes = std::ranges::any_of(
        m_opened, [](const Opened &opened) { return std::ranges::any_of(opened.entries, [](const CleanupEntry &entry) { return !entry.pushed.isValid(); }); });
    const QString by = m_run->tellsPolicies ? tr("by the policies that it began with") : tr("by the policies of now; the server does not tell those of then");
    if (looksAtTimes && lacksTimes) {
        m_banner->show(Banner::Kind::Warn, tr("It cannot be compared"), tr("The server's log tells no times, and a policy looks at them."));
        return;
    }
    if (differences.isEmpty()) {
        const QString agreed = tr("All %n verdicts are what we expected, %1.", nullptr, int(compared)).arg(by);
        m_banner->show(
            isWhole ? Banner::Kind::Ok : Banner::Kind::Info, {}, isWhole ? agreed : agreed + QLatin1Char(' ') + tr("Not all of them could be read."));
        return;
    }
    QStringList lines;
    for (const auto &difference : differences.mid(0, shownDifferences)) {
        const QString name = difference.entry.image + QLatin1Char(':') + difference.entry.name();
        switch (difference.expected) {
        case CleanupEntry::Outcome::Deleted: lines << tr("%1 stayed, we expected it to go.").arg(name); break;
        case CleanupEntry::Outcome::Protected: lines << tr("%1 is otherwise, we expected it to be protected.").arg(name); break;
        default: lines << tr("%1 is otherwise, we expected a policy to keep it.").arg(name); break;
        }
    }
    m_banner->show(Banner::Kind::Warn, tr("%1 of %n verdicts are otherwise than we expected", nullptr, int(compared)).arg(differences.size()),
        tr("Judged %1.").arg(by) + QLatin1Char('\n') + lines.join(QLatin1Char('\n')));
}

} // namespace berth
