// SPDX-License-Identifier: Apache-2.0
// What can be done with the rows of a KeysPane: create, edit, renew, switch off and delete.
#include <QTimer>

#include "client/roles/AccessKeys.h"
#include "core/ErrorText.h"
#include "desktop/access/KeyFormDialog.h"
#include "desktop/access/KeysPane.h"
#include "desktop/access/SecretDialog.h"
#include "desktop/panes/DeleteDialog.h"
#include "desktop/parts/Banner.h"
#include "desktop/sessions/Ask.h"
#include "desktop/sessions/Session.h"

namespace berth {

void KeysPane::create()
{
    if (!session())
        return;
    AccessKey key;
    key.owner = m_list.owner;
    auto *dialog = new KeyFormDialog(*session(), key, this);
    connect(dialog, &KeyFormDialog::made, this, [this, connection = session()->connection()](const MadeAccessKey &made) {
        refresh();
        showSecret(made, connection, false);
    });
    dialog->open();
}

void KeysPane::edit()
{
    const auto keys = selected();
    if (keys.size() != 1 || !session())
        return;
    auto *dialog = new KeyFormDialog(*session(), keys.first(), this);
    connect(dialog, &KeyFormDialog::changed, this, &KeysPane::refresh);
    dialog->open();
}

void KeysPane::askToRenew(const AccessKey &key)
{
    const QString also =
        isOwn(key) ? tr("Berth itself signs in with this key and keeps the new secret.") : tr("What uses this key is refused until it has the new secret.");
    auto *dialog = new DialogFrame(tr("Make a new secret for %1?").arg(key.note.isEmpty() ? key.id : key.note),
        tr("The ID stays. The old secret and the tokens made with it stop working at once. %1").arg(also), 520, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    auto *verb = dialog->addVerb(tr("Make new secret"), "primary", "refresh");
    dialog->setDefaultVerb(nullptr);
    connect(verb, &QPushButton::clicked, dialog, &QDialog::accept);
    connect(dialog, &QDialog::accepted, this, [this, key] { renew(key); });
    dialog->open();
}

QCoro::Task<> KeysPane::renew(AccessKey key)
{
    const QPointer<KeysPane> self(this);
    if (!session())
        co_return;
    // The pane may be about another connection by the time of the answer.
    const Connection connection = session()->connection();
    const bool own = isOwn(key);
    auto madeTask = ask<AccessKeys>(session(), [id = key.id](AccessKeys &keys) { return keys.renewSecret(id); });
    const auto made = co_await madeTask;
    if (!self)
        co_return;
    if (!made) {
        if (made.error().code != ErrorCode::Cancelled)
            banner().show(Banner::Kind::Danger,
                made.error().code == ErrorCode::Unreachable ? tr("Whether %1 has a new secret is not known").arg(key.id)
                                                            : tr("There is no new secret for %1").arg(key.id),
                errorText(made.error()));
        co_return;
    }
    showSecret(*made, connection, own);
    if (!own) {
        refresh();
        co_return;
    }
    // The connection is made anew with it, which ends the very call that this is the answer of.
    QTimer::singleShot(0, this, [this, id = connection.id, pair = AccessKeyPair{key.id.toStdString(), made->secret}] {
        Q_EMIT keyReplaced(id, pair);
        refresh();
    });
}

void KeysPane::showSecret(const MadeAccessKey &made, const Connection &connection, bool isKept)
{
    auto *dialog = new SecretDialog(made, connection.address(), isKept, this);
    dialog->open();
}

QCoro::Task<> KeysPane::setDisabled(QStringList ids, bool disabled)
{
    const auto place = visit();
    const QPointer<Session> owner = session();
    QString failed;
    QString reason;
    for (const auto &id : std::as_const(ids)) {
        auto storedTask = ask<AccessKeys>(owner, [id, disabled](AccessKeys &keys) { return keys.switchKey(id, disabled); });
        const auto stored = co_await storedTask;
        if (!owner || (!stored && stored.error().code == ErrorCode::Cancelled))
            co_return;
        if (!stored) {
            failed = id;
            reason = errorText(stored.error());
        }
    }
    if (place.isOver())
        co_return;
    refresh();
    if (!failed.isEmpty())
        banner().show(
            Banner::Kind::Danger, disabled ? tr("The key %1 could not be disabled").arg(failed) : tr("The key %1 could not be enabled").arg(failed), reason);
}

void KeysPane::deleteSelection()
{
    const auto keys = selected();
    if (keys.isEmpty() || !m_delete->isEnabled())
        return;
    QList<DeleteDialog::Item> items;
    for (const auto &key : keys) {
        const QString name = key.note.isEmpty() ? key.id : key.id + QStringLiteral(" · ") + key.note;
        items << DeleteDialog::Item{QStringLiteral("key"), name, false, {}, -1, [session = session(), id = key.id]() -> QCoro::Task<Result<Deletion>> {
                                        auto deletedTask = ask<AccessKeys>(session, [id](AccessKeys &all) { return all.deleteKey(id); });
                                        const auto deleted = co_await deletedTask;
                                        co_return deleted.map([] { return Deletion{}; });
                                    }};
    }
    const int count = int(keys.size());
    auto *dialog =
        new DeleteDialog({tr("Delete %n access keys?", nullptr, count), tr("Delete %n keys", nullptr, count),
                             tr("What signs in with them is refused from the next request on."), tr("A key cannot be restored; another one can be made.")},
            items, {}, this);
    connect(dialog, &DeleteDialog::deletedSome, this, &KeysPane::refresh);
    dialog->open();
}

} // namespace berth
