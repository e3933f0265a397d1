// SPDX-License-Identifier: Apache-2.0
#include <QCoreApplication>
#include <QDirIterator>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include "credentials/Keychain.h"
#include "desktop/connections/LocalServer.h"
#include "e2e/Program.h"
#include "support/HttpCall.h"
#include "DesktopFixture.h"
#include "PrivateBus.h"

using namespace berth;
using namespace berth::test;
using namespace Qt::StringLiterals;
using State = LocalServer::State;

namespace {

struct Answer {
    std::optional<KeychainState> state; ///< Nothing: no answer within 15 s.
    AccessKeyPair pair;
    QString detail;
};

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

/// Closed as far as the person can tell: it was locked, or its prompt could not be shown.
bool isClosed(const Answer &answer) { return answer.state == KeychainState::Locked || answer.state == KeychainState::Dismissed; }

/// One run of Berth's local registry on the system's keychain.
struct Run {
    explicit Run(const QString &folder)
        : settings(folder + "/berth.ini"_L1, QSettings::IniFormat)
        , server(*keychain, settings, folder + "/registry"_L1)
    {
        if (!settings.contains(u"local/port"_s))
            settings.setValue(u"local/port"_s, DesktopFixture::freePort());
    }

    /// Where it comes to rest after start() or a choice of the person.
    State rest()
    {
        (void)QTest::qWaitFor([this] { return server.state() != State::AskingKeychain && server.state() != State::Starting; }, 20000);
        return server.state();
    }

    State start()
    {
        server.start();
        return rest();
    }

    bool stop()
    {
        server.stop();
        return QTest::qWaitFor([this] { return server.state() == State::Stopped; }, 20000);
    }

    /// What the registry answers to that key.
    int statusFor(const AccessKeyPair &key) const
    {
        const auto login = basic(QByteArray::fromStdString(key.id), QByteArray::fromStdString(key.secret.reveal()));
        return call({"GET", QUrl("http://"_L1 + server.address() + "/v2/"_L1), {{"Authorization", login}}, {}}).status;
    }

    std::unique_ptr<Keychain> keychain = makeSystemKeychain();
    QSettings settings;
    LocalServer server;
};

const AccessKeyPair somePair{"somebodyskey", Secret("a secret")};

} // namespace

/// What holds where no keychain answers; run in processes of its own, as a process keeps the bus that it once found.
class Unserved : public QObject {
    Q_OBJECT

private Q_SLOTS:
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
        Run run(folder.path());
        QCOMPARE(run.start(), State::KeychainAbsent);
        QVERIFY(!QFileInfo::exists(run.server.folder()));
        run.server.useKeyForThisRun();
        QCOMPARE(run.rest(), State::Running);
        QCOMPARE(run.statusFor(run.server.key()), 200);
        QCOMPARE(run.statusFor(somePair), 401);
    }
};

