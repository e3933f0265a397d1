// SPDX-License-Identifier: Apache-2.0
#include <QCoreApplication>
#include <QDirIterator>
#include <QProcess>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include "DesktopFixture.h"
#include "KeychainCalls.h"
#include "PrivateBus.h"
#include "e2e/Program.h"
#include "support/HttpCall.h"

using namespace berth;
using namespace berth::test;
using namespace Qt::StringLiterals;
using State = LocalServer::State;

namespace {

const AccessKeyPair somePair{"somebodyskey", Secret("a secret")};

/// The files below a folder that hold these bytes, or cannot be read.
QStringList filesWith(const QByteArray &bytes, const QString &folder)
{
    QStringList found;
    QDirIterator all(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        QFile file(all.next());
        if (!file.open(QIODevice::ReadOnly) || file.readAll().contains(bytes))
            found << file.fileName();
    }
    return found;
}

} // namespace

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
        m_keyring = std::make_unique<Keyring>(m_bus);
        QVERIFY2(m_keyring->start(), "The keyring daemon did not start.");
    }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_keychain = makeSystemKeychain();
        QVERIFY(m_keyring->unlock());
        QVERIFY(m_keyring->empty());
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
        QVERIFY(read(*m_keychain, u"local"_s).isClosed());
        QVERIFY(read(*m_keychain, u"another"_s).isClosed());
        QVERIFY(store(*m_keychain, u"local"_s, {"another", Secret("newer")}).isClosed());
        QVERIFY(store(*m_keychain, u"another"_s, somePair).isClosed());
        QVERIFY(remove(*m_keychain, u"local"_s).isClosed());

        QVERIFY(m_keyring->unlock());
        const auto answer = read(*m_keychain, u"local"_s);
        QCOMPARE(answer.state, KeychainState::Ok);
        QCOMPARE(answer.pair.secret.reveal(), somePair.secret.reveal());
        QCOMPARE(read(*m_keychain, u"another"_s).state, KeychainState::NotStored);
    }

    void theSecondStartUsesTheKeyOfTheFirst()
    {
        AccessKeyPair first;
        {
            LocalRun run(m_folder->path());
            QCOMPARE(run.start(), State::Running);
            first = run.server.key();
            QCOMPARE(read(*m_keychain, u"local"_s).pair.secret.reveal(), first.secret.reveal());
            QCOMPARE(run.statusFor(first), 200);
            QVERIFY(run.stop());
        }
        LocalRun run(m_folder->path());
        QCOMPARE(run.start(), State::Running);
        QCOMPARE(run.server.key().id, first.id);
        QCOMPARE(run.statusFor(first), 200);
    }

    void aLostKeyIsReplacedOnlyWhenAgreedAndThenCountsNoMore()
    {
        AccessKeyPair first;
        {
            LocalRun run(m_folder->path());
            QCOMPARE(run.start(), State::Running);
            first = run.server.key();
            QVERIFY(run.stop());
        }
        QCOMPARE(remove(*m_keychain, u"local"_s).state, KeychainState::Ok);
        LocalRun run(m_folder->path());
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
        LocalRun run(m_folder->path());
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
            LocalRun run(m_folder->path());
            QCOMPARE(run.start(), State::Running);
            first = run.server.key();
            QVERIFY(run.stop());
        }
        QVERIFY(m_keyring->lock());
        LocalRun run(m_folder->path());
        const auto state = run.start();
        QVERIFY(state == State::KeychainLocked || state == State::KeychainDismissed);
        run.server.makeNewKey();
        run.server.useKeyForThisRun();
        QCOMPARE(run.server.state(), state);
        QVERIFY(m_keyring->unlock());
        QCOMPARE(run.start(), State::Running);
        QCOMPARE(run.statusFor(first), 200);
    }

    void aKeyForOneRunDoesNotShutOutTheKeyringsKey()
    {
        AccessKeyPair first;
        {
            LocalRun run(m_folder->path());
            QCOMPARE(run.start(), State::Running);
            first = run.server.key();
            QVERIFY(run.stop());
        }
        {
            LocalRun run(m_folder->path());
            MemoryKeychain absent;
            absent.mood = KeychainState::NoService;
            LocalServer server(absent, run.settings, run.server.folder());
            server.start();
            QTRY_COMPARE(server.state(), State::KeychainAbsent);
            server.useKeyForThisRun();
            QTRY_COMPARE_WITH_TIMEOUT(server.state(), State::Running, 20000);
            server.stop();
            QTRY_COMPARE_WITH_TIMEOUT(server.state(), State::Stopped, 20000);
        }
        LocalRun run(m_folder->path());
        QCOMPARE(run.start(), State::Running);
        QCOMPARE(run.server.key().id, first.id);
        QCOMPARE(run.statusFor(first), 200);
    }

    void theProgramWritesItsSecretNowhereButIntoTheKeyring();
    void aProgramThatWasKilledServesAllItHadAtItsNextStart();
    void aKeyringThatWasNeverOpenedStopsTheFirstStart();
    void withoutTheServiceBerthSaysSoAndRunsOnRequest();
    void withoutABusBerthSaysSoAndRunsOnRequest();

