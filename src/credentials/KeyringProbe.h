// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include <QObject>
#include <QString>

namespace berth {

/// What can be told about an entry before a keychain job that might prompt: a locked keyring looks like an empty one to the job itself.
enum class KeyringFinding {
    Unlocked,      ///< The entry is there and can be read.
    EntryLocked,   ///< The entry is there, locked.
    Absent,        ///< No such entry.
    AbsentLocked,  ///< No such entry is visible, and the keyring where it would be stored is locked.
    NoCollection,  ///< The service runs but has no keyring yet.
    NoService,     ///< Nothing answers.
    Unknown,       ///< This system offers no such question; ask the job.
};

/// Asks without prompting, at most a few milliseconds, answer from the event loop. KeyringProbe_<system>.cpp.
void probeKeyring(const QString &service, const QString &user, QObject *context, std::function<void(KeyringFinding)> done);

} // namespace berth
