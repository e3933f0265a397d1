// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>

#include <QSettings>
#include <QString>

#include "credentials/Keychain.h"
#include "desktop/sessions/LocalServer.h"

namespace berth::test {

/// What a keychain's callback brought.
struct Answer {
    std::optional<KeychainState> state; ///< Nothing: no answer within 15 s.
    AccessKeyPair pair;
    QString detail;

    /// Closed as far as the person can tell: it is locked, or its prompt could not be shown.
    bool isClosed() const { return state == KeychainState::Locked || state == KeychainState::Dismissed; }
};

/// These wait for the answer.
Answer read(Keychain &keychain, const QString &id);
Answer store(Keychain &keychain, const QString &id, const AccessKeyPair &pair);
Answer remove(Keychain &keychain, const QString &id);

/// One run of Berth's local registry on the system's keychain, with settings and data in a folder that outlives it.
struct LocalRun {
    explicit LocalRun(const QString &folder);

    /// Where it comes to rest: after start() by itself, or after a choice of the person.
    LocalServer::State start();
    LocalServer::State rest();

    bool stop();

    /// What the registry answers to that key.
    int statusFor(const AccessKeyPair &key) const;

    std::unique_ptr<Keychain> keychain = makeSystemKeychain();
    QSettings settings;
    LocalServer server;
};

/// "Basic …" of that key.
QByteArray loginOf(const AccessKeyPair &key);

/// The tests of a process of its own without an open keyring: a process keeps the bus that it once found. `mode` is "--without-bus",
/// "--without-service" or "--never-opened" (nobody gave the service a password); anything else runs nothing and gives nothing.
std::optional<int> runWithoutKeyring(const QByteArray &mode, char **argv);

} // namespace berth::test
