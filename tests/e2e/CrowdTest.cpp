// SPDX-License-Identifier: Apache-2.0
#include <QFuture>
#include <QTest>
#include <QtConcurrent>

#include "e2e/CleanupLoop.h"
#include "e2e/OciLayout.h"
#include "support/RegistryProcess.h"
#include "support/TestImage.h"

using namespace berth::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Real clients in numbers, as a build farm's morning: many that sign in at once, and pushes beside somebody who tidies up.
class CrowdTest : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QProcessEnvironment m_environment;
    std::unique_ptr<OciLayout> m_layout;
    std::unique_ptr<RegistryProcess> m_registry;

    static QString credentials() { return QLatin1String(RegistryProcess::keyId) + u':' + QLatin1String(RegistryProcess::secret); }
    QFuture<ProgramRun> start(const QStringList &command) const
    {
        return QtConcurrent::run([command, environment = m_environment] { return runProgram(command, environment, 120s); });
    }
    /// All platforms of what the layout has under that name.
    QFuture<ProgramRun> push(const QString &name, const QString &what = u"app"_s) const
    {
        return start({u"skopeo"_s, u"--insecure-policy"_s, u"copy"_s, u"--all"_s, u"--dest-tls-verify=false"_s, u"--dest-creds"_s, credentials(),
            m_layout->reference(what), u"docker://%1/%2"_s.arg(m_registry->host(), name)});
    }
    QFuture<ProgramRun> pull(const QString &name, const QString &folder) const
    {
        return start({u"skopeo"_s, u"--insecure-policy"_s, u"copy"_s, u"--all"_s, u"--src-tls-verify=false"_s, u"--src-creds"_s, credentials(),
            u"docker://%1/%2"_s.arg(m_registry->host(), name), u"dir:"_s + folder});
    }

private Q_SLOTS:
    void initTestCase()
    {
        const auto missing = missingPrograms(QStringList{u"skopeo"_s} + OciLayout::programs());
        QVERIFY2(missing.isEmpty(), missing.constData());
        m_environment = privateEnvironment(m_folder.path());
        m_layout = std::make_unique<OciLayout>(m_folder.path(), m_environment);
        VERIFY_RUN(m_layout->addImage(u"app"_s, 3, 400000));
        for (const auto &name : {u"many"_s, u"others"_s})
            VERIFY_RUN(m_layout->addIndex(name, {u"linux/amd64"_s, u"linux/arm64/v8"_s, u"linux/arm/v7"_s}));
        VERIFY_RUN(m_layout->addImage(u"second"_s, 2, 100000));
        QThreadPool::globalInstance()->setMaxThreadCount(16);
    }
    void init()
    {
        m_registry = std::make_unique<RegistryProcess>();
        QVERIFY2(m_registry->start(), qPrintable(m_registry->errorOutput()));
    }
    void cleanup() { m_registry.reset(); }

    void twelveThatBeginAtOnceAllSucceed()
    {
        QList<QFuture<ProgramRun>> runs;
        for (int i = 0; i < 12; ++i)
            runs << push(u"team/app%1:1"_s.arg(i));
        for (auto &run : runs)
            VERIFY_RUN(run.result());
        for (int i = 0; i < 12; ++i)
            QCOMPARE(m_registry->send("GET", u"/v2/team/app%1/manifests/1"_s.arg(i)).status, 200);
    }

    void pushesBesideSomebodyWhoTidiesUpAllSucceed()
    {
        const auto remove = [this](const QString &path) {
            return m_registry->manage("DELETE", u"/ncr/v2.0/appkeys/local/registries/team/images/app"_s + path).status;
        };
        for (int round = 0; round < 7; ++round) {
            auto run = push(u"team/app:%1"_s.arg(round));
            while (!run.isFinished()) {
                // What was pushed before goes, by every way there is, while the next push counts on its layers.
                const auto digest = m_registry->send("GET", u"/v2/team/app/manifests/%1"_s.arg(round - 1)).headers.value("docker-content-digest");
                if (round % 3 == 0)
                    remove({});
                else if (!digest.isEmpty())
                    round % 3 == 1 ? remove(u"/artifacts/"_s + QString::fromLatin1(digest))
                                   : m_registry->send("DELETE", u"/v2/team/app/manifests/"_s + QString::fromLatin1(digest)).status;
                QTest::qWait(15);
            }
            VERIFY_RUN(run.result());
        }
        VERIFY_RUN(push(u"team/app:last"_s).result());
        const auto manifest = m_registry->send("GET", u"/v2/team/app/manifests/last"_s);
        QCOMPARE(manifest.status, 200);
        const auto body = manifest.jsonBody();
        for (const auto &layer : berth::json::list(body, "layers"))
            QCOMPARE(digestOf(m_registry->send("GET", u"/v2/team/app/blobs/"_s + QString::fromStdString(berth::json::text(layer, "digest"))).body),
                QByteArray::fromStdString(berth::json::text(layer, "digest")));
    }

    void pushesAndPullsBesideCleanupsAllSucceed()
    {
        QTemporaryDir scratch;
        // What is kept by a policy, and what only protection keeps.
        VERIFY_RUN(push(u"team/app:keep-1"_s, u"many"_s).result());
        VERIFY_RUN(push(u"team/app:v1"_s).result());
        CleanupLoop tidy(*m_registry);
        QVERIFY(tidy.isReady());
        for (int round = 0; round < 6; ++round) {
            QList<QFuture<ProgramRun>> runs;
            for (int i = 0; i < 3; ++i)
                runs << push(u"team/app:r%1-%2"_s.arg(round).arg(i), i == 0 ? u"second"_s : u"others"_s);
            runs << pull(u"team/app:keep-1"_s, scratch.filePath(u"kept%1"_s.arg(round)))
                 << pull(u"team/app:v1"_s, scratch.filePath(u"shielded%1"_s.arg(round)));
            for (auto &run : runs)
                VERIFY_RUN(run.result());
        }
        QVERIFY(tidy.stop() > 5);
        // Both are whole, and something was tidied up.
        VERIFY_RUN(pull(u"team/app:keep-1"_s, scratch.filePath(u"kept"_s)).result());
        VERIFY_RUN(pull(u"team/app:v1"_s, scratch.filePath(u"shielded"_s)).result());
        QVERIFY(tidy.deletions() > 0);
    }
};

QTEST_GUILESS_MAIN(CrowdTest)
#include "CrowdTest.moc"
