// SPDX-License-Identifier: Apache-2.0
#include "desktop/settings/Preferences.h"

#include <QApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QLocale>
#include <QStandardPaths>
#include <QTranslator>

#include "desktop/settings/LoginStart.h"
#include "desktop/style/ColourScheme.h"

namespace berth {

namespace {
const QString themeKey = QStringLiteral("look/theme");
const QString languageKey = QStringLiteral("look/language");
const QString registryKey = QStringLiteral("local/startsWithBerth");
const QString trayKey = QStringLiteral("window/keepsInTray");
const QString notifyKey = QStringLiteral("notify/transfers");
const QString formKey = QStringLiteral("export/form");
const QString packingKey = QStringLiteral("export/packing");
const QString folderKey = QStringLiteral("export/folder");
const QString keepKey = QStringLiteral("transfers/keepsFinished");
}// namespace

Preferences::Preferences(QSettings &settings, ColourScheme *scheme, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_scheme(scheme)
    , m_texts(new QTranslator(this))
    , m_qtTexts(new QTranslator(this))
{
    if (!language().isEmpty())
        install();
    if (m_scheme)
        m_scheme->setChoice(ColourScheme::Choice(theme()));
}

Preferences::~Preferences() = default;

Preferences::Theme Preferences::theme() const
{
    const QString name = m_settings.value(themeKey).toString();
    return name == QLatin1String("light") ? Theme::Light : name == QLatin1String("dark") ? Theme::Dark : Theme::System;
}

void Preferences::setTheme(Theme theme)
{
    m_settings.setValue(themeKey, theme == Theme::Light ? QStringLiteral("light") : theme == Theme::Dark ? QStringLiteral("dark") : QStringLiteral("system"));
    if (m_scheme)
        m_scheme->setChoice(ColourScheme::Choice(theme));
}

QString Preferences::language() const { return m_settings.value(languageKey).toString(); }

void Preferences::setLanguage(const QString &code)
{
    if (code == language())
        return;
    m_settings.setValue(languageKey, code);
    install();
    Q_EMIT languageChanged();
}

void Preferences::install()
{
    const QLocale locale = language().isEmpty() ? QLocale::system() : QLocale(language());
    // Dates and numbers keep the person's own region where it speaks the language.
    QLocale::setDefault(locale.language() == QLocale::system().language() ? QLocale::system() : locale);
    QCoreApplication::removeTranslator(m_qtTexts);
    QCoreApplication::removeTranslator(m_texts);
    if (m_qtTexts->load(locale, QStringLiteral("qtbase"), QStringLiteral("_"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(m_qtTexts);
    if (m_texts->load(locale, QStringLiteral("berth"), QStringLiteral("_"), QStringLiteral(":/i18n")))
        QCoreApplication::installTranslator(m_texts);
}

bool Preferences::startsAtLogin() const { return LoginStart::isOn(); }

QString Preferences::setStartsAtLogin(bool starts) { return LoginStart::set(starts); }

bool Preferences::startsRegistry() const { return m_settings.value(registryKey, true).toBool(); }
void Preferences::setStartsRegistry(bool starts) { m_settings.setValue(registryKey, starts); }
bool Preferences::keepsInTray() const { return m_settings.value(trayKey, true).toBool(); }
void Preferences::setKeepsInTray(bool keeps) { m_settings.setValue(trayKey, keeps); }
bool Preferences::notifies() const { return m_settings.value(notifyKey, true).toBool(); }
void Preferences::setNotifies(bool notifies) { m_settings.setValue(notifyKey, notifies); }

int Preferences::exportForm() const { return qBound(0, m_settings.value(formKey).toInt(), 2); }
int Preferences::exportPacking() const { return qBound(0, m_settings.value(packingKey).toInt(), 2); }

void Preferences::setExports(int form, int packing)
{
    m_settings.setValue(formKey, form);
    m_settings.setValue(packingKey, packing);
}

QString Preferences::exportFolder() const
{
    const QString folder = m_settings.value(folderKey, QStandardPaths::writableLocation(QStandardPaths::DownloadLocation)).toString();
    return QDir(folder).exists() ? folder : QDir::homePath();
}

void Preferences::setExportFolder(const QString &folder) { m_settings.setValue(folderKey, folder); }
bool Preferences::keepsFinished() const { return m_settings.value(keepKey, true).toBool(); }
void Preferences::setKeepsFinished(bool keeps) { m_settings.setValue(keepKey, keeps); }

} // namespace berth
