// SPDX-License-Identifier: Apache-2.0
#include <QApplication>
#include <QClipboard>
#include <QDirIterator>
#include <QHeaderView>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>

#include "DesktopFixture.h"
#include "Person.h"
#include "TestServers.h"
#include "desktop/browse/ContentTable.h"
#include "desktop/browse/DetailsPane.h"
#include "desktop/connections/ConnectDialog.h"
#include "desktop/lists/TableView.h"
#include "desktop/search/SearchBox.h"
#include "desktop/sessions/ConnectionList.h"
#include "desktop/shell/SidebarView.h"
#include "desktop/style/BerthStyle.h"
#include "e2e/Program.h"
#include "support/FakeNcr.h"
#include "support/RegistryProcess.h"

using namespace berth;
using namespace berth::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray everythingSaid; ///< What the program logged over all tests.
QtMessageHandler before = nullptr;

void listen(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    everythingSaid += message.toUtf8() + '\n';
    before(type, context, message);
}

/// The bytes of all files below a folder.
QByteArray bytesBelow(const QString &folder)
{
    QByteArray bytes;
    for (QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); files.hasNext();) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly))
            bytes += file.readAll();
    }
    return bytes;
}

/// What is typed into a ConnectDialog; an empty text leaves its field alone.
struct Form {
    QString kind, name, address, keyId, secret, appKey, api;
};

const QString ncrKind = u"NHN Container Registry"_s;
const QString berthKind = u"Berth"_s;
const QString registryKind = u"Docker Registry"_s;

Form formOf(const FakeNcr &fake, const QString &name)
{
    return {ncrKind, name, fake.url().toString(), QLatin1String(FakeNcr::keyId), QLatin1String(FakeNcr::secret), QLatin1String(FakeNcr::appKey),
        fake.url().toString()};
}

/// Types into the dialog that is open.
bool fill(QDialog &dialog, const Form &form)
{
    if (auto *kinds = dialog.findChild<QListWidget *>(); !form.kind.isEmpty() && !clickRow(*kinds, form.kind))
        return false;
    const bool isPlain = form.kind == registryKind;
    const std::pair<QString, QString> fields[] = {{u"Name in Berth"_s, form.name}, {u"Registry address"_s, form.address},
        {isPlain ? u"User name"_s : u"Access key ID"_s, form.keyId}, {isPlain ? u"Password"_s : u"Secret key"_s, form.secret}, {u"App key"_s, form.appKey}};
    for (const auto &[label, text] : fields) {
        if (!text.isEmpty() && !type(dialog, label, text))
            return false;
    }
    return form.api.isEmpty() || type(dialog, u"API address"_s, form.api) || (press(dialog, u"Network and API"_s) && type(dialog, u"API address"_s, form.api));
}

} // namespace

