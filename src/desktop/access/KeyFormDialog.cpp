// SPDX-License-Identifier: Apache-2.0
#include "desktop/access/KeyFormDialog.h"

#include <QComboBox>
#include <QLineEdit>
#include <QVBoxLayout>

#include "client/roles/AccessKeys.h"
#include "core/ErrorText.h"
#include "desktop/access/RegistryRows.h"
#include "desktop/parts/Parts.h"
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
    , m_note(new QLineEdit(key.note, this))
    , m_noteField(new LabelledField(tr("Used by"), m_note, this))
    , m_role(new QComboBox(this))
    , m_where(new QComboBox(this))
    , m_registries(new RegistryRows(tr("Registry"), session.registryNames(), false, this))
    , m_banner(new Banner(this))
    , m_verb(addVerb(key.id.isEmpty() ? tr("Create key") : tr("Save"), "primary", key.id.isEmpty() ? "plus" : "check"))
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_noteField->setHint(tr("The computer or the job that has this key, so that you know it again."));
    m_role->addItem(tr("All that %1 may do").arg(key.owner), QVariant());
    for (const auto role : {Role::Member, Role::ImageUploader})
        m_role->addItem(tr("%1: %2", "role: what it does").arg(roleName(role), roleMeaning(role)), int(role));
    if (key.limit && *key.limit == Role::Administrator)
        m_role->addItem(roleName(Role::Administrator), int(Role::Administrator));
    m_role->setCurrentIndex(key.limit ? qMax(0, m_role->findData(int(*key.limit))) : 0);
    m_where->addItems({tr("In all registries"), tr("In these registries only")});
    m_where->setCurrentIndex(key.registries.isEmpty() ? 0 : 1);
    QMap<QString, Role> chosen;
    for (const auto &name : key.registries)
        chosen.insert(name, Role::Member);
    m_registries->setRegistries(chosen);
    body()->setSpacing(12);
    body()->addWidget(m_noteField);
    body()->addWidget(new LabelledField(tr("It may do"), m_role, this));
    body()->addWidget(new LabelledField(tr("Where"), m_where, this));
    body()->addWidget(m_registries);
    body()->addWidget(m_banner);
    connect(m_where, &QComboBox::activated, this, &KeyFormDialog::look);
    connect(m_note, &QLineEdit::textChanged, this, &KeyFormDialog::look);
    connect(m_registries, &RegistryRows::changed, this, &KeyFormDialog::look);
    connect(m_verb, &QPushButton::clicked, this, [this] { save(); });
    m_note->setFocus();
    look();
}

void KeyFormDialog::look()
{
    const bool some = m_where->currentIndex() == 1;
    const bool tooLong = m_note->text().toUtf8().size() > mostNoteBytes;
    m_registries->setVisible(some);
    m_noteField->setError(tooLong ? tr("This is longer than the server keeps: %n bytes at most", nullptr, mostNoteBytes) : QString());
    const bool lacksRegistry = some && m_registries->isEmpty();
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
    if (m_where->currentIndex() == 1 && !m_registries->takePending())
        co_return;
    const QPointer<KeyFormDialog> self(this);
    AccessKey key = m_key;
    key.note = m_note->text().trimmed();
    key.limit = m_role->currentData().isValid() ? std::optional(Role(m_role->currentData().toInt())) : std::nullopt;
    key.registries = m_where->currentIndex() == 1 ? m_registries->names() : QStringList();
    m_saving = true;
    m_verb->setEnabled(false);
    m_banner->hide();
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
    m_banner->show(Banner::Kind::Danger, key.id.isEmpty() ? tr("The key could not be created") : tr("The key could not be changed"), errorText(*error));
}

} // namespace berth
