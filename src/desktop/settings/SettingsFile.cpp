// SPDX-License-Identifier: Apache-2.0
#include "desktop/settings/SettingsFile.h"

#include <QFile>
#include <QFileInfo>
#include <QSettings>

namespace berth {

QString usableSettingsFile(const QString &file)
{
    if (!QFile::exists(file))
        return file;
    const QSettings settings(file, QSettings::IniFormat);
    if (settings.value(settingsFormatKey, settingsFormat).toInt() <= settingsFormat)
        return file;
    const QFileInfo info(file);
    return QStringLiteral("%1/%2-%3.%4").arg(info.path(), info.completeBaseName()).arg(settingsFormat).arg(info.suffix());
}

} // namespace berth
