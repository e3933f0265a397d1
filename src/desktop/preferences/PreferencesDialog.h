// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

class QListWidget;
class QStackedWidget;

namespace berth {

class PreferencesPage;

/// The preferences: pages left, the chosen one right. Changes apply at once.
class PreferencesDialog : public QDialog {
    Q_OBJECT

public:
    explicit PreferencesDialog(QWidget *parent);

    void addPage(PreferencesPage *page);
    void showPage(int index);
    int page() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    QWidget *m_side;
    QListWidget *m_list;
    QStackedWidget *m_pages;
};

} // namespace berth
