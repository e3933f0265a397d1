// SPDX-License-Identifier: Apache-2.0
#include <QDir>
#include <QLabel>
#include <QTranslator>

#include "DesktopFixture.h"
#include "DropArchive.h"
#include "archive/TarWriter.h"
#include "desktop/style/BerthStyle.h"
#include "desktop/transfers/DropHint.h"

using namespace berth;
using namespace berth::test;

/// Archives dropped on the real window end up in the registry, byte for byte.
class ImportTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(new BerthStyle); }

    void aDroppedLayoutIsImportedWithItsDigest()
    {
        DesktopFixture berth;
        QVERIFY(berth.start());
        QTemporaryDir folder;
        const auto image = makeImage(5, 3, 50'000);
        writeLayout(folder.path(), image, "web:1.0");

        QVERIFY(dropFiles(berth.window(), {folder.path()}));
        auto *dialog = importDialog(berth.window());
        QVERIFY(dialog);
        QPushButton *verb = verbOf(*dialog);
        QTRY_VERIFY_WITH_TIMEOUT(verb->isEnabled(), 10000);
        verb->click();
        QTRY_COMPARE_WITH_TIMEOUT(berth.desktop().transfers().transfers().size(), 1, 5000);
        auto *transfer = berth.desktop().transfers().transfers().first();
        QTRY_VERIFY_WITH_TIMEOUT(!transfer->isActive(), 20000);
        QVERIFY2(transfer->state == Transfer::State::Done, qPrintable(transfer->failure));
        QCOMPARE(transfer->digest.toUtf8(), image.digest());

        const auto reply = berth.send("GET", QStringLiteral("/v2/library/web/manifests/1.0"));
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.body, image.manifest);
    }

    void whatLettingGoWouldDoIsSaidWhileArchivesAreHeld()
    {
        DesktopFixture berth;
        QVERIFY(berth.start());
        auto &window = berth.window();
        auto *hint = window.findChild<DropHint *>();
        QVERIFY(hint && !hint->isVisible());
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(QDir::tempPath())});
        const auto hold = [&] {
            QDragEnterEvent enter(window.rect().center(), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
            QApplication::sendEvent(&window, &enter);
            QDragMoveEvent move(window.rect().center(), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
            QApplication::sendEvent(&window, &move);
        };
        hold();
        QVERIFY(hint->isVisible());
        QCOMPARE(hint->accessibleName(), QStringLiteral("Drop to import into Local. You see what the archives hold before anything is stored."));
        QDragLeaveEvent leave;
        QApplication::sendEvent(&window, &leave);
        QVERIFY(!hint->isVisible());
        QCOMPARE(berth.push(QStringLiteral("team/web"), QStringLiteral("1.0"), makeImage(8)), 201);
        berth.browser().goTo({QStringLiteral("local"), QStringLiteral("team"), {}});
        hold();
        QVERIFY(hint->accessibleName().startsWith(QStringLiteral("Drop to import into Local › team.")));
        berth.server().stop();
        QTRY_COMPARE_WITH_TIMEOUT(berth.server().state(), LocalServer::State::Stopped, 15000);
        hold();
        QCOMPARE(hint->accessibleName(), QStringLiteral("The local registry is not running"));
    }

    void layersThatAreThereAreSkipped()
    {
        DesktopFixture berth;
        QVERIFY(berth.start());
        const auto image = makeImage(6, 2, 40'000);
        QCOMPARE(berth.push(QStringLiteral("library/web"), QStringLiteral("old"), image), 201);
        QTemporaryDir folder;
        writeLayout(folder.path(), image, "web:2.0");
        QVERIFY(dropFiles(berth.window(), {folder.path()}));
        auto *dialog = importDialog(berth.window());
        QVERIFY(dialog);
        QTRY_VERIFY_WITH_TIMEOUT(verbOf(*dialog)->isEnabled(), 10000);
        verbOf(*dialog)->click();
        QTRY_COMPARE_WITH_TIMEOUT(berth.desktop().transfers().transfers().size(), 1, 5000);
        auto *transfer = berth.desktop().transfers().transfers().first();
        QTRY_VERIFY_WITH_TIMEOUT(transfer->state == Transfer::State::Done, 20000);
        QCOMPARE(transfer->sentBytes, 0);
        QVERIFY(transfer->skippedBytes >= 80'000);
    }

    void aRefusedArchiveSaysWhyAndOffersNothing()
    {
        DesktopFixture berth;
        QVERIFY(berth.start());
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("broken.tar"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(2000, 'x'));
        file.close();
        QVERIFY(dropFiles(berth.window(), {path}));
        auto *dialog = importDialog(berth.window());
        QVERIFY(dialog);
        QTRY_VERIFY_WITH_TIMEOUT(
            textOf(*dialog).contains(QLatin1String("no tar archive")) || textOf(*dialog).contains(QLatin1String("no readable tar archive")), 10000);
        QVERIFY(!verbOf(*dialog)->isEnabled());
    }

    void aRefusalIsSaidInThePersonsLanguage()
    {
        QTranslator korean;
        QVERIFY(korean.load(QStringLiteral(":/i18n/berth_ko.qm")));
        QApplication::installTranslator(&korean);
        DesktopFixture berth;
        QVERIFY(berth.start());
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("hostile.tar"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(TarWriter().file("../x", "hi").finished());
        file.close();
        QVERIFY(dropFiles(berth.window(), {path}));
        auto *dialog = importDialog(berth.window());
        QVERIFY(dialog);
        QTRY_VERIFY_WITH_TIMEOUT(textOf(*dialog).contains(QStringLiteral("아카이브에 있는 ‘../x’ 항목의 이름이 아카이브 밖을 가리킵니다")), 10000);
        QVERIFY(!verbOf(*dialog)->isEnabled());
    }

    void anImportToATargetThatIsGoneFailsAndRetryFinishesIt()
    {
        DesktopFixture berth;
        QVERIFY(berth.start());
        QTemporaryDir folder;
        const auto image = makeImage(8, 2, 30'000);
        writeLayout(folder.path(), image, "web:3.0");
        QVERIFY(dropFiles(berth.window(), {folder.path()}));
        auto *dialog = importDialog(berth.window());
        QVERIFY(dialog);
        QTRY_VERIFY_WITH_TIMEOUT(verbOf(*dialog)->isEnabled(), 10000);
        berth.server().stop();
        QTRY_COMPARE_WITH_TIMEOUT(berth.server().state(), LocalServer::State::Stopped, 15000);
        verbOf(*dialog)->click();
        QTRY_COMPARE_WITH_TIMEOUT(berth.desktop().transfers().transfers().size(), 1, 5000);
        auto *transfer = berth.desktop().transfers().transfers().first();
        QTRY_COMPARE_WITH_TIMEOUT(transfer->state, Transfer::State::Failed, 20000);
        QVERIFY(!transfer->failure.isEmpty());
        berth.server().start();
        QTRY_VERIFY_WITH_TIMEOUT(berth.server().isRunning(), 15000);
        berth.desktop().transfers().retry(transfer);
        QTRY_VERIFY_WITH_TIMEOUT(!transfer->isActive(), 20000);
        QVERIFY2(transfer->state == Transfer::State::Done, qPrintable(transfer->failure));
    }

private:
    static void writeLayout(const QString &folder, const TestImage &image, const QByteArray &name)
    {
        QDir().mkpath(folder + QStringLiteral("/blobs/sha256"));
        const auto write = [&](const QString &path, const QByteArray &bytes) {
            QFile file(folder + QLatin1Char('/') + path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(bytes);
        };
        for (const auto &blob : image.layers + QList<QByteArray>{image.config, image.manifest})
            write(QStringLiteral("blobs/sha256/") + QString::fromUtf8(digestOf(blob).mid(7)), blob);
        write(QStringLiteral("oci-layout"), R"({"imageLayoutVersion":"1.0.0"})");
        write(QStringLiteral("index.json"),
            R"({"schemaVersion":2,"manifests":[{"mediaType":"application/vnd.oci.image.manifest.v1+json","digest":")" + image.digest() + R"(","size":)"
                + QByteArray::number(image.manifest.size()) + R"(,"annotations":{"org.opencontainers.image.ref.name":")" + name + R"("}}]})");
    }

    static QString textOf(QWidget &widget)
    {
        QString text;
        for (const auto *label : widget.findChildren<QLabel *>())
            text += label->text() + QLatin1Char('\n');
        return text;
    }
};

QTEST_MAIN(ImportTest)
#include "ImportTest.moc"
