// SPDX-License-Identifier: Apache-2.0
#include <QDir>
#include <QFile>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include "e2e/DockerEngine.h"
#include "e2e/OciLayout.h"
#include "support/RegistryProcess.h"
#include "support/TestImage.h"

using namespace berth::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// nginx ends TLS before the server, and real clients go through it.
class TlsProxyTest : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QProcessEnvironment m_environment;
    std::unique_ptr<OciLayout> m_layout;
    std::unique_ptr<RegistryProcess> m_registry;
    DockerEngine m_engine;
    QProcess m_nginx;
    quint16 m_port = 0;

    QString below(const QString &name) const { return m_folder.filePath(name); }
    QString address() const { return u"localhost:%1"_s.arg(m_port); }

    static quint16 freePort()
    {
        QTcpServer server;
        server.listen(QHostAddress::LocalHost);
        return server.serverPort();
    }
    bool write(const QString &name, const QByteArray &text) const
    {
        QFile file(below(name));
        return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
    }
    ProgramRun makeCertificate()
    {
        return runProgram({u"openssl"_s, u"req"_s, u"-x509"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:P-256"_s, u"-nodes"_s, u"-days"_s,
                              u"2"_s, u"-subj"_s, u"/CN=localhost"_s, u"-addext"_s, u"subjectAltName=DNS:localhost,IP:127.0.0.1"_s, u"-keyout"_s,
                              below(u"key.pem"_s), u"-out"_s, below(u"certs/ca.crt"_s)},
            m_environment);
    }
    /// `headers`: what the proxy passes on beside the request.
    bool startProxy(const QByteArray &headers)
    {
        const QByteArray folder = m_folder.path().toUtf8();
        write(u"nginx.conf"_s,
            "daemon off; pid " + folder + "/nginx.pid; error_log stderr; events {} http { access_log off; client_max_body_size 0; client_body_temp_path "
                + folder + "/t1; proxy_temp_path " + folder + "/t2; fastcgi_temp_path " + folder + "/t3; uwsgi_temp_path " + folder + "/t4; scgi_temp_path "
                + folder + "/t5; server { listen 127.0.0.1:" + QByteArray::number(m_port) + " ssl; ssl_certificate " + folder
                + "/certs/ca.crt; ssl_certificate_key " + folder + "/key.pem; location / { proxy_pass http://" + m_registry->host().toUtf8()
                + "; proxy_request_buffering off; proxy_http_version 1.1; " + headers + " } } }");
        endWithThisProcess(m_nginx);
        m_nginx.setProcessEnvironment(m_environment);
        m_nginx.start(findProgram(u"nginx"_s), {u"-c"_s, below(u"nginx.conf"_s), u"-p"_s, m_folder.path()});
        for (int i = 0; i < 100; ++i) {
            QTcpSocket socket;
            socket.connectToHost(QHostAddress::LocalHost, m_port);
            if (socket.waitForConnected(200))
                return true;
            QTest::qWait(50);
        }
        return false;
    }

private Q_SLOTS:
    void initTestCase()
    {
        const auto missing = missingPrograms(QStringList{u"skopeo"_s, u"nginx"_s, u"openssl"_s} + OciLayout::programs());
        QVERIFY2(missing.isEmpty(), missing.constData());
        QVERIFY(QDir().mkpath(below(u"certs"_s)));
        m_environment = privateEnvironment(m_folder.path());
        VERIFY_RUN(makeCertificate());
        m_layout = std::make_unique<OciLayout>(m_folder.path(), m_environment);
        VERIFY_RUN(m_layout->addImage(u"app"_s, 2, 300000));
        const auto problem = m_engine.start();
        QVERIFY2(problem.isEmpty(), problem.constData());
    }
    void cleanup()
    {
        m_nginx.terminate();
        m_nginx.waitForFinished(5000);
        m_registry.reset();
    }

    void clientsSignInPushAndPullThroughTls_data()
    {
        QTest::addColumn<QString>("option");
        QTest::addColumn<QByteArray>("headers");
        QTest::newRow("the public address is said") << u"--public-url=https://%1"_s << QByteArray();
        QTest::newRow("the public address is said, and the name is passed on")
            << u"--public-url=https://%1"_s << QByteArray("proxy_set_header Host $http_host;");
        QTest::newRow("the proxy's word is trusted")
            << u"--trusted-proxy=127.0.0.1"_s
            << QByteArray(
                   "proxy_set_header X-Forwarded-Proto $scheme; proxy_set_header X-Forwarded-Host $http_host; proxy_set_header X-Forwarded-For $remote_addr;");
    }
    void clientsSignInPushAndPullThroughTls()
    {
        QFETCH(QString, option);
        QFETCH(QByteArray, headers);
        m_port = freePort();
        m_registry = std::make_unique<RegistryProcess>();
        QVERIFY2(m_registry->start({option.contains(u'%') ? option.arg(address()) : option}), qPrintable(m_registry->errorOutput()));
        QVERIFY2(startProxy(headers), m_nginx.readAllStandardError().constData());

        const QString remote = u"docker://"_s + address() + u"/team/app:1"_s;
        const QString credentials = QLatin1String(RegistryProcess::keyId) + u':' + QLatin1String(RegistryProcess::secret);
        VERIFY_RUN(runProgram({u"skopeo"_s, u"--insecure-policy"_s, u"copy"_s, u"--dest-cert-dir"_s, below(u"certs"_s), u"--dest-creds"_s, credentials,
                                  m_layout->reference(u"app"_s), remote},
            m_environment));
        VERIFY_RUN(runProgram({u"skopeo"_s, u"--insecure-policy"_s, u"copy"_s, u"--src-cert-dir"_s, below(u"certs"_s), u"--src-creds"_s, credentials, remote,
                                  u"oci:"_s + below(u"back%1"_s.arg(m_port)) + u":1"_s},
            m_environment));
        QCOMPARE(OciLayout::digestIn(below(u"back%1"_s.arg(m_port)), u"1"_s), m_layout->digest(u"app"_s));

        VERIFY_RUN(m_engine.login(address(), RegistryProcess::keyId, RegistryProcess::secret));
        const QString name = address() + u"/team/built:1"_s;
        QVERIFY2(m_engine.buildImage(name, 2, 1), m_engine.lastRun().report().constData());
        const auto id = m_engine.imageId(name);
        VERIFY_RUN(m_engine.docker({u"push"_s, name}, 120s));
        QVERIFY(m_engine.removeAllImages());
        VERIFY_RUN(m_engine.docker({u"pull"_s, name}, 120s));
        QCOMPARE(m_engine.imageId(name), id);
        m_engine.forgetLogins();
    }
};

QTEST_GUILESS_MAIN(TlsProxyTest)
#include "TlsProxyTest.moc"
