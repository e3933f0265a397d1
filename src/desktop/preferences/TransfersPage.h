// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "desktop/preferences/PreferencesPage.h"

namespace berth {

namespace Ui {
class TransfersPage;
}
class Preferences;

/// What exports begin with, and how long what is done stays listed.
class TransfersPage final : public PreferencesPage {
    Q_OBJECT

public:
    TransfersPage(Preferences &preferences, QWidget *parent);
    ~TransfersPage() override;

private:
    void chooseFolder();
    void showFolder();

    Preferences &m_preferences;
    std::unique_ptr<Ui::TransfersPage> m_ui;
};

} // namespace berth
