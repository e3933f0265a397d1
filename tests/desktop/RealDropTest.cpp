// SPDX-License-Identifier: Apache-2.0
#include <QApplication>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QProcess>
#include <QTest>

#include "DesktopFixture.h"
#include "DropArchive.h"
#include "XServer.h"
#include "archive/ImageBuilder.h"
#include "desktop/style/BerthStyle.h"
#include "e2e/Program.h"

using namespace berth;
using namespace berth::test;
using namespace Qt::StringLiterals;

namespace {

/// Counts what a drag did over a window.
class DragWatch final : public QObject {
public:
    int moves = 0;

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        moves += event->type() == QEvent::DragMove ? 1 : 0;
        return false;
    }
};

} // namespace

/// A file dragged by another program, with a real pointer, onto the real window.
class RealDropTest : public QObject {
    Q_OBJECT

public:
    explicit RealDropTest(QByteArray problem)
        : m_problem(std::move(problem))
    {
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_problem.isEmpty(), m_problem.constData());
        QCOMPARE(QGuiApplication::platformName(), u"xcb"_s);
        QApplication::setStyle(new BerthStyle);
    }

    void aFileFromAnotherProgramOpensTheImportWithItsName_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("image");
        QTest::newRow("Hangul") << u"한글.tar"_s << u"hangeul"_s;
        QTest::newRow("signs of URLs") << u"받은 파일/web #1 100%.tar"_s << u"web-1-100"_s;
    }

    void aFileFromAnotherProgramOpensTheImportWithItsName()
    {
        QFETCH(QString, file);
        QFETCH(QString, image);
        QTemporaryDir folder;
        const QString path = folder.filePath(file);
        QVERIFY(QDir().mkpath(QFileInfo(path).path()));
        QFile archive(path);
        QVERIFY(archive.open(QIODevice::WriteOnly));
        archive.write(oldDockerLayout({makeParts(3, 1)}).toTar());
        archive.close();

        DesktopFixture berth;
        berth.window().setGeometry(0, 0, 1200, 800);
        QVERIFY(berth.start());
        QVERIFY(QTest::qWaitForWindowExposed(&berth.window()));
        QCOMPARE(berth.window().geometry(), QRect(0, 0, 1200, 800));
        DragWatch watch;
        berth.window().installEventFilter(&watch);
        QProcess source;
        endWithThisProcess(source);
        source.start(QStringLiteral(BERTH_DRAGSOURCE), {u"1300"_s, u"100"_s, path});
        const auto said = [&](const char *word) { return waitForLine(source, word); };
        QVERIFY(said("ready"));

        QVERIFY(point({u"mousemove"_s, u"1400"_s, u"200"_s}));
        QVERIFY(point({u"mousedown"_s, u"1"_s}));
        QVERIFY(point({u"mousemove_relative"_s, u"15"_s, u"5"_s}));
        QVERIFY(point({u"mousemove_relative"_s, u"15"_s, u"5"_s}));
        QVERIFY(said("dragging"));
        QVERIFY(point({u"mousemove"_s, u"700"_s, u"400"_s}));
        QVERIFY(point({u"mousemove"_s, u"710"_s, u"410"_s}));
        QTRY_VERIFY_WITH_TIMEOUT(watch.moves > 0, 10000);
        QTest::qWait(100); // the answer's way back to the other program
        QVERIFY(point({u"mouseup"_s, u"1"_s}));
        QVERIFY(said("copied"));

        auto *dialog = importDialog(berth.window());
        QVERIFY(dialog);
        QTRY_COMPARE_WITH_TIMEOUT(textOf(*dialog, u"Image"_s), image, 10000);
        QCOMPARE(textOf(*dialog, u"Tag"_s), u"latest"_s);
        QVERIFY(pressImport(*dialog));
        const auto *transfer = finishedTransfer(berth.desktop().transfers());
        QVERIFY(transfer);
        QVERIFY2(transfer->state == Transfer::State::Done, qPrintable(transfer->failure));
        QCOMPARE(berth.send("GET", "/v2/library/"_L1 + image + "/manifests/latest"_L1).status, 200);
        source.terminate();
        QVERIFY(source.waitForFinished(5000));
    }

private:
    static bool point(const QStringList &arguments)
    {
        const bool isDone = xdotool(arguments);
        QTest::qWait(100);
        return isDone;
    }

    static bool waitForLine(QProcess &process, const QByteArray &word)
    {
        QByteArray line;
        (void)QTest::qWaitFor([&] { return process.canReadLine() && !(line = process.readLine().trimmed()).isEmpty(); }, 15000);
        if (line != word)
            qWarning(
                "The source of the drag said \"%s\" instead of \"%s\". %s", line.constData(), word.constData(), process.readAllStandardError().constData());
        return line == word;
    }

    /// What stands in the field of that name; empty while there is none.
    static QString textOf(QWidget &dialog, const QString &name)
    {
        for (const auto *field : dialog.findChildren<QLineEdit *>()) {
            if (field->accessibleName() == name)
                return field->text();
        }
        return {};
    }

    QByteArray m_problem;
};

int main(int argc, char *argv[])
{
    QByteArray problem;
    for (const auto &[program, package] : {std::pair{u"Xvfb"_s, "xvfb"}, std::pair{u"xdotool"_s, "xdotool"}}) {
        if (findProgram(program).isEmpty())
            problem += "The program " + program.toUtf8() + " is not installed; the Debian package " + package + " brings it. ";
    }
    const XServer server;
    if (problem.isEmpty() && server.display().isEmpty())
        problem = "The X server of the test did not start.";
    if (problem.isEmpty()) {
        qputenv("DISPLAY", server.display());
        qputenv("QT_QPA_PLATFORM", "xcb");
        qunsetenv("WAYLAND_DISPLAY");
    }
    QApplication app(argc, argv);
    RealDropTest test(problem);
    return QTest::qExec(&test, argc, argv);
}

#include "RealDropTest.moc"
