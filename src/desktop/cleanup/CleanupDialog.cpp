// SPDX-License-Identifier: Apache-2.0
#include "desktop/cleanup/CleanupDialog.h"

#include <algorithm>
#include <array>

#include <QCheckBox>
#include <QHBoxLayout>
#include <QHash>
#include <QLocale>
#include <QTimer>

#include "cleanup/ui_CleanupDialog.h"
#include "client/roles/CleanupPolicies.h"
#include "core/ErrorText.h"
#include "desktop/cleanup/CronWords.h"
#include "desktop/parts/Buttons.h"
#include "desktop/parts/DateText.h"
#include "desktop/policies/PatternInput.h"
#include "desktop/policies/PolicySentence.h"

namespace berth {

namespace {

constexpr int typingPauseMs = 250;
constexpr std::array keeps{Keep::LatestPushed, Keep::LatestPulled, Keep::PushedWithin, Keep::PulledWithin, Keep::Always};

bool countsDays(Keep keep) { return keep == Keep::PushedWithin || keep == Keep::PulledWithin; }
bool looksAtPulls(Keep keep) { return keep == Keep::LatestPulled || keep == Keep::PulledWithin; }
qint64 mostOf(Keep keep) { return countsDays(keep) ? CleanupRule::mostDays : CleanupRule::mostArtifacts; }

} // namespace

CleanupDialog::CleanupDialog(Session &session, const QString &registry, RegistryPolicies policies, std::optional<std::size_t> place, QWidget *parent)
    : DialogFrame(place ? tr("Edit cleanup policy") : tr("Add cleanup policy"),
        tr("Say what to keep in %1. In the images named here, whatever no policy keeps is deleted.").arg(registry), 920, parent)
    , m_session(&session)
    , m_registry(registry)
    , m_policies(std::move(policies))
    , m_place(place)
    , m_ui(std::make_unique<Ui::CleanupDialog>())
    , m_verb(addVerb(place ? tr("Save policy") : tr("Add policy"), "primary", nullptr))
    , m_consent(new QCheckBox(this))
    , m_footGlyph(new QLabel(this))
    , m_foot(makeLabel({}, TextRole::Body, Shade::Danger, this))
    , m_pause(new QTimer(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setForm(*m_ui);
    for (const auto &known : session.registries()) {
        if (known.name == registry)
            m_imageCount = known.imageCount;
    }
    m_footGlyph->setPixmap(icon("error", Tint::Danger).pixmap(QSize(16, 16), devicePixelRatioF()));
    footLeft()->addWidget(m_consent);
    footLeft()->addWidget(m_footGlyph);
    footLeft()->addWidget(m_foot);
    m_ui->keep->addItems({tr("those pushed last"), tr("those pulled last"), tr("those pushed within"), tr("those pulled within"), tr("all of these")});
    m_ui->number->setAlignment(Qt::AlignRight);
    m_ui->number->setMaximumWidth(90);
    m_ui->number->setMaxLength(9);
    m_ui->number->setAccessibleName(tr("Number"));
    m_images = new PatternInput(*m_ui->imagesKind, *m_ui->imagesPattern, *m_ui->imagesField, this);
    m_tags = new PatternInput(*m_ui->tagsKind, *m_ui->tagsPattern, *m_ui->tagsField, this);
    const CleanupRule shown = place ? m_policies.rules[*place] : CleanupRule{0, true, {}, {}, Keep::LatestPushed, 10};
    m_number = shown.number;
    m_images->set(shown.images.excludes, QString::fromStdString(shown.images.pattern));
    m_tags->set(shown.tags.excludes, QString::fromStdString(shown.tags.pattern));
    // The box means what happens: whether artifacts without a tag are among those that may be kept.
    m_ui->untagged->setChecked(shown.tags.untagged != shown.tags.excludes);
    m_ui->keep->setCurrentIndex(int(std::ranges::find(keeps, shown.keep) - keeps.begin()));
    m_ui->number->setText(QString::number(shown.keep == Keep::Always ? 10 : shown.number));
    m_pause->setSingleShot(true);
    m_pause->setInterval(typingPauseMs);
    connectParts();
    m_ui->imagesPattern->setFocus();
    look();
    askPreview();
}

CleanupDialog::~CleanupDialog() = default;

void CleanupDialog::connectParts()
{
    connect(m_images, &PatternInput::changed, this, &CleanupDialog::changed);
    connect(m_tags, &PatternInput::changed, this, &CleanupDialog::changed);
    connect(m_ui->untagged, &QCheckBox::toggled, this, &CleanupDialog::changed);
    connect(m_ui->keep, &QComboBox::currentIndexChanged, this, &CleanupDialog::changed);
    connect(m_ui->number, &QLineEdit::textChanged, this, &CleanupDialog::changed);
    connect(m_pause, &QTimer::timeout, this, [this] { askPreview(); });
    connect(m_consent, &QCheckBox::toggled, this, &CleanupDialog::look);
    connect(m_verb, &QPushButton::clicked, this, [this] { save(); });
}

CleanupRule CleanupDialog::rule() const
{
    CleanupRule rule = m_place ? m_policies.rules[*m_place] : CleanupRule();
    rule.images = {m_images->excludes(), m_images->pattern()};
    rule.tags = {m_tags->excludes(), m_tags->pattern(), m_ui->untagged->isChecked() != m_tags->excludes()};
    rule.keep = keeps[std::size_t(qMax(0, m_ui->keep->currentIndex()))];
    rule.number = rule.keep == Keep::Always ? 0 : qMin(m_number, mostOf(rule.keep));
    return rule;
}

/// As they would be then; the one in front counts as enabled, since that is what is to be seen.
std::vector<CleanupRule> CleanupDialog::allRules() const
{
    auto rules = m_policies.rules;
    auto own = rule();
    own.isEnabled = true;
    if (m_place)
        rules[*m_place] = own;
    else
        rules.push_back(own);
    return rules;
}

QString CleanupDialog::numberFault() const
{
    const auto keep = keeps[std::size_t(qMax(0, m_ui->keep->currentIndex()))];
    if (keep == Keep::Always)
        return {};
    bool ok = false;
    const qint64 number = m_ui->number->text().trimmed().toLongLong(&ok);
    if (ok && number >= 0 && number <= mostOf(keep))
        return {};
    const QString most = QLocale().toString(mostOf(keep));
    return countsDays(keep) ? tr("Type how many days, from 0 to %1.").arg(most) : tr("Type how many to keep, from 0 to %1.").arg(most);
}

QString CleanupDialog::twin() const
{
    const auto wish = rule();
    for (std::size_t i = 0; i < m_policies.rules.size(); ++i) {
        if (m_policies.rules[i].isTwinOf(wish) && i != m_place)
            return tr("Policy %1 says the same").arg(i + 1);
    }
    return {};
}

void CleanupDialog::changed()
{
    if (numberFault().isEmpty() && !m_ui->number->isHidden())
        m_number = m_ui->number->text().trimmed().toLongLong();
    m_isCurrent = false;
    ++m_asked; // an answer to what stood there before counts no more
    look();
    m_pause->start();
}

bool CleanupDialog::isGood() const { return m_images->fault().isEmpty() && m_tags->fault().isEmpty() && numberFault().isEmpty() && twin().isEmpty(); }

void CleanupDialog::look()
{
    const auto keep = keeps[std::size_t(qMax(0, m_ui->keep->currentIndex()))];
    m_ui->number->setVisible(keep != Keep::Always);
    m_ui->unit->setVisible(keep != Keep::Always);
    m_ui->unit->setText(countsDays(keep) ? tr("days") : tr("artifacts of each image"));
    m_ui->untagged->setText(m_tags->excludes() ? tr("Artifacts without a tag, too") : tr("Untagged artifacts, too"));
    const QString number = numberFault();
    m_ui->number->setProperty("bad", !number.isEmpty());
    m_ui->keepField->setError(number);
    m_ui->sentence->setSentence(sentenceOf(rule()));

    const int incomplete = int(!m_images->fault().isEmpty()) + int(!m_tags->fault().isEmpty()) + int(!number.isEmpty());
    const bool needsConsent = !m_consent->isHidden();
    const QString wrong = incomplete > 0 ? tr("%n fields need a value", nullptr, incomplete) : twin();
    m_foot->setText(wrong);
    m_foot->setVisible(!wrong.isEmpty());
    m_footGlyph->setVisible(!wrong.isEmpty());
    m_verb->setEnabled(wrong.isEmpty() && !m_isSaving && (!needsConsent || m_consent->isChecked()));
    m_ui->preview->setNote(incomplete == 0 ? QString() : tr("With what was complete last: %1").arg(sentenceOf(rule()).plain()));
}

QCoro::Task<> CleanupDialog::askPreview()
{
    const QPointer<CleanupDialog> self(this);
    const auto asked = ++m_asked;
    CleanupWish wish{m_registry, allRules(), m_policies.protection, {}, false};
    auto previewTask = ask<CleanupPreviews>(m_session, [wish](CleanupPreviews &previews) { return previews.previewCleanup(wish); });
    const auto preview = co_await previewTask;
    if (!self || asked != m_asked)
        co_return;
    if (!preview) {
        m_preview.reset();
        m_ui->preview->setNote(errorText(preview.error()), true);
        m_ui->preview->setSum(tr("not known"));
        co_return;
    }
    m_preview = *preview;
    m_isCurrent = true;
    showPreview();
}

void CleanupDialog::showPreview()
{
    const auto &preview = *m_preview;
    m_ui->preview->showCleanup(preview, allRules(), m_policies.protection);
    QStringList images, tags;
    for (const auto &image : preview.images)
        images << image.image;
    for (const auto &entry : preview.entries)
        tags << entry.tags;
    m_images->offer(images);
    m_tags->offer(tags);
    const auto wish = rule();
    const auto names = CompiledNames::of(wish.images);
    const auto choice = CompiledTags::of(wish.tags);
    if (!names || !choice)
        return;
    const auto matching = std::ranges::count_if(preview.images, [&](const auto &image) { return names->chooses(image.image.toStdString()); });
    const bool isWhole = preview.imageCount == preview.images.size() && !preview.isPartial;
    if (!isWhole || m_imageCount < 0)
        m_images->setHint(isWhole ? tr("%n images match", nullptr, int(matching)) : QString());
    else
        m_images->setHint(matching == m_imageCount ? tr("All %n images match", nullptr, int(m_imageCount))
                                                   : tr("%1 of %n images match", nullptr, int(m_imageCount)).arg(matching));
    qint64 chosen = 0;
    qint64 looked = 0;
    for (const auto &entry : preview.entries) {
        if (!names->chooses(entry.image.toStdString()))
            continue;
        std::vector<std::string> own;
        for (const auto &tag : entry.tags)
            own.push_back(tag.toStdString());
        ++looked;
        chosen += choice->chooses(own);
    }
    m_tags->setHint(preview.entries.size() < preview.sums.total ? QString()
            : chosen == 0                                       ? tr("No artifact is chosen by this")
                                                                : tr("%1 of %n artifacts are chosen", nullptr, int(looked)).arg(chosen));
    showDanger();
    showConflicts();
    look();
}

void CleanupDialog::showDanger()
{
    const auto &sums = m_preview->sums;
    const bool takesAll = sums.deleted > 0 && sums.deleted + sums.shielded == sums.total;
    const auto next = cronwords::nextTimes(m_policies.cron, QDateTime::currentDateTimeUtc(), 1);
    const QString when = next.isEmpty() ? tr("at the next run") : tr("at the next run, %1").arg(dateTextWithUtc(next.first()));
    const auto rules = allRules();
    const bool byPulls = std::ranges::any_of(rules, [](const auto &rule) { return rule.isEnabled && looksAtPulls(rule.keep); });
    const int neverPulled = byPulls ? int(m_preview->neverPulled) : 0;
    if (takesAll)
        m_ui->banner->show(Banner::Kind::Danger,
            sums.shielded > 0 ? tr("These policies delete everything that is not protected") : tr("These policies delete everything"),
            tr("%1 of %n artifacts go %2.", nullptr, int(sums.total)).arg(sums.deleted).arg(when)
                + (neverPulled > 0 ? QLatin1Char(' ') + tr("%n of them were never pulled.", nullptr, neverPulled) : QString()));
    else if (neverPulled > 0)
        m_ui->banner->show(Banner::Kind::Danger, tr("%n artifacts that go were never pulled", nullptr, neverPulled),
            tr("A policy that looks at pulls does not keep what nobody has pulled yet, however new it is."));
    else
        m_ui->banner->hide();
    const bool was = !m_consent->isHidden();
    m_consent->setText(tr("I want to delete %n artifacts", nullptr, int(sums.deleted)));
    m_consent->setVisible(takesAll);
    if (takesAll && !was)
        m_consent->setChecked(false);
    m_verb->setProperty("kind", takesAll ? "danger" : "primary");
    m_verb->update();
    setDefaultVerb(takesAll ? nullptr : m_verb);
}

/// What of the other policies this one meets.
void CleanupDialog::showConflicts()
{
    QStringList lines;
    QHash<int, int> shields;
    for (const auto &entry : std::as_const(m_preview->entries)) {
        if (entry.outcome == CleanupEntry::Outcome::Protected)
            ++shields[entry.rule];
    }
    for (std::size_t i = 0; i < m_policies.protection.size(); ++i) {
        if (const int count = shields.value(int(i)))
            lines << tr("Protection policy %1 (%2) shields %n artifacts that would go.", nullptr, count)
                         .arg(i + 1)
                         .arg(QString::fromStdString(m_policies.protection[i].tags.pattern));
    }
    const auto own = place();
    const bool keepsSome =
        std::ranges::any_of(m_preview->entries, [&](const auto &entry) { return entry.outcome == CleanupEntry::Outcome::Kept && entry.rule == int(own); });
    if (!keepsSome && m_preview->entries.size() == m_preview->sums.total && !m_preview->isPartial)
        lines << tr("This policy keeps nothing that another one does not keep already.");
    if (m_place && !m_policies.rules[*m_place].isEnabled)
        lines << tr("It is disabled; the preview shows it enabled.");
    m_ui->conflicts->setText(lines.join(QLatin1Char('\n')));
    m_ui->conflicts->setVisible(!lines.isEmpty());
}

QCoro::Task<> CleanupDialog::save()
{
    const QPointer<CleanupDialog> self(this);
    if (!isGood())
        co_return;
    m_isSaving = true;
    m_verb->setEnabled(false);
    if (!m_isCurrent) { // what it would do is shown before it is saved
        m_pause->stop();
        const bool hadConsent = !m_consent->isHidden();
        const auto shown = askPreview();
        co_await shown;
        if (!self)
            co_return;
        m_isSaving = false;
        look();
        const bool hasChangedAgain = m_preview && !m_isCurrent;
        const bool asksFirst = !hadConsent && !m_consent->isHidden();
        if (hasChangedAgain || asksFirst)
            co_return;
        m_isSaving = true;
        m_verb->setEnabled(false);
    }
    const auto wish = rule();
    const bool isNew = !m_place;
    auto savedTask = attempt<CleanupPolicies>(m_session, Deed::ChangePolicies, [wish, isNew, registry = m_registry](CleanupPolicies &policies) {
        return isNew ? policies.addCleanupRule(registry, wish) : policies.changeCleanupRule(registry, wish);
    });
    const auto stored = co_await savedTask;
    if (!self)
        co_return;
    m_isSaving = false;
    if (!stored) {
        look();
        m_ui->banner->show(Banner::Kind::Danger, tr("The policy was not saved"), errorText(stored.error()));
        co_return;
    }
    Q_EMIT self->saved();
    if (self)
        accept();
}

} // namespace berth
