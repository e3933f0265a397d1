// SPDX-License-Identifier: Apache-2.0
#include "desktop/access/KeysPane.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHBoxLayout>

#include "client/roles/AccessKeys.h"
#include "client/roles/Users.h"
#include "desktop/access/KeyModel.h"
#include "desktop/lists/TableView.h"
#include "desktop/panes/ToolDetails.h"
#include "desktop/parts/DateText.h"
#include "desktop/parts/FactGrid.h"
#include "desktop/parts/Parts.h"
#include "desktop/sessions/RoleText.h"
#include "desktop/sessions/Session.h"

namespace berth {

namespace {
constexpr int mostUserPages = 20; ///< 2,000 users are offered; others are reached from the list of users.
}

KeysPane::KeysPane(QWidget *parent)
    : ListTool(tr("Access keys"), parent)
    , m_model(new KeyModel(this))
    , m_whose(new QComboBox(this))
    , m_count(makeLabel({}, TextRole::Body, Shade::Text2, this))
    , m_create(bar().addAction(tr("Create key…"), "plus", "tonal"))
    , m_edit(bar().addAction(tr("Edit…"), "edit"))
    , m_renew(bar().addAction(tr("New secret…"), "refresh"))
    , m_disable(bar().addAction(tr("Disable"), "pause"))
    , m_delete(bar().addAction(tr("Delete key…"), "trash"))
    , m_users(bar().addAction(tr("Users and roles"), "user"))
    , m_advice(new Banner(this))
    , m_details(new ToolDetails(tr("Access key"), this))
{
    m_whose->setAccessibleName(tr("Whose keys"));
    m_whose->setMaximumWidth(200);
    dropFilter(); // a user has five at most
    bar().addLeft(m_whose);
    bar().addCount(m_count);
    banners().addWidget(m_advice);
    layOutDetails();
    assemble(m_model, m_details);
    layOutColumns();
    connectParts();
    updateActions();
}

void KeysPane::layOutColumns()
{
    view().sortByColumn(KeyModel::CreatedColumn, Qt::AscendingOrder);
    view().header()->setSectionResizeMode(KeyModel::NoteColumn, QHeaderView::Stretch);
    const QFontMetrics metrics(view().font());
    view().setColumnWidth(KeyModel::IdColumn, QFontMetrics(fontFor(TextRole::Mono)).averageCharWidth() * 14 + 60);
    view().setColumnWidth(KeyModel::RoleColumn, metrics.horizontalAdvance(limitText(Role::ImageUploader, {QStringLiteral("team-platform")})) + 24);
    view().setColumnWidth(
        KeyModel::CreatedColumn, qMax(metrics.horizontalAdvance(tr("Created")), metrics.horizontalAdvance(dayText(QDate(2026, 12, 28)))) + 44);
    view().setColumnWidth(KeyModel::UsedColumn, dateWidth(metrics) + 20);
    view().setColumnWidth(KeyModel::StateColumn, metrics.horizontalAdvance(tr("%n days old", nullptr, 1000)) + 44);
}

void KeysPane::connectParts()
{
    connect(m_whose, &QComboBox::activated, this, [this] {
        m_owner = m_whose->currentData().toString();
        forget();
        refresh();
    });
    connect(m_create, &QPushButton::clicked, this, &KeysPane::create);
    connect(m_edit, &QPushButton::clicked, this, &KeysPane::edit);
    connect(&view(), &QAbstractItemView::activated, this, &KeysPane::edit);
    connect(m_renew, &QPushButton::clicked, this, [this] {
        if (const auto keys = selected(); keys.size() == 1)
            askToRenew(keys.first());
    });
    connect(m_disable, &QPushButton::clicked, this, [this] {
        QStringList ids;
        for (const auto &key : selected())
            ids << key.id;
        if (!ids.isEmpty())
            setDisabled(ids, !selected().first().isDisabled);
    });
    connect(m_delete, &QPushButton::clicked, this, &KeysPane::deleteSelection);
    connect(m_users, &QPushButton::clicked, this, [this] {
        if (session())
            Q_EMIT placeRequested({session()->id(), {}, {}, tool::users});
    });
    connect(m_advice, &Banner::actionTriggered, this, [this] {
        for (const auto &key : m_model->rows()) {
            if (key.id == m_advice->property("key").toString())
                askToRenew(key);
        }
    });
}

void KeysPane::layOutDetails()
{
    auto *page = new QWidget(m_details);
    m_left = new FactGrid(page);
    m_right = new FactGrid(page);
    auto *columns = new QHBoxLayout;
    m_columns = columns;
    columns->setSpacing(32);
    columns->addWidget(m_left, 1, Qt::AlignTop);
    columns->addWidget(m_right, 1, Qt::AlignTop);
    auto *hint = makeLabel(tr("A new secret keeps the ID. The old secret and the tokens made with it stop working at once, also on other computers."),
        TextRole::Caption, Shade::Text3, page);
    hint->setWordWrap(true);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(18, 14, 18, 10);
    column->setSpacing(12);
    column->addLayout(columns);
    column->addStretch();
    column->addWidget(hint);
    m_details->addPage(tr("Information"), page);
}

bool KeysPane::isOwn(const AccessKey &key) const { return session() && key.id == session()->connection().keyId; }

void KeysPane::sessionChanged(bool)
{
    forget();
    m_whose->hide();
    loadOwners();
}

void KeysPane::rightsChanged()
{
    updateActions();
    loadOwners();
}

/// Nothing of another user or server stays while the answer is on its way.
void KeysPane::forget()
{
    ++m_keysAsked;
    m_list = {};
    m_model->reset({}, {});
    m_advice->hide();
}

void KeysPane::refresh()
{
    begin();
    load();
}

QCoro::Task<> KeysPane::load()
{
    auto listTask = answer<AccessKeys>(question(m_keysAsked), [owner = m_owner](AccessKeys &keys) { return keys.keys(owner); });
    const auto list = co_await listTask;
    if (!list)
        co_return;
    if (!*list) {
        m_advice->hide();
        showFailure(tr("The access keys could not be loaded"), list->error());
        co_return;
    }
    const QString kept = selectedKey();
    m_list = **list;
    m_model->reset(m_list.keys, session()->connection().keyId);
    bar().setCount(tr("%1 of %2 keys, user %3").arg(m_list.keys.size()).arg(m_list.most).arg(m_list.owner));
    select(kept);
    showRows({"key", Tint::Text3, tr("%1 has no access key").arg(m_list.owner),
        tr("Docker and other programs sign in with an access key: its ID as user name, its secret as password."), {}, {}, {}});
    adviseChange();
}

/// Whose keys there are to choose from, for an administrator.
QCoro::Task<> KeysPane::loadOwners()
{
    const auto place = question(m_ownersAsked);
    if (!session() || !session()->rights() || !session()->rights()->isServerAdministrator()) {
        m_whose->hide();
        co_return;
    }
    const QString person = QString::fromStdString(session()->rights()->person);
    QStringList names;
    QString cursor;
    for (int page = 0; page < mostUserPages && (page == 0 || !cursor.isEmpty()); ++page) {
        auto usersTask = answer<Users>(place, [cursor](Users &all) { return all.listUsers(cursor); });
        const auto users = co_await usersTask;
        if (!users || !*users)
            co_return;
        for (const auto &user : (*users)->rows)
            names << user.name;
        cursor = (*users)->next;
    }
    m_whose->clear();
    for (const auto &name : std::as_const(names))
        m_whose->addItem(name, name);
    m_whose->setCurrentIndex(m_whose->findData(m_owner.isEmpty() ? person : m_owner));
    bar().setShown(m_whose, names.size() > 1);
}

void KeysPane::adviseChange()
{
    const AccessKey *oldest = nullptr;
    for (const auto &key : m_model->rows()) {
        if (key.changeAdvised && !key.isDisabled && (!oldest || key.secretMade < oldest->secretMade))
            oldest = &key;
    }
    if (!oldest) {
        m_advice->hide();
        return;
    }
    m_advice->setProperty("key", oldest->id);
    const QString who = oldest->note.isEmpty() ? oldest->id : oldest->note;
    m_advice->show(Banner::Kind::Warn, tr("The key of “%1” is %n days old", nullptr, KeyModel::ageDays(*oldest)).arg(who),
        tr("Keys should be changed every 90 days. It keeps working until you delete it."), tr("Change it…"));
}

QList<AccessKey> KeysPane::selected() const
{
    QList<AccessKey> keys;
    for (const int row : selectedRows())
        keys << m_model->rowAt(row);
    return keys;
}

void KeysPane::selectionChanged()
{
    const auto keys = selected();
    if (keys.size() == 1)
        showDetails(keys.first());
    else
        m_details->showHint(keys.isEmpty() ? tr("Select a key to see what is known of it") : tr("%n keys selected", nullptr, int(keys.size())));
    updateActions();
}

void KeysPane::showDetails(const AccessKey &key)
{
    m_left->clear();
    m_right->clear();
    m_left->addCopied(tr("Access key ID"), key.id);
    if (isOwn(key)) {
        auto *copy = makeButton(tr("Copy secret"), "secondary", "copy", m_left);
        copy->setProperty("mini", true);
        connect(copy, &QPushButton::clicked, this, [this] {
            if (session())
                QGuiApplication::clipboard()->setText(QString::fromStdString(session()->connection().secret.reveal()));
        });
        m_left->add(tr("Secret key"), tr("Kept by Berth on this computer"), false, copy);
    } else {
        m_left->add(tr("Secret key"), tr("Known only where it was copied to"));
    }
    m_left->add(tr("May do"), key.limit ? roleName(*key.limit) + QStringLiteral(": ") + roleMeaning(*key.limit) : tr("All that %1 may do").arg(key.owner));
    m_left->add(tr("Registries"), registriesText(key.registries));
    m_right->add(tr("State"), KeyModel::stateText(key));
    m_right->add(tr("Created"), dateTextWithUtc(key.created));
    m_right->add(tr("Secret made"), dateTextWithUtc(key.secretMade));
    m_right->add(tr("Last used"), key.used.isValid() ? dateTextWithUtc(key.used) : tr("Never"));
    m_details->showPages(key.id);
}

void KeysPane::updateActions()
{
    const auto keys = selected();
    const bool own = std::any_of(keys.begin(), keys.end(), [this](const AccessKey &key) { return isOwn(key); });
    const QString first = keys.isEmpty() ? tr("Select a key first") : QString();
    const QString one = keys.size() > 1 ? tr("Select one key only") : first;
    const QString itself = own ? tr("Berth itself signs in with this key") : first;
    const bool enables = !keys.isEmpty() && keys.first().isDisabled;
    const QString limited = session() && session()->rights() && session()->rights()->isLimited()
        ? tr("A key that is limited to a role or to some registries manages no keys")
        : QString();
    bar().setReason(m_create,
        !limited.isEmpty()                      ? limited
            : m_list.owner.isEmpty()            ? tr("The keys are not here yet")
            : m_list.keys.size() >= m_list.most ? tr("A user has at most %n keys; delete one first", nullptr, m_list.most)
                                                : QString());
    bar().setReason(m_edit, one);
    bar().setReason(m_renew, one);
    bar().setWords(m_disable, enables ? tr("Enable") : tr("Disable"), enables ? "play" : "pause");
    bar().setReason(m_disable, itself);
    bar().setReason(m_delete, itself);
    bar().setReason(m_users, session() ? session()->refusal(Deed::Administer) : QString());
}

void KeysPane::resizeEvent(QResizeEvent *event)
{
    ListTool::resizeEvent(event);
    view().setColumnHidden(KeyModel::CreatedColumn, width() < 860);
    view().setColumnHidden(KeyModel::UsedColumn, width() < 740);
    m_columns->setDirection(width() < 740 ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_columns->setSpacing(width() < 740 ? 8 : 32);
}

} // namespace berth
