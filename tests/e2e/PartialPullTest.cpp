// SPDX-License-Identifier: Apache-2.0
#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QTest>

#include "e2e/Program.h"
#include "support/RegistryProcess.h"

using namespace berth::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// podman fetches of a layer in zstd:chunked only the files that it has not, by many ranges in one request.
class PartialPullTest : public QObject {
    Q_OBJECT

private:
    static constexpr int fileCount = 60;
    static constexpr int fileBytes = 300'000;

    QTemporaryDir m_folder;
    QProcessEnvironment m_environment;
    RegistryProcess m_registry;

    QString below(const QString &name) const { return m_folder.filePath(name); }
    QString name(int tag) const { return m_registry.host() + u"/team/app:%1"_s.arg(tag); }
    static QStringList credentials()
    {
        return {u"--tls-verify=false"_s, u"--creds"_s, QLatin1String(RegistryProcess::keyId) + u':' + QLatin1String(RegistryProcess::secret)};
    }
    ProgramRun podman(const QStringList &arguments) const { return runProgram(QStringList{u"podman"_s} + arguments, m_environment, 120s); }

    bool writeRandom(const QString &path) const
    {
        QList<quint32> random(fileBytes / 4);
        QRandomGenerator::securelySeeded().fillRange(random.data(), random.size());
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(reinterpret_cast<const char *>(random.constData()), fileBytes) == fileBytes;
    }
    /// Bytes that the server's process has written so far, to files and connections.
    qint64 written() const
    {
        QFile io(u"/proc/%1/io"_s.arg(m_registry.processId()));
        if (!io.open(QIODevice::ReadOnly))
            return -1;
        for (const auto &line : io.readAll().split('\n')) {
            if (line.startsWith("wchar:"))
                return line.mid(6).trimmed().toLongLong();
        }
        return -1;
    }

private Q_SLOTS:
    void initTestCase()
    {
        const auto missing = missingPrograms({u"podman"_s, u"buildah"_s});
        QVERIFY2(missing.isEmpty(), missing.constData());
        m_environment = privateEnvironment(m_folder.path());
        QFile storage(below(u"storage.conf"_s));
        QVERIFY(storage.open(QIODevice::WriteOnly));
        storage.write("[storage]\ndriver = \"overlay\"\nrunroot = \"" + m_folder.path().toUtf8() + "/run\"\ngraphroot = \"" + m_folder.path().toUtf8()
            + "/root\"\n[storage.options]\npull_options = {enable_partial_images = \"true\", use_hard_links = \"false\", ostree_repos = \"\"}\n");
        m_environment.insert(u"CONTAINERS_STORAGE_CONF"_s, storage.fileName());
        QVERIFY2(m_registry.start(), qPrintable(m_registry.errorOutput()));
    }
    void cleanupTestCase() { podman({u"rmi"_s, u"-af"_s}); }

    void ofAChangedLayerOnlyTheChangeIsFetched()
    {
        // The second image differs from the first in one file of sixty.
        QVERIFY(QDir().mkpath(below(u"tree"_s)));
        for (int i = 0; i < fileCount; ++i)
            QVERIFY(writeRandom(below(u"tree/f%1"_s.arg(i))));
        QFile file(below(u"Containerfile"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("FROM scratch\nCOPY . /\n");
        file.close();
        QByteArrayList ids;
        for (int tag = 1; tag <= 2; ++tag) {
            VERIFY_RUN(
                runProgram({u"buildah"_s, u"bud"_s, u"-q"_s, u"--isolation"_s, u"chroot"_s, u"-f"_s, file.fileName(), u"-t"_s, name(tag), below(u"tree"_s)},
                    m_environment, 120s));
            ids << podman({u"image"_s, u"inspect"_s, u"--format"_s, u"{{.Id}}"_s, name(tag)}).output.trimmed();
            VERIFY_RUN(podman(QStringList{u"push"_s, u"--compression-format"_s, u"zstd:chunked"_s} + credentials() + QStringList{name(tag)}));
            QVERIFY(writeRandom(below(u"tree/f7"_s)));
        }
        VERIFY_RUN(podman({u"rmi"_s, u"-af"_s}));
        QList<qint64> sent;
        for (int tag = 1; tag <= 2; ++tag) {
            const auto before = written();
            VERIFY_RUN(podman(QStringList{u"pull"_s} + credentials() + QStringList{name(tag)}));
            sent << written() - before;
            QCOMPARE(podman({u"image"_s, u"inspect"_s, u"--format"_s, u"{{.Id}}"_s, name(tag)}).output.trimmed(), ids.at(tag - 1));
        }
        QVERIFY2(sent[0] > fileCount * fileBytes / 2, QByteArray::number(sent[0]));
        QVERIFY2(sent[1] < 6 * fileBytes, QByteArray::number(sent[1]));
    }
};

QTEST_GUILESS_MAIN(PartialPullTest)
#include "PartialPullTest.moc"
