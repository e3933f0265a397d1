// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QSettings>

class QTranslator;

namespace berth {

class ColourScheme;

/// The person's choices, kept in the settings and applied as they change.
class Preferences : public QObject {
    Q_OBJECT

public:
    /// Both borrowed; `scheme` may be null (in tests).
    Preferences(QSettings &settings, ColourScheme *scheme, QObject *parent = nullptr);
    ~Preferences() override;

    enum class Theme { System, Light, Dark };
    Theme theme() const;
    void setTheme(Theme theme);

    /// "en", "ko", or empty: as the system says.
    QString language() const;
    void setLanguage(const QString &code);

    bool startsAtLogin() const;
    /// Why it could not be set, in a sentence; empty if it was.
    QString setStartsAtLogin(bool starts);

    bool startsRegistry() const;
    void setStartsRegistry(bool starts);

    bool keepsInTray() const;
    void setKeepsInTray(bool keeps);

    bool notifies() const;
    void setNotifies(bool notifies);

    /// What an export begins with: ExportDialog's form and packing, and the folder, which exists.
    int exportForm() const;
    int exportPacking() const;
    void setExports(int form, int packing);
    QString exportFolder() const;
    void setExportFolder(const QString &folder);

    /// Transfers that are done stay in the list.
    bool keepsFinished() const;
    void setKeepsFinished(bool keeps);

Q_SIGNALS:
    /// The texts of the program are in another language now: what shows them is made anew.
    void languageChanged();

private:
    void install();

    QSettings &m_settings;
    ColourScheme *m_scheme;
    QTranslator *m_texts;
    QTranslator *m_qtTexts;
};

} // namespace berth