private:
    const PrivateBus &m_bus;
    QString m_missing;
    std::unique_ptr<Keyring> m_keyring; ///< One for all tests: libsecret 0.20 keeps its first session for good.
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Keychain> m_keychain;
};

void KeychainTest::aProgramThatWasKilledServesAllItHadAtItsNextStart()
{
    auto environment = privateEnvironment(m_folder->path());
    for (const auto &[name, value] : {std::pair{u"DBUS_SESSION_BUS_ADDRESS"_s, m_bus.address()},
             std::pair{u"XDG_CACHE_HOME"_s, m_folder->filePath(u"home/.cache"_s)}, std::pair{u"QT_QPA_PLATFORM"_s, u"offscreen"_s}})
        environment.insert(name, value);
    const int port = DesktopFixture::freePort();
    QDir(m_folder->path()).mkpath(u"home/.config/berth"_s);
    QSettings settings(m_folder->filePath(u"home/.config/berth/berth.ini"_s), QSettings::IniFormat);
    settings.setValue(u"local/port"_s, port);
    settings.sync();
    const QString record = m_folder->filePath(u"home/.config/berth/run.jsonl"_s);
    const QString log = m_folder->filePath(u"home/.local/share/berth/berth.log"_s);
    const QUrl url(u"http://127.0.0.1:%1/v2/"_s.arg(port));
    const auto start = [&](QProcess &berth) {
        endWithThisProcess(berth);
        berth.setProcessEnvironment(environment);
        berth.setProcessChannelMode(QProcess::MergedChannels);
        berth.start(QStringLiteral(BERTH_PROGRAM), {});
        return QTest::qWaitFor([&] { return call({"GET", url, {}, {}}).status == 401; }, 20000);
    };
    const auto image = makeImage(5);
    QByteArray login;
    {
        QProcess berth;
        QVERIFY2(start(berth), berth.readAll());
        login = loginOf(read(*m_keychain, u"local"_s).pair);
        for (const auto &blob : image.layers + QList<QByteArray>{image.config})
            QCOMPARE(call({"POST", url.resolved(QUrl(u"/v2/library/kept/blobs/uploads/?digest="_s + QString::fromUtf8(digestOf(blob)))),
                              {{"Authorization", login}, {"Content-Type", "application/octet-stream"}}, blob})
                         .status,
                201);
        QCOMPARE(call({"PUT", url.resolved(QUrl(u"/v2/library/kept/manifests/1.0"_s)),
                          {{"Authorization", login}, {"Content-Type", "application/vnd.oci.image.manifest.v1+json"}}, image.manifest})
                     .status,
            201);
        QVERIFY(QFile::exists(record));
        QVERIFY(QFile::exists(log));
        berth.kill();
        QVERIFY(berth.waitForFinished(10000));
    }
    QVERIFY(QFile::exists(record));
    settings.setValue(u"local/startsWithBerth"_s, false); // it runs again because it ran
    settings.sync();
    QProcess again;
    QVERIFY2(start(again), again.readAll());
    const auto kept = call({"GET", url.resolved(QUrl(u"/v2/library/kept/manifests/1.0"_s)),
        {{"Authorization", login}, {"Accept", "application/vnd.oci.image.manifest.v1+json"}}, {}});
    QCOMPARE(kept.status, 200);
    QCOMPARE(kept.body, image.manifest);
    QVERIFY(QFile::exists(log + u".1"_s));
    again.terminate(); // as the end of a session does: it ends well
    QVERIFY(again.waitForFinished(20000));
    QCOMPARE(again.exitStatus(), QProcess::NormalExit);
    QCOMPARE(again.exitCode(), 0);
    QVERIFY(!QFile::exists(record));
}

