// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QProcess>
#include <QProcessEnvironment>
#include <QString>

namespace berth::test {

/// Sentences about what a test with a real keyring lacks on this system, with the Debian packages that bring it; empty if all is there.
QByteArray missingForKeyring();

/// A session bus of the test's own. Programs that it starts see the given environment, without any display.
class PrivateBus {
public:
    enum class Services {
        Installed, ///< Those of the system, started when somebody calls them.
        None,
    };

    explicit PrivateBus(const QString &folder, Services services = Services::Installed);
    ~PrivateBus();

    /// Empty if the bus did not start.
    QString address() const { return m_address; }

    /// Holds what its programs write: their home.
    QString folder() const { return m_folder; }

    /// The environment of the programs on this bus, with its address.
    QProcessEnvironment environment() const { return m_environment; }

private:
    QString m_folder;
    QProcess m_process;
    QProcessEnvironment m_environment;
    QString m_address;
};

/// The real keyring daemon on this process's session bus, which must be `bus`.
class Keyring {
public:
    explicit Keyring(const PrivateBus &bus);
    ~Keyring();

    /// As a login does: the keyring is made, and open. False if it is not within 10 s.
    bool start();

    bool lock();
    bool unlock();

    /// Deletes everything from the open keyring.
    bool empty();

private:
    QProcess m_process;
};

} // namespace berth::test
