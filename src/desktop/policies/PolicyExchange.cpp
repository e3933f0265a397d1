// SPDX-License-Identifier: Apache-2.0
#include "desktop/policies/PolicyExchange.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileDialog>
#include <QMenu>
#include <QPushButton>
#include <QSaveFile>

#include "client/roles/CleanupPolicies.h"
#include "client/roles/ProtectionPolicies.h"
#include "desktop/parts/JsonText.h"
#include "desktop/policies/PolicyApplyDialog.h"
#include "desktop/sessions/Ask.h"
#include "desktop/style/Icons.h"

namespace berth::policyexchange {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PolicyExchange)
};

QString filter() { return Words::tr("Policies (*.json)"); }

/// Io with the system's reason.
Result<void> write(const QString &path, const PolicyFile &policies)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write((prettyJson(QByteArray::fromStdString(policies.text())) + QLatin1Char('\n')).toUtf8()) < 0
        || !file.commit())
        return fail(ErrorCode::Io, file.errorString().toStdString());
    return {};
}

Result<PolicyFile> readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Io, file.errorString().toStdString());
    return PolicyFile::read(file.read(qint64(PolicyFile::mostBytes) + 1).toStdString());
}

QCoro::Task<> exportTo(QPointer<QWidget> parent, ExchangePlace place, QPointer<Session> session, QString registry, QString path)
{
    auto policiesTask = read(session, registry);
    const auto policies = co_await policiesTask;
    if (!parent)
        co_return;
    const auto written = policies ? write(path, *policies) : tl::unexpected(policies.error());
    if (!written)
        place.failed(Words::tr("The policies could not be exported"), written.error());
}

QCoro::Task<> takeOver(QPointer<QWidget> parent, ExchangePlace place, QPointer<Session> session, QString registry, QString from)
{
    auto policiesTask = read(session, from);
    const auto policies = co_await policiesTask;
    if (!parent || !session || place.session() != session || place.registry() != registry)
        co_return; // it is about another registry by now
    if (!policies) {
        place.failed(Words::tr("The policies of %1 could not be read").arg(from), policies.error());
        co_return;
    }
    auto *dialog = new PolicyApplyDialog(*session, registry, *policies, Words::tr("the registry %1").arg(from), parent);
    QObject::connect(dialog, &PolicyApplyDialog::applied, parent, place.applied);
    dialog->open();
}

void applyFile(QWidget *parent, const ExchangePlace &place, const QString &path)
{
    const auto policies = readFile(path);
    if (!policies) {
        place.failed(Words::tr("The file could not be used"), policies.error());
        return;
    }
    if (!place.session())
        return;
    const QString source = policies->registry.empty()
        ? Words::tr("the file %1").arg(QFileInfo(path).fileName())
        : Words::tr("the file %1, which was made of the registry %2").arg(QFileInfo(path).fileName(), QString::fromStdString(policies->registry));
    auto *dialog = new PolicyApplyDialog(*place.session(), place.registry(), *policies, source, parent);
    QObject::connect(dialog, &PolicyApplyDialog::applied, parent, place.applied);
    dialog->open();
}

/// Made when it is opened: registries come and go.
void fill(QMenu &menu, QPushButton &button, const ExchangePlace &place)
{
    menu.clear();
    auto *parent = button.window();
    const QPointer<QWidget> guard(&button);
    const auto session = place.session();
    const QString registry = place.registry();
    const QString refused = place.refusal();
    auto *out = menu.addAction(icon("export"), Words::tr("Export policies…"));
    out->setEnabled(session && session->isConnected());
    QObject::connect(out, &QAction::triggered, &button, [=] {
        auto *dialog =
            new QFileDialog(parent, Words::tr("Export the policies of %1").arg(registry), QStringLiteral("%1-policies.json").arg(registry), filter());
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        dialog->setDefaultSuffix(QStringLiteral("json"));
        QObject::connect(dialog, &QFileDialog::fileSelected, guard, [=](const QString &path) { exportTo(guard, place, session, registry, path); });
        dialog->open();
    });
    auto *in = menu.addAction(icon("import"), Words::tr("Apply a file…"));
    in->setEnabled(refused.isEmpty());
    in->setToolTip(refused);
    QObject::connect(in, &QAction::triggered, &button, [=] {
        auto *dialog = new QFileDialog(parent, Words::tr("Apply policies to %1").arg(registry), {}, filter());
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::ExistingFile);
        QObject::connect(dialog, &QFileDialog::fileSelected, guard, [=](const QString &path) {
            if (place.session() == session && place.registry() == registry)
                applyFile(guard, place, path);
        });
        dialog->open();
    });
    auto *others = menu.addMenu(icon("copy-to"), Words::tr("Take over from"));
    for (const auto &name : session ? session->registryNames() : QStringList()) {
        if (name != registry)
            QObject::connect(others->addAction(icon("registry"), QString(name).replace(QLatin1Char('&'), QLatin1String("&&"))), &QAction::triggered, &button,
                [=] { takeOver(guard, place, session, registry, name); });
    }
    others->setEnabled(refused.isEmpty() && !others->isEmpty());
}

} // namespace

QCoro::Task<Result<PolicyFile>> read(QPointer<Session> session, QString registry)
{
    PolicyFile file;
    file.registry = registry.toStdString();
    auto rulesTask = ask<CleanupPolicies>(session, [registry](CleanupPolicies &policies) { return policies.cleanupRules(registry); });
    const auto rules = co_await rulesTask;
    if (!rules)
        co_return tl::unexpected(rules.error());
    auto cronTask = ask<CleanupPolicies>(session, [registry](CleanupPolicies &policies) { return policies.cleanupSchedule(registry); });
    const auto cron = co_await cronTask;
    if (!cron)
        co_return tl::unexpected(cron.error());
    auto protectionTask = ask<ProtectionPolicies>(session, [registry](ProtectionPolicies &policies) { return policies.protectionRules(registry); });
    const auto protection = co_await protectionTask;
    if (!protection)
        co_return tl::unexpected(protection.error());
    file.cleanup = *rules;
    file.schedule = cron->toStdString();
    file.protection = *protection;
    co_return file;
}

void addMenu(QPushButton &button, const ExchangePlace &place)
{
    auto *menu = new QMenu(&button);
    menu->setToolTipsVisible(true);
    button.setMenu(menu);
    QObject::connect(menu, &QMenu::aboutToShow, &button, [menu, &button, place] { fill(*menu, button, place); });
}

} // namespace berth::policyexchange
