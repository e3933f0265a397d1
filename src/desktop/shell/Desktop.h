// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include <QObject>
#include <QSettings>
#include <QStringList>

#include "desktop/shell/Features.h"

namespace berth {

class ConnectionList;
class EndNotices;
class Keychain;
class LocalServer;
class ColourScheme;
class MainWindow;
class Preferences;
class RunRecord;
class RunWatch;
class Tray;
class TransferQueue;

/// The desktop program: owns the window, the tray, the local registry and the transfers, and decides what closing and quitting mean.
class Desktop : public QObject {
    Q_OBJECT

public:
    struct Folders {
        QString data;  ///< The local registry's data folder.
        QString cache;
        QString settingsFile;
        QString logFile = {}; ///< Where the program's log lies; empty: there is none.
    };

    /// `scheme` is borrowed and may be null.
    Desktop(Folders folders, std::unique_ptr<Keychain> keychain, ColourScheme *scheme = nullptr, Features features = Features::standard());
    ~Desktop() override;

    void start(bool minimised, const QStringList &files);
    /// The system asks the program to end: nothing is asked any more.
    void endNow() { stopAndQuit(); }
    /// A later start of the program.
    void raise(const QStringList &files);

    MainWindow &window() { return *m_window; }
    ConnectionList &connections() { return *m_connections; }
    LocalServer &server() { return *m_server; }
    TransferQueue &transfers() { return *m_transfers; }
    Preferences &preferences() { return *m_preferences; }
    Tray &tray() { return *m_tray; }
    EndNotices &notices() { return *m_notices; }

    /// Says where the window goes when it is closed for the first time, and then closes it.
    void explainClosing();

Q_SIGNALS:
    void quit();

private:
    /// Window and tray, in the language of now.
    void makeWindow();
    void remakeWindow();
    void close();
    void askQuit();
    void stopAndQuit();
    void quitOnceAllHasEnded();

    const Features m_features;
    Folders m_folders;
    QSettings m_settings;
    std::unique_ptr<RunRecord> m_record; ///< Gone last of all: then the run has ended well.
    std::unique_ptr<Keychain> m_keychain;
    std::unique_ptr<Preferences> m_preferences;
    std::unique_ptr<TransferQueue> m_transfers;
    std::unique_ptr<LocalServer> m_server;
    std::unique_ptr<ConnectionList> m_connections;
    std::unique_ptr<RunWatch> m_watch;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<Tray> m_tray;
    std::unique_ptr<EndNotices> m_notices;
    QStringList m_waitingFiles;
    bool m_quitting = false;
    bool m_tellsOfLastRun = false;
};

} // namespace berth
