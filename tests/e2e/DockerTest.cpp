// SPDX-License-Identifier: Apache-2.0
#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include "e2e/CleanupLoop.h"
#include "e2e/DockerEngine.h"
#include "support/RegistryProcess.h"
#include "support/TestImage.h"

using namespace berth::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// The digest in docker push's last line, "1.0: digest: sha256:… size: 123".
QByteArray pushedDigest(const ProgramRun &push)
{
    const auto match = QRegularExpression(u"digest: (sha256:[0-9a-f]{64})"_s).match(QString::fromUtf8(push.output));
    return match.captured(1).toUtf8();
}

} // namespace

class DockerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const auto problem = m_engine.start();
        QVERIFY2(problem.isEmpty(), problem.constData());
    }

    void init()
    {
        m_registry = std::make_unique<RegistryProcess>();
        m_engine.forgetLogins();
        QVERIFY2(m_engine.removeAllImages(), m_engine.lastRun().report().constData());
    }

    void cleanup() { m_registry.reset(); }

    void pulledImageIsTheOneThatWasPushed()
    {
        startRegistry();
        logIn();
        const QString name = build(u"team/app:1.0"_s, 5, 4);
        const auto id = m_engine.imageId(name);
        QVERIFY(id.startsWith("sha256:"));
        const auto push = m_engine.docker({u"push"_s, name}, 120s);
        QVERIFY2(push.isGood(), push.report().constData());
        QVERIFY(m_engine.removeAllImages());
        QCOMPARE(m_engine.imageId(name), QByteArray());

        VERIFY_RUN(m_engine.docker({u"pull"_s, name}, 120s));

        QCOMPARE(m_engine.imageId(name), id);
        const auto manifest = m_registry->send("GET", u"/v2/team/app/manifests/1.0"_s);
        QCOMPARE(manifest.headers["docker-content-digest"], pushedDigest(push));
    }

    void pushesAndPullsBesideCleanupsAllSucceed()
    {
        startRegistry();
        logIn();
        const QString base = build(u"team/app:base"_s, 2, 1);
        QStringList names;
        for (const char *tag : {"keep-1", "v1", "r0", "r1", "r2", "r3"}) {
            names << m_registry->host() + u"/team/app:"_s + QLatin1String(tag);
            QVERIFY2(m_engine.buildImage(names.last(), 1, 1, base), m_engine.lastRun().report().constData());
        }
        const auto kept = m_engine.imageId(names[0]);
        const auto shielded = m_engine.imageId(names[1]);
        VERIFY_RUN(m_engine.docker({u"push"_s, names[0]}, 120s));
        VERIFY_RUN(m_engine.docker({u"push"_s, names[1]}, 120s));
        CleanupLoop tidy(*m_registry);
        QVERIFY(tidy.isReady());
        for (int round = 0; round < 4; ++round) {
            auto push = m_engine.dockerBeside({u"push"_s, names[2 + round]}, 120s);
            const auto &pulled = names[round % 2];
            VERIFY_RUN(m_engine.docker({u"rmi"_s, pulled}));
            VERIFY_RUN(m_engine.docker({u"pull"_s, pulled}, 120s));
            VERIFY_RUN(push.result());
        }
        QVERIFY(tidy.stop() > 5);
        QVERIFY(m_engine.removeAllImages());
        for (int i = 0; i < 2; ++i)
            VERIFY_RUN(m_engine.docker({u"pull"_s, names[i]}, 120s));
        QCOMPARE(m_engine.imageId(names[0]), kept);
        QCOMPARE(m_engine.imageId(names[1]), shielded);
        QVERIFY(tidy.deletions() > 0);
    }

    void wrongPasswordIsRefused()
    {
        startRegistry();
        const auto login = m_engine.login(m_registry->host(), RegistryProcess::keyId, "wrong");
        QCOMPARE(login.exitCode, 1);
        QVERIFY2(login.errorOutput.contains("unauthorized"), login.report().constData());
    }

    void unknownUserIsRefusedInTheSameWords()
    {
        startRegistry();
        const auto wrong = m_engine.login(m_registry->host(), RegistryProcess::keyId, "wrong");
        const auto unknown = m_engine.login(m_registry->host(), "nobody", "wrong");
        QCOMPARE(unknown.exitCode, 1);
        QCOMPARE(unknown.errorOutput, wrong.errorOutput);
    }

    void everyLayerOfASecondPushExistsAlready()
    {
        startRegistry();
        logIn();
        const QString name = build(u"team/app:1.0"_s, 3, 1);
        const auto first = m_engine.docker({u"push"_s, name}, 120s);
        QCOMPARE(first.output.count("Pushed"), 3);

        const auto second = m_engine.docker({u"push"_s, name}, 120s);

        QVERIFY2(second.isGood(), second.report().constData());
        QCOMPARE(second.output.count("Layer already exists"), 3);
        QCOMPARE(pushedDigest(second), pushedDigest(first));
    }

    void anImageIsPulledByDigest()
    {
        startRegistry();
        logIn();
        const QString name = build(u"team/app:1.0"_s, 2, 1);
        const auto id = m_engine.imageId(name);
        const auto digest = pushedDigest(m_engine.docker({u"push"_s, name}, 120s));
        const QString byDigest = m_registry->host() + u"/team/app@"_s + QString::fromUtf8(digest);
        QVERIFY(m_engine.removeAllImages());

        VERIFY_RUN(m_engine.docker({u"pull"_s, byDigest}, 120s));

        QCOMPARE(m_engine.imageId(byDigest), id);
    }

    void aComposeFileOfTwelveImagesIsPulledAtOnce()
    {
        const auto missing = missingPrograms({u"docker-compose"_s});
        QVERIFY2(missing.isEmpty(), missing.constData());
        startRegistry();
        logIn();
        const QString base = build(u"team/base:1"_s, 1, 1);
        QString file = u"version: '3'\nservices:\n"_s;
        QStringList names;
        for (int i = 0; i < 12; ++i) {
            names << m_registry->host() + u"/team/part%1:1"_s.arg(i);
            file += u"  part%1:\n    image: %2\n"_s.arg(i).arg(names.last());
            QVERIFY2(m_engine.buildImage(names.last(), 1, 1, base), m_engine.lastRun().report().constData());
            VERIFY_RUN(m_engine.docker({u"push"_s, names.last()}, 60s));
        }
        QVERIFY(m_engine.removeAllImages());
        QTemporaryDir folder;
        const QString path = folder.filePath(u"docker-compose.yml"_s);
        {
            QFile written(path);
            QVERIFY(written.open(QIODevice::WriteOnly) && written.write(file.toUtf8()) > 0);
        }

        VERIFY_RUN(m_engine.compose({u"-f"_s, path, u"pull"_s}));

        for (const auto &name : names)
            QVERIFY2(m_engine.imageId(name).startsWith("sha256:"), qPrintable(name));
    }

    void aNameOfOneComponentBelongsToLibrary()
    {
        startRegistry();
        logIn();
        const QString name = build(u"ubuntu:18.04"_s, 2, 1);
        const auto id = m_engine.imageId(name);
        const auto push = m_engine.docker({u"push"_s, name}, 120s);
        QVERIFY2(push.isGood(), push.report().constData());
        QVERIFY(m_engine.removeAllImages());

        VERIFY_RUN(m_engine.docker({u"pull"_s, name}, 120s));
        QCOMPARE(m_engine.imageId(name), id);

        const QString longName = m_registry->host() + u"/library/ubuntu:18.04"_s;
        VERIFY_RUN(m_engine.docker({u"pull"_s, longName}, 120s));
        QCOMPARE(m_engine.imageId(longName), id);
    }

    void pushWithoutLoginIsRefused()
    {
        startRegistry();
        const QString name = build(u"team/app:1.0"_s, 1, 1);

        const auto push = m_engine.docker({u"push"_s, name}, 120s);

        QCOMPARE(push.exitCode, 1);
        QVERIFY2(
            QRegularExpression(u"no basic auth credentials|denied|unauthorized"_s).match(QString::fromUtf8(push.text())).hasMatch(), push.report().constData());
        QCOMPARE(m_registry->send("GET", u"/v2/_catalog"_s).body.contains("team/app"), false);
    }

    void pullWithoutLoginIsRefused()
    {
        startRegistry();
        QCOMPARE(pushImage(*m_registry, u"team/app"_s, u"1.0"_s, makeImage(1)), 201);
        const auto pull = m_engine.docker({u"pull"_s, m_registry->host() + u"/team/app:1.0"_s});
        QCOMPARE(pull.exitCode, 1);
    }

    void sharedLayersAreMountedNotSentAgain()
    {
        startRegistry();
        logIn();
        const QString base = build(u"team/base:1"_s, 3, 2);
        const QString one = build(u"team/one:1"_s, 1, 1, base);
        const QString two = build(u"team/two:1"_s, 1, 1, base);
        const auto id = m_engine.imageId(two);
        VERIFY_RUN(m_engine.docker({u"push"_s, one}, 120s));

        const auto push = m_engine.docker({u"push"_s, two}, 120s);

        QVERIFY2(push.isGood(), push.report().constData());
        QCOMPARE(push.output.count("Mounted from team/one"), 3);
        QCOMPARE(push.output.count(": Pushed"), 1);
        QVERIFY(m_engine.removeAllImages());
        VERIFY_RUN(m_engine.docker({u"pull"_s, two}, 120s));
        QCOMPARE(m_engine.imageId(two), id);
    }

    void twoPushesAtOnceWithSharedLayersBothArrive()
    {
        startRegistry();
        logIn();
        const QString base = build(u"team/base:1"_s, 2, 8);
        const QString one = build(u"team/one:1"_s, 1, 8, base);
        const QString two = build(u"team/two:1"_s, 1, 8, base);
        const QList ids{m_engine.imageId(one), m_engine.imageId(two)};

        QFuture<ProgramRun> other = m_engine.dockerBeside({u"push"_s, one}, 120s);
        VERIFY_RUN(m_engine.docker({u"push"_s, two}, 120s));
        VERIFY_RUN(other.result());

        QVERIFY(m_engine.removeAllImages());
        VERIFY_RUN(m_engine.docker({u"pull"_s, one}, 120s));
        VERIFY_RUN(m_engine.docker({u"pull"_s, two}, 120s));
        QCOMPARE(QList({m_engine.imageId(one), m_engine.imageId(two)}), ids);
    }

    void anyonePushesAndPullsWhereThatIsAllowed()
    {
        startRegistry({u"--anonymous"_s, u"push"_s});
        const QString name = build(u"team/app:1.0"_s, 2, 1);
        const auto id = m_engine.imageId(name);
        VERIFY_RUN(m_engine.docker({u"push"_s, name}, 120s));
        QVERIFY(m_engine.removeAllImages());
        VERIFY_RUN(m_engine.docker({u"pull"_s, name}, 120s));
        QCOMPARE(m_engine.imageId(name), id);
    }

    void anonymousPushDoesNotForgiveAWrongPassword()
    {
        startRegistry({u"--anonymous"_s, u"push"_s});
        QCOMPARE(m_engine.login(m_registry->host(), RegistryProcess::keyId, "wrong").exitCode, 1);
    }

    void anyonePullsButDoesNotPushWhereOnlyPullIsAllowed()
    {
        startRegistry({u"--anonymous"_s, u"pull"_s});
        logIn();
        const QString name = build(u"team/app:1.0"_s, 1, 1);
        VERIFY_RUN(m_engine.docker({u"push"_s, name}, 120s));
        m_engine.forgetLogins();

        QCOMPARE(m_engine.docker({u"push"_s, build(u"team/other:1.0"_s, 1, 1)}, 120s).exitCode, 1);
        QVERIFY(m_engine.removeAllImages());
        VERIFY_RUN(m_engine.docker({u"pull"_s, name}, 120s));
    }

    void localhostIsAnotherNameOfTheRegistry()
    {
        startRegistry();
        const QString host = u"localhost:"_s + m_registry->host().section(u':', 1);
        VERIFY_RUN(m_engine.login(host, RegistryProcess::keyId, RegistryProcess::secret));
        const QString name = host + u"/team/app:1.0"_s;
        QVERIFY2(m_engine.buildImage(name, 1, 1), m_engine.lastRun().report().constData());
        VERIFY_RUN(m_engine.docker({u"push"_s, name}, 120s));
        QVERIFY(m_engine.removeAllImages());
        VERIFY_RUN(m_engine.docker({u"pull"_s, name}, 120s));
    }

    void anUnknownTagIsSaidToBeUnknown()
    {
        startRegistry();
        logIn();
        QCOMPARE(pushImage(*m_registry, u"team/app"_s, u"1.0"_s, makeImage(1)), 201);
        const auto pull = m_engine.docker({u"pull"_s, m_registry->host() + u"/team/app:2.0"_s});
        QCOMPARE(pull.exitCode, 1);
        QVERIFY2(pull.text().contains("manifest unknown") || pull.text().contains("not found"), pull.report().constData());
    }

    void aPushedImageSurvivesAKilledServer()
    {
        startRegistry();
        logIn();
        const QString name = build(u"team/app:1.0"_s, 3, 2);
        const auto id = m_engine.imageId(name);
        VERIFY_RUN(m_engine.docker({u"push"_s, name}, 120s));
        const QString host = m_registry->host();
        m_registry->kill();
        QVERIFY(m_engine.removeAllImages());

        startRegistry({u"--listen"_s, host});

        VERIFY_RUN(m_engine.docker({u"pull"_s, name}, 120s));
        QCOMPARE(m_engine.imageId(name), id);
    }

    void aPushThatLostItsServerIsDoneAgain()
    {
        startRegistry();
        logIn();
        const QString name = build(u"team/app:1.0"_s, 2, 60);
        const auto id = m_engine.imageId(name);
        const QString host = m_registry->host();
        QFuture<ProgramRun> push = m_engine.dockerBeside({u"push"_s, name}, 200s);
        QTest::qWait(400);
        m_registry->kill();
        QTest::qWait(500);
        startRegistry({u"--listen"_s, host});

        // The engine tries a broken upload again by itself; if it gave up, a person does.
        if (!push.result().isGood())
            VERIFY_RUN(m_engine.docker({u"push"_s, name}, 120s));

        QVERIFY(m_engine.removeAllImages());
        VERIFY_RUN(m_engine.docker({u"pull"_s, name}, 120s));
        QCOMPARE(m_engine.imageId(name), id);
    }

private:
    void startRegistry(const QStringList &arguments = {}) { QVERIFY2(m_registry->start(arguments), qPrintable(m_registry->errorOutput())); }

    void logIn() { VERIFY_RUN(m_engine.login(m_registry->host(), RegistryProcess::keyId, RegistryProcess::secret)); }

    /// The full name of a new image: host/repository:tag.
    QString build(const QString &repositoryAndTag, int layerCount, int layerMegabytes, const QString &base = u"scratch"_s)
    {
        const QString name = m_registry->host() + u'/' + repositoryAndTag;
        [&] { QVERIFY2(m_engine.buildImage(name, layerCount, layerMegabytes, base), m_engine.lastRun().report().constData()); }();
        return name;
    }

    DockerEngine m_engine;
    std::unique_ptr<RegistryProcess> m_registry;
};

QTEST_GUILESS_MAIN(DockerTest)
#include "DockerTest.moc"
