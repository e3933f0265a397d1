// SPDX-License-Identifier: Apache-2.0
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

#include "e2e/CleanupLoop.h"
#include "e2e/Program.h"
#include "support/RegistryProcess.h"
#include "support/TestImage.h"

using namespace berth::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class PodmanTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const auto missing = missingPrograms({u"podman"_s, u"buildah"_s});
        QVERIFY2(missing.isEmpty(), missing.constData());
    }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_environment = privateEnvironment(m_folder->path());
        m_registry = std::make_unique<RegistryProcess>();
        QVERIFY2(m_registry->start(), qPrintable(m_registry->errorOutput()));
    }

    void cleanup() { m_registry.reset(); }

    void podmanPullsWhatItPushed()
    {
        VERIFY_RUN(logIn(RegistryProcess::secret));
        const QString name = build(u"team/app:1.0"_s);
        const auto id = imageId(name);
        VERIFY_RUN(podman({u"push"_s, u"--tls-verify=false"_s, u"--authfile"_s, logins(), name}));
        VERIFY_RUN(podman({u"rmi"_s, u"-af"_s}));
        QCOMPARE(imageId(name), QByteArray());

        VERIFY_RUN(podman({u"pull"_s, u"--tls-verify=false"_s, u"--authfile"_s, logins(), name}));

        QCOMPARE(imageId(name), id);
    }

    void pushesAndPullsBesideCleanupsAllSucceed()
    {
        VERIFY_RUN(logIn(RegistryProcess::secret));
        const auto push = [this](const QString &name) { return podman({u"push"_s, u"--tls-verify=false"_s, u"--authfile"_s, logins(), name}); };
        const auto pull = [this](const QString &name) { return podman({u"pull"_s, u"--tls-verify=false"_s, u"--authfile"_s, logins(), name}); };
        const QStringList lasting{build(u"team/app:keep-1"_s), build(u"team/app:v1"_s)};
        const QList<QByteArray> ids{imageId(lasting[0]), imageId(lasting[1])};
        for (const auto &name : lasting)
            VERIFY_RUN(push(name));
        CleanupLoop tidy(*m_registry);
        QVERIFY(tidy.isReady());
        for (int round = 0; round < 3; ++round) {
            VERIFY_RUN(push(build(u"team/app:r%1"_s.arg(round))));
            VERIFY_RUN(podman({u"rmi"_s, u"-af"_s}));
            for (int i = 0; i < 2; ++i) {
                VERIFY_RUN(pull(lasting[i]));
                QCOMPARE(imageId(lasting[i]), ids[i]);
            }
        }
        QVERIFY(tidy.stop() > 5);
        QVERIFY(tidy.deletions() > 0);
    }

    void podmanPullsByDigest()
    {
        VERIFY_RUN(logIn(RegistryProcess::secret));
        const QString name = build(u"team/app:1.0"_s);
        const auto id = imageId(name);
        const QString digestFile = m_folder->filePath(u"digest"_s);
        VERIFY_RUN(podman({u"push"_s, u"--tls-verify=false"_s, u"--authfile"_s, logins(), u"--digestfile"_s, digestFile, name}));
        QFile file(digestFile);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto digest = file.readAll().trimmed();
        QCOMPARE(digestOf(m_registry->send("GET", u"/v2/team/app/manifests/1.0"_s).body), digest);
        VERIFY_RUN(podman({u"rmi"_s, u"-af"_s}));

        const QString byDigest = m_registry->host() + u"/team/app@"_s + QString::fromUtf8(digest);
        VERIFY_RUN(podman({u"pull"_s, u"--tls-verify=false"_s, u"--authfile"_s, logins(), byDigest}));

        QCOMPARE(imageId(byDigest), id);
    }

    void podmanPushesDockersOldFormat()
    {
        VERIFY_RUN(logIn(RegistryProcess::secret));
        const QString name = build(u"team/app:1.0"_s);
        VERIFY_RUN(podman({u"push"_s, u"--tls-verify=false"_s, u"--authfile"_s, logins(), u"--format"_s, u"v2s2"_s, name}));
        QCOMPARE(m_registry->send("GET", u"/v2/team/app/manifests/1.0"_s).headers["content-type"],
            QByteArray("application/vnd.docker.distribution.manifest.v2+json"));
    }

    void podmanPushesZstdLayers()
    {
        VERIFY_RUN(logIn(RegistryProcess::secret));
        const QString name = build(u"team/app:1.0"_s);
        const auto id = imageId(name);
        VERIFY_RUN(podman({u"push"_s, u"--tls-verify=false"_s, u"--authfile"_s, logins(), u"--compression-format"_s, u"zstd"_s, name}));
        QVERIFY(m_registry->send("GET", u"/v2/team/app/manifests/1.0"_s).body.contains("tar+zstd"));
        VERIFY_RUN(podman({u"rmi"_s, u"-af"_s}));
        VERIFY_RUN(podman({u"pull"_s, u"--tls-verify=false"_s, u"--authfile"_s, logins(), name}));
        QCOMPARE(imageId(name), id);
    }

    void buildahPushesAndPulls()
    {
        VERIFY_RUN(buildah({u"login"_s, u"--tls-verify=false"_s, u"--authfile"_s, logins(), u"-u"_s, QLatin1String(RegistryProcess::keyId),
                               u"--password-stdin"_s, m_registry->host()},
            RegistryProcess::secret));
        const QString name = build(u"team/app:1.0"_s);
        const auto id = imageId(name);
        VERIFY_RUN(buildah({u"push"_s, u"--tls-verify=false"_s, u"--authfile"_s, logins(), name}));
        VERIFY_RUN(buildah({u"rmi"_s, u"-af"_s}));
        VERIFY_RUN(buildah({u"pull"_s, u"--tls-verify=false"_s, u"--authfile"_s, logins(), name}));
        QCOMPARE(imageId(name), id);
    }

    void buildahPushesAListOfPlatforms()
    {
        VERIFY_RUN(logIn(RegistryProcess::secret));
        VERIFY_RUN(buildah({u"manifest"_s, u"create"_s, u"list"_s}));
        for (const QString &architecture : {u"amd64"_s, u"arm64"_s})
            VERIFY_RUN(buildah({u"manifest"_s, u"add"_s, u"list"_s, build(u"team/app:"_s + architecture, architecture)}));

        VERIFY_RUN(buildah({u"manifest"_s, u"push"_s, u"--all"_s, u"--tls-verify=false"_s, u"--authfile"_s, logins(), u"list"_s,
            u"docker://"_s + m_registry->host() + u"/team/app:1.0"_s}));

        const auto index = m_registry->send("GET", u"/v2/team/app/manifests/1.0"_s);
        QStringList architectures;
        for (const auto &entry : QJsonDocument::fromJson(index.body)[u"manifests"_s].toArray()) {
            architectures << entry[u"platform"_s][u"architecture"_s].toString();
            QCOMPARE(m_registry->send("GET", u"/v2/team/app/manifests/"_s + entry[u"digest"_s].toString()).status, 200);
        }
        QCOMPARE(architectures, (QStringList{u"amd64"_s, u"arm64"_s}));
        VERIFY_RUN(podman({u"rmi"_s, u"-af"_s}));
        VERIFY_RUN(podman({u"pull"_s, u"--tls-verify=false"_s, u"--authfile"_s, logins(), u"--arch"_s, u"arm64"_s, m_registry->host() + u"/team/app:1.0"_s}));
        QCOMPARE(podman({u"image"_s, u"inspect"_s, u"--format"_s, u"{{.Architecture}}"_s, m_registry->host() + u"/team/app:1.0"_s}).output.trimmed(),
            QByteArray("arm64"));
    }

    void podmanListsTags()
    {
        VERIFY_RUN(logIn(RegistryProcess::secret));
        QCOMPARE(pushImage(*m_registry, u"team/app"_s, u"1.0"_s, makeImage(1)), 201);
        QCOMPARE(pushImage(*m_registry, u"team/app"_s, u"1.1"_s, makeImage(2)), 201);
        const auto search = podman(
            {u"search"_s, u"--tls-verify=false"_s, u"--authfile"_s, logins(), u"--list-tags"_s, u"--format"_s, u"json"_s, m_registry->host() + u"/team/app"_s});
        QVERIFY2(search.isGood(), search.report().constData());
        QCOMPARE(QJsonDocument::fromJson(search.output)[0][u"Tags"_s].toArray(), (QJsonArray{u"1.0"_s, u"1.1"_s}));
    }

    void wrongCredentialsAreRefused()
    {
        const auto login = logIn("wrong");
        QVERIFY(!login.isGood());
        QVERIFY2(login.errorOutput.contains("invalid username/password"), login.report().constData());
    }

    void pushWithoutLoginIsRefused()
    {
        const auto push = podman({u"push"_s, u"--tls-verify=false"_s, build(u"team/app:1.0"_s)});
        QVERIFY(!push.isGood());
        QVERIFY2(saysRefused(push), push.report().constData());
        QCOMPARE(m_registry->send("GET", u"/v2/team/app/tags/list"_s).status, 404);
    }

    void pullWithoutLoginIsRefused()
    {
        QCOMPARE(pushImage(*m_registry, u"team/app"_s, u"1.0"_s, makeImage(1)), 201);
        const auto pull = podman({u"pull"_s, u"--tls-verify=false"_s, m_registry->host() + u"/team/app:1.0"_s});
        QVERIFY(!pull.isGood());
        QVERIFY2(saysRefused(pull), pull.report().constData());
    }

