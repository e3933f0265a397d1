// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QProcess>
#include <QStringList>

#include "support/HttpCall.h"

namespace berth::test {

/// A running fake of NHN Container Registry: fake_ncr.py, whose docstrings tell its options and its faults.
class FakeNcr {
public:
    static constexpr const char *appKey = "fake-app-key";
    static constexpr const char *keyId = "fake-key-id";
    static constexpr const char *secret = "9f2c-the-fake's-secret";

    /// A request that it has seen.
    struct Call {
        QString method;
        QString path; ///< As it was sent, with its query.
        int status = 0;
        QString fault;
    };

    ~FakeNcr();

    /// Starts and waits until it listens; false if it did not (see errorOutput()).
    bool start(const QStringList &options = {});
    void stop();
    QString errorOutput() const { return m_errorOutput; }

    QUrl url() const { return m_url; }
    /// "127.0.0.1:40123"
    QString address() const { return m_url.authority(); }

    /// Switches a fault on, or several: the JSON that the control port takes.
    bool fault(const QByteArray &json) const;
    void clearFaults() const;

    QList<Call> log() const;
    void clearLog() const;
    /// How many requests of that method have that pattern in their path.
    int count(const QString &method, const QString &pattern = {}) const;

    /// A call of the management API below the app key, as another client would make it; not for TLS.
    HttpReply manage(const QByteArray &method, const QString &path, const QByteArray &body = {}) const;

private:
    HttpReply control(const QByteArray &method, const QString &path, const QByteArray &body = {}) const;

    QProcess m_process;
    QString m_errorOutput;
    QUrl m_url;
    QUrl m_control;
};

} // namespace berth::test
