// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <optional>

#include <QObject>
#include <QSettings>

#include "client/auth/Connection.h"
#include "credentials/Keychain.h"
#include "registry/LocalRegistry.h"

namespace berth {

/// The bundled registry as the desktop runs it: its keys from the keychain, its port, start and stop.
///
/// Belongs to the GUI thread and never blocks it. The key is made here, stored in the keychain, and only then handed to the registry; a key
/// that is missing for a folder with data is never replaced unasked. A master key that is missing is made anew: what was sealed under it is
/// the key that tokens are signed with, and clients fetch new ones.
class LocalServer : public QObject {
    Q_OBJECT

public:
    enum class State {
        Stopped,
        AskingKeychain,
        Starting,
        Running,
        Stopping,
        KeychainLocked,    ///< Retry after unlocking.
        KeychainDismissed, ///< The prompt was closed.
        KeychainAbsent,    ///< No service: install or start one, or use a key for this run.
        KeychainFailed,
        KeyMissing, ///< The folder has data, the keychain has no key for it.
        Failed,     ///< See failure().
    };

    /// `keychain` and `settings` are borrowed. `folder` is the registry's data folder.
    LocalServer(Keychain &keychain, QSettings &settings, QString folder, QObject *parent = nullptr);
    ~LocalServer() override;

    State state() const { return m_state; }
    /// The same in words.
    QString stateText() const;
    bool isRunning() const { return m_state == State::Running; }
    /// "127.0.0.1:5000"; the one it will have while it is not running.
    QString address() const;
    QString folder() const { return m_folder; }
    QString keyId() const { return QString::fromStdString(m_key.id); }
    const AccessKeyPair &key() const { return m_key; }
    QString failure() const { return m_failure; }

    /// Something to tell beside the state: another port, an older copy of the database; else empty.
    QString notice() const { return m_notice; }

    /// True if another program serves the folder and this one uses it as it is.
    bool isForeign() const { return m_isForeign; }

    Connection connection() const;

    void start();
    void stop();

    /// The port that it has, or will have.
    quint16 port() const;
    /// Remembers another port, and restarts on it if it runs.
    void setPort(quint16 port);

    /// For KeyMissing, after the person agreed: a new key replaces the administrator's.
    void makeNewKey();

    /// For KeychainAbsent: a key that lives in memory only.
    void useKeyForThisRun();

    /// For a folder that another program serves: its administrator's key, which the person knows. Goes into the keychain.
    void useKnownKey(const AccessKeyPair &pair);

    static constexpr const char *connectionId = "local";
    static constexpr const char *masterKeyId = "local-master"; ///< Its entry in the keychain.

Q_SIGNALS:
    void stateChanged();
    /// The key is another one, while the registry goes on running.
    void keyChanged();

private:
    struct Started {
        std::shared_ptr<LocalRegistry> registry; ///< Shared with the future that carries it, then ours alone.
        Error error;
        quint16 port = 0;
    };

    void setState(State state, const QString &failure = {});
    void keyRead(KeychainState state, const AccessKeyPair &pair, const QString &detail);
    /// What the key is to the data folder.
    enum class KeyUse {
        Stored,     ///< The administrator's already, or of a folder yet to be made.
        Replacing,  ///< Takes the administrator's place.
        ThisRunOnly, ///< Stands beside it, in memory.
    };
    void storeAndLaunch(AccessKeyPair pair, KeyUse use);
    void launch(KeyUse use);
    void launchWith(const std::optional<Secret> &masterKey);
    /// Reads the master key from the keychain, or makes it there; not where the folder has its own. `then` follows unless the keychain fails.
    void fetchMasterKey(std::function<void()> then);
    void launched(const Started &started);
    /// True if another program serves the folder; then that one is used.
    bool useForeign();
    void setKeychainProblem(KeychainState state, const QString &detail);

    Keychain &m_keychain;
    QSettings &m_settings;
    QString m_folder;
    AccessKeyPair m_key;
    KeyUse m_keyUse = KeyUse::Stored;
    std::optional<Secret> m_masterKey; ///< Once it was read or made in this run.
    State m_state = State::Stopped;
    QString m_failure;
    QString m_notice;
    QString m_address;
    bool m_isForeign = false;
    bool m_restarts = false; ///< Starts again once it has stopped.
    std::shared_ptr<LocalRegistry> m_registry;
};

} // namespace berth
