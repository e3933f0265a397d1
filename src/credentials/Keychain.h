// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>

#include <QObject>
#include <QString>

#include "core/Secret.h"

namespace berth {

/// What the keychain said.
enum class KeychainState {
    Ok,
    NotStored, ///< The keychain is open and has no such entry.
    Locked,    ///< It may well have the entry, but is locked.
    Dismissed, ///< Its prompt was closed without unlocking.
    NoService, ///< There is no keychain service to ask.
    Failed,    ///< Anything else; see the detail.
};

/// A person's secrets in the keychain of the operating system: one entry a connection.
///
/// Belongs to the GUI thread; calls return at once and never prompt without need. A callback comes once, from the event loop, unless
/// `context` is gone by then. Secrets are never written anywhere else.
class Keychain : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    using Stored = std::function<void(KeychainState state, const QString &detail)>;
    using Read = std::function<void(KeychainState state, const AccessKeyPair &pair, const QString &detail)>;

    /// Reads the key pair of that connection.
    virtual void read(const QString &connectionId, QObject *context, Read done) = 0;

    /// Stores or replaces it.
    virtual void store(const QString &connectionId, const AccessKeyPair &pair, QObject *context, Stored done) = 0;

    /// An absent entry counts as removed.
    virtual void remove(const QString &connectionId, QObject *context, Stored done) = 0;
};

/// The keychain of this system.
std::unique_ptr<Keychain> makeSystemKeychain(QObject *parent = nullptr);

} // namespace berth
