// SPDX-License-Identifier: Apache-2.0
#include "desktop/protection/ProtectionPage.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QVBoxLayout>

#include "client/roles/CleanupPolicies.h"
#include "client/roles/ProtectionPolicies.h"
#include "core/ErrorText.h"
#include "core/SizeText.h"
#include "desktop/lists/RichList.h"
#include "desktop/parts/Parts.h"
#include "desktop/policies/PolicyBoard.h"
#include "desktop/policies/PolicyExchange.h"
#include "desktop/policies/PolicySentence.h"
#include "desktop/protection/ProtectionDialog.h"
#include "desktop/protection/TryTagDialog.h"

namespace berth {

namespace {

constexpr int shownArtifacts = 6;

/// Keeps nothing: what it does not take is protected.
CleanupRule keepsNothing()
{
    CleanupRule rule;
    rule.keep = Keep::LatestPushed;
    return rule;
}

QLabel *addFigure(QHBoxLayout &row, const QString &caption, QWidget *parent)
{
    auto *figure = makeLabel(QStringLiteral("–"), TextRole::Page, Shade::Text, parent);
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(figure);
    column->addWidget(makeLabel(caption, TextRole::Caption, Shade::Text2, parent));
    row.addLayout(column, 1);
    return figure;
}

} // namespace

ProtectionPage::ProtectionPage(QWidget *parent)
    : PolicyPage(parent)
    , m_bar(new ActionBar(this))
    , m_add(m_bar->addLeftAction(tr("Add protection policy…"), "plus", "tonal"))
    , m_edit(m_bar->addLeftAction(tr("Edit…"), "edit"))
    , m_delete(m_bar->addLeftAction(tr("Delete protection policy"), "trash"))
    , m_try(m_bar->addAction(tr("Try a tag…"), "search", "secondary"))
    , m_count(makeLabel({}, TextRole::Body, Shade::Text2, this))
    , m_board(new PolicyBoard(tr("Protection policies"), this))
    , m_rows(new QGridLayout)
{
    auto *more = makeIconButton("more", tr("Policies as a file"), this);
    m_bar->addRight(more);
    policyexchange::addMenu(*more,
        {[this] { return session(); }, [this] { return registry(); }, [this] { return refusal(); }, [this] { refresh(); },
            [this](const QString &what, const Error &error) { fail(what, error); }});
    m_bar->addCount(m_count);
    m_bar->row().setContentsMargins(16, 6, 14, 2);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(m_bar);
    column->addWidget(m_board, 1);
    m_board->setHint(tr("What is protected can be pulled, never deleted or replaced, not even by an administrator."));

    auto &card = m_board->card();
    card.addWidget(makeLabel(tr("Protected now"), TextRole::BodyStrong, Shade::Text, this));
    auto *figures = new QHBoxLayout;
    m_artifacts = addFigure(*figures, tr("artifacts"), this);
    m_tags = addFigure(*figures, tr("tags"), this);
    m_size = addFigure(*figures, tr("kept"), this);
    card.addLayout(figures);
    m_rows->setHorizontalSpacing(10);
    m_rows->setColumnStretch(1, 1);
    card.addLayout(m_rows);
    m_more = makeLabel({}, TextRole::Caption, Shade::Text2, this);
    m_more->setWordWrap(true);
    card.addWidget(m_more);
    card.addStretch(1);

    auto &list = m_board->list();
    connect(&list, &RichList::currentKeyChanged, this, &ProtectionPage::updateActions);
    connect(&list, &RichList::rowActivated, this, [this] { m_edit->click(); });
    connect(&list, &RichList::switched, this, [this](const QString &key, bool on) {
        for (auto rule : m_rules) {
            if (QString::number(rule.id) == key) {
                rule.isEnabled = on;
                save(rule);
                return;
            }
        }
    });
    connect(m_add, &QPushButton::clicked, this, [this] { openDialog(nullptr); });
    connect(m_edit, &QPushButton::clicked, this, [this] { openDialog(current()); });
    connect(m_delete, &QPushButton::clicked, this, [this] {
        if (const auto *rule = current())
            remove(*rule);
    });
    connect(m_try, &QPushButton::clicked, this, [this] {
        auto *dialog = new TryTagDialog(registry(), m_rules, this);
        dialog->open();
    });
    connect(&m_board->banner(), &Banner::actionTriggered, this, [this] {
        m_board->banner().hide();
        if (m_removed)
            putBack(*std::exchange(m_removed, std::nullopt));
        else
            refresh();
    });
    clear();
}

ProtectionPage::~ProtectionPage() = default;

void ProtectionPage::clear()
{
    m_rules.clear();
    m_preview.reset();
    m_removed.reset();
    m_busy = 0;
    m_tellsShielded = false;
    m_board->banner().hide();
    m_board->list().setRows({});
    m_board->showState(false);
    showProtected();
    updateActions();
}

void ProtectionPage::load() { fetch(); }

QCoro::Task<> ProtectionPage::fetch()
{
    const auto here = visit();
    auto rulesTask = answer<ProtectionPolicies>(here, [registry = registry()](ProtectionPolicies &policies) { return policies.protectionRules(registry); });
    const auto rules = co_await rulesTask;
    if (!rules)
        co_return;
    if (!*rules) {
        fail(tr("The protection policies could not be read"), rules->error());
        co_return;
    }
    if (m_rules.size() != (*rules)->size())
        m_preview.reset(); // its numbers are by places
    m_rules = **rules;
    m_busy = 0;
    Q_EMIT countChanged(m_rules.empty() ? QString() : QString::number(m_rules.size()));
    showRows();
    lookAhead();
}

QCoro::Task<> ProtectionPage::lookAhead()
{
    const auto here = visit();
    CleanupWish wish{registry(), {keepsNothing()}, m_rules, {}, true};
    auto previewTask = answer<CleanupPreviews>(here, [wish](CleanupPreviews &previews) { return previews.previewCleanup(wish); });
    const auto preview = co_await previewTask;
    if (!preview)
        co_return;
    if (!*preview) { // the list stands without its numbers
        m_preview.reset();
        showRows();
        showProtected();
        tellShielded(0);
        co_return;
    }
    m_preview = **preview;
    showRows();
    showProtected();
    auto cleanupTask = answer<CleanupPolicies>(here, [registry = registry()](CleanupPolicies &policies) { return policies.cleanupRules(registry); });
    const auto cleanup = co_await cleanupTask;
    if (!cleanup)
        co_return;
    if (!*cleanup || (*cleanup)->empty()) {
        tellShielded(0);
        co_return;
    }
    CleanupWish real{registry(), **cleanup, m_rules, {}, false};
    auto realTask = answer<CleanupPreviews>(here, [real](CleanupPreviews &previews) { return previews.previewCleanup(real); });
    const auto kept = co_await realTask;
    if (kept)
        tellShielded(*kept ? (*kept)->sums.shielded : 0);
}

/// Says what cleanup would take, were it not protected; other news goes before that.
void ProtectionPage::tellShielded(qint64 count)
{
    auto &banner = m_board->banner();
    if (!banner.isHidden() && !m_tellsShielded)
        return;
    m_tellsShielded = count > 0;
    if (m_tellsShielded)
        banner.show(Banner::Kind::Info, tr("Protection goes before cleanup"),
            tr("The cleanup policies would delete %n artifacts that are protected here. They stay.", nullptr, int(count)));
    else
        banner.hide();
}

void ProtectionPage::showRows()
{
    using Outcome = CleanupEntry::Outcome;
    QHash<int, int> counts;
    const bool isWhole = m_preview && m_preview->entries.size() == m_preview->sums.total;
    if (isWhole) {
        for (const auto &entry : std::as_const(m_preview->entries)) {
            if (entry.outcome == Outcome::Protected)
                ++counts[entry.rule];
        }
    }
    QList<RichRow> rows;
    for (std::size_t i = 0; i < m_rules.size(); ++i) {
        const auto &rule = m_rules[i];
        RichRow row;
        row.key = QString::number(rule.id);
        row.lead = RichRow::Lead::Switch;
        row.isBusy = m_busy == rule.id;
        row.isOn = rule.isEnabled != row.isBusy;
        row.isFaded = !rule.isEnabled;
        row.title = sentenceOf(rule);
        row.right = !rule.isEnabled ? tr("disabled") : isWhole ? tr("protects %n", "artifacts", counts.value(int(i))) : QString();
        rows << row;
    }
    m_board->list().setRows(rows);
    m_board->showState(rows.isEmpty());
    if (rows.isEmpty())
        m_board->state().show({"lock", Tint::Text3, tr("Nothing is protected"),
            tr("Anyone who may push can move or delete every tag of %1. A protection policy names the tags that must stay as they are.").arg(registry()), {},
            {}, {}});
    updateActions();
}

void ProtectionPage::showProtected()
{
    while (auto *item = m_rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_more->clear();
    if (!m_preview) {
        for (auto *figure : {m_artifacts, m_tags, m_size})
            figure->setText(QStringLiteral("–"));
        return;
    }
    const auto protection = Protection::of(m_rules);
    qint64 tags = 0;
    qint64 bytes = 0;
    int row = 0;
    for (const auto &entry : std::as_const(m_preview->entries)) {
        if (entry.outcome != CleanupEntry::Outcome::Protected)
            continue;
        for (const auto &tag : entry.tags)
            tags += protection && protection->ofTag(entry.image.toStdString(), tag.toStdString());
        bytes += qMax<qint64>(0, entry.sizeBytes);
        if (row >= shownArtifacts)
            continue;
        auto *glyph = new QLabel(this);
        glyph->setPixmap(icon("lock", Tint::Protected).pixmap(QSize(16, 16), devicePixelRatioF()));
        m_rows->addWidget(glyph, row, 0);
        m_rows->addWidget(new ElidedLabel(entry.image, TextRole::Body, Shade::Text, this), row, 1);
        m_rows->addWidget(new ElidedLabel(entry.name(), TextRole::Caption, Shade::Text2, this), row, 2);
        m_rows->addWidget(makeLabel(tr("policy %1").arg(entry.rule + 1), TextRole::Caption, Shade::Text2, this), row, 3);
        ++row;
    }
    const bool isWhole = m_preview->entries.size() == m_preview->sums.total;
    m_artifacts->setText(QString::number(m_preview->sums.shielded));
    m_tags->setText(isWhole ? QString::number(tags) : QStringLiteral("–"));
    m_size->setText(isWhole ? sizeText(bytes) : QStringLiteral("–"));
    if (m_preview->sums.shielded > row)
        m_more->setText(tr("and %n more artifacts", nullptr, int(m_preview->sums.shielded) - row));
}

const ProtectionRule *ProtectionPage::current() const
{
    const QString key = m_board->list().currentKey();
    for (const auto &rule : m_rules) {
        if (QString::number(rule.id) == key)
            return &rule;
    }
    return nullptr;
}

void ProtectionPage::updateActions()
{
    const QString refused = refusal();
    const QString full = m_rules.size() >= mostPolicies ? tr("There are %1 policies; more are not possible").arg(mostPolicies) : QString();
    const QString none = current() ? QString() : tr("Select a policy first");
    m_bar->setReason(m_add, refused.isEmpty() ? full : refused);
    m_bar->setReason(m_edit, refused.isEmpty() ? none : refused);
    m_bar->setReason(m_delete, refused.isEmpty() ? none : refused);
    m_bar->setReason(m_try, m_rules.empty() ? tr("There is no policy yet") : QString());
    m_bar->setCount(m_rules.empty() ? QString() : tr("%1 of %2", "policies").arg(m_rules.size()).arg(mostPolicies));
}

void ProtectionPage::openDialog(const ProtectionRule *rule)
{
    if (!session())
        return;
    auto *dialog = new ProtectionDialog(*session(), registry(), m_rules, rule, this);
    connect(dialog, &ProtectionDialog::saved, this, &ProtectionPage::refresh);
    dialog->open();
}

QCoro::Task<> ProtectionPage::save(ProtectionRule rule)
{
    if (!refusal().isEmpty()) {
        fail(tr("The policy was not changed"), Error{ErrorCode::Denied, refusal().toStdString()});
        co_return;
    }
    const auto here = visit();
    m_busy = rule.id;
    showRows();
    auto savedTask = attempt<ProtectionPolicies>(here.session(), Deed::ChangePolicies,
        [rule, registry = registry()](ProtectionPolicies &policies) { return policies.changeProtectionRule(registry, rule); });
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

QCoro::Task<> ProtectionPage::remove(ProtectionRule rule)
{
    const auto here = visit();
    m_delete->setEnabled(false);
    auto removedTask = attempt<ProtectionPolicies>(here.session(), Deed::ChangePolicies,
        [id = rule.id, registry = registry()](ProtectionPolicies &policies) { return policies.deleteProtectionRule(registry, id); });
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
    m_tellsShielded = false;
    m_board->banner().show(Banner::Kind::Info, tr("Policy deleted"), sentenceOf(rule).plain(), tr("Undo"));
    refresh();
}

QCoro::Task<> ProtectionPage::putBack(ProtectionRule rule)
{
    const auto here = visit();
    const bool wasEnabled = rule.isEnabled;
    auto addedTask = attempt<ProtectionPolicies>(here.session(), Deed::ChangePolicies,
        [rule, registry = registry()](ProtectionPolicies &policies) { return policies.addProtectionRule(registry, rule); });
    const auto added = co_await addedTask;
    if (here.isOver())
        co_return;
    if (!added)
        fail(tr("The policy could not be brought back"), added.error());
    else if (!wasEnabled)
        m_board->banner().show(Banner::Kind::Info, {}, tr("The policy is back. New policies are enabled; this one was not."));
    m_tellsShielded = false;
    refresh();
}

void ProtectionPage::fail(const QString &what, const Error &error)
{
    m_removed.reset();
    m_tellsShielded = false;
    m_board->banner().show(Banner::Kind::Danger, what, errorText(error), tr("Read again"));
}

void ProtectionPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Delete && m_board->list().hasFocus())
        m_delete->click();
    else if (event->key() == Qt::Key_F2 && m_board->list().hasFocus())
        m_edit->click();
    else
        PolicyPage::keyPressEvent(event);
}

} // namespace berth
