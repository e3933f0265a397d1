// SPDX-License-Identifier: Apache-2.0
#include "desktop/connections/EngineHint.h"

#include <QCoreApplication>

namespace berth {

namespace {

QString words(const char *text) { return QCoreApplication::translate("EngineHint", text); }

EngineHint absent(EngineSystem system)
{
    switch (system) {
    case EngineSystem::Windows:
    case EngineSystem::MacOs:
        return {false,
            words(QT_TRANSLATE_NOOP(
                "EngineHint", "Docker is not on this computer. Install Docker Desktop and start it. Everything else in Berth works without it.")),
            {}, QUrl(QStringLiteral("https://docs.docker.com/desktop/"))};
    case EngineSystem::Ubuntu:
        return {false,
            words(QT_TRANSLATE_NOOP("EngineHint", "Docker is not on this computer. Ubuntu has it as a package. Everything else in Berth works without it.")),
            QStringLiteral("sudo apt-get install docker.io"), {}};
    case EngineSystem::CentOs7:
        return {false,
            words(QT_TRANSLATE_NOOP("EngineHint", "Docker is not on this computer. CentOS has it as a package. Everything else in Berth works without it.")),
            QStringLiteral("sudo yum install docker"), {}};
    case EngineSystem::OtherLinux: break;
    }
    return {false,
        words(QT_TRANSLATE_NOOP(
            "EngineHint", "Docker is not on this computer. Its makers say how to install it on your system. Everything else in Berth works without it.")),
        {}, QUrl(QStringLiteral("https://docs.docker.com/engine/install/"))};
}

} // namespace

EngineSystem engineSystem(const QString &product, const QString &version)
{
    if (product == QLatin1String("windows"))
        return EngineSystem::Windows;
    if (product == QLatin1String("macos") || product == QLatin1String("osx"))
        return EngineSystem::MacOs;
    if (product == QLatin1String("ubuntu"))
        return EngineSystem::Ubuntu;
    if (product == QLatin1String("centos") && version.section(QLatin1Char('.'), 0, 0) == QLatin1String("7"))
        return EngineSystem::CentOs7;
    return EngineSystem::OtherLinux;
}

EngineHint engineHint(const EngineReport &report, EngineSystem system)
{
    using State = EngineReport::State;
    const bool hasDesktop = system == EngineSystem::Windows || system == EngineSystem::MacOs;
    const QString address = QString::fromStdString(report.address);
    switch (report.state) {
    case State::Running:
        return {true, words(QT_TRANSLATE_NOOP("EngineHint", "Docker %1 is running on this computer")).arg(QString::fromStdString(report.version)), {}, {}};
    case State::Absent: return absent(system);
    case State::NotRunning:
        if (hasDesktop)
            return {false, words(QT_TRANSLATE_NOOP("EngineHint", "Docker is not running. Start Docker Desktop.")), {}, {}};
        return {false, words(QT_TRANSLATE_NOOP("EngineHint", "Docker is not running. Start it with this line.")), QStringLiteral("sudo systemctl start docker"),
            {}};
    case State::Refused:
        return {false, words(QT_TRANSLATE_NOOP("EngineHint", "Docker is here, but your account may not use it. This line lets it in from your next login on.")),
            QStringLiteral("sudo usermod -aG docker $USER"), {}};
    case State::Silent:
        return {false, words(QT_TRANSLATE_NOOP("EngineHint", "Docker does not answer at %1. Restart it, then look again.")).arg(address),
            hasDesktop ? QString() : QStringLiteral("sudo systemctl restart docker"), {}};
    case State::Elsewhere: break;
    }
    return {false,
        words(QT_TRANSLATE_NOOP("EngineHint", "DOCKER_HOST sends docker to %1. An engine on another computer cannot reach this registry.")).arg(address), {},
        {}};
}

} // namespace berth
