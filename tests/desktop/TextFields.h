// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>
#include <QTemporaryDir>

class QLineEdit;
class QWidget;

namespace berth::test {

class DesktopFixture;

/// The field of that label that can be seen, also that of a combo box; null if none came within 10 s.
QLineEdit *fieldIn(QWidget &widget, const QString &label);

/// Another field in the same window, else a button: what a click gives the focus to.
QWidget *elsewhere(const QLineEdit &field);

/// Every field of the program that a person can write words into, by a name of its own. The local registry has the image team/app with
/// two artifacts.
class TextFields {
public:
    /// Borrowed and started. Pushes what it needs.
    explicit TextFields(DesktopFixture &berth);

    static QStringList names();
    /// Whether Enter leaves it where it is as long as Korean stands in it.
    static bool staysOnEnter(const QString &name) { return name != QLatin1String("move tag") && name != QLatin1String("export: File"); }

    /// Opens what the field is in; null if that did not work.
    QLineEdit *open(const QString &name);
    /// Shows the artifacts of the image and that tab of their details.
    bool showArtifacts(const QString &tab);
    /// Closes all dialogs and empties all fields.
    void closeAll();

private:
    DesktopFixture &m_berth;
    QTemporaryDir m_folder;
    QString m_archive;
};

} // namespace berth::test
