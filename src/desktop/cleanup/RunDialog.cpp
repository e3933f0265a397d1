// SPDX-License-Identifier: Apache-2.0
#include "desktop/cleanup/RunDialog.h"

#include "cleanup/ui_RunDialog.h"
#include "client/roles/CleanupPolicies.h"
#include "client/roles/Trash.h"
#include "core/ErrorText.h"
#include "desktop/policies/PolicySentence.h"
#include "desktop/policies/PreviewPanel.h"

namespace berth {

RunDialog::RunDialog(Session &session, const CleanupWish &wish, QWidget *parent)
    : DialogFrame(tr("Run the cleanup of %1 now?").arg(wish.registry), tr("It works on what is there when it begins."), 520, parent)
    , m_session(&session)
    , m_wish(wish)
    , m_ui(std::make_unique<Ui::RunDialog>())
    , m_verb(addVerb(tr("Run now"), "danger", "broom"))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setForm(*m_ui);
    m_ui->sum->setText(tr("Counting…"));
    m_ui->wayBack->setText(session.as<Trash>() ? tr("What goes lies in the trash and can be restored until that is emptied.")
                                               : tr("This server has no trash: what goes cannot be restored."));
    connect(m_verb, &QPushButton::clicked, this, [this] { start(); });
    lookAhead();
}

RunDialog::~RunDialog() = default;

QCoro::Task<> RunDialog::lookAhead()
{
    const QPointer<RunDialog> self(this);
    auto previewTask = ask<CleanupPreviews>(m_session, [wish = m_wish](CleanupPreviews &previews) { return previews.previewCleanup(wish); });
    const auto preview = co_await previewTask;
    if (!self)
        co_return;
    if (!preview) {
        m_ui->sum->setText(tr("What it would delete is not known"));
        m_ui->room->setText(errorText(preview.error()));
        co_return;
    }
    const auto &sums = preview->sums;
    m_ui->sum->setText(tr("%1 of %n artifacts are deleted, %2", "5, frees 3 GB", int(sums.total)).arg(sums.deleted).arg(freedWords(*preview)));
    setShares(*m_ui->bar, sums);
    QStringList lines;
    if (sums.shielded > 0)
        lines << tr("%n artifacts would go, but are protected.", nullptr, int(sums.shielded));
    if (preview->neverPulled > 0)
        lines << tr("%n of those that go were never pulled.", nullptr, int(preview->neverPulled));
    m_ui->room->setText(lines.join(QLatin1Char('\n')));
    m_ui->room->setVisible(!lines.isEmpty());
    m_ui->wayBack->setVisible(sums.deleted > 0);
    m_verb->setText(sums.deleted > 0 ? tr("Delete %n artifacts", nullptr, int(sums.deleted)) : tr("Run now"));
}

QCoro::Task<> RunDialog::start()
{
    const QPointer<RunDialog> self(this);
    m_verb->setEnabled(false);
    auto startedTask = attempt<CleanupPolicies>(
        m_session, Deed::ChangePolicies, [registry = m_wish.registry](CleanupPolicies &policies) { return policies.startCleanup(registry, false); });
    const auto begun = co_await startedTask;
    if (!self)
        co_return;
    if (!begun) {
        m_verb->setEnabled(true);
        m_ui->banner->show(Banner::Kind::Danger, tr("The cleanup did not begin"), errorText(begun.error()));
        co_return;
    }
    Q_EMIT self->started();
    if (self)
        accept();
}

} // namespace berth
