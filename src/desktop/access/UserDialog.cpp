// SPDX-License-Identifier: Apache-2.0
#include "desktop/access/UserDialog.h"

#include <QComboBox>
#include <QDateEdit>
#include <QLineEdit>
#include <QVBoxLayout>

#include "client/roles/Users.h"
#include "core/ErrorText.h"
#include "desktop/access/RegistryRows.h"
#include "desktop/access/UserModel.h"
#include "desktop/panes/NameDialog.h"
#include "desktop/parts/DateText.h"
#include "desktop/parts/Parts.h"
#include "desktop/parts/Switch.h"
#include "desktop/sessions/Ask.h"
#include "desktop/sessions/RoleText.h"
#include "desktop/sessions/Session.h"

namespace berth {

namespace {

/// A date that Tab leaves at once; its parts are reached with the arrow keys.
class WholeDate final : public QDateEdit {
public:
    using QDateEdit::QDateEdit;

protected:
    // Past QDateTimeEdit, which would go from part to part.
    bool focusNextPrevChild(bool next) override { return QAbstractSpinBox::focusNextPrevChild(next); } // NOLINT(bugprone-parent-virtual-call)
};

} // namespace

UserDialog::UserDialog(Session &session, const User &user, QWidget *parent)
    : DialogFrame(user.name.isEmpty() ? tr("Create user") : tr("User %1").arg(user.name),
        user.name.isEmpty() ? tr("A user has a role and up to five access keys to sign in with.") : tr("A change counts from the next request on."), 560,
        parent)
    , m_session(&session)
    , m_user(user)
    , m_role(makeRoleCombo(tr("Role on this server"), true, this))
    , m_registries(new RegistryRows(tr("Another role in a registry"), session.registryNames(), true, this))
    , m_ends(new Switch(tr("The user ends"), this))
    , m_lastDay(new WholeDate(this))
    , m_banner(new Banner(this))
    , m_verb(addVerb(user.name.isEmpty() ? tr("Create user") : tr("Save"), "primary", user.name.isEmpty() ? "plus" : "check"))
{
    setAttribute(Qt::WA_DeleteOnClose);
    body()->setSpacing(12);
    if (user.name.isEmpty()) {
        m_name = new QLineEdit(this);
        m_nameField = new LabelledField(tr("Name"), m_name, this);
        m_nameField->setHint(tr("Letters, digits and . _ - @, for people and for jobs."));
        body()->addWidget(m_nameField);
        connect(m_name, &QLineEdit::textChanged, this, &UserDialog::look);
    }
    auto *role = new LabelledField(tr("Role on this server"), m_role, this);
    m_role->setCurrentIndex(m_role->findData(int(user.name.isEmpty() ? Role::Member : user.role)));
    auto *registries = new LabelledField(tr("Another role in a registry"), m_registries, this);
    registries->setHint(tr("It wins there over the role on this server."));
    m_registries->setRegistries(user.registries);
    m_ends->setChecked(user.ends.isValid());
    m_lastDay->setDisplayFormat(dayFormat());
    m_lastDay->setDate(user.ends.isValid() ? UserModel::lastDay(user) : QDate::currentDate().addMonths(1));
    m_lastDay->setAccessibleName(tr("Last day"));
    auto *ends = new QWidget(this);
    auto *line = new QHBoxLayout(ends);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(m_ends);
    line->addWidget(m_lastDay, 1);
    auto *endsField = new LabelledField(tr("Last day"), ends, this);
    endsField->setHint(tr("From the day after, the user's keys open nothing."));
    for (QWidget *field :
        {static_cast<QWidget *>(role), static_cast<QWidget *>(registries), static_cast<QWidget *>(endsField), static_cast<QWidget *>(m_banner)})
        body()->addWidget(field);
    connect(m_ends, &Switch::toggled, this, &UserDialog::look);
    connect(m_verb, &QPushButton::clicked, this, [this] { save(); });
    (m_name ? static_cast<QWidget *>(m_name) : m_role)->setFocus();
    look();
}

void UserDialog::look()
{
    m_lastDay->setEnabled(m_ends->isChecked());
    if (!m_name)
        return;
    const QString error = userNameError(m_name->text().trimmed());
    m_nameField->setError(m_name->text().isEmpty() ? QString() : error);
    m_verb->setEnabled(!m_saving && error.isEmpty());
}

void UserDialog::reject()
{
    if (!m_saving)
        DialogFrame::reject();
}

QCoro::Task<> UserDialog::save()
{
    if (!m_registries->takePending())
        co_return;
    const QPointer<UserDialog> self(this);
    const bool isNew = m_name != nullptr;
    User user = m_user;
    if (isNew)
        user.name = m_name->text().trimmed();
    user.role = Role(m_role->currentData().toInt());
    user.registries = m_registries->registries();
    // A time of day that was given elsewhere stays unless the day is another one.
    const bool sameDay = m_user.ends.isValid() && m_lastDay->date() == UserModel::lastDay(m_user);
    user.ends = !m_ends->isChecked() ? QDateTime() : sameDay ? m_user.ends : m_lastDay->date().addDays(1).startOfDay().toUTC();
    m_saving = true;
    m_verb->setEnabled(false);
    m_banner->hide();
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
        m_nameField->setError(tr("There is a user of that name already"));
    else
        m_banner->show(Banner::Kind::Danger, isNew ? tr("The user could not be created") : tr("The user could not be changed"), errorText(stored.error()));
}

} // namespace berth
