// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include <QObject>

#include "client/Connection.h"
#include "client/Management.h"
#include "desktop/browse/PagedLoader.h"

namespace berth {

/// One connection while the program runs: its driver, its registries, and how it stands.
class Session : public QObject {
    Q_OBJECT

public:
    enum class State { Idle, Loading, Online, Failed };

    explicit Session(QString id, QString name, QObject *parent = nullptr);
    ~Session() override;

    QString id() const { return m_id; }
    QString name() const { return m_name; }
    bool isConnected() const { return m_management != nullptr; }
    State state() const { return m_state; }
    const Error &error() const { return m_error; }
    const Connection &connection() const { return m_connection; }
    /// Null while not connected.
    Management *management() const { return m_management.get(); }
    const QList<RegistrySummary> &registries() const { return m_registries; }
    qint64 imageCount() const;

    void connectTo(const Connection &connection);
    void disconnectFrom();

    /// Fetches the registries anew; the old list stays until the new one is here.
    void refresh();

Q_SIGNALS:
    void changed();

private:
    QString m_id;
    QString m_name;
    Connection m_connection;
    std::unique_ptr<Management> m_management;
    QList<RegistrySummary> m_registries;
    QList<RegistrySummary> m_incoming;
    State m_state = State::Idle;
    Error m_error;
    PagedLoader<RegistrySummary> m_loader;
};

} // namespace berth
