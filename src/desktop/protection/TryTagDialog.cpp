// SPDX-License-Identifier: Apache-2.0
#include "desktop/protection/TryTagDialog.h"

#include "core/ErrorText.h"
#include "desktop/panes/NameDialog.h"
#include "desktop/policies/PolicySentence.h"
#include "protection/ui_TryTagDialog.h"

namespace berth {

TryTagDialog::TryTagDialog(const QString &registry, std::vector<ProtectionRule> rules, QWidget *parent)
    : DialogFrame(tr("Try a tag against the policies of %1").arg(registry), tr("Nothing is changed, and the tag need not exist."), 520, parent)
    , m_registry(registry)
    , m_rules(std::move(rules))
    , m_ui(std::make_unique<Ui::TryTagDialog>())
{
    setAttribute(Qt::WA_DeleteOnClose);
    setForm(*m_ui);
    auto *close = addVerb(tr("Close"), "primary", nullptr);
    hideCancel();
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_ui->tag, &QLineEdit::textChanged, this, &TryTagDialog::look);
    m_ui->tag->setFocus();
}

TryTagDialog::~TryTagDialog() = default;

void TryTagDialog::look()
{
    QString typed = m_ui->tag->text().trimmed();
    if (typed.startsWith(m_registry + QLatin1Char('/')))
        typed.remove(0, m_registry.size() + 1); // as copied from elsewhere
    const auto colon = typed.lastIndexOf(QLatin1Char(':'));
    const QString image = typed.left(colon < 0 ? typed.size() : colon);
    const QString tag = colon < 0 ? QString() : typed.mid(colon + 1);
    m_ui->answer->hide();
    const QString fault = typed.isEmpty()  ? QString()
        : !imageNameError(image).isEmpty() ? imageNameError(image)
        : tag.isEmpty()                    ? tr("Name the tag behind a colon.")
                                           : tagError(tag);
    m_ui->tagField->setError(fault);
    if (typed.isEmpty() || !fault.isEmpty())
        return;
    const auto protection = Protection::of(m_rules);
    if (!protection) {
        m_ui->answer->show(Banner::Kind::Danger, tr("The policies cannot be read here"), errorText(protection.error()));
        return;
    }
    if (const auto rule = protection->ofTag(image.toStdString(), tag.toStdString()))
        m_ui->answer->show(Banner::Kind::Ok, tr("Protected by policy %1").arg(*rule + 1), sentenceOf(m_rules[*rule]).plain());
    else
        m_ui->answer->show(Banner::Kind::Info, tr("Not protected"), tr("No enabled policy names it: it can be moved and deleted."));
}

} // namespace berth
