// SPDX-License-Identifier: Apache-2.0
#include "desktop/shell/Desktop.h"

#include <QFileInfo>

#include "credentials/Keychain.h"
#include "desktop/lastrun/Diagnostics.h"
#include "desktop/lastrun/RunRecord.h"
#include "desktop/parts/DialogFrame.h"
#include "desktop/sessions/ConnectionList.h"
#include "desktop/sessions/LocalServer.h"
#include "desktop/sessions/Session.h"
#include "desktop/settings/Preferences.h"
#include "desktop/settings/SettingsFile.h"
#include "desktop/shell/EndNotices.h"
#include "desktop/shell/MainWindow.h"
#include "desktop/shell/RunWatch.h"
#include "desktop/tray/Tray.h"
#include "transfer/TransferQueue.h"

namespace berth {

Desktop::Desktop(Folders folders, std::unique_ptr<Keychain> keychain, ColourScheme *scheme, Features features)
    : m_features(std::move(features))
    , m_folders(folders)
    , m_settings(usableSettingsFile(folders.settingsFile), QSettings::IniFormat)
    , m_record(std::make_unique<RunRecord>(QFileInfo(folders.settingsFile).path() + QStringLiteral("/run.jsonl")))
    , m_keychain(std::move(keychain))
    , m_preferences(std::make_unique<Preferences>(m_settings, scheme))
    , m_transfers(std::make_unique<TransferQueue>(folders.cache))
    , m_server(std::make_unique<LocalServer>(*m_keychain, m_settings, folders.data))
    , m_connections(std::make_unique<ConnectionList>(m_settings, *m_keychain, *m_server))
    , m_watch(std::make_unique<RunWatch>(*m_record, *m_connections, *m_server, *m_transfers))
    , m_notices(std::make_unique<EndNotices>(*m_transfers, *m_preferences, [this] { return m_window->isInFront(); }))
{
    m_settings.setValue(settingsFormatKey, settingsFormat);
    m_tellsOfLastRun = m_record->unfinished().has_value();
    m_transfers->setResolver([this](const QString &id) { return m_connections->current(id); });
    m_transfers->keepIn(QFileInfo(folders.settingsFile).path() + QStringLiteral("/transfers.json"));
    makeWindow();
    connect(m_preferences.get(), &Preferences::languageChanged, this, &Desktop::remakeWindow);
    connect(m_notices.get(), &EndNotices::told, this, [this](const QString &title, const QString &text) { m_tray->notify(title, text); });
    connect(m_server.get(), &LocalServer::stateChanged, this, [this] { quitOnceAllHasEnded(); });
    connect(m_transfers.get(), &TransferQueue::changed, this, [this] {
        if (m_quitting)
            quitOnceAllHasEnded();
    });
}

void Desktop::makeWindow()
{
    m_window = std::make_unique<MainWindow>(m_features, m_settings, *m_preferences, *m_connections, *m_server, *m_transfers);
    m_watch->watch(m_window->browser());
    m_window->setDiagnostics([this] { return diagnosticsText(*m_connections, *m_server, *m_transfers, m_record.get(), m_folders.logFile); });
    if (const auto &run = m_record->unfinished(); m_tellsOfLastRun && run)
        m_window->tellOfUnfinishedRun(run->transfers, run->registryRan, unfinishedRunText(*m_record, m_folders.logFile));
    connect(m_window.get(), &MainWindow::unfinishedRunRead, this, [this] { m_tellsOfLastRun = false; });
    m_tray = std::make_unique<Tray>(*m_server, *m_transfers, nullptr);
    connect(m_window.get(), &MainWindow::closeRequested, this, &Desktop::close);
    connect(m_window.get(), &MainWindow::quitRequested, this, &Desktop::askQuit);
    connect(m_tray.get(), &Tray::openRequested, m_window.get(), &MainWindow::bringToFront);
    connect(m_tray.get(), &Tray::importRequested, m_window.get(), [this] {
        m_window->bringToFront();
        m_window->chooseFiles();
    });
    connect(m_tray.get(), &Tray::quitRequested, this, &Desktop::askQuit);
    connect(&m_window->localSession(), &Session::changed, m_window.get(), [this] {
        // Files that came with the start wait until the registry can take them.
        if (!m_waitingFiles.isEmpty() && m_window->localSession().state() == Session::State::Online)
            m_window->importFiles(std::exchange(m_waitingFiles, {}));
    });
}

void Desktop::remakeWindow()
{
    const bool visible = m_window->isVisible();
    m_tray.reset();
    m_window.reset();
    m_connections->local().rename(m_server->connection().name);
    makeWindow();
    if (visible) {
        m_window->show();
        m_window->showPreferences(MainWindow::languagePage);
    }
}

Desktop::~Desktop() = default;

void Desktop::start(bool minimised, const QStringList &files)
{
    m_waitingFiles = files;
    // Without a tray a hidden window could never be found again.
    if (!minimised || !m_tray->isAvailable())
        m_window->show();
    const bool ranBefore = m_record->unfinished() && m_record->unfinished()->registryRan; // whoever pulls from it does not know that it ended
    if (m_preferences->startsRegistry() || !files.isEmpty() || ranBefore)
        m_server->start();
}

void Desktop::raise(const QStringList &files)
{
    m_window->bringToFront();
    if (m_window->localSession().state() == Session::State::Online)
        m_window->importFiles(files);
    else
        m_waitingFiles += files;
}

void Desktop::close()
{
    if (!m_tray->isAvailable() || !m_preferences->keepsInTray()) {
        askQuit();
        return;
    }
    if (m_settings.value(QStringLiteral("window/closeExplained")).toBool())
        m_window->hide();
    else
        explainClosing();
}

void Desktop::explainClosing()
{
    auto *dialog = new DialogFrame(tr("Berth keeps running in the tray"),
        tr("The local registry keeps running and can be pushed to and pulled from. The icon in the tray opens this window again and quits Berth."), 480,
        m_window.get());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    auto *verb = dialog->addVerb(tr("Close window"), "primary", nullptr);
    connect(verb, &QPushButton::clicked, dialog, &QDialog::accept);
    connect(dialog, &QDialog::accepted, this, [this] {
        m_settings.setValue(QStringLiteral("window/closeExplained"), true);
        m_window->hide();
    });
    dialog->open();
}

void Desktop::askQuit()
{
    if (!m_transfers->isBusy()) {
        stopAndQuit();
        return;
    }
    m_window->bringToFront();
    auto *dialog = new DialogFrame(tr("Quit while transfers are running?"),
        tr("They stop and stand in the list at the next start, where they can go on. Layers that were sent are kept; no tag is written until then."), 480,
        m_window.get());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    auto *verb = dialog->addVerb(tr("Stop them and quit"), "danger", nullptr);
    connect(verb, &QPushButton::clicked, dialog, &QDialog::accept);
    connect(dialog, &QDialog::accepted, this, &Desktop::stopAndQuit);
    dialog->open();
}

void Desktop::stopAndQuit()
{
    m_quitting = true;
    m_window->hide();
    m_transfers->stopAll();
    m_server->stop();
    quitOnceAllHasEnded();
}

/// The event loop goes on until then, so that nothing waits for anything.
void Desktop::quitOnceAllHasEnded()
{
    const auto state = m_server->state();
    const bool serverEnds = state == LocalServer::State::Running || state == LocalServer::State::Stopping || state == LocalServer::State::Starting;
    if (m_quitting && state == LocalServer::State::Running)
        m_server->stop(); // it came up just now
    else if (m_quitting && !serverEnds && !m_transfers->isRunning())
        Q_EMIT quit();
}

} // namespace berth
