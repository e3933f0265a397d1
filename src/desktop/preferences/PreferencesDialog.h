// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include <QDialog>

namespace berth {

namespace Ui {
class PreferencesDialog;
}
class PreferencesPage;

/// The preferences: pages left, the chosen one right. Changes apply at once.
class PreferencesDialog : public QDialog {
    Q_OBJECT

public:
    explicit PreferencesDialog(QWidget *parent);
    ~PreferencesDialog() override;

    void addPage(PreferencesPage *page);
    void showPage(int index);
    int page() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    std::unique_ptr<Ui::PreferencesDialog> m_ui;
};

} // namespace berth
