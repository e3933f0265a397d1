// SPDX-License-Identifier: Apache-2.0
#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QFileInfo>
#include <QLibraryInfo>
#include <QStandardPaths>
#include <QTranslator>

#include "credentials/Keychain.h"
#include "desktop/lastrun/LogFile.h"
#include "desktop/shell/Desktop.h"
#include "desktop/shell/EndRequest.h"
#include "desktop/shell/SingleInstance.h"
#include "desktop/style/BerthStyle.h"
#include "desktop/style/ColourScheme.h"
#include "registry/Process.h"

using namespace berth;

int main(int argc, char *argv[])
{
    prepareDesktopProcess();
    QApplication app(argc, argv);
    QApplication::setApplicationName(QStringLiteral("berth"));
    QApplication::setApplicationDisplayName(QStringLiteral("Berth"));
    QApplication::setApplicationVersion(QStringLiteral(BERTH_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("berth"));
    QApplication::setQuitOnLastWindowClosed(false);

    QTranslator qtTexts;
    if (qtTexts.load(QLocale(), QStringLiteral("qtbase"), QStringLiteral("_"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QApplication::installTranslator(&qtTexts);
    QTranslator texts;
    if (texts.load(QLocale(), QStringLiteral("berth"), QStringLiteral("_"), QStringLiteral(":/i18n")))
        QApplication::installTranslator(&texts);

    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOption({QStringLiteral("minimized"), QApplication::translate("main", "Start in the tray, without a window.")});
    parser.addOption({QStringLiteral("data-dir"), QApplication::translate("main", "Folder of the local registry."), QStringLiteral("DIR")});
    parser.addPositionalArgument(QStringLiteral("FILE"), QApplication::translate("main", "Image archives to import."), QStringLiteral("[FILE…]"));
    parser.process(app);

    const QString data = parser.isSet(QStringLiteral("data-dir"))
        ? QFileInfo(parser.value(QStringLiteral("data-dir"))).absoluteFilePath()
        : QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + QStringLiteral("/registry");
    const QString home = QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation);
    const QString cache = QStandardPaths::writableLocation(QStandardPaths::CacheLocation);
    for (const auto &folder : {home, cache, QFileInfo(data).absolutePath()})
        QDir().mkpath(folder);
    QStringList files;
    for (const auto &file : parser.positionalArguments())
        files << QFileInfo(file).absoluteFilePath();

    SingleInstance instance(home);
    if (!instance.claim(files))
        return 0;
    // Only now: the log and the record of the last run are those of a program that has ended.
    const QString log = QFileInfo(data).absolutePath() + QStringLiteral("/berth.log");
    const LogFile logFile(log);
    ColourScheme scheme;
    QApplication::setStyle(new BerthStyle);
    scheme.follow();

    Desktop desktop({data, cache, home + QStringLiteral("/berth.ini"), log}, makeSystemKeychain(), &scheme);
    EndRequest endRequest;
    QObject::connect(&endRequest, &EndRequest::requested, &desktop, &Desktop::endNow);
    QObject::connect(&instance, &SingleInstance::messageReceived, &desktop, &Desktop::raise);
    QObject::connect(&desktop, &Desktop::quit, &app, &QCoreApplication::quit, Qt::QueuedConnection);
    desktop.start(parser.isSet(QStringLiteral("minimized")), files);
    return QApplication::exec();
}
