// SPDX-License-Identifier: Apache-2.0
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include "e2e/OciLayout.h"
#include "support/RegistryProcess.h"
#include "support/TestImage.h"

using namespace berth::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class SkopeoTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const auto missing = missingPrograms(QStringList{u"skopeo"_s, u"zstd"_s} + OciLayout::programs());
        QVERIFY2(missing.isEmpty(), missing.constData());
        m_environment = privateEnvironment(m_folder.path());
        m_layout = std::make_unique<OciLayout>(m_folder.path(), m_environment);
        VERIFY_RUN(m_layout->addImage(u"app"_s, 3, 400000));
        VERIFY_RUN(m_layout->addIndex(u"many"_s, {u"linux/amd64"_s, u"linux/arm64/v8"_s, u"linux/arm/v7"_s, u"windows/amd64"_s}));
    }

    void init()
    {
        m_registry = std::make_unique<RegistryProcess>();
        QVERIFY2(m_registry->start(), qPrintable(m_registry->errorOutput()));
        m_scratch = std::make_unique<QTemporaryDir>();
    }

    void cleanup() { m_registry.reset(); }

    void anOciLayoutKeepsItsBytesThereAndBack()
    {
        VERIFY_RUN(copy(m_layout->reference(u"app"_s), remote(u"team/app:1"_s)));
        QCOMPARE(digestInRegistry(u"team/app:1"_s), m_layout->digest(u"app"_s));

        VERIFY_RUN(copy(remote(u"team/app:1"_s), u"oci:"_s + below(u"back"_s) + u":1"_s));

        QCOMPARE(OciLayout::digestIn(below(u"back"_s), u"1"_s), m_layout->digest(u"app"_s));
        QCOMPARE(blobsOf(below(u"back"_s)).size(), 5); // three layers, config, manifest
        for (const QString &blob : blobsOf(below(u"back"_s)))
            QCOMPARE(readFile(below(u"back/blobs/sha256/"_s + blob)), readFile(m_layout->path() + "/blobs/sha256/"_L1 + blob));
    }

    void aFolderHoldsWhatTheRegistryServed()
    {
        VERIFY_RUN(copy(m_layout->reference(u"app"_s), remote(u"team/app:1"_s)));
        VERIFY_RUN(copy(remote(u"team/app:1"_s), u"dir:"_s + below(u"back"_s)));
        const auto manifest = readFile(below(u"back/manifest.json"_s));
        QCOMPARE(digestOf(manifest), m_layout->digest(u"app"_s));
        for (const auto &layer : QJsonDocument::fromJson(manifest)[u"layers"_s].toArray()) {
            const auto digest = layer[u"digest"_s].toString();
            QCOMPARE(digestOf(readFile(below(u"back/"_s + digest.mid(7)))), digest.toUtf8());
        }
    }

    void anOciArchiveKeepsItsDigest()
    {
        const QString archive = u"oci-archive:"_s + below(u"a.tar"_s) + u":app"_s;
        VERIFY_RUN(copy(m_layout->reference(u"app"_s), archive));
        VERIFY_RUN(copy(archive, remote(u"team/app:1"_s)));
        QCOMPARE(digestInRegistry(u"team/app:1"_s), m_layout->digest(u"app"_s));
        VERIFY_RUN(copy(remote(u"team/app:1"_s), u"oci-archive:"_s + below(u"b.tar"_s) + u":app"_s));
    }

    void aDockerArchiveKeepsItsImageId()
    {
        const QString archive = u"docker-archive:"_s + below(u"a.tar"_s);
        VERIFY_RUN(copy(m_layout->reference(u"app"_s), archive + u":team/app:1"_s));
        const QByteArray id = imageId(archive);
        QVERIFY(id.startsWith("sha256:"));

        VERIFY_RUN(copy(archive, remote(u"team/app:1"_s)));

        const auto manifest = m_registry->send("GET", u"/v2/team/app/manifests/1"_s);
        QCOMPARE(manifest.headers["content-type"], QByteArray("application/vnd.docker.distribution.manifest.v2+json"));
        QCOMPARE(imageId(remote(u"team/app:1"_s)), id);
        VERIFY_RUN(copy(remote(u"team/app:1"_s), u"docker-archive:"_s + below(u"b.tar"_s) + u":team/app:1"_s));
        QCOMPARE(imageId(u"docker-archive:"_s + below(u"b.tar"_s)), id);
    }

    void allPlatformsKeepTheirDigests()
    {
        const auto digest = m_layout->digest(u"many"_s);
        QVERIFY(digest.startsWith("sha256:"));
        VERIFY_RUN(copy(m_layout->reference(u"many"_s), remote(u"team/many:1"_s), {u"--all"_s, u"--preserve-digests"_s}));
        QCOMPARE(digestInRegistry(u"team/many:1"_s), digest);

        VERIFY_RUN(copy(remote(u"team/many:1"_s), u"oci:"_s + below(u"back"_s) + u":1"_s, {u"--all"_s, u"--preserve-digests"_s}));
        QCOMPARE(OciLayout::digestIn(below(u"back"_s), u"1"_s), digest);
        QCOMPARE(blobsOf(below(u"back"_s)).size(), 13); // four layers, configs, manifests; the index

        VERIFY_RUN(copy(remote(u"team/many:1"_s), u"dir:"_s + below(u"dir"_s), {u"--all"_s, u"--preserve-digests"_s}));
        QCOMPARE(digestOf(readFile(below(u"dir/manifest.json"_s))), digest);
    }

    void onePlatformOfManyIsChosen()
    {
        VERIFY_RUN(copy(m_layout->reference(u"many"_s), remote(u"team/many:1"_s), {u"--all"_s, u"--preserve-digests"_s}));
        const auto inspect = skopeo({u"--override-os"_s, u"linux"_s, u"--override-arch"_s, u"arm"_s, u"--override-variant"_s, u"v7"_s, u"inspect"_s,
            u"--tls-verify=false"_s, u"--creds"_s, credentials(), remote(u"team/many:1"_s)});
        QVERIFY2(inspect.isGood(), inspect.report().constData());
        QCOMPARE(QJsonDocument::fromJson(inspect.output)[u"Architecture"_s].toString(), u"arm"_s);
    }

    void zstdLayersArriveAsTheyAre()
    {
        const QString squeezed = u"oci:"_s + below(u"zstd"_s) + u":1"_s;
        VERIFY_RUN(copy(m_layout->reference(u"app"_s), squeezed, {u"--dest-compress-format"_s, u"zstd"_s}));
        VERIFY_RUN(copy(squeezed, remote(u"team/app:zstd"_s), {u"--preserve-digests"_s}));
        const auto digest = OciLayout::digestIn(below(u"zstd"_s), u"1"_s);
        QCOMPARE(digestInRegistry(u"team/app:zstd"_s), digest);

        VERIFY_RUN(copy(remote(u"team/app:zstd"_s), u"oci:"_s + below(u"back"_s) + u":1"_s, {u"--preserve-digests"_s}));

        QCOMPARE(OciLayout::digestIn(below(u"back"_s), u"1"_s), digest);
        int checked = 0;
        const auto manifest = readFile(below(u"back/blobs/sha256/"_s + QString::fromUtf8(digest.mid(7))));
        for (const auto &layer : QJsonDocument::fromJson(manifest)[u"layers"_s].toArray()) {
            QCOMPARE(layer[u"mediaType"_s].toString(), u"application/vnd.oci.image.layer.v1.tar+zstd"_s);
            VERIFY_RUN(runProgram({u"zstd"_s, u"-tq"_s, below(u"back/blobs/sha256/"_s + layer[u"digest"_s].toString().mid(7))}, m_environment));
            ++checked;
        }
        QCOMPARE(checked, 3);
    }

    void layersAreSqueezedToZstdOnTheWay()
    {
        VERIFY_RUN(copy(m_layout->reference(u"app"_s), u"docker-archive:"_s + below(u"a.tar"_s) + u":team/app:1"_s)); // its layers are plain tars
        VERIFY_RUN(copy(u"docker-archive:"_s + below(u"a.tar"_s), remote(u"team/app:1"_s), {u"--format"_s, u"oci"_s, u"--dest-compress-format"_s, u"zstd"_s}));
        QCOMPARE(m_registry->send("GET", u"/v2/team/app/manifests/1"_s).body.count("tar+zstd"), 3);
    }

    void aCopyWithinTheRegistryMountsTheLayers()
    {
        VERIFY_RUN(copy(m_layout->reference(u"app"_s), remote(u"team/app:1"_s)));
        const auto inside = copy(remote(u"team/app:1"_s), remote(u"other/app:1"_s), {u"--debug"_s});
        QVERIFY2(inside.isGood(), inside.report().constData());
        QCOMPARE(inside.errorOutput.count("mount OK"), 3);
        QCOMPARE(digestInRegistry(u"other/app:1"_s), m_layout->digest(u"app"_s));
        VERIFY_RUN(copy(remote(u"other/app:1"_s), u"oci:"_s + below(u"back"_s) + u":1"_s));
        QCOMPARE(blobsOf(below(u"back"_s)).size(), 5);
    }

    void inspectTellsWhatWasPushed()
    {
        VERIFY_RUN(copy(m_layout->reference(u"app"_s), remote(u"team/app:1"_s)));
        VERIFY_RUN(copy(m_layout->reference(u"app"_s), remote(u"team/app:2"_s)));

        const auto inspect = skopeo({u"inspect"_s, u"--tls-verify=false"_s, u"--creds"_s, credentials(), remote(u"team/app:1"_s)});

        QVERIFY2(inspect.isGood(), inspect.report().constData());
        const auto told = QJsonDocument::fromJson(inspect.output);
        QCOMPARE(told[u"Name"_s].toString(), m_registry->host() + u"/team/app"_s);
        QCOMPARE(told[u"Digest"_s].toString().toUtf8(), m_layout->digest(u"app"_s));
        QCOMPARE(told[u"RepoTags"_s].toArray(), (QJsonArray{u"1"_s, u"2"_s}));
        QCOMPARE(told[u"Layers"_s].toArray().size(), 3);
    }

    void manyTagsAreListedInFull()
    {
        const auto image = makeImage(1);
        QStringList names;
        for (int i = 0; i < 250; ++i)
            names << u"v%1"_s.arg(i, 3, 10, QLatin1Char('0'));
        QCOMPARE(pushImage(*m_registry, u"team/app"_s, names.first(), image), 201);
        for (const QString &name : names.mid(1))
            QCOMPARE(
                m_registry->send("PUT", u"/v2/team/app/manifests/"_s + name, image.manifest, {{"Content-Type", "application/vnd.oci.image.manifest.v1+json"}})
                    .status,
                201);

        const auto list = skopeo({u"list-tags"_s, u"--tls-verify=false"_s, u"--creds"_s, credentials(), remote(u"team/app"_s)});

        QVERIFY2(list.isGood(), list.report().constData());
        QCOMPARE(QJsonDocument::fromJson(list.output)[u"Tags"_s].toArray(), QJsonArray::fromStringList(names));
    }

    void aDeletedImageIsGone()
    {
        VERIFY_RUN(copy(m_layout->reference(u"app"_s), remote(u"team/app:1"_s)));
        VERIFY_RUN(copy(m_layout->reference(u"many"_s), remote(u"team/app:many"_s), {u"--all"_s}));

        VERIFY_RUN(skopeo({u"delete"_s, u"--tls-verify=false"_s, u"--creds"_s, credentials(), remote(u"team/app:1"_s)}));

        QCOMPARE(m_registry->send("GET", u"/v2/team/app/manifests/1"_s).status, 404);
        QCOMPARE(m_registry->send("GET", u"/v2/team/app/manifests/"_s + QString::fromUtf8(m_layout->digest(u"app"_s))).status, 404);
        QCOMPARE(m_registry->send("GET", u"/v2/team/app/manifests/many"_s).status, 200);
        QVERIFY(!copy(remote(u"team/app:1"_s), u"oci:"_s + below(u"back"_s) + u":1"_s).isGood());
    }

    void aDeletedImageCanBePushedAgain()
    {
        VERIFY_RUN(copy(m_layout->reference(u"app"_s), remote(u"team/app:1"_s)));
        VERIFY_RUN(skopeo({u"delete"_s, u"--tls-verify=false"_s, u"--creds"_s, credentials(), remote(u"team/app:1"_s)}));
        VERIFY_RUN(copy(m_layout->reference(u"app"_s), remote(u"team/app:1"_s)));
        VERIFY_RUN(copy(remote(u"team/app:1"_s), u"oci:"_s + below(u"back"_s) + u":1"_s));
        QCOMPARE(blobsOf(below(u"back"_s)).size(), 5);
    }

    void wrongCredentialsAreRefused()
    {
        const auto run = skopeo({u"copy"_s, u"--dest-tls-verify=false"_s, u"--dest-creds"_s, QLatin1String(RegistryProcess::keyId) + u":wrong"_s,
            m_layout->reference(u"app"_s), remote(u"team/app:1"_s)});
        QVERIFY(!run.isGood());
        QVERIFY2(run.errorOutput.contains("invalid username/password") || run.errorOutput.contains("unauthorized"), run.report().constData());
    }

    void skopeoLogsInAndOut()
    {
        const QString file = below(u"auth.json"_s);
        VERIFY_RUN(skopeo({u"login"_s, u"--authfile"_s, file, u"--tls-verify=false"_s, u"-u"_s, QLatin1String(RegistryProcess::keyId), u"--password-stdin"_s,
                              m_registry->host()},
            RegistryProcess::secret));
        VERIFY_RUN(skopeo({u"copy"_s, u"--authfile"_s, file, u"--dest-tls-verify=false"_s, m_layout->reference(u"app"_s), remote(u"team/app:1"_s)}));
        VERIFY_RUN(skopeo({u"logout"_s, u"--authfile"_s, file, m_registry->host()}));
        QVERIFY(!skopeo({u"inspect"_s, u"--authfile"_s, file, u"--tls-verify=false"_s, remote(u"team/app:1"_s)}).isGood());
    }

