// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "desktop/browse/Place.h"
#include "desktop/preferences/PreferencesPage.h"

class QAction;
class QLabel;
class QPushButton;
class QSpinBox;

namespace berth {

class Banner;
class ConnectionList;
class ContentTable;
class LocalServer;
class Preferences;
class TransferQueue;

/// Start, tray, notifications, diagnostics.
class GeneralPage final : public PreferencesPage {
    Q_OBJECT

public:
    /// `diagnostics` gives the text that is copied for someone who helps.
    GeneralPage(Preferences &preferences, std::function<QString()> diagnostics, QWidget *parent);
};

/// State, port and data folder of the bundled registry.
class LocalRegistryPage final : public PreferencesPage {
    Q_OBJECT

public:
    LocalRegistryPage(LocalServer &local, QWidget *parent);

Q_SIGNALS:
    /// What goes over the network like another server's settings, in the window.
    void toolRequested(berth::Tool tool);

private:
    void showState();

    LocalServer &m_local;
    Banner *m_state;
    QPushButton *m_startStop;
    QPushButton *m_settings;
    QSpinBox *m_port;
    QPushButton *m_apply;
};

/// Theme, language, and how lists open.
class LookPage final : public PreferencesPage {
    Q_OBJECT

public:
    LookPage(Preferences &preferences, ContentTable &content, QWidget *parent);
};

/// Every deed and its keys.
class KeyboardPage final : public PreferencesPage {
    Q_OBJECT

public:
    KeyboardPage(const QList<QAction *> &actions, QWidget *parent);
};

} // namespace berth
