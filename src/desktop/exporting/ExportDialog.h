// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>

#include <QFileInfo>

#include "desktop/panes/ExportChoice.h"
#include "desktop/parts/DialogFrame.h"
#include "transfer/ExportRequest.h"

namespace berth {

namespace Ui {
class ExportDialog;
}
class Preferences;

/// Asks what of the selected artifacts becomes which file, and where it goes.
class ExportDialog : public DialogFrame {
    Q_OBJECT

public:
    /// `preferences` is borrowed: it says what to begin with, and remembers the folder.
    ExportDialog(const Connection &source, QList<ExportChoice> choices, Preferences &preferences, QWidget *parent);
    ~ExportDialog() override;

Q_SIGNALS:
    void exportRequested(const berth::ExportRequest &request, const QString &title);

private:
    /// Of one index a platform can be chosen.
    bool hasPlatforms() const { return m_choices.size() == 1 && m_choices.first().artifact.isIndex(); }
    void offerPlatforms();
    /// What is wrong with what was chosen; empty: nothing.
    QString fault() const;
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
    std::unique_ptr<Ui::ExportDialog> m_ui;
    QPushButton *m_verb;
    QString m_lastSuffix;
};

} // namespace berth