private:
    /// In podman 4's words or in those of 5.
    static bool saysRefused(const ProgramRun &run)
    {
        return run.errorOutput.contains("denied: requested access") || run.errorOutput.contains("requested access to the resource is denied")
            || run.errorOutput.contains("unauthorized") || run.errorOutput.contains("authentication required");
    }

    QString logins() const { return m_folder->filePath(u"auth.json"_s); }

    ProgramRun withStorage(const QString &program, const QStringList &arguments, const QByteArray &input) const
    {
        return runProgram(QStringList{program, u"--root"_s, m_folder->filePath(u"storage"_s), u"--runroot"_s, m_folder->filePath(u"storage-run"_s),
                              u"--storage-driver"_s, u"vfs"_s}
                + arguments,
            m_environment, 60s, input);
    }
    ProgramRun podman(const QStringList &arguments, const QByteArray &input = {}) const { return withStorage(u"podman"_s, arguments, input); }
    ProgramRun buildah(const QStringList &arguments, const QByteArray &input = {}) const { return withStorage(u"buildah"_s, arguments, input); }

    ProgramRun logIn(const QByteArray &secret) const
    {
        return podman({u"login"_s, u"--tls-verify=false"_s, u"--authfile"_s, logins(), u"-u"_s, QLatin1String(RegistryProcess::keyId), u"--password-stdin"_s,
                          m_registry->host()},
            secret);
    }

    /// The full name of a new image of one random layer, in the storage that podman and buildah share; empty if that failed.
    QString build(const QString &repositoryAndTag, const QString &architecture = u"amd64"_s) const
    {
        QList<quint32> random(500'000);
        QRandomGenerator::securelySeeded().fillRange(random.data(), random.size());
        QFile payload(m_folder->filePath(u"payload"_s));
        if (!payload.open(QIODevice::WriteOnly))
            return {};
        payload.write(reinterpret_cast<const char *>(random.constData()), qint64(random.size()) * 4);
        payload.close();

        const QString name = m_registry->host() + u'/' + repositoryAndTag;
        const QString container = QString::fromUtf8(buildah({u"from"_s, u"scratch"_s}).output.trimmed());
        for (const auto &step : {QStringList{u"copy"_s, container, payload.fileName(), u"/payload"_s},
                 QStringList{u"config"_s, u"--os"_s, u"linux"_s, u"--arch"_s, architecture, container},
                 QStringList{u"commit"_s, u"-q"_s, u"--rm"_s, container, name}}) {
            if (const auto run = buildah(step); !run.isGood()) {
                qWarning("%s", run.report().constData());
                return {};
            }
        }
        return name;
    }

    /// Of an image in that storage; empty if there is none.
    QByteArray imageId(const QString &name) const
    {
        const auto run = podman({u"image"_s, u"inspect"_s, u"--format"_s, u"{{.Id}}"_s, name});
        return run.isGood() ? run.output.trimmed() : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QProcessEnvironment m_environment;
    std::unique_ptr<RegistryProcess> m_registry;
};

QTEST_GUILESS_MAIN(PodmanTest)
#include "PodmanTest.moc"
