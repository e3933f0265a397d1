// SPDX-License-Identifier: Apache-2.0
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <unistd.h>

#include "e2e/OciLayout.h"
#include "support/RegistryProcess.h"
#include "support/TestImage.h"

using namespace berth::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// containerd itself, with its client ctr: what kind, k3d and every Kubernetes node pull with.
class ContainerdTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const auto missing = missingPrograms(QStringList{u"containerd"_s, u"ctr"_s, u"skopeo"_s} + OciLayout::programs());
        QVERIFY2(missing.isEmpty(), missing.constData());
        QVERIFY2(::geteuid() == 0, "A containerd of one's own needs root: run this test as root.");
        m_environment = privateEnvironment(m_folder.path());
        m_layout = std::make_unique<OciLayout>(m_folder.path(), m_environment);
        VERIFY_RUN(m_layout->addImage(u"app"_s, 3, 400'000));
        VERIFY_RUN(m_layout->addIndex(u"many"_s, {u"linux/amd64"_s, u"linux/arm64/v8"_s}));
        const auto reason = startDaemon();
        QVERIFY2(reason.isEmpty(), reason.constData());
    }
    void cleanupTestCase()
    {
        m_daemon.terminate();
        if (!m_daemon.waitForFinished(10000))
            m_daemon.kill();
    }

    void init()
    {
        m_registry = std::make_unique<RegistryProcess>();
        QVERIFY2(m_registry->start(), qPrintable(m_registry->errorOutput()));
        for (const QString &tag : {u"app"_s, u"many"_s})
            VERIFY_RUN(runProgram({u"skopeo"_s, u"copy"_s, u"--all"_s, u"--insecure-policy"_s, u"--dest-tls-verify=false"_s, u"--dest-creds"_s, credentials(),
                                      m_layout->reference(tag), u"docker://%1/team/app:%2"_s.arg(m_registry->host(), tag)},
                m_environment, 60s));
    }
    void cleanup()
    {
        VERIFY_RUN(ctr({u"images"_s, u"ls"_s, u"-q"_s}));
        for (const auto &name : ctr({u"images"_s, u"ls"_s, u"-q"_s}).output.split('\n')) {
            if (!name.isEmpty())
                VERIFY_RUN(ctr({u"images"_s, u"rm"_s, u"--sync"_s, QString::fromUtf8(name)}));
        }
        m_registry.reset();
    }

    void itPullsAndUnpacksAnImage()
    {
        VERIFY_RUN(pull(u"team/app:app"_s));
        QCOMPARE(digestHere(u"team/app:app"_s), m_layout->digest(u"app"_s));
        QVERIFY(ctr({u"snapshots"_s, u"--snapshotter"_s, u"native"_s, u"ls"_s}).output.count("Committed") >= 3); // each layer was unpacked
    }

    void itPullsByDigestAndEveryPlatform()
    {
        const QString byDigest = u"team/app@"_s + QString::fromUtf8(m_layout->digest(u"many"_s));
        VERIFY_RUN(pull(byDigest, {u"--all-platforms"_s}));
        QCOMPARE(digestHere(byDigest), m_layout->digest(u"many"_s));
        const auto index = m_registry->send("GET", u"/v2/team/app/manifests/many"_s).body;
        const auto content = ctr({u"content"_s, u"ls"_s, u"-q"_s}).output;
        for (const auto &child : QJsonDocument::fromJson(index)[u"manifests"_s].toArray())
            QVERIFY2(content.contains(child[u"digest"_s].toString().toUtf8()), content.constData());
    }

    void itPushesWhatItPulledToAnotherName()
    {
        VERIFY_RUN(pull(u"team/app:app"_s));
        VERIFY_RUN(ctr({u"images"_s, u"tag"_s, name(u"team/app:app"_s), name(u"other/copy:2"_s)}));
        VERIFY_RUN(ctr({u"images"_s, u"push"_s, u"--plain-http"_s, u"--user"_s, credentials(), name(u"other/copy:2"_s)}));
        QCOMPARE(digestOf(m_registry->send("GET", u"/v2/other/copy/manifests/2"_s).body), m_layout->digest(u"app"_s));
    }

    void aWrongSecretIsRefused()
    {
        const auto refused = ctr({u"images"_s, u"pull"_s, u"--plain-http"_s, u"--snapshotter"_s, u"native"_s, u"--user"_s,
            QLatin1String(RegistryProcess::keyId) + u":wrong"_s, name(u"team/app:app"_s)});
        QVERIFY(!refused.isGood());
        QVERIFY2(refused.text().contains("401 Unauthorized"), refused.report().constData());
        QCOMPARE(digestHere(u"team/app:app"_s), QByteArray());
    }

private:
    QString below(const QString &file) const { return m_folder.filePath(file); }
    QString name(const QString &image) const { return m_registry->host() + u'/' + image; }
    static QString credentials() { return QLatin1String(RegistryProcess::keyId) + u':' + QLatin1String(RegistryProcess::secret); }
    ProgramRun ctr(const QStringList &arguments) const
    {
        return runProgram(QStringList{u"ctr"_s, u"--address"_s, below(u"containerd.sock"_s)} + arguments, m_environment, 60s);
    }
    ProgramRun pull(const QString &image, const QStringList &more = {}) const
    {
        return ctr(QStringList{u"images"_s, u"pull"_s, u"--plain-http"_s, u"--snapshotter"_s, u"native"_s, u"--user"_s, credentials()} + more
            + QStringList{name(image)});
    }
    /// Of that name in containerd's own list; empty if it has none.
    QByteArray digestHere(const QString &image) const
    {
        for (const auto &line : ctr({u"images"_s, u"ls"_s}).output.split('\n')) {
            const auto fields = line.simplified().split(' ');
            if (fields.size() > 2 && fields.first() == name(image).toUtf8())
                return fields.at(2);
        }
        return {};
    }
    /// Empty, or why it does not answer.
    QByteArray startDaemon()
    {
        QFile settings(below(u"containerd.toml"_s));
        const QString text =
            u"version = 2\nroot = \"%1/root\"\nstate = \"%1/state\"\ndisabled_plugins = [\"io.containerd.grpc.v1.cri\"]\n[grpc]\naddress = \"%1/containerd.sock\"\n[ttrpc]\naddress = \"%1/ttrpc.sock\"\n"_s
                .arg(m_folder.path());
        if (!settings.open(QIODevice::WriteOnly) || settings.write(text.toUtf8()) < 0)
            return settings.errorString().toUtf8();
        settings.close();
        m_daemon.setProcessEnvironment(m_environment);
        m_daemon.setProcessChannelMode(QProcess::MergedChannels);
        m_daemon.setStandardOutputFile(below(u"log"_s));
        endWithThisProcess(m_daemon);
        m_daemon.start(findProgram(u"containerd"_s), {u"--config"_s, settings.fileName()});
        const bool answers = QTest::qWaitFor([this] { return QFile::exists(below(u"containerd.sock"_s)) && ctr({u"version"_s}).isGood(); }, 30000);
        QFile log(below(u"log"_s));
        return answers ? QByteArray() : "containerd does not answer after 30 s:\n" + (log.open(QIODevice::ReadOnly) ? log.readAll().right(4000) : QByteArray());
    }

    QTemporaryDir m_folder;
    QProcessEnvironment m_environment;
    std::unique_ptr<OciLayout> m_layout;
    std::unique_ptr<RegistryProcess> m_registry;
    QProcess m_daemon;
};

QTEST_MAIN(ContainerdTest)
#include "ContainerdTest.moc"
