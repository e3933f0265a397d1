// SPDX-License-Identifier: Apache-2.0
#include "KeychainCalls.h"

#include <QDBusConnection>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include "DesktopFixture.h"
#include "support/HttpCall.h"

using namespace Qt::StringLiterals;

namespace berth::test {

using State = LocalServer::State;

Answer read(Keychain &keychain, const QString &id)
{
    Answer answer;
    QObject context;
    keychain.read(id, &context, [&](KeychainState state, const AccessKeyPair &pair, const QString &detail) { answer = {state, pair, detail}; });
    (void)QTest::qWaitFor([&] { return answer.state.has_value(); }, 15000);
    return answer;
}

Answer store(Keychain &keychain, const QString &id, const AccessKeyPair &pair)
{
    Answer answer;
    QObject context;
    keychain.store(id, pair, &context, [&](KeychainState state, const QString &detail) { answer = {state, {}, detail}; });
    (void)QTest::qWaitFor([&] { return answer.state.has_value(); }, 15000);
    return answer;
}

Answer remove(Keychain &keychain, const QString &id)
{
    Answer answer;
    QObject context;
    keychain.remove(id, &context, [&](KeychainState state, const QString &detail) { answer = {state, {}, detail}; });
    (void)QTest::qWaitFor([&] { return answer.state.has_value(); }, 15000);
    return answer;
}

LocalRun::LocalRun(const QString &folder)
    : settings(folder + "/berth.ini"_L1, QSettings::IniFormat)
    , server(*keychain, settings, folder + "/registry"_L1)
{
    if (!settings.contains(u"local/port"_s))
        settings.setValue(u"local/port"_s, DesktopFixture::freePort());
}

State LocalRun::start()
{
    server.start();
    return rest();
}

State LocalRun::rest()
{
    (void)QTest::qWaitFor([this] { return server.state() != State::AskingKeychain && server.state() != State::Starting; }, 20000);
    return server.state();
}

bool LocalRun::stop()
{
    server.stop();
    return QTest::qWaitFor([this] { return server.state() == State::Stopped; }, 20000);
}

int LocalRun::statusFor(const AccessKeyPair &key) const
{
    return call({"GET", QUrl("http://"_L1 + server.address() + "/v2/"_L1), {{"Authorization", loginOf(key)}}, {}}).status;
}

QByteArray loginOf(const AccessKeyPair &key) { return basic(QByteArray::fromStdString(key.id), QByteArray::fromStdString(key.secret.reveal())); }

namespace {

const AccessKeyPair somePair{"somebodyskey", Secret("a secret")};

/// What holds where no keychain answers.
class Unserved : public QObject {
    Q_OBJECT

public:
    explicit Unserved(bool hasBus)
        : m_hasBus(hasBus)
    {
    }

private Q_SLOTS:
    void initTestCase() { QCOMPARE(QDBusConnection::sessionBus().isConnected(), m_hasBus); }

    void everyCallSaysNoService()
    {
        const auto keychain = makeSystemKeychain();
        QCOMPARE(read(*keychain, u"local"_s).state, KeychainState::NoService);
        QCOMPARE(store(*keychain, u"local"_s, somePair).state, KeychainState::NoService);
        QCOMPARE(remove(*keychain, u"local"_s).state, KeychainState::NoService);
    }

    void theRegistryRunsOnlyAfterAKeyForThisRunWasAgreed()
    {
        QTemporaryDir folder;
        LocalRun run(folder.path());
        QCOMPARE(run.start(), State::KeychainAbsent);
        QVERIFY(!QFileInfo::exists(run.server.folder()));
        run.server.useKeyForThisRun();
        QCOMPARE(run.rest(), State::Running);
        QCOMPARE(run.statusFor(run.server.key()), 200);
        QCOMPARE(run.statusFor(somePair), 401);
    }

private:
    bool m_hasBus;
};

/// What holds where the service runs but no keyring was ever opened.
class Unopened : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingIsStoredAndStoringSaysLocked()
    {
        const auto keychain = makeSystemKeychain();
        QCOMPARE(read(*keychain, u"local"_s).state, KeychainState::NotStored);
        QCOMPARE(store(*keychain, u"local"_s, somePair).state, KeychainState::Locked);
    }

    void theFirstStartMakesNothing()
    {
        QTemporaryDir folder;
        LocalRun run(folder.path());
        QCOMPARE(run.start(), State::KeychainLocked);
        QVERIFY(!QFileInfo::exists(run.server.folder()));
    }
};

} // namespace

std::optional<int> runWithoutKeyring(const QByteArray &mode, char **argv)
{
    if (mode == "--without-service" || mode == "--without-bus") {
        Unserved test(mode == "--without-service");
        return QTest::qExec(&test, 1, argv);
    }
    if (mode == "--never-opened") {
        Unopened test;
        return QTest::qExec(&test, 1, argv);
    }
    return {};
}

} // namespace berth::test

#include "KeychainCalls.moc"