void KeychainTest::theProgramWritesItsSecretNowhereButIntoTheKeyring()
{
    auto environment = privateEnvironment(m_folder->path());
    for (const auto &[name, value] :
        {std::pair{u"DBUS_SESSION_BUS_ADDRESS"_s, m_bus.address()}, std::pair{u"XDG_CACHE_HOME"_s, m_folder->filePath(u"home/.cache"_s)},
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
    QVERIFY2(berth.waitForStarted(), qPrintable(berth.errorString()));
    const QUrl url(u"http://127.0.0.1:%1/v2/"_s.arg(port));
    QVERIFY2(QTest::qWaitFor([&] { return call({"GET", url, {}, {}}).status == 401; }, 20000), berth.readAll());
    const auto key = read(*m_keychain, u"local"_s).pair;
    QCOMPARE(key.secret.reveal().size(), 40U);
    const auto login = loginOf(key);
    QCOMPARE(call({"GET", url, {{"Authorization", login}}, {}}).status, 200);
    QTest::qWait(1000); // the window's own first calls
    berth.terminate();
    QVERIFY(berth.waitForFinished(20000));

    QList<QByteArray> forms{QByteArray::fromStdString(key.secret.reveal()), login.mid(6)};
    forms << forms.first().toBase64() << forms.first().toHex();
    const auto said = berth.readAll();
    for (const auto &form : forms) {
        QVERIFY(!said.contains(form));
        QCOMPARE(filesWith(form, m_folder->path()), QStringList());
        QCOMPARE(filesWith(form, m_bus.folder()), QStringList()); // the keyring's own file is encrypted
    }
    // The search would have seen it.
    QVERIFY(QFileInfo::exists(m_folder->filePath(u"home/.local/share/berth/registry"_s)));
    QVERIFY(!filesWith(QByteArray::fromStdString(key.id), m_folder->path()).isEmpty());
    QVERIFY(!filesWith("GnomeKeyring", m_bus.folder()).isEmpty());
}

void KeychainTest::aKeyringThatWasNeverOpenedStopsTheFirstStart()
{
    PrivateBus fresh(m_folder->path());
    QVERIFY(!fresh.address().isEmpty());
    VERIFY_RUN(runProgram({QCoreApplication::applicationFilePath(), u"--never-opened"_s}, fresh.environment()));
}

void KeychainTest::withoutTheServiceBerthSaysSoAndRunsOnRequest()
{
    PrivateBus bare(m_folder->path(), PrivateBus::Services::None);
    QVERIFY(!bare.address().isEmpty());
    VERIFY_RUN(runProgram({QCoreApplication::applicationFilePath(), u"--without-service"_s}, bare.environment()));
}

void KeychainTest::withoutABusBerthSaysSoAndRunsOnRequest()
{
    auto environment = m_bus.environment();
    environment.remove(u"DBUS_SESSION_BUS_ADDRESS"_s);
    VERIFY_RUN(runProgram({QCoreApplication::applicationFilePath(), u"--without-bus"_s}, environment));
}

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    if (const auto result = runWithoutKeyring(argc == 2 ? argv[1] : "", argv))
        return *result;
    QTemporaryDir folder;
    const auto missing = missingForKeyring();
    const PrivateBus bus(folder.path());
    qputenv("DBUS_SESSION_BUS_ADDRESS", bus.address().toUtf8());
    KeychainTest test(bus, QString::fromUtf8(missing));
    return QTest::qExec(&test, argc, argv);
}

#include "KeychainTest.moc"
