// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QScrollArea>
#include <QSettings>

class QVBoxLayout;

namespace berth {

class SettingCard;

/// One page of the preferences: a heading, then groups of settings. What is changed applies at once.
class PreferencesPage : public QScrollArea {
    Q_OBJECT

public:
    PreferencesPage(const char *glyph, const QString &title, QWidget *parent);

    QString title() const { return m_title; }
    const char *glyph() const { return m_glyph; }

protected:
    SettingCard *addGroup(const QString &title);
    /// Above or between groups; `stretch` as in a layout.
    void addWidget(QWidget *widget, int stretch = 0);
    void addStretch();
    QWidget *body() const { return widget(); }

private:
    const char *m_glyph;
    QString m_title;
    QVBoxLayout *m_column;
};

} // namespace berth
