// SPDX-License-Identifier: Apache-2.0
#include "desktop/access/UsersPane.h"

#include <QVBoxLayout>

#include "client/roles/ServerConfiguration.h"
#include "client/roles/Users.h"
#include "core/ErrorText.h"
#include "desktop/access/RoleTable.h"
#include "desktop/access/UserDialog.h"
#include "desktop/access/UserModel.h"
#include "desktop/lists/TableView.h"
#include "desktop/panes/DeleteDialog.h"
#include "desktop/panes/ToolDetails.h"
#include "desktop/parts/DateText.h"
#include "desktop/parts/FactGrid.h"
#include "desktop/parts/Parts.h"
#include "desktop/sessions/RoleText.h"
#include "desktop/sessions/Session.h"

namespace berth {

UsersPane::UsersPane(QWidget *parent)
    : ListTool(tr("Users"), parent)
    , m_model(new UserModel(this))
    , m_count(makeLabel({}, TextRole::Body, Shade::Text2, this))
    , m_create(bar().addAction(tr("Create user…"), "plus", "tonal"))
    , m_edit(bar().addAction(tr("Edit…"), "edit"))
    , m_keys(bar().addAction(tr("Access keys"), "key"))
    , m_delete(bar().addAction(tr("Delete user…"), "trash"))
    , m_details(new ToolDetails(tr("User"), this))
    , m_loader(this,
          {[this](QList<User> rows) {
               const QString kept = m_wanted.isEmpty() ? selectedKey() : std::exchange(m_wanted, {});
               m_model->reset(std::move(rows), m_anonymous);
               select(kept);
           },
              [this](const QList<User> &rows) { m_model->append(rows); },
              [this](const Error &error) { showFailure(tr("The users could not be loaded"), error); },
              [this](bool) {
                  bar().setCount(tr("%n users", nullptr, int(m_total)));
                  showRows({"user", Tint::Text3, tr("No users"), {}, {}, {}, {}});
              }})
{
    bar().addCount(m_count);
    layOutDetails();
    assemble(m_model, m_details);
    view().sortByColumn(UserModel::NameColumn, Qt::AscendingOrder);
    view().header()->setSectionResizeMode(UserModel::RegistriesColumn, QHeaderView::Stretch);
    const QFontMetrics metrics(view().font());
    view().setColumnWidth(UserModel::NameColumn, qMax(190, metrics.horizontalAdvance(tr("Anyone without a key")) + 64));
    view().setColumnWidth(
        UserModel::RoleColumn, qMax(metrics.horizontalAdvance(roleName(Role::Administrator)), metrics.horizontalAdvance(roleName(Role::ImageUploader))) + 24);
    view().setColumnWidth(UserModel::KeysColumn, metrics.horizontalAdvance(QStringLiteral("5 of 5")) + 40);
    view().setColumnWidth(UserModel::SeenColumn, dateWidth(metrics) + 20);
    view().setColumnWidth(UserModel::StateColumn, metrics.horizontalAdvance(tr("Ends %1").arg(dayText(QDate(2026, 12, 28)))) + 44);
    connect(m_create, &QPushButton::clicked, this, [this] { openDialog({}); });
    connect(m_edit, &QPushButton::clicked, this, &UsersPane::edit);
    connect(&view(), &QAbstractItemView::activated, this, &UsersPane::edit);
    connect(m_keys, &QPushButton::clicked, this, [this] {
        const auto users = selected();
        if (session())
            Q_EMIT placeRequested({session()->id(), {}, {}, tool::keys, users.size() == 1 ? users.first().name : QString()});
    });
    connect(m_delete, &QPushButton::clicked, this, &UsersPane::deleteSelection);
    updateActions();
}

UsersPane::~UsersPane() { m_loader.stop(); }

void UsersPane::layOutDetails()
{
    auto *roles = new QWidget(m_details);
    m_roles = new RoleTable(roles);
    m_hint = makeLabel({}, TextRole::Caption, Shade::Text3, roles);
    m_hint->setWordWrap(true);
    auto *column = new QVBoxLayout(roles);
    column->setContentsMargins(18, 8, 18, 10);
    column->setSpacing(10);
    column->addWidget(m_roles);
    column->addWidget(m_hint);
    column->addStretch();
    m_details->addPage(tr("Roles"), roles);
    const auto addGrid = [this](const QString &title, FactGrid *&grid) {
        auto *page = new QWidget(m_details);
        grid = new FactGrid(page);
        auto *lines = new QVBoxLayout(page);
        lines->setContentsMargins(18, 14, 18, 10);
        lines->addWidget(grid);
        lines->addStretch();
        return m_details->addPage(title, page);
    };
    m_registriesTab = addGrid(tr("Registries"), m_registries);
    addGrid(tr("Information"), m_facts);
}

void UsersPane::sessionChanged(bool isOther)
{
    if (isOther)
        clearFilter();
    m_anonymous.clear();
    m_model->reset({}, {});
}

void UsersPane::rightsChanged() { updateActions(); }

void UsersPane::refresh()
{
    begin();
    m_loader.start([this](const QString &cursor) { return fetch(cursor); }, m_model->rows().size());
}

QCoro::Task<Result<RowPage<User>>> UsersPane::fetch(QString cursor)
{
    const auto place = visit();
    if (cursor.isEmpty()) {
        auto settingsTask = answer<ServerConfiguration>(place, [](ServerConfiguration &server) { return server.settings(); });
        const auto settings = co_await settingsTask;
        if (!settings)
            co_return fail(ErrorCode::Cancelled, "Cancelled");
        m_anonymous = *settings ? (*settings)->anonymous : QString();
    }
    auto listTask = answer<Users>(place, [cursor](Users &users) { return users.listUsers(cursor); });
    const auto list = co_await listTask;
    if (!list)
        co_return fail(ErrorCode::Cancelled, "Cancelled");
    if (!*list)
        co_return tl::unexpected(list->error());
    m_total = (*list)->total;
    co_return static_cast<const RowPage<User> &>(**list);
}

QList<User> UsersPane::selected() const
{
    QList<User> users;
    for (const int row : selectedRows()) {
        if (const auto *user = m_model->userAt(row))
            users << *user;
    }
    return users;
}

bool UsersPane::anonymousSelected() const
{
    const auto rows = selectedRows();
    return std::any_of(rows.begin(), rows.end(), [this](int row) { return !m_model->userAt(row); });
}

void UsersPane::selectionChanged()
{
    const auto rows = selectedRows();
    if (rows.size() == 1)
        showDetails(m_model->userAt(rows.first()));
    else
        m_details->showHint(rows.isEmpty() ? tr("Select a user to see what the user may do") : tr("%n users selected", nullptr, int(rows.size())));
    updateActions();
}

void UsersPane::showDetails(const User *user)
{
    m_registries->clear();
    m_facts->clear();
    if (!user) {
        m_roles->setMarked(std::nullopt);
        m_hint->setText(tr("Without a key nothing is served unless it is switched on in the server's settings."));
        m_registries->add(tr("All registries"),
            m_anonymous == QLatin1String("off")        ? tr("Nothing")
                : m_anonymous == QLatin1String("pull") ? tr("Looks and pulls")
                                                       : tr("Pulls and pushes"));
        m_facts->add(tr("User"), tr("Anyone without a key"));
        m_details->setTitle(m_registriesTab, tr("Registries"));
        m_details->showPages(tr("Anyone without a key"));
        return;
    }
    m_roles->setMarked(UserModel::mainRole(*user));
    m_hint->setText(tr("%1 has the role %2. A role for one registry wins over the role for the server. Changes count from the next request on.")
                        .arg(user->name, roleName(UserModel::mainRole(*user))));
    for (auto it = user->registries.cbegin(); it != user->registries.cend(); ++it)
        m_registries->add(it.key(), roleName(it.value()) + QStringLiteral(": ") + roleMeaning(it.value()));
    m_registries->add(
        user->registries.isEmpty() ? tr("All registries") : tr("All others"), roleName(user->role) + QStringLiteral(": ") + roleMeaning(user->role));
    m_facts->add(tr("User"), user->name);
    m_facts->add(tr("Created"), dateTextWithUtc(user->created));
    m_facts->add(tr("Last seen"), user->used.isValid() ? dateTextWithUtc(user->used) : tr("Never"));
    m_facts->add(tr("Access keys"), tr("%1 of %2", "keys").arg(user->keyCount).arg(user->mostKeys));
    m_facts->add(tr("Ends"), user->ends.isValid() ? dateTextWithUtc(user->ends) : tr("Never"));
    m_details->setTitle(m_registriesTab, user->registries.isEmpty() ? tr("Registries") : tr("Registries %1").arg(user->registries.size()));
    m_details->showPages(user->name);
}

void UsersPane::updateActions()
{
    const auto users = selected();
    const bool anonymous = anonymousSelected();
    const QString first = users.isEmpty() && !anonymous ? tr("Select a user first") : QString();
    const QString notAUser = anonymous ? tr("This is not a user: the server's settings decide") : first;
    bar().setReason(m_create, session() ? session()->refusal(Deed::Administer) : QString());
    bar().setWords(m_edit, anonymous && users.isEmpty() ? tr("Server settings") : tr("Edit…"), anonymous && users.isEmpty() ? "gear" : "edit");
    bar().setReason(m_edit, users.size() + (anonymous ? 1 : 0) > 1 ? tr("Select one user only") : first);
    bar().setReason(m_keys, users.size() > 1 ? tr("Select one user only") : notAUser);
    const bool self = session() && session()->rights()
        && std::any_of(users.begin(), users.end(), [this](const User &user) { return user.name.toStdString() == session()->rights()->person; });
    bar().setReason(m_delete, self ? tr("Berth itself signs in as this user") : notAUser);
}

void UsersPane::edit()
{
    const auto users = selected();
    if (users.size() == 1)
        openDialog(users.first());
    else if (users.isEmpty() && anonymousSelected() && session())
        Q_EMIT placeRequested({session()->id(), {}, {}, tool::settings});
}

void UsersPane::openDialog(const User &user)
{
    if (!session())
        return;
    auto *dialog = new UserDialog(*session(), user, this);
    connect(dialog, &UserDialog::saved, this, [this](const QString &name) {
        m_wanted = name;
        refresh();
    });
    dialog->open();
}

void UsersPane::deleteSelection()
{
    const auto users = selected();
    if (users.isEmpty() || !m_delete->isEnabled())
        return;
    QList<DeleteDialog::Item> items;
    int keys = 0;
    for (const auto &user : users) {
        keys += user.keyCount;
        items << DeleteDialog::Item{
            QStringLiteral("user"), user.name, false, {}, -1, [session = session(), name = user.name]() -> QCoro::Task<Result<Deletion>> {
                auto deletedTask = ask<Users>(session, [name](Users &all) { return all.deleteUser(name); });
                const auto deleted = co_await deletedTask;
                co_return deleted.map([] { return Deletion{}; });
            }};
    }
    const int count = int(users.size());
    auto *dialog = new DeleteDialog(
        {tr("Delete %n users?", nullptr, count), tr("Delete %n users", nullptr, count), tr("Their access keys stop working at once. What they pushed stays."),
            tr("%n access keys go with them. Users cannot be restored.", nullptr, keys)},
        items, {}, this);
    connect(dialog, &DeleteDialog::deletedSome, this, &UsersPane::refresh);
    dialog->open();
}

void UsersPane::resizeEvent(QResizeEvent *event)
{
    ListTool::resizeEvent(event);
    view().setColumnHidden(UserModel::SeenColumn, width() < 860);
    view().setColumnHidden(UserModel::KeysColumn, width() < 740);
}

} // namespace berth
