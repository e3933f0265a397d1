// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desktop/preferences/PreferencesPage.h"

namespace berth {

class Preferences;

/// What exports begin with, and how long what is done stays listed.
class TransfersPage final : public PreferencesPage {
    Q_OBJECT

public:
    TransfersPage(Preferences &preferences, QWidget *parent);
};

} // namespace berth
