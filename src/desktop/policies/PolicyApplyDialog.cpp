// SPDX-License-Identifier: Apache-2.0
#include "desktop/policies/PolicyApplyDialog.h"

#include <algorithm>

#include "client/roles/CleanupPolicies.h"
#include "client/roles/ProtectionPolicies.h"
#include "core/ErrorText.h"
#include "desktop/policies/PolicyExchange.h"
#include "desktop/policies/PolicySentence.h"
#include "desktop/policies/PreviewPanel.h"
#include "policies/ui_PolicyApplyDialog.h"

namespace berth {

namespace {

template <class Rule> void addRows(QList<RichRow> &rows, const std::vector<Rule> &rules, const char *glyph, Tint tint, const QString &what)
{
    for (const auto &rule : rules) {
        RichRow row;
        row.key = QString::number(rows.size());
        row.lead = RichRow::Lead::Glyph;
        row.glyph = glyph;
        row.tint = tint;
        row.title = sentenceOf(rule);
        row.right = rule.isEnabled ? what : PolicyApplyDialog::tr("%1, disabled", "added").arg(what);
        row.isFaded = !rule.isEnabled;
        rows << row;
    }
}

template <class Rule> void addPart(QList<RichRow> &rows, const QString &title, const PolicyPlan::Part<Rule> &part, bool removes)
{
    if (part.added.empty() && part.switched.empty() && part.kept.empty() && part.others.empty())
        return;
    RichRow heading;
    heading.key = QString::number(rows.size());
    heading.isHeading = true;
    heading.title = title;
    rows << heading;
    addRows(rows, part.added, "plus", Tint::Ok, PolicyApplyDialog::tr("is added"));
    addRows(rows, part.switched, "edit", Tint::Warn, PolicyApplyDialog::tr("is switched"));
    addRows(rows, part.kept, "check", Tint::Text3, PolicyApplyDialog::tr("is there already"));
    addRows(rows, part.others, removes ? "trash" : "check", removes ? Tint::Danger : Tint::Text3,
        removes ? PolicyApplyDialog::tr("is deleted") : PolicyApplyDialog::tr("only here, stays"));
}

} // namespace

PolicyApplyDialog::PolicyApplyDialog(Session &session, const QString &registry, PolicyFile wanted, const QString &source, QWidget *parent)
    : DialogFrame(tr("Apply policies to %1").arg(registry), tr("From %1.").arg(source), 720, parent)
    , m_session(&session)
    , m_registry(registry)
    , m_wanted(std::move(wanted))
    , m_ui(std::make_unique<Ui::PolicyApplyDialog>())
    , m_verb(addVerb(tr("Apply"), "primary", nullptr))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setForm(*m_ui);
    m_ui->changes->setAccessibleName(tr("Changes"));
    m_ui->changes->setMinimumHeight(220);
    m_ui->bar->setAccessibleName(tr("Shares of what stays and goes"));
    m_verb->setEnabled(false);
    connect(m_ui->removes, &QCheckBox::toggled, this, [this] {
        showPlan();
        lookAhead();
    });
    connect(m_verb, &QPushButton::clicked, this, [this] { apply(); });
    m_ui->removes->hide();
    compare();
}

PolicyApplyDialog::~PolicyApplyDialog() = default;

void PolicyApplyDialog::reject()
{
    if (!m_isApplying)
        DialogFrame::reject();
}

bool PolicyApplyDialog::removes() const { return m_ui->removes->isChecked(); }

QCoro::Task<> PolicyApplyDialog::compare()
{
    const QPointer<PolicyApplyDialog> self(this);
    auto nowTask = policyexchange::read(m_session, m_registry);
    const auto now = co_await nowTask;
    if (!self)
        co_return;
    if (!now) {
        m_ui->banner->show(Banner::Kind::Danger, tr("The policies of %1 could not be read").arg(m_registry), errorText(now.error()));
        co_return;
    }
    m_plan = PolicyPlan::of(*now, m_wanted);
    showPlan();
    lookAhead();
}

