// SPDX-License-Identifier: Apache-2.0
#include "desktop/access/KeyFormDialog.h"

#include "access/ui_KeyFormDialog.h"
#include "core/ErrorText.h"
#include "desktop/sessions/Ask.h"
#include "desktop/sessions/RoleText.h"
#include "desktop/sessions/Session.h"

namespace berth {

namespace {
constexpr int mostNoteBytes = 200;
}

KeyFormDialog::KeyFormDialog(Session &session, const AccessKey &key, QWidget *parent)
    : DialogFrame(key.id.isEmpty() ? tr("Create access key") : tr("Access key %1").arg(key.id),
        key.id.isEmpty() ? tr("A program or a computer signs in with it as %1. Its secret is shown once, right after this.").arg(key.owner)
                         : tr("A change counts from the next request on."),
        520, parent)
    , m_session(&session)
    , m_key(key)
    , m_ui(std::make_unique<Ui::KeyFormDialog>())
    , m_verb(addVerb(key.id.isEmpty() ? tr("Create key") : tr("Save"), "primary", key.id.isEmpty() ? "plus" : "check"))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setForm(*m_ui);
    m_ui->note->setText(key.note);
    offerRoles();
    m_ui->where->setCurrentIndex(key.registries.isEmpty() ? 0 : 1);
    QMap<QString, Role> chosen;
    for (const auto &name : key.registries)
        chosen.insert(name, Role::Member);
    m_ui->registries->offer(tr("Registry"), session.registryNames(), false);
    m_ui->registries->setRegistries(chosen);
    connect(m_ui->where, &QComboBox::activated, this, &KeyFormDialog::look);
    connect(m_ui->note, &QLineEdit::textChanged, this, &KeyFormDialog::look);
    connect(m_ui->registries, &RegistryRows::changed, this, &KeyFormDialog::look);
    connect(m_verb, &QPushButton::clicked, this, [this] { save(); });
    m_ui->note->setFocus();
    look();
}

KeyFormDialog::~KeyFormDialog() = default;

void KeyFormDialog::offerRoles()
{
    auto *role = m_ui->role;
    role->addItem(tr("All that %1 may do").arg(m_key.owner), QVariant());
    for (const auto each : {Role::Member, Role::ImageUploader})
        role->addItem(tr("%1: %2", "role: what it does").arg(roleName(each), roleMeaning(each)), int(each));
    if (m_key.limit && *m_key.limit == Role::Administrator)
        role->addItem(roleName(Role::Administrator), int(Role::Administrator));
    role->setCurrentIndex(m_key.limit ? qMax(0, role->findData(int(*m_key.limit))) : 0);
}

bool KeyFormDialog::isLimitedToSome() const { return m_ui->where->currentIndex() == 1; }

void KeyFormDialog::look()
{
    const bool some = isLimitedToSome();
    const bool tooLong = m_ui->note->text().toUtf8().size() > mostNoteBytes;
    m_ui->registries->setVisible(some);
    m_ui->noteField->setError(tooLong ? tr("This is longer than the server keeps: %n bytes at most", nullptr, mostNoteBytes) : QString());
    const bool lacksRegistry = some && m_ui->registries->isEmpty();
    m_verb->setEnabled(!m_saving && !tooLong && !lacksRegistry);
    m_verb->setToolTip(lacksRegistry ? tr("Add a registry first") : QString());
}

void KeyFormDialog::reject()
{
    if (!m_saving)
        DialogFrame::reject();
}

QCoro::Task<> KeyFormDialog::save()
{
    if (isLimitedToSome() && !m_ui->registries->takePending())
        co_return;
    const QPointer<KeyFormDialog> self(this);
    AccessKey key = m_key;
    key.note = m_ui->note->text().trimmed();
    key.limit = m_ui->role->currentData().isValid() ? std::optional(Role(m_ui->role->currentData().toInt())) : std::nullopt;
    key.registries = isLimitedToSome() ? m_ui->registries->names() : QStringList();
    m_saving = true;
    m_verb->setEnabled(false);
    m_ui->banner->hide();
    std::optional<Error> error;
    if (key.id.isEmpty()) {
        auto madeTask = ask<AccessKeys>(m_session, [key](AccessKeys &keys) { return keys.createKey(key); });
        const auto made = co_await madeTask;
        if (!self)
            co_return;
        m_saving = false;
        if (made) {
            accept();
            Q_EMIT self->made(*made);
            co_return;
        }
        error = made.error();
    } else {
        auto storedTask = ask<AccessKeys>(m_session, [key](AccessKeys &keys) { return keys.changeKey(key); });
        const auto stored = co_await storedTask;
        if (!self)
            co_return;
        m_saving = false;
        if (stored) {
            accept();
            Q_EMIT self->changed();
            co_return;
        }
        error = stored.error();
    }
    look();
    m_ui->banner->show(Banner::Kind::Danger, key.id.isEmpty() ? tr("The key could not be created") : tr("The key could not be changed"), errorText(*error));
}

} // namespace berth