private:
    static QString credentials() { return QLatin1String(RegistryProcess::keyId) + u':' + QLatin1String(RegistryProcess::secret); }

    QString below(const QString &name) const { return m_scratch->filePath(name); }
    QString remote(const QString &name) const { return u"docker://"_s + m_registry->host() + u'/' + name; }
    static QStringList blobsOf(const QString &layout) { return QDir(layout + "/blobs/sha256"_L1).entryList(QDir::Files); }

    ProgramRun skopeo(const QStringList &arguments, const QByteArray &input = {}) const
    {
        return runProgram(QStringList{u"skopeo"_s, u"--insecure-policy"_s} + arguments, m_environment, 60s, input);
    }

    /// skopeo copy, with the administrator's credentials at whichever end is the registry.
    ProgramRun copy(const QString &from, const QString &to, const QStringList &options = {}) const
    {
        QStringList arguments{u"copy"_s};
        if (from.startsWith(u"docker://"_s))
            arguments << u"--src-tls-verify=false"_s << u"--src-creds"_s << credentials();
        if (to.startsWith(u"docker://"_s))
            arguments << u"--dest-tls-verify=false"_s << u"--dest-creds"_s << credentials();
        return skopeo(arguments + options + QStringList{from, to});
    }

    QByteArray digestInRegistry(const QString &name) const
    {
        const auto reply = m_registry->send("GET", u"/v2/%1/manifests/%2"_s.arg(name.section(u':', 0, 0), name.section(u':', 1)));
        return digestOf(reply.body) == reply.headers["docker-content-digest"] ? digestOf(reply.body) : QByteArray();
    }

    /// The digest of the config, which is what docker calls an image's ID.
    QByteArray imageId(const QString &reference) const
    {
        QStringList arguments{u"inspect"_s, u"--raw"_s};
        if (reference.startsWith(u"docker://"_s))
            arguments << u"--tls-verify=false"_s << u"--creds"_s << credentials();
        return QJsonDocument::fromJson(skopeo(arguments << reference).output)[u"config"_s][u"digest"_s].toString().toUtf8();
    }

    QTemporaryDir m_folder;
    std::unique_ptr<QTemporaryDir> m_scratch;
    QProcessEnvironment m_environment;
    std::unique_ptr<OciLayout> m_layout;
    std::unique_ptr<RegistryProcess> m_registry;
};

QTEST_GUILESS_MAIN(SkopeoTest)
#include "SkopeoTest.moc"