void PolicyApplyDialog::showPlan()
{
    if (!m_plan)
        return;
    QList<RichRow> rows;
    addPart(rows, tr("Cleanup"), m_plan->cleanup, removes());
    if (m_plan->schedule) {
        RichRow row;
        row.key = QStringLiteral("schedule");
        row.lead = RichRow::Lead::Glyph;
        row.glyph = "calendar";
        row.tint = Tint::Warn;
        row.title = m_plan->schedule->empty()
            ? Sentence(tr("Cleanup runs only when someone asks for it"))
            : Sentence::of(tr("Cleanup runs by the schedule %1, in UTC"), {Sentence::chip(QString::fromStdString(*m_plan->schedule))});
        row.right = tr("is set");
        rows << row;
    }
    addPart(rows, tr("Protection"), m_plan->protection, removes());
    m_ui->changes->setRows(rows);
    const auto others = m_plan->cleanup.others.size() + m_plan->protection.others.size();
    m_ui->removes->setVisible(others > 0);
    const auto count = m_plan->changes(removes());
    const bool isTooMuch = m_plan->cleanupAfter(removes()).size() > mostPolicies || m_plan->protectionAfter(removes()).size() > mostPolicies;
    m_verb->setText(count == 0 ? tr("Apply") : tr("Make %n changes", nullptr, int(count)));
    m_verb->setEnabled(count > 0 && !isTooMuch && !m_isApplying);
    if (isTooMuch)
        m_ui->banner->show(Banner::Kind::Warn, tr("There would be more policies than %1 of a kind").arg(mostPolicies),
            tr("Delete those that only the registry has, or some of the file."));
    else if (count == 0)
        m_ui->banner->show(Banner::Kind::Ok, {}, tr("Both say the same."));
    else
        m_ui->banner->hide();
}

QCoro::Task<> PolicyApplyDialog::lookAhead()
{
    const QPointer<PolicyApplyDialog> self(this);
    const auto asked = ++m_asked;
    CleanupWish wish{m_registry, m_plan->cleanupAfter(removes()), m_plan->protectionAfter(removes()), {}, false};
    auto previewTask = ask<CleanupPreviews>(m_session, [wish](CleanupPreviews &previews) { return previews.previewCleanup(wish); });
    const auto preview = co_await previewTask;
    if (!self || asked != m_asked)
        co_return;
    if (!preview) {
        m_ui->sum->setText(tr("not known"));
        m_ui->note->setText(errorText(preview.error()));
        m_ui->note->show();
        co_return;
    }
    const auto &sums = preview->sums;
    m_ui->sum->setText(tr("keeps %1, deletes %2, %3", "numbers, frees a size").arg(sums.total - sums.deleted).arg(sums.deleted).arg(freedWords(*preview)));
    setShares(*m_ui->bar, sums);
    const bool takesAll = sums.deleted > 0 && sums.deleted + sums.shielded == sums.total;
    m_ui->note->setText(takesAll ? tr("That is everything that is not protected.") : QString());
    m_ui->note->setProperty("shade", shadeName(takesAll ? Shade::Danger : Shade::Text2));
    m_ui->note->setVisible(takesAll);
}

QCoro::Task<Result<void>> PolicyApplyDialog::disableProtection(ProtectionRule rule)
{
    const QPointer<PolicyApplyDialog> self(this);
    auto rulesTask = ask<ProtectionPolicies>(m_session, [registry = m_registry](ProtectionPolicies &policies) { return policies.protectionRules(registry); });
    const auto rules = co_await rulesTask;
    if (!rules)
        co_return tl::unexpected(rules.error());
    const auto twin = std::ranges::find_if(*rules, [&](const ProtectionRule &own) { return own.isTwinOf(rule); });
    if (!self || twin == rules->end())
        co_return Result<void>();
    auto changed = *twin;
    changed.isEnabled = false;
    auto changedTask = attempt<ProtectionPolicies>(m_session, Deed::ChangePolicies,
        [changed, registry = m_registry](ProtectionPolicies &policies) { return policies.changeProtectionRule(registry, changed); });
    co_return co_await changedTask;
}

QCoro::Task<Result<void>> PolicyApplyDialog::applyProtection()
{
    const QPointer<PolicyApplyDialog> self(this);
    const auto part = m_plan->protection;
    for (const auto &rule : part.added) {
        auto addedTask = attempt<ProtectionPolicies>(m_session, Deed::ChangePolicies,
            [rule, registry = m_registry](ProtectionPolicies &policies) { return policies.addProtectionRule(registry, rule); });
        const auto added = co_await addedTask;
        if (!added || !self)
            co_return added;
        if (!rule.isEnabled) { // new ones are enabled
            auto disabledTask = disableProtection(rule);
            const auto disabled = co_await disabledTask;
            if (!disabled || !self)
                co_return disabled;
        }
    }
    for (const auto &rule : part.switched) {
        auto changedTask = attempt<ProtectionPolicies>(m_session, Deed::ChangePolicies,
            [rule, registry = m_registry](ProtectionPolicies &policies) { return policies.changeProtectionRule(registry, rule); });
        const auto changed = co_await changedTask;
        if (!changed || !self)
            co_return changed;
    }
    co_return Result<void>();
}

