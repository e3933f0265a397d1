// SPDX-License-Identifier: Apache-2.0
#include "desktop/lastrun/LogFile.h"

#include <QDateTime>

#include "registry/LocalRegistry.h"

namespace berth {

namespace {

constexpr qint64 mostBytes = 4 << 20; ///< What comes then is not written: a program that says the same for ever must not fill the disk.

std::function<void(std::string_view)> sink;
QtMessageHandler before = nullptr;

void hear(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    static constexpr const char *names[] = {"debug", "warning", "critical", "fatal", "info"};
    if (sink)
        sink((QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs) + QLatin1Char(' ') + QLatin1String(names[type]) + QLatin1Char(' ') + message
            + QLatin1Char('\n'))
                 .toStdString());
    before(type, context, message);
}

} // namespace

LogFile::LogFile(const QString &file)
    : m_file(file)
{
    const QString former = file + QStringLiteral(".1");
    QFile::remove(former);
    QFile::rename(file, former);
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::Truncate | QIODevice::Unbuffered))
        return;
    m_file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    sink = [this](std::string_view line) { add(line); };
    LocalRegistry::logAlsoTo(sink);
    before = qInstallMessageHandler(hear);
}

LogFile::~LogFile()
{
    if (!before)
        return;
    qInstallMessageHandler(before);
    LocalRegistry::logAlsoTo({});
    sink = {};
}

void LogFile::add(std::string_view line)
{
    const std::lock_guard guard(m_mutex);
    if (m_file.size() < mostBytes)
        m_file.write(line.data(), qint64(line.size()));
}

} // namespace berth
