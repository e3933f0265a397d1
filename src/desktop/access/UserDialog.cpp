// SPDX-License-Identifier: Apache-2.0
#include "desktop/access/UserDialog.h"

#include "access/ui_UserDialog.h"
#include "core/ErrorText.h"
#include "desktop/access/UserModel.h"
#include "desktop/panes/NameDialog.h"
#include "desktop/parts/DateText.h"
#include "desktop/sessions/Ask.h"
#include "desktop/sessions/Session.h"

namespace berth {

UserDialog::UserDialog(Session &session, const User &user, QWidget *parent)
    : DialogFrame(user.name.isEmpty() ? tr("Create user") : tr("User %1").arg(user.name),
        user.name.isEmpty() ? tr("A user has a role and up to five access keys to sign in with.") : tr("A change counts from the next request on."), 560,
        parent)
    , m_session(&session)
    , m_user(user)
    , m_isNew(user.name.isEmpty())
    , m_ui(std::make_unique<Ui::UserDialog>())
    , m_verb(addVerb(m_isNew ? tr("Create user") : tr("Save"), "primary", m_isNew ? "plus" : "check"))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setForm(*m_ui);
    m_ui->nameField->setVisible(m_isNew); // names stay
    addRoles(*m_ui->role, true);
    m_ui->role->setCurrentIndex(m_ui->role->findData(int(m_isNew ? Role::Member : user.role)));
    m_ui->registries->offer(tr("Another role in a registry"), session.registryNames(), true);
    m_ui->registries->setRegistries(user.registries);
    m_ui->ends->setChecked(user.ends.isValid());
    m_ui->lastDay->setDisplayFormat(dayFormat());
    m_ui->lastDay->setDate(user.ends.isValid() ? UserModel::lastDay(user) : QDate::currentDate().addMonths(1));
    connect(m_ui->name, &QLineEdit::textChanged, this, &UserDialog::look);
    connect(m_ui->ends, &Switch::toggled, this, &UserDialog::look);
    connect(m_verb, &QPushButton::clicked, this, [this] { save(); });
    (m_isNew ? static_cast<QWidget *>(m_ui->name) : m_ui->role)->setFocus();
    look();
}

UserDialog::~UserDialog() = default;

void UserDialog::look()
{
    m_ui->lastDay->setEnabled(m_ui->ends->isChecked());
    if (!m_isNew)
        return;
    const QString error = userNameError(m_ui->name->text().trimmed());
    m_ui->nameField->setError(m_ui->name->text().isEmpty() ? QString() : error);
    m_verb->setEnabled(!m_saving && error.isEmpty());
}

void UserDialog::reject()
{
    if (!m_saving)
        DialogFrame::reject();
}

QCoro::Task<> UserDialog::save()
{
    if (!m_ui->registries->takePending())
        co_return;
    const QPointer<UserDialog> self(this);
    const bool isNew = m_isNew;
    User user = m_user;
    if (isNew)
        user.name = m_ui->name->text().trimmed();
    user.role = Role(m_ui->role->currentData().toInt());
    user.registries = m_ui->registries->registries();
    // A time of day that was given elsewhere stays unless the day is another one.
    const bool sameDay = m_user.ends.isValid() && m_ui->lastDay->date() == UserModel::lastDay(m_user);
    user.ends = !m_ui->ends->isChecked() ? QDateTime() : sameDay ? m_user.ends : m_ui->lastDay->date().addDays(1).startOfDay().toUTC();
    m_saving = true;
    m_verb->setEnabled(false);
    m_ui->banner->hide();
    auto storedTask = ask<Users>(m_session, [user, isNew](Users &users) { return isNew ? users.createUser(user) : users.changeUser(user); });
    const auto stored = co_await storedTask;
    if (!self)
        co_return;
    m_saving = false;
    if (stored) {
        accept();
        Q_EMIT self->saved(user.name);
        co_return;
    }
    look();
    m_verb->setEnabled(true);
    if (isNew && stored.error().code == ErrorCode::Conflict)
        m_ui->nameField->setError(tr("There is a user of that name already"));
    else
        m_ui->banner->show(Banner::Kind::Danger, isNew ? tr("The user could not be created") : tr("The user could not be changed"), errorText(stored.error()));
}

} // namespace berth
