// SPDX-License-Identifier: Apache-2.0
#include "desktop/preferences/Preferences.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include "desktop/preferences/LoginStart.h"
#include "desktop/window/ColourScheme.h"

namespace berth {

namespace {
const QString themeKey = QStringLiteral("look/theme");
const QString languageKey = QStringLiteral("look/language");
const QString registryKey = QStringLiteral("local/startsWithBerth");
const QString trayKey = QStringLiteral("window/keepsInTray");
const QString notifyKey = QStringLiteral("notify/transfers");
}

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

} // namespace berth