/// Connections as a person makes, tests, edits, orders and removes them, against real servers.
class ConnectionsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        before = qInstallMessageHandler(listen);
        QApplication::setStyle(new BerthStyle);
        const auto missing = missingPrograms({u"openssl"_s, u"docker-registry"_s});
        QVERIFY2(missing.isEmpty(), missing);
    }

    void cleanupTestCase()
    {
        for (const char *secret : {FakeNcr::secret, RegistryProcess::secret})
            QVERIFY(!everythingSaid.contains(secret));
        qInstallMessageHandler(before);
    }

    void cleanup()
    {
        if (auto *left = QApplication::activePopupWidget())
            left->close();
    }

    void anNcrConnectionIsTypedTestedAndAdded()
    {
        FakeNcr fake;
        QVERIFY2(fake.start({u"--registries"_s, u"3"_s, u"--images"_s, u"2"_s, u"--artifacts"_s, u"2"_s, u"--tags"_s, u"3"_s, u"--absent"_s, u"0"_s}),
            qPrintable(fake.errorOutput()));
        DesktopFixture berth;
        QVERIFY(berth.start());
        QVERIFY(press(berth.window(), u"Connect…"_s));
        auto *dialog = openDialog();
        QVERIFY(dialog);
        QVERIFY(fill(*dialog, formOf(fake, u"Team NCR"_s)));
        QVERIFY(press(*dialog, u"Test"_s));
        QVERIFY2(reads(*dialog, u"Connected. 3 registries, 6 images."_s), qPrintable(wordsIn(*dialog)));
        QVERIFY(!fake.count(u"POST"_s) && !fake.count(u"DELETE"_s));
        QVERIFY(press(*dialog, u"Add connection"_s));
        QVERIFY(noDialog());

        QVERIFY(rowWith(sidebar(berth), u"Team NCR"_s).isValid());
        QTRY_COMPARE_WITH_TIMEOUT(textsOf(berth.browser().table()), (QStringList{u"registry-00000"_s, u"registry-00001"_s, u"registry-00002"_s}), 10000);
        const auto id = berth.browser().place().connectionId;
        QCOMPARE(berth.keychain().entries.value(id).secret.reveal(), std::string(FakeNcr::secret));
        QCOMPARE(berth.keychain().entries.value(id).id, std::string(FakeNcr::keyId));
    }

    void aSecondBerthIsBrowsedAndSaysWhatADeletionFrees()
    {
        RegistryProcess other;
        QVERIFY2(other.start(), qPrintable(other.errorOutput()));
        const auto image = makeImage(1);
        QCOMPARE(pushImage(other, u"team/app"_s, u"1.0"_s, image), 201);
        DesktopFixture berth;
        QVERIFY(berth.start());
        QVERIFY(add(berth, {berthKind, u"Other Berth"_s, other.host(), QLatin1String(RegistryProcess::keyId), QLatin1String(RegistryProcess::secret), {}, {}},
            u"Connected. 2 registries, 1 images."_s));
        auto &table = berth.browser().table();
        QVERIFY(doubleClickRow(table, u"team"_s));
        QVERIFY(doubleClickRow(table, u"app"_s));
        const QString digest = QString::fromUtf8(image.digest()).mid(7, 12);
        QVERIFY(clickRow(table, digest));
        QVERIFY(press(berth.browser(), u"Create tag…"_s));
        auto *dialog = openDialog();
        QVERIFY(dialog && type(*dialog, u"Tag"_s, u"2.0"_s));
        QVERIFY(press(*dialog, u"Create tag"_s));
        QVERIFY(noDialog());
        QCOMPARE(other.send("GET", u"/v2/team/app/manifests/2.0"_s).body, image.manifest);
        QTRY_VERIFY_WITH_TIMEOUT(textsOf(table, 1).value(0).contains(u"2.0"_s), 5000);

        QVERIFY(press(berth.browser(), u"Delete artifact…"_s));
        dialog = openDialog();
        QVERIFY(dialog);
        QVERIFY2(reads(*dialog, u"only here"_s), qPrintable(wordsIn(*dialog)));
        QVERIFY(press(*dialog, u"Delete 1 artifacts"_s));
        QVERIFY(noDialog());
        QTRY_COMPARE_WITH_TIMEOUT(table.model()->rowCount(), 0, 5000);
        QCOMPARE(other.send("GET", u"/v2/team/app/manifests/2.0"_s).status, 404);
    }

    void aDockerRegistryIsBrowsedAndDeletedFrom()
    {
        DockerRegistry server;
        QVERIFY2(server.start(true), qPrintable(server.errorOutput()));
        const auto first = makeImage(1), second = makeImage(2);
        QCOMPARE(pushTo(server.address(), u"team/api/web"_s, u"1.0"_s, first), 201);
        QCOMPARE(pushTo(server.address(), u"team/api/web"_s, u"1.1"_s, first), 201);
        QCOMPARE(pushTo(server.address(), u"team/api/web"_s, u"2.0"_s, second), 201);
        QCOMPARE(pushTo(server.address(), u"plain"_s, u"latest"_s, first), 201);
        DesktopFixture berth;
        QVERIFY(berth.start());
        QVERIFY(add(berth, {registryKind, u"Docker's own"_s, server.address(), {}, {}, {}, {}}, u"Connected. 2 registries, 2 images."_s));
        auto &table = berth.browser().table();
        QTRY_COMPARE_WITH_TIMEOUT(textsOf(table), (QStringList{u"(no registry)"_s, u"team"_s}), 5000);
        QVERIFY(!buttonIn(berth.window(), u"Create registry…"_s)->isEnabled());
        QVERIFY(doubleClickRow(table, u"(no registry)"_s));
        QVERIFY(rowAppears(table, u"plain"_s));
        berth.browser().goBack();
        QVERIFY(doubleClickRow(table, u"team"_s));
        QVERIFY(doubleClickRow(table, u"api/web"_s));
        const auto shortOf = [](const TestImage &image) { return QString::fromUtf8(image.digest()).mid(7, 12); };
        QTRY_COMPARE_WITH_TIMEOUT(table.model()->rowCount(), 2, 5000);
        QVERIFY(clickRow(table, shortOf(first)));
        QVERIFY(clickTab(berth.browser().details(), u"Layers"_s));
        QVERIFY2(reads(berth.browser().details(), u"2 layers"_s), qPrintable(wordsIn(berth.browser().details())));

        // A tag is made by pushing the manifest again; one that exists is never moved.
        QVERIFY(press(berth.browser(), u"Create tag…"_s));
        auto *dialog = openDialog();
        QVERIFY(dialog && type(*dialog, u"Tag"_s, u"2.0"_s));
        QVERIFY2(reads(*dialog, u"2.0 is on %1"_s.arg(shortOf(second))), qPrintable(wordsIn(*dialog)));
        QVERIFY(buttonIn(*dialog, u"Move tag"_s) && !buttonIn(*dialog, u"Create tag"_s));
        QTest::keyClick(dialog, Qt::Key_Return); // a key that was meant to create does not move
        QVERIFY(buttonIn(*dialog, u"Move tag"_s)->hasFocus());
        QVERIFY(type(*dialog, u"Tag"_s, u"1.2"_s));
        QVERIFY(press(*dialog, u"Create tag"_s));
        QVERIFY(noDialog());
        QCOMPARE(call({"GET", QUrl(u"http://%1/v2/team/api/web/manifests/1.2"_s.arg(server.address())),
                          {{"Accept", "application/vnd.oci.image.manifest.v1+json"}}, {}})
                     .body,
            first.manifest);
        QCOMPARE(call({"GET", QUrl(u"http://%1/v2/team/api/web/manifests/2.0"_s.arg(server.address())),
                          {{"Accept", "application/vnd.oci.image.manifest.v1+json"}}, {}})
                     .body,
            second.manifest);

        // Moving says from where to where, and leaves the other artifact's other tags alone.
        const auto served = [&](const QString &tag) {
            return call({"GET", QUrl(u"http://%1/v2/team/api/web/manifests/%2"_s.arg(server.address(), tag)),
                            {{"Accept", "application/vnd.oci.image.manifest.v1+json"}}, {}})
                .body;
        };
        QTRY_VERIFY_WITH_TIMEOUT(textsOf(table, 1).join(u' ').contains(u"1.2"_s), 5000);
        QVERIFY(press(berth.browser(), u"Create tag…"_s));
        dialog = openDialog();
        QVERIFY(dialog && type(*dialog, u"Tag"_s, u"2.0"_s));
        QVERIFY2(reads(*dialog, u"2.0 is on %1"_s.arg(shortOf(second))), qPrintable(wordsIn(*dialog)));
        QVERIFY2(reads(*dialog, QString::fromUtf8(first.digest())) && reads(*dialog, QString::fromUtf8(second.digest())), qPrintable(wordsIn(*dialog)));
        QVERIFY(press(*dialog, u"Move tag"_s));
        QVERIFY(noDialog());
        QCOMPARE(served(u"2.0"_s), first.manifest);
        QVERIFY(press(berth.browser(), u"By tag"_s));
        QVERIFY(clickRow(table, u"1.2"_s));
        QVERIFY(strike(berth.window(), Qt::Key_F2));
        dialog = openDialog();
        QVERIFY(dialog && type(*dialog, u"Move to"_s, u"no-such"_s));
        QVERIFY2(reads(*dialog, u"api/web has no artifact no-such"_s), qPrintable(wordsIn(*dialog)));
        QVERIFY(type(*dialog, u"Move to"_s, u"1.0"_s));
        QVERIFY2(reads(*dialog, u"1.2 is on this artifact already"_s), qPrintable(wordsIn(*dialog)));
        QVERIFY(type(*dialog, u"Move to"_s, QString::fromUtf8(second.digest()))); // no tag of it is left
        QVERIFY2(reads(*dialog, u"1.2 is on %1"_s.arg(shortOf(first))), qPrintable(wordsIn(*dialog)));
        // Somebody else moves it meanwhile: that is said, and nothing is done.
        QCOMPARE(pushTo(server.address(), u"team/api/web"_s, u"1.2"_s, second), 201);
        QVERIFY(press(*dialog, u"Move tag"_s));
        QVERIFY2(reads(*dialog, u"The tag 1.2 was moved meanwhile, to %1"_s.arg(shortOf(second))), qPrintable(wordsIn(*dialog)));
        QVERIFY(press(*dialog, u"Cancel"_s));
        QVERIFY(noDialog());
        QCOMPARE(pushTo(server.address(), u"team/api/web"_s, u"2.0"_s, second), 201);
        QCOMPARE(pushTo(server.address(), u"team/api/web"_s, u"1.2"_s, first), 201);
        QVERIFY(press(berth.window(), u"Refresh"_s));
        QTRY_COMPARE_WITH_TIMEOUT(rowWith(table, u"2.0"_s).siblingAtColumn(1).data().toString(), shortOf(second), 5000);
        QVERIFY(press(berth.browser(), u"By artifact"_s));

        // It cannot delete a tag alone, and says what to do instead.
        QTRY_VERIFY_WITH_TIMEOUT(textsOf(table, 1).join(u' ').contains(u"1.2"_s), 5000);
        QVERIFY(press(berth.browser(), u"By tag"_s));
        QVERIFY(clickRow(table, u"1.2"_s));
        QVERIFY(press(berth.browser(), u"Delete tag…"_s));
        dialog = openDialog();
        QVERIFY(dialog && press(*dialog, u"Delete 1 tags"_s));
        QVERIFY2(reads(*dialog, u"This server cannot delete a tag by itself. Deleting the artifact takes all its tags along."_s), qPrintable(wordsIn(*dialog)));
        QVERIFY(press(*dialog, u"Cancel"_s));
        QVERIFY(noDialog());
        QTRY_VERIFY(!buttonIn(berth.browser(), u"Delete tag…"_s)->isEnabled());
        QVERIFY(!buttonIn(berth.browser(), u"Delete tag…"_s)->toolTip().isEmpty());

        QVERIFY(press(berth.browser(), u"By artifact"_s));
        QVERIFY(clickRow(table, shortOf(first)));
        QVERIFY(press(berth.browser(), u"Delete artifact…"_s));
        dialog = openDialog();
        QVERIFY(dialog);
        QVERIFY(wordsIn(*dialog).contains(u"This server does not tell how much space is freed."_s));
        QVERIFY(press(*dialog, u"Delete 1 artifacts"_s));
        QVERIFY(noDialog());
        QTRY_COMPARE_WITH_TIMEOUT(textsOf(table), QStringList{shortOf(second)}, 5000);
        QCOMPARE(call({"GET", QUrl(u"http://%1/v2/team/api/web/manifests/1.0"_s.arg(server.address())), {}, {}}).status, 404);
    }

    void aDockerRegistryThatDoesNotDeleteSaysSoOnceAndGreysIt()
    {
        DockerRegistry server;
        QVERIFY2(server.start(false), qPrintable(server.errorOutput()));
        const auto image = makeImage(1);
        QCOMPARE(pushTo(server.address(), u"team/web"_s, u"1.0"_s, image), 201);
        DesktopFixture berth;
        QVERIFY(berth.start());
        QVERIFY(add(berth, {registryKind, u"Fixed"_s, server.address(), {}, {}, {}, {}}, u"Connected."_s));
        auto &table = berth.browser().table();
        QVERIFY(doubleClickRow(table, u"team"_s));
        QVERIFY(doubleClickRow(table, u"web"_s));
        QVERIFY(clickRow(table, u"1.0"_s));
        QVERIFY(press(berth.browser(), u"Delete artifact…"_s));
        auto *dialog = openDialog();
        QVERIFY(dialog && press(*dialog, u"Delete 1 artifacts"_s));
        QVERIFY2(reads(*dialog, u"Deleting must be switched on in its settings."_s), qPrintable(wordsIn(*dialog)));
        QVERIFY(press(*dialog, u"Cancel"_s));
        QVERIFY(noDialog());
        auto *button = buttonIn(berth.browser(), u"Delete artifact…"_s);
        QTRY_VERIFY(!button->isEnabled());
        QCOMPARE(button->toolTip(), u"Fixed cannot do this"_s);
        QCOMPARE(textsOf(table, 1), QStringList{u"1.0"_s});
    }

    void aServerWithoutACatalogIsOpenedByName()
    {
        FakeNcr fake; // its registry protocol has none, as NCR's
        QVERIFY(fake.start({u"--registries"_s, u"1"_s, u"--images"_s, u"1"_s, u"--artifacts"_s, u"3"_s, u"--tags"_s, u"3"_s}));
        DesktopFixture berth;
        QVERIFY(berth.start());
        QVERIFY(add(berth, {registryKind, u"Hub"_s, fake.url().toString(), QLatin1String(FakeNcr::keyId), QLatin1String(FakeNcr::secret), {}, {}},
            u"does not list its images. Type an image’s name to open it."_s));
        QVERIFY2(reads(berth.browser(), u"does not list its images"_s), qPrintable(wordsIn(berth.browser())));
        auto &search = berth.window().search();
        QVERIFY(clickInto(search));
        QTest::keyClicks(&search, u"registry-00000/api-000000"_s);
        auto *hits = search.popup()->findChild<QAbstractItemView *>();
        QVERIFY(clickRow(*hits, u"Open registry-00000/api-000000"_s));
        QTRY_COMPARE_WITH_TIMEOUT(berth.browser().table().model()->rowCount(), 3, 10000);
        QVERIFY(wordsIn(berth.browser()).contains(u"registry-00000"_s));
        QVERIFY(clickRow(berth.browser().table(), u"t000001"_s));
    }

    void whatIsMissingInTheFormIsNamedInPlace()
    {
        DesktopFixture berth;
        QVERIFY(berth.start());
        QVERIFY(press(berth.window(), u"Connect to a server"_s));
        auto *dialog = openDialog();
        QVERIFY(dialog);
        QVERIFY(press(*dialog, u"Test"_s));
        QVERIFY(wordsIn(*dialog).contains(u"Enter the server's host name, with its port if it has one"_s));
        QVERIFY(wordsIn(*dialog).contains(u"Enter the access key's ID"_s));
        QVERIFY(type(*dialog, u"Registry address"_s, u"registry.example.com"_s));
        QVERIFY(type(*dialog, u"Access key ID"_s, u"key"_s));
        QVERIFY(type(*dialog, u"App key"_s, u"app"_s));
        QVERIFY(press(*dialog, u"Add connection"_s));
        QVERIFY(wordsIn(*dialog).contains(u"Enter the secret that belongs to this key"_s));
        QVERIFY(wordsIn(*dialog).contains(u"The address names no region of NCR; enter the API's address"_s));
        QVERIFY(pick(*dialog, u"Proxy"_s, u"This one:"_s));
        QVERIFY(type(*dialog, u"Secret key"_s, u"secret"_s));
        QVERIFY(type(*dialog, u"API address"_s, u"api.example.com"_s));
        QVERIFY(press(*dialog, u"Test"_s));
        QVERIFY2(wordsIn(*dialog).contains(u"Enter the proxy's host name"_s), qPrintable(wordsIn(*dialog)));
        QVERIFY(press(*dialog, u"Cancel"_s));
        QVERIFY(noDialog());
        QCOMPARE(berth.desktop().connections().sessions().size(), 1);
    }

    void theTestSaysWhichStepFails_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("step");
        QTest::addColumn<QString>("finding");
        QTest::newRow("wrong key") << u"key"_s << u"Sign-in"_s << u"The server does not know this access key, or its secret is another one."_s;
        QTest::newRow("wrong secret") << u"secret"_s << u"Sign-in"_s << u"The server does not know this access key, or its secret is another one."_s;
        QTest::newRow("wrong app key") << u"app"_s << u"Content"_s << u"unknown app key, or wrong key pair"_s;
        QTest::newRow("wrong API address") << u"api"_s << u"Content"_s << u"Nothing accepts connections at 127.0.0.1"_s;
        QTest::newRow("closed port") << u"closed"_s << u"Connection"_s << u"Nothing accepts connections at port"_s;
        QTest::newRow("unknown name") << u"name"_s << u"Name"_s << u"The name no-such-host.invalid cannot be resolved."_s;
        QTest::newRow("a web site") << u"site"_s << u"Registry protocol"_s << u"This is no container registry"_s;
        QTest::newRow("nothing there") << u"missing"_s << u"Registry protocol"_s << u"This is no container registry"_s;
        QTest::newRow("plain HTTP where TLS is asked for") << u"tls"_s << u"Certificate"_s << u"write http:// before its address"_s;
        QTest::newRow("a broken catalog") << u"catalog"_s << u"Content"_s << u"The server did not list its content"_s;
    }

    void theTestSaysWhichStepFails()
    {
        QFETCH(QString, what);
        QFETCH(QString, step);
        QFETCH(QString, finding);
        FakeNcr fake;
        QVERIFY(fake.start());
        FixedServer site("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 21\r\n\r\n<html>Welcome!</html>");
        FixedServer missing("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
        FixedServer broken("HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\n\r\n");
        Form form = formOf(fake, u"Tested"_s);
        if (what == u"key"_s)
            form.keyId = u"another"_s;
        else if (what == u"secret"_s)
            form.secret = u"another"_s;
        else if (what == u"app"_s)
            form.appKey = u"another"_s;
        else if (what == u"api"_s)
            form.api = u"http://127.0.0.1:%1"_s.arg(DesktopFixture::freePort());
        else if (what == u"closed"_s)
            form.address = u"http://127.0.0.1:%1"_s.arg(DesktopFixture::freePort());
        else if (what == u"name"_s)
            form.address = u"no-such-host.invalid"_s;
        else if (what == u"site"_s)
            form.address = site.address();
        else if (what == u"missing"_s)
            form.address = missing.address();
        else if (what == u"tls"_s)
            form.address = u"https://"_s + fake.address();
        if (what == u"catalog"_s) {
            QVERIFY(fake.fault(R"({"kind":"http500","path":"_catalog"})"));
            form.kind = registryKind;
            form.appKey.clear();
            form.api.clear();
        }
        DesktopFixture berth;
        QVERIFY(berth.start());
        QVERIFY(press(berth.window(), u"Connect…"_s));
        auto *dialog = openDialog();
        QVERIFY(dialog && fill(*dialog, form));
        QVERIFY(press(*dialog, u"Test"_s));
        QVERIFY2(reads(*dialog, u"The test stopped at: "_s + step, 20000), qPrintable(wordsIn(*dialog)));
        QVERIFY2(reads(*dialog, finding), qPrintable(wordsIn(*dialog)));
        QVERIFY(buttonIn(*dialog, u"Test"_s)->isEnabled());
        // Whoever is no registry must not see the key.
        QVERIFY(!site.seen().contains("authorization") && !missing.seen().contains("authorization"));
        QVERIFY(!site.seen().contains("x-tc-auth") && !missing.seen().contains("x-tc-auth"));
        QVERIFY(press(*dialog, u"Cancel"_s));
        QVERIFY(noDialog());
    }

    void aServerThatNeverSpeaksTlsIsNotWaitedForForEver()
    {
        FixedServer silent({});
        DesktopFixture berth;
        QVERIFY(berth.start());
        QVERIFY(press(berth.window(), u"Connect…"_s));
        auto *dialog = openDialog();
        QVERIFY(dialog && fill(*dialog, {registryKind, u"Silent"_s, u"https://"_s + silent.address(), {}, {}, {}, {}}));
        QVERIFY(press(*dialog, u"Test"_s));
        QVERIFY2(reads(*dialog, u"The test stopped at: Certificate"_s, 15000), qPrintable(wordsIn(*dialog)));
    }

    void changingAFieldEndsTheTestUnderWay()
    {
        FakeNcr fake;
        QVERIFY(fake.start());
        QVERIFY(fake.fault(R"({"kind":"slow","delay":3})"));
        DesktopFixture berth;
        QVERIFY(berth.start());
        QVERIFY(press(berth.window(), u"Connect…"_s));
        auto *dialog = openDialog();
        QVERIFY(dialog && fill(*dialog, formOf(fake, u"Slow"_s)));
        QVERIFY(press(*dialog, u"Test"_s));
        QVERIFY(reads(*dialog, u"Testing…"_s));
        QVERIFY(type(*dialog, u"Name in Berth"_s, u"Another name"_s));
        QTRY_VERIFY(!wordsIn(*dialog).contains(u"Testing…"_s));
        QVERIFY(buttonIn(*dialog, u"Test"_s)->isEnabled());
        QVERIFY(press(*dialog, u"Test"_s)); // and closing the dialog in the middle of one is no harm
        QTest::qWait(100);
        QVERIFY(press(*dialog, u"Cancel"_s));
        QVERIFY(noDialog());
        fake.clearFaults();
        QTest::qWait(50);
    }

    void editingKeepsTheKeyThatIsNotTypedAnew()
    {
        FakeNcr fake;
        QVERIFY(fake.start({u"--registries"_s, u"1"_s, u"--absent"_s, u"0"_s}));
        DesktopFixture berth;
        QVERIFY(berth.start());
        QVERIFY(add(berth, formOf(fake, u"Before"_s), u"Connected."_s));
        const auto id = berth.browser().place().connectionId;
        QVERIFY(chooseFor(sidebar(berth), u"Before"_s, u"Edit connection…"_s));
        auto *dialog = openDialog();
        QVERIFY(dialog);
        QVERIFY(!dialogHolds(*dialog, QLatin1String(FakeNcr::secret)));
        QVERIFY(type(*dialog, u"Name in Berth"_s, u"After"_s));
        QVERIFY(press(*dialog, u"Test"_s));
        QVERIFY2(reads(*dialog, u"Connected. 1 registries"_s), qPrintable(wordsIn(*dialog)));
        QVERIFY(press(*dialog, u"Save"_s));
        QVERIFY(noDialog());
        QTRY_COMPARE(berth.desktop().connections().find(id)->state(), Session::State::Online);
        QVERIFY(rowWith(sidebar(berth), u"After"_s).isValid());
        QCOMPARE(berth.keychain().entries.value(id).secret.reveal(), std::string(FakeNcr::secret));

        // Another key needs its secret; a wrong one is told apart from an unreachable server.
        QVERIFY(chooseFor(sidebar(berth), u"After"_s, u"Edit connection…"_s));
        dialog = openDialog();
        QVERIFY(dialog && type(*dialog, u"Access key ID"_s, u"another"_s));
        QVERIFY(press(*dialog, u"Save"_s));
        QVERIFY(wordsIn(*dialog).contains(u"Enter the secret that belongs to this key"_s));
        QVERIFY(type(*dialog, u"Secret key"_s, u"wrong"_s));
        QVERIFY(press(*dialog, u"Save"_s));
        QVERIFY(noDialog());
        QVERIFY2(reads(berth.browser(), u"The registries of After could not be loaded"_s), qPrintable(wordsIn(berth.browser())));
        QVERIFY(wordsIn(berth.browser()).contains(u"Enter the access key again."_s));
        QVERIFY(press(berth.browser(), u"Edit connection…"_s));
        dialog = openDialog();
        QVERIFY(dialog && fill(*dialog, {{}, {}, {}, QLatin1String(FakeNcr::keyId), QLatin1String(FakeNcr::secret), {}, {}}));
        QVERIFY(press(*dialog, u"Save"_s));
        QVERIFY(noDialog());
        QVERIFY(rowAppears(berth.browser().table(), u"registry-00000"_s));
    }

    void aKeyThatHasNotBeenReadYetIsTestedAllTheSame()
    {
        FakeNcr fake;
        QVERIFY(fake.start({u"--registries"_s, u"1"_s, u"--absent"_s, u"0"_s}));
        DesktopFixture berth;
        QVERIFY(berth.start());
        QVERIFY(add(berth, formOf(fake, u"Team"_s), u"Connected."_s));
        QVERIFY(clickRow(sidebar(berth), u"Local"_s));
        berth.restart();
        QVERIFY(berth.start());
        // Nobody has opened the connection in this run.
        QVERIFY(chooseFor(sidebar(berth), u"Team"_s, u"Edit connection…"_s));
        auto *dialog = openDialog();
        QVERIFY(dialog && press(*dialog, u"Test"_s));
        QVERIFY2(reads(*dialog, u"Connected. 1 registries"_s), qPrintable(wordsIn(*dialog)));
        QVERIFY(press(*dialog, u"Cancel"_s));
        QVERIFY(noDialog());
    }

    void aTestWithoutAccessToTheKeyringAsksForTheKey()
    {
        FakeNcr fake;
        QVERIFY(fake.start({u"--registries"_s, u"1"_s, u"--absent"_s, u"0"_s}));
        DesktopFixture berth;
        QVERIFY(berth.start());
        QVERIFY(add(berth, formOf(fake, u"Team"_s), u"Connected."_s));
        QVERIFY(clickRow(sidebar(berth), u"Local"_s));
        berth.restart();
        QVERIFY(berth.start());
        berth.keychain().mood = KeychainState::Locked;
        QVERIFY(clickRow(sidebar(berth), u"Team"_s));
        QVERIFY(reads(berth.browser(), u"The keyring is locked"_s));
        QVERIFY(chooseFor(sidebar(berth), u"Team"_s, u"Edit connection…"_s));
        auto *dialog = openDialog();
        fake.clearLog();
        QVERIFY(dialog && press(*dialog, u"Test"_s));
        QVERIFY2(reads(*dialog, u"The keyring does not give the key now"_s), qPrintable(wordsIn(*dialog)));
        QVERIFY(fake.log().isEmpty());
        // A new name needs no key.
        QVERIFY(type(*dialog, u"Name in Berth"_s, u"Renamed"_s));
        QVERIFY(press(*dialog, u"Save"_s));
        QVERIFY(noDialog());
        QTRY_VERIFY(rowWith(sidebar(berth), u"Renamed"_s).isValid());
        QVERIFY(reads(berth.browser(), u"The key of Renamed is in the keyring and untouched."_s));
        berth.keychain().mood = KeychainState::Ok;
        QVERIFY(press(berth.browser(), u"Retry"_s));
        QVERIFY(rowAppears(berth.browser().table(), u"registry-00000"_s));
    }

    void connectionsAreReorderedAndRemoved()
    {
        FakeNcr fake;
        QVERIFY(fake.start({u"--registries"_s, u"1"_s, u"--absent"_s, u"0"_s}));
        DesktopFixture berth;
        QVERIFY(berth.start());
        for (const auto &name : {u"One"_s, u"Two"_s, u"Three"_s})
            QVERIFY(add(berth, formOf(fake, name), u"Connected."_s));
        const auto names = [&] { return textsOf(sidebar(berth)); };
        QCOMPARE(names(), (QStringList{u"Local"_s, u"One"_s, u"Two"_s, u"Three"_s}));
        QVERIFY(!chooseFor(sidebar(berth), u"One"_s, u"Move up"_s));
        QVERIFY(!chooseFor(sidebar(berth), u"Three"_s, u"Move down"_s));
        QVERIFY(!chooseFor(sidebar(berth), u"Local"_s, u"Remove connection…"_s));
        QVERIFY(chooseFor(sidebar(berth), u"Three"_s, u"Move up"_s));
        QVERIFY(chooseFor(sidebar(berth), u"One"_s, u"Move down"_s));
        QCOMPARE(names(), (QStringList{u"Local"_s, u"Three"_s, u"One"_s, u"Two"_s}));
        // Rows below a moved connection lead where they say.
        const auto &model = *sidebar(berth).model();
        const auto place = [&](int row) {
            sidebar(berth).setCurrentIndex(model.index(0, 0, model.index(row, 0)));
            return berth.desktop().connections().find(berth.browser().place().connectionId)->name() + u'/' + berth.browser().place().registry;
        };
        QTRY_VERIFY_WITH_TIMEOUT(model.rowCount(model.index(1, 0)) == 1 && model.rowCount(model.index(3, 0)) == 1, 5000);
        for (int row = 1; row < 4; ++row)
            QCOMPARE(place(row), names().at(row) + u"/registry-00000"_s);

        const auto id = berth.desktop().connections().sessions().at(2)->id();
        QVERIFY(clickRow(sidebar(berth), u"One"_s));
        QCOMPARE(berth.browser().place().connectionId, id);
        QVERIFY(chooseFor(sidebar(berth), u"One"_s, u"Remove connection…"_s));
        auto *dialog = openDialog();
        QVERIFY(dialog && press(*dialog, u"Remove connection"_s));
        QVERIFY(noDialog());
        QCOMPARE(names(), (QStringList{u"Local"_s, u"Three"_s, u"Two"_s}));
        QTRY_VERIFY(!berth.keychain().entries.contains(id));
        QCOMPARE(berth.browser().place().connectionId, u"local"_s);
        berth.browser().goBack(); // there is no way back to what is gone
        QVERIFY(berth.browser().place().connectionId != id);
        berth.restart();
        QCOMPARE(textsOf(sidebar(berth)), (QStringList{u"Local"_s, u"Three"_s, u"Two"_s}));
    }

    void aKeyThatTheKeyringDoesNotLetGoOfIsSaidToBeThere()
    {
        FakeNcr fake;
        QVERIFY(fake.start({u"--registries"_s, u"1"_s, u"--absent"_s, u"0"_s}));
        DesktopFixture berth;
        QVERIFY(berth.start());
        QVERIFY(add(berth, formOf(fake, u"Team"_s), u"Connected."_s));
        QVERIFY(fake.fault(R"({"kind":"slow","delay":0.3})"));
        QVERIFY(press(berth.window(), u"Refresh"_s)); // and it goes in the middle of something
        berth.keychain().mood = KeychainState::Locked;
        QVERIFY(chooseFor(sidebar(berth), u"Team"_s, u"Remove connection…"_s));
        auto *dialog = openDialog();
        QVERIFY(dialog && press(*dialog, u"Remove connection"_s));
        QVERIFY(noDialog());
        QVERIFY2(reads(berth.browser(), u"The key of Team is still in the keyring"_s), qPrintable(wordsIn(berth.browser())));
        QCOMPARE(textsOf(sidebar(berth)), QStringList{u"Local"_s});
        QTest::qWait(400);
        QCOMPARE(textsOf(sidebar(berth)), QStringList{u"Local"_s});
    }

    void aRedirectTakesNoKeyAlong()
    {
        FakeNcr fake;
        QVERIFY(fake.start());
        FixedServer elsewhere("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
        const auto moved = [&](const QByteArray &path) {
            return "HTTP/1.1 307 Temporary Redirect\r\nLocation: http://" + elsewhere.address().toUtf8() + path + "\r\nContent-Length: 0\r\n\r\n";
        };
        FixedServer movedApi(moved("/ncr/v2.0/appkeys/x/registries")), movedRegistry(moved("/v2/"));
        DesktopFixture berth;
        QVERIFY(berth.start());
        QVERIFY(press(berth.window(), u"Connect…"_s));
        auto *dialog = openDialog();
        Form form = formOf(fake, u"Moved"_s);
        form.api = movedApi.address();
        QVERIFY(dialog && fill(*dialog, form));
        QVERIFY(press(*dialog, u"Test"_s));
        QVERIFY2(reads(*dialog, u"The test stopped at: Content"_s), qPrintable(wordsIn(*dialog)));
        QVERIFY(movedApi.seen().contains("x-tc-authentication-secret"));
        QVERIFY(type(*dialog, u"Registry address"_s, movedRegistry.address()));
        QVERIFY(press(*dialog, u"Test"_s));
        QTRY_VERIFY(!movedRegistry.seen().isEmpty());
        QVERIFY2(reads(*dialog, u"The test stopped at: "_s), qPrintable(wordsIn(*dialog)));
        QVERIFY(!movedRegistry.seen().contains("authorization"));
        // It is followed, as docker does, and learns nothing.
        QVERIFY(elsewhere.seen().contains("/v2/"));
        for (const char *secret : {"authorization", "x-tc-authentication", "secret"})
            QVERIFY2(!elsewhere.seen().contains(secret), elsewhere.seen());
    }

    void secretsAreInTheKeychainAndNowhereElse()
    {
        FakeNcr fake;
        QVERIFY(fake.start({u"--registries"_s, u"1"_s, u"--images"_s, u"1"_s, u"--artifacts"_s, u"1"_s}));
        DesktopFixture berth;
        QVERIFY(berth.start());
        QVERIFY(add(berth, formOf(fake, u"Team"_s), u"Connected."_s));
        const auto id = berth.browser().place().connectionId;
        QVERIFY(doubleClickRow(berth.browser().table(), u"registry-00000"_s));
        QVERIFY(rowAppears(berth.browser().table(), u"api-000000"_s));
        const QByteArray pair = QByteArray(FakeNcr::keyId) + ':' + FakeNcr::secret;
        const auto look = [&](const char *when) {
            const QByteArray bytes = bytesBelow(berth.folder()) + everythingSaid;
            QVERIFY2(bytes.contains("[connections]"), when);
            QVERIFY2(bytes.contains(FakeNcr::keyId), when); // what is no secret is there
            for (const auto &secret : {QByteArray(FakeNcr::secret), QByteArray(FakeNcr::secret).toBase64(), pair.toBase64(),
                     QByteArray(FakeNcr::secret).toHex(), QByteArray(FakeNcr::secret).toPercentEncoding()})
                QVERIFY2(!bytes.contains(secret), when);
        };
        look("while it runs");
        QVERIFY(berth.keychain().entries.contains(id));
        berth.restart();
        look("after a restart");
        // Not in what the window shows, either.
        QVERIFY(!wordsIn(berth.window()).contains(QLatin1String(FakeNcr::secret)));
    }

    void everythingIsThereAgainAfterARestart()
    {
        RegistryProcess other;
        QVERIFY(other.start());
        for (const char *tag : {"1.0", "1.1", "2.0"})
            QCOMPARE(pushImage(other, u"team/app"_s, QLatin1String(tag), makeImage(tag[0] + tag[2])), 201);
        FakeNcr fake;
        QVERIFY(fake.start());
        DesktopFixture berth;
        QVERIFY(berth.start());
        QVERIFY(add(berth, formOf(fake, u"Team NCR"_s), u"Connected."_s));
        QVERIFY(add(berth, {berthKind, u"Other"_s, other.host(), QLatin1String(RegistryProcess::keyId), QLatin1String(RegistryProcess::secret), {}, {}},
            u"Connected."_s));
        QVERIFY(doubleClickRow(berth.browser().table(), u"team"_s));
        QVERIFY(doubleClickRow(berth.browser().table(), u"app"_s));
        QVERIFY(press(berth.browser(), u"By tag"_s));
        QTRY_COMPARE_WITH_TIMEOUT(berth.browser().table().model()->rowCount(), 3, 5000);
        clickHeader(berth.browser().table(), 0); // by tag, upwards
        QTRY_COMPARE(textsOf(berth.browser().table()), (QStringList{u"1.0"_s, u"1.1"_s, u"2.0"_s}));
        clickHeader(berth.browser().table(), 0);
        QTRY_COMPARE(textsOf(berth.browser().table()), (QStringList{u"2.0"_s, u"1.1"_s, u"1.0"_s}));
        berth.browser().table().header()->resizeSection(3, 171);
        const auto place = berth.browser().place();

        berth.restart();
        QVERIFY(berth.start());
        QCOMPARE(textsOf(sidebar(berth)), (QStringList{u"Local"_s, u"Team NCR"_s, u"Other"_s}));
        QCOMPARE(berth.browser().place(), place);
        auto &table = berth.browser().table();
        QTRY_COMPARE_WITH_TIMEOUT(textsOf(table), (QStringList{u"2.0"_s, u"1.1"_s, u"1.0"_s}), 10000);
        QCOMPARE(berth.browser().content().artifactView(), ContentTable::ArtifactView::ByTag);
        QCOMPARE(table.header()->sectionSize(3), 171);
        QCOMPARE(table.header()->sortIndicatorSection(), 0);
        QCOMPARE(table.header()->sortIndicatorOrder(), Qt::DescendingOrder);
        QVERIFY(clickRow(sidebar(berth), u"Team NCR"_s));
        QTRY_COMPARE_WITH_TIMEOUT(berth.desktop().connections().find(berth.browser().place().connectionId)->state(), Session::State::Online, 5000);
    }

    void everyMoodOfTheKeychainHasItsOwnRemedy_data()
    {
        QTest::addColumn<KeychainState>("mood");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("remedy");
        QTest::addColumn<QString>("other");
        QTest::newRow("locked") << KeychainState::Locked << u"The keyring is locked"_s << u"Unlock the keyring with your system's password program"_s
                                << QString();
        QTest::newRow("dismissed") << KeychainState::Dismissed << u"The keyring stayed locked"_s << u"Its window was closed without a password"_s << QString();
        QTest::newRow("no service") << KeychainState::NoService << u"There is no keyring service"_s
                                    << u"Install and start one, for example gnome-keyring or KWallet"_s << u"Enter the key…"_s;
        QTest::newRow("not stored") << KeychainState::NotStored << u"The key of Team is missing"_s
                                    << u"If the key is in another keyring, open that one and retry."_s << u"Enter the key…"_s;
        QTest::newRow("failed") << KeychainState::Failed << u"The keyring could not be used"_s << u"test"_s << u"Enter the key…"_s;
    }

    void everyMoodOfTheKeychainHasItsOwnRemedy()
    {
        QFETCH(KeychainState, mood);
        QFETCH(QString, title);
        QFETCH(QString, remedy);
        QFETCH(QString, other);
        FakeNcr fake;
        QVERIFY(fake.start({u"--registries"_s, u"1"_s, u"--absent"_s, u"0"_s}));
        DesktopFixture berth;
        QVERIFY(berth.start());
        QVERIFY(add(berth, formOf(fake, u"Team"_s), u"Connected."_s));
        QVERIFY(clickRow(sidebar(berth), u"Local"_s));
        berth.restart();
        QVERIFY(berth.start());
        berth.keychain().mood = mood;
        fake.clearLog();
        QVERIFY(clickRow(sidebar(berth), u"Team"_s));
        QVERIFY2(reads(berth.browser(), title), qPrintable(wordsIn(berth.browser())));
        QVERIFY2(wordsIn(berth.browser()).contains(remedy), qPrintable(wordsIn(berth.browser())));
        QVERIFY(press(berth.browser(), u"Retry"_s)); // of no use yet
        QTest::qWait(50);
        QVERIFY(reads(berth.browser(), title));
        QVERIFY(fake.log().isEmpty()); // without its key nothing is asked
        if (!other.isEmpty())
            QVERIFY(buttonIn(berth.browser(), other));
        berth.keychain().mood = KeychainState::Ok;
        QVERIFY(press(berth.browser(), u"Retry"_s));
        QVERIFY2(rowAppears(berth.browser().table(), u"registry-00000"_s), qPrintable(wordsIn(berth.browser())));
    }

    void aKeyThatTheKeyringDoesNotTakeIsKeptForThisRunAndSaidSo()
    {
        FakeNcr fake;
        QVERIFY(fake.start({u"--registries"_s, u"1"_s, u"--absent"_s, u"0"_s}));
        DesktopFixture berth;
        QVERIFY(berth.start());
        berth.keychain().mood = KeychainState::NoService;
        QVERIFY(add(berth, formOf(fake, u"Team"_s), u"Connected."_s));
        QVERIFY2(reads(berth.browser(), u"The key of Team is kept for this run only"_s), qPrintable(wordsIn(berth.browser())));
        QVERIFY(rowAppears(berth.browser().table(), u"registry-00000"_s));
        // Refreshing needs no keyring in this run; the next one has no key and asks for it.
        QVERIFY(press(berth.window(), u"Refresh"_s));
        QVERIFY(rowAppears(berth.browser().table(), u"registry-00000"_s));
        berth.restart();
        QVERIFY(berth.start());
        QVERIFY2(reads(berth.browser(), u"The key of Team is missing"_s), qPrintable(wordsIn(berth.browser())));
        QVERIFY(press(berth.browser(), u"Enter the key…"_s));
        auto *dialog = openDialog();
        QVERIFY(dialog && type(*dialog, u"Secret key"_s, QLatin1String(FakeNcr::secret)));
        QVERIFY(press(*dialog, u"Save"_s));
        QVERIFY(noDialog());
        QVERIFY(rowAppears(berth.browser().table(), u"registry-00000"_s));
        QTRY_COMPARE(berth.keychain().entries.value(berth.browser().place().connectionId).secret.reveal(), std::string(FakeNcr::secret));
    }

    /// R-006: NCR tells no age of a key, so it counts from the day on which it was entered.
    void aKeyOf90DaysIsAdvisedToBeReplaced_data()
    {
        QTest::addColumn<int>("days");
        QTest::addColumn<bool>("isAdvised");
        QTest::newRow("89") << 89 << false;
        QTest::newRow("90") << 90 << true;
        QTest::newRow("91") << 91 << true;
    }

    void aKeyOf90DaysIsAdvisedToBeReplaced()
    {
        QFETCH(int, days);
        QFETCH(bool, isAdvised);
        FakeNcr server;
        QVERIFY(server.start({u"--registries"_s, u"1"_s, u"--images"_s, u"1"_s, u"--artifacts"_s, u"1"_s, u"--tags"_s, u"1"_s}));
        DesktopFixture berth;
        QVERIFY(berth.start());
        Connection connection;
        connection.id = u"old"_s;
        connection.name = u"Seoul"_s;
        connection.kind = ServerKind::Ncr;
        connection.url = server.url();
        connection.managementUrl = server.url();
        connection.appKey = QLatin1String(FakeNcr::appKey);
        connection.keyId = QLatin1String(FakeNcr::keyId);
        connection.secret = Secret(FakeNcr::secret);
        berth.desktop().connections().save(connection);
        QTRY_VERIFY_WITH_TIMEOUT(berth.keychain().entries.contains(connection.id), 5000);
        QSettings(berth.folder() + u"/berth.ini"_s, QSettings::IniFormat)
            .setValue(u"connections/1/keyStored"_s, QDate::currentDate().addDays(-days).toString(Qt::ISODate));
        berth.restart();
        QVERIFY(berth.start());
        QVERIFY(clickRow(sidebar(berth), u"Seoul"_s));
        const QString words = u"The key of Seoul was entered %1 days ago"_s.arg(days);
        QVERIFY2(rowAppears(berth.browser().table(), u"registry-00000"_s), qPrintable(wordsIn(berth.browser()))); // it goes on working
        QCOMPARE(wordsIn(berth.browser()).contains(words), isAdvised);
        if (!isAdvised)
            return;
        QVERIFY(press(berth.window(), u"Refresh"_s));
        QVERIFY(reads(berth.browser(), words));
        QVERIFY(press(berth.browser(), u"Edit…"_s));
        auto *dialog = openDialog();
        QVERIFY(dialog && type(*dialog, u"Secret key"_s, QString::fromStdString(connection.secret.reveal())));
        QVERIFY(press(*dialog, u"Save"_s));
        QVERIFY(noDialog());
        QTRY_VERIFY_WITH_TIMEOUT(!wordsIn(berth.browser()).contains(words), 5000);
    }

    void aMembersRefusalGreysTheActionWithItsReason()
    {
        FakeNcr fake;
        QVERIFY(fake.start({u"--role"_s, u"member"_s, u"--registries"_s, u"1"_s, u"--images"_s, u"2"_s, u"--artifacts"_s, u"2"_s, u"--tags"_s, u"4"_s,
            u"--absent"_s, u"0"_s}));
        DesktopFixture berth;
        QVERIFY(berth.start());
        QVERIFY(add(berth, formOf(fake, u"Team"_s), u"Connected."_s));
        const QString reason = u"Your role on Team does not allow this"_s;
        auto &table = berth.browser().table();

        QVERIFY(press(berth.window(), u"Create registry…"_s));
        auto *dialog = openDialog();
        QVERIFY(dialog && type(*dialog, u"Name"_s, u"mine"_s));
        QVERIFY(press(*dialog, u"Create registry"_s));
        QVERIFY2(reads(*dialog, u"the role member may not create registries"_s), qPrintable(wordsIn(*dialog)));
        QVERIFY(press(*dialog, u"Cancel"_s));
        QVERIFY(noDialog());
        QVERIFY(isGreyed(berth.window(), u"Create registry…"_s, reason));

        QVERIFY(doubleClickRow(table, u"registry-00000"_s));
        QVERIFY(clickRow(table, u"api-000000"_s));
        QVERIFY(refusedDelete(berth, u"Delete image…"_s, u"Delete 1 images"_s));
        QVERIFY(isGreyed(berth.browser(), u"Delete image…"_s, reason));

        QVERIFY(doubleClickRow(table, u"api-000000"_s));
        QTRY_COMPARE_WITH_TIMEOUT(table.model()->rowCount(), 2, 5000);
        QVERIFY(clickRow(table, textsOf(table).first()));
        QVERIFY(refusedDelete(berth, u"Delete artifact…"_s, u"Delete 1 artifacts"_s));
        QVERIFY(isGreyed(berth.browser(), u"Delete artifact…"_s, reason));
        fake.clearLog();
        QVERIFY(strike(berth.window(), Qt::Key_Delete)); // nor by key
        QTest::qWait(100);
        QVERIFY(!QApplication::activeModalWidget());

        auto &details = berth.browser().details();
        QVERIFY(clickTab(details, u"Tags"_s));
        auto *tags = tagsView(details);
        QVERIFY(tags && clickRow(*tags, textsOf(table, 1).first().section(u", "_s, 0, 0)));
        QVERIFY(press(details, u"Delete tag…"_s));
        dialog = openDialog();
        QVERIFY(dialog && press(*dialog, u"Delete 1 tags"_s));
        QVERIFY(reads(*dialog, u"the role member may not delete tags"_s));
        QVERIFY(press(*dialog, u"Cancel"_s));
        QVERIFY(noDialog());
        QVERIFY(isGreyed(details, u"Delete tag…"_s, reason));

        QVERIFY(press(details, u"Create tag…"_s));
        dialog = openDialog();
        QVERIFY(dialog && type(*dialog, u"Tag"_s, u"mine"_s));
        QVERIFY(press(*dialog, u"Create tag"_s));
        QVERIFY(reads(*dialog, u"the role member may not create tags"_s));
        QVERIFY(press(*dialog, u"Cancel"_s));
        QVERIFY(noDialog());
        QVERIFY(isGreyed(details, u"Create tag…"_s, reason));
        QVERIFY(isGreyed(berth.browser().content(), u"Create tag…"_s, reason));
        // What is refused on one connection says nothing about another.
        QVERIFY(clickRow(sidebar(berth), u"Local"_s));
        QVERIFY(buttonIn(berth.window(), u"Create registry…"_s)->isEnabled());
    }

    void aServerThatIsAwaySaysSoAndIsThereOnRetry()
    {
        const int port = DesktopFixture::freePort();
        DesktopFixture berth;
        QVERIFY(berth.start());
        QVERIFY(press(berth.window(), u"Connect…"_s));
        auto *dialog = openDialog();
        const QString address = u"http://127.0.0.1:%1"_s.arg(port);
        QVERIFY(dialog
            && fill(*dialog,
                {ncrKind, u"Away"_s, address, QLatin1String(FakeNcr::keyId), QLatin1String(FakeNcr::secret), QLatin1String(FakeNcr::appKey), address}));
        QVERIFY(press(*dialog, u"Add connection"_s)); // without a test
        QVERIFY(noDialog());
        QVERIFY2(reads(berth.browser(), u"The registries of Away could not be loaded"_s), qPrintable(wordsIn(berth.browser())));
        QVERIFY(wordsIn(berth.browser()).contains(u"Nothing accepts connections at 127.0.0.1:%1."_s.arg(port)));
        FakeNcr fake;
        QVERIFY(fake.start({u"--port"_s, QString::number(port), u"--registries"_s, u"1"_s, u"--absent"_s, u"0"_s}));
        QVERIFY(press(berth.browser(), u"Retry"_s));
        QVERIFY(rowAppears(berth.browser().table(), u"registry-00000"_s));
    }

    void aCertificateThatNobodyTrustsIsTrustedByHand_data()
    {
        QTest::addColumn<QString>("choice");
        QTest::addColumn<QString>("said");
        QTest::newRow("the certificate") << u"Trust this certificate"_s << u"Trusted for this connection: the certificate of registry.test"_s;
        QTest::newRow("the authority") << u"Trust the authority Unknown Authority"_s << u"Trusted for this connection: the authority Unknown Authority"_s;
    }

    void aCertificateThatNobodyTrustsIsTrustedByHand()
    {
        QFETCH(QString, choice);
        QFETCH(QString, said);
        TestAuthority authority(u"Unknown Authority"_s);
        const auto pair = authority.issue(u"registry.test"_s);
        QVERIFY2(pair.size() == 2, qPrintable(authority.errorOutput()));
        auto fake = std::make_unique<FakeNcr>();
        const QStringList content{u"--registries"_s, u"1"_s, u"--absent"_s, u"0"_s};
        QVERIFY2(fake->start(QStringList{u"--tls"_s} + pair + content), qPrintable(fake->errorOutput()));
        const QString port = QString::number(fake->url().port());
        DesktopFixture berth;
        QVERIFY(berth.start());
        QVERIFY(press(berth.window(), u"Connect…"_s));
        auto *dialog = openDialog();
        QVERIFY(dialog && fill(*dialog, formOf(*fake, u"Secure"_s)));
        QVERIFY(press(*dialog, u"Test"_s));
        QVERIFY2(reads(*dialog, u"The test stopped at: Certificate"_s), qPrintable(wordsIn(*dialog)));
        QVERIFY(fake->log().isEmpty()); // nothing was sent
        for (const auto &words : {u"The certificate is not trusted"_s, u"What the server showed"_s, u"registry.test · signed by Unknown Authority"_s,
                 u"Unknown Authority · signed by itself"_s, u"Trust holds for this connection only."_s})
            QVERIFY2(wordsIn(*dialog).contains(words), qPrintable(words + u" is not in: "_s + wordsIn(*dialog)));
        QVERIFY(press(*dialog, choice));
        QVERIFY2(reads(*dialog, u"Connected. 1 registries"_s), qPrintable(wordsIn(*dialog)));
        QVERIFY(press(*dialog, u"Add connection"_s));
        QVERIFY(noDialog());
        QVERIFY(rowAppears(berth.browser().table(), u"registry-00000"_s));
        const auto id = berth.browser().place().connectionId;

        // It holds for this connection only.
        QVERIFY(press(berth.window(), u"Connect…"_s));
        dialog = openDialog();
        QVERIFY(dialog && fill(*dialog, formOf(*fake, u"Another"_s)));
        QVERIFY(press(*dialog, u"Test"_s));
        QVERIFY(reads(*dialog, u"The test stopped at: Certificate"_s));
        QVERIFY(press(*dialog, u"Add connection"_s));
        QVERIFY(noDialog());
        QVERIFY2(reads(berth.browser(), u"The certificate of 127.0.0.1:%1 is not trusted"_s.arg(port)), qPrintable(wordsIn(berth.browser())));

        // It holds over a restart, too.
        berth.restart();
        QVERIFY(berth.start());
        QVERIFY(clickRow(sidebar(berth), u"Secure"_s));
        QVERIFY(rowAppears(berth.browser().table(), u"registry-00000"_s));

        // Another certificate of the same authority is refused if only the one is trusted; one of another authority always.
        const bool trustsAuthority = choice.contains(u"authority"_s);
        const auto changed = authority.issue(u"registry.test"_s);
        fake = std::make_unique<FakeNcr>();
        QVERIFY(fake->start(QStringList{u"--tls"_s} + changed + content + QStringList{u"--port"_s, port}));
        QVERIFY(press(berth.window(), u"Refresh"_s));
        if (trustsAuthority) {
            QTRY_COMPARE_WITH_TIMEOUT(berth.desktop().connections().find(id)->state(), Session::State::Online, 10000);
            QTRY_VERIFY(fake->count(u"GET"_s) > 0);
        } else {
            QVERIFY2(reads(berth.browser(), u"The certificate of 127.0.0.1:%1 is not trusted"_s.arg(port)), qPrintable(wordsIn(berth.browser())));
            QVERIFY(fake->log().isEmpty());
        }
        TestAuthority strange(u"Unknown Authority"_s); // of the same name
        const auto strangers = strange.issue(u"registry.test"_s);
        fake = std::make_unique<FakeNcr>();
        QVERIFY(fake->start(QStringList{u"--tls"_s} + strangers + content + QStringList{u"--port"_s, port}));
        QVERIFY(press(berth.window(), u"Refresh"_s));
        QVERIFY2(reads(berth.browser(), u"The certificate of 127.0.0.1:%1 is not trusted"_s.arg(port)), qPrintable(wordsIn(berth.browser())));
        QVERIFY(fake->log().isEmpty());

        QVERIFY(chooseFor(sidebar(berth), u"Secure"_s, u"Edit connection…"_s));
        dialog = openDialog();
        QVERIFY(dialog);
        QVERIFY2(wordsIn(*dialog).contains(said), qPrintable(wordsIn(*dialog)));
        QVERIFY(press(*dialog, u"Test"_s));
        QVERIFY(reads(*dialog, u"The test stopped at: Certificate"_s));
        QVERIFY(press(*dialog, u"Forget"_s));
        QVERIFY(!wordsIn(*dialog).contains(said));
        QVERIFY(press(*dialog, u"Save"_s));
        QVERIFY(noDialog());
        QVERIFY(berth.desktop().connections().find(id)->connection().network.trustedCertificate.isEmpty());
        QVERIFY(berth.desktop().connections().find(id)->connection().network.trustedAuthority.isEmpty());
    }

    void aProxyIsUsedForWhatIsNotOnThisComputer()
    {
        FakeNcr fake;
        QVERIFY(fake.start({u"--registries"_s, u"1"_s, u"--absent"_s, u"0"_s}));
        TinyProxy proxy(fake.address());
        QVERIFY(proxy.isListening());
        DesktopFixture berth;
        QVERIFY(berth.start());
        // Only the proxy can look this name up.
        const QString address = u"http://registry.behind-the-proxy.invalid:5000"_s;
        QVERIFY(press(berth.window(), u"Connect…"_s));
        auto *dialog = openDialog();
        Form form = formOf(fake, u"Proxied"_s);
        form.address = address;
        form.api = address;
        QVERIFY(dialog && fill(*dialog, form));
        QVERIFY(pick(*dialog, u"Proxy"_s, u"This one:"_s));
        QVERIFY(type(*dialog, u"Host of the proxy"_s, u"127.0.0.1"_s));
        auto *port = dialog->findChild<QAbstractSpinBox *>();
        QTest::mouseClick(port, Qt::LeftButton);
        QTest::keyClick(port, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(port, QString::number(proxy.serverPort()));
        QVERIFY(press(*dialog, u"Test"_s));
        QVERIFY2(reads(*dialog, u"Connected. 1 registries"_s), qPrintable(wordsIn(*dialog)));
        QVERIFY(press(*dialog, u"Add connection"_s));
        QVERIFY(noDialog());
        QVERIFY(rowAppears(berth.browser().table(), u"registry-00000"_s));
        const auto asked = proxy.requests().size();
        QVERIFY(asked > 0);
        for (const auto &line : proxy.requests())
            QVERIFY2(line.startsWith("GET http://registry.behind-the-proxy.invalid:5000/"), line);

        // Loopback goes straight, whatever the form says.
        QVERIFY(chooseFor(sidebar(berth), u"Proxied"_s, u"Edit connection…"_s));
        dialog = openDialog();
        QVERIFY(dialog && fill(*dialog, {{}, {}, fake.url().toString(), {}, {}, {}, fake.url().toString()}));
        QVERIFY(press(*dialog, u"Test"_s));
        QVERIFY2(reads(*dialog, u"Connected. 1 registries"_s), qPrintable(wordsIn(*dialog)));
        QCOMPARE(proxy.requests().size(), asked);
        QVERIFY(press(*dialog, u"Cancel"_s));
        QVERIFY(noDialog());

        // A proxy that is away is told apart from the server.
        proxy.end();
        QVERIFY(chooseFor(sidebar(berth), u"Proxied"_s, u"Edit connection…"_s));
        dialog = openDialog();
        QVERIFY(dialog && press(*dialog, u"Test"_s));
        QVERIFY2(reads(*dialog, u"The test stopped at: Connection"_s), qPrintable(wordsIn(*dialog)));
        QVERIFY2(reads(*dialog, u"The proxy 127.0.0.1 did not make the connection"_s), qPrintable(wordsIn(*dialog)));
        QVERIFY(press(*dialog, u"Cancel"_s));
        QVERIFY(noDialog());
        QVERIFY(press(berth.window(), u"Refresh"_s));
        QVERIFY2(reads(berth.browser(), u"The list could not be refreshed"_s) && wordsIn(berth.browser()).contains(u"proxy"_s, Qt::CaseInsensitive),
            qPrintable(wordsIn(berth.browser())));
    }

private:
    static SidebarView &sidebar(DesktopFixture &berth) { return *berth.window().findChild<SidebarView *>(); }

    static bool rowAppears(const QAbstractItemView &view, const QString &text)
    {
        return QTest::qWaitFor([&] { return view.isVisible() && rowWith(view, text).isValid(); }, 10000);
    }

    /// Adds a connection through the dialog; its test must say that.
    static bool add(DesktopFixture &berth, const Form &form, const QString &tested)
    {
        if (!press(berth.window(), u"Connect…"_s))
            return false;
        auto *dialog = openDialog();
        if (!dialog || !fill(*dialog, form) || !press(*dialog, u"Test"_s))
            return false;
        if (!reads(*dialog, tested)) {
            qWarning("The test of the connection said: %s", qPrintable(wordsIn(*dialog)));
            return false;
        }
        return press(*dialog, u"Add connection"_s) && noDialog();
    }

    static bool dialogHolds(const QDialog &dialog, const QString &text)
    {
        const auto fields = dialog.findChildren<QLineEdit *>();
        return std::any_of(fields.begin(), fields.end(), [&](const QLineEdit *field) { return field->text().contains(text); });
    }

    static bool isGreyed(const QWidget &widget, const QString &button, const QString &reason)
    {
        return QTest::qWaitFor([&] {
            const auto *found = buttonIn(widget, button);
            return found && !found->isEnabled() && found->toolTip() == reason;
        });
    }

    static bool refusedDelete(DesktopFixture &berth, const QString &action, const QString &verb)
    {
        if (!press(berth.browser(), action))
            return false;
        auto *dialog = openDialog();
        return dialog && press(*dialog, verb) && reads(*dialog, u"the role member may not delete"_s) && press(*dialog, u"Cancel"_s) && noDialog();
    }

    static QAbstractItemView *tagsView(const QWidget &details)
    {
        for (auto *view : details.findChildren<QAbstractItemView *>()) {
            if (view->isVisible() && view->accessibleName() == u"Tags"_s)
                return view;
        }
        return nullptr;
    }

    static void clickHeader(QTreeView &view, int section)
    {
        QTest::mouseClick(
            view.header()->viewport(), Qt::LeftButton, {}, QPoint(view.header()->sectionViewportPosition(section) + 20, view.header()->height() / 2));
    }

    /// Pushes to a registry without access control; the status of the last call.
    static int pushTo(const QString &address, const QString &repository, const QString &tag, const TestImage &image)
    {
        for (const auto &blob : image.layers + QList<QByteArray>{image.config}) {
            const auto session = call({"POST", QUrl(u"http://%1/v2/%2/blobs/uploads/"_s.arg(address, repository)), {}, {}});
            QUrl location = QUrl::fromEncoded(session.headers.value("location"));
            location.setQuery(location.query(QUrl::FullyEncoded) + u"&digest="_s + QString::fromUtf8(digestOf(blob)));
            if (const auto reply = call({"PUT", location, {}, blob}); reply.status != 201)
                return reply.status;
        }
        return call({"PUT", QUrl(u"http://%1/v2/%2/manifests/%3"_s.arg(address, repository, tag)),
                        {{"Content-Type", "application/vnd.oci.image.manifest.v1+json"}}, image.manifest})
            .status;
    }
};

QTEST_MAIN(ConnectionsTest)
#include "ConnectionsTest.moc"
