// SPDX-License-Identifier: Apache-2.0
#include "desktop/sessions/LocalServer.h"
#include "core/ErrorText.h"

#include <QFutureWatcher>
#include <QtConcurrent>

namespace berth {

namespace {
constexpr quint16 defaultPort = 5000;
constexpr int portsTried = 20;
constexpr int masterKeyCharacters = 43; ///< Letters and digits: 256 bits.
}// namespace

LocalServer::LocalServer(Keychain &keychain, QSettings &settings, QString folder, QObject *parent)
    : QObject(parent)
    , m_keychain(keychain)
    , m_settings(settings)
    , m_folder(std::move(folder))
{
}

LocalServer::~LocalServer() = default;

QString LocalServer::address() const
{
    if (!m_address.isEmpty())
        return m_address;
    return QStringLiteral("127.0.0.1:%1").arg(m_settings.value(QStringLiteral("local/port"), defaultPort).toUInt());
}

Connection LocalServer::connection() const
{
    Connection connection;
    connection.id = QLatin1String(connectionId);
    connection.name = tr("Local");
    connection.kind = ServerKind::Berth;
    connection.url = QUrl(QStringLiteral("http://") + address());
    connection.appKey = QStringLiteral("local");
    connection.keyId = keyId();
    connection.secret = m_key.secret;
    return connection;
}

void LocalServer::setState(State state, const QString &failure)
{
    m_state = state;
    m_failure = failure;
    Q_EMIT stateChanged();
}

void LocalServer::start()
{
    if (m_state == State::Running || m_state == State::Starting || m_state == State::AskingKeychain || m_state == State::Stopping)
        return;
    m_notice.clear();
    if (!m_key.secret.isEmpty()) { // known from earlier in this run
        launch(m_keyUse);
        return;
    }
    setState(State::AskingKeychain);
    m_keychain.read(
        QLatin1String(connectionId), this, [this](KeychainState state, const AccessKeyPair &pair, const QString &detail) { keyRead(state, pair, detail); });
}

void LocalServer::keyRead(KeychainState state, const AccessKeyPair &pair, const QString &detail)
{
    if (state == KeychainState::Ok && !pair.secret.isEmpty()) {
        m_key = pair;
        launch(KeyUse::Stored);
    } else if (state == KeychainState::NotStored || state == KeychainState::Ok) {
        const bool hasData = LocalRegistry::folderHasData(m_folder.toStdU16String());
        if (hasData && LocalRegistry::isServed(m_folder.toStdU16String()) && useForeign())
            return; // its first call shows that the key is missing
        if (hasData)
            setState(State::KeyMissing);
        else
            storeAndLaunch(makeAccessKeyPair(), KeyUse::Stored);
    } else {
        setKeychainProblem(state, detail);
    }
}

void LocalServer::setKeychainProblem(KeychainState state, const QString &detail)
{
    switch (state) {
    case KeychainState::Locked: setState(State::KeychainLocked); break;
    case KeychainState::Dismissed: setState(State::KeychainDismissed); break;
    case KeychainState::NoService: setState(State::KeychainAbsent); break;
    default: setState(State::KeychainFailed, detail);
    }
}

void LocalServer::storeAndLaunch(AccessKeyPair pair, KeyUse use)
{
    if (m_state != State::AskingKeychain)
        setState(State::AskingKeychain);
    m_keychain.store(QLatin1String(connectionId), pair, this, [this, pair, use](KeychainState state, const QString &detail) {
        if (state != KeychainState::Ok) {
            setKeychainProblem(state, detail);
            return;
        }
        m_key = pair;
        launch(use);
    });
}

void LocalServer::makeNewKey()
{
    // Once the new key is in the keychain, nothing tells any more that the folder has another: so all else comes first.
    if (m_state == State::KeyMissing)
        fetchMasterKey([this] { storeAndLaunch(makeAccessKeyPair(), KeyUse::Replacing); });
}

void LocalServer::useKeyForThisRun()
{
    if (m_state != State::KeychainAbsent && m_state != State::KeychainFailed)
        return;
    m_key = makeAccessKeyPair();
    launch(KeyUse::ThisRunOnly);
}

void LocalServer::launch(KeyUse use)
{
    m_keyUse = use; // also for the next start(), should the keychain fail now
    if (use == KeyUse::ThisRunOnly) { // there is no keychain: a new folder gets a file, one with data is served without
        launchWith(std::nullopt);
        return;
    }
    fetchMasterKey([this] { launchWith(m_masterKey); });
}

void LocalServer::fetchMasterKey(std::function<void()> then)
{
    if (m_masterKey || LocalRegistry::hasMasterKeyFile(m_folder.toStdU16String())) {
        then();
        return;
    }
    if (m_state != State::AskingKeychain)
        setState(State::AskingKeychain);
    m_keychain.read(QLatin1String(masterKeyId), this, [this, then](KeychainState state, const AccessKeyPair &kept, const QString &detail) {
        if (state == KeychainState::Ok && !kept.secret.isEmpty()) {
            m_masterKey = kept.secret;
            then();
            return;
        }
        if (state != KeychainState::Ok && state != KeychainState::NotStored) {
            setKeychainProblem(state, detail);
            return;
        }
        const AccessKeyPair made{"master", Secret(randomText(masterKeyCharacters))};
        m_keychain.store(QLatin1String(masterKeyId), made, this, [this, made, then](KeychainState stored, const QString &why) {
            if (stored != KeychainState::Ok) {
                setKeychainProblem(stored, why);
                return;
            }
            m_masterKey = made.secret;
            then();
        });
    });
}

void LocalServer::launchWith(const std::optional<Secret> &masterKey)
{
    setState(State::Starting);
    LocalRegistryOptions options;
    options.folder = m_folder.toStdU16String();
    options.port = quint16(m_settings.value(QStringLiteral("local/port"), defaultPort).toUInt());
    options.administrator = m_key;
    options.masterKey = masterKey;
    options.replaceAdministrator = m_keyUse == KeyUse::Replacing;
    options.administratorIsTemporary = m_keyUse == KeyUse::ThisRunOnly;
    auto *watcher = new QFutureWatcher<Started>(this);
    connect(watcher, &QFutureWatcher<Started>::finished, this, [this, watcher] {
        watcher->deleteLater();
        launched(watcher->result());
    });
    watcher->setFuture(QtConcurrent::run([options]() mutable {
        Started started;
        for (int i = 0; i < portsTried; ++i) {
            auto registry = LocalRegistry::start(options);
            started.port = options.port;
            if (registry) {
                started.registry = std::move(*registry);
                return started;
            }
            started.error = registry.error();
            if (started.error.code != ErrorCode::Conflict) // only a port in use is worth another try
                return started;
            ++options.port;
        }
        return started;
    }));
}

void LocalServer::launched(const Started &started)
{
    const auto wanted = m_settings.value(QStringLiteral("local/port"), defaultPort).toUInt();
    if (started.registry) {
        m_registry = started.registry;
        m_address = QString::fromStdString(m_registry->address());
        m_isForeign = false;
        if (m_keyUse == KeyUse::Replacing)
            m_keyUse = KeyUse::Stored; // done
        if (started.port != wanted) {
            m_notice = tr("Port %1 was taken by another program, so the registry uses %2.").arg(wanted).arg(started.port);
            m_settings.setValue(QStringLiteral("local/port"), started.port);
        }
        if (const auto &notice = m_registry->notice())
            m_notice = errorText(*notice);
        setState(State::Running);
        return;
    }
    if (started.error.code == ErrorCode::FolderInUse && useForeign())
        return;
    setState(State::Failed, errorText(started.error));
}

bool LocalServer::useForeign()
{
    const auto served = QString::fromStdString(LocalRegistry::addressOfFolder(m_folder.toStdU16String()));
    if (served.isEmpty())
        return false;
    m_address = served;
    m_isForeign = true;
    m_notice = tr("Another program serves this registry at %1. Berth uses it as it is.").arg(served);
    setState(State::Running);
    return true;
}

void LocalServer::useKnownKey(const AccessKeyPair &pair)
{
    m_key = pair;
    m_keyUse = KeyUse::Stored;
    m_keychain.store(QLatin1String(connectionId), pair, this, [this](KeychainState state, const QString &) {
        if (state != KeychainState::Ok) {
            m_notice = tr("The keyring did not take the key, so it is kept for this run only.");
            Q_EMIT stateChanged();
        }
    });
    Q_EMIT keyChanged();
}

quint16 LocalServer::port() const { return quint16(m_settings.value(QStringLiteral("local/port"), defaultPort).toUInt()); }

void LocalServer::setPort(quint16 port)
{
    if (m_isForeign || port == this->port())
        return;
    m_settings.setValue(QStringLiteral("local/port"), port);
    m_restarts = isRunning();
    if (m_restarts)
        stop();
    else
        Q_EMIT stateChanged();
}

void LocalServer::stop()
{
    if (m_state != State::Running)
        return;
    if (m_isForeign) {
        m_isForeign = false;
        m_address.clear();
        setState(State::Stopped);
        return;
    }
    setState(State::Stopping);
    auto *watcher = new QFutureWatcher<void>(this);
    connect(watcher, &QFutureWatcher<void>::finished, this, [this, watcher] {
        watcher->deleteLater();
        m_address.clear(); // the next start may be on another port
        setState(State::Stopped);
        if (std::exchange(m_restarts, false))
            start();
    });
    // Requests in flight get up to ten seconds; the window does not wait for them.
    watcher->setFuture(QtConcurrent::run([registry = std::exchange(m_registry, nullptr)]() mutable { registry.reset(); }));
}

QString LocalServer::stateText() const
{
    switch (m_state) {
    case State::Running: return tr("Local registry is running");
    case State::AskingKeychain: return tr("Waiting for the keyring");
    case State::Starting: return tr("Local registry is starting");
    case State::Stopping: return tr("Local registry is stopping");
    case State::Stopped: return tr("Local registry is stopped");
    case State::KeychainLocked:
    case State::KeychainDismissed: return tr("The keyring is locked");
    default: return tr("Local registry could not start");
    }
}

} // namespace berth
