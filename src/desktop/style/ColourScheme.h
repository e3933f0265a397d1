// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

namespace berth {

/// Follows the system's light or dark, live. ColourScheme_<system>.cpp asks the system; without an answer the palette that the program
/// started with decides.
class ColourScheme : public QObject {
    Q_OBJECT

public:
    explicit ColourScheme(QObject *parent = nullptr);

    enum class Choice { System, Light, Dark };

    /// Sets the application's palette now and at each change.
    void follow();

    /// The person's own choice; the system's is followed again with System.
    void setChoice(Choice choice);

private Q_SLOTS:
    void settingChanged(const QString &group, const QString &key);

private:
    void ask();
    /// What the system says; counts while the choice is System.
    void apply(bool dark);
    void show();

    bool m_startedDark = false;
    bool m_systemIsDark = false;
    Choice m_choice = Choice::System;
};

} // namespace berth