/// Berth's keychain and its local registry against the real Secret Service of gnome-keyring.
class KeychainTest : public QObject {
    Q_OBJECT

public:
    KeychainTest(const PrivateBus &bus, QString missing)
        : m_bus(bus)
        , m_missing(std::move(missing))
    {
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_missing.isEmpty(), qPrintable(m_missing));
        QVERIFY2(!m_bus.address().isEmpty(), "The test's session bus did not start.");
    }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_keyring = std::make_unique<Keyring>(m_bus, m_folder->path());
        m_keychain = makeSystemKeychain();
        const auto *test = QTest::currentTestFunction();
        if (qstrcmp(test, "aKeyringThatNobodyOpenedYetCountsAsLocked") != 0 && !QByteArray(test).startsWith("without"))
            QVERIFY2(m_keyring->startUnlocked(), "The keyring daemon did not start.");
    }

    void cleanup()
    {
        m_keychain.reset();
        m_keyring.reset();
    }

    void aStoredKeyReadsBackByteForByte_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QByteArray>("secret");
        QTest::newRow("plain") << u"local"_s << QByteArray("s3cret");
        QTest::newRow("Korean") << u"회사 레지스트리"_s << QByteArray("비밀번호 \"따옴표\" \\ 끝");
        QTest::newRow("5,000 bytes") << u"long"_s << QByteArray(5000, 'k');
    }

    void aStoredKeyReadsBackByteForByte()
    {
        QFETCH(QString, id);
        QFETCH(QByteArray, secret);
        const AccessKeyPair pair{"키 key", Secret(secret.toStdString())};
        const auto stored = store(*m_keychain, id, pair);
        QVERIFY2(stored.state == KeychainState::Ok, qPrintable(stored.detail));
        const auto answer = read(*m_keychain, id);
        QVERIFY2(answer.state == KeychainState::Ok, qPrintable(answer.detail));
        QCOMPARE(answer.pair.id, pair.id);
        QCOMPARE(answer.pair.secret.reveal(), pair.secret.reveal());
    }

    void aKeyThatWasNeverStoredOrIsRemovedIsNotStored()
    {
        QCOMPARE(read(*m_keychain, u"local"_s).state, KeychainState::NotStored);
        QCOMPARE(store(*m_keychain, u"local"_s, somePair).state, KeychainState::Ok);
        QCOMPARE(read(*m_keychain, u"another"_s).state, KeychainState::NotStored);
        QCOMPARE(remove(*m_keychain, u"local"_s).state, KeychainState::Ok);
        QCOMPARE(read(*m_keychain, u"local"_s).state, KeychainState::NotStored);
        QCOMPARE(remove(*m_keychain, u"local"_s).state, KeychainState::Ok);
    }

    void storingAgainReplacesTheKey()
    {
        QCOMPARE(store(*m_keychain, u"local"_s, somePair).state, KeychainState::Ok);
        QCOMPARE(store(*m_keychain, u"local"_s, {"another", Secret("newer")}).state, KeychainState::Ok);
        QCOMPARE(read(*m_keychain, u"local"_s).pair.secret.reveal(), "newer");
    }

    void aLockedKeyIsNeverTakenForAbsentAndSurvives()
    {
        QCOMPARE(store(*m_keychain, u"local"_s, somePair).state, KeychainState::Ok);
        QVERIFY(m_keyring->lock());
        QVERIFY(isClosed(read(*m_keychain, u"local"_s)));
        QVERIFY(isClosed(read(*m_keychain, u"another"_s)));
        QVERIFY(isClosed(store(*m_keychain, u"local"_s, {"another", Secret("newer")})));
        QVERIFY(isClosed(store(*m_keychain, u"another"_s, somePair)));
        QVERIFY(isClosed(remove(*m_keychain, u"local"_s)));

        QVERIFY(m_keyring->unlock());
        const auto answer = read(*m_keychain, u"local"_s);
        QCOMPARE(answer.state, KeychainState::Ok);
        QCOMPARE(answer.pair.secret.reveal(), somePair.secret.reveal());
        QCOMPARE(read(*m_keychain, u"another"_s).state, KeychainState::NotStored);
    }

    void aKeySurvivesTheKeyringsRestart()
    {
        QCOMPARE(store(*m_keychain, u"local"_s, somePair).state, KeychainState::Ok);
        m_keyring->end();
        QVERIFY(m_keyring->startUnlocked());
        const auto answer = read(*m_keychain, u"local"_s);
        QVERIFY2(answer.state == KeychainState::Ok, qPrintable(answer.detail));
        QCOMPARE(answer.pair.secret.reveal(), somePair.secret.reveal());
    }

    void aKeyringThatNobodyOpenedYetCountsAsLocked()
    {
        QVERIFY(m_keyring->startWithoutPassword());
        Run run(m_folder->path());
        QCOMPARE(run.start(), State::KeychainLocked);
        QVERIFY(!QFileInfo::exists(run.server.folder()));
    }

    void theSecondStartUsesTheKeyOfTheFirst()
    {
        AccessKeyPair first;
        {
            Run run(m_folder->path());
            QCOMPARE(run.start(), State::Running);
            first = run.server.key();
            QCOMPARE(read(*m_keychain, u"local"_s).pair.secret.reveal(), first.secret.reveal());
            QCOMPARE(run.statusFor(first), 200);
            QVERIFY(run.stop());
        }
        Run run(m_folder->path());
        QCOMPARE(run.start(), State::Running);
        QCOMPARE(run.server.key().id, first.id);
        QCOMPARE(run.statusFor(first), 200);
    }

    void aLostKeyIsReplacedOnlyWhenAgreedAndThenCountsNoMore()
    {
        AccessKeyPair first;
        {
            Run run(m_folder->path());
            QCOMPARE(run.start(), State::Running);
            first = run.server.key();
            QVERIFY(run.stop());
        }
        QCOMPARE(remove(*m_keychain, u"local"_s).state, KeychainState::Ok);
        Run run(m_folder->path());
        QCOMPARE(run.start(), State::KeyMissing);
        QCOMPARE(read(*m_keychain, u"local"_s).state, KeychainState::NotStored);
        run.server.makeNewKey();
        QCOMPARE(run.rest(), State::Running);
        QCOMPARE(run.statusFor(run.server.key()), 200);
        QCOMPARE(run.statusFor(first), 401);
        QCOMPARE(read(*m_keychain, u"local"_s).pair.secret.reveal(), run.server.key().secret.reveal());
    }

    void aLockedKeyringStopsTheFirstStartBeforeAnythingIsMade()
    {
        QVERIFY(m_keyring->lock());
        Run run(m_folder->path());
        QCOMPARE(run.start(), State::KeychainLocked);
        QVERIFY(!QFileInfo::exists(run.server.folder()));
        QVERIFY(m_keyring->unlock());
        QCOMPARE(read(*m_keychain, u"local"_s).state, KeychainState::NotStored);
        QCOMPARE(run.start(), State::Running);
    }

    void aLockedKeyringNeverCostsTheKey()
    {
        AccessKeyPair first;
        {
            Run run(m_folder->path());
            QCOMPARE(run.start(), State::Running);
            first = run.server.key();
            QVERIFY(run.stop());
        }
        QVERIFY(m_keyring->lock());
        Run run(m_folder->path());
        const auto state = run.start();
        QVERIFY(state == State::KeychainLocked || state == State::KeychainDismissed);
        run.server.makeNewKey();
        run.server.useKeyForThisRun();
        QCOMPARE(run.server.state(), state);
        QVERIFY(m_keyring->unlock());
        QCOMPARE(run.start(), State::Running);
        QCOMPARE(run.statusFor(first), 200);
    }

    void theProgramWritesItsSecretNowhereButIntoTheKeyring();
    void withoutTheServiceBerthSaysSoAndRunsOnRequest();
    void withoutABusBerthSaysSoAndRunsOnRequest();

