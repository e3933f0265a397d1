// SPDX-License-Identifier: Apache-2.0
#include <QApplication>
#include <QDialog>
#include <QLocalServer>
#include <QLocalSocket>
#include <QSpinBox>
#include <QTemporaryDir>

#include "DesktopFixture.h"
#include "Person.h"
#include "desktop/connections/EngineHint.h"
#include "desktop/connections/FirstStartPage.h"
#include "desktop/style/BerthStyle.h"

using namespace berth;
using namespace berth::test;
using namespace Qt::StringLiterals;
using State = EngineReport::State;

/// The first five minutes: what the empty local registry tells a newcomer.
class NewcomerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QApplication::setStyle(new BerthStyle);
        QVERIFY(m_folder.isValid());
        qputenv("DOCKER_HOST", "unix://" + m_folder.filePath(u"docker.sock"_s).toUtf8());
        m_berth = std::make_unique<DesktopFixture>();
        QVERIFY(m_berth->start());
        QVERIFY(QTest::qWaitFor([this] { return page().isVisible(); }, 10000));
    }
    void cleanupTestCase() { m_berth.reset(); }

    /// R-001: without an engine there is the hint for this system, and all else works.
    void theEngineIsLookedFor()
    {
        const auto absent = engineHint({}, engineSystem(QSysInfo::productType(), QSysInfo::productVersion()));
        QVERIFY2(reads(page(), absent.text), qPrintable(wordsIn(page())));
        QLocalServer server;
        connect(&server, &QLocalServer::newConnection, &server, [&server] {
            auto *client = server.nextPendingConnection();
            connect(client, &QLocalSocket::readyRead, client, [client] {
                if (client->readAll().endsWith("\r\n\r\n")) {
                    const QByteArray body = R"({"Version":"27.3.1"})";
                    client->write("HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
                    client->disconnectFromServer();
                }
            });
        });
        QVERIFY2(server.listen(m_folder.filePath(u"docker.sock"_s)), qPrintable(server.errorString()));
        QVERIFY(press(page(), u"Look for Docker again"_s));
        QVERIFY2(reads(page(), u"Docker 27.3.1 is running on this computer"_s), qPrintable(wordsIn(page())));
        server.close();
        QVERIFY(press(page(), u"Look for Docker again"_s));
        QVERIFY2(reads(page(), absent.text), qPrintable(wordsIn(page())));
    }

    void eachSystemHasItsHint_data()
    {
        QTest::addColumn<QString>("product");
        QTest::addColumn<QString>("version");
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("command");
        QTest::addColumn<QString>("page");
        QTest::newRow("Windows") << u"windows"_s << u"11"_s << u"Install Docker Desktop"_s << QString() << u"https://docs.docker.com/desktop/"_s;
        QTest::newRow("macOS") << u"macos"_s << u"14.5"_s << u"Install Docker Desktop"_s << QString() << u"https://docs.docker.com/desktop/"_s;
        QTest::newRow("Ubuntu") << u"ubuntu"_s << u"24.04"_s << u"Ubuntu has it as a package"_s << u"sudo apt-get install docker.io"_s << QString();
        QTest::newRow("CentOS 7") << u"centos"_s << u"7.9"_s << u"CentOS has it as a package"_s << u"sudo yum install docker"_s << QString();
        QTest::newRow("CentOS 9") << u"centos"_s << u"9"_s << u"Its makers say"_s << QString() << u"https://docs.docker.com/engine/install/"_s;
        QTest::newRow("Debian") << u"debian"_s << u"12"_s << u"Its makers say"_s << QString() << u"https://docs.docker.com/engine/install/"_s;
    }

    void eachSystemHasItsHint()
    {
        QFETCH(QString, product);
        QFETCH(QString, version);
        const auto hint = engineHint({}, engineSystem(product, version));
        QVERIFY(!hint.isGood);
        QTEST(hint.command, "command");
        QTEST(hint.page.toString(), "page");
        QFETCH(QString, words);
        QVERIFY2(hint.text.contains(words), qPrintable(hint.text));
    }

    void whatKeepsAnEngineAwayIsToldApart()
    {
        const auto say = [](State state, EngineSystem system) { return engineHint({state, "tcp://10.0.0.9:2376", {}}, system); };
        QVERIFY(say(State::Refused, EngineSystem::OtherLinux).command.contains(u"usermod"_s));
        QCOMPARE(say(State::NotRunning, EngineSystem::Ubuntu).command, u"sudo systemctl start docker"_s);
        QVERIFY(say(State::NotRunning, EngineSystem::MacOs).text.contains(u"Start Docker Desktop"_s));
        QVERIFY(say(State::Silent, EngineSystem::OtherLinux).text.contains(u"does not answer"_s));
        QVERIFY(say(State::Elsewhere, EngineSystem::Windows).text.contains(u"tcp://10.0.0.9:2376"_s));
    }

    void everyProgramHasItsLines_data()
    {
        QTest::addColumn<QStringList>("lines");
        QTest::newRow("docker") << QStringList{
            u"docker login %1 -u %2"_s, u"docker tag my-app %1/library/my-app:1.0"_s, u"docker push %1/library/my-app:1.0"_s};
        QTest::newRow("podman") << QStringList{u"podman login --tls-verify=false %1 -u %2"_s, u"podman push --tls-verify=false %1/library/my-app:1.0"_s};
        QTest::newRow("containerd") << QStringList{u"ctr images push --plain-http --user %2 %1/library/my-app:1.0"_s};
        QTest::newRow("kind") << QStringList{u"docker pull %1/library/my-app:1.0"_s, u"kind load docker-image %1/library/my-app:1.0"_s};
        QTest::newRow("k3d") << QStringList{u"docker pull %1/library/my-app:1.0"_s, u"k3d image import %1/library/my-app:1.0"_s};
    }

    void everyProgramHasItsLines()
    {
        QVERIFY(press(page(), QString::fromLatin1(QTest::currentDataTag())));
        QFETCH(QStringList, lines);
        for (const auto &line : lines) {
            QString expected = line;
            expected.replace(u"%1"_s, m_berth->server().address()).replace(u"%2"_s, QString::fromStdString(m_berth->server().key().id));
            QVERIFY2(reads(page(), expected), qPrintable(wordsIn(page())));
        }
        QVERIFY(!wordsIn(page()).contains(QString::fromStdString(m_berth->server().key().secret.reveal())));
    }

    void theSwitchAndThePortAreOnePressAway()
    {
        QVERIFY(press(page(), u"Preferences…"_s));
        auto *dialog = openDialog();
        QVERIFY(dialog);
        QVERIFY2(reads(*dialog, m_berth->server().address()), qPrintable(wordsIn(*dialog)));
        QVERIFY(buttonIn(*dialog, u"Stop"_s));
        const int port = DesktopFixture::freePort();
        auto *field = dialog->findChild<QSpinBox *>();
        QVERIFY(field && field->isVisible() && field->accessibleName() == u"Port"_s);
        field->setFocus();
        QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(field, QString::number(port));
        QVERIFY(press(*dialog, u"Change port"_s));
        QTRY_COMPARE_WITH_TIMEOUT(m_berth->server().address(), u"127.0.0.1:%1"_s.arg(port), 10000);
        dialog->close();
        QVERIFY(noDialog());
        QVERIFY(QTest::qWaitFor([this] { return page().isVisible(); }, 10000));
        QVERIFY(press(page(), u"docker"_s));
        QVERIFY2(reads(page(), u"docker push 127.0.0.1:%1/library/my-app:1.0"_s.arg(port)), qPrintable(wordsIn(page())));
    }

private:
    FirstStartPage &page() { return m_berth->browser().firstStart(); }

    QTemporaryDir m_folder;
    std::unique_ptr<DesktopFixture> m_berth;
};

QTEST_MAIN(NewcomerTest)
#include "NewcomerTest.moc"
