// SPDX-License-Identifier: Apache-2.0
#include "desktop/preferences/TransfersPage.h"

#include <QComboBox>
#include <QDir>
#include <QFileDialog>

#include "desktop/parts/Parts.h"
#include "desktop/parts/SettingCard.h"
#include "desktop/settings/Preferences.h"

namespace berth {

TransfersPage::TransfersPage(Preferences &preferences, QWidget *parent)
    : PreferencesPage("transfers", tr("Transfers"), parent)
{
    auto *files = addGroup(tr("Files"));
    auto *format = new QComboBox(body());
    // Form and packing as ExportDialog counts them.
    const auto add = [format](const QString &text, int form, int packing) { format->addItem(text, QPoint(form, packing)); };
    add(tr("OCI archive"), 0, 0);
    add(tr("OCI archive, gzip"), 0, 1);
    add(tr("OCI archive, zstd"), 0, 2);
    add(tr("Docker archive"), 1, 0);
    add(tr("Docker archive, gzip"), 1, 1);
    add(tr("Folder"), 2, 0);
    format->setCurrentIndex(qMax(0, format->findData(QPoint(preferences.exportForm(), preferences.exportPacking()))));
    files->addRow(tr("Exports are"), tr("Each export can be told otherwise."), format);
    auto *change = makeButton(tr("Change…"), "secondary", "folder", body());
    change->setProperty("mini", true);
    auto *folder = files->addRow(tr("Save exports in"), QDir::toNativeSeparators(preferences.exportFolder()), change);
    auto *keep = new QComboBox(body());
    keep->addItem(tr("Until I clear them"), true);
    keep->addItem(tr("Not at all"), false);
    keep->setCurrentIndex(preferences.keepsFinished() ? 0 : 1);
    addGroup(tr("List"))->addRow(tr("Keep finished transfers"), tr("What failed always stays until you clear it."), keep);
    addStretch();
    connect(format, &QComboBox::activated, this, [&preferences, format] {
        const QPoint chosen = format->currentData().toPoint();
        preferences.setExports(chosen.x(), chosen.y());
    });
    connect(change, &QPushButton::clicked, this, [this, &preferences, folder] {
        auto *dialog = new QFileDialog(this, tr("Save exports in"), preferences.exportFolder());
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::Directory);
        dialog->setOption(QFileDialog::ShowDirsOnly);
        connect(dialog, &QFileDialog::fileSelected, this, [&preferences, folder](const QString &path) {
            preferences.setExportFolder(path);
            folder->setText(QDir::toNativeSeparators(path));
        });
        dialog->open();
    });
    connect(keep, &QComboBox::activated, this, [&preferences, keep] { preferences.setKeepsFinished(keep->currentData().toBool()); });
}

} // namespace berth