private:
    const PrivateBus &m_bus;
    QString m_missing;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Keyring> m_keyring;
    std::unique_ptr<Keychain> m_keychain;
};

void KeychainTest::theProgramWritesItsSecretNowhereButIntoTheKeyring()
{
    auto environment = privateEnvironment(m_folder->path());
    for (const auto &[name, value] : {std::pair{u"DBUS_SESSION_BUS_ADDRESS"_s, m_bus.address()}, std::pair{u"XDG_CACHE_HOME"_s, m_folder->filePath(u"home/.cache"_s)},
             std::pair{u"QT_QPA_PLATFORM"_s, u"offscreen"_s}, std::pair{u"QT_LOGGING_RULES"_s, u"*.debug=true"_s}})
        environment.insert(name, value);
    const int port = DesktopFixture::freePort();
    QDir(m_folder->path()).mkpath(u"home/.config/berth"_s);
    QSettings(m_folder->filePath(u"home/.config/berth/berth.ini"_s), QSettings::IniFormat).setValue(u"local/port"_s, port);
    QProcess berth;
    endWithThisProcess(berth);
    berth.setProcessEnvironment(environment);
    berth.setProcessChannelMode(QProcess::MergedChannels);
    berth.start(QStringLiteral(BERTH_PROGRAM), {});
    QVERIFY(berth.waitForStarted());
    const QUrl url(u"http://127.0.0.1:%1/v2/"_s.arg(port));
    QVERIFY2(QTest::qWaitFor([&] { return call({"GET", url, {}, {}}).status == 401; }, 20000), berth.readAll());
    const auto key = read(*m_keychain, u"local"_s).pair;
    QCOMPARE(key.secret.reveal().size(), 40U);
    const auto login = basic(QByteArray::fromStdString(key.id), QByteArray::fromStdString(key.secret.reveal()));
    QCOMPARE(call({"GET", url, {{"Authorization", login}}, {}}).status, 200);
    QTest::qWait(1000); // the window's own first calls
    berth.terminate();
    QVERIFY(berth.waitForFinished(20000));

    QList<QByteArray> forms{QByteArray::fromStdString(key.secret.reveal()), login.mid(6)};
    forms << forms.first().toBase64() << forms.first().toHex();
    const auto said = berth.readAll();
    int files = 0;
    for (const auto &form : forms) {
        QVERIFY(!said.contains(form));
        QDirIterator all(m_folder->path(), QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
        while (all.hasNext()) {
            QFile file(all.next());
            if (!QFileInfo(file).isFile())
                continue;
            QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
            QVERIFY2(!file.readAll().contains(form), qPrintable(file.fileName()));
            ++files;
        }
    }
    QVERIFY2(files >= 12, "Settings, database and keyring are three files at least, each searched four times.");
    QVERIFY(QFileInfo::exists(m_folder->filePath(u"home/.local/share/berth/registry"_s)));
}

void KeychainTest::withoutTheServiceBerthSaysSoAndRunsOnRequest()
{
    PrivateBus bare(m_folder->path(), PrivateBus::Services::None);
    QVERIFY(!bare.address().isEmpty());
    VERIFY_RUN(runProgram({QCoreApplication::applicationFilePath(), u"--unserved"_s}, bare.environment()));
}

void KeychainTest::withoutABusBerthSaysSoAndRunsOnRequest()
{
    auto environment = m_bus.environment();
    environment.remove(u"DBUS_SESSION_BUS_ADDRESS"_s);
    VERIFY_RUN(runProgram({QCoreApplication::applicationFilePath(), u"--unserved"_s}, environment));
}

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    if (argc == 2 && qstrcmp(argv[1], "--unserved") == 0) {
        Unserved test;
        return QTest::qExec(&test, 1, argv);
    }
    QTemporaryDir folder;
    const auto missing = missingForKeyring();
    const PrivateBus bus(folder.path());
    qputenv("DBUS_SESSION_BUS_ADDRESS", bus.address().toUtf8());
    KeychainTest test(bus, QString::fromUtf8(missing));
    return QTest::qExec(&test, argc, argv);
}

#include "KeychainTest.moc"
