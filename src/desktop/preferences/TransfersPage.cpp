// SPDX-License-Identifier: Apache-2.0
#include "desktop/preferences/TransfersPage.h"

#include <array>

#include <QDir>
#include <QFileDialog>

#include "desktop/settings/Preferences.h"
#include "preferences/ui_TransfersPage.h"

namespace berth {

namespace {

/// Form and packing as ExportDialog counts them, in the order of the form's combo.
constexpr std::array<std::pair<int, int>, 6> exportForms{{{0, 0}, {0, 1}, {0, 2}, {1, 0}, {1, 1}, {2, 0}}};

} // namespace

TransfersPage::TransfersPage(Preferences &preferences, QWidget *parent)
    : PreferencesPage("transfers", tr("Transfers"), parent)
    , m_preferences(preferences)
    , m_ui(std::make_unique<Ui::TransfersPage>())
{
    setForm(*m_ui);
    for (std::size_t i = 0; i < exportForms.size(); ++i) {
        if (exportForms[i] == std::pair(preferences.exportForm(), preferences.exportPacking()))
            m_ui->format->setCurrentIndex(int(i));
    }
    m_ui->keep->setCurrentIndex(preferences.keepsFinished() ? 0 : 1);
    showFolder();
    connect(m_ui->format, &QComboBox::activated, this, [&preferences](int index) {
        const auto [form, packing] = exportForms.at(std::size_t(index));
        preferences.setExports(form, packing);
    });
    connect(m_ui->change, &QPushButton::clicked, this, &TransfersPage::chooseFolder);
    connect(m_ui->keep, &QComboBox::activated, this, [&preferences](int index) { preferences.setKeepsFinished(index == 0); });
}

TransfersPage::~TransfersPage() = default;

void TransfersPage::chooseFolder()
{
    auto *dialog = new QFileDialog(this, tr("Save exports in"), m_preferences.exportFolder());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        m_preferences.setExportFolder(path);
        showFolder();
    });
    dialog->open();
}

void TransfersPage::showFolder() { m_ui->changeRow->setHint(QDir::toNativeSeparators(m_preferences.exportFolder())); }

} // namespace berth