QCoro::Task<Result<void>> PolicyApplyDialog::applyCleanup()
{
    const QPointer<PolicyApplyDialog> self(this);
    const auto part = m_plan->cleanup;
    for (const auto &rule : part.added) {
        auto addedTask = attempt<CleanupPolicies>(
            m_session, Deed::ChangePolicies, [rule, registry = m_registry](CleanupPolicies &policies) { return policies.addCleanupRule(registry, rule); });
        const auto added = co_await addedTask;
        if (!added || !self)
            co_return added;
    }
    for (const auto &rule : part.switched) {
        auto changedTask = attempt<CleanupPolicies>(
            m_session, Deed::ChangePolicies, [rule, registry = m_registry](CleanupPolicies &policies) { return policies.changeCleanupRule(registry, rule); });
        const auto changed = co_await changedTask;
        if (!changed || !self)
            co_return changed;
    }
    co_return Result<void>();
}

QCoro::Task<Result<void>> PolicyApplyDialog::removeOthers()
{
    const QPointer<PolicyApplyDialog> self(this);
    const auto plan = *m_plan;
    for (const auto &rule : plan.protection.others) {
        auto removedTask = attempt<ProtectionPolicies>(m_session, Deed::ChangePolicies,
            [id = rule.id, registry = m_registry](ProtectionPolicies &policies) { return policies.deleteProtectionRule(registry, id); });
        const auto removed = co_await removedTask;
        if (!removed || !self)
            co_return removed;
    }
    for (const auto &rule : plan.cleanup.others) {
        auto removedTask = attempt<CleanupPolicies>(m_session, Deed::ChangePolicies,
            [id = rule.id, registry = m_registry](CleanupPolicies &policies) { return policies.deleteCleanupRule(registry, id); });
        const auto removed = co_await removedTask;
        if (!removed || !self)
            co_return removed;
    }
    co_return Result<void>();
}

QCoro::Task<Result<void>> PolicyApplyDialog::setSchedule()
{
    if (!m_plan->schedule)
        co_return Result<void>();
    auto setTask = attempt<CleanupPolicies>(
        m_session, Deed::ChangePolicies, [cron = QString::fromStdString(*m_plan->schedule), registry = m_registry](CleanupPolicies &policies) {
            return policies.setCleanupSchedule(registry, cron);
        });
    co_return co_await setTask;
}

QCoro::Task<> PolicyApplyDialog::apply()
{
    const QPointer<PolicyApplyDialog> self(this);
    m_isApplying = true;
    m_verb->setEnabled(false);
    m_ui->removes->setEnabled(false);
    const bool removesFirst = m_plan->cleanupAfter(false).size() > mostPolicies || m_plan->protectionAfter(false).size() > mostPolicies;
    const bool removesAny = removes();
    using Step = QCoro::Task<Result<void>> (PolicyApplyDialog::*)();
    std::vector<Step> steps{&PolicyApplyDialog::applyProtection, &PolicyApplyDialog::applyCleanup, &PolicyApplyDialog::setSchedule};
    if (removesAny)
        steps.insert(removesFirst ? steps.begin() : steps.begin() + 2, &PolicyApplyDialog::removeOthers);
    for (const auto step : steps) {
        auto stepTask = (this->*step)();
        const auto made = co_await stepTask;
        if (!self)
            co_return;
        if (made)
            continue;
        m_isApplying = false;
        m_ui->removes->setEnabled(true);
        Q_EMIT self->applied();
        auto comparedTask = compare(); // what is left
        co_await comparedTask;
        if (!self)
            co_return;
        showPlan(); // also where it could not be compared again
        m_ui->banner->show(Banner::Kind::Danger, tr("Not everything could be applied; what is left is below"), errorText(made.error()));
        co_return;
    }
    Q_EMIT self->applied();
    if (self)
        accept();
}

} // namespace berth
