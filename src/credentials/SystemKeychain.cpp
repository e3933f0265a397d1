// SPDX-License-Identifier: Apache-2.0
#include <QTimer>

#include <qt6keychain/keychain.h>

#include "core/Json.h"
#include "credentials/Keychain.h"
#include "credentials/KeyringProbe.h"

namespace berth {

namespace {

const QString serviceName = QStringLiteral("Berth");

QString encode(const AccessKeyPair &pair) { return QString::fromStdString(json::serialize(json::object{{"id", pair.id}, {"secret", pair.secret.reveal()}})); }

AccessKeyPair decode(const QString &text)
{
    const auto value = json::parseStrict(text.toStdString());
    if (!value)
        return {};
    return {json::text(*value, "id"), Secret(json::text(*value, "secret"))};
}

KeychainState stateOf(QKeychain::Error error)
{
    switch (error) {
    case QKeychain::NoError: return KeychainState::Ok;
    case QKeychain::EntryNotFound: return KeychainState::NotStored;
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser: return KeychainState::Dismissed;
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented: return KeychainState::NoService;
    default: return KeychainState::Failed;
    }
}

class SystemKeychain final : public Keychain {
public:
    using Keychain::Keychain;

    void read(const QString &connectionId, QObject *context, Read done) override
    {
        probeKeyring(serviceName, connectionId, context, [=](KeyringFinding finding) {
            switch (finding) {
            case KeyringFinding::NoService: done(KeychainState::NoService, {}, {}); return;
            case KeyringFinding::Absent:
            case KeyringFinding::NoCollection: done(KeychainState::NotStored, {}, {}); return;
            case KeyringFinding::AbsentLocked: done(KeychainState::Locked, {}, {}); return;
            default: break;
            }
            // A locked entry makes the job show the system's own prompt.
            auto *job = new QKeychain::ReadPasswordJob(serviceName);
            job->setInsecureFallback(false);
            job->setKey(connectionId);
            QObject::connect(job, &QKeychain::Job::finished, context, [=] {
                auto state = stateOf(job->error());
                if (state == KeychainState::NotStored && finding == KeyringFinding::EntryLocked)
                    state = KeychainState::Dismissed; // it is there: the prompt was closed or could not be shown
                done(state, state == KeychainState::Ok ? decode(job->textData()) : AccessKeyPair{}, job->errorString());
            });
            job->start();
        });
    }

    void store(const QString &connectionId, const AccessKeyPair &pair, QObject *context, Stored done) override
    {
        const QString text = encode(pair);
        probeKeyring(serviceName, connectionId, context, [=](KeyringFinding finding) {
            if (finding == KeyringFinding::NoService) {
                done(KeychainState::NoService, {});
                return;
            }
            auto *job = new QKeychain::WritePasswordJob(serviceName);
            job->setInsecureFallback(false);
            job->setKey(connectionId);
            job->setTextData(text);
            QObject::connect(job, &QKeychain::Job::finished, context, [=] {
                auto state = stateOf(job->error());
                if (state == KeychainState::Failed && finding == KeyringFinding::NoCollection)
                    state = KeychainState::Locked; // a keyring is made at the first sign-in
                done(state, job->errorString());
            });
            job->start();
        });
    }

    void remove(const QString &connectionId, QObject *context, Stored done) override
    {
        probeKeyring(serviceName, connectionId, context, [=](KeyringFinding finding) {
            if (finding == KeyringFinding::NoService || finding == KeyringFinding::EntryLocked) {
                done(finding == KeyringFinding::NoService ? KeychainState::NoService : KeychainState::Locked, {});
                return;
            }
            auto *job = new QKeychain::DeletePasswordJob(serviceName);
            job->setInsecureFallback(false);
            job->setKey(connectionId);
            QObject::connect(job, &QKeychain::Job::finished, context, [=] {
                const auto state = stateOf(job->error());
                done(state == KeychainState::NotStored ? KeychainState::Ok : state, job->errorString());
            });
            job->start();
        });
    }
};

} // namespace

std::unique_ptr<Keychain> makeSystemKeychain(QObject *parent) { return std::make_unique<SystemKeychain>(parent); }

} // namespace berth
