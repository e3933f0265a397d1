// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <QFileInfo>

#include "desktop/panes/ExportChoice.h"
#include "desktop/parts/DialogFrame.h"
#include "transfer/ExportRequest.h"

class QComboBox;
class QLineEdit;

namespace berth {

class LabelledField;
class Preferences;
class Segments;

/// Asks what of the selected artifacts becomes which file, and where it goes.
class ExportDialog : public DialogFrame {
    Q_OBJECT

public:
    /// `preferences` is borrowed: it says what to begin with, and remembers the folder.
    ExportDialog(const Connection &source, QList<ExportChoice> choices, Preferences &preferences, QWidget *parent);

Q_SIGNALS:
    void exportRequested(const berth::ExportRequest &request, const QString &title);

private:
    void look();
    void browse();
    void accepted();
    /// What the field names; a name without a folder lies in the folder of exports.
    QFileInfo targetFile() const;
    QString suffix() const;
    ExportFormat format() const;

    Connection m_source;
    QList<ExportChoice> m_choices;
    Preferences &m_preferences;
    QComboBox *m_platform = nullptr; ///< Only for one index.
    Segments *m_format;
    Segments *m_packing;
    QLineEdit *m_file;
    LabelledField *m_fileField;
    QPushButton *m_verb;
    QString m_lastSuffix;
};

} // namespace berth
