// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QTimer>

#include "credentials/Keychain.h"

namespace berth::test {

/// A keychain in memory whose moods a test can set.
class MemoryKeychain final : public Keychain {
public:
    using Keychain::Keychain;

    KeychainState mood = KeychainState::Ok; ///< Anything else is the answer to every call.
    QHash<QString, AccessKeyPair> entries;

    void read(const QString &id, QObject *context, Read done) override
    {
        QTimer::singleShot(0, context, [this, id, done] {
            if (mood != KeychainState::Ok)
                done(mood, {}, QStringLiteral("test"));
            else if (!entries.contains(id))
                done(KeychainState::NotStored, {}, {});
            else
                done(KeychainState::Ok, entries.value(id), {});
        });
    }

    void store(const QString &id, const AccessKeyPair &pair, QObject *context, Stored done) override
    {
        QTimer::singleShot(0, context, [this, id, pair, done] {
            if (mood == KeychainState::Ok)
                entries.insert(id, pair);
            done(mood, {});
        });
    }

    void remove(const QString &id, QObject *context, Stored done) override
    {
        QTimer::singleShot(0, context, [this, id, done] {
            if (mood == KeychainState::Ok)
                entries.remove(id);
            done(mood, {});
        });
    }
};

} // namespace berth::test
