// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>

#include "desktop/panes/ToolFeature.h"
#include "desktop/preferences/PreferencesPage.h"

class QAction;
class QPushButton;

namespace berth {

namespace Ui {
class GeneralPage;
class LocalRegistryPage;
class LookPage;
}// namespace Ui
class ConnectionList;
class LocalServer;
class Preferences;
class Session;
class TransferQueue;

/// Start, tray, notifications, diagnostics.
class GeneralPage final : public PreferencesPage {
    Q_OBJECT

public:
    /// `diagnostics` gives the text that is copied for someone who helps.
    GeneralPage(Preferences &preferences, std::function<QString()> diagnostics, QWidget *parent);
    ~GeneralPage() override;

private:
    void setStartsAtLogin(bool on);

    Preferences &m_preferences;
    std::unique_ptr<Ui::GeneralPage> m_ui;
};

/// State, port and data folder of the bundled registry.
class LocalRegistryPage final : public PreferencesPage {
    Q_OBJECT

public:
    /// All borrowed; of the tools it leads to those with a hint.
    LocalRegistryPage(LocalServer &local, const QList<ToolFeature> &tools, const Session &session, QWidget *parent);
    ~LocalRegistryPage() override;

Q_SIGNALS:
    /// What goes over the network like another server's settings, in the window.
    void toolRequested(const QString &id);

private:
    void offer(const QList<ToolFeature> &tools);
    void showState();

    LocalServer &m_local;
    const Session &m_session;
    std::unique_ptr<Ui::LocalRegistryPage> m_ui;
    QList<std::pair<ToolFeature, QPushButton *>> m_tools;
};

/// How lists of artifacts open, and how that is changed.
struct ListChoices {
    bool byTag = false;
    bool hidesUntagged = false;
    std::function<void(bool)> setByTag;
    std::function<void(bool)> setHidesUntagged;
};

/// Theme, language, and how lists open.
class LookPage final : public PreferencesPage {
    Q_OBJECT

public:
    LookPage(Preferences &preferences, const ListChoices &lists, QWidget *parent);
    ~LookPage() override;

private:
    std::unique_ptr<Ui::LookPage> m_ui;
};

/// Every deed and its keys.
class KeyboardPage final : public PreferencesPage {
    Q_OBJECT

public:
    KeyboardPage(const QList<QAction *> &actions, QWidget *parent);
};

} // namespace berth
