// SPDX-License-Identifier: Apache-2.0
#include "desktop/protection/ProtectionDialog.h"

#include <QHBoxLayout>
#include <QSet>

#include "client/roles/CleanupPolicies.h"
#include "client/roles/ProtectionPolicies.h"
#include "core/ErrorText.h"
#include "core/SizeText.h"
#include "desktop/lists/RichList.h"
#include "desktop/parts/Buttons.h"
#include "desktop/parts/DateText.h"
#include "desktop/policies/PatternInput.h"
#include "desktop/policies/PolicySentence.h"
#include "protection/ui_ProtectionDialog.h"

namespace berth {

namespace {

std::vector<std::string> namesOf(const QStringList &tags)
{
    std::vector<std::string> names;
    for (const auto &tag : tags)
        names.push_back(tag.toStdString());
    return names;
}

} // namespace

ProtectionDialog::ProtectionDialog(Session &session, const QString &registry, std::vector<ProtectionRule> rules, const ProtectionRule *rule, QWidget *parent)
    : DialogFrame(
        rule ? tr("Edit protection policy") : tr("Add protection policy"), tr("Say which tags in %1 must stay as they are.").arg(registry), 860, parent)
    , m_session(&session)
    , m_registry(registry)
    , m_rules(std::move(rules))
    , m_old(rule ? std::optional(*rule) : std::nullopt)
    , m_ui(std::make_unique<Ui::ProtectionDialog>())
    , m_verb(addVerb(rule ? tr("Save policy") : tr("Add policy"), "primary", nullptr))
    , m_footGlyph(new QLabel(this))
    , m_foot(makeLabel({}, TextRole::Body, Shade::Danger, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setForm(*m_ui);
    m_footGlyph->setPixmap(icon("error", Tint::Danger).pixmap(QSize(16, 16), devicePixelRatioF()));
    footLeft()->addWidget(m_footGlyph);
    footLeft()->addWidget(m_foot);
    m_images = new PatternInput(*m_ui->imagesKind, *m_ui->imagesPattern, *m_ui->imagesField, this);
    m_tags = new PatternInput(*m_ui->tagsKind, *m_ui->tagsPattern, *m_ui->tagsField, this);
    m_images->set(rule && rule->images.excludes, rule ? QString::fromStdString(rule->images.pattern) : QStringLiteral("**"));
    m_tags->set(rule && rule->tags.excludes, rule ? QString::fromStdString(rule->tags.pattern) : QString());
    m_ui->preview->hideBar();
    connect(m_images, &PatternInput::changed, this, &ProtectionDialog::look);
    connect(m_tags, &PatternInput::changed, this, &ProtectionDialog::look);
    connect(m_verb, &QPushButton::clicked, this, [this] { save(); });
    m_ui->tagsPattern->setFocus();
    look();
    fetch();
}

ProtectionDialog::~ProtectionDialog() = default;

ProtectionRule ProtectionDialog::rule() const
{
    ProtectionRule rule = m_old.value_or(ProtectionRule());
    rule.images = {m_images->excludes(), m_images->pattern()};
    rule.tags.excludes = m_tags->excludes();
    rule.tags.pattern = m_tags->pattern();
    return rule;
}

QString ProtectionDialog::fault() const
{
    const auto wish = rule();
    for (std::size_t i = 0; i < m_rules.size(); ++i) {
        if (m_rules[i].isTwinOf(wish) && (!m_old || m_rules[i].id != m_old->id))
            return tr("Policy %1 says the same").arg(i + 1);
    }
    return {};
}

void ProtectionDialog::look()
{
    const int incomplete = int(!m_images->fault().isEmpty()) + int(!m_tags->fault().isEmpty());
    const QString twin = incomplete == 0 ? fault() : QString();
    const QString wrong = incomplete > 0 ? tr("%n patterns are not complete", nullptr, incomplete) : twin;
    m_foot->setText(wrong);
    m_footGlyph->setVisible(!wrong.isEmpty());
    m_verb->setEnabled(wrong.isEmpty() && !m_isSaving);
    m_ui->sentence->setSentence(sentenceOf(rule()));
    m_ui->preview->setNote(incomplete == 0
            ? QString()
            : tr("With the last complete pattern, %1").arg(QString::fromStdString(m_tags->fault().isEmpty() ? m_images->pattern() : m_tags->pattern())));
    showPreview();
}

QCoro::Task<> ProtectionDialog::fetch()
{
    const QPointer<ProtectionDialog> self(this);
    CleanupRule none;
    none.keep = Keep::LatestPushed;
    CleanupWish wish{m_registry, {none}, m_rules, {}, false};
    auto allTask = ask<CleanupPreviews>(m_session, [wish](CleanupPreviews &previews) { return previews.previewCleanup(wish); });
    const auto all = co_await allTask;
    if (!self)
        co_return;
    if (!all) {
        m_ui->preview->setNote(errorText(all.error()), true);
        co_return;
    }
    m_all = *all;
    QStringList images, tags;
    for (const auto &entry : std::as_const(m_all->entries)) {
        images << entry.image;
        tags << entry.tags;
    }
    m_images->offer(images);
    m_tags->offer(tags);
    look();
}

void ProtectionDialog::showPreview()
{
    if (!m_all)
        return;
    const std::vector own{[this] {
        auto wish = rule();
        wish.isEnabled = true;
        return wish;
    }()};
    const auto protection = Protection::of(own);
    const auto images = CompiledNames::of(own.front().images);
    if (!protection || !images)
        return;
    QSet<QString> allImages, chosenImages;
    qint64 tags = 0, artifacts = 0, bytes = 0;
    QList<RichRow> rows;
    QString image;
    for (const auto &entry : std::as_const(m_all->entries)) {
        allImages.insert(entry.image);
        if (!images->chooses(entry.image.toStdString()))
            continue;
        chosenImages.insert(entry.image);
        const auto names = namesOf(entry.tags);
        const auto hit = protection->ofArtifact(entry.image.toStdString(), names);
        qint64 ownTags = 0;
        for (const auto &name : names)
            ownTags += protection->ofTag(entry.image.toStdString(), name).has_value();
        tags += ownTags;
        artifacts += hit.has_value();
        bytes += hit ? qMax<qint64>(0, entry.sizeBytes) : 0;
        if (entry.image != image) {
            image = entry.image;
            RichRow heading;
            heading.key = image;
            heading.isHeading = true;
            heading.title = image;
            rows << heading;
        }
        const bool wasProtected = entry.outcome == CleanupEntry::Outcome::Protected && (!m_old || m_rules[std::size_t(qMax(0, entry.rule))].id != m_old->id);
        RichRow row;
        row.key = entry.image + QLatin1Char('\n') + entry.digest;
        row.lead = RichRow::Lead::Glyph;
        row.glyph = hit ? "lock" : "x";
        row.tint = hit ? Tint::Protected : Tint::Text3;
        row.title = entry.name();
        row.isMono = entry.tags.isEmpty();
        row.second = !hit  ? (wasProtected ? tr("Protected by policy %1, not by this one").arg(entry.rule + 1) : tr("Not protected, no tag matches"))
            : wasProtected ? tr("Protected already by policy %1").arg(entry.rule + 1)
            : ownTags < qint64(names.size()) ? tr("One tag is enough to protect the artifact")
                                             : tr("Pushed %1").arg(dateText(entry.pushed));
        row.right = dateText(entry.pushed);
        rows << row;
    }
    const bool isPartial = m_all->isPartial || m_all->entries.size() < m_all->sums.total;
    if (isPartial) {
        RichRow rest;
        rest.key = QStringLiteral("\n");
        rest.isHeading = true;
        rest.title = tr("Of the first %n artifacts", nullptr, int(m_all->entries.size()));
        rows.prepend(rest);
    }
    m_ui->preview->list().setRows(rows);
    m_ui->preview->setSum(artifacts == 0 ? tr("protects nothing now")
                                         : tr("protects %1, %2, %3", "7 tags, 6 artifacts, 0.9 GB")
                                               .arg(tr("%n tags", nullptr, int(tags)), tr("%n artifacts", nullptr, int(artifacts)), sizeText(bytes)));
    m_images->setHint(chosenImages.size() == allImages.size() ? tr("All %n images match", nullptr, int(allImages.size()))
                                                              : tr("%1 of %n images match", nullptr, int(allImages.size())).arg(chosenImages.size()));
    m_tags->setHint(artifacts == 0 ? tr("No artifact has such a tag yet; the first push of one is possible and protected from then on")
                                   : tr("%n artifacts have such a tag", nullptr, int(artifacts)));
}

QCoro::Task<> ProtectionDialog::save()
{
    const QPointer<ProtectionDialog> self(this);
    m_isSaving = true;
    m_verb->setEnabled(false);
    m_ui->banner->hide();
    const auto wish = rule();
    const bool isNew = !m_old;
    auto savedTask = attempt<ProtectionPolicies>(m_session, Deed::ChangePolicies, [wish, isNew, registry = m_registry](ProtectionPolicies &policies) {
        return isNew ? policies.addProtectionRule(registry, wish) : policies.changeProtectionRule(registry, wish);
    });
    const auto saved = co_await savedTask;
    if (!self)
        co_return;
    m_isSaving = false;
    if (!saved) {
        m_verb->setEnabled(true);
        m_ui->banner->show(Banner::Kind::Danger, tr("The policy was not saved"), errorText(saved.error()));
        co_return;
    }
    Q_EMIT self->saved();
    if (self)
        accept();
}

} // namespace berth
