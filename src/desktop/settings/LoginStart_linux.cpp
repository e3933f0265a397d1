// SPDX-License-Identifier: Apache-2.0
// An entry in the person's autostart folder (Desktop Application Autostart Specification).
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QStandardPaths>

#include "desktop/settings/LoginStart.h"

namespace berth::LoginStart {

namespace {

QString entry() { return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + QStringLiteral("/autostart/berth.desktop"); }

/// As the specification quotes an argument of Exec.
QString quoted(QString path)
{
    for (const char *special : {"\\", "\"", "`", "$"})
        path.replace(QLatin1String(special), QLatin1String("\\") + QLatin1String(special));
    return QLatin1Char('"') + path.replace(QLatin1Char('%'), QLatin1String("%%")) + QLatin1Char('"');
}

} // namespace

bool isPossible() { return true; }

bool isOn() { return QFile::exists(entry()); }

QString set(bool on)
{
    if (!on) {
        QFile file(entry());
        return !file.exists() || file.remove() ? QString()
                                               : QCoreApplication::translate("LoginStart", "%1 could not be removed: %2").arg(entry(), file.errorString());
    }
    QDir().mkpath(QFileInfo(entry()).path());
    QSaveFile file(entry());
    const QByteArray text = "[Desktop Entry]\nType=Application\nName=Berth\nIcon=berth\nTerminal=false\nExec="
        + quoted(QCoreApplication::applicationFilePath()).toUtf8() + " --minimized\n";
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        return QCoreApplication::translate("LoginStart", "%1 could not be written: %2").arg(entry(), file.errorString());
    return {};
}

} // namespace berth::LoginStart
